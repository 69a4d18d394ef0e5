"""What rings for a test: a desk with nothing in it, whose clock stands still until it is moved."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from amdesk.gui.tray.ringing import Ringing
from amdesk.services.desk import Desk
from tests.desks import Clock
from tests.desks import desk as desk_of


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def own_desk(clock: Clock) -> Iterator[Desk]:
    made = desk_of(clock)
    made.settings.choose("country", "GB")
    yield made
    made.close()


@pytest.fixture
def ringing(own_desk: Desk, qtbot: QtBot, spoken: str) -> Iterator[Ringing]:
    made = Ringing(own_desk)
    made.start()
    yield made
    made.stop()
