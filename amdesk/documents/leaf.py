"""What a page for people is made of: headings, facts, tables, bars and pictures, as values.

One leaf is shown in two ways (``leaf_html``): as a page for a browser, and as one that Qt lays out on paper.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from amdesk.documents.voice import Voice, clean, steady
from amdesk.domain.text import first_strong
from amdesk.i18n.bidi import isolate


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph in the direction of the page, what runs against it isolated; ``kind`` is empty, "strong" or
    "muted".
    """

    text: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """Paragraphs, one below the other; ``listed``, each has a mark before it."""

    paragraphs: tuple[Words, ...]
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Short values beside each other, each under what it is."""

    pairs: tuple[tuple[str, Words], ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """How far something has come, 0 to 100, with a mark where it is expected to be; ``said`` in words."""

    done: int
    expected: int | None
    said: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing as SVG and as the address of its ``shapes`` (``drawing``); ``said`` in words."""

    svg: str
    shapes: str
    width: int
    height: int
    said: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, its share of the width in percent, whether it holds figures."""

    title: str
    share: int
    figures: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """Paragraphs in a cell, one below the other."""

    lines: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings; ``name`` says what they are."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


Block: TypeAlias = Said | Facts | Bar | Picture | Table


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks under a heading; ``badge`` is a state in a word or two, ``tone`` how it is drawn.

    ``level`` 2 is a part of the page, 3 a part of a part.
    """

    title: Words
    blocks: tuple[Block, ...]
    badge: str = ""
    tone: str = ""
    level: int = 2


@dataclass(frozen=True, slots=True)
class Leaf:
    """A whole page: ``above`` and ``below`` stand around its title, ``foot`` under everything."""

    language: str
    direction: str
    title: str
    above: Words
    below: tuple[Words, ...]
    sections: tuple[Section, ...]
    foot: tuple[Words, ...]


def own(text: str, voice: Voice, kind: str = "") -> Words:
    """A user's words as a paragraph: they begin where the page does, and keep their own direction."""
    words = clean(text)
    strong = first_strong(words) or ("ltr" if words.isascii() else voice.direction)
    return Words(isolate(words) if strong != voice.direction else steady(words), kind)


def ours(text: str, kind: str = "") -> Words:
    """A sentence of ours; the user's words in it are isolated already."""
    return Words(text, kind)


def cell(*lines: Words) -> Cell:
    """A cell of the lines that say something."""
    return Cell(tuple(line for line in lines if line.text))
