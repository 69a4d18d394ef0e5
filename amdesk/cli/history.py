"""``amdesk history CLIENT|REFERENCE``: what a client or a call was before, step by step."""

from __future__ import annotations

from collections.abc import Sequence

import click

from amdesk.cli.options import as_json
from amdesk.cli.output import document, line, moment, plain, tell
from amdesk.cli.session import Session
from amdesk.domain.messages import N_, Message
from amdesk.domain.record_past import Past, Step
from amdesk.domain.record_told import Told
from amdesk.i18n.catalog import _, calendar_in_use, current, sentence
from amdesk.i18n.format import moment_text
from amdesk.services import history
from amdesk.services.desk import Desk


@click.command("history", help=_("Tell what a client or a call was before, the newest step first."))
@click.argument("what", metavar="CLIENT|REFERENCE")
@as_json
@click.pass_obj
def command(session: Session, what: str, *, as_json: bool) -> None:
    """Tell what a client or a call was before, the newest step first."""
    with session.desk() as desk:
        record = history.look(desk, *history.named(desk, what))
        steps = [(one, history.tell(desk, record, one)) for one in record.past]
        if as_json:
            found = [_step(one, told) for one, told in steps]
            document({"noun": record.noun, "id": record.id, "title": record.title, "steps": found})
        elif not steps:
            tell(Message.of(N_("Nothing has changed yet")))
        else:
            for past, told in steps:
                line(_headed(desk, past))
                _show(told)


def _show(changes: Sequence[Told]) -> None:
    for change in changes:
        line(f"  {sentence(change.message)}")
        for one in change.lines:
            line(f"    {'+' if one.is_new else '-'} {one.text}")


def _headed(desk: Desk, one: Past) -> str:
    when = moment_text(one.step.at.astimezone(desk.zone), current(), calendar=calendar_in_use())
    of = _("was of {name}").format(name=one.of) if one.of else ""
    return "  ".join(filter(None, (when, _said(one.step), of)))


def _said(step: Step) -> str:
    return _("Undone: {step}").format(step=_(step.label)) if step.way == "undone" else _(step.label)


def _step(past: Past, told: tuple[Told, ...]) -> dict[str, object]:
    return {
        "at": moment(past.step.at),
        "step": past.step.label,
        "way": past.step.way,
        "of": past.of or None,
        "changes": [
            {
                "noun": one.change.noun,
                "field": one.change.field or None,
                "how": one.change.how,
                "was": _kept(one, one.change.before),
                "is": _kept(one, one.change.after),
                "told": plain(one.message),
            }
            for one in told
        ],
    }


def _kept(one: Told, row: object) -> object:
    """The value of the field as the file keeps it."""
    return row.get(one.change.field) if isinstance(row, dict) and one.change.field else None
