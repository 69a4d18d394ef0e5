"""A “?” beside a word of the trade: a sentence about it by a click, or by a key from its field."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from amdesk.gui import icons, theme
from amdesk.gui.commands import COMMANDS
from amdesk.gui.help_terms import TERMS
from amdesk.gui.keys import with_keys
from amdesk.gui.speaking import announce, say_role
from amdesk.gui.theme import SIZE, SPACE, Role
from amdesk.gui.widgets.floating import keeps_key, paint_ground
from amdesk.gui.widgets.labels import label
from amdesk.i18n.catalog import _

_TERM = "term"
_CLOSES = {
    Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab, Qt.Key.Key_F1,
}  # fmt: skip


class HelpMark(QPushButton):
    """Opens the explanation of a term. Tab passes it by, so that a form costs no more keys: a key asks for it
    from the field itself.
    """

    def __init__(self, term: str) -> None:
        super().__init__()
        self._term = term
        said = _("What is “{term}”?").format(term=_(TERMS[term].name))
        self.setObjectName(f"help-{term}")
        self.setAccessibleName(said)
        self.setAccessibleDescription(_(TERMS[term].text))
        self.setToolTip(with_keys(said, COMMANDS["help.explain"].shortcut))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAutoDefault(False)
        self.setIcon(icons.icon("question", Role.PlaceholderText))
        self.setIconSize(QSize(SIZE.icon - 2, SIZE.icon - 2))
        theme.as_kind(self, "help")
        self.clicked.connect(lambda *_: self.explain())

    def explain(self) -> None:
        """Open the explanation below the mark."""
        Explanation(self._term, self.window()).open_under(self)


class Explanation(QFrame):
    """A term and its sentence, over the page, until a key or a click elsewhere."""

    def __init__(self, term: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        name, text = _(TERMS[term].name), _(TERMS[term].text)
        say_role(self, "HelpBalloon")
        self.setObjectName("explanation")
        self.setAccessibleName(name)
        self.setAccessibleDescription(text)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.as_kind(self, "popup")
        down = QVBoxLayout(self)
        down.setContentsMargins(SPACE.l, SPACE.m, SPACE.l, SPACE.m)
        down.setSpacing(SPACE.xs)
        down.addWidget(label(name, "strong", name="explanation-term"))
        words = label(text, "body", name="explanation-text", wrap=True)
        words.setFixedWidth(theme.scaled(SIZE.promises + SPACE.xxl))
        down.addWidget(words)

    def open_under(self, mark: QWidget) -> None:
        """Open below something, at its leading edge; above it where the screen ends."""
        self.adjustSize()
        screen = mark.screen().availableGeometry()
        rtl = QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        edge = mark.width() - self.width() if rtl else 0
        under = mark.mapToGlobal(QPoint(edge, mark.height() + SPACE.xs))
        if under.y() + self.height() > screen.bottom():
            under.setY(mark.mapToGlobal(QPoint(0, -SPACE.xs - self.height())).y())
        x = max(min(under.x(), screen.right() - self.width()), screen.left())
        self.move(x, max(under.y(), screen.top()))
        self.show()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        announce(self, f"{self.accessibleName()}: {self.accessibleDescription()}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _CLOSES:
            self.close()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """No key here is for the window below."""
        return keeps_key(event) or super().event(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own name
        """There is nothing to go to: Tab closes as any key does."""
        self.close()
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_ground(self)


@dataclass(frozen=True, slots=True)
class Asked:
    """A term that can be explained, and the mark or field below which that is done."""

    term: str
    below: QWidget

    def explain(self) -> None:
        """Open the explanation."""
        Explanation(self.term, self.below.window()).open_under(self.below)


def about(widget: QWidget, term: str) -> None:
    """Say that a widget, and all within it, is about a term: the key explains it there."""
    widget.setProperty(_TERM, term)
    widget.setWhatsThis(_(TERMS[term].text))


def beside(widget: QWidget, term: str, *, of: QWidget | None = None) -> QWidget:
    """A heading, a label or a box to tick with the mark right behind it; ``of`` is the field it is about.

    To be put at the leading edge of its layout: it takes no more room than it needs.
    """
    about(of or widget, term)
    made = QWidget()
    made.setObjectName(f"{widget.objectName()}-explained")
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0 if isinstance(widget, QCheckBox) else SPACE.xs)  # a box keeps as much behind its words
    row.addWidget(widget)
    row.addWidget(HelpMark(term), 0, Qt.AlignmentFlag.AlignVCenter)
    return made


def of_focus() -> Asked | None:
    """What can be explained where the keys are."""
    at = QApplication.focusWidget()
    while at is not None:
        term = at.property(_TERM)
        if isinstance(term, str) and term in TERMS:
            return Asked(term, _mark_near(at, term))
        at = at.parentWidget()
    return None


def _mark_near(widget: QWidget, term: str) -> QWidget:
    """The visible mark nearest above in the tree; the widget itself where there is none."""
    above: QWidget | None = widget
    while above is not None:
        for mark in above.findChildren(HelpMark, f"help-{term}"):
            if mark.isVisible():
                return mark
        above = above.parentWidget()
    return widget
