"""Every naughty string through goals, tasks, reminders and relatives, and out and in again: unchanged."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from amdesk.services import (
    clients,
    contacts,
    exchange,
    goals,
    personal_dates,
    reminders,
    task_outcomes,
    tasks,
)
from amdesk.services.check import check
from amdesk.services.desk import Desk
from tests.desks import desk
from tests.hostile.test_naughty import NAUGHTY, called

ON, LATER = date(2026, 12, 1), date(2027, 3, 1)
# What is kept of each noun beside what it belongs to.
WORDS = {
    "goal": "name, kpi, unit, notes",
    "measurement": "note",
    "milestone": "title",
    "planned_action": "title, owner",
    "task": "title, result, requirements, assignee",
    "question": "text, answer",
    "reminder": "text",
    "relative": "name, relation",
}

Rows = dict[str, list[tuple[object, ...]]]


@pytest.fixture(scope="module")
def full() -> Desk:
    """A desk with one of each for each string."""
    at = desk()
    with at.step("Fill"):
        client = clients.add(at, name="Northwind Traders")
        maya = contacts.add(at, client, name="Maya Stern")
        for text in NAUGHTY:
            goal = goals.add(
                at, client_id=client, name=called(text), kpi=called(text), unit="orders", notes=text,
                baseline=Decimal(1), target=Decimal(9), start_on=ON, due_on=LATER,
            )  # fmt: skip
            goals.measure(at, goal, ON, Decimal(2), note=text)
            goals.add_milestone(at, goal, title=called(text), due_on=LATER)
            goals.plan_action(at, goal, title=called(text), owner=called(text))
            task = tasks.add(
                at, title=called(text), client_id=client, result=text, requirements=text, side="colleague",
                assignee=called(text), due_on=LATER,
            )  # fmt: skip
            task_outcomes.answer(at, task_outcomes.clarify(at, task, called(text)), called(text))
            reminders.add(at, text=called(text), due_on=LATER)
            personal_dates.add_relative(at, maya, name=called(text), relation="child")
    return at


def said(at: Desk) -> Rows:
    """All the words of these nouns."""
    return {
        noun: sorted(map(tuple, at.store.rows(f"SELECT {words} FROM {noun}")), key=repr)
        for noun, words in WORDS.items()
    }


def test_every_field_keeps_what_was_typed(full: Desk) -> None:
    there = said(full)
    for text in NAUGHTY:
        whole = called(text)
        assert (whole, text, text, whole) in there["task"]
        assert (text,) in there["measurement"]
        assert (whole, whole, "orders", text) in there["goal"]
    assert all(len(rows) >= len(NAUGHTY) for rows in there.values())
    assert check(full) == ()


@pytest.mark.parametrize("form", ["csv", "xlsx", "json"])
def test_everything_comes_back_as_it_left(full: Desk, tmp_path: Path, form: str) -> None:
    files = exchange.drain(exchange.export(full, tmp_path, formats=(form,), relatives=True))
    again = desk()
    for path in exchange.in_order(list(files)):
        result = exchange.drain(exchange.run(again, exchange.preview(again, path)))
        assert (result.counts.errors, result.errors) == (0, ())
    assert said(again) == said(full)
    assert check(again) == ()
    again.close()
