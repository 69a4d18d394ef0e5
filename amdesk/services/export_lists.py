"""Every table as a list: a CSV file each, or the sheets of one workbook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from amdesk.domain.contact import MEDIA
from amdesk.formats import csv, xlsx
from amdesk.formats.xlsx_writing import Table
from amdesk.i18n import catalog
from amdesk.i18n.languages import language
from amdesk.services import export_people
from amdesk.services.desk import Desk
from amdesk.services.import_checks import to_cell
from amdesk.store import exchange as store
from amdesk.store import records
from amdesk.store.records import Column
from amdesk.store.store import Store

BOOK = "amdesk.xlsx"
CLIENTS = "clients"
# Tables of their own beside that of the clients, which holds clients, contacts and addresses.
TABLES: Mapping[str, str] = {
    "interaction": "interactions",
    "interaction_contact": "interaction_contacts",
    "summary": "summaries",
    "point": "points",
    "reminder": "reminders",
    "relative": "relatives",
    "personal_date": "personal_dates",
    "goal": "goals",
    "measurement": "measurements",
    "milestone": "milestones",
    "planned_action": "planned_actions",
    "client_share": "client_shares",
    "task": "tasks",
    "task_link": "task_links",
    "question": "questions",
    "outgoing": "outbox",
    "attachment": "attachments",
    "apart": "apart",
    "merged": "merged",
}
# Amounts are kept as texts, so that none of their figures is lost; where none would be, a sheet has numbers.
_AMOUNTS = frozenset({"baseline", "target", "value"})
_Files = Iterator[tuple[str, Iterable[bytes]]]


def csv_files(desk: Desk, *, relatives: bool) -> _Files:
    """A file for each table."""
    for one in _lists(desk.store, relatives=relatives):
        yield f"{one.name}.csv", csv.write(one.header, one.rows)


def book(desk: Desk, *, relatives: bool) -> _Files:
    """All of them in one workbook, whose columns begin where one begins to read."""
    tables = _lists(desk.store, relatives=relatives)
    yield BOOK, xlsx.write(tables, rtl=language(catalog.current()).rtl)


def _lists(of: Store, *, relatives: bool) -> Iterator[Table]:
    width = export_people.Width({medium: store.most_addresses(of, medium) for medium in MEDIA})
    people = (row for client in store.clients(of) for row in export_people.rows(client, width))
    yield Table(CLIENTS, width.header, width.kinds, people)
    for noun, name in TABLES.items():
        if relatives or noun != "relative":
            yield _table(of, noun, name, relatives=relatives)


def _table(of: Store, noun: str, name: str, *, relatives: bool) -> Table:
    columns = records.columns(of, noun)
    rows = records.records(of, noun, trash=False, relatives=relatives)
    cells = ([to_cell(column, row[column.name]) for column in columns] for row in rows)
    return Table(name, [one.name for one in columns], [_kind(one) for one in columns], cells)


def _kind(column: Column) -> str:
    if column.name.endswith("_on"):
        return "day"
    return "number" if column.is_number or column.name in _AMOUNTS else "text"
