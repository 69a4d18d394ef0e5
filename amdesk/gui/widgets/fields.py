"""Fields to type in: each takes the direction of what is typed, and pastes plain text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMargins, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextOption,
)
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QSizePolicy, QTextEdit, QWidget

from amdesk.gui import icons, theme
from amdesk.gui.theme import SIZE, SPACE
from amdesk.gui.widgets import directions
from amdesk.gui.widgets.labels import hint_text, reading_direction
from amdesk.gui.widgets.ring import paint_ring
from amdesk.i18n.bidi import without_mark


class LineField(QLineEdit):
    """One line of free text, in the direction of its first strong letter or the one it was given by hand."""

    def __init__(self, text: str = "", *, name: str, accessible: str, placeholder: str = "") -> None:
        super().__init__(text)
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setPlaceholderText(hint_text(placeholder))
        self._chosen: Qt.LayoutDirection | None = None
        directions.offer(self, self.write)
        self.textChanged.connect(self._turn)
        self._turn(text)

    def write(self, direction: Qt.LayoutDirection) -> None:
        """Write in this direction, until the line is emptied."""
        self._chosen = direction
        directions.write_line(self, direction, from_=direction)
        directions.keep_line(self, direction)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        asked = directions.asked_by(event)
        if asked is not None:
            self.write(asked)
            return
        super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        return room_to_say(self, super().minimumSizeHint())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        directions.show_menu(self, event.globalPos())

    def _turn(self, text: str) -> None:
        if not text:
            self._chosen = None
        if text and not without_mark(text):
            self.clear()
            return
        if self._chosen is not None:
            directions.keep_line(self, self._chosen)
        by_hand = self._chosen is not None or without_mark(text) != text
        way = self._chosen or reading_direction(text, QApplication.layoutDirection())
        directions.write_line(self, way, from_=way if by_hand else None)


class CodeField(QLineEdit):
    """A phone, mail address or code: always written left to right, standing at the window's leading edge."""

    def __init__(self, text: str = "", *, name: str, accessible: str, placeholder: str = "") -> None:
        super().__init__(text)
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setPlaceholderText(hint_text(placeholder))
        keep_left_to_right(self)

    def minimumSizeHint(self) -> QSize:
        return room_to_say(self, super().minimumSizeHint())


def room_to_say(line: QLineEdit, least: QSize) -> QSize:
    """The least size of a line, with room for what it says while it is empty."""
    around = line.textMargins().left() + line.textMargins().right() + 2 * (SPACE.s + SPACE.xs)
    words = line.fontMetrics().horizontalAdvance(line.placeholderText())
    return QSize(max(least.width(), words + around if words else 0), least.height())


def keep_left_to_right(line: QLineEdit) -> None:
    """Write a line left to right whatever stands in it, beginning at the window's leading edge."""
    directions.write_line(line, Qt.LayoutDirection.LeftToRight)


class TextField(QTextEdit):
    """Several lines of plain text; every paragraph in the direction of its own first strong letter, or in
    the one it was given by hand.
    """

    left = Signal()

    def __init__(
        self, text: str = "", *, name: str, accessible: str, placeholder: str = "", lines: int = 4
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setPlaceholderText(hint_text(placeholder))
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setPlainText(text)
        room = self.fontMetrics().lineSpacing() * lines + 2 * SPACE.m
        self.setMinimumHeight(room)
        self.setMaximumHeight(room)
        directions.offer(self, lambda way: directions.write_paragraphs(self, way))
        self.textChanged.connect(self._turn)
        self._turn()

    def _turn(self) -> None:
        """An empty text waits at the window's leading edge, a typed one decides by itself."""
        directions.keep_paragraphs(self)
        direction = Qt.LayoutDirection.LayoutDirectionAuto
        if self.document().isEmpty():
            direction = QApplication.layoutDirection()
        option = self.document().defaultTextOption()
        if option.textDirection() != direction:
            option = QTextOption(option)
            option.setTextDirection(direction)
            self.document().setDefaultTextOption(option)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        directions.show_menu(self, event.globalPos())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class Picker(QComboBox):
    """A short list to choose from; ``choices`` are (value, words already translated)."""

    picked = Signal(object)

    def __init__(
        self,
        choices: Sequence[tuple[object, str]],
        value: object = None,
        *,
        name: str,
        accessible: str,
        kind: str = "",
    ) -> None:
        super().__init__()
        self._has_rows = False
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        # where no name stands beside it: on Unix a screen reader hears the value as a picker's name
        self.setAccessibleDescription(accessible)
        for data, words in choices:
            self.addItem(words, data)
        self.choose(value)
        # Adjusting at every change, Qt shrinks a picker to its words for a moment, whatever its layout says.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContentsOnFirstShow)
        self.view().setTextElideMode(Qt.TextElideMode.ElideNone)
        theme.as_kind(self, kind)
        self.activated.connect(lambda _: self.picked.emit(self.value()))

    def value(self) -> object:
        """The value chosen."""
        return self.currentData()

    def choose(self, value: object) -> None:
        """Choose without telling anyone; an unknown value leaves the first one."""
        self.setCurrentIndex(max(self.findData(value), 0))

    def showPopup(self) -> None:
        if not self._has_rows:
            from amdesk.gui.widgets.choice_rows import ChoiceRows  # most pickers are never opened

            self.setItemDelegate(ChoiceRows(self))
            self._has_rows = True
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + 2 * (SPACE.xs + 1))
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = SPACE.s if rtl else self.width() - SPACE.s - SIZE.icon
        rect = QRect(x, (self.height() - SIZE.icon) // 2, SIZE.icon, SIZE.icon)
        icons.paint(painter, rect, "down", theme.colours(self.palette()).muted)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter belongs to the form; the list opens by F4, Alt+Down or Space."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QEvent) -> None:
        """Scrolling a form never changes a choice in it."""
        event.ignore()


class Check(QCheckBox):
    """A box to tick, painted from the tokens."""

    _BOX = 18
    WORDS_AT = _BOX + SPACE.s  # how far in its words begin

    def __init__(self, text: str, *, name: str) -> None:
        super().__init__(text)
        self.setObjectName(name)
        self.setAccessibleName(text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Room for all words in one line."""
        width = self.fontMetrics().horizontalAdvance(self.text()) + self._beside() + 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Room for the longest word."""
        words = [self.fontMetrics().horizontalAdvance(word) for word in self.text().split()]
        width = max(words, default=0) + self._beside()
        return QSize(width, self.heightForWidth(self.sizeHint().width()))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """The words break, as those of a label do."""
        room = QRect(0, 0, max(width - self._beside(), 1), 10_000)
        words = self.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), self.text())
        return max(words.height() + 2 * SPACE.xs, SIZE.control - SPACE.xs)

    def _beside(self) -> int:
        return self.WORDS_AT + SPACE.xs

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        c = theme.colours(self.palette())
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = self.width() - self._BOX - 1 if rtl else 1
        box = QRect(x, (self.height() - self._BOX) // 2, self._BOX, self._BOX)
        painter.setPen(QColor(c.accent if self.isChecked() else c.field))
        painter.setBrush(QColor(c.accent if self.isChecked() else c.raised))
        painter.drawRoundedRect(box, theme.RADIUS.s, theme.RADIUS.s)
        if self.isChecked():
            icons.paint(painter, box.adjusted(2, 2, -2, -2), "done", c.on_accent)
        room = self.WORDS_AT
        words = self.rect().adjusted(0, 0, -room, 0) if rtl else self.rect().adjusted(room, 0, 0, 0)
        painter.setPen(QColor(c.text if self.isEnabled() else c.faint))
        how = int(Qt.AlignmentFlag.AlignLeading) | int(Qt.AlignmentFlag.AlignVCenter) | _WRAPPED
        painter.drawText(words, how, self.text())
        if self.hasFocus():
            said = painter.boundingRect(words, how, self.text()).marginsAdded(_AROUND)
            paint_ring(painter, self, around=QRectF(said & self.rect()))
        painter.end()


# From the words of a box to the line that shows that the keys are on it.
_AROUND = QMargins(SPACE.xs, SPACE.xs, SPACE.xs, SPACE.xs)
_WRAPPED = int(Qt.TextFlag.TextWordWrap)


def mark_wrong(widget: QWidget, wrong: object) -> None:
    """Show a field as wrong, or as right again when ``wrong`` is nothing."""
    now = "true" if wrong else "false"
    if widget.property("wrong") != now:
        widget.setProperty("wrong", now)
        theme.restyle(widget)
