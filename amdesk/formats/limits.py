"""How much is read of a file from outside: bytes, pieces and depth; what is more is refused in words.

Nobody's list of clients comes near these numbers: a file that does is damaged, or made to keep us busy.
Pieces are counted, not seconds: a slow machine refuses nothing that a fast one reads.
"""

from __future__ import annotations

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_

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
HEADERS, PARTS_OF_MAIL = 1_000, 500
# Characters of a header of a mail, of one with addresses, and of one that tells the kind of a part: to read
# those takes the standard library the square of their length.
HEADER, HEADER_OF_PEOPLE, HEADER_OF_PART = 20_000, 2_000, 1_000
DEEPEST = 16  # cards in cards, components in components
DEEPEST_LISTS = 5  # lists in lists, quotations in quotations of a page


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
