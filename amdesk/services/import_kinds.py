"""Files to import as what they are: lists, cards, amdesk's own tables and archives, merged batch by batch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from amdesk.domain import columns
from amdesk.domain.errors import AmdeskError
from amdesk.domain.incoming import Incoming
from amdesk.domain.messages import N_
from amdesk.domain.verdict import Verdict
from amdesk.formats import json_archive, vcard
from amdesk.formats.listing import Listing
from amdesk.i18n import catalog
from amdesk.services import import_cards, import_lists
from amdesk.services.desk import Desk
from amdesk.services.import_facts import NoList, OfList
from amdesk.services.import_headers import check_mapping, refuse_a_row_as_header
from amdesk.services.import_tables import TABLES, TableMerger, Told, told_by_list
from amdesk.services.merging import Merger
from amdesk.store import exchange as store
from amdesk.store import records
from amdesk.store.book import Book

T = TypeVar("T")

Mapping = Sequence[str | None]
_BATCH = 500


class ListSource(OfList):
    """A list of clients and contacts with a mapping of its columns."""

    kind = "csv"

    def __init__(self, desk: Desk, sheet: Listing, *, mapping: Mapping | None, is_trial: bool) -> None:
        super().__init__(sheet)
        self._is_trial = is_trial
        refuse_a_row_as_header(sheet.header, name=sheet.name)
        remembered = store.remembered(desk.store, sheet.header) if mapping is None else mapping
        chosen = columns.guess(sheet.header, self.sample) if remembered is None else tuple(remembered)
        check_mapping(chosen, sheet.header)
        self.mapping = chosen

    def merged(self, desk: Desk) -> Iterator[list[Verdict]]:
        yield from _merged(desk, import_lists.incoming(self._sheet, self.mapping), is_trial=self._is_trial)


class CardSource(NoList):
    """A file of cards."""

    kind = "vcard"

    def __init__(self, data: bytes, *, name: str, encoding: str | None, is_trial: bool) -> None:
        self._is_trial = is_trial
        self.encoding = encoding or vcard.encoding_of(data, name=name)
        self.size = vcard.count(data)
        self.position = 0
        self._cards = vcard.read(data, name=name, encoding=encoding)

    def merged(self, desk: Desk) -> Iterator[list[Verdict]]:
        for verdicts in _merged(desk, import_cards.incoming(self._cards), is_trial=self._is_trial):
            self.position += len(verdicts)
            yield verdicts


class TableSource(OfList):
    """One of amdesk's own tables as a list."""

    kind = "table"

    def __init__(self, sheet: Listing, noun: str) -> None:
        super().__init__(sheet)
        self._noun = noun

    def merged(self, desk: Desk) -> Iterator[list[Verdict]]:
        by_name = {one.name: one for one in records.columns(desk.store, self._noun)}
        told = told_by_list([by_name[name] for name in self.header], self._sheet.rows())
        merger = TableMerger(desk.store, self._noun)
        for batch in _batches(told):
            yield merger.take(batch)


class ArchiveSource(NoList):
    """Everything in one JSON file."""

    kind = "archive"
    encoding = "utf-8"

    def __init__(self, data: bytes, *, name: str) -> None:
        self._tables = json_archive.read(data, name=name).tables
        unknown = self._tables.keys() - set(TABLES)
        if unknown:
            raise AmdeskError(
                N_("{file} holds tables that are not known here: {tables}. Update amdesk, then import it."),
                file=name,
                tables=tuple(sorted(unknown)),
            )
        self.size = sum(map(len, self._tables.values()))
        # one row a line, as we write it; in a file that was laid out anew rows are counted instead
        self._is_ours = data.count(b"\n") == self.size + len(self._tables) + 2
        self.position = 0

    def merged(self, desk: Desk) -> Iterator[list[Verdict]]:
        lines = self._lines()
        for noun in TABLES:
            merger = TableMerger(desk.store, noun)
            rows = (
                Told(lines[noun] + number, row) for number, row in enumerate(self._tables.get(noun, ()), 1)
            )
            for batch in _batches(rows):
                self.position += len(batch)
                yield merger.take(batch)

    def _lines(self) -> dict[str, int]:
        """The line before the first row of each table."""
        found: dict[str, int] = dict.fromkeys(TABLES, 0)
        line = 1 if self._is_ours else 0
        for table, rows in self._tables.items():
            line += self._is_ours
            found[table] = line
            line += len(rows)
        return found


def _merged(desk: Desk, rows: Iterator[Incoming], *, is_trial: bool) -> Iterator[list[Verdict]]:
    book = Book(desk.store, is_trial=is_trial)
    language = desk.settings["language"] or catalog.current()
    merger = Merger(book, own_language=language, now=desk.now())
    for batch in _batches(rows):
        book.expect(one.company or one.person or one.reached for one in batch)
        verdicts = [merger.take(one) for one in batch]
        book.relieve()
        yield verdicts
    if not is_trial:
        book.flush()


def _batches(rows: Iterable[T]) -> Iterator[list[T]]:
    walk = iter(rows)
    while batch := list(islice(walk, _BATCH)):
        yield batch
