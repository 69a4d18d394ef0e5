"""``amdesk today``: what wants attention now, and why; or what falls on the days ahead."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

import click

from amdesk.cli.options import as_json, as_of
from amdesk.cli.output import document, line, moment, plain, table
from amdesk.cli.session import Session
from amdesk.domain.agenda_rows import SECTION_NAMES, Agenda, Day, Row
from amdesk.i18n.catalog import _, calendar_in_use, current, pgettext, sentence
from amdesk.i18n.format import age_text, date_text
from amdesk.services import agenda


@click.command(
    "today", help=_("Tell what wants attention: summaries to write, confirmations to chase, and more.")
)
@click.option("--tomorrow", "view", flag_value="tomorrow", help=_("What falls on tomorrow instead."))
@click.option("--week", "view", flag_value="week", help=_("What falls on the next seven days instead."))
@as_json
@as_of
@click.pass_obj
def command(session: Session, *, view: str | None, as_json: bool, as_of: datetime | None) -> None:
    """Tell what wants attention."""
    with session.desk(as_of) as desk:
        if view is None:
            found = agenda.today(desk)
            told = _document(found) if as_json else None
            show = _sections(found)
        else:
            first, count = (0, agenda.WEEK) if view == "week" else (1, 1)
            days = agenda.ahead(desk, first=desk.today() + timedelta(days=first), days=count)
            told = {"as_of": moment(desk.now()), "days": [_day(one) for one in days]} if as_json else None
            show = [(_named(one), one.rows) for one in days if one.rows]
    if told is not None:
        document(told)
    elif show:
        _show(show, ages=view is None)
    else:
        line(_("Nothing wants attention."))


def _sections(found: Agenda) -> list[tuple[str, tuple[Row, ...]]]:
    return [(_(SECTION_NAMES[section.name]), section.rows) for section in found.sections]


def _named(day: Day) -> str:
    return date_text(day.on, current(), calendar=calendar_in_use(), style="full")


def _show(parts: Sequence[tuple[str, tuple[Row, ...]]], *, ages: bool) -> None:
    for place, (title, rows) in enumerate(parts):
        if place:
            line("")
        line(title)
        since = [age_text(row.age_days, current()) if ages else "" for row in rows]
        told = [
            (_mark(row), row.client, sentence(row.reason), age) for row, age in zip(rows, since, strict=True)
        ]
        table(("", _("Client"), _("Why"), pgettext("column", "Since") if ages else ""), told)


def _mark(row: Row) -> str:
    return "!" if row.urgent else ""


def _document(found: Agenda) -> dict[str, object]:
    return {
        "as_of": moment(found.as_of),
        "sections": [
            {"name": section.name, "rows": [_row(row) for row in section.rows]} for section in found.sections
        ],
    }


def _day(day: Day) -> dict[str, object]:
    return {"on": day.on.isoformat(), "rows": [_row(row) for row in day.rows]}


def _row(row: Row) -> dict[str, object]:
    return {
        "kind": row.kind,
        "id": row.id,
        "uuid": row.uuid,
        "client": row.client,
        "reason": plain(row.reason),
        "age_days": row.age_days,
        "due_on": row.due_on.isoformat(),
        "urgent": row.urgent,
        "action": row.action,
    }
