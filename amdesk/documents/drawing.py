"""A picture inside a page: as SVG for a browser, and as its shapes for whoever paints them on paper."""

from __future__ import annotations

import json
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Collection
from dataclasses import dataclass
from math import isfinite
from typing import Any

from amdesk.documents import leaf
from amdesk.documents.svg import PAPER, svg
from amdesk.domain.picture import OUTLINES, Bar, Dot, Line, Picture, Reader, Shape, Word
from amdesk.i18n.bidi import strip_isolates

PREFIX = "shapes:"
_MARKS = frozenset({"circle", "ring", *OUTLINES})
_DASHES, _LIES = ("", "dash", "dot"), ("after", "before", "around")
_STEPS = ("caption", "body", "strong", "title")
_LARGEST = 4_000_000  # bytes of a picture's shapes


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is painted of a picture, and how large it is."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


def block(made: Picture, reads: Reader, *, code: str) -> leaf.Picture:
    """The picture as a part of a page."""
    said = strip_isolates(reads.tell(made.said))
    return leaf.Picture(
        svg(made, reads, code=code), _packed(made), round(made.width), round(made.height), said
    )


def unpacked(address: str) -> Drawn | None:
    """The shapes in the address of a picture; nothing where it is no address of ours: a page that was kept
    may have come from an archive that a stranger wrote.
    """
    try:
        packed = urlsafe_b64decode(address.removeprefix(PREFIX))
        found = json.loads(zlib.decompressobj().decompress(packed, _LARGEST))
        shapes = tuple(_shape(kind, values) for kind, values in found["shapes"])
        return Drawn(max(_number(found["width"]), 1.0), max(_number(found["height"]), 1.0), shapes)
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError, zlib.error):
        return None


def _packed(made: Picture) -> str:
    told = {
        "width": made.width,
        "height": made.height,
        "shapes": [(type(shape).__name__, list(shape)) for shape in made.shapes],
    }
    return PREFIX + urlsafe_b64encode(zlib.compress(json.dumps(told).encode(), 9)).decode()


def _shape(kind: str, values: list[Any]) -> Shape:
    """A shape from its values; ValueError or TypeError where they are none."""
    if kind == "Line":
        points, ink, width, dash = values
        way = tuple((_number(x), _number(y)) for x, y in points)
        return Line(way, _one_of(PAPER, ink), _number(width), _one_of(_DASHES, dash))
    if kind == "Dot":
        x, y, ink, shape, size = values
        return Dot(_number(x), _number(y), _one_of(PAPER, ink), _one_of(_MARKS, shape), _number(size))
    if kind == "Bar":
        *room, ink, fill, corner = values
        x, y, width, height = map(_number, room)
        known = {"", *PAPER}
        return Bar(x, y, width, height, _one_of(known, ink), _one_of(known, fill), _number(corner))
    x, y, text, ink, lies, step = values
    return Word(
        _number(x), _number(y), str(text), _one_of(PAPER, ink), _one_of(_LIES, lies), _one_of(_STEPS, step)
    )


def _number(value: object) -> float:
    if not isinstance(value, int | float) or not isfinite(value):
        raise ValueError("no length")
    return float(value)


def _one_of(known: Collection[str], value: object) -> str:
    if not isinstance(value, str) or value not in known:
        raise ValueError("nothing known")
    return value
