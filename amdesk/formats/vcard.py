"""Cards of people and companies: versions 2.1, 3.0 and 4.0 read, 4.0 written.

No library is used, after trying them on cards as Android, Outlook, Gmail and RFC 6350 write them. vobject
0.9.9 cuts a name or a label at its first comma without a word («Mr. John Richter, James Doe Sr.» came back
as «Mr. John Richter»), loses a whole file to one damaged picture, one stray line or one card cut off, takes
no bytes that are not UTF-8 and no lone CR, and recurses. icalendar 7.3 refuses the bare parameters of 2.1
and leaves quoted-printable undecoded; vcard 1.0 checks 3.0 only. Reading a client list without loss is what
amdesk is for, and the content lines are small enough to own.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_, Message
from amdesk.formats import encodings, limits
from amdesk.formats.card import Card
from amdesk.formats.card_fields import Fields, gather
from amdesk.formats.card_writing import write
from amdesk.formats.content_lines import (
    Property,
    declares_charset,
    is_boundary,
    logical_lines,
    parse,
)

__all__ = ["Card", "count", "encoding_of", "read", "write"]

_BEGIN = re.compile(rb"^\s*BEGIN\s*:\s*VCARD\s*$", re.IGNORECASE | re.MULTILINE)


@dataclass(slots=True)
class _Block:
    """The lines of one card, and of a card inside it."""

    line: int
    lines: list[tuple[int, bytes]] = field(default_factory=list)
    nested: list[tuple[int, bytes]] = field(default_factory=list)
    complete: bool = False


def count(data: bytes) -> int:
    """How many cards begin in this file, for showing progress."""
    return len(_BEGIN.findall(_as_utf8(data, None).replace(b"\r", b"\n")))


def read(data: bytes, *, name: str, encoding: str | None = None) -> Iterator[Card]:
    """Every card of a file, damaged ones with a problem; ``name`` is the file's name for sentences.

    The whole file is looked over before the first card is given: an AmdeskError when it is empty, no list
    of cards, too large, nested without end, or not in the encoding that was chosen. The work is linear in
    the size of the file and can be stopped between two cards.
    """
    if encoding is None:
        encoding = encoding_of(data, name=name)
    else:
        encodings.codec_of(encoding, data[:4])
    data = _as_utf8(data, encoding)
    found = count(data)
    if found == 0:
        raise AmdeskError(
            N_("{file} holds no card: no line says BEGIN:VCARD. Choose a vCard file (.vcf)."), file=name
        )
    if found > limits.MOST_CARDS:
        raise AmdeskError(
            N_("{file} holds {found} cards, more than {limit}. Split it and import the parts."),
            file=name,
            found=found,
            limit=limits.MOST_CARDS,
        )
    lines = list(logical_lines(data))
    _check_chosen(lines, encoding, name=name)
    blocks = list(_blocks(lines, name=name))
    return (_card(block, encoding) for block in blocks)


def encoding_of(data: bytes, *, name: str) -> str:
    """The encoding of the letters for which no CHARSET is declared; AmdeskErrors as ``read`` has them."""
    limits.refuse_larger(len(data), limits.CARDS, name=name)
    head = data[: 1 << 16]
    encodings.refuse_what_is_no_text(head, name=name)
    if encodings.decode(data, "utf-8") is not None:
        return "utf-8"
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in head:
        return encodings.guess(io.BytesIO(data), name=name)
    foreign = [raw for _line, raw in logical_lines(data) if not raw.isascii() and not declares_charset(raw)]
    telling = b"\n".join(foreign)
    if encodings.decode(telling, "utf-8") is not None:
        return "utf-8"
    return encodings.guess(io.BytesIO(telling), name=name)


def _as_utf8(data: bytes, encoding: str | None) -> bytes:
    """Two-byte letters as UTF-8, everything else as it stands, without a byte order mark."""
    wide = encoding is not None and encoding.startswith(("utf-16", "utf-32"))
    if wide or data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = encodings.decode(data, encoding or "utf-16")
        return data if text is None else text.lstrip("\ufeff").encode("utf-8", "replace")
    return data.removeprefix(b"\xef\xbb\xbf")


def _check_chosen(lines: list[tuple[int, bytes]], encoding: str, *, name: str) -> None:
    for line, raw in lines:
        if raw.isascii() or declares_charset(raw) or encoding.startswith("utf-16"):
            continue
        place = encodings.fault(io.BytesIO(raw), encoding)
        if place is not None and encodings.decode(raw, "utf-8") is None:
            raise encodings.misfit(encoding, line=line, column=place[1], name=name)


def _blocks(lines: list[tuple[int, bytes]], *, name: str) -> Iterator[_Block]:
    """The cards' lines. A card that begins before the last one ended shows that the last one was cut off."""
    block: _Block | None = None
    depth = unended = 0
    for line, raw in lines:
        mark = is_boundary(raw)
        if mark == b"BEGIN":
            inside = block is not None and (depth > 1 or _is_agent(block))
            depth = depth + 1 if inside else 1
            if block is not None and not inside:
                unended += 1
                yield block
            if max(depth, unended) > limits.DEEPEST:
                raise AmdeskError(
                    N_(
                        "In {file}, line {line}, cards begin inside one another more than {limit} deep. "
                        "That is no list of people: export it again."
                    ),
                    file=name,
                    line=line,
                    limit=limits.DEEPEST,
                )
            block = block if inside else _Block(line)
        elif mark == b"END":
            depth = max(0, depth - 1)
            if block is not None and depth == 0:
                block.complete, unended = True, 0
                yield block
                block = None
        elif block is not None:
            (block.lines if depth == 1 else block.nested).append((line, raw))
    if block is not None:
        yield block


def _is_agent(block: _Block) -> bool:
    """Whether the card's last line says that a card of an agent follows (2.1 and 3.0)."""
    return bool(block.lines) and block.lines[-1][1].strip().upper() == b"AGENT:"


def _card(block: _Block, encoding: str) -> Card:
    def decode(raw: bytes, charset: str) -> str:
        return _letters(raw, charset, encoding)

    properties = [parse(line, raw, decode) for line, raw in block.lines[: limits.LINES_OF_CARD]]
    nested = [parse(line, raw, decode) for line, raw in block.nested[: limits.LINES_OF_CARD]]
    fields = gather(properties, nested=nested)
    name, kind = _name_and_kind(fields)
    return Card(
        name=name,
        organisation=next(iter(fields.organisations), ""),
        role=next(iter(fields.roles), ""),
        phones=tuple(fields.phones),
        emails=tuple(fields.emails),
        addresses=tuple(fields.addresses),
        webs=tuple(fields.webs),
        birthday=fields.birthday,
        birthday_calendar=fields.calendar,
        language=next(iter(fields.languages), ""),
        notes="\n".join([*fields.notes, *fields.lines]),
        uid=fields.uid,
        kind=kind,
        extra=tuple(fields.extra),
        left_out=tuple(fields.left_out),
        problem=_problem(block, properties, name),
        line=block.line,
    )


def _letters(raw: bytes, charset: str, encoding: str) -> str:
    """The text, by the CHARSET it declares or the file's encoding; a byte that fits nothing shows as �."""
    for candidate in (charset, encoding, "utf-8"):
        try:
            return raw.decode(candidate)
        except (LookupError, UnicodeDecodeError, ValueError):
            continue
    return raw.decode("utf-8", "replace")


def _name_and_kind(fields: Fields) -> tuple[str, str]:
    """The name to show and what it names: a person, else a company, else the address or number there is."""
    name = next(filter(None, fields.names), "") or " ".join(fields.structured)
    company = next(iter(fields.organisations), "")
    if name:
        alone = company == name and not fields.structured
        return name, fields.kind or ("org" if alone else "individual")
    if company:
        return company, fields.kind or "org"
    reached = [value for _label, value in (*fields.emails, *fields.phones)]
    return next(iter(reached), ""), fields.kind or "individual"


def _problem(block: _Block, properties: list[Property], name: str) -> Message | None:
    """Why this card cannot be taken over as it stands, or None."""
    if not block.complete:
        return Message.of(
            N_(
                "The card that begins in line {line} is cut off: its END:VCARD is missing. "
                "Export it again, or add that line."
            ),
            line=block.line,
        )
    if len(block.lines) + len(block.nested) > limits.LINES_OF_CARD:
        return Message.of(
            N_("The card that begins in line {line} has more than {limit} lines. Remove what is not needed."),
            line=block.line,
            limit=limits.LINES_OF_CARD,
        )
    for one in properties:
        if "\0" in one.value:
            return Message.of(
                N_("Line {line} has a NUL byte in {property}: the file is damaged there. Mend this card."),
                line=one.line,
                property=one.name,
            )
        if len(one.value) > limits.TEXT and one.param("ENCODING") not in ("BASE64", "B"):
            return Message.of(
                N_("{property} in line {line} has more than {limit} characters. Shorten it."),
                property=one.name,
                line=one.line,
                limit=limits.TEXT,
            )
    if not name:
        return Message.of(
            N_("The card that begins in line {line} names nobody and has no address or number. Add a name."),
            line=block.line,
        )
    return None
