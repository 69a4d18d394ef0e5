"""A view of Today as a sheet of paper: its rows in words, with a number to call beside each."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QWidget

from amdesk.documents.agenda_sheet import Line, Part, render
from amdesk.gui import agenda_groups, printing
from amdesk.gui.agenda_groups import Group, View
from amdesk.i18n import format as formats
from amdesk.i18n.bidi import isolate
from amdesk.i18n.catalog import _, calendar_in_use, current, sentence
from amdesk.services import clients
from amdesk.services.desk import Desk


def print_view(desk: Desk, view: View, *, title: str, parent: QWidget) -> None:
    """Ask for a printer, or for a file where there is none, and print."""
    printing.print_document(sheet(desk, view, title=title), name=title, parent=parent)


def sheet(desk: Desk, view: View, *, title: str) -> QTextDocument:
    """The sheet, ready to be printed."""
    ids = {line.row.client_id for group in view.groups for line in group.lines}
    phones = {one.id: one.phone for one in clients.lines(desk, [id_ for id_ in ids if id_ is not None])}
    groups = view.groups or ((Group("to-come", _("What comes next"), view.to_come),) if view.to_come else ())
    parts = [_part(group, phones) for group in groups]
    today = formats.date_text(desk.today(), current(), calendar=calendar_in_use(), style="full")
    html = render(parts, title=title, below=today, late=_("Overdue"), code=current())
    return printing.document(html, title=title)


def _part(group: agenda_groups.Group, phones: Mapping[int, str]) -> Part:
    lines = tuple(_line(one, phones.get(one.row.client_id or 0, "")) for one in group.lines)
    return Part(group.title, lines, group.note, group.above)


def _line(one: agenda_groups.Line, phone: str) -> Line:
    client, why = one.row.client, sentence(one.row.reason)
    return Line(isolate(client) if client else "", why, isolate(phone) if phone else "", one.when,
                one.row.urgent)  # fmt: skip
