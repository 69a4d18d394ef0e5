"""The rules by which a summary moves, and what is looked at before it goes out."""

from __future__ import annotations

from datetime import date

import pytest

from amdesk.domain.errors import AmdeskError
from amdesk.domain.points import Point
from amdesk.domain.summary import (
    STATES,
    chase_due_on,
    check_confirmation,
    check_not_needed,
    guards,
    next_state,
)
from amdesk.domain.workdays import WorkWeek

FRIDAY_SATURDAY = frozenset({4, 5})
DECIDED = (Point("decision", "Budget goes up"),)


def looked_over(**changed: object) -> list[str]:
    usual: dict[str, object] = {
        "points": DECIDED, "recipients": ["maya@northwind.example"], "nameless": [], "gone": [],
        "private_note": "", "body": "1. Budget goes up",
    }  # fmt: skip
    return [guard.kind for guard in guards(**{**usual, **changed})]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("state", "verb", "after"),
    [
        ("draft", "hand_over", "handed_over"),
        ("handed_over", "send", "sent"),
        ("draft", "send", "sent"),
        ("sent", "confirm", "confirmed"),
        ("sent", "correct", "corrected"),
        ("confirmed", "correct", "corrected"),
        ("sent", "give_up", "no_answer"),
        ("no_answer", "confirm", "confirmed"),
        ("no_answer", "correct", "corrected"),
        ("draft", "not_needed", "not_needed"),
        ("handed_over", "take_back", "draft"),
        ("not_needed", "needed", "draft"),
        ("sent", "accept_silently", "silent"),
    ],
)
def test_a_summary_moves_along_its_way(state: str, verb: str, after: str) -> None:
    assert next_state(state, verb) == after


@pytest.mark.parametrize(
    ("state", "verb"),
    [
        ("draft", "confirm"),
        ("handed_over", "confirm"),
        ("draft", "correct"),
        ("sent", "send"),
        ("confirmed", "send"),
        ("corrected", "confirm"),
        ("sent", "not_needed"),
        ("handed_over", "not_needed"),
        ("draft", "give_up"),
        ("confirmed", "give_up"),
        ("not_needed", "send"),
        ("corrected", "correct"),
    ],
)
def test_a_step_out_of_order_is_refused_with_a_sentence(state: str, verb: str) -> None:
    with pytest.raises(AmdeskError, match=r"\.$"):
        next_state(state, verb)


@pytest.mark.parametrize("state", [s for s in STATES if s not in {"draft", "handed_over"}])
def test_only_a_draft_can_be_handed_over(state: str) -> None:
    with pytest.raises(AmdeskError):
        next_state(state, "hand_over")


def test_a_confirmation_needs_a_who_and_a_how() -> None:
    check_confirmation("Maya Stern", "phone")
    with pytest.raises(AmdeskError, match="name"):
        check_confirmation("  ", "phone")
    with pytest.raises(AmdeskError, match="how"):
        check_confirmation("Maya Stern", "")


def test_not_needed_wants_a_reason_and_no_change_among_the_points() -> None:
    check_not_needed("Only a greeting", DECIDED)
    with pytest.raises(AmdeskError, match="why"):
        check_not_needed(" ", DECIDED)
    with pytest.raises(AmdeskError, match="change"):
        check_not_needed("Only a greeting", (Point("change", "Rate"),))


def test_a_good_summary_passes_every_guard() -> None:
    assert looked_over() == []


@pytest.mark.parametrize(
    ("changed", "kind"),
    [
        ({"recipients": []}, "no_address"),
        ({"nameless": ["Dana"]}, "no_address"),
        ({"gone": ["Dana"]}, "gone"),
        ({"points": (Point("insight", "They like numbers"),)}, "nothing_agreed"),
        ({"private_note": "Budget  GOES up"}, "private"),
        ({"private_note": "first\nשָׁלוֹם רב", "body": "שלום רב, דנה"}, "private"),
    ],
)
def test_a_guard_says_what_to_look_at(changed: dict[str, object], kind: str) -> None:
    assert looked_over(**changed) == [kind]


def test_only_a_leak_of_the_private_note_blocks() -> None:
    found = guards(
        points=(),
        recipients=[],
        nameless=["Dana"],
        gone=["Dana"],
        private_note="Budget",
        body="Budget goes up",
    )
    assert {guard.kind: guard.blocks for guard in found} == {
        "no_address": False,
        "gone": False,
        "nothing_agreed": False,
        "private": True,
    }


def test_a_chase_comes_after_two_and_four_working_days() -> None:
    thursday = date(2026, 12, 17)
    assert chase_due_on(thursday, 0, WorkWeek()) == date(2026, 12, 21)
    assert chase_due_on(thursday, 1, WorkWeek()) == date(2026, 12, 23)
    assert chase_due_on(thursday, 2, WorkWeek()) is None


def test_a_chase_counts_the_days_of_the_clients_week() -> None:
    assert chase_due_on(date(2026, 12, 17), 0, WorkWeek(FRIDAY_SATURDAY)) == date(2026, 12, 21)
    assert chase_due_on(date(2026, 12, 20), 0, WorkWeek(FRIDAY_SATURDAY)) == date(2026, 12, 22)


def test_a_chase_does_not_fall_on_the_clients_holiday() -> None:
    christmas = WorkWeek(holidays={date(2026, 12, 24), date(2026, 12, 25)})
    assert chase_due_on(date(2026, 12, 23), 0, christmas) == date(2026, 12, 29)


def test_after_a_late_chase_the_client_has_two_working_days_again() -> None:
    sent_on, late = date(2026, 12, 1), date(2026, 12, 17)
    assert chase_due_on(sent_on, 1, WorkWeek(), chased_on=late) == date(2026, 12, 21)
    assert chase_due_on(sent_on, 1, WorkWeek(), chased_on=date(2026, 12, 3)) == date(2026, 12, 7)


def test_what_is_settled_is_not_told_to_be_sent_first() -> None:
    with pytest.raises(AmdeskError, match="confirmed already"):
        next_state("confirmed", "confirm")
    for verb in ("confirm", "correct"):
        with pytest.raises(AmdeskError, match="it stands for it now"):
            next_state("corrected", verb)
