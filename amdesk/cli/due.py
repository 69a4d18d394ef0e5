"""``amdesk due``: the reminders that have come and are not settled."""

from __future__ import annotations

from datetime import datetime

import click

from amdesk.cli.options import as_json, as_of
from amdesk.cli.output import document, line
from amdesk.cli.reminder_rows import record, show
from amdesk.cli.session import Session
from amdesk.i18n.catalog import _
from amdesk.services import alarms


@click.command("due", help=_("Tell which reminders have come and are not settled."))
@as_json
@as_of
@click.pass_obj
def command(session: Session, *, as_json: bool, as_of: datetime | None) -> None:
    """Tell which reminders have come."""
    with session.desk(as_of) as desk:
        found = alarms.come(desk)
        if as_json:
            document([record(one) for one in found])
        elif found:
            show(desk, found)
        else:
            line(_("No reminder has come."))
