"""What is seen of the board: the lines and the stretch of time in the window, as a picture."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from amdesk.domain.board import HEIGHTS, Event, Lane, Row, Stop, stops, told, tops
from amdesk.domain.board_time import FOOT, HEAD, View
from amdesk.domain.goal_state import STATE_NAMES
from amdesk.domain.legend import Entry, legend
from amdesk.domain.messages import N_, Message
from amdesk.domain.picture import Bar, Dot, Line, Mark, Picture, Reader, Shape, Word
from amdesk.domain.time_axis import Levels, TimeScale, axis

_INDENT, _GAP = 16.0, 12.0
_BAR, _DONE, _ROUND = 14.0, 4.0, 3.0
_BEYOND = _ROUND  # so far a bar runs on out of sight
_HEAD_LEVELS = Levels(HEAD - 5, HEAD, HEAD - 19, 14.0)
_STANDS = Message.named("board", "{state}, {percent}%")
_REACH = 9.0
_APART, _FEW = 10.0, 6  # nearer than this, events crowd, unless they are few
TONES = {
    "behind": "danger", "at_risk": "warn", "stale": "warn", "no_measurement": "warn", "no_span": "warn",
    "on_track": "good", "reached": "good",
}  # fmt: skip
_SHAPES = {
    "milestone": ("milestone", "hollow diamond", 5.5), "reached milestone": ("milestone", "diamond", 5.5),
    "meeting": ("info", "circle", 4.5), "sent": ("info", "envelope", 6.0),
}  # fmt: skip

_SMALL = {"envelope": "square"}
_BESIDE = {"meeting": -7.0, "sent": 7.0}  # what came of a meeting stands under it
_LEGEND = (
    Entry(Message.named("timeline", "Milestone"), "milestone", "hollow diamond"),
    Entry(Message.named("timeline", "Milestone reached"), "milestone", "diamond"),
    Entry(Message.named("timeline", "Meeting"), "info", "circle"),
    Entry(Message.named("timeline", "Summary sent"), "info", "envelope"),
    Entry(Message.named("timeline", "Today"), "today", "arrow"),
)


class Board(NamedTuple):
    """The lines with where each begins, what happened with the clients, and how many goals there are."""

    rows: tuple[Row, ...]
    tops: tuple[float, ...]
    events: Mapping[int, Sequence[Event]]
    goals: int

    def seen(self, view: View) -> range:
        """The lines of which anything is seen."""
        first = max(bisect_right(self.tops, view.top) - 1, 0)
        last = bisect_right(self.tops, view.top + view.page)
        return range(first, min(last, len(self.rows)))


class _Placed(NamedTuple):
    """A line where it is seen, with what stands on it in the time shown."""

    row: Row
    y: float
    stops: tuple[Stop, ...]

    @property
    def middle(self) -> float:
        return self.y + HEIGHTS[self.row.kind] / 2


def board(rows: tuple[Row, ...], events: Mapping[int, Sequence[Event]]) -> Board:
    """The board of some lines."""
    return Board(rows, tops(rows), events, sum(row.kind == "goal" for row in rows))


def picture(
    shown: Board, view: View, reads: Reader, *, today: date, turned: bool = False, at: int | None = None
) -> Picture:
    """What is seen; ``turned`` lets time run from right to left, ``at`` is the line the keys are on."""
    scale, seen = view.scale, shown.seen(view)
    lines = [_placed(shown, n, view, scale, today=today) for n in seen]
    chosen = [] if at is None or at not in seen else [_ground(lines[seen.index(at)], view)]
    rules = [_rule(line, view) for line in lines if line.row.kind == "heading" or line.row.lane is None]
    names = [shape for line in lines for shape in _name(line.row, line.y, view, reads)]
    marks = [mark for line in lines for mark in _marks(line, view, scale)]
    ticks = list(axis(scale, _HEAD_LEVELS, reads, spill=0.0))
    head = [*ticks, *_today_arrow(scale, today)]
    over_time = [*_rules(ticks, view), *_today_line(scale, view, today)]
    over_time.extend(shape for line in lines for shape in _on_line(line, view, scale))
    if turned:
        across = view.names + view.width
        over_time, head = ([one.turned(across) for one in part] for part in (over_time, head))
        marks = [one.turned(across) for one in marks]
    foot = legend(_explained(shown), reads, x=_GAP, y=view.height - FOOT / 2, end=view.width)
    over_names = [*_narrowed([*chosen, *rules], view), *names]
    shapes = (*chosen, *rules, *over_time, *over_names, *_lids(view), *head, *foot)
    return Picture(view.width, view.height, shapes, tuple(marks), (whole(shown),))


def whole(shown: Board) -> Message:
    """What the board as a whole shows."""
    return Message.count(N_("{n} goal over time"), N_("{n} goals over time"), shown.goals)


def _placed(shown: Board, number: int, view: View, scale: TimeScale, *, today: date) -> _Placed:
    row = shown.rows[number]
    found = stops(row, shown.events, today=today, between=(scale.first, scale.last))
    return _Placed(row, HEAD + shown.tops[number] - view.top, found)


def _ground(line: _Placed, view: View) -> Bar:
    return Bar(0, line.y, view.width, HEIGHTS[line.row.kind], fill="selected")


def _rule(line: _Placed, view: View) -> Line:
    """Below a heading, above a client."""
    y = line.y + HEIGHTS[line.row.kind] - 1 if line.row.kind == "heading" else line.y
    return Line(((0, y), (view.width, y)), "grid")


def _narrowed(shapes: Iterable[Bar | Line], view: View) -> Iterator[Shape]:
    """What covers bars that run on under the names, with the ground and the rules of the lines again."""
    yield Bar(0, 0, view.names, view.height, fill="page")
    for one in shapes:
        if isinstance(one, Bar):
            yield one._replace(width=view.names)
        else:
            (x, y), _end = one.points
            yield one._replace(points=((x, y), (view.names, y)))


def _explained(shown: Board) -> list[Entry]:
    """The shapes there can be: what happened with clients stands only in lines of their own."""
    has_clients = any(row.kind == "client" for row in shown.rows)
    return [one for one in _LEGEND if has_clients or one.ink != "info"]


def _lids(view: View) -> Iterator[Shape]:
    """What covers lines scrolled under the axis and under the legend."""
    foot = view.height - FOOT
    yield Bar(0, 0, view.width, HEAD, fill="page")
    yield Line(((0, HEAD), (view.width, HEAD)), "axis")
    yield Bar(0, foot, view.width, FOOT, fill="page")
    yield Line(((0, foot), (view.width, foot)), "grid")


def _rules(ticks: Iterable[Shape], view: View) -> Iterator[Shape]:
    """The rules of the axis behind the lines."""
    for tick in ticks:
        if isinstance(tick, Line):
            x = tick.points[0][0]
            yield tick._replace(points=((x, HEAD), (x, view.height)))


def _today_line(scale: TimeScale, view: View, today: date) -> Iterator[Shape]:
    if scale.holds(today):
        yield Line(((scale.at(today), HEAD), (scale.at(today), view.height)), "today")


def _today_arrow(scale: TimeScale, today: date) -> Iterator[Shape]:
    """An arrow at the axis where today is: its word would hide the names of days."""
    if scale.holds(today):
        yield Dot(scale.at(today), HEAD - 5, "today", "arrow", 4.5)


def _on_line(line: _Placed, view: View, scale: TimeScale) -> Iterator[Shape]:
    """A line's bar, milestones and events as far as they are seen; where events crowd, they are small."""
    if line.row.lane is not None:
        yield from _bar(line.row.lane, line.middle, view, scale)
    for kind, (ink, usual, size) in _SHAPES.items():
        places = [scale.at(stop.day) for stop in line.stops if stop.kind == kind]
        crowded = sum(two - one < _APART for one, two in pairwise(places)) * 4 > len(places)
        is_small = crowded and len(places) > _FEW and kind in _BESIDE
        shape, reach = (_SMALL.get(usual, usual), 2.5) if is_small else (usual, size)
        y = line.middle + _BESIDE.get(kind, 0.0)
        yield from (Dot(x, y, ink, shape, reach) for x in places)


def _bar(lane: Lane, middle: float, view: View, scale: TimeScale) -> Iterator[Shape]:
    """From the start to the due date, the share of the way that is done along its foot; what begins or ends
    out of sight has no end there.
    """
    tone = TONES.get(lane.standing.state, "quiet")
    begin, end = _ends(lane, scale)
    if _clamped(begin, end, view) is None:
        return
    first, last = max(begin, view.names - _BEYOND), min(end, view.width + _BEYOND)
    last = max(last, first + 2)
    yield Bar(first, middle - _BAR / 2, last - first, _BAR, tone, f"{tone} fill", _ROUND)
    share = min(max(lane.standing.progress or 0.0, 0.0), 1.0)
    done = min(begin + (end - begin) * share, last)
    if done - first > _ROUND:
        yield Bar(first, middle + _BAR / 2 - _DONE, done - first, _DONE, fill=tone, round=_DONE / 2)


def _ends(lane: Lane, scale: TimeScale) -> tuple[float, float]:
    """Where a goal's time begins and ends, seen or not; a due date before the start is turned round."""
    first, last = sorted((lane.line.goal.start_on.toordinal(), lane.line.goal.due_on.toordinal()))
    return scale.place(first), scale.place(last + 1)


def _clamped(begin: float, end: float, view: View) -> tuple[float, float] | None:
    """The part of a stretch that is seen."""
    first, last = max(begin, view.names), min(end, view.width)
    return (first, max(last, first + 2)) if first < last else None


def _marks(line: _Placed, view: View, scale: TimeScale) -> Iterator[Mark]:
    """What can be pointed at: what stands on the line, and its bar under that."""
    if not HEAD <= line.middle <= view.height - FOOT:
        return
    for stop in line.stops:
        y = line.middle + _BESIDE.get(stop.kind, 0.0)
        yield Mark(scale.at(stop.day), y, _REACH, partial(_said, stop), stop.kind, stop.id)
    if line.row.lane is None:
        return
    seen = _clamped(*_ends(line.row.lane, scale), view)
    if seen is not None:
        x, wide = (seen[0] + seen[1]) / 2, seen[1] - seen[0]
        yield Mark(x, line.middle, _REACH, partial(told, line.row), "goal", line.row.lane.line.id, wide)


def _said(stop: Stop) -> Message:
    return stop.said


def _name(row: Row, y: float, view: View, reads: Reader) -> Iterator[Shape]:
    """What a line is called, and of a goal under it how it stands: never by its colour alone."""
    high = HEIGHTS[row.kind]
    room = view.names - 2 * _GAP
    said = reads.say(row.said) if isinstance(row.said, Message) else row.said
    if row.kind == "heading":
        text = reads.fit(said, room, "title")
        yield Word(_GAP, y + high / 2 + 2, text, step="title")
    elif row.lane is None:
        yield Word(_GAP, y + high / 2, reads.own(reads.fit(said, room, "strong")), step="strong")
    else:
        x = _GAP + _INDENT
        yield Word(x, y + 12, reads.own(reads.fit(said, room - _INDENT, "body")), step="body")
        ink = TONES.get(row.lane.standing.state, "muted")
        if row.names_client:
            client = reads.own(reads.fit(row.lane.line.client, room - _INDENT))
            yield Word(x, y + 29, client, "muted")
        else:
            yield Word(x, y + 29, reads.fit(_stands(row.lane, reads), room - _INDENT), ink)


def _stands(lane: Lane, reads: Reader) -> str:
    state, percent = STATE_NAMES[lane.standing.state], lane.standing.percent
    if percent is None:
        return reads.say(state)
    fields = {"state": state, "percent": percent}
    return reads.say(Message(_STANDS.text, fields, context=_STANDS.context))
