"""Spreadsheets (XLSX): the sheets that hold a list, and their rows as texts with their real numbers."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator, Sequence
from contextlib import redirect_stdout
from itertools import islice
from typing import TYPE_CHECKING, Any, BinaryIO

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_, Message
from amdesk.formats import limits
from amdesk.formats.delimited import Row
from amdesk.formats.listing import OWN_MARK
from amdesk.formats.packed_sheets import DAMAGE, Merged, damaged, is_ours, merged_cells, refuse_other_kinds
from amdesk.formats.xlsx_cells import text_of, unescaped
from amdesk.formats.xlsx_header import heading
from amdesk.formats.xlsx_writing import write

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook

__all__ = ["Book", "Sheet", "is_ours", "read", "write"]

_Cells = Sequence[Any]
_LOOKED_AT = 30  # rows at the top of a sheet, in search of its header
_MOST_SHEETS = 100
_WIDER = 8  # columns beyond the header that are looked into
_ROWS_A_PIECE = 200


class Book:
    """A workbook; ``sheets`` are the names of those that hold something, hidden ones last."""

    def __init__(self, stream: BinaryIO, *, name: str) -> None:
        self.name = name
        self._stream = stream
        limits.refuse_larger(stream.seek(0, io.SEEK_END), limits.SHEET, name=name)
        stream.seek(0)
        refuse_other_kinds(stream, name=name)
        self._book = _loaded(stream, name)
        shown = sorted(self._book.worksheets[:_MOST_SHEETS], key=lambda one: one.sheet_state != "visible")
        self.sheets = tuple(one.title for one in shown if _holds_words(self.top(one.title)))
        if not self.sheets:
            raise AmdeskError(
                N_("The file {file} is empty. Choose a file with at least a header and a row."), file=name
            )

    def chosen(self, sheet: str | None) -> Sheet:
        """The sheet of that name, without one the first; an AmdeskError where there is none."""
        if sheet is not None and sheet not in self.sheets:
            raise AmdeskError(
                N_("{file} has no sheet “{sheet}”. Choose one of: {known}."), file=self.name, sheet=sheet,
                known=self.sheets,
            )  # fmt: skip
        return Sheet(self, sheet or self.sheets[0])

    def top(self, sheet: str) -> list[tuple[str, ...]]:
        """The first rows of a sheet, as texts; those without a word are empty."""
        return [_texts(cells) for _number, cells in islice(self.cells(sheet), _LOOKED_AT)]

    def merged(self, sheet: str) -> list[Merged]:
        """The merged ranges of a sheet."""
        try:
            return merged_cells(self._stream, sheet, name=self.name)
        except DAMAGE:
            raise damaged(self.name) from None

    def about(self, sheet: str) -> int:
        """About how many rows a sheet has, by what it says itself."""
        said: object = self._book[sheet].max_row
        return said if isinstance(said, int) and 0 < said <= limits.MOST_ROWS else 1

    def cells(self, sheet: str, *, width: int | None = None) -> Iterator[tuple[int, _Cells]]:
        """Every row with its number; its cells are openpyxl's. An AmdeskError where the sheet is damaged."""
        of: Any = self._book[sheet]
        of.reset_dimensions()  # what a sheet says of its size is often not so
        walk = iter(of.iter_rows(max_col=width))
        number = 0
        while piece := self._some(walk):
            for cells in piece:
                number += 1
                yield number, cells
            limits.refuse_more(number, limits.MOST_ROWS, name=self.name)

    def _some(self, walk: Iterator[_Cells]) -> list[_Cells]:
        try:
            # openpyxl warns of days no calendar has; they come as the error they show
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                return list(islice(walk, _ROWS_A_PIECE))
        except DAMAGE:
            raise damaged(self.name) from None


class Sheet:
    """A sheet of a workbook as a list: the rows below its header."""

    encoding = delimiter = ""

    def __init__(self, book: Book, sheet: str) -> None:
        self.name, self.sheet = book.name, sheet
        self.sheets = book.sheets
        self._book = book
        self.size = book.about(sheet)
        self.position = 0
        top = book.top(sheet)
        self._heading = found = heading(top, book.merged(sheet))
        self.own = found.titles[-1:] == (OWN_MARK,)
        self.header = tuple(map(unescaped, found.titles[:-1])) if self.own else found.titles
        if len(self.header) > limits.MOST_COLUMNS:
            raise damaged(book.name)

    def rows(self) -> Iterator[Row]:
        """Every row that holds something."""
        width = len(self._heading.titles)
        above: dict[int, str] = {}
        for number, cells in self._book.cells(self.sheet, width=None if self.own else width + _WIDER):
            self.position = number
            if number <= self._heading.rows:
                continue
            texts = self._filled(number, _texts(cells), above)
            if not any(texts):
                continue
            errors = [place for place, cell in enumerate(cells[:width]) if cell.data_type == "e"]
            yield self._row(number, texts, errors)
        self.size = self.position

    def _row(self, number: int, texts: tuple[str, ...], errors: Sequence[int]) -> Row:
        width = len(self._heading.titles)
        cells = tuple("" if place in errors else text for place, text in enumerate(texts[:width]))
        cells += ("",) * (width - len(cells))
        if self.own:
            return Row(number, _joined(cells[:-1], texts[width:]))
        if any(len(cell) > limits.TEXT for cell in cells):
            return Row(number, tuple(cell[:100] for cell in cells), _too_long(number))
        if any(map(str.strip, texts[width:])):
            return Row(number, cells, _too_wide(number, width))
        notice = _shows_error(self.header[errors[0]], texts[errors[0]]) if errors else None
        return Row(number, cells, notice=notice)

    def _filled(self, number: int, texts: tuple[str, ...], above: dict[int, str]) -> tuple[str, ...]:
        """The row with what stands in cells merged from above it."""
        of = self._heading.merged_down
        if not of:
            return texts
        row = list(texts)
        for column, spans in of.items():
            if column >= len(row):
                continue
            if any(first == number for first, _last in spans):
                above[column] = row[column]
            elif not row[column] and any(first < number <= last for first, last in spans):
                row[column] = above.get(column, "")
        return tuple(row) if any(texts) else texts


def read(stream: BinaryIO, *, name: str, sheet: str | None = None) -> Sheet:
    """A sheet of a workbook: the one that was chosen, else the first that holds something."""
    return Book(stream, name=name).chosen(sheet)


def _loaded(stream: BinaryIO, name: str) -> Workbook:
    from openpyxl import load_workbook

    stream.seek(0)
    try:
        # openpyxl prints which style it misses, where a script expects JSON
        with warnings.catch_warnings(), redirect_stdout(None):
            warnings.simplefilter("ignore")
            return load_workbook(stream, read_only=True, data_only=True)
    except DAMAGE:
        raise damaged(name) from None
    except OSError as error:
        if error.errno is not None:
            raise  # the disk's; openpyxl's own says that no part calls itself the workbook
        raise damaged(name) from None


def _holds_words(rows: Sequence[Sequence[str]]) -> bool:
    return any(text.strip() for row in rows for text in row)


def _texts(cells: _Cells) -> tuple[str, ...]:
    """The row as one sees it, without the empty cells behind the last one that holds something."""
    texts = [
        "" if cell.value is None else text_of(cell.value, _format_of(cell)).replace("\0", "")
        for cell in cells
    ]
    while texts and not texts[-1]:
        texts.pop()
    return tuple(texts)


def _format_of(cell: Any) -> str:
    if not isinstance(cell.value, int | float):
        return ""
    try:
        return str(cell.number_format)
    except IndexError:  # the cell calls a format that is not there; its number is
        return ""


def _joined(cells: tuple[str, ...], beyond: Sequence[str]) -> tuple[str, ...]:
    """Cells of our own with what goes on behind the last column: ``3:…`` belongs to the third."""
    whole = list(cells)
    for piece in beyond:
        place, _mark, text = piece.partition(":")
        if place.isdecimal() and int(place) <= len(whole):
            whole[int(place) - 1] += text
    return tuple(whole)


def _too_long(line: int) -> Message:
    return Message.of(
        N_("Line {line} has a cell of more than {limit} characters. Shorten it, or look for a missing mark."),
        line=line,
        limit=limits.TEXT,
    )


def _too_wide(line: int, width: int) -> Message:
    return Message.of(
        N_(
            "Line {line} has cells beyond the {columns} columns of the header. "
            "Name their columns, or clear them."
        ),
        line=line,
        columns=width,
    )


def _shows_error(title: str, text: str) -> Message:
    return Message.of(
        N_("The cell “{column}” shows the error {error} and was left out."), column=title, error=text
    )
