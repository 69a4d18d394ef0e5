"""The sheet of shortcuts tells of every key there is, and finds it by a word or by the key."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from amdesk.gui.commands import COMMANDS
from amdesk.gui.menu_table import LINE, MENUS
from amdesk.gui.page_keys import AREAS, PAGE_KEYS
from amdesk.gui.pages.about import LIBRARIES
from amdesk.gui.pages.shortcuts import ShortcutsPage, sections
from amdesk.gui.place import Place
from amdesk.gui.window import Window
from amdesk.i18n.catalog import _
from tests.gui.keys import SHIFT, Key, Keyboard
from tests.quality.reading import ROOT

# The other Enter, beside the figures, and keys of Qt's own fields.
_SAME = {"Ctrl+Enter": "Ctrl+Return", "Enter": "Return"}


@pytest.fixture
def page(window: Window) -> ShortcutsPage:
    Keyboard(window).press(Key.Key_F1)
    shown = window.pages.page
    assert isinstance(shown, ShortcutsPage)
    return shown


def told() -> set[str]:
    """Every key on the sheet."""
    return {keys for lines in sections().values() for line in lines for keys in line.keys}


@pytest.mark.parametrize(
    "place",
    [
        Place("today"), Place("clients"), Place("client", 1), Place("calls"), Place("goals"),
        Place("settings"), Place("edit_client", 1), Place("edit_contact", about=1),
        Place("log_call", about=1), Place("summary", 1, 1), Place("edit_goal"), Place("import"),
        Place("export"), Place("keys"), Place("about"),
    ],
    ids=lambda place: place.page,
)  # fmt: skip
def test_no_key_works_that_the_sheet_is_silent_about(window: Window, place: Place) -> None:
    window.go(place)
    QApplication.processEvents()
    heard = {key.key().toString() for key in window.findChildren(QShortcut)}
    heard |= {
        action.shortcut().toString()
        for action in window.findChildren(QAction)
        if not action.shortcut().isEmpty() and _is_ours(action)
    }
    known = {QKeySequence(keys).toString() for keys in told()}
    assert {_SAME.get(keys, keys) for keys in heard if keys} <= known


def _is_ours(action: QAction) -> bool:
    parent = action.parent()
    return isinstance(parent, QWidget) and not parent.objectName().startswith("qt_")


def test_every_command_stands_in_a_menu_and_no_key_means_two_of_them() -> None:
    standing = [id_ for _title, ids in MENUS for id_ in ids if id_ != LINE]
    assert sorted(standing) == sorted(COMMANDS)
    keys = [command.shortcut for command in COMMANDS.values() if command.shortcut]
    assert len(keys) == len(set(keys))


def test_every_area_has_keys_and_every_key_an_area() -> None:
    assert {one.area for one in PAGE_KEYS.values()} == set(AREAS)


def test_the_sheet_finds_a_line_by_its_words_in_english_or_here_and_by_its_key(page: ShortcutsPage) -> None:
    for typed in (_("Start or stop the timer"), "timer", "Ctrl+T"):
        page.search.setText(typed)
        shown = [one.accessibleName() for one in page.findChildren(QWidget) if _is_line(one)]
        assert [one for one in shown if one.startswith(_("Start or stop the timer"))]
        assert len(shown) < 8
    page.search.setText("zzz")
    assert page.nothing.isVisible()


def _is_line(widget: QWidget) -> bool:
    return widget.property("kind") == "line-row" and widget.isVisible()


def test_the_keys_are_in_the_search_and_go_on_to_the_sheet(window: Window, page: ShortcutsPage) -> None:
    keyboard = Keyboard(window)
    assert page.search.hasFocus()
    keyboard.press(Key.Key_Down)
    assert page.area.hasFocus()
    keyboard.press(Key.Key_Escape)
    assert window.place == Place("today")


def test_each_line_is_read_with_its_keys(page: ShortcutsPage) -> None:
    names = [one.accessibleName() for one in page.findChildren(QWidget) if _is_line(one)]
    assert len(names) == sum(len(lines) for lines in sections().values())
    assert f"{_('Log a call')}: Ctrl+L" in names


def test_what_the_program_stands_on_is_told_in_about(window: Window) -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = {one.split(">")[0].split("<")[0].strip().lower() for one in project["dependencies"]}
    assert {name.lower() for name in LIBRARIES} == named
    window.go(Place("about"))
    assert window.windowTitle() == f"{_('About amdesk')} – amdesk"
    Keyboard(window).press(Key.Key_F6, SHIFT)
