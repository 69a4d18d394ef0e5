"""The mail in Qt's text view looks like the mail."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from amdesk.documents.preview import enlarged, for_qt
from amdesk.documents.summary_mail import SummaryMail, render
from tests.documents.letters import ENGLISH, HEBREW, PERSIAN

WIDTH = 700


def edges(html: str, words: str) -> tuple[float, float]:
    """Where a block that begins with ``words`` starts and ends on the page, from its left side."""
    document = QTextDocument()
    document.setHtml(html)
    document.setTextWidth(WIDTH)
    cursor = document.find(words)
    block, layout = cursor.block(), document.documentLayout()
    left = layout.blockBoundingRect(block).left()
    text = block.layout()
    shown = text.lineAt(0).naturalTextRect()
    return left + shown.left(), left + shown.right()


@pytest.mark.parametrize(("letter", "words"), [(HEBREW, "מס׳"), (HEBREW, "החלטות"), (PERSIAN, "ردیف")])
def test_right_to_left_mails_begin_at_the_right(qapp: QApplication, letter: SummaryMail, words: str) -> None:
    assert edges(for_qt(render(letter).html), words)[1] > WIDTH - 50


def test_the_columns_run_from_right_to_left(qapp: QApplication) -> None:
    html = for_qt(render(HEBREW).html)
    number, who, what, when = (edges(html, words)[0] for words in ("מס׳", "Webworks", "הסרת", "ייקבע"))
    assert number > who > what > when


def test_left_to_right_mails_begin_at_the_left(qapp: QApplication) -> None:
    html = for_qt(render(ENGLISH).html)
    assert edges(html, "No.")[0] < 50
    assert edges(html, "No.")[0] < edges(html, "Webworks")[0] < edges(html, "to be agreed")[0]


def test_large_letters_are_large_in_a_mail_as_well_but_for_what_its_words_say(qapp: QApplication) -> None:
    html = '<p style="font-size:15px;margin:8px">Take <b style="font-size:10pt">it</b>: font-size:15px</p>'
    larger = enlarged(html, 1.5)
    assert larger.count("font-size:15px") == 1
    assert "margin:8px" in larger
    usual = edges(html, "Take")
    assert (edges(larger, "Take")[1] - usual[0]) / (usual[1] - usual[0]) == pytest.approx(1.5, abs=0.1)
