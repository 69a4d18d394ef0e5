"""``amdesk today``: what wants attention now, and why."""

from __future__ import annotations

from datetime import datetime

import click

from amdesk.cli.options import as_json, as_of
from amdesk.cli.output import document, line, moment, plain, table
from amdesk.cli.session import Session
from amdesk.domain.agenda import SECTION_NAMES, Agenda, Row
from amdesk.i18n.catalog import _, current, pgettext, sentence
from amdesk.i18n.format import age_text
from amdesk.services.agenda import today


@click.command(
    "today", help=_("Tell what wants attention: summaries to write, confirmations to chase, and more.")
)
@as_json
@as_of
@click.pass_obj
def command(session: Session, *, as_json: bool, as_of: datetime | None) -> None:
    """Tell what wants attention."""
    with session.desk(as_of) as desk:
        agenda = today(desk)
    if as_json:
        document(_document(agenda))
    elif agenda.sections:
        _show(agenda)
    else:
        line(_("Nothing wants attention."))


def _show(agenda: Agenda) -> None:
    for place, section in enumerate(agenda.sections):
        if place:
            line("")
        line(_(SECTION_NAMES[section.name]))
        rows = [
            (_mark(row), row.client, sentence(row.reason), age_text(row.age_days, current()))
            for row in section.rows
        ]
        table(("", _("Client"), _("Why"), pgettext("column", "Since")), rows)


def _mark(row: Row) -> str:
    return "!" if row.urgent else ""


def _document(agenda: Agenda) -> dict[str, object]:
    return {
        "as_of": moment(agenda.as_of),
        "sections": [
            {"name": section.name, "rows": [_row(row) for row in section.rows]} for section in agenda.sections
        ],
    }


def _row(row: Row) -> dict[str, object]:
    return {
        "kind": row.kind,
        "id": row.id,
        "uuid": row.uuid,
        "client": row.client,
        "reason": plain(row.reason),
        "age_days": row.age_days,
        "urgent": row.urgent,
        "action": row.action,
    }
