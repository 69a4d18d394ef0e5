"""The first start: three short steps, each kept at once, each to be left out; never again once it is done."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from amdesk.gui.application import Application
from amdesk.gui.pages.welcome import WelcomePage
from amdesk.gui.place import Place
from amdesk.gui.widgets.choice_card import ChoiceCard
from amdesk.gui.widgets.fields import CodeField, LineField
from amdesk.i18n.languages import LANGUAGES
from amdesk.services import clients, drafts, first_run, interactions, sample, summaries
from amdesk.services.desk import Desk
from amdesk.system.another import way_to_start
from tests.desks import open_desk
from tests.gui.conftest import NOW


@pytest.fixture
def new_desk(tmp_path: Path) -> Iterator[Desk]:
    made = open_desk(tmp_path / "new", clock=lambda: NOW)
    yield made
    with suppress(Exception):
        made.close()


@pytest.fixture
def first(qapp: QApplication, qtbot: QtBot, new_desk: Desk) -> Iterator[Application]:
    """The program at its first start."""
    shown = Application(qapp, new_desk, spoken="en")
    with qtbot.waitSignal(shown.window.settled), qtbot.waitActive(shown.window):
        shown.window.show()
    yield shown
    shown.close()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def page(running: Application) -> WelcomePage:
    shown = running.window.pages.page
    assert isinstance(shown, WelcomePage)
    return shown


def card(running: Application, name: str) -> ChoiceCard:
    found = page(running).findChild(ChoiceCard, f"welcome-{name}")
    assert isinstance(found, ChoiceCard)
    return found


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert isinstance(found, QWidget)
    return found


def test_a_new_file_begins_with_the_three_steps_and_the_keys_on_the_languages(first: Application) -> None:
    assert page(first).languages.isAncestorOf(focused())


def test_another_language_is_spoken_at_once_and_what_was_typed_is_still_there(
    first: Application, new_desk: Desk, qtbot: QtBot
) -> None:
    name = page(first).findChild(LineField, "setting-my_name")
    assert isinstance(name, LineField)
    name.setFocus()
    QTest.keyClicks(name, "Noa Adler")
    for code in LANGUAGES:
        if code == page(first).languages.value():
            continue
        page(first).languages.setFocus()
        old = first.window
        page(first).languages._pick(code)
        with qtbot.waitSignal(first.window.settled):
            pass
        assert first.window is not old
        again = page(first).findChild(LineField, "setting-my_name")
        assert isinstance(again, LineField)
        assert (again.text(), page(first).languages.value()) == ("Noa Adler", code)
        assert (first.window.layoutDirection() == Qt.LayoutDirection.RightToLeft) == LANGUAGES[code].rtl
    assert new_desk.settings["my_name"] == "Noa Adler"


def test_who_one_is_signs_the_mails_and_stands_among_those_who_took_part(
    first: Application, new_desk: Desk
) -> None:
    for key, typed in (("my_name", "Noa Adler"), ("my_company", "Meridian"), ("my_phone", "020 7946 0958")):
        field = page(first).findChild((LineField, CodeField)[key == "my_phone"], f"setting-{key}")
        assert field is not None
        field.setFocus()
        QTest.keyClicks(field, typed)
    card(first, "empty").setFocus()
    client = clients.add(new_desk, name="Harbour & Vale")
    call = interactions.log(new_desk, client_id=client, occasion="Spring")
    mail = drafts.compose(new_desk, summaries.start(new_desk, call))
    assert [typed in mail.plain for typed in ("Noa Adler", "Meridian", "020 7946 0958")] == [True] * 3
    assert interactions.get(new_desk, call).participants == "Noa Adler"


@pytest.mark.parametrize(("name", "place"), [("import", "import"), ("empty", "clients")])
def test_the_last_step_leads_on_and_the_next_start_opens_on_today(
    first: Application, new_desk: Desk, name: str, place: str
) -> None:
    card(first, name).setFocus()
    QTest.keyClick(card(first, name), Qt.Key.Key_Space)
    assert first.window.place == Place(place)
    assert not first_run.is_first(new_desk)


def test_all_of_it_is_reached_by_tab(first: Application) -> None:
    page(first).languages.setFocus()
    reached = set()
    for _ in range(12):
        reached.add(focused().objectName())
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    wanted = {"setting-my_name", "setting-my_company", "setting-my_email", "setting-my_phone"}
    assert wanted | {"welcome-import", "welcome-sample", "welcome-empty"} <= reached


def test_a_file_with_clients_needs_no_welcome(first: Application, new_desk: Desk) -> None:
    clients.add(new_desk, name="Harbour & Vale")
    assert not first_run.is_first(new_desk)


def test_the_settings_open_it_again(first: Application) -> None:
    first.window.go(Place("settings"))
    again = first.window.pages.page
    first.window.commands.by_id["help.welcome"].trigger()
    assert again is not first.window.pages.page
    assert page(first).isVisible()


def test_the_sample_lies_beside_and_says_that_it_is_one(
    qapp: QApplication, qtbot: QtBot, new_desk: Desk
) -> None:
    folder = first_run.sample_folder(new_desk)
    sample.provide(folder)
    beside = open_desk(folder)
    assert (first_run.is_sample(beside), first_run.is_sample(new_desk)) == (True, False)
    shown = Application(qapp, beside, spoken="en")
    with qtbot.waitSignal(shown.window.settled):
        shown.window.show()
    qtbot.waitUntil(lambda: shown.presence is not None)
    assert "Sample portfolio" in shown.window.windowTitle()
    shown.close()
    beside.close()
    assert not clients.find(new_desk)


def test_the_program_starts_itself_as_it_was_started() -> None:
    assert way_to_start("demo")[-3:] == ["-m", "amdesk", "demo"]
