"""Buttons: one way to make each kind, so that every one has a name, an icon and words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton

from amdesk.gui import icons, theme
from amdesk.gui.keys import with_keys
from amdesk.gui.mirror import visual_rect
from amdesk.gui.theme import RADIUS, RING, SIZE, SPACE, Role
from amdesk.gui.widgets.labels import never_html

_ARROW = SIZE.icon - SPACE.xs
_INK = {"primary": Role.HighlightedText, "link": Role.Link}


class Primary(QPushButton):
    """A button on the accent: the keys are shown within it, for around it no colour stands out enough.

    As long as it is an outlined one its words are as those of others. Qt gives a dressed button the font back
    that it had first.
    """

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in {QEvent.Type.Polish, QEvent.Type.StyleChange}:
            self.take_font()
        return done

    def take_font(self) -> None:
        """Write the words as the button's kind does."""
        self.setFont(theme.font("caption"))  # fonts that differ in weight only are the same to Qt
        self.setFont(theme.font("strong" if self.property("kind") == "primary" else "body"))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.hasFocus() or self.property("kind") != "primary":
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.colours(self.palette()).on_accent), RING))
        inner = QRectF(self.rect()).adjusted(RING * 2, RING * 2, -RING * 2, -RING * 2)
        painter.drawRoundedRect(inner, RADIUS.s, RADIUS.s)
        painter.end()


class Link(QPushButton):
    """Words that lead somewhere: what shows the keys or the mouse is a line below the words, however wide
    the column is that they stand in.
    """

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        underline(self)


def underline(words: QPushButton) -> None:
    """Paint the line below the words of a link while it has the keys, or the mouse."""
    high = RING if words.hasFocus() else 1 if words.isEnabled() and words.underMouse() else 0
    if not high:
        return
    c = theme.colours(words.palette())
    across = QRect(0, words.height() - high, min(words.sizeHint().width(), words.width()), high)
    painter = QPainter(words)
    line = visual_rect(words.layoutDirection(), words.rect(), across)
    painter.fillRect(line, QColor(c.focus if words.hasFocus() else c.accent))
    painter.end()


class MenuButton(QPushButton):
    """A button that opens a menu, with an arrow at its trailing end: from right to left Qt draws none."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = SPACE.s if rtl else self.width() - SPACE.s - _ARROW
        painter = QPainter(self)
        rect = QRect(x, (self.height() - _ARROW) // 2, _ARROW, _ARROW)
        icons.paint(painter, rect, "down", theme.colours(self.palette()).muted)
        painter.end()


_MADE: dict[str, type[QPushButton]] = {"primary": Primary, "link": Link}


def button(
    text: str, kind: str = "plain", *, name: str, icon: str = "", run: Callable[[], object] | None = None
) -> QPushButton:
    """A button with words (already translated); ``kind`` is primary, plain, link, gap; empty is outlined."""
    made = _MADE.get(kind, QPushButton)(text)
    return _dressed(made, kind, name=name, icon=icon, run=run)


def menu_button(text: str, kind: str, *, name: str, icon: str) -> QPushButton:
    """The same for a menu, which is given to it by ``setMenu``."""
    return _dressed(MenuButton(text), kind, name=name, icon=icon)


def _dressed(
    made: QPushButton, kind: str, *, name: str, icon: str, run: Callable[[], object] | None = None
) -> QPushButton:
    text = made.text()
    made.setObjectName(name)
    made.setAccessibleName(text)
    theme.as_kind(made, kind)
    if icon:
        made.setIcon(icons.icon(icon, _INK.get(kind, Role.ButtonText)))
        made.setIconSize(QSize(SIZE.icon + SPACE.xs, SIZE.icon))  # a gap before words, also those to come
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setAutoDefault(False)
    if run is not None:
        made.clicked.connect(lambda *_: run())
    return made


def stand_out(made: QPushButton, *, icon: str, on: bool) -> None:
    """Let a primary button be the one that counts, or an outlined one as long as another one does."""
    kind = "primary" if on else ""
    if made.property("kind") == kind:
        return
    made.setProperty("kind", kind)
    made.setIcon(icons.icon(icon, _INK.get(kind, Role.ButtonText)))
    theme.restyle(made)
    if isinstance(made, Primary):
        made.take_font()


def at_least(made: QPushButton, width: int) -> None:
    """Make buttons in a column equally wide, where their words are no wider."""
    made.ensurePolished()
    made.setMinimumWidth(max(width, made.sizeHint().width()))


def icon_button(
    text: str, *, name: str, icon: str, run: Callable[[], object], shortcut: str = ""
) -> QPushButton:
    """A square button with a picture only; its words are the tool tip and the accessible name."""
    made = QPushButton()
    made.setObjectName(name)
    made.setAccessibleName(text)
    made.setIcon(icons.icon(icon))
    made.setIconSize(QSize(SIZE.icon + 2, SIZE.icon + 2))
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setToolTip(never_html(with_keys(text, shortcut)))
    made.clicked.connect(lambda *_: run())
    theme.as_kind(made, "icon")
    return made
