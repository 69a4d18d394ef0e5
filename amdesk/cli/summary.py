"""``amdesk summary …``: the summary of a call, from its first line to the client's confirmation."""

from __future__ import annotations

from datetime import datetime

import click

from amdesk.cli.options import as_json, as_of, iso_moment
from amdesk.cli.session import Session
from amdesk.cli.summary_text import eml, newest, report, show, warn, write
from amdesk.domain.messages import N_
from amdesk.domain.summary import CONFIRMED_HOW
from amdesk.i18n.catalog import _
from amdesk.services import interactions, summaries


@click.group(
    "summary", help=_("Write the summary of a call, send it, have it confirmed. REFERENCE names the call.")
)
def command() -> None:
    """The summary of a call."""


@click.command("sent", help=_("Say that the summary was sent: its text is kept to the letter from now on."))
@click.argument("reference")
@click.option("--at", type=iso_moment, metavar="MOMENT", help=_("When it was sent; else now."))
@as_json
@as_of
@click.pass_obj
def sent(
    session: Session, reference: str, *, at: datetime | None, as_json: bool, as_of: datetime | None
) -> None:
    """Say that the summary was sent."""
    with session.desk(as_of) as desk:
        summary_id = newest(desk, reference)
        warn(desk, summary_id)
        summaries.mark_sent(desk, summary_id, at=at)
        report(desk, summary_id, as_json=as_json)


@click.command("confirm", help=_("The client confirmed the summary."))
@click.argument("reference")
@click.option("--who", required=True, metavar="NAME", help=_("Who confirmed it."))
@click.option(
    "--how", required=True, type=click.Choice(CONFIRMED_HOW), help=_("By a reply, by phone, or typed in.")
)
@click.option("--at", type=iso_moment, metavar="MOMENT", help=_("When it was confirmed; else now."))
@as_json
@as_of
@click.pass_obj
def confirm(
    session: Session,
    reference: str,
    *,
    who: str,
    how: str,
    at: datetime | None,
    as_json: bool,
    as_of: datetime | None,
) -> None:
    """The client confirmed the summary."""
    with session.desk(as_of) as desk:
        summary_id = newest(desk, reference)
        summaries.confirm(desk, summary_id, who=who, how=how, at=at)
        report(desk, summary_id, as_json=as_json)


@click.command(
    "correct", help=_("The client corrected the summary: begin a new version and keep the one before.")
)
@click.argument("reference")
@as_json
@as_of
@click.pass_obj
def correct(session: Session, reference: str, *, as_json: bool, as_of: datetime | None) -> None:
    """Begin a new version."""
    with session.desk(as_of) as desk:
        report(desk, summaries.correct(desk, newest(desk, reference)), as_json=as_json)


@click.command("chase", help=_("The client was reminded of a summary they have not answered."))
@click.argument("reference")
@as_json
@as_of
@click.pass_obj
def chase(session: Session, reference: str, *, as_json: bool, as_of: datetime | None) -> None:
    """The client was reminded."""
    with session.desk(as_of) as desk:
        summary_id = newest(desk, reference)
        summaries.chase(desk, summary_id)
        report(desk, summary_id, as_json=as_json)


@click.command("not-needed", help=_("No summary of this call is needed, for a reason."))
@click.argument("reference")
@click.option("--reason", required=True, metavar="TEXT", help=_("Why none is needed."))
@as_json
@as_of
@click.pass_obj
def not_needed(
    session: Session, reference: str, *, reason: str, as_json: bool, as_of: datetime | None
) -> None:
    """No summary is needed."""
    with session.desk(as_of) as desk:
        interaction_id = interactions.by_reference(desk, reference)
        with desk.step(N_("Summary not needed")):
            summary_id = summaries.start(desk, interaction_id)
            summaries.not_needed(desk, summary_id, reason=reason)
        report(desk, summary_id, as_json=as_json)


for part in (write, show, eml, sent, confirm, correct, chase, not_needed):
    command.add_command(part)
