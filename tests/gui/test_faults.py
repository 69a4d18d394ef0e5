"""What nobody caught: the person's mistakes become a sentence, ours a calm window without their data."""

from __future__ import annotations

import logging
import sys
from threading import Thread
from types import SimpleNamespace

import pytest

from amdesk.domain.errors import AmdeskError
from amdesk.gui.faults import Hook, describe

CANARY = "+972 50-123-4567 Dana"
# A folder of a person's that is called as the program is.
HOME = "/home/Dana Levi/amdesk/clients of Dana/gui/window.py"


def stumble(error: BaseException) -> BaseException:
    """The error as it comes out of a function of ours."""
    try:
        _fall(error)
    except BaseException as raised:  # noqa: BLE001 -- every kind is of interest here
        return raised
    raise AssertionError


def _fall(error: BaseException) -> None:
    raise error


def caught(*errors: BaseException) -> tuple[list[str], list[AmdeskError]]:
    faults: list[str] = []
    mistakes: list[AmdeskError] = []
    hook = Hook(mistake=mistakes.append, fault=faults.append)
    for error in errors:
        raised = stumble(error)
        hook(type(raised), raised, raised.__traceback__)
    return faults, mistakes


def test_a_fault_is_told_without_a_word_of_the_persons_data(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR, "amdesk"):
        faults, _ = caught(ValueError(CANARY))
    assert "ValueError" in faults[0]
    assert "stumble" in faults[0]
    assert CANARY not in faults[0] + caplog.text


def test_the_same_fault_is_shown_once_and_logged_each_time(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR, "amdesk"):
        faults, _ = caught(ValueError("one"), ValueError("two"), KeyError("three"))
    assert len(faults) == 2
    assert len(caplog.records) == 3


def test_a_mistake_is_no_fault() -> None:
    faults, mistakes = caught(AmdeskError("Say who confirmed it."))
    assert (faults, str(mistakes[0])) == ([], "Say who confirmed it.")


def test_our_frames_are_named_within_the_program_and_others_without_their_folders() -> None:
    raised = stumble(AmdeskError("x"))
    assert "/" not in describe(type(raised), raised.__traceback__)
    code = compile("def fall(phone):\n    raise ValueError(phone)\nfall(phone)", HOME, "exec")
    try:
        exec(code, {"phone": CANARY})  # noqa: S102 - our own words, in a file that is not there
    except ValueError as error:
        told = describe(ValueError, error.__traceback__)
    assert "window.py:2 fall" in told
    assert not any(word in told for word in ("Dana", "home", "clients", CANARY))


def test_a_fault_of_a_thread_or_of_what_is_thrown_away_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    faults: list[str] = []
    hook = Hook(mistake=print, fault=faults.append)
    hook.install()
    try:
        with caplog.at_level(logging.ERROR, "amdesk"):
            one = Thread(target=lambda: _fall(ValueError(CANARY)), name=CANARY)
            one.start()
            one.join()
            told = stumble(KeyError(CANARY))
            sys.unraisablehook(SimpleNamespace(exc_type=KeyError, exc_traceback=told.__traceback__))
    finally:
        hook.remove()
    assert [record.getMessage().splitlines()[0] for record in caplog.records] == ["ValueError", "KeyError"]
    assert CANARY not in caplog.text
    assert not faults


def test_a_fault_of_every_painting_leaves_room_for_others(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR, "amdesk"):
        faults, _ = caught(*(ValueError("again") for _time in range(100)))
    assert len(faults) == 1
    assert len(caplog.records) < 50


def test_the_hook_gives_its_place_back() -> None:
    before = sys.excepthook
    hook = Hook(mistake=print, fault=print)
    hook.install()
    hook.remove()
    assert sys.excepthook is before
