"""The board: goals in groups, a stretch of time that is moved and zoomed, only what is seen drawn."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amdesk.domain.board import Event, Lane, Row, rows, stops, told
from amdesk.domain.board_picture import board, picture
from amdesk.domain.board_time import LEAST_DAYS, MOST_DAYS, View, around, moved, showing, zoomed
from amdesk.domain.goal import Goal, GoalLine, Milestone
from amdesk.domain.goal_state import standing_of
from amdesk.domain.picture import Bar, Dot, Picture, Word
from amdesk.i18n.reader import reader

TODAY = date(2026, 3, 10)
DAYS = st.dates(date(2015, 1, 1), date(2035, 12, 31))


def lane(id: int, client: int = 1, tier: str = "A", *, value: int | None = None, **more: object) -> Lane:
    values: dict[str, object] = {"start_on": date(2026, 1, 5), "due_on": date(2026, 6, 30), **more}
    goal = Goal(id, "", client, f"Goal {id}", "", "", "up", Decimal(0), Decimal(100), **values)  # type: ignore[arg-type]
    measured = TODAY if value is not None else None
    line = GoalLine(goal, f"Client {client}", "", False, None if value is None else Decimal(value), measured)
    stone = Milestone(id, "", id, "Half way", date(2026, 4, 1))
    return Lane(line, standing_of(line, today=TODAY), tier, (stone,))


def named(found: tuple[Row, ...]) -> list[str]:
    return [row.said if isinstance(row.said, str) else reader("en").say(row.said) for row in found]


LANES = (lane(1, value=80), lane(2), lane(3, 2, "B", value=1), lane(4, 3, ""))
SENT = Event(date(2026, 2, 2), "sent", 7, "C1-2026-001", "meeting")
MET = Event(date(2026, 2, 1), "meeting", 7, "C1-2026-001", "visit")
EVENTS = {1: (MET, SENT)}


def drawn(view: View, *, by: str = "client", turned: bool = False) -> Picture:
    made = board(rows(LANES, by=by), EVENTS)
    return picture(made, view, reader("en"), today=TODAY, turned=turned)


def test_goals_stand_under_their_clients_tiers_or_states() -> None:
    assert named(rows(LANES, by="client")) == [
        "Client 1", "Goal 1", "Goal 2", "Client 2", "Goal 3", "Client 3", "Goal 4",
    ]  # fmt: skip
    assert named(rows(LANES, by="tier")) == [
        "Tier A", "Client 1", "Goal 1", "Goal 2", "Tier B", "Client 2", "Goal 3", "Without a tier",
        "Client 3", "Goal 4",
    ]  # fmt: skip
    assert named(rows(LANES, by="state")) == [
        "Behind", "Goal 3", "Not measured yet", "Goal 2", "Goal 4", "On track", "Goal 1",
    ]  # fmt: skip


def test_a_line_and_what_stands_on_it_are_told_in_sentences() -> None:
    client, first, *_rest = rows(LANES, by="client")
    say = reader("en").say
    assert say(told(client)) == "Client 1: 2 goals"
    assert say(told(first)) == "Goal 1, Client 1: On track, 80% of the way; from 5 Jan 2026 to 30 Jun 2026"
    assert [say(stop.said) for stop in stops(client, EVENTS, today=TODAY)] == [
        "1 Feb 2026: Visit, C1-2026-001", "2 Feb 2026: summary C1-2026-001 sent",
    ]  # fmt: skip
    assert [say(stop.said) for stop in stops(first, EVENTS, today=TODAY)] == [
        "5 Jan 2026: Goal 1 begins", "1 Apr 2026: milestone Half way", "30 Jun 2026: Goal 1 is due",
    ]  # fmt: skip


def test_a_goal_tells_how_it_stands_in_words_beside_its_colour() -> None:
    words = [one.text for one in drawn(around(TODAY, View(0, 180))).shapes if isinstance(one, Word)]
    assert "On track, 80%" in words
    assert "Not measured yet" in words


def test_what_is_not_seen_is_not_drawn() -> None:
    many = tuple(lane(id, id) for id in range(1, 2001))
    made = board(rows(many, by="client"), {})
    view = around(TODAY, View(0, 180, top=40_000, width=1000, height=800))
    seen = picture(made, view, reader("en"), today=TODAY)
    assert len(made.seen(view)) < 30
    assert sum(isinstance(one, Bar) for one in seen.shapes) < 60


def test_a_bar_that_begins_before_what_is_seen_has_no_end_there() -> None:
    view = View(date(2026, 3, 1).toordinal(), 60)
    begins = [one.x for one in drawn(view).shapes if isinstance(one, Bar) and one.round]
    assert begins
    assert max(begins) < view.names


def test_the_legend_names_what_happened_with_clients_only_where_it_can_stand() -> None:
    view, happened = around(TODAY, View(0, 180)), {"Meeting", "Summary sent"}
    by_client, by_state = (drawn(view, by=by).shapes for by in ("client", "state"))
    assert happened <= {one.text for one in by_client if isinstance(one, Word)}
    assert not happened & {one.text for one in by_state if isinstance(one, Word)}


def test_later_stands_further_on_and_turned_round_the_other_way() -> None:
    view = around(TODAY, View(0, 360))
    for turned in (False, True):
        found = drawn(view, turned=turned)
        begins, due = (next(one for one in found.marks if one.kind == kind) for kind in ("begins", "due"))
        assert (due.x > begins.x) is not turned
        assert min(begins.x, due.x) >= view.names


def test_the_day_under_the_pointer_stays_there_when_zoomed() -> None:
    view = around(TODAY, View(0, 180))
    held = view.day_at(700)
    for factor in (0.5, 2.0, 100.0, 0.001):
        assert zoomed(view, factor, at=held).day_at(700) == pytest.approx(held)


def test_a_day_beside_what_is_seen_is_brought_in_by_as_little_as_is_needed() -> None:
    view = around(TODAY, View(0, 30))
    far = showing(view, TODAY + timedelta(days=90))
    assert far.scale.holds(TODAY + timedelta(days=90))
    assert far.days == view.days
    assert showing(far, TODAY + timedelta(days=85)) == far


def test_a_year_that_begins_near_the_end_is_named_whole_or_not_at_all() -> None:
    reads = reader("en")
    for days in range(40):
        view = around(TODAY + timedelta(days=days * 3), View(0, 400))
        words = [one for one in drawn(view).shapes if isinstance(one, Word) and one.step == "strong"]
        for one in (one for one in words if one.text in {"2025", "2026", "2027"}):
            assert one.x + reads.width(one.text, "strong") <= view.width


@settings(max_examples=40)
@given(
    DAYS, DAYS, st.none() | st.integers(-(10**12), 10**12),
    st.tuples(st.floats(-4000, 4000), st.floats(0.01, 100)),
    st.floats(0, 4000), st.floats(100, 3000), st.sampled_from(["client", "tier", "state"]), st.booleans(),
)  # fmt: skip
def test_whatever_stands_on_it_and_wherever_one_looks_nothing_leaves_the_board(
    start: date,
    due: date,
    value: int | None,
    way: tuple[float, float],
    top: float,
    width: float,
    by: str,
    turned: bool,
) -> None:
    one = lane(1, value=value, start_on=start, due_on=due)
    made = board(rows([one], by=by), EVENTS)
    view = zoomed(moved(around(TODAY, View(0, 180, top=top, width=width)), way[0]), way[1])
    assert LEAST_DAYS <= view.days <= MOST_DAYS
    found = picture(made, view, reader("he", "hebrew"), today=TODAY, turned=turned)
    for shape in found.shapes:
        if isinstance(shape, Bar):
            assert -1 <= shape.x <= shape.x + shape.width <= view.width + 3
        elif isinstance(shape, Dot | Word):
            assert -1 <= shape.x <= view.width + 1
