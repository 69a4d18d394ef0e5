"""A picture as SVG: a text that stands in a page or in a file of its own, without scripts and without links.

Its words stay words, so they can be found, copied and read out; pointing at a mark tells what it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from types import MappingProxyType

from amdesk.documents.voice import clean
from amdesk.domain.picture import (
    FLAP,
    HOLLOW,
    OUTLINES,
    Bar,
    Dot,
    Line,
    Mark,
    Picture,
    Point,
    Reader,
    Shape,
    Word,
)
from amdesk.i18n.languages import language

# On paper, whatever the theme of a screen: every line keeps 3 to 1 in grey as well, every word 4.5 to 1.
PAPER: Mapping[str, str] = MappingProxyType(
    {
        "text": "#201f1d", "muted": "#5d5a55", "grid": "#e0ddd7", "axis": "#8f8b84", "today": "#201f1d",
        "value": "#245a92", "pace": "#6b6862", "forecast": "#245a92", "milestone": "#7d4b00",
        "page": "#ffffff", "good": "#22663b", "good fill": "#e4f2e8", "warn": "#7d4b00",
        "warn fill": "#fbefd8", "danger": "#a8261c", "danger fill": "#fbe8e5", "info": "#22558a",
        "info fill": "#e6eef7", "quiet": "#5a5751", "quiet fill": "#efede8",
    }
)  # fmt: skip
_PIXELS = {"caption": 12, "body": 13.3, "strong": 13.3, "title": 17.3}
_WEIGHT = {"strong": "600", "title": "600"}
_DASHES = {"dash": "6 4", "dot": "1 4"}
_MOST_TOLD = 500  # marks: more of them make a file that no program opens gladly


def svg(
    picture: Picture, reads: Reader, *, code: str, inks: Mapping[str, str] = PAPER, ground: bool = False
) -> str:
    """The picture in a language; ``ground`` paints what lies under it, for a file of its own."""
    spoken = language(code)
    families = ", ".join([*(f"'{name}'" for name in spoken.fonts), "sans-serif"])
    wide, high = _short(picture.width), _short(picture.height)
    said = _plain(reads.tell(picture.said))
    begin = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" '
        f'viewBox="0 0 {wide} {high}" role="img" lang="{spoken.code}" aria-label="{said}" '
        f'font-family="{families}" style="max-width:100%;height:auto">'
    )
    lines = [begin, f"<title>{said}</title>"]
    if ground:
        lines.append(f'<rect width="{wide}" height="{high}" fill="{inks["page"]}"/>')
    lines.extend(_drawn(shape, inks, rtl=spoken.rtl) for shape in picture.shapes)
    lines.extend(_told(picture.marks, reads))
    return "\n".join([*lines, "</svg>", ""])


def _drawn(shape: Shape, inks: Mapping[str, str], *, rtl: bool) -> str:
    match shape:
        case Line():
            return _line(shape, inks)
        case Dot():
            return _dot(shape, inks)
        case Bar():
            return _bar(shape, inks)
        case Word():
            return _word(shape, inks, rtl=rtl)


def _line(line: Line, inks: Mapping[str, str]) -> str:
    dash = f' stroke-dasharray="{_DASHES[line.dash]}" stroke-linecap="round"' if line.dash else ""
    return (
        f'<polyline points="{_points(line.points)}" fill="none" stroke="{inks[line.ink]}" '
        f'stroke-width="{_short(line.width)}" stroke-linejoin="round"{dash}/>'
    )


def _dot(dot: Dot, inks: Mapping[str, str]) -> str:
    ink = inks[dot.ink]
    hollow = dot.shape in HOLLOW
    look = f'fill="{inks["page"] if hollow else ink}" stroke="{ink}" stroke-width="{1.5 if hollow else 0}"'
    if dot.shape in {"circle", "ring"}:
        return f'<circle cx="{_short(dot.x)}" cy="{_short(dot.y)}" r="{_short(dot.size)}" {look}/>'
    made = f'<polygon points="{_around(dot, OUTLINES[dot.shape])}" {look}/>'
    if dot.shape == "envelope":
        made += f'<polyline points="{_around(dot, FLAP)}" fill="none" stroke="{ink}" stroke-width="1.5"/>'
    return made


def _around(dot: Dot, corners: tuple[Point, ...]) -> str:
    return _points((dot.x + dx * dot.size, dot.y + dy * dot.size) for dx, dy in corners)


def _points(points: Iterable[Point]) -> str:
    return " ".join(f"{_short(x)},{_short(y)}" for x, y in points)


def _bar(bar: Bar, inks: Mapping[str, str]) -> str:
    stroke = f' stroke="{inks[bar.ink]}"' if bar.ink else ""
    return (
        f'<rect x="{_short(bar.x)}" y="{_short(bar.y)}" width="{_short(bar.width)}" '
        f'height="{_short(bar.height)}" rx="{_short(bar.round)}" '
        f'fill="{inks[bar.fill] if bar.fill else "none"}"{stroke}/>'
    )


def _word(word: Word, inks: Mapping[str, str], *, rtl: bool) -> str:
    """Words; the anchor is counted in the direction they are read in."""
    anchor = {"around": "middle", "after": "end" if rtl else "start"}.get(
        word.lies, "start" if rtl else "end"
    )
    weight = f' font-weight="{_WEIGHT[word.step]}"' if word.step in _WEIGHT else ""
    return (
        f'<text x="{_short(word.x)}" y="{_short(word.y)}" dy="0.35em" text-anchor="{anchor}" '
        f'direction="{"rtl" if rtl else "ltr"}" fill="{inks[word.ink]}" '
        f'font-size="{_PIXELS.get(word.step, _PIXELS["body"])}"{weight}>{_plain(word.text)}</text>'
    )


def _told(marks: tuple[Mark, ...], reads: Reader) -> Iterator[str]:
    """What cannot be seen, over each mark, with the sentence that a browser shows beside the pointer."""
    for mark in marks if len(marks) <= _MOST_TOLD else ():
        half = max(mark.reach, mark.width / 2)
        yield (
            f'<rect x="{_short(mark.x - half)}" y="{_short(mark.y - mark.reach)}" '
            f'width="{_short(2 * half)}" height="{_short(2 * mark.reach)}" fill-opacity="0">'
            f"<title>{_plain(reads.say(mark.said))}</title></rect>"
        )


def _plain(text: str) -> str:
    return escape(clean(text))


def _short(number: float) -> str:
    """A length to a tenth of a pixel."""
    return f"{number:.1f}".removesuffix(".0")
