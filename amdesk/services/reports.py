"""The monthly report of a client: which month, and all that stands in it."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from amdesk.domain.calendars import parts, to_date
from amdesk.domain.errors import AmdeskError
from amdesk.domain.goal import PlannedAction
from amdesk.domain.messages import N_
from amdesk.domain.months import month_begin, month_end
from amdesk.services import clients, shared_goals
from amdesk.services.composed import Composed, composed
from amdesk.services.desk import Desk

if TYPE_CHECKING:
    from amdesk.documents.goal_parts import SharedGoal
    from amdesk.documents.monthly_report import Done

_MONTH = re.compile(r"(\d{4})-(\d{1,2})", re.ASCII)
_NEXT = 20  # planned actions; more of them are a plan, and that stands on the sheet


def last_month(desk: Desk, client_id: int) -> date:
    """The first day of the last month that is over, in the client's calendar."""
    calendar = clients.get(desk, client_id).calendar
    return month_begin(month_begin(desk.today(), calendar) - timedelta(days=1), calendar)


def month(desk: Desk, client_id: int, typed: str) -> date:
    """The first day of a month typed as year and month of the client's calendar; AmdeskError where that is
    none, or where it has not begun.
    """
    calendar = clients.get(desk, client_id).calendar
    year, number, _day = parts(last_month(desk, client_id), calendar)
    example = f"{year}-{number:02}"
    found = _MONTH.fullmatch(typed.strip())
    if found is None or abs(int(found[1]) - year) > 100:
        raise AmdeskError(
            N_("“{month}” is no month of the client’s calendar. Write it like {example}."),
            month=typed, example=example,
        )  # fmt: skip
    first = to_date(int(found[1]), int(found[2]), 1, calendar=calendar)
    if first > desk.today():
        raise AmdeskError(
            N_("The month {month} has not begun yet. Choose one that has, such as {example}."),
            month=typed, example=example,
        )  # fmt: skip
    return first


def compose(desk: Desk, client_id: int, first: date | None = None) -> Composed:
    """The report of the month that a day is in, the last full one unless given."""
    from amdesk.documents import monthly_report as document

    client = clients.get(desk, client_id)
    first = month_begin(first or last_month(desk, client_id), client.calendar)
    last = min(month_end(first, client.calendar), desk.today())
    goals = tuple(
        one
        for one in shared_goals.of_client(desk, client_id, until=last, since=first)
        if one.goal.start_on <= last
    )
    leaf = document.render(
        document.MonthlyReport(
            language=client.language,
            calendar=client.calendar,
            client_name=client.name,
            first=first,
            last=last,
            today=desk.today(),
            goals=tuple(document.GoalMonth(one, _value_by(one, first - timedelta(days=1))) for one in goals),
            done=_done(desk, client_id, goals, first=first, last=last),
            promises=shared_goals.promises(desk, client_id),
            questions=shared_goals.questions(desk, client_id),
            planned=_planned(goals, last),
            my_name=str(desk.settings["my_name"]),
            my_company=str(desk.settings["my_company"]),
            my_phone=str(desk.settings["my_phone"]),
        )
    )
    year, number, _day = parts(first, client.calendar)
    name = f"{client.code}-{year}-{number:02}-report"
    return composed(leaf, kind="report", client_id=client_id, name=name)


def _value_by(one: SharedGoal, day: date) -> Decimal | None:
    """The last value measured by a day."""
    return next((taken.value for taken in reversed(one.measurements) if taken.taken_on <= day), None)


def _done(
    desk: Desk, client_id: int, goals: tuple[SharedGoal, ...], *, first: date, last: date
) -> tuple[Done, ...]:
    """Planned actions done, milestones reached and promises kept from one day to another."""
    from amdesk.documents.monthly_report import Done

    found = [
        Done(step.title, step.done_on, step.side, step.owner, one.goal.name)
        for one in goals
        for step in one.actions
        if step.done_on and first <= step.done_on <= last
    ]
    found += [
        Done(stone.title, stone.reached_on, "", "", one.goal.name)
        for one in goals
        for stone in one.milestones
        if stone.reached_on and first <= stone.reached_on <= last
    ]
    found += [
        Done(promise.text, day, promise.side, promise.owner)
        for promise, day in shared_goals.kept(desk, client_id, first=first, last=last)
    ]
    return tuple(found)


def _planned(goals: tuple[SharedGoal, ...], last: date) -> tuple[tuple[PlannedAction, str], ...]:
    """What was still to be done then, what is due first before the rest."""
    open_ = [
        (step, one.goal.name)
        for one in goals
        for step in one.actions
        if step.done_on is None or step.done_on > last
    ]
    return tuple(sorted(open_, key=lambda pair: pair[0].due_on or date.max)[:_NEXT])
