"""The five ticks of a task put well."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from amdesk.domain.smart import ticks
from amdesk.domain.task import Task

BARE = Task(1, "u", "Audit", side="colleague")


def unmet(task: Task) -> set[str]:
    return {tick.id for tick in ticks(task) if not tick.is_met}


def test_a_bare_word_for_somebody_else_meets_none() -> None:
    assert unmet(BARE) == {"specific", "measurable", "achievable", "relevant", "time_bound"}


def test_each_field_meets_its_tick() -> None:
    task = replace(
        BARE, title="Audit the shop’s landing pages", result="A list of ten pages",
        agreed_on=date(2026, 3, 10), no_goal_reason="A favour", due_on=date(2026, 3, 20),
    )  # fmt: skip
    assert not unmet(task)
    assert unmet(replace(task, agreed_on=None)) == {"achievable"}


def test_what_i_do_myself_needs_nobodys_word() -> None:
    assert "achievable" not in unmet(replace(BARE, side="us"))


def test_requirements_say_what_a_short_title_does_not() -> None:
    assert "specific" not in unmet(replace(BARE, requirements="All pages with a form"))
