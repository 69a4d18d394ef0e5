"""The one painter of pictures: on the screen, into a PNG, onto the pages of a PDF."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from math import floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QPainter, QPen, QPolygonF

from amdesk.domain.picture import FLAP, HOLLOW, OUTLINES, Bar, Dot, Line, Point, Shape, Word
from amdesk.gui import theme
from amdesk.gui.colours import Colours

_DASHES = {"dash": (6.0, 4.0), "dot": (0.1, 4.0)}  # in pixels
_EDGE = 1.5  # of what is hollow
_ROOM = 1.0  # around words
_FLAGS = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextDontClip | Qt.TextFlag.TextSingleLine)
_TONES = ("good", "warn", "danger", "info", "quiet")


@cache
def inks(c: Colours) -> dict[str, str]:
    """The colours of a theme by the names that shapes call them."""
    named = {
        "text": c.text, "muted": c.muted, "grid": c.line, "axis": c.field, "today": c.text,
        "value": c.accent, "pace": c.faint, "forecast": c.accent, "milestone": c.warn.ink,
        "page": c.page, "side": c.side, "selected": c.selected, "focus": c.focus,
    }  # fmt: skip
    named |= {name: c.tone(name).ink for name in _TONES}
    return named | {f"{name} fill": c.tone(name).fill for name in _TONES}


class Letters:
    """The fonts of the type scale as pictures are laid out for, with the widths of words measured before."""

    _MOST = 20_000

    def __init__(self) -> None:
        self._fonts: dict[str, QFont] = {}
        self._metrics: dict[str, QFontMetricsF] = {}
        self._widths: dict[tuple[str, str], float] = {}

    def font(self, step: str) -> QFont:
        """The font of a step."""
        if step not in self._fonts:
            self._fonts[step] = theme.plain_font(step)
        return self._fonts[step]

    def width(self, text: str, step: str) -> float:
        """How wide words are."""
        if (text, step) not in self._widths:
            if len(self._widths) > self._MOST:
                self._widths.clear()
            if step not in self._metrics:
                self._metrics[step] = QFontMetricsF(self.font(step))
            self._widths[text, step] = self._metrics[step].horizontalAdvance(text)
        return self._widths[text, step]


class Brush:
    """Paints shapes in the colours of a theme; its words read in the window's direction unless given one."""

    def __init__(
        self, colours: Colours, letters: Letters, direction: Qt.LayoutDirection | None = None
    ) -> None:
        self._inks, self._letters, self._direction = inks(colours), letters, direction
        self._pens: dict[tuple[str, float, str], QPen] = {}
        self._paint = {Line: self._line, Dot: self._dot, Bar: self._bar, Word: self._word}

    def paint(self, painter: QPainter, shapes: Iterable[Shape]) -> None:
        """Paint shapes in their order; the painter is afterwards as it was."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self._direction or QGuiApplication.layoutDirection())
        for shape in shapes:
            self._paint[type(shape)](painter, shape)  # type: ignore[operator]
        painter.restore()

    def _pen(self, ink: str, width: float = 1.0, dash: str = "") -> QPen:
        key = ink, width, dash
        if key not in self._pens:
            made = QPen(QColor(self._inks[ink]), width)
            made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            if dash:
                made.setDashPattern([part / width for part in _DASHES[dash]])
                made.setCapStyle(Qt.PenCapStyle.RoundCap)
            self._pens[key] = made
        return self._pens[key]

    def _line(self, painter: QPainter, line: Line) -> None:
        if _is_hair(line):
            (x, y), (to_x, to_y) = sorted(line.points)
            y, to_y = sorted((y, to_y))
            hair = QRectF(floor(x), floor(y), max(to_x - x, 1.0), max(to_y - y, 1.0))
            painter.fillRect(hair.toRect(), self._pen(line.ink).color())
            return
        painter.setPen(self._pen(line.ink, line.width, line.dash))
        painter.drawPolyline([QPointF(x, y) for x, y in line.points])

    def _dot(self, painter: QPainter, dot: Dot) -> None:
        hollow = dot.shape in HOLLOW
        painter.setPen(self._pen(dot.ink, _EDGE) if hollow else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._inks["page" if hollow else dot.ink]))
        if dot.shape not in OUTLINES:
            painter.drawEllipse(QPointF(dot.x, dot.y), dot.size, dot.size)
            return
        painter.drawPolygon(_around(dot, OUTLINES[dot.shape]))
        if dot.shape == "envelope":
            painter.drawPolyline(_around(dot, FLAP))

    def _bar(self, painter: QPainter, bar: Bar) -> None:
        painter.setPen(self._pen(bar.ink) if bar.ink else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._inks[bar.fill]) if bar.fill else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(bar.x, bar.y, bar.width, bar.height), bar.round, bar.round)

    def _word(self, painter: QPainter, word: Word) -> None:
        painter.setFont(self._letters.font(word.step))
        painter.setPen(self._pen(word.ink))
        wide = self._letters.width(word.text, word.step) + 2 * _ROOM
        x = word.x - {"after": _ROOM, "before": wide - _ROOM, "around": wide / 2}[word.lies]
        painter.drawText(QRectF(x, word.y - _ROOM * 10, wide, _ROOM * 20), _FLAGS, word.text)


def _is_hair(line: Line) -> bool:
    """Whether it is an upright or level line one pixel wide: drawn between pixels, it would be pale."""
    if len(line.points) != 2 or line.dash or line.width != 1.0:
        return False
    (x, y), (to_x, to_y) = line.points
    return x == to_x or y == to_y


def _around(dot: Dot, corners: Iterable[Point]) -> QPolygonF:
    return QPolygonF([QPointF(dot.x + dx * dot.size, dot.y + dy * dot.size) for dx, dy in corners])
