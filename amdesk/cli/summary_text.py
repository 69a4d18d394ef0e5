"""The parts of ``amdesk summary`` that are about its text: write, show and eml; and what all parts report."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from amdesk.cli.options import as_json, as_of, day
from amdesk.cli.output import document, line, moment, table, tell
from amdesk.cli.session import Session
from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_
from amdesk.domain.points import CHANGE_KINDS, SIDES, SIGNS, Point, parse_line
from amdesk.domain.summary import STATE_NAMES
from amdesk.i18n.catalog import _, calendar_in_use, current, pgettext
from amdesk.i18n.format import date_text, listed
from amdesk.services import drafts, handing, interactions, summaries
from amdesk.services.desk import Desk
from amdesk.services.handing import Own

_OF_ACTIONS = ("side", "owner", "due_on")
_OF_CHANGES = ("change_kind", "from_value", "to_value", "effective_on")


@click.command(
    "write",
    help=_(
        "Add points to the summary, one a line, from LINES or from stdin. A line may begin with ! for a "
        "decision, ~ for a change, > for an action, * for an insight, ? for an open question."
    ),
)
@click.argument("reference")
@click.argument("lines", nargs=-1)
@click.option(
    "--replace", "anew", is_flag=True, help=_("Put these in the place of the points that are there.")
)
@click.option("--side", type=click.Choice(SIDES), help=_("Who owes these actions."))
@click.option("--owner", metavar="NAME", help=_("The person who owes these actions."))
@click.option("--due", metavar="DATE", help=_("When these actions are due; else a date found in the line."))
@click.option("--change-kind", type=click.Choice(CHANGE_KINDS), help=_("What these changes change."))
@click.option("--from", "from_value", metavar="TEXT", help=_("What it was before these changes."))
@click.option("--to", "to_value", metavar="TEXT", help=_("What it is after these changes."))
@click.option("--effective", metavar="DATE", help=_("From when these changes hold."))
@click.option("--closing", metavar="TEXT", help=_("Close the mail with these words; empty for none at all."))
@as_json
@as_of
@click.pass_obj
def write(
    session: Session, /, reference: str, lines: tuple[str, ...], *, anew: bool, due: str | None,
    effective: str | None, closing: str | None, as_json: bool, as_of: datetime | None, **said: str | None,
) -> None:  # fmt: skip
    """Add points to the summary of a call."""
    typed = [text for text in (lines or _stdin()) if text.strip()]
    if not typed and closing is None:
        raise click.UsageError(_("No lines are given: write them as arguments or pipe them in."))
    with session.desk(as_of) as desk:
        dates = {
            "due_on": day(desk, due, option="--due"),
            "effective_on": day(desk, effective, option="--effective"),
        }
        with desk.step(N_("Write summary")):
            summary_id = summaries.start(desk, interactions.by_reference(desk, reference))
            there = summaries.points(desk, summary_id)
            added = [_point(desk, summary_id, text, {**said, **dates}) for text in typed]
            if typed:
                summaries.write(desk, summary_id, _kept(there, added) if anew else [*there, *added])
            if closing is not None:
                summaries.set_closing(desk, summary_id, closing)
        report(desk, summary_id, as_json=as_json)


def _stdin() -> list[str]:
    """The lines piped in; asking a person at a terminal for them would only seem to hang."""
    return [] if sys.stdin is None or sys.stdin.isatty() else sys.stdin.read().splitlines()


def _point(desk: Desk, summary_id: int, text: str, said: Mapping[str, object]) -> Point:
    point = parse_line(text)
    names = {"action": _OF_ACTIONS, "change": _OF_CHANGES}.get(point.kind, ())
    point = replace(point, **{name: said[name] for name in names if said.get(name) is not None})  # type: ignore[arg-type]
    if point.kind == "action" and point.due_on is None:
        found = summaries.offers(desk, summary_id, point.text)
        point = replace(point, due_on=found[0]) if found else point
    return point


def _kept(there: Sequence[Point], wanted: Sequence[Point]) -> list[Point]:
    """The points wanted; one that says what one in the file says is that one, with its answer."""
    by_words = {(point.kind, point.text): point for point in there}
    found = []
    for point in wanted:
        same = by_words.pop((point.kind, point.text), None)
        kept = (
            {"id": same.id, "uuid": same.uuid, "answered_on": same.answered_on, "answer": same.answer}
            if same
            else {}
        )
        found.append(replace(point, **kept))  # type: ignore[arg-type]
    return found


@click.command("show", help=_("Show the mail as the client will see it, or as it was sent."))
@click.argument("reference")
@click.option(
    "--reminder",
    is_flag=True,
    help=_("The mail that reminds the client of a summary they have not answered."),
)
@as_json
@as_of
@click.pass_obj
def show(session: Session, reference: str, *, reminder: bool, as_json: bool, as_of: datetime | None) -> None:
    """Show the mail as the client will see it."""
    with session.desk(as_of) as desk:
        summary_id = newest(desk, reference)
        draft = drafts.compose_chase(desk, summary_id) if reminder else drafts.compose(desk, summary_id)
        warn(desk, summary_id, reminder=reminder)
        if as_json:
            mail = {"language": draft.language, "to": list(draft.to), "subject": draft.subject}
            document({**_facts(desk, summary_id), **mail, "plain": draft.plain, "html": draft.html})
            return
        line(_("To: {addresses}").format(addresses=listed(draft.to, current())))
        line(_("Subject: {subject}").format(subject=draft.subject))
        line("")
        line(draft.plain)


@click.command(
    "eml", help=_("Write the mail into FILE as a draft for any mail program. That is not sending it.")
)
@click.argument("reference")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@as_json
@as_of
@click.pass_obj
def eml(session: Session, reference: str, file: Path, *, as_json: bool, as_of: datetime | None) -> None:
    """Write the mail as a draft."""
    with session.desk(as_of) as desk:
        summary_id = newest(desk, reference)
        warn(desk, summary_id)
        summaries.hand_over_by(desk, summary_id, way="eml", own=into(desk, file))
        report(desk, summary_id, as_json=as_json)


def into(desk: Desk, file: Path) -> Own:
    """Handing a mail over as a draft in a file."""
    return {"eml": lambda draft: file.write_bytes(handing.eml(desk, draft))}


def newest(desk: Desk, reference: str) -> int:
    """The newest version of a call's summary; an AmdeskError while there is none."""
    found = summaries.newest(desk, interactions.by_reference(desk, reference))
    if found is None:
        told = N_("There is no summary of {reference} yet. “amdesk summary write” begins it.")
        raise AmdeskError(told, reference=reference)
    return found.id


def warn(desk: Desk, summary_id: int, *, reminder: bool = False) -> None:
    """Say on stderr what to look at before the mail goes out."""
    for guard in (drafts.chase_guards if reminder else drafts.guards)(desk, summary_id):
        tell(guard.message)


def report(desk: Desk, summary_id: int, *, as_json: bool) -> None:
    """Print where the summary stands now, and its points."""
    if as_json:
        document(_facts(desk, summary_id))
        return
    facts = _facts(desk, summary_id)
    told = _("{reference}, version {version}: {state}")
    line(
        told.format(
            reference=facts["reference"], version=facts["version"], state=_(STATE_NAMES[str(facts["state"])])
        )
    )
    points = summaries.points(desk, summary_id)
    if points:
        due = [
            date_text(p.due_on, current(), calendar=calendar_in_use(), style="short") if p.due_on else ""
            for p in points
        ]
        table(
            ("", _("Point"), pgettext("column", "Due")),
            [(SIGNS[p.kind], p.text, on) for p, on in zip(points, due, strict=True)],
        )


def _facts(desk: Desk, summary_id: int) -> dict[str, object]:
    """A version as it leaves in JSON."""
    summary = summaries.get(desk, summary_id)
    call = interactions.get(desk, summary.interaction_id)
    return {
        "reference": call.reference,
        "uuid": summary.uuid,
        "version": summary.version,
        "state": summary.state,
        "message_id": summary.message_id,
        "handed_over_at": moment(summary.handed_over_at),
        "sent_at": moment(summary.sent_at),
        "sent_to": list(summary.sent_to),
        "chases": summary.chases,
        "confirmed_by": summary.confirmed_by,
        "confirmed_at": moment(summary.confirmed_at),
        "confirmed_how": summary.confirmed_how,
        "reason": summary.reason,
        "points": [_point_facts(point) for point in summaries.points(desk, summary_id)],
    }


def _point_facts(point: Point) -> dict[str, object]:
    return {
        "uuid": point.uuid,
        "kind": point.kind,
        "text": point.text,
        "side": point.side,
        "owner": point.owner,
        "due_on": point.due_on.isoformat() if point.due_on else None,
        "change_kind": point.change_kind,
        "from": point.from_value,
        "to": point.to_value,
        "effective_on": point.effective_on.isoformat() if point.effective_on else None,
    }
