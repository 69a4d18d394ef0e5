"""Isolates never leave by copying, whatever is copied."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from amdesk.gui.copying import Copying
from amdesk.gui.widgets.labels import data_label
from amdesk.gui.widgets.paper_view import PaperView


@pytest.fixture
def watched(qapp: QApplication) -> Copying:
    return Copying(qapp.clipboard(), qapp)


@pytest.mark.usefixtures("watched")
def test_a_label_is_copied_as_it_was_typed(qapp: QApplication, qtbot: QtBot, tongue: str) -> None:
    shown = data_label("+972 50-123 4567", name="phone")
    qtbot.addWidget(shown)
    shown.show()
    shown.setSelection(0, len(shown.text()))
    shown.setFocus()
    QTest.keyClick(shown, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert qapp.clipboard().text() == "+972 50-123 4567"


@pytest.mark.usefixtures("watched")
def test_a_piece_of_a_mail_is_copied_without_isolates_in_words_and_in_html(
    qapp: QApplication, qtbot: QtBot
) -> None:
    body = PaperView(name="mail-body", accessible="Mail")
    qtbot.addWidget(body)
    body.setHtml("<p dir='rtl'>שלום \u2068Dana Levi\u2069,</p>")
    body.show()
    body.selectAll()
    body.copy()
    copied = qapp.clipboard().mimeData()
    assert copied.text() == "שלום Dana Levi,"
    assert "Dana Levi" in copied.html()
    assert not {"\u2068", "\u2069"} & set(copied.html())


@pytest.mark.usefixtures("watched")
def test_a_mark_that_the_person_chose_is_copied_with_its_text(qapp: QApplication) -> None:
    data = QMimeData()
    data.setText("\u200f\u2068\u200fGoogle בלבד\u2069")
    qapp.clipboard().setMimeData(data)
    assert qapp.clipboard().text() == "\u200fGoogle בלבד"
