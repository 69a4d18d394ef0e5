"""Files to import, whatever their kind: what was found out about one, and its rows merged batch by batch."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import BinaryIO, Protocol, TypeVar

from amdesk.domain import columns
from amdesk.domain.errors import AmdeskError
from amdesk.domain.incoming import Incoming
from amdesk.domain.messages import N_
from amdesk.domain.verdict import Verdict
from amdesk.formats import csv, json_archive, limits, recognise, vcard, xlsx
from amdesk.formats.listing import Listing
from amdesk.i18n import catalog
from amdesk.services import import_cards, import_lists, import_measurements
from amdesk.services.desk import Desk
from amdesk.services.import_calendars import CalendarSource
from amdesk.services.import_headers import check_mapping, refuse_a_row_as_header
from amdesk.services.import_tables import TABLES, TableMerger, Told, noun_of, told_by_list
from amdesk.services.merging import Merger
from amdesk.store import exchange as store
from amdesk.store import records
from amdesk.store.book import Book

T = TypeVar("T")

Mapping = Sequence[str | None]
OWN_TABLES = frozenset(
    {"table", "archive", "workbook"}
)  # kinds of sources whose rows are taken over as they are
_BATCH = 500
_SAMPLE = 20
_HEAD = 1 << 16
# Columns by which a table of amdesk's is known, in the order in which the tables refer to each other.
_SIGNS = (
    {"uuid", "code", "stage"}, {"uuid", "client_uuid", "name"}, {"uuid", "client_uuid", "medium"},
    {"uuid", "client_uuid", "reference"}, {"uuid", "interaction_uuid", "contact_uuid"},
    {"uuid", "interaction_uuid", "version"}, {"uuid", "summary_uuid", "position"},
    {"uuid", "due_on", "repeat"}, {"uuid", "contact_uuid", "relation"}, {"uuid", "relative_uuid", "month"},
    {"uuid", "client_uuid", "baseline"}, {"uuid", "goal_uuid", "taken_on"},
    {"uuid", "goal_uuid", "reached_on"}, {"uuid", "goal_uuid", "done_on"},
    {"uuid", "client_uuid", "shared_at"}, {"uuid", "point_uuid", "told"},
    {"uuid", "task_uuid", "after_uuid"}, {"uuid", "task_uuid", "asked_at"}, {"uuid", "about", "sha256"},
    {"uuid", "one", "other"}, {"uuid", "former", "stays"},
)  # fmt: skip


class Source(Protocol):
    """A file that can be imported.

    ``kind`` is csv (a list), table (one of amdesk's own tables as a list), measurements, workbook (all of
    amdesk's own tables in one), vcard, calendar or archive. Encoding, delimiter, sheets, header, mapping and
    the first rows are those of a list and empty elsewhere.
    """

    kind: str
    encoding: str
    delimiter: str
    sheets: tuple[str, ...]
    sheet: str
    header: tuple[str, ...]
    mapping: tuple[str | None, ...]
    sample: tuple[tuple[str, ...], ...]
    size: int

    @property
    def position(self) -> int:
        """How much of ``size`` has been merged."""
        ...

    def merged(self, desk: Desk) -> Iterator[list[Verdict]]:
        """Merge the rows inside the desk's step, some at a time."""
        ...


@contextmanager
def opened(
    desk: Desk, path: Path, *, encoding: str | None, mapping: Mapping | None, sheet: str | None = None,
    is_trial: bool = False,
) -> Iterator[Source]:  # fmt: skip
    """The file as a source; an AmdeskError when it cannot be read or is of no kind that can be imported.

    What a trial merges will be taken back.
    """
    try:
        with path.open("rb") as stream:
            chosen = _Chosen(encoding or None, mapping, sheet or None, is_trial)
            yield _source(desk, path, stream=stream, chosen=chosen)
    except (OSError, UnicodeError) as error:
        if isinstance(error, UnicodeDecodeError):
            raise
        raise AmdeskError(
            N_("The file {file} cannot be read. Check that it is there and that you may open it."),
            file=str(path),
        ) from error


def rank_of(path: Path) -> int:
    """Which comes first of files that refer to each other: 0 for all but amdesk's tables."""
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
            if _kind(path, head) != "csv":
                return 0
            return _rank(csv.read(head.rpartition(b"\n")[0] or head, name=path.name).header)
    except (OSError, AmdeskError):
        return 0  # whoever imports it says what is wrong


def _rank(header: Sequence[str]) -> int:
    return next((rank for rank, signs in enumerate(_SIGNS, 1) if signs <= set(header)), 0)


def _kind(path: Path, head: bytes) -> str:
    """csv, xlsx, vcard, calendar, json or eml, by what the file says and how it is called."""
    kind = recognise.kind_of(head)
    return {".json": "json", ".vcf": "vcard", ".ics": "calendar"}.get(path.suffix.lower(), kind)


@dataclass(frozen=True, slots=True)
class _Chosen:
    """What the person, or the caller, has decided about a file; nothing where it is to be found out."""

    encoding: str | None
    mapping: Mapping | None
    sheet: str | None
    is_trial: bool


def _source(desk: Desk, path: Path, *, stream: BinaryIO, chosen: _Chosen) -> Source:
    kind = _kind(path, stream.read(_HEAD))
    stream.seek(0)
    if kind == "eml":
        raise AmdeskError(
            N_("{file} is a mail, not a list of clients. A mail belongs to the call it answers."),
            file=path.name,
        )
    if kind == "json":
        json_archive.refuse_what_is_too_large(stream.seek(0, io.SEEK_END), name=path.name)
        stream.seek(0)
        return ArchiveSource(stream.read(), name=path.name)
    if kind == "vcard":
        # a byte more than what is too large, so that it shows
        data = stream.read(limits.CARDS + 1)
        return CardSource(data, name=path.name, encoding=chosen.encoding, is_trial=chosen.is_trial)
    if kind == "calendar":
        data = stream.read(limits.CALENDAR + 1)
        return CalendarSource(data, name=path.name, encoding=chosen.encoding)
    if kind == "xlsx":
        book = xlsx.Book(stream, name=path.name)
        sheet = book.chosen(chosen.sheet)
        return BookSource(desk, book) if sheet.own and chosen.sheet is None else _listed(desk, sheet, chosen)
    return _listed(desk, csv.read(stream, name=path.name, encoding=chosen.encoding), chosen)


def _listed(desk: Desk, sheet: Listing, chosen: _Chosen) -> Source:
    """A list by what its header says it is a list of."""
    measured = import_measurements.places(sheet.header)
    if measured:
        return import_measurements.MeasurementSource(sheet, measured)
    noun = noun_of(desk.store, sheet.header)
    if noun:
        return TableSource(sheet, noun)
    return ListSource(desk, sheet, mapping=chosen.mapping, is_trial=chosen.is_trial)


class OfList:
    """What every source that is a list tells of it."""

    def __init__(self, sheet: Listing) -> None:
        self._sheet = sheet
        self.encoding, self.delimiter = sheet.encoding, sheet.delimiter
        self.sheets, self.sheet = sheet.sheets, sheet.sheet
        self.header, self.size = sheet.header, sheet.size
        self.sample = tuple(row.cells for row in islice(sheet.rows(), _SAMPLE))

    @property
    def position(self) -> int:
        """How much of ``size`` has been merged."""
        return self._sheet.position


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


class CardSource:
    """A file of cards."""

    kind = "vcard"
    delimiter = sheet = ""
    sheets: tuple[str, ...] = ()
    header: tuple[str, ...] = ()
    mapping: tuple[str | None, ...] = ()
    sample: tuple[tuple[str, ...], ...] = ()

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
    mapping: tuple[str | None, ...] = ()

    def __init__(self, sheet: Listing, noun: str) -> None:
        super().__init__(sheet)
        self._noun = noun

    def merged(self, desk: Desk) -> Iterator[list[Verdict]]:
        by_name = {one.name: one for one in records.columns(desk.store, self._noun)}
        told = told_by_list([by_name[name] for name in self.header], self._sheet.rows())
        merger = TableMerger(desk.store, self._noun)
        for batch in _batches(told):
            yield merger.take(batch)


class BookSource:
    """All of amdesk's own tables as the sheets of one workbook, in the order of their references."""

    kind = "workbook"
    encoding = delimiter = sheet = ""
    sheets: tuple[str, ...] = ()
    header: tuple[str, ...] = ()
    mapping: tuple[str | None, ...] = ()
    sample: tuple[tuple[str, ...], ...] = ()

    def __init__(self, desk: Desk, book: xlsx.Book) -> None:
        # what a sheet brings, those after it refer to: it has to be there even in a trial
        chosen = _Chosen(None, None, None, is_trial=False)
        found = sorted((book.chosen(name) for name in book.sheets), key=lambda one: _rank(one.header))
        self._parts = [(one.sheet, _listed(desk, one, chosen)) for one in found if one.own]
        self.size = sum(part.size for _name, part in self._parts)

    @property
    def position(self) -> int:
        """How much of ``size`` has been merged."""
        return sum(part.position for _name, part in self._parts)

    def merged(self, desk: Desk) -> Iterator[list[Verdict]]:
        for name, part in self._parts:
            for verdicts in part.merged(desk):
                yield [replace(one, title=f"{name}: {one.title}") for one in verdicts]


class ArchiveSource:
    """Everything in one JSON file."""

    kind = "archive"
    encoding = "utf-8"
    delimiter = sheet = ""
    sheets: tuple[str, ...] = ()
    header: tuple[str, ...] = ()
    mapping: tuple[str | None, ...] = ()
    sample: tuple[tuple[str, ...], ...] = ()

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
