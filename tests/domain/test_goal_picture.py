"""The timeline of a goal as shapes: true to its figures, whole whatever was typed."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from math import isfinite

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amdesk.domain.goal import Goal, Measurement, Milestone
from amdesk.domain.goal_picture import course, timeline
from amdesk.domain.picture import Bar, Dot, Line, Picture, Shape, Word
from amdesk.i18n.reader import reader

TODAY = date(2026, 3, 10)
SIZE = (640.0, 300.0)
DAYS = st.dates(date(2015, 1, 1), date(2035, 12, 31))
VALUES = st.decimals(Decimal(-(10**12)), Decimal(10**12), places=2) | st.sampled_from(
    [Decimal(0), Decimal(10**12), Decimal(-1), Decimal("0.000001")]
)


def goal(baseline: Decimal = Decimal(20), target: Decimal = Decimal(80), **more: object) -> Goal:
    values: dict[str, object] = {
        "name": "Leads", "kpi": "Leads a week", "unit": "leads", "direction": "up",
        "start_on": date(2026, 1, 5), "due_on": date(2026, 6, 30), **more,
    }  # fmt: skip
    return Goal(1, "", 1, baseline=baseline, target=target, **values)  # type: ignore[arg-type]


def taken(*values: tuple[date, Decimal]) -> tuple[Measurement, ...]:
    return tuple(Measurement(n, "", 1, day, value) for n, (day, value) in enumerate(values, 1))


def drawn(one: Goal, *measurements: Measurement, stones: tuple[Milestone, ...] = ()) -> Picture:
    return timeline(course(one, measurements, stones, today=TODAY), reader("en"), today=TODAY, size=SIZE)


def dots(picture: Picture, ink: str, *, below: float = 34) -> list[Dot]:
    """The dots of a kind, but for the sample in the legend."""
    return [one for one in picture.shapes if isinstance(one, Dot) and one.ink == ink and one.y > below]


def said(picture: Picture) -> list[str]:
    return [reader("en").say(mark.said) for mark in picture.marks]


def test_a_better_value_stands_higher_and_a_later_day_further_on() -> None:
    first, second = dots(
        drawn(goal(), *taken((date(2026, 1, 12), Decimal(30)), (date(2026, 3, 2), Decimal(55)))), "value"
    )
    assert second.x > first.x
    assert second.y < first.y


def test_where_less_is_better_the_pace_goes_down() -> None:
    falling = drawn(goal(Decimal(80), Decimal(20), direction="down"))
    pace = next(one for one in falling.shapes if isinstance(one, Line) and one.ink == "pace")
    assert pace.points[0][1] < pace.points[1][1]


def test_no_line_goes_through_the_last_value() -> None:
    falling = goal(Decimal("11.2"), Decimal(9), direction="down", start_on=date(2025, 9, 1))
    picture = drawn(falling, *taken((date(2026, 3, 4), Decimal("8.85")), (TODAY, Decimal(9))))
    word = next(one for one in picture.shapes if isinstance(one, Word) and one.ink == "value")
    pace = next(
        one for one in picture.shapes if isinstance(one, Line) and one.ink == "pace" and one.width > 1
    )
    (x, y), (to_x, to_y) = pace.points
    assert abs(y + (word.x - x) / (to_x - x) * (to_y - y) - word.y) > 8


def test_of_ten_measurements_on_a_day_the_last_one_stands() -> None:
    day = date(2026, 2, 2)
    picture = drawn(goal(), *taken(*((day, Decimal(value)) for value in range(30, 40))))
    assert len(dots(picture, "value")) == 1
    assert sum("39 leads measured" in one for one in said(picture)) == 1


def test_marks_are_walked_in_the_order_of_time_and_say_what_they_are() -> None:
    stones = (
        Milestone(1, "", 1, "Page live", date(2026, 2, 10), None, date(2026, 2, 9)),
        Milestone(2, "", 1, "Half way", date(2026, 4, 1), Decimal(50)),
        Milestone(3, "", 1, "Team hired", date(2026, 3, 1)),
    )
    told = said(drawn(goal(), *taken((date(2026, 2, 2), Decimal(30))), stones=stones))
    assert told == [
        "5 Jan 2026: begun at 20 leads",
        "2 Feb 2026: 30 leads measured, 29.5 leads expected",
        "10 Feb 2026: milestone Page live, reached on 9 Feb 2026",
        "1 Mar 2026: milestone Team hired, not reached",
        "10 Mar 2026: today, 41.8 leads expected",
        "1 Apr 2026: milestone Half way, 50 leads",
        "22 Jun 2026: at this pace the target is reached, 80 leads",
        "30 Jun 2026: the target, 80 leads",
    ]


def test_kinds_of_marks_differ_in_shape_and_not_only_in_colour() -> None:
    stone = Milestone(1, "", 1, "Half way", date(2026, 4, 1), Decimal(50))
    picture = drawn(goal(), *taken((date(2026, 2, 2), Decimal(30))), stones=(stone,))
    shapes = {one.ink: one.shape for one in picture.shapes if isinstance(one, Dot)}
    assert len({shapes[ink] for ink in ("value", "pace", "forecast", "milestone")}) == 4


def test_a_forecast_ages_ahead_does_not_press_the_rest_together() -> None:
    picture = drawn(goal(), *taken((date(2026, 3, 2), Decimal("20.5"))))
    target = next(one for one in picture.shapes if isinstance(one, Dot) and one.shape == "square")
    assert target.x > SIZE[0] / 3
    (arrow,) = [one for one in dots(picture, "forecast") if one.shape == "triangle"]
    assert arrow.x <= SIZE[0]


def test_mirrored_time_runs_the_other_way_and_twice_is_as_before() -> None:
    picture = drawn(goal(), *taken((date(2026, 1, 12), Decimal(30)), (date(2026, 3, 2), Decimal(55))))
    mirrored = picture.mirrored()
    first, second = dots(mirrored, "value")
    assert second.x < first.x
    assert [mark.said for mark in mirrored.marks] == [mark.said for mark in picture.marks]
    again = mirrored.mirrored()
    assert [type(one) for one in again.shapes] == [type(one) for one in picture.shapes]
    assert words(again) == words(picture)


def test_months_on_the_axis_are_those_of_the_reader() -> None:
    of = course(goal(), today=TODAY)
    for code, calendar, month, year in (
        ("en", "", "March", "2026"), ("fa", "", "اسفند", "۱۴۰۵"), ("he", "hebrew", "ניסן", "תשפ״ו"),
        ("ru", "jalali", "", "1405"),
    ):  # fmt: skip
        found = words(timeline(of, reader(code, calendar), today=TODAY, size=SIZE))
        assert year in found
        assert not month or month in found


def words(picture: Picture) -> list[str]:
    return [one.text for one in picture.shapes if isinstance(one, Word)]


@pytest.mark.parametrize("size", [(0.0, 0.0), (200.0, 140.0), (4000.0, 2000.0)])
def test_a_picture_of_any_size_is_whole(size: tuple[float, float]) -> None:
    picture = timeline(course(goal(), today=TODAY), reader("el"), today=TODAY, size=size)
    assert outside(picture) == []
    assert all(picture.said)


@settings(max_examples=50)
@given(
    VALUES, VALUES, DAYS, DAYS, st.lists(st.tuples(DAYS, VALUES), max_size=12), st.none() | VALUES,
    st.sampled_from(["up", "down"]), st.sampled_from(["gregorian", "jalali", "hebrew"]),
)  # fmt: skip
def test_whatever_was_typed_nothing_leaves_the_picture(
    baseline: Decimal,
    target: Decimal,
    start: date,
    due: date,
    values: list[tuple[date, Decimal]],
    stone: Decimal | None,
    direction: str,
    calendar: str,
) -> None:
    one = goal(baseline, target, start_on=start, due_on=due, direction=direction)
    stones = (Milestone(1, "", 1, "Half way", due - timedelta(days=3), stone),)
    of = course(one, taken(*values), stones, today=TODAY, title="Leads")
    picture = timeline(of, reader("fa", calendar), today=TODAY, size=SIZE)
    assert outside(picture) == []
    assert outside(picture.mirrored()) == []
    assert all(picture.said)
    assert all(picture.mirrored().said)


def outside(picture: Picture) -> list[tuple[float, float]]:
    """Where something stands that cannot be seen: no number, or more than a hair beyond an edge."""
    found = [place for shape in picture.shapes for place in places(shape)]
    found += [(mark.x, 0.0) for mark in picture.marks]
    return [
        (x, y)
        for x, y in found
        if not (isfinite(x) and -1 <= x <= picture.width + 1 and -1 <= y <= picture.height + 1)
    ]


def places(shape: Shape) -> list[tuple[float, float]]:
    if isinstance(shape, Line):
        return list(shape.points)
    end = [(shape.x + shape.width, shape.y + shape.height)] if isinstance(shape, Bar) else []
    return [(shape.x, shape.y), *end]
