"""``amdesk remind FROM UNTIL``: what would ring between two moments."""

from __future__ import annotations

from datetime import datetime

import click

from amdesk.cli.options import as_json, iso_moment
from amdesk.cli.output import document, line
from amdesk.cli.reminder_rows import record, show
from amdesk.cli.session import Session
from amdesk.i18n.catalog import _
from amdesk.services import alarms


@click.command("remind", help=_("Tell which reminders ring after one moment and up to another."))
@click.argument("begins", metavar="FROM", type=iso_moment)
@click.argument("ends", metavar="UNTIL", type=iso_moment)
@as_json
@click.pass_obj
def command(session: Session, begins: datetime, ends: datetime, *, as_json: bool) -> None:
    """Tell which reminders ring between two moments."""
    with session.desk() as desk:
        found = alarms.between(desk, begins, ends)
        if as_json:
            document([record(one) for one in found])
        elif found:
            show(desk, found)
        else:
            line(_("Nothing rings in that time."))
