"""What a file to import tells of itself before it is merged, whatever it is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Protocol

from amdesk.domain.verdict import Verdict
from amdesk.formats.listing import Listing
from amdesk.services.desk import Desk

_SAMPLE = 20


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


class NoList:
    """What a source that is no list tells of one."""

    delimiter = sheet = ""
    sheets: tuple[str, ...] = ()
    header: tuple[str, ...] = ()
    mapping: tuple[str | None, ...] = ()
    sample: tuple[tuple[str, ...], ...] = ()


class OfList:
    """What every source that is a list tells of it."""

    mapping: tuple[str | None, ...] = ()

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
