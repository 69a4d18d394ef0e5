"""Words of the trade are explained where they stand, by a click or a key; every icon says what it does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from amdesk.gui.help_terms import OF_SETTING, TERMS
from amdesk.gui.place import Place
from amdesk.gui.widgets.help_mark import Explanation, HelpMark
from amdesk.gui.window import Window
from amdesk.i18n.catalog import _
from amdesk.system.settings import SETTINGS
from tests.gallery.pictures import SHOTS, Shot, summary
from tests.gui.keys import SHIFT, Key, Keyboard
from tests.gui.test_tab_order import WALKED


def opened() -> Explanation | None:
    found = QApplication.activePopupWidget()
    return found if isinstance(found, Explanation) else None


@pytest.mark.parametrize(
    ("place", "terms"),
    [
        ("log-call", {"channel", "outcome", "next_contact"}),
        ("edit-client", {"stage", "tier", "vip", "mail_language", "next_contact"}),
        ("edit-contact", {"mobile"}),
        ("summary-draft", {"confirmed", "points", "closing", "private_note"}),
        ("settings", {"hand_over", "silence"}),
    ],
)
def test_the_words_of_the_trade_are_explained_where_they_stand(
    window: Window, place: str, terms: set[str]
) -> None:
    window.go(next(shot for shot in SHOTS if shot.name == place).place(window.desk))
    marks = [mark for mark in window.findChildren(HelpMark) if mark.isVisible()]
    assert {mark.objectName().removeprefix("help-") for mark in marks} >= terms
    for mark in marks:
        assert mark.accessibleDescription() == _(TERMS[mark.objectName().removeprefix("help-")].text)


def test_a_click_opens_the_explanation_and_a_key_closes_it(window: Window) -> None:
    window.go(Place("edit_client", 1))
    mark = window.findChild(HelpMark, "help-tier")
    assert isinstance(mark, HelpMark)
    QTest.mouseClick(mark, Qt.MouseButton.LeftButton)
    shown = opened()
    assert shown is not None
    assert shown.accessibleDescription() == _(TERMS["tier"].text)
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert opened() is None
    assert window.place == Place("edit_client", 1)


@pytest.mark.parametrize("key", [Key.Key_Tab, Key.Key_Space, Key.Key_Return, Key.Key_Escape])
def test_the_key_explains_the_field_one_is_in_and_any_key_goes_on(window: Window, key: Key) -> None:
    window.go(summary(window.desk, "draft"))
    keyboard = Keyboard(window)
    before = keyboard.at
    keyboard.press(Key.Key_F1, SHIFT)
    shown = opened()
    assert shown is not None
    assert shown.accessibleName() == _(TERMS["points"].name)
    QTest.keyClick(shown, key)
    assert opened() is None
    assert keyboard.at is before


def test_where_nothing_is_to_be_explained_the_command_says_so(window: Window) -> None:
    assert not window.commands.by_id["help.explain"].isEnabled()
    window.go(Place("edit_client", 1))
    window.pages.page.stage.setFocus()  # type: ignore[union-attr]
    assert window.commands.by_id["help.explain"].isEnabled()


def test_every_explanation_names_its_rows_and_is_short() -> None:
    for term in TERMS.values():
        assert all(row.startswith("S") and row[1:].isdigit() for row in term.rows)
        assert term.rows
        assert term.text.count(". ") <= 2


def test_every_setting_explained_exists() -> None:
    assert set(OF_SETTING) <= {setting.key for setting in SETTINGS}
    assert set(OF_SETTING.values()) <= set(TERMS)


@pytest.mark.parametrize("shot", WALKED, ids=lambda shot: shot.name)
def test_every_button_with_a_picture_only_says_what_it_does(window: Window, shot: Shot) -> None:
    window.go(shot.place(window.desk))
    shot.act(window)
    silent = [
        one.objectName()
        for one in window.findChildren(QPushButton)
        if one.isVisible() and not one.text() and not one.toolTip()
    ]
    assert not silent
