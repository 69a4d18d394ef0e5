"""The recovery code: shown once, two groups typed back; “Later” leaves a line, and a next start asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from amdesk.domain.key import groups
from amdesk.gui.application import Application
from amdesk.gui.code_paper import html
from amdesk.gui.pages.recovery_code import RecoveryCodePage
from amdesk.gui.place import Place
from amdesk.gui.widgets.fields import CodeField
from amdesk.gui.widgets.nav import NavTask
from amdesk.services import clients, first_run, folder_key, keys
from amdesk.services.desk import Desk
from amdesk.services.open_desk import open_desk, open_in_memory
from tests.desks import MemorySecrets
from tests.gui.conftest import NOW

Start = Callable[..., Application]


@pytest.fixture
def own_desk(tmp_path: Path) -> Iterator[Desk]:
    """A file of one's own, made just now, with its key in a keyring."""
    made = open_desk(tmp_path / "own", secrets=MemorySecrets(), clock=lambda: NOW)
    first_run.welcomed(made)
    yield made
    made.close()


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot) -> Iterator[Start]:
    """Starts the program on a desk, the one before being ended."""
    running: list[Application] = []

    def begin(desk: Desk) -> Application:
        while running:
            running.pop().close()
        shown = Application(qapp, desk, spoken="en")
        running.append(shown)
        with qtbot.waitSignal(shown.window.settled), qtbot.waitActive(shown.window):
            shown.window.show()
        return shown

    yield begin
    while running:
        running.pop().close()


def page_of(running: Application) -> RecoveryCodePage:
    shown = running.window.pages.page
    assert isinstance(shown, RecoveryCodePage)
    return shown


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert isinstance(found, QWidget)
    return found


def shown_code(page: RecoveryCodePage) -> tuple[str, ...]:
    return tuple(page.code.accessibleDescription().split())


def is_reminded(running: Application) -> bool:
    found = running.window.findChild(NavTask, "side-code")
    assert isinstance(found, NavTask)
    return found.isVisible()


def test_a_new_file_shows_its_code_and_takes_it_by_keyboard_alone(own_desk: Desk, start: Start) -> None:
    running = start(own_desk)
    page = page_of(running)
    code = shown_code(page)
    assert [len(group) for group in code] == [4] * 8
    assert page.code.layoutDirection() == Qt.LayoutDirection.LeftToRight
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    for number in page.asked:
        field = focused()
        assert isinstance(field, CodeField)
        assert str(number) in field.accessibleName()
        QTest.keyClicks(field, f" {code[number - 1].lower()} ")
        QTest.keyClick(field, Qt.Key.Key_Tab)
    QTest.keyClick(page.typed[1].editor, Qt.Key.Key_Return)
    assert running.window.place == Place("today")
    assert not keys.needs_code(own_desk)
    assert not is_reminded(running)
    assert own_desk.folder is not None
    assert folder_key.by_code(own_desk.folder, " ".join(code)) == own_desk.key


def test_the_code_itself_is_come_to_by_tab_and_can_be_selected_by_keys(own_desk: Desk, start: Start) -> None:
    page = page_of(start(own_desk))
    QTest.keyClick(focused(), Qt.Key.Key_Backtab)
    for _ in range(3):
        QTest.keyClick(focused(), Qt.Key.Key_Backtab)
    assert focused() is page.code
    QTest.keyClick(page.code, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page.code, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert tuple(QApplication.clipboard().text().split()) == shown_code(page)


def test_enter_on_later_leaves_and_does_not_ask(own_desk: Desk, start: Start) -> None:
    running = start(own_desk)
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused().objectName() == "recovery-later"
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert running.window.place == Place("today")
    assert keys.needs_code(own_desk)


def test_a_wrong_group_is_said_beside_its_field_and_escape_shows_the_code_again(
    own_desk: Desk, start: Start
) -> None:
    running = start(own_desk)
    page = page_of(running)
    code = shown_code(page)
    page.ask_groups()
    QTest.keyClicks(focused(), "ZZZZ")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert str(page.asked[0]) in page.typed[0].below.text()
    assert page.typed[0].editor.property("wrong") == "true"
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert page.stack.currentIndex() == 0
    assert shown_code(page) == code
    assert keys.needs_code(own_desk)


def test_later_leaves_a_line_and_the_next_start_asks_with_another_code(own_desk: Desk, start: Start) -> None:
    running = start(own_desk)
    before = shown_code(page_of(running))
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert running.window.place == Place("today")
    assert is_reminded(running)
    again = start(own_desk)
    assert shown_code(page_of(again)) != before


def test_another_language_is_no_other_code(own_desk: Desk, start: Start, qtbot: QtBot) -> None:
    running = start(own_desk)
    before = shown_code(page_of(running))
    running.set_language("he")
    with qtbot.waitSignal(running.window.settled):
        pass
    assert shown_code(page_of(running)) == before
    running.set_language("en")


def test_a_file_from_before_encryption_asks_the_same(tmp_path: Path, start: Start) -> None:
    memory = open_in_memory(clock=lambda: NOW)
    clients.add(memory, name="Harbour & Vale")
    folder = tmp_path / "before"
    folder.mkdir()
    memory.store.connection.execute("VACUUM INTO ?", [str(folder / "amdesk.sqlite")])
    memory.close()
    desk = open_desk(folder, secrets=MemorySecrets(), clock=lambda: NOW)
    assert clients.find(desk)
    assert len(shown_code(page_of(start(desk)))) == 8


def test_the_sample_and_what_lives_in_memory_never_ask(own_desk: Desk, start: Start) -> None:
    memory = open_in_memory(clock=lambda: NOW)
    clients.add(memory, name="Harbour & Vale")
    running = start(memory)
    assert running.window.place == Place("today")
    assert not is_reminded(running)


def test_it_can_be_copied_and_saved_where_only_its_owner_reads_it(
    own_desk: Desk, start: Start, tmp_path: Path
) -> None:
    page = page_of(start(own_desk))
    copy = page.findChild(QPushButton, "recovery-copy")
    assert isinstance(copy, QPushButton)
    copy.click()
    code = "-".join(shown_code(page))
    assert QApplication.clipboard().text() == code
    (tmp_path / "code.txt").touch(0o644)
    page.save(tmp_path / "code.txt")
    assert code in (tmp_path / "code.txt").read_text("utf-8")
    assert (tmp_path / "code.txt").stat().st_mode & 0o077 == 0
    said = page.findChild(QLabel, "recovery-said")
    assert isinstance(said, QLabel)
    assert said.isVisible()


def test_whoever_had_a_code_is_told_which_backups_still_take_that_one(own_desk: Desk, qtbot: QtBot) -> None:
    first, second = RecoveryCodePage(own_desk), RecoveryCodePage(own_desk)
    for page in (first, second):
        qtbot.addWidget(page)
        page.refresh()
        page.show()
        keys.confirm_code(own_desk, "-".join(shown_code(page)), {})
    assert not first.older.isVisible()
    assert second.older.isVisible()
    assert "code of its day" in second.older.text()


def test_on_paper_it_stands_in_groups(tongue: str) -> None:
    code = "-".join(["AB12"] * 8)
    written = html(code, NOW.date())
    assert all(group in written for group in groups(code))
    assert 'dir="ltr"' in written
