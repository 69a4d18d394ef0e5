"""Labels: every text is plain text, user data is isolated, paragraphs take their own direction."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QSizePolicy

from amdesk.domain.text import first_strong
from amdesk.gui import theme
from amdesk.gui.theme import SPACE
from amdesk.i18n.bidi import FSI, isolate, mark

_JOINER = "\N{WORD JOINER}"  # not seen; behind it no tag can begin
LEADING = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
TRAILING = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
# Figures are written from left to right everywhere: their last digits belong one under the other.
FIGURES = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
SHORT = 2  # lines of a text that is no paragraph yet


def label(text: str, kind: str = "body", *, name: str, wrap: bool = False) -> QLabel:
    """A label for words of the program (already translated); data inside them is already isolated."""
    return _dressed(QLabel(), text, kind, name=name, wrap=wrap)


def _dressed(made: QLabel, text: str, kind: str, *, name: str, wrap: bool) -> QLabel:
    made.setTextFormat(Qt.TextFormat.PlainText)
    set_text(made, text)
    made.setObjectName(name)
    made.setAlignment(LEADING)
    if wrap:
        wrapped(made)
    theme.as_kind(made, kind)
    return made


def wrapped(made: QLabel) -> None:
    """Let a label take as many lines as it needs."""
    made.setWordWrap(True)
    if QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        # Drawn plainly, a line is shifted by the space it ends with, and its last letter may be cut off.
        # A label that can be selected is drawn as a document, without that fault; the mouse passes it by.
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def _selectable(made: QLabel) -> None:
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, False)


def set_text(made: QLabel, text: str) -> None:
    """Words that read in the window's direction, even where they begin with a name in the other one."""
    rtl = QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    is_marked = bool(text) and (rtl or FSI in text or first_strong(text) == "rtl")
    made.setText(mark(text, rtl=rtl) if is_marked else text)


def data_label(text: str, kind: str = "body", *, name: str, wrap: bool = False) -> QLabel:
    """A label for a short piece of the person's data: kept at the leading edge, isolated, can be selected."""
    made = label(isolate(text) if text else "", kind, name=name, wrap=wrap)
    if text:
        _selectable(made)
    made.setAccessibleName(text)
    return made


def paragraph(text: str, kind: str = "body", *, name: str) -> Paragraph:
    """A label for the person's sentences: wrapped, in the direction of their first strong letter."""
    made = Paragraph()
    _dressed(made, "", kind, name=name, wrap=True)
    _selectable(made)
    made.write(text, reading_direction(text, QApplication.layoutDirection()))
    return made


class Paragraph(QLabel):
    """Sentences, which may read the other way than the window.

    Then a line or two stand where the window's lines begin, below their name or beside their picture; more
    than that is read as a paragraph, and stands where its own lines begin.
    """

    def write(self, text: str, direction: Qt.LayoutDirection) -> None:
        """Say something, in a direction."""
        self.setText(text)
        self.setLayoutDirection(direction)
        self._stand()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stand()

    def _stand(self) -> None:
        is_short = self.heightForWidth(self.width()) <= SHORT * self.fontMetrics().lineSpacing() + SPACE.xs
        begins = QApplication.layoutDirection() if is_short else self.layoutDirection()
        from_right = begins == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if from_right else Qt.AlignmentFlag.AlignLeft
        wanted = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        if self.alignment() != wanted:
            self.setAlignment(wanted)


class OneLine(QLabel):
    """A line of the person's data, or of words of the program with data in them (``is_data`` is false), that
    is cut where it does not fit; the whole of it is its tool tip.
    """

    def __init__(self, kind: str, *, name: str, is_data: bool = True) -> None:
        super().__init__()
        self._whole = ""
        self._is_data = is_data
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(LEADING)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.as_kind(self, kind)

    def say(self, whole: str) -> None:
        """Show another line."""
        self._whole = whole
        self.setAccessibleName(whole)
        self._cut()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for the whole."""
        room = self.fontMetrics().horizontalAdvance(self._whole) + SPACE.xs
        return QSize(room, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 2 * SPACE.xxl), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        set_text(self, isolate(shown) if self._is_data else shown)
        self.setToolTip("" if shown == self._whole else tool_tip(self._whole))


def tool_tip(text: str) -> str:
    """The person's words, or ours with theirs in them, for a tool tip: Qt writes it in the window's direction
    whatever it begins with, and takes what looks like HTML for HTML unless that is made impossible.
    """
    rtl = QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    plain = never_html(text)
    return mark(plain, rtl=rtl) if FSI in plain else isolate(plain)


def never_html(text: str) -> str:
    """A text for a tool tip that Qt takes for HTML in no case."""
    return text.replace("<", f"<{_JOINER}").replace("&lt;", f"&{_JOINER}lt;")


def hint_text(words: str) -> str:
    """Words for an empty field, far enough from its beginning for the cursor that stands there."""
    return words and _NO_BREAK_SPACE + words


def reading_direction(text: str, otherwise: Qt.LayoutDirection) -> Qt.LayoutDirection:
    """The direction of a text's first strong letter, or ``otherwise`` where it has none."""
    found = first_strong(text)
    if found is None:
        return otherwise
    return Qt.LayoutDirection.RightToLeft if found == "rtl" else Qt.LayoutDirection.LeftToRight


def rule(*, name: str = "rule") -> QFrame:
    """A hairline across."""
    made = QFrame()
    made.setObjectName(name)
    theme.as_kind(made, "rule")
    return made


def upright(*, name: str = "upright") -> QFrame:
    """A hairline from top to bottom."""
    made = QFrame()
    made.setObjectName(name)
    theme.as_kind(made, "upright")
    return made
