"""``amdesk summary …``: the summary of a call, from its first line to the client's confirmation."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from amdesk.cli.options import as_json, as_of, iso_moment
from amdesk.cli.session import Session
from amdesk.cli.summary_text import eml, into, newest, report, show, warn, write
from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_
from amdesk.domain.summary import CONFIRMED_HOW
from amdesk.i18n.catalog import _
from amdesk.services import interactions, proofs, summaries
from amdesk.services.desk import Desk
from amdesk.services.proofs import Proof

_MAIL = click.Path(dir_okay=False, path_type=Path)


@click.group(
    "summary", help=_("Write the summary of a call, send it, have it confirmed. REFERENCE names the call.")
)
def command() -> None:
    """The summary of a call."""


@click.command("sent", help=_("Say that the summary was sent: its text is kept to the letter from now on."))
@click.argument("reference")
@click.option("--at", type=iso_moment, metavar="MOMENT", help=_("When it was sent; else now."))
@click.option("--mail", type=_MAIL, metavar="FILE", help=_("The mail as it was sent (.eml), as proof."))
@as_json
@as_of
@click.pass_obj
def sent(
    session: Session, reference: str, *, at: datetime | None, mail: Path | None, as_json: bool,
    as_of: datetime | None,
) -> None:  # fmt: skip
    """Say that the summary was sent."""
    with session.desk(as_of) as desk:
        summary_id = newest(desk, reference)
        warn(desk, summary_id)
        if mail is not None:
            proofs.take_file(desk, summary_id, mail)
        else:
            summaries.mark_sent(desk, summary_id, at=at)
        report(desk, summary_id, as_json=as_json)


@click.command("confirm", help=_("The client confirmed the summary."))
@click.argument("reference")
@click.option("--who", metavar="NAME", help=_("Who confirmed it."))
@click.option("--how", type=click.Choice(CONFIRMED_HOW), help=_("By a reply, by phone, or typed in."))
@click.option("--at", type=iso_moment, metavar="MOMENT", help=_("When it was confirmed; else now."))
@click.option(
    "--mail", type=_MAIL, metavar="FILE", help=_("The client’s answer (.eml): it says who and when.")
)
@as_json
@as_of
@click.pass_obj
def confirm(
    session: Session, reference: str, *, who: str | None, how: str | None, at: datetime | None,
    mail: Path | None, as_json: bool, as_of: datetime | None,
) -> None:  # fmt: skip
    """The client confirmed the summary."""
    if mail is None and not (who and how):
        raise click.UsageError(_("Say --who confirmed it and --how, or name their --mail."))
    with session.desk(as_of) as desk:
        summary_id = newest(desk, reference)
        with desk.step(N_("Summary confirmed")):
            answer = _answer(desk, summary_id, mail) if mail else Proof("reply", "", None)
            moment = at or answer.at
            summaries.confirm(desk, summary_id, who=who or answer.who, how=how or "reply", at=moment)
        report(desk, summary_id, as_json=as_json)


def _answer(desk: Desk, summary_id: int, mail: Path) -> Proof:
    """What the client's mail proves; our own proves nothing of theirs."""
    proof = proofs.take_file(desk, summary_id, mail)
    if proof.kind != "reply":
        raise AmdeskError(
            N_("{file} is a mail you sent, not the client’s answer to it. Name the answer."), file=mail.name
        )
    return proof


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


@click.command(
    "remind", help=_("Write the mail that reminds the client into FILE as a draft. That is not sending it.")
)
@click.argument("reference")
@click.argument("file", type=_MAIL)
@as_json
@as_of
@click.pass_obj
def remind(session: Session, reference: str, file: Path, *, as_json: bool, as_of: datetime | None) -> None:
    """Write the reminder as a draft."""
    with session.desk(as_of) as desk:
        summary_id = newest(desk, reference)
        warn(desk, summary_id, reminder=True)
        summaries.hand_over_chase_by(desk, summary_id, way="eml", own=into(desk, file))
        report(desk, summary_id, as_json=as_json)


@click.command("chase", help=_("The client was reminded of a summary they have not answered."))
@click.argument("reference")
@click.option("--at", type=iso_moment, metavar="MOMENT", help=_("When they were reminded; else now."))
@as_json
@as_of
@click.pass_obj
def chase(
    session: Session, reference: str, *, at: datetime | None, as_json: bool, as_of: datetime | None
) -> None:
    """The client was reminded."""
    with session.desk(as_of) as desk:
        summary_id = newest(desk, reference)
        summaries.chase(desk, summary_id, at=at)
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
        summary_id = summaries.not_needed_for(desk, interaction_id, reason=reason)
        report(desk, summary_id, as_json=as_json)


for part in (write, show, eml, sent, confirm, correct, remind, chase, not_needed):
    command.add_command(part)
