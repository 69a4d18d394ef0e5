"""What the page of Today shows of each view, group by group, in words that screen and paper share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from amdesk.domain.agenda_rows import SECTION_NAMES, Day, Row
from amdesk.domain.messages import N_
from amdesk.gui import show
from amdesk.i18n import format as formats
from amdesk.i18n.catalog import _, calendar_in_use, current
from amdesk.services import agenda
from amdesk.services.desk import Desk
from amdesk.services.week import first_day, public_holidays, weekend

# The views with what they are called, in their order.
VIEW_NAMES = {
    "today": N_("Today"),
    "tomorrow": N_("Tomorrow"),
    "week": N_("Week"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A row with when it waits since, or when it comes, in words."""

    row: Row
    when: str


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under a heading (already translated); ``note`` stands beside it, ``above`` over it as a new part.

    ``has_more``: others wait that come when these are done.
    """

    name: str
    title: str
    lines: tuple[Line, ...]
    note: str = ""
    above: str = ""
    has_more: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """A view as a whole; ``to_come`` is what will want attention next where nothing does now."""

    groups: tuple[Group, ...]
    to_come: tuple[Line, ...] = ()

    @property
    def count(self) -> int:
        """How many rows it has."""
        return sum(len(group.lines) for group in self.groups)


def view(desk: Desk, name: str) -> View:
    """A view by its name."""
    if name == "today":
        return _today(desk)
    tomorrow = desk.today() + timedelta(days=1)
    if name == "tomorrow":
        days = agenda.ahead(desk, first=tomorrow, days=1)
        return View(tuple(_day(desk, one) for one in days if one.rows))
    days = agenda.ahead(desk, first=desk.today(), days=agenda.WEEK)
    return View(_week(desk, [one for one in days if one.rows]))


def _today(desk: Desk) -> View:
    found = agenda.today(desk)
    groups = [
        Group(
            one.name, _(SECTION_NAMES[one.name]),
            tuple(Line(row, formats.age_text(row.age_days, current())) for row in one.rows),
            has_more=one.has_more,
        )
        for one in found.sections
    ]  # fmt: skip
    return View(tuple(groups), tuple(Line(row, _comes(desk, row)) for row in found.to_come))


def _week(desk: Desk, days: Sequence[Day]) -> tuple[Group, ...]:
    """The days that have rows; where another week of the person's begins, that is said above."""
    begins = first_day(desk)
    today = desk.today()
    new_week = today + timedelta(days=(begins - today.weekday() - 1) % 7 + 1)
    first = next((one.on for one in days if one.on >= new_week), None)
    return tuple(_day(desk, one, above=_("Next week") if one.on == first else "") for one in days)


def _day(desk: Desk, day: Day, *, above: str = "") -> Group:
    lines = tuple(Line(row, show.time_of_day(desk, row.at)) for row in day.rows)
    return Group(f"day-{day.on}", _day_words(desk, day.on), lines, note=_free(desk, day.on), above=above)


def _day_words(desk: Desk, on: date) -> str:
    said = formats.unbroken(formats.date_text(on, current(), calendar=calendar_in_use(), style="full"))
    near = {0: _("Today"), 1: _("Tomorrow")}.get((on - desk.today()).days)
    return show.joined(near, said) if near else said


def _free(desk: Desk, on: date) -> str:
    """That nobody works on a day, by the person's own week."""
    holiday = public_holidays(desk, on.year).get(on)
    return holiday or (_("Day off") if on.weekday() in weekend(desk) else "")


def _comes(desk: Desk, row: Row) -> str:
    return show.clock(desk, row.at) if row.at is not None else show.day(row.due_on)
