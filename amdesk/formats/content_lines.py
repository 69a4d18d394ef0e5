"""Content lines of vCards: folding, parameters, encodings and escapes of versions 2.1, 3.0 and 4.0.

RFC 6350 §3 for 4.0, RFC 2426 for 3.0, the versit paper for 2.1. Written to read what programs really export:
a line that is no property is handed on as text, never refused. Every pass is linear in the size of the file.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

Decode = Callable[[bytes, str], str]  # bytes and the CHARSET they declare ("" for none) → text

_BREAK = re.compile(rb"\r\n|\n|\r")
_HEAD = re.compile(rb'((?:[^":]|"[^"]*")*+):', re.DOTALL)
_NAME = re.compile(r"(?:([A-Za-z0-9_-]+)\.)?([A-Za-z0-9_-]+)\s*")
_PARAMETER = re.compile(r';((?:[^";]|"[^"]*"?)*+)')
_VALUE = re.compile(r'(?:[^",]|"[^"]*"?)++')
_ESCAPE = re.compile(r'\\([nN,;:"\\])')
_CARET = re.compile(r"\^([n'^])")
_TOKENS = {mark: re.compile(rf"\\.|[^\\{mark}]+|{mark}|\\", re.DOTALL) for mark in ";,"}
_TRANSFERS = {"QUOTED-PRINTABLE", "BASE64", "B", "8BIT", "7BIT"}
_WIDTH = 75  # octets, RFC 6350 §3.2


@dataclass(frozen=True, slots=True)
class Property:
    """One content line: where it begins, its group and name in capitals, parameters, the text as it stands.

    ``value`` still has its escapes. A line that is no property has the name "" and itself as value.
    """

    line: int
    name: str
    value: str
    group: str = ""
    params: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def types(self) -> tuple[str, ...]:
        """What TYPE says, in small letters, with the bare words of version 2.1."""
        return tuple(word.lower() for word in self.params.get("TYPE", ()))

    @property
    def text(self) -> str:
        """The value without its escapes."""
        return unescape(self.value)

    @property
    def parts(self) -> tuple[str, ...]:
        """The components of a structured value such as N, ORG or ADR."""
        return split(self.value, ";")

    def param(self, name: str) -> str:
        """The first value of a parameter, or ""."""
        return next(iter(self.params.get(name, ())), "")


def logical_lines(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Each content line unfolded, with the number of the line it begins in (from 1)."""
    lines = _BREAK.split(data)
    at = 0
    old = False
    while at < len(lines):
        first, raw = at, lines[at]
        at += 1
        if not raw.strip():
            continue
        if raw[:8].upper() == b"VERSION:":
            old = raw[8:].strip() == b"2.1"
        parts = [raw]
        transfer = _transfer(raw)
        while at < len(lines):
            rest = _continuation(parts, lines[at], transfer, old=old)
            if rest is None:
                break
            parts.append(rest)
            at += 1
        yield first + 1, b"".join(parts)


def is_boundary(raw: bytes) -> bytes:
    """``BEGIN`` or ``END`` when the line opens or closes a card, else nothing."""
    word = raw[:40].strip().upper().replace(b" ", b"")
    return word.partition(b":")[0] if word in (b"BEGIN:VCARD", b"END:VCARD") else b""


def parse(line: int, raw: bytes, decode: Decode) -> Property:
    """The property in an unfolded line."""
    head, value = _cut(raw)
    named = _NAME.match(head)
    if named is None or head[named.end() : named.end() + 1] not in ("", ";") or value is None:
        return Property(line, "", decode(raw, ""))
    group, name = named.groups()
    params = _parameters(head[named.end() :])
    charset = next(iter(params.get("CHARSET", ())), "")
    if "QUOTED-PRINTABLE" in params.get("ENCODING", ()):
        value = binascii.a2b_qp(value)
    return Property(line, name.upper(), decode(value, charset), (group or "").upper(), params)


def declares_charset(raw: bytes) -> bool:
    """Whether the line itself says how its letters are encoded."""
    return b"CHARSET=" in _cut(raw)[0].upper().encode()


def unescape(text: str) -> str:
    r"""The text for which ``\n``, ``\,``, ``\;``, ``\:``, ``\"`` and ``\\`` stand; other backslashes stay."""
    return _ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], text) if "\\" in text else text


def split(text: str, mark: str) -> tuple[str, ...]:
    """A structured (``;``) or listed (``,``) value in parts without escapes."""
    parts: list[list[str]] = [[]]
    for token in _TOKENS[mark].findall(text):
        if token == mark:
            parts.append([])
        else:
            parts[-1].append(token)
    return tuple(unescape("".join(part)) for part in parts)


def escape(text: str) -> str:
    """The text as a value of version 4.0; line breaks of every kind become one kind."""
    plain = escape_breaks(text)
    return plain.replace(",", "\\,").replace(";", "\\;")


def escape_breaks(text: str) -> str:
    """The text as a value in which commas and semicolons stand for themselves, such as a URI."""
    plain = text.replace("\\", "\\\\").replace("\r\n", "\n").replace("\r", "\n")
    return plain.replace("\n", "\\n")


def fold(line: str) -> bytes:
    """A content line in pieces of 75 octets at most, no character cut in two, with its CRLF."""
    data = line.encode()
    pieces: list[bytes] = []
    width = _WIDTH
    while len(data) > width:
        end = width
        while data[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(data[:end])
        data, width = data[end:], _WIDTH - 1
    return b"\r\n ".join([*pieces, data]) + b"\r\n"


def _continuation(parts: list[bytes], following: bytes, transfer: str, *, old: bool) -> bytes | None:
    """What the next line adds to this one, or None when it begins another."""
    if is_boundary(following):
        return None
    if transfer == "quoted" and parts[-1].endswith(b"="):
        parts[-1] = parts[-1][:-1]
        return following
    if following[:1] in (b" ", b"\t"):
        # version 2.1 folds only where a space was, and leaves it standing
        return following if old else following[1:]
    if transfer == "base64" and following.strip() and b":" not in following:
        return following
    return None


def _transfer(raw: bytes) -> str:
    head = raw.partition(b":")[0].upper()
    if b"QUOTED-PRINTABLE" in head:
        return "quoted"
    return "base64" if b"BASE64" in head or b"ENCODING=B" in head else ""


def _cut(raw: bytes) -> tuple[str, bytes | None]:
    """Name and parameters before the first colon outside quotation marks; the value after it."""
    found = _HEAD.match(raw)
    if found is not None:
        head, value = found[1], raw[found.end() :]
    else:
        head, colon, value = raw.partition(b":")
        if not colon:
            return "", None
    return head.decode("utf-8", "replace"), value


def _parameters(text: str) -> Mapping[str, tuple[str, ...]]:
    params: dict[str, list[str]] = {}
    for found in _PARAMETER.finditer(text):
        name, equals, value = found[1].strip().partition("=")
        key = name.strip().upper()
        if not equals:
            key, value = ("ENCODING" if key in _TRANSFERS else "TYPE"), key
        values = tuple(_bare(one[0]) for one in _VALUE.finditer(value))
        if key == "TYPE":
            # TYPE="work,voice" is one quoted value that is meant as two
            values = tuple(word.strip() for one in values for word in one.split(","))
        if key == "ENCODING":
            values = tuple(one.upper() for one in values)
        params.setdefault(key, []).extend(filter(None, values))
    return {key: tuple(values) for key, values in params.items()}


def _bare(value: str) -> str:
    """A parameter's value without quotation marks and with RFC 6868's carets undone."""
    plain = value.strip().replace('"', "")
    return _CARET.sub(lambda found: {"n": "\n", "'": '"', "^": "^"}[found[1]], plain)
