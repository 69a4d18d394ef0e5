"""What went wrong is noted beside the data, and never grows large."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from amdesk.gui.faults import note
from amdesk.system import fault_log

CANARY = "+972 50-123-4567 Dana"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    stop = fault_log.keep(tmp_path)
    yield tmp_path
    stop()


def stumble() -> None:
    try:
        int(CANARY)
    except ValueError as error:
        note(type(error), error.__traceback__)


def test_a_fault_is_noted_with_its_moment_and_without_a_word_of_the_persons(folder: Path) -> None:
    stumble()
    told = fault_log.noted(folder)
    assert "ValueError" in told
    assert "stumble" in told
    assert told[:2] == "20"
    assert CANARY not in told


def test_nothing_is_made_while_nothing_fails(folder: Path) -> None:
    assert fault_log.noted(folder) == ""
    assert list(folder.iterdir()) == []


def test_many_faults_take_little_room_and_the_last_are_there(folder: Path) -> None:
    log = logging.getLogger("amdesk")
    for number in range(5_000):
        log.error("fault number %s, with a line of some length so that the file is full soon", number)
    assert sum(file.stat().st_size for file in folder.iterdir()) < 250_000
    told = fault_log.noted(folder)
    assert told.rstrip().endswith("so that the file is full soon")
    assert "fault number 4999" in told
    assert told.index("fault number 4900") < told.index("fault number 4999")


def test_after_the_end_nothing_is_noted_any_more(tmp_path: Path) -> None:
    fault_log.keep(tmp_path)()
    stumble()
    assert fault_log.noted(tmp_path) == ""
