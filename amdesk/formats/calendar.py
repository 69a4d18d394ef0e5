"""Calendars (iCalendar, RFC 5545) read entry by entry, one bad entry at a time, each with its line.

icalendar reads the zones that a calendar tells itself, and writes what leaves. The entries are read by our
own content lines: that library knows no line numbers, gives a file up at its first bad property, and follows
a zone's rule however often it comes round.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import partial
from itertools import islice

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_
from amdesk.formats import encodings, limits
from amdesk.formats.calendar_entry import Entry
from amdesk.formats.calendar_fields import Block, entry_of
from amdesk.formats.calendar_writing import write
from amdesk.formats.calendar_zones import Zones
from amdesk.formats.content_lines import logical_lines, parse

__all__ = ["Entry", "encoding_of", "read", "write"]

_BEGIN = re.compile(rb"\s*(BEGIN|END)\s*:\s*([A-Za-z0-9-]{1,40})\s*")
_FIRST = {b"VCALENDAR", b"VEVENT", b"VTODO"}
_ZONE = "VTIMEZONE"
_MOST_BLOCKS = 2 * limits.MOST_EVENTS


def read(data: bytes, *, name: str, encoding: str | None = None) -> list[Entry]:
    """Every entry of a file, damaged ones with a problem; ``name`` is the file's name for sentences.

    An AmdeskError when it is no calendar, too large, or nested without end. The work is linear in the size.
    """
    limits.refuse_larger(len(data), limits.CALENDAR, name=name)
    chosen = encoding or encoding_of(data, name=name)
    encodings.codec_of(chosen, data[:4])
    data = _as_utf8(data, chosen)
    if not _is_calendar(data):
        raise AmdeskError(
            N_("{file} holds no calendar: no line says BEGIN:VCALENDAR. Choose an iCalendar file (.ics)."),
            file=name,
        )
    blocks = list(_blocks(data, chosen, name=name))
    zones = Zones({_tzid(one): [*one.lines, *one.nested] for one in blocks if one.kind == _ZONE})
    entries = [one for one in blocks if one.kind != _ZONE]
    limits.refuse_more(len(entries), limits.MOST_EVENTS, name=name)
    return [entry_of(one, zones) for one in entries]


def encoding_of(data: bytes, *, name: str) -> str:
    """The encoding of a calendar: UTF-8 as the standard has it, or what older programs wrote."""
    encodings.refuse_what_is_no_text(data[: 1 << 16], name=name)
    if encodings.decode(data, "utf-8") is not None:
        return "utf-8"
    return encodings.guess(io.BytesIO(data), name=name)


def _as_utf8(data: bytes, encoding: str) -> bytes:
    """Two-byte letters as UTF-8, everything else as it stands, without a byte order mark."""
    if encoding.startswith(("utf-16", "utf-32")):
        text = encodings.decode(data, encoding)
        return data if text is None else text.lstrip("\ufeff").encode("utf-8", "replace")
    return data.removeprefix(b"\xef\xbb\xbf")


def _is_calendar(data: bytes) -> bool:
    found = (_BEGIN.fullmatch(raw) for _line, raw in islice(logical_lines(data[: 1 << 16]), 100))
    return any(one is not None and one[2].upper() in _FIRST for one in found)


def _blocks(data: bytes, encoding: str, *, name: str) -> Iterator[Block]:
    """What stands in the calendars of a file, each with the METHOD of its calendar."""
    decode = partial(_decoded, encoding=encoding)
    open_ones: list[str] = []
    block: Block | None = None
    method = ""
    for number, (line, raw) in enumerate(logical_lines(data)):
        limits.refuse_more(number // limits.LINES_OF_CARD, _MOST_BLOCKS, name=name)
        mark = _BEGIN.fullmatch(raw[:100])
        word = mark[2].decode().upper() if mark else ""
        if mark and mark[1].upper() == b"BEGIN":
            open_ones.append(word)
            _refuse_deeper(len(open_ones), line, name)
            if word == "VCALENDAR":
                method = ""
            elif block is None:
                block = Block(word, line, method)
                continue
        elif mark and word in open_ones:
            while open_ones and open_ones.pop() != word:
                pass
            if block is not None and not any(one != "VCALENDAR" for one in open_ones):
                block.complete = block.kind == word
                yield block
                block = None
                continue
        if block is None:
            found = parse(line, raw, decode)
            method = found.value.strip().upper() if found.name == "METHOD" else method
        else:
            block.take(parse(line, raw, decode), is_mark=mark is not None)
    if block is not None:
        yield block


def _decoded(raw: bytes, charset: str, *, encoding: str) -> str:
    """Words by the charset that their line names, that of the file, or UTF-8 with gaps."""
    for candidate in filter(None, (charset, encoding, "utf-8")):
        try:
            return raw.decode(candidate)
        except (LookupError, UnicodeDecodeError, ValueError):
            continue
    return raw.decode("utf-8", "replace")


def _refuse_deeper(depth: int, line: int, name: str) -> None:
    if depth > limits.DEEPEST:
        raise AmdeskError(
            N_(
                "In {file}, line {line}, entries begin inside one another more than {limit} deep. "
                "That is no calendar: export it again."
            ),
            file=name,
            line=line,
            limit=limits.DEEPEST,
        )


def _tzid(block: Block) -> str:
    return next((one.value.strip() for one in block.lines if one.name == "TZID"), "")
