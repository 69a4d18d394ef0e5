"""A workbook for spreadsheet programs and for coming back: each text to the letter, no formula among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from amdesk.formats.listing import OWN_MARK
from amdesk.formats.xlsx_cells import LONGEST_CELL, cell_of, escaped, is_dangerous

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook

MOST_ROWS = 1_000_000  # of a sheet; what is more goes on in another
_ROWS_A_PIECE = 200
_BYTES_A_PIECE = 1 << 16
_LOOKED_AT = 50  # rows by which columns are made as wide as what they hold
_NARROWEST, _WIDEST = 8, 60


@dataclass(frozen=True, slots=True)
class Table:
    """A list as it leaves, its cells as texts; ``kinds`` says whether a column holds text, number or day."""

    name: str
    header: Sequence[str]
    kinds: Sequence[str]
    rows: Iterable[Sequence[str]]


def write(tables: Iterable[Table], *, rtl: bool) -> Iterator[bytes]:
    """The workbook in pieces; while it grows they are empty. ``rtl``: columns begin at the right."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    book.properties.creator = "amdesk"
    for table in tables:
        yield from _sheets(book, table, rtl=rtl)
    with TemporaryDirectory(prefix="amdesk-") as folder:
        file = Path(folder, "book.xlsx")
        book.save(file)
        with file.open("rb") as stream:
            while piece := stream.read(_BYTES_A_PIECE):
                yield piece


def _cell(sheet: Any, value: Any, *, header: bool = False) -> Any:
    """What may stand in a cell: a word as it is, all that a program could take for more as what it is."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    if value is None or (isinstance(value, str) and value[0].isalpha() and not header):
        return value
    cell = WriteOnlyCell(sheet, value)
    if isinstance(value, str):
        cell.data_type = "s"  # no formula, no error, no number, now or after somebody edits it
        cell.number_format = "@"
        cell.quotePrefix = is_dangerous(value)
    elif isinstance(value, date):
        cell.number_format = "yyyy-mm-dd"
    if header:
        cell.font = Font(bold=True)
    return cell


def _sheets(book: Workbook, table: Table, *, rtl: bool) -> Iterator[bytes]:
    """The table in a sheet, or in as many as its rows need; an empty piece now and then."""
    walk = iter(table.rows)
    number = 0
    while True:
        number += 1
        first = list(islice(walk, _LOOKED_AT))
        if not first and number > 1:
            return
        name = table.name if number == 1 else f"{table.name} {number}"
        sheet = _sheet(book, table, name=name, first=first, rtl=rtl)
        rows = islice(chain(first, walk), MOST_ROWS)
        while piece := list(islice(rows, _ROWS_A_PIECE)):
            for row in piece:
                sheet.append(_row(sheet, table, row))
            yield b""


def _sheet(book: Workbook, table: Table, *, name: str, first: Sequence[Sequence[str]], rtl: bool) -> Any:
    from openpyxl.utils import get_column_letter

    sheet: Any = book.create_sheet(name)
    sheet.sheet_view.rightToLeft = rtl
    sheet.freeze_panes = "A2"
    for place, title in enumerate(table.header):
        longest = max([len(title), *(len(row[place].partition("\n")[0]) for row in first)])
        width = min(max(longest + 2, _NARROWEST), _WIDEST)
        sheet.column_dimensions[get_column_letter(place + 1)].width = width
    sheet.column_dimensions[get_column_letter(len(table.header) + 1)].hidden = True
    titles = [*map(escaped, table.header), OWN_MARK]
    sheet.append([_cell(sheet, title, header=True) for title in titles])
    return sheet


def _row(sheet: Any, table: Table, row: Sequence[str]) -> list[Any]:
    """The row's cells; what of a text is too long for one goes on behind the last column."""
    cells: list[Any] = []
    beyond: list[Any] = []
    for place, (text, kind) in enumerate(zip(row, table.kinds, strict=True), 1):
        value = cell_of(text, kind)
        if isinstance(value, str) and len(value) > LONGEST_CELL:
            value, *rest = _pieces(text)
            beyond += [_cell(sheet, escaped(f"{place}:{piece}")) for piece in rest]
        cells.append(_cell(sheet, value))
    return [*cells, None, *beyond]


def _pieces(text: str) -> list[str]:
    """A text in pieces that fit into a cell each, whatever of it has to be escaped; the first is escaped."""
    size = LONGEST_CELL // 8
    pieces = [text[at : at + size] for at in range(0, len(text), size)]
    return [escaped(pieces[0]), *pieces[1:]]
