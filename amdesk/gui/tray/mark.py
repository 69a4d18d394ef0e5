"""The program's own mark: for the window, the tray and its count."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImageReader, QPainter, QPixmap

from amdesk.gui import theme
from amdesk.i18n.catalog import current
from amdesk.i18n.format import number_text
from amdesk.system.paths import resource

_SIZES = (16, 22, 24, 32, 48, 64)
_MOST = 99


def mark(count: int = 0) -> QIcon:
    """The mark, with a count on it where there is something to count; seen on light and dark panels alike."""
    made = QIcon()
    for pixels in _SIZES:
        made.addPixmap(_picture(pixels, count))
    return made


def _picture(pixels: int, count: int) -> QPixmap:
    buffer = QBuffer()
    buffer.setData(QByteArray(resource("mark", "amdesk.svg").read_bytes()))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, b"svg")
    reader.setScaledSize(QSize(pixels, pixels))
    made = QPixmap.fromImage(reader.read())
    if count:
        _paint_count(made, count, pixels)
    return made


def _paint_count(made: QPixmap, count: int, pixels: int) -> None:
    """A disc at the foot with the count, or one without where no figure could be read."""
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = round(pixels * 0.62)
    disc = QRect(pixels - side, pixels - side, side, side)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.COUNT.fill))
    painter.drawEllipse(disc)
    painter.setFont(theme.count_font(side, is_short=count < 10))
    painter.setPen(QColor(theme.COUNT.ink))
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, number_text(min(count, _MOST), current()))
    painter.end()
