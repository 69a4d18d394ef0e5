"""The timeline of a goal as a picture: the pace agreed, what was measured, milestones, today, forecast."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from itertools import groupby, pairwise
from typing import NamedTuple

from amdesk.domain import goal_marks as marks
from amdesk.domain.axis import number_ticks
from amdesk.domain.goal import Goal, Measurement, Milestone, by_day
from amdesk.domain.goal_state import standing
from amdesk.domain.goal_told import told
from amdesk.domain.last_value import Room, beside
from amdesk.domain.legend import Entry, legend
from amdesk.domain.messages import Message
from amdesk.domain.picture import Dot, Line, Mark, Picture, Point, Reader, Shape, Word
from amdesk.domain.time_axis import Levels, TimeScale, axis, between

_TOP, _FOOT, _END = 40.0, 44.0, 24.0  # room for the legend, for the axis, behind the last day
_TITLE = 28.0
_LEAST = 160.0, 140.0
_GAP = 8.0
_STROKE = 2.0
_NEAR = 6  # how many measurements are near the last
_DENSE = 5.0  # nearer than this, measurements are a line only
_HIGHEST = 48.0  # from one rule to the next
_MOST_FOR_NUMBERS = 0.25  # of the picture's width
_UNDER = Decimal("0.08")
_AHEAD = Decimal("0.5")  # of the time agreed: as far as a forecast is drawn


@dataclass(frozen=True, slots=True)
class Course:
    """All that the timeline of a goal shows; ``said`` says how the goal stands, ``title`` stands above."""

    goal: Goal
    measurements: tuple[Measurement, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    forecast_on: date | None = None
    said: tuple[Message, ...] = ()
    title: str = ""


def course(
    goal: Goal,
    measurements: Iterable[Measurement] = (),
    milestones: Iterable[Milestone] = (),
    *,
    today: date,
    title: str = "",
) -> Course:
    """What the timeline of a goal shows on a day; a ``title`` for a picture that leaves the program."""
    taken = tuple(measurements)
    now = standing(goal, taken, today=today)
    return Course(goal, taken, tuple(milestones), now.forecast_on, told(goal, now), title)


class _Plane(NamedTuple):
    """Where days and values stand."""

    time: TimeScale
    rules: tuple[Decimal, ...]
    top: float
    foot: float

    def y(self, value: Decimal) -> float:
        """Where a value stands."""
        low, high = self.rules[0], self.rules[-1]
        return self.foot - float((value - low) / (high - low)) * (self.foot - self.top)

    def at(self, day: date, value: Decimal) -> Point:
        """Where a value stands on a day."""
        return self.time.at(day), self.y(value)


def timeline(course: Course, reads: Reader, *, today: date, size: tuple[float, float]) -> Picture:
    """The picture of a goal for a reader, in so many pixels; time runs from left to right."""
    width, height = max(size[0], _LEAST[0]), max(size[1], _LEAST[1])
    plane = _plane(course, reads, today=today, size=(width, height))
    counted = by_day(course.measurements)
    shapes: list[Shape] = [*_rules(plane, reads), *_axis(plane, reads)]
    if shows_today(course, today):
        shapes.extend(_today(plane, today, reads))
    shapes.extend(_pace(plane, course.goal))
    shapes.extend(_forecast(plane, course, counted, reads))
    shapes.extend(_values(plane, course, counted, reads))
    shapes.extend(_milestones(plane, course))
    if course.title:
        shapes.append(Word(0, 12, reads.own(reads.fit(course.title, width, "title")), step="title"))
    shapes.extend(legend(_kinds(course), reads, x=0, y=plane.top - 30, end=width))
    found = _marks(plane, course, counted, today)
    return Picture(width, height, tuple(shapes), found, (marks.whole(course.goal), *course.said))


def shows_today(course: Course, today: date) -> bool:
    """Whether today is near enough to stand in the picture."""
    goal = course.goal
    first, last = sorted((goal.start_on, goal.due_on))
    return first - (last - first) <= today <= last + (last - first)


def _plane(course: Course, reads: Reader, *, today: date, size: tuple[float, float]) -> _Plane:
    goal = course.goal
    top, foot = _TOP + (_TITLE if course.title else 0), size[1] - _FOOT
    values = [goal.baseline, goal.target, *(one.value for one in course.measurements)]
    values.extend(one.value for one in course.milestones if one.value is not None)
    if goal.target < goal.baseline and course.forecast_on is not None:
        values.append(goal.target - (goal.baseline - goal.target) * _UNDER)  # the forecast's day stands there
    rules = number_ticks(min(values), max(values), most=max(int((foot - top) / _HIGHEST) + 1, 2))
    numbers = max(reads.width(reads.number(one), "caption") for one in rules)
    x = min(numbers, size[0] * _MOST_FOR_NUMBERS) + _GAP
    days = [goal.start_on, goal.due_on, *(one.taken_on for one in course.measurements)]
    days.extend(one.due_on for one in course.milestones)
    if shows_today(course, today):
        days.append(today)
    if course.forecast_on is not None:
        days.append(min(course.forecast_on, _farthest(goal)))
    time = between(days, x=x, width=max(size[0] - x - _END, 1.0))
    if course.forecast_on is not None:
        told = reads.width(reads.day(course.forecast_on), "caption") + 2 * _GAP
        if min(time.at(course.forecast_on), time.x + time.width) + told > size[0]:
            time = time._replace(width=max(size[0] - x - told, 1.0))
    return _Plane(time, rules, top, foot)


def _farthest(goal: Goal) -> date:
    """As far as a forecast is drawn: a pace of nearly nothing would make all else a dot."""
    ahead = int(abs((goal.due_on - goal.start_on).days) * _AHEAD) + 1
    last = max(goal.due_on, goal.start_on)
    return last + timedelta(days=ahead) if (date.max - last).days > ahead else date.max


def _rules(plane: _Plane, reads: Reader) -> Iterator[Shape]:
    """A rule and a number at each round value."""
    x, end = plane.time.x, plane.time.x + plane.time.width
    for value in plane.rules:
        y = plane.y(value)
        yield Line(((x, y), (end, y)), "grid")
        yield Word(x - _GAP, y, reads.fit(reads.number(value), x - _GAP), "muted", "before")


def _axis(plane: _Plane, reads: Reader) -> Iterator[Shape]:
    levels = Levels(plane.foot, plane.foot + 5, plane.foot + 14, plane.foot + 33)
    yield from axis(plane.time, levels, reads)
    end = plane.time.x + plane.time.width
    yield Line(((plane.time.x, plane.foot), (end, plane.foot)), "axis")


def _today(plane: _Plane, today: date, reads: Reader) -> Iterator[Shape]:
    """An upright line with its word at the top."""
    x = plane.time.at(today)
    yield Line(((x, plane.top - 6), (x, plane.foot)), "today", 1.0)
    yield _within(plane, Word(x, plane.top - 13, reads.say(marks.TODAY), "today", "around"), reads)


def _within(plane: _Plane, word: Word, reads: Reader) -> Word:
    """A word around its place, moved so that it ends within the picture."""
    half = reads.width(word.text, word.step) / 2
    last = plane.time.x + plane.time.width + _END - half
    return word._replace(x=max(min(word.x, last), half))


def _pace(plane: _Plane, goal: Goal) -> Iterator[Shape]:
    """The straight way from the baseline to the target, and the target from there on."""
    begin, due = plane.at(goal.start_on, goal.baseline), plane.at(goal.due_on, goal.target)
    yield Line((begin, due), "pace", 1.5, "dash")
    end = plane.time.x + plane.time.width
    if end - due[0] > _GAP:
        yield Line((due, (end, due[1])), "pace", 1.0, "dot")
    yield Dot(*due, "pace", "square", 4.5)


def _values(plane: _Plane, course: Course, counted: Sequence[Measurement], reads: Reader) -> Iterator[Shape]:
    """What was measured, joined; the last value stands beside its dot."""
    points = tuple(plane.at(one.taken_on, one.value) for one in counted)
    if not points:
        return
    if len(points) > 1:
        line = _thinned(points)
        yield Line(line, "value", _STROKE if line is points else 1.0)
    apart = (points[-1][0] - points[0][0]) / max(len(points) - 1, 1)
    shown = points if apart >= _DENSE else points[-1:]
    for x, y in shown[:-1]:
        yield Dot(x, y, "value", "circle", 3.0 if apart < 4 * _DENSE else 4.0)
    x, y = points[-1]
    yield Dot(x, y, "value", "circle", 5.0)
    text = reads.number(counted[-1].value)
    goal = course.goal
    due = plane.at(goal.due_on, goal.target)
    lines = [(plane.at(goal.start_on, goal.baseline), due), *pairwise(points[-_NEAR:])]
    if course.forecast_on is not None:
        lines.append((points[-1], plane.at(course.forecast_on, goal.target)))
    room = Room(plane.time.x + _GAP, plane.time.x + plane.time.width + _END, plane.top - 4, plane.foot - 8)
    yield beside(points, text, reads.width(text, "strong"), lines=lines, room=room)


def _thinned(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """The same line with no more than two points in a stroke's width: the highest and the lowest."""
    if len(points) * _STROKE < abs(points[-1][0] - points[0][0]):
        return points
    found: list[Point] = []
    for _column, group in groupby(points, key=lambda point: int(point[0] / _STROKE)):
        there = list(group)
        ends = {there.index(min(there, key=_height)), there.index(max(there, key=_height))}
        found.extend(there[place] for place in sorted(ends))
    return tuple(found)


def _height(point: Point) -> float:
    return point[1]


def _forecast(
    plane: _Plane, course: Course, counted: Sequence[Measurement], reads: Reader
) -> Iterator[Shape]:
    """From the last value to the target at the present pace; beyond the picture only its direction."""
    if course.forecast_on is None or not counted or counted[-1].taken_on >= course.forecast_on:
        return
    last = counted[-1]
    begin = plane.at(last.taken_on, last.value)
    reached = plane.at(course.forecast_on, course.goal.target)
    edge = plane.time.x + plane.time.width
    if reached[0] <= edge:
        yield Line((begin, reached), "forecast", 2.0, "dot")
        yield Dot(*reached, "forecast", "ring", 5.0)
    else:
        share = (edge - begin[0]) / (reached[0] - begin[0])
        reached = (edge, begin[1] + (reached[1] - begin[1]) * share)
        yield Line((begin, reached), "forecast", 2.0, "dot")
        yield Dot(*reached, "forecast", "triangle", 4.5)
    is_up, above = reached[1] < begin[1], reached[1] - 14
    beside = above if is_up or reached[1] + 20 > plane.foot else reached[1] + 14
    yield Word(reached[0] + _GAP, beside, reads.day(course.forecast_on), "forecast")


def _milestones(plane: _Plane, course: Course) -> Iterator[Shape]:
    """A diamond at the value or, without one, on the axis: full when it is reached."""
    for one in course.milestones:
        x, y = _milestone_at(plane, one)
        if one.value is None:
            yield Line(((x, plane.foot), (x, plane.foot - 10)), "milestone", 1.0)
        yield Dot(x, y, "milestone", "diamond" if one.reached_on else "hollow diamond", 6.0)


def _milestone_at(plane: _Plane, one: Milestone) -> Point:
    if one.value is None:
        return plane.time.at(one.due_on), plane.foot - 16
    return plane.at(one.due_on, one.value)


_LEGEND = {
    "value": Entry(Message.named("timeline", "Measured"), "value", "circle", ""),
    "pace": Entry(Message.named("timeline", "Pace agreed"), "pace", "square", "dash"),
    "forecast": Entry(Message.named("timeline", "Forecast"), "forecast", "ring", "dot"),
    "milestone": Entry(Message.named("timeline", "Milestone"), "milestone", "diamond"),
}


def _kinds(course: Course) -> Iterator[Entry]:
    """The kinds of lines and marks that are in the picture."""
    if course.measurements:
        yield _LEGEND["value"]
    yield _LEGEND["pace"]
    if course.measurements and course.forecast_on is not None:
        yield _LEGEND["forecast"]
    if course.milestones:
        yield _LEGEND["milestone"]


def _marks(plane: _Plane, course: Course, counted: Sequence[Measurement], today: date) -> tuple[Mark, ...]:
    """What one can walk to, in the order of time."""
    goal = course.goal
    found: list[tuple[date, int, Mark]] = []

    def add(day: date, place: Point, tells: Callable[[], Message], *, kind: str, id: int = 0) -> None:
        found.append((day, len(found), Mark(*place, 8.0, tells, kind, id)))

    add(goal.start_on, plane.at(goal.start_on, goal.baseline), partial(marks.baseline, goal), kind="baseline")
    for one in counted:
        place = plane.at(one.taken_on, one.value)
        add(one.taken_on, place, partial(marks.measured, goal, one), kind="measurement", id=one.id)
    for stone in course.milestones:
        tells = partial(marks.milestone, goal, stone, today=today)
        add(stone.due_on, _milestone_at(plane, stone), tells, kind="milestone", id=stone.id)
    if shows_today(course, today):
        place = plane.time.at(today), plane.top - 13
        add(today, place, partial(marks.today, goal, today), kind="today")
    add(goal.due_on, plane.at(goal.due_on, goal.target), partial(marks.target, goal), kind="target")
    forecast_on = course.forecast_on
    if forecast_on is not None and counted and counted[-1].taken_on < forecast_on:
        x, y = plane.at(forecast_on, goal.target)
        place = min(x, plane.time.x + plane.time.width), y
        add(forecast_on, place, partial(marks.forecast, goal, forecast_on), kind="forecast")
    return tuple(mark for _day, _n, mark in sorted(found, key=lambda one: one[:2]))
