"""What cannot be meant gets a sentence beside its field, in the window's language; the field keeps it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from amdesk.gui.editors.client import ClientEditor
from amdesk.gui.editors.contact import ContactEditor
from amdesk.gui.editors.interaction import LogCall
from amdesk.gui.widgets.form import Field
from amdesk.i18n.bidi import strip_isolates
from amdesk.services import clients
from amdesk.services.desk import Desk

SCRIPT = {"en": "LATIN", "he": "HEBREW", "fa": "ARABIC", "ru": "CYRILLIC", "el": "GREEK"}
Opened = Any  # a page with its own way to save
PAGES: dict[str, Callable[[Desk], Opened]] = {
    "call": lambda desk: LogCall(desk, client_id=1),
    "client": lambda desk: ClientEditor(desk, None),
    "contact": lambda desk: ContactEditor(desk, None, client_id=1),
}
UNSEEN = "\u200f\u200e\u2068\u2069"


@pytest.fixture
def one_client(empty_desk: Desk) -> Desk:
    clients.add(empty_desk, name="Acme")
    return empty_desk


@pytest.mark.parametrize(
    ("page", "field", "typed"),
    [
        ("contact", "contact-birthday", "1404/12/30"),
        ("contact", "contact-birthday", "۱۴۰۴/۱۲/۳۰"),
        ("contact", "contact-birthday", "30/02/1990"),
        ("contact", "contact-birthday", "30 February"),
        ("contact", "contact-birthday", "1۴/12/1985"),
        ("call", "call-day", "30/02/2026"),
        ("call", "call-day", "30 اسفند 1404"),
        ("call", "call-next", "31/04/2026"),
        ("call", "call-minutes", "12.5.1"),
        ("call", "call-minutes", "1,2,3"),
        ("call", "call-minutes", "1۲"),
        ("call", "call-day", "1۴/12/2026"),
        ("call", "call-began", "1۴:05"),
        ("call", "call-began", "25:10"),
        ("client", "client-next-contact", "2026-02-30"),
    ],
)
def test_what_cannot_be_meant_is_said_in_the_windows_language_and_stays_as_typed(
    qtbot: QtBot, one_client: Desk, tongue: str, page: str, field: str, typed: str
) -> None:
    shown = opened(qtbot, page, one_client)
    line = shown.findChild(QLineEdit, field)
    assert isinstance(line, QLineEdit)
    line.setText(typed)
    line.textEdited.emit(typed)
    line.editingFinished.emit()
    assert (line.text(), line.property("wrong")) == (typed, "true")
    assert speaks(beside(shown, field), tongue, typed)


@pytest.mark.parametrize(("page", "field"), [("client", "client-name"), ("contact", "contact-name")])
def test_a_name_made_of_marks_of_direction_is_refused_beside_it(
    qtbot: QtBot, one_client: Desk, tongue: str, page: str, field: str
) -> None:
    before = clients.find(one_client, "")
    shown = opened(qtbot, page, one_client)
    line = shown.findChild(QLineEdit, field)
    assert isinstance(line, QLineEdit)
    line.setText(f"{UNSEEN}\u200b")
    shown.save()
    assert line.property("wrong") == "true"
    assert speaks(beside(shown, field), tongue, "")
    assert clients.find(one_client, "") == before


def opened(qtbot: QtBot, page: str, desk: Desk) -> Opened:
    shown = PAGES[page](desk)
    # the bot knows it weakly; what it does before closing is what keeps the page
    qtbot.addWidget(shown, before_close_func=lambda _: shown.hide())
    shown.resize(760, 700)
    shown.refresh()
    shown.show()
    return shown


def beside(shown: QWidget, field: str) -> str:
    """What is said beside or below a field, where it can be seen."""
    within = shown.findChild(Field, f"field-{field}")
    assert isinstance(within, Field)
    assert within.below.isVisible()
    return strip_isolates(within.below.text())


def speaks(said: str, code: str, typed: str) -> bool:
    """Whether words, but for what was typed and figures, are in the letters of a language."""
    own = re.sub(r"[\d\W_]", "", said.replace(typed, ""))
    scripts = {unicodedata.name(letter).partition(" ")[0] for letter in own}
    return bool(own) and scripts == {SCRIPT[code]}
