"""Which encoding a file is written in: byte order mark, strict UTF-8, a guess, or the person's choice."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_, Message

CHOICES: Mapping[str, str] = {
    "utf-8": N_("Unicode (UTF-8)"),
    "utf-16": N_("Unicode (UTF-16)"),
    "utf-16-be": N_("Unicode (UTF-16, big end first)"),
    "cp1255": N_("Hebrew (Windows-1255)"),
    "cp1251": N_("Cyrillic (Windows-1251)"),
    "cp1253": N_("Greek (Windows-1253)"),
    "cp1256": N_("Persian and Arabic (Windows-1256)"),
    "cp1252": N_("Western European (Windows-1252)"),
    "cp1250": N_("Central European (Windows-1250)"),
    "cp1254": N_("Turkish (Windows-1254)"),
    "koi8-r": N_("Cyrillic (KOI8-R)"),
    "cp866": N_("Cyrillic (DOS 866)"),
    "cp862": N_("Hebrew (DOS 862)"),
    "iso8859-8": N_("Hebrew (ISO 8859-8)"),
    "iso8859-5": N_("Cyrillic (ISO 8859-5)"),
    "iso8859-7": N_("Greek (ISO 8859-7)"),
    "iso8859-6": N_("Arabic (ISO 8859-6)"),
}

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"%PDF", b"\x1f\x8b", b"BZh", b"Rar!", b"7z\xbc\xaf", b"\x7fELF",
    b"\xd0\xcf\x11\xe0", b"SQLite format 3\0", b"OggS", b"ID3", b"RIFF", b"PK\x05\x06",
)  # fmt: skip
_ZIP = b"PK\x03\x04"
_CHUNK = 1 << 16
_SAMPLE = 100_000
_CONTROLS = bytes(range(1, 9)) + bytes(range(14, 26)) + bytes(range(28, 32))


def choices() -> tuple[tuple[str, Message], ...]:
    """The encodings a person may choose from, each with its name, the likeliest first."""
    return tuple((code, Message(label)) for code, label in CHOICES.items())


def codec_of(encoding: str, head: bytes) -> str:
    """The name by which Python decodes text that begins with ``head``; an AmdeskError when it knows none.

    A mark at the start belongs to the encoding, never to the first cell; Python's own ``utf-16`` insists
    on one.
    """
    try:
        name = codecs.lookup(encoding).name
        codecs.getincrementaldecoder(name)
        "".encode(name)
    except (LookupError, TypeError, ValueError):
        raise AmdeskError(
            N_("There is no encoding “{encoding}”. Choose one of: {known}."),
            encoding=encoding,
            known=tuple(CHOICES),
        ) from None
    if name == "utf-8":
        return "utf-8-sig"
    if name in ("utf-16", "utf-16-le", "utf-16-be"):
        marked = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        return "utf-16" if marked else {"utf-16": "utf-16-le"}.get(name, name)
    return name


def guess(stream: BinaryIO, *, name: str) -> str:
    """The encoding this file is most likely written in, checked against every byte of it.

    An AmdeskError when the file is empty, is no text, or fits no encoding known here.
    """
    stream.seek(0)
    head = stream.read(_CHUNK)
    refuse_what_is_no_text(head, name=name)
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            check(stream, encoding, name=name)
            return encoding
    wide = _utf16_without_mark(head)
    if wide:
        check(stream, wide, name=name)
        return wide
    if fault(stream, "utf-8") is None:
        return "utf-8"
    for encoding in _likely(_telling_lines(stream)):
        if fault(stream, encoding) is None:
            return encoding
    raise AmdeskError(
        N_("It is not clear how the letters of {file} are encoded. Choose the encoding by hand."), file=name
    )


def refuse_what_is_no_text(head: bytes, *, name: str) -> None:
    """An AmdeskError when a file that begins like this is empty or is no text."""
    if not head.strip():
        raise AmdeskError(
            N_("The file {file} is empty. Choose a file with at least a header and a row."), file=name
        )
    if head.startswith(_ZIP):
        raise AmdeskError(
            N_(
                "{file} is not a list as text but a packed file, perhaps a spreadsheet. "
                "Open it in its program and save it as CSV."
            ),
            file=name,
        )
    if head.startswith(_SIGNATURES) or _looks_binary(head):
        raise AmdeskError(
            N_("{file} holds nothing to import. Choose a list, cards, a calendar or an amdesk archive."),
            file=name,
        )


def check(stream: BinaryIO, encoding: str, *, name: str) -> None:
    """An AmdeskError that names line and column when the encoding cannot read this file."""
    place = fault(stream, encoding)
    if place is not None:
        raise misfit(encoding, line=place[0], column=place[1], name=name)


def misfit(encoding: str, *, line: int, column: int, name: str) -> AmdeskError:
    """The sentence for a file that is not in the encoding chosen for it."""
    return AmdeskError(
        N_(
            "{file} cannot be read as {encoding}: line {line}, column {column} does not fit. "
            "Choose another encoding."
        ),
        file=name,
        encoding=encoding,
        line=line,
        column=column,
    )


def fault(stream: BinaryIO, encoding: str) -> tuple[int, int] | None:
    """Line and column (both from 1) of the first byte that the encoding cannot read, or None."""
    stream.seek(0)
    decoder = codecs.getincrementaldecoder(codec_of(encoding, stream.read(2)))()
    place = _Place()
    for chunk in _chunks(stream):
        state = decoder.getstate()
        try:
            place.pass_over(decoder.decode(chunk, final=not chunk))
        except UnicodeDecodeError:
            decoder.setstate(state)
            return _fault_within(decoder, chunk, place)
    return None


def decode(data: bytes, encoding: str) -> str | None:
    """The text, or None when the encoding cannot read it."""
    try:
        return data.decode(codec_of(encoding, data[:2]))
    except UnicodeDecodeError:
        return None


class _Place:
    """Where in a text one is, when it comes in pieces."""

    __slots__ = ("_after_return", "column", "line")

    def __init__(self) -> None:
        self.line = 1
        self.column = 1
        self._after_return = False

    def pass_over(self, text: str) -> None:
        """Move on by a piece; CR LF is one line break even when the pieces part it."""
        if not text:
            return
        breaks = text.count("\n") + text.count("\r") - text.count("\r\n")
        if self._after_return and text[0] == "\n":
            breaks -= 1
        self.line += breaks
        last = max(text.rfind("\n"), text.rfind("\r"))
        self.column = len(text) - last if last >= 0 else self.column + len(text)
        self._after_return = text[-1] == "\r"


def _fault_within(decoder: codecs.IncrementalDecoder, chunk: bytes, place: _Place) -> tuple[int, int]:
    for at in range(len(chunk)):
        try:
            place.pass_over(decoder.decode(chunk[at : at + 1]))
        except UnicodeDecodeError:
            break
    return place.line, place.column


def _chunks(stream: BinaryIO) -> Iterator[bytes]:
    """The stream from its start; the last piece is empty, so that a decoder can be told of the end."""
    stream.seek(0)
    while chunk := stream.read(_CHUNK):
        yield chunk
    yield b""


def _looks_binary(head: bytes) -> bool:
    """Control characters that no text has, or mostly zeros that are not two-byte letters."""
    if any(head.startswith(mark) for mark, _encoding in _BOMS) or _utf16_without_mark(head):
        return False
    controls = len(head) - len(head.translate(None, _CONTROLS))
    zeros = head.count(0)
    readable = fault(io.BytesIO(head[: -4 or None]), "utf-8") is None
    limit = 0.3 if readable else 0.05
    return controls > limit * len(head) or zeros > 0.3 * len(head)


def _utf16_without_mark(head: bytes) -> str | None:
    """Two-byte letters show as zeros (or as one and the same high byte) in every second place."""
    if len(head) < 8:
        return None
    even, odd = head[0::2], head[1::2]
    if odd.count(0) > 0.3 * len(odd) and not even.count(0):
        return "utf-16"
    if even.count(0) > 0.3 * len(even) and not odd.count(0):
        return "utf-16-be"
    return None


def _telling_lines(stream: BinaryIO) -> bytes:
    """Lines that hold more than ASCII: only they can tell one encoding from another."""
    stream.seek(0)
    lines: list[bytes] = []
    size = 0
    while size < _SAMPLE and (line := stream.readline(_CHUNK)):
        if not line.isascii():
            lines.append(line)
            size += len(line)
    return b"".join(lines)


def _likely(sample: bytes) -> Iterator[str]:
    """What chardet holds for likely, best first, among the encodings that a person could choose too."""
    import chardet

    known = [code for code in CHOICES if not code.startswith("utf")]
    found = chardet.detect_all(sample, include_encodings=known, compat_names=False)
    for one in found:
        encoding = one["encoding"]
        if encoding is not None:
            yield _as_chosen(encoding)


def _as_chosen(encoding: str) -> str:
    name = codecs.lookup(encoding).name
    return next((code for code in CHOICES if codecs.lookup(code).name == name), name)
