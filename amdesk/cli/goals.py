"""``amdesk goals [TEXT]``: how the goals stand, all of them or those that match."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal

import click

from amdesk.cli.options import as_json, as_of
from amdesk.cli.output import document, plain, table, tell
from amdesk.cli.session import Session
from amdesk.domain.goal import Goal, GoalLine
from amdesk.domain.goal_state import STATE_NAMES, STATES
from amdesk.domain.goal_told import told
from amdesk.domain.messages import N_, Message
from amdesk.i18n.catalog import _, calendar_in_use, current, pgettext
from amdesk.i18n.format import date_text, number_text
from amdesk.services import clients, goals
from amdesk.services.desk import Desk

_AT_ONCE = 200


@click.command(
    "goals", help=_("Tell how the goals stand, all of them or those whose name or client matches.")
)
@click.argument("text", default="")
@click.option("--client", metavar="CLIENT", help=_("Only the goals of this client: a code or a name."))
@click.option(
    "--state", "states", type=click.Choice(list(STATES)), multiple=True,
    help=_("Only goals in this state; may be given several times."),
)  # fmt: skip
@as_json
@as_of
@click.pass_obj
def command(
    session: Session, text: str, *, client: str | None, states: tuple[str, ...], as_json: bool,
    as_of: datetime | None,
) -> None:  # fmt: skip
    """Tell how the goals stand."""
    with session.desk(as_of) as desk:
        client_id = clients.named(desk, client) if client else None
        found = goals.find(desk, text, states=states, client_id=client_id)
        lines = list(_lines(desk, found))
        if as_json:
            document([record(desk, line) for line in lines])
        elif lines:
            head = (
                _("Client"), _("Goal"), _("State"), _("Now"), _("Expected"), _("Target"), _("Due"),
                pgettext("column", "Forecast"),
            )  # fmt: skip
            table(head, [_row(desk, line) for line in lines])
        else:
            is_narrowed = bool(text.strip() or states or client)
            tell(Message.of(N_("No goal matches.") if is_narrowed else N_("There is no goal yet.")))


def _lines(desk: Desk, ids: Sequence[int]) -> Iterator[GoalLine]:
    for start in range(0, len(ids), _AT_ONCE):
        yield from goals.lines(desk, ids[start : start + _AT_ONCE])


def _row(desk: Desk, line: GoalLine) -> tuple[str, ...]:
    goal, standing = line.goal, goals.standing(desk, line)
    return (
        line.code, goal.name, _(STATE_NAMES[standing.state]), _value(goal, standing.value),
        _value(goal, standing.expected), _value(goal, goal.target), _day(goal.due_on),
        _day(standing.forecast_on),
    )  # fmt: skip


def _value(goal: Goal, value: Decimal | None) -> str:
    return "" if value is None else f"{number_text(value, current())} {goal.unit}".rstrip()


def _day(day: date | None) -> str:
    return date_text(day, current(), calendar=calendar_in_use(), style="short") if day else ""


def record(desk: Desk, line: GoalLine) -> dict[str, object]:
    """A goal as it leaves in JSON: values as numbers, shares from 0 to 1."""
    goal, standing = line.goal, goals.standing(desk, line)
    return {
        "id": goal.id,
        "uuid": goal.uuid,
        "client": line.client,
        "code": line.code,
        "name": goal.name,
        "kpi": goal.kpi,
        "unit": goal.unit,
        "direction": goal.direction,
        "baseline": _number(goal.baseline),
        "target": _number(goal.target),
        "start_on": goal.start_on.isoformat(),
        "due_on": goal.due_on.isoformat(),
        "rhythm": goal.rhythm,
        "shared": goal.shared,
        "ended_on": _iso(goal.ended_on),
        "state": standing.state,
        "value": _number(standing.value),
        "measured_on": _iso(standing.measured_on),
        "expected": _number(standing.expected),
        "progress": standing.progress,
        "elapsed": standing.elapsed,
        "forecast_on": _iso(standing.forecast_on),
        "told": " ".join(map(plain, told(goal, standing))),
    }


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
