"""Reminders as the command line tells them: a table for people, records for scripts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from amdesk.cli.output import moment, table
from amdesk.domain.reminder import Armed
from amdesk.i18n.catalog import _, calendar_in_use, current, pgettext
from amdesk.i18n.format import moment_text
from amdesk.services.desk import Desk


def show(desk: Desk, found: Sequence[Armed]) -> None:
    """Print one line for each."""
    head = (pgettext("column", "Rings"), _("Client"), _("Reminder"))
    table(head, [(_when(desk, one.rings_at), one.client, one.reminder.text) for one in found])


def record(one: Armed) -> dict[str, object]:
    """A reminder as scripts read it; a moment in UTC, the day and clock as they are set."""
    its = one.reminder
    return {
        "kind": one.noun,
        "id": its.id,
        "uuid": its.uuid,
        "client": one.client,
        "text": its.text,
        "due_on": its.due_on.isoformat(),
        "clock": its.clock or None,
        "repeat": its.repeat,
        "state": "shown" if one.rang else its.state,
        "urgent": its.urgent,
        "rings_at": moment(one.rings_at),
    }


def _when(desk: Desk, at: datetime | None) -> str:
    local = at.astimezone(desk.zone) if at else None
    return moment_text(local, current(), calendar=calendar_in_use()) if local else ""
