"""What a list is to whoever reads it, whether it came as text or as a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from amdesk.formats.delimited import Row

# The header of the last column of a list that amdesk wrote; nothing stands below it.
OWN_MARK = "amdesk 1"


class Listing(Protocol):
    """A list being read. ``own`` tells that amdesk wrote it; ``size`` and ``position`` show progress.

    ``encoding`` and ``delimiter`` are those of a text, ``sheets`` and ``sheet`` those of a spreadsheet: which
    there are to choose from, and which this is.
    """

    name: str
    encoding: str
    delimiter: str
    sheets: tuple[str, ...]
    sheet: str
    header: tuple[str, ...]
    own: bool
    size: int

    @property
    def position(self) -> int:
        """How much of ``size`` has been read."""
        ...

    def rows(self) -> Iterator[Row]:
        """Every row below the header, from the top; one walk at a time."""
        ...
