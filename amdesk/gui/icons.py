"""Icons: line drawings tinted in the theme's colours at the moment of painting, mirrored where they point."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QImage, QImageReader, QPainter, QPixmap

from amdesk.gui.mirror import visual_rect
from amdesk.gui.theme import CLEAR, Group, Role
from amdesk.system.paths import resource

# What the program calls a picture -> the file that draws it.
FILES = {
    "today": "sun", "clients": "users", "calls": "phone", "settings": "settings", "search": "search",
    "add": "plus", "back": "arrow-left", "forward": "arrow-right", "open": "chevron-right",
    "down": "chevron-down", "undo": "undo-2", "redo": "redo-2", "mail": "mail", "done": "check",
    "confirmed": "circle-check", "clock": "clock", "vip": "star", "close": "x", "edit": "pencil",
    "chat": "message-circle", "send": "send", "remove": "trash-2", "web": "globe", "insight": "lightbulb",
    "decision": "gavel", "warning": "triangle-alert", "info": "info", "video": "video",
    "mobile": "smartphone", "office_phone": "phone", "meeting": "handshake", "visit": "footprints",
    "post": "file-text", "other": "ellipsis", "birthday": "cake", "language": "languages",
    "calendar": "calendar", "place": "map-pin", "import": "download", "export": "upload",
    "question": "circle-question-mark", "change": "arrow-right", "action": "clipboard-check",
    "contact": "user", "add_contact": "user-plus", "client": "building-2", "out": "phone-outgoing",
    "in": "phone-incoming", "missed": "phone-missed", "inbox": "inbox", "up": "arrow-up",
    "down_arrow": "arrow-down",
    "earlier": "chevron-left", "later": "chevron-right",
    "much_earlier": "chevrons-left", "much_later": "chevrons-right",
    "filter": "list-filter", "columns": "columns-3-cog", "saved": "bookmark", "lacking": "circle-dashed",
    "copy": "copy", "history": "history", "private": "lock", "keyboard": "keyboard",
    "full_screen": "maximize", "side_bar": "panel-left",
    "alert": "circle-alert", "reminders": "bell", "alarm": "alarm-clock", "pause": "pause",
    "repeat": "repeat", "print": "printer", "tasks": "clipboard-check", "goal": "target", "milestone": "flag",
    "board": "chart-gantt", "folder": "folder-open", "zoom_in": "zoom-in", "zoom_out": "zoom-out",
}  # fmt: skip
# Those that point along the line of reading, and so point the other way in Hebrew and Persian.
DIRECTIONAL = frozenset(
    "back forward open undo redo send change out in earlier later much_earlier much_later side_bar "
    "board".split()
)
_STROKE = "1.75"


@lru_cache(maxsize=512)
def picture(name: str, colour: str, pixels: int, *, mirrored: bool = False) -> QImage:
    """An icon as an image of ``pixels`` by ``pixels`` in one colour."""
    drawing = resource("icons", f"{FILES[name]}.svg").read_text("utf-8")
    drawing = drawing.replace("currentColor", colour).replace('stroke-width="2"', f'stroke-width="{_STROKE}"')
    buffer = QBuffer()
    buffer.setData(QByteArray(drawing.encode()))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, b"svg")
    reader.setScaledSize(QSize(pixels, pixels))
    image = reader.read()
    return image.flipped(Qt.Orientation.Horizontal) if mirrored else image


def paint(painter: QPainter, rect: QRect, name: str, colour: str) -> None:
    """Draw an icon in a square, sharp on every screen; the layout's direction turns those that point."""
    ratio = painter.device().devicePixelRatioF()
    mirrored = name in DIRECTIONAL and QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    image = picture(name, colour, round(rect.width() * ratio), mirrored=mirrored)
    painter.drawImage(rect, image)


class _Engine(QIconEngine):
    """Paints an icon in the palette's colours of the moment, so a change of theme needs no new icon.

    In room wider than high it stands at the leading end: the rest parts it from the words that follow.
    """

    def __init__(self, name: str, role: Role) -> None:
        super().__init__()
        self._name, self._role = name, role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        palette = QGuiApplication.palette()
        group = Group.Disabled if mode == QIcon.Mode.Disabled else Group.Normal
        square = QRect(rect.topLeft(), QSize(rect.height(), rect.height()))
        square = visual_rect(QGuiApplication.layoutDirection(), rect, square)
        paint(painter, square, self._name, palette.color(group, self._role).name())

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        made = QPixmap(size * scale)
        made.fill(CLEAR)
        painter = QPainter(made)
        self.paint(painter, made.rect(), mode, state)
        painter.end()
        made.setDevicePixelRatio(scale)
        return made

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._role)


def icon(name: str, role: Role = Role.ButtonText) -> QIcon:
    """An icon that takes its colour from the palette's role when it is painted."""
    return QIcon(_Engine(name, role))
