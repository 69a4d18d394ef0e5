"""Files to import, whatever their kind: which source a file is, and which of several files comes first."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_
from amdesk.domain.verdict import Verdict
from amdesk.formats import csv, json_archive, limits, recognise, xlsx
from amdesk.formats.listing import Listing
from amdesk.services import import_measurements
from amdesk.services.desk import Desk
from amdesk.services.import_calendars import CalendarSource
from amdesk.services.import_facts import NoList, Source
from amdesk.services.import_kinds import (
    ArchiveSource,
    CardSource,
    ListSource,
    Mapping,
    TableSource,
)
from amdesk.services.import_tables import noun_of

__all__ = ["OWN_TABLES", "Source", "opened", "rank_of"]

OWN_TABLES = frozenset({"table", "archive", "workbook"})  # whose rows are taken over as they are
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


class BookSource(NoList):
    """All of amdesk's own tables as the sheets of one workbook, in the order of their references."""

    kind = "workbook"
    encoding = ""

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
