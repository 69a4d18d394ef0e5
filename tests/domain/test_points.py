"""How a typed line becomes a point, and how versions are compared."""

from __future__ import annotations

from datetime import date

import pytest

from amdesk.domain.difference import compare
from amdesk.domain.points import Point, age_days, of_kind, parse_line


@pytest.mark.parametrize(
    ("line", "kind", "text"),
    [
        ("Budget goes up", "decision", "Budget goes up"),
        ("! Budget goes up", "decision", "Budget goes up"),
        ("~ rate from 4 % to 5 %", "change", "rate from 4 % to 5 %"),
        ("> לשלוח הצעה", "action", "לשלוח הצעה"),
        ("* likes numbers", "insight", "likes numbers"),
        ("? who pays", "question", "who pays"),
        ("; ποιος πληρώνει", "question", "ποιος πληρώνει"),
        ("؟ چه کسی می‌پردازد", "question", "چه کسی می‌پردازد"),
        ("< فرستادن برنامه", "action", "فرستادن برنامه"),
        (">100 orders a week", "decision", ">100 orders a week"),
        ("?", "decision", "?"),
        ("  > send  ", "action", "send"),
    ],
)
def test_a_prefix_sets_the_kind_of_a_line(line: str, kind: str, text: str) -> None:
    point = parse_line(line)
    assert (point.kind, point.text) == (kind, text)


def test_a_line_without_a_prefix_is_of_the_kind_being_written() -> None:
    assert parse_line("and a second one", "action").kind == "action"


def test_an_action_is_ours_and_a_change_of_some_kind_until_said_otherwise() -> None:
    assert of_kind(Point("decision", "x"), "action").side == "us"
    assert of_kind(Point("decision", "x"), "change").change_kind == "other"
    assert of_kind(Point("action", "x", side="client"), "action").side == "client"


def test_a_question_ages_until_it_is_answered() -> None:
    asked = date(2026, 12, 1)
    question = Point("question", "Who pays?")
    assert age_days(question, asked, date(2026, 12, 15)) == 14
    answered = Point("question", "Who pays?", answered_on=date(2026, 12, 4))
    assert age_days(answered, asked, date(2026, 12, 15)) == 3


def test_a_comparison_shows_what_was_added_edited_and_removed() -> None:
    kept, edited, gone = Point("decision", "A"), Point("action", "B", side="us"), Point("insight", "C")
    now = Point("action", "B", side="us", due_on=date(2026, 12, 20))
    found = compare([kept, edited, gone], [kept, now, Point("question", "D"), Point("question", "E")])
    assert [(one.kind, one.before, one.after) for one in found] == [
        ("same", kept, kept),
        ("edited", edited, now),
        ("edited", gone, Point("question", "D")),
        ("added", None, Point("question", "E")),
    ]
    assert [one.kind for one in compare([kept, gone], [kept])] == ["same", "removed"]


def test_moving_in_the_file_is_no_difference() -> None:
    assert [
        one.kind for one in compare([Point("decision", "A", id=1, position=3)], [Point("decision", "A")])
    ] == ["same"]
