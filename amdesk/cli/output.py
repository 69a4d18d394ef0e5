"""What commands print: one JSON document, or plain text in aligned columns; messages go beside it."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import zip_longest

import click

from amdesk.domain.messages import Message
from amdesk.i18n.bidi import isolate_within, strip_isolates
from amdesk.i18n.catalog import current, sentence
from amdesk.i18n.languages import language

_GAP = "  "
_WIDEST = 60


def settle_streams() -> None:
    """Let a letter that the terminal's encoding lacks become a question mark instead of an end.

    Bytes on stdin that are no letters come in as half letters, as those of arguments do: see ``is_broken``.
    """
    for stream, way in ((sys.stdout, "replace"), (sys.stderr, "replace"), (sys.stdin, "surrogateescape")):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=way)


def is_broken(text: str) -> bool:
    """Whether a text holds bytes that are no letters in the terminal's encoding."""
    return not text.isascii() and any("\ud800" <= letter <= "\udfff" for letter in text)


def document(value: object) -> None:
    """Print one JSON document: readable letters where the stream can carry them, escapes where it cannot."""
    encoding = (getattr(sys.stdout, "encoding", "") or "").lower().replace("-", "")
    click.echo(json.dumps(value, ensure_ascii=encoding != "utf8", indent=1))


def line(text: str) -> None:
    """Print one line, or a whole text, of the answer."""
    click.echo(_carried(text, on_screen=_is_screen(sys.stdout)))


def tell(message: str | Message) -> None:
    """Say something beside the answer, on stderr."""
    told = sentence(message) if isinstance(message, Message) else message
    click.echo(_carried(told, on_screen=_is_screen(sys.stderr)), err=True)


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows in columns as wide as their widest cell; cells of the other direction are kept whole."""
    cut = [[_shortened(cell) for cell in row] for row in (head, *rows)]
    widths = [max(map(width, column)) for column in zip_longest(*cut, fillvalue="")]
    for row in cut:
        line(_GAP.join(map(_padded, row, widths)).rstrip())


def plain(message: Message) -> str:
    """A sentence as it leaves in JSON: in the person's language, without invisible marks."""
    return strip_isolates(sentence(message))


def moment(value: datetime | None) -> str | None:
    """A moment as it leaves in JSON: ISO, in UTC."""
    return None if value is None else value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def width(text: str) -> int:
    """How many columns of a terminal a text takes: marks none, wide letters two."""
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me", "Cf", "Cc"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def _shortened(cell: str) -> str:
    text = " ".join(cell.split())
    return text if width(text) <= _WIDEST else text[: _WIDEST - 1].rstrip() + "…"


def _padded(cell: str, columns: int) -> str:
    return isolate_within(cell, rtl=language(current()).rtl) + " " * (columns - width(cell))


def _carried(text: str, *, on_screen: bool) -> str:
    """Isolates help a screen; in a file or another program's input they would only be in the way."""
    return text if on_screen else strip_isolates(text)


def _is_screen(stream: object) -> bool:
    isatty = getattr(stream, "isatty", None)
    return bool(isatty and isatty())
