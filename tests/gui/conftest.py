"""A desk with the sample portfolio, and the window on it, in a language written each way."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from amdesk.gui.application import Application, make_qt, speak
from amdesk.gui.translators import Translators
from amdesk.gui.window import Window
from amdesk.i18n.languages import LANGUAGES
from amdesk.services import alarms, backups, sample
from amdesk.services.desk import Desk
from amdesk.services.exchange import drain
from amdesk.services.open_desk import open_in_memory
from tests.desks import client_with_contact, open_desk
from tests.gui.tongues import speaking

NOW = datetime(2026, 3, 10, 9, 30, tzinfo=UTC)  # a Tuesday


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["amdesk"]


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> QApplication:
    app = make_qt(["amdesk"])
    speak(app, Translators(), "en")
    return app


@pytest.fixture(params=["en", "fa"])
def spoken(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """One language written each way; English again afterwards."""
    with speaking(qapp, request.param) as code:
        yield code


@pytest.fixture(params=LANGUAGES)
def tongue(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """Every language; English again afterwards."""
    with speaking(qapp, request.param) as code:
        yield code


@pytest.fixture
def empty_desk() -> Iterator[Desk]:
    desk = open_in_memory(clock=lambda: NOW)
    yield desk
    desk.close()


@pytest.fixture
def kept_desk(tmp_path: Path) -> Iterator[Desk]:
    """Nothing in it but what a test sets; unlike a desk in memory it keeps files beside it."""
    made = open_desk(tmp_path / "desk", clock=lambda: NOW, zone=UTC)
    made.settings.choose("country", "GB")
    yield made
    made.close()
    shutil.rmtree(tmp_path / "desk")


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample portfolio, made once."""
    folder = tmp_path_factory.mktemp("sample")
    made = open_desk(folder, clock=lambda: NOW, zone=UTC)
    sample.fill(made)
    _let_nothing_ring(made)
    drain(backups.back_up(made))  # so that none is due while something else is tried
    made.close()
    return folder


def _let_nothing_ring(desk: Desk) -> None:
    """No popup takes the keys from tests of something else; what rings depends on the country's holidays."""
    for country in ("", *(one.country for one in LANGUAGES.values())):
        desk.settings.choose("country", country)
        alarms.note_rung(desk, alarms.due(desk))
    desk.settings.choose("country", "")


@pytest.fixture
def desk(filled: Path, tmp_path: Path) -> Iterator[Desk]:
    """A desk on a copy of it."""
    opened = open_desk(
        shutil.copytree(filled, tmp_path / "desk"), clock=lambda: NOW, zone=UTC, dial=lambda _number: False
    )
    yield opened
    opened.close()


@pytest.fixture
def client(desk: Desk) -> int:
    """A client with somebody there."""
    return client_with_contact(desk)[0]


@pytest.fixture
def application(qapp: QApplication, qtbot: QtBot, desk: Desk, spoken: str) -> Iterator[Application]:
    shown = Application(qapp, desk, spoken=spoken)
    with qtbot.waitSignal(shown.window.settled), qtbot.waitActive(shown.window):
        shown.window.show()
        shown.window.activateWindow()
    yield shown
    shown.close()


@pytest.fixture
def window(application: Application) -> Window:
    return application.window
