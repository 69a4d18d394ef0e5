"""Bold words in pages for people: in bold letters on any screen and paper, bold where they are copied."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QImage, QPainter, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from amdesk.gui import bold_words, theme
from amdesk.gui.widgets.paper_view import PaperView
from amdesk.i18n.languages import LANGUAGES, Language

SAME = "Decisions, решения, αποφάσεις, החלטות, تصمیم‌ها"


def ink(document: QTextDocument, times: int = 3) -> int:
    """How dark the words of a document make a sharp screen, whatever colour they have."""
    image = QImage(600 * times, 100 * times, QImage.Format.Format_Grayscale8)
    image.setDevicePixelRatio(times)
    image.fill(255)
    painter = QPainter(image)
    document.drawContents(painter)
    painter.end()
    return sum(255 - shade for shade in bytes(image.constBits()))


def page(html: str, families: tuple[str, ...]) -> QTextDocument:
    made = QTextDocument()
    made.setDefaultFont(theme.base_font(families))
    made.setHtml(html)
    return made


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=lambda each: each.code)
def test_bold_words_are_bold_on_a_sharp_screen_too(qapp: QApplication, language: Language) -> None:
    plain = page(f"<p>{SAME}</p>", language.fonts)
    bold = page(f"<p><b>{SAME}</b></p>", language.fonts)
    bold_words.drawn(bold)
    assert ink(bold) > 1.4 * ink(plain)


def test_a_face_of_the_system_keeps_its_own_bold_letters(qapp: QApplication) -> None:
    bold = page("<p><b>Decisions</b></p>", ("No such family",))
    before = bold.toHtml()
    bold_words.drawn(bold)
    assert bold.toHtml() == before


@pytest.fixture
def view(qtbot: QtBot) -> PaperView:
    made = PaperView(name="page", accessible="The page")
    qtbot.addWidget(made)
    shown = page(f"<p>plain <b>{SAME}</b></p>", LANGUAGES["en"].fonts)
    shown.setParent(made)
    bold_words.drawn(shown)
    made.setDocument(shown)
    made.show()
    return made


def test_what_is_copied_from_a_page_is_bold_for_other_programs(view: PaperView) -> None:
    view.selectAll()
    view.copy()
    pasted = QTextEdit()
    pasted.setHtml(QApplication.clipboard().mimeData().html())
    found = pasted.document().find("Decisions")
    assert found.charFormat().fontWeight() == QFont.Weight.Bold
    assert pasted.document().find("plain").charFormat().fontWeight() == QFont.Weight.Normal


def test_a_page_shows_where_the_keys_are_once_they_move(view: PaperView) -> None:
    view.setFocus()
    assert view.cursorWidth() == 0
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.cursorWidth() > 0
    view.clearFocus()
    assert view.cursorWidth() == 0
