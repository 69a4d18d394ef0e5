"""Rows of delimited text (RFC 4180) with their real line numbers, in bounded memory, one bad row at a time.

The standard library's reader is not used: it joins everything after an unbalanced quotation mark into one
cell, raises for a long one, and cannot say where the mark was opened. Here such a row gets a ``problem`` and
reading goes on at the next line.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

from amdesk.domain.messages import N_, Message
from amdesk.formats import encodings, limits

_LOOK_AHEAD = 1_000_000  # characters read in search of a closing quotation mark
_LONGEST_LINE = 4_000_000
_OPENING = re.compile(' *"')
_SEP_LINE = re.compile(r'"?sep=(.)"?', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the line it begins in (from 1), as many cells as the header has, and what is wrong with it.

    ``notice`` is worth knowing though the row can be taken over.
    """

    line: int
    cells: tuple[str, ...]
    problem: Message | None = None
    notice: Message | None = None


def stated_delimiter(stream: BinaryIO, encoding: str) -> str | None:
    """The delimiter that a first line ``sep=;`` states, as spreadsheets write it for each other."""
    stated = _SEP_LINE.fullmatch(_Lines(stream, encoding).take().rstrip("\r\n"))
    return stated[1] if stated else None


def records(stream: BinaryIO, encoding: str, delimiter: str) -> Iterator[Row]:
    """Every row of the file with as many cells as it has; blank ones are passed over."""
    lines = _Lines(stream, encoding)
    blank = re.compile(rf"[{re.escape(delimiter)}\s]*")
    while line := lines.begin():
        start = lines.number
        if len(line) >= _LONGEST_LINE and not line.endswith(("\r", "\n")):
            lines.skip_rest()
            yield Row(start, (line[:100],), _too_long(start))
        elif blank.fullmatch(line) or (start == 1 and _SEP_LINE.fullmatch(line.rstrip("\r\n"))):
            continue
        elif '"' in line:
            yield _checked(_quoted_record(lines, line, delimiter), lines)
        else:
            yield _checked(Row(start, tuple(line.rstrip("\r\n").split(delimiter))), lines)


def _checked(row: Row, lines: _Lines) -> Row:
    """The row with a problem when a cell is far too long or holds a NUL byte."""
    if row.problem is not None:
        return row
    for line, text in enumerate(lines.taken, row.line):
        if "\0" in text:
            return Row(row.line, row.cells, _nul(line, text.index("\0") + 1))
    if sum(map(len, lines.taken)) > limits.TEXT and any(len(cell) > limits.TEXT for cell in row.cells):
        cells = tuple(cell if len(cell) <= limits.TEXT else cell[:100] for cell in row.cells)
        return Row(row.line, cells, _too_long(row.line))
    return row


def _quoted_record(lines: _Lines, first: str, delimiter: str) -> Row:
    """A row in which some cell is quoted; it may go on over several lines."""
    start = lines.number
    cells: list[str] = []
    text, at = first, 0
    while True:
        opening = _OPENING.match(text, at)
        if opening is None:
            cell, at = _plain_cell(text, at, delimiter)
        else:
            opened = lines.number
            found = _quoted_cell(lines, text, (at, opening.end()), delimiter)
            if found is None:
                lines.give_back(lines.taken[opened - start + 1 :])
                return Row(start, tuple(first.rstrip("\r\n").split(delimiter)), _unbalanced(opened))
            cell, text, at = found
        cells.append(cell)
        if at >= _end(text):
            return Row(start, tuple(cells))
        at += 1


def _quoted_cell(
    lines: _Lines, text: str, span: tuple[int, int], delimiter: str
) -> tuple[str, str, int] | None:
    """The cell, the line it ends in and where there; None when its quotation mark is not closed rightly.

    ``span`` is where the cell begins and where, after its quotation mark, its words do.
    """
    at, begin = span
    parts: list[str] = []
    size = 0
    while (closing := _closing(text, begin)) < 0:
        parts.append(text[begin:])
        size += len(text)
        following = lines.take() if size <= _LOOK_AHEAD else ""
        if not following:
            return None
        text, begin = following, 0
    after = _after_spaces(text, closing + 1)
    if after == _end(text) or text.startswith(delimiter, after):
        parts.append(text[begin:closing])
        return "".join(parts).replace('""', '"'), text, after
    if parts:
        return None
    # words after the mark, as in «"Acme" Ltd»: a program that does not quote; the cell is what stands there
    cell, finish = _plain_cell(text, at, delimiter)
    return (cell, text, finish) if cell.count('"') % 2 == 0 else None


def _plain_cell(text: str, at: int, delimiter: str) -> tuple[str, int]:
    found = text.find(delimiter, at)
    end = _end(text) if found < 0 else found
    return text[at:end], end


def _closing(text: str, start: int) -> int:
    """Where the quotation mark stands that closes, doubled ones passed over; -1 when none does."""
    while (at := text.find('"', start)) >= 0:
        if text[at + 1 : at + 2] != '"':
            return at
        start = at + 2
    return -1


def _end(text: str) -> int:
    return len(text.rstrip("\r\n"))


def _after_spaces(text: str, at: int) -> int:
    while text[at : at + 1] == " ":
        at += 1
    return at


def _unbalanced(opened: int) -> Message:
    return Message.of(
        N_(
            "The quotation mark opened in line {line} is not closed before the next cell. "
            "Close it, or double it where it belongs to the text."
        ),
        line=opened,
    )


def _nul(line: int, column: int) -> Message:
    return Message.of(
        N_("Line {line} has a NUL byte in column {column}: the file is damaged there. Mend this row."),
        line=line,
        column=column,
    )


def _too_long(line: int) -> Message:
    return Message.of(
        N_("Line {line} has a cell of more than {limit} characters. Shorten it, or look for a missing mark."),
        line=line,
        limit=limits.TEXT,
    )


class _Lines:
    """Lines with their ends kept, numbered, some of which can be given back."""

    def __init__(self, stream: BinaryIO, encoding: str) -> None:
        stream.seek(0)
        codec = encodings.codec_of(encoding, stream.read(2))
        stream.seek(0)
        reader = io.BufferedReader(_Lent(stream), 1 << 16)
        self._text = io.TextIOWrapper(reader, codec, newline="")
        self._returned: list[str] = []
        self.number = 0
        self.taken: list[str] = []

    def begin(self) -> str:
        """The first line of a record, or "" at the end; ``taken`` gathers the record's lines."""
        self.taken = []
        return self.take()

    def take(self) -> str:
        """The next line, or "" at the end."""
        line = self._returned.pop() if self._returned else self._text.readline(_LONGEST_LINE)
        if line:
            self.number += 1
            self.taken.append(line)
        return line

    def give_back(self, lines: Sequence[str]) -> None:
        """Read these lines, the last ones taken, once more."""
        self._returned.extend(reversed(lines))
        self.number -= len(lines)

    def skip_rest(self) -> None:
        """Leave out what follows of a line that is far too long."""
        while (piece := self._text.readline(_LONGEST_LINE)) and not piece.endswith(("\r", "\n")):
            pass


class _Lent(io.RawIOBase):
    """A stream that the text layer above may close without closing the stream of the caller."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        """Fill the buffer; how many bytes there were."""
        view = memoryview(buffer)
        data = self._stream.read(len(view))
        view[: len(data)] = data
        return len(data)
