"""How much is read of a file from outside: bytes, pieces, depth and time; what is more is refused in words.

Nobody's list of clients comes near these numbers: a file that does is damaged, or made to keep us busy.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_

T = TypeVar("T")

MEGABYTE = 1_000_000
# Bytes of a file that is read as a whole; an archive takes some ten times as much memory.
CARDS = CALENDAR = 10 * MEGABYTE
MAIL, SHEET, ARCHIVE = 25 * MEGABYTE, 50 * MEGABYTE, 400 * MEGABYTE
# Bytes that a packed spreadsheet may take once it is unpacked, and how many times more than packed.
UNPACKED, PACKED_TIMES = 400 * MEGABYTE, 200

TEXT = 200_000  # characters of a cell, a property or a page: more is no writing of a person's
LINES_OF_CARD = 2_000
MOST_CARDS = MOST_EVENTS = 20_000
MOST_ROWS, MOST_COLUMNS = 1_048_576, 1_000
OCCURRENCES = 1_000  # of one rule that comes round again
HEADERS, HEADER = 1_000, 20_000  # of a mail, and characters of one of them
PARTS_OF_MAIL = 1_000
DEEPEST = 16  # cards in cards, components in components
DEEPEST_LISTS = 5  # lists in lists, quotations in quotations of a page
DEEPEST_JSON = 100

PATIENCE = 2.0  # seconds for what cannot be shown to move, nor be stopped


def refuse_larger(size: int, most: int, *, name: str) -> None:
    """An AmdeskError for a file of more bytes than are read of its kind."""
    if size > most:
        raise AmdeskError(
            N_("{file} is larger than {limit} megabytes. Split it and import the parts."),
            file=name,
            limit=most // MEGABYTE,
        )


def refuse_more(found: int, most: int, *, name: str) -> None:
    """An AmdeskError for a file that holds more entries than are read at once."""
    if found > most:
        raise AmdeskError(
            N_("{file} holds {found} entries, more than {limit}. Split it and import the parts."),
            file=name,
            found=found,
            limit=most,
        )


def refuse_bomb(packed: int, unpacked: int, *, name: str) -> None:
    """An AmdeskError for a packed file that would fill the memory, by what it claims or what came out."""
    if unpacked > UNPACKED or unpacked > max(packed, MEGABYTE) * PACKED_TIMES:
        raise AmdeskError(
            N_("{file} would be far too large once it is unpacked. Save it again, with fewer rows."),
            file=name,
        )


class Deadline:
    """Time for work that cannot be stopped by the person; asked between two pieces of it."""

    def __init__(
        self, name: str, *, seconds: float = PATIENCE, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._name, self._clock = name, clock
        self._end = clock() + seconds

    def look(self) -> None:
        """An AmdeskError once it took too long."""
        if self._clock() > self._end:
            raise AmdeskError(
                N_("{file} takes too long to read: it is damaged, or made to be so. Export it again."),
                file=self._name,
            )

    def each(self, pieces: Iterable[T]) -> Iterator[T]:
        """The same pieces, with a look at the clock before each."""
        for piece in pieces:
            self.look()
            yield piece
