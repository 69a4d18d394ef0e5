"""Lists as spreadsheets save them: encoding and delimiter found, rows streamed with their real line numbers.

A file that amdesk wrote carries a last column with the header ``amdesk 1`` and nothing below it. Only in
such a file are apostrophes in front of formulas taken away again; the column itself is never shown. It
survives a spreadsheet program, and a file without it is somebody else's, in which every apostrophe is text.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import BinaryIO

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_, Message
from amdesk.formats import encodings
from amdesk.formats.delimited import Row, records, stated_delimiter
from amdesk.formats.formulas import neutralise, restore
from amdesk.formats.listing import OWN_MARK

__all__ = ["Row", "Sheet", "read", "write"]

DELIMITERS = (",", ";", "\t", "|")
_ROWS_A_CHUNK = 500
_NEEDS_QUOTES = re.compile(r'[",\r\n]|^\s|\s$')


class Sheet:
    """A list being read: what was found out about it, and its rows as often as they are asked for.

    ``own`` tells that amdesk wrote it. ``size`` and ``position`` are bytes, for showing progress.
    """

    sheets: tuple[str, ...] = ()
    sheet = ""

    def __init__(self, stream: BinaryIO, *, name: str, encoding: str, delimiter: str) -> None:
        self.name = name
        self.encoding = encoding
        self.delimiter = delimiter
        self._stream = stream
        self.size = stream.seek(0, io.SEEK_END)
        written = self._header()
        self.own = written[-1].strip() == OWN_MARK
        self.header = tuple(map(restore, written[:-1])) if self.own else written

    @property
    def position(self) -> int:
        """How many bytes have been taken from the stream so far."""
        return self._stream.tell()

    def rows(self) -> Iterator[Row]:
        """Every row below the header, from the top, in bounded memory; one walk at a time."""
        found = records(self._stream, self.encoding, self.delimiter)
        next(found, None)
        width = len(self.header) + self.own
        for record in found:
            row = _fitted(record, width)
            yield Row(row.line, tuple(map(restore, row.cells[:-1])), row.problem) if self.own else row

    def _header(self) -> tuple[str, ...]:
        first = next(records(self._stream, self.encoding, self.delimiter), None)
        if first is None:
            raise AmdeskError(N_("The file {file} is empty. Choose a file with rows."), file=self.name)
        if first.problem is not None:
            raise AmdeskError(
                N_("The header of {file} cannot be read. {problem}"), file=self.name, problem=first.problem
            )
        return first.cells


def read(source: bytes | BinaryIO, *, name: str, encoding: str | None = None) -> Sheet:
    """A list, from bytes or from a stream that can seek; ``name`` is the file's name for sentences.

    Without an encoding the likeliest is found. An AmdeskError when the file is empty, no text, or not in the
    encoding that was chosen (with line and column): the whole file is tried before the first row is given.
    """
    stream = io.BytesIO(source) if isinstance(source, bytes) else source
    if encoding is None:
        encoding = encodings.guess(stream, name=name)
    else:
        stream.seek(0)
        encodings.refuse_what_is_no_text(stream.read(1 << 16), name=name)
        encodings.check(stream, encoding, name=name)
    return Sheet(stream, name=name, encoding=encoding, delimiter=_delimiter(stream, encoding))


def write(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[bytes]:
    """A list for spreadsheets and for coming back: UTF-8 with BOM, CRLF, formulas harmless; in pieces.

    Every row has as many cells as the header. ``read`` gives back each text exactly, NUL excepted, which is
    no text and never gets into amdesk.
    """
    yield ("\ufeff" + _line([*map(neutralise, header), OWN_MARK])).encode()
    waiting: list[str] = []
    for row in rows:
        waiting.append(_line([*map(neutralise, row), ""]))
        if len(waiting) == _ROWS_A_CHUNK:
            yield "".join(waiting).encode()
            waiting.clear()
    yield "".join(waiting).encode()


def _line(cells: Sequence[str]) -> str:
    # a row of nothing but empty cells would be taken for a blank line
    quoted = ['""', *cells[1:]] if not any(cells) else [_quoted(cell) for cell in cells]
    return ",".join(quoted) + "\r\n"


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if _NEEDS_QUOTES.search(cell) else cell


def _fitted(row: Row, width: int) -> Row:
    """As many cells as the header: missing ones are empty, superfluous ones a problem unless empty."""
    cells = row.cells[:width] + ("",) * (width - len(row.cells))
    problem = row.problem
    if problem is None and any(map(str.strip, row.cells[width:])):
        problem = Message.of(
            N_(
                "Line {line} has {cells} cells but the header has {columns}. "
                "Put cells that hold the delimiter in quotation marks."
            ),
            line=row.line,
            cells=len(row.cells),
            columns=width,
        )
    return Row(row.line, cells, problem)


def _delimiter(stream: BinaryIO, encoding: str) -> str:
    """The delimiter of amdesk's own mark or of a first line ``sep=;``, else the one that cuts most evenly."""
    stated = stated_delimiter(stream, encoding)
    if stated is not None:
        return stated
    for delimiter in DELIMITERS:
        header = next(records(stream, encoding, delimiter), None)
        if header is not None and header.cells[-1].strip() == OWN_MARK:
            return delimiter
    return max(DELIMITERS, key=lambda delimiter: _evenness(stream, encoding, delimiter))


def _evenness(stream: BinaryIO, encoding: str, delimiter: str) -> tuple[float, int]:
    """How many of the first rows have as many cells as the header, and how many that is."""
    first = islice(records(stream, encoding, delimiter), 30)
    widths = [len(record.cells) for record in first]
    if not widths or widths[0] < 2:
        return (0.0, 0)
    return (sum(width == widths[0] for width in widths) / len(widths), widths[0])
