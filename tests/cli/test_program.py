"""The program behind the word: exit codes, streams, and what is never loaded."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import amdesk
from amdesk.cli.program import COMMANDS, run
from tests.cli.terminal import ROOT, NotingWindow, Terminal
from tests.desks import open_desk


def test_without_a_command_the_window_opens_on_the_folder_and_in_the_language(tmp_path: Path) -> None:
    window = NotingWindow()
    assert run(["--data", str(tmp_path), "--language", "he"], window=window) == 0
    run(["--language", "en"], window=window)
    assert window.shown == [(tmp_path, "he", None), (None, "en", None)]


def test_the_version_is_told_without_loading_a_window_or_the_file() -> None:
    told = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "amdesk", "--version"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert told.stdout == f"amdesk {amdesk.__version__}\n"
    assert not {"PySide6", "sqlcipher3", "babel", "sqlite_utils"} & {
        line.rpartition("|")[2].strip() for line in told.stderr.splitlines()
    }


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_brings_qt_along(command: str) -> None:
    code = (
        "import sys; from amdesk.cli.program import run; "
        f"run([{command!r}, '--help'], window=None); sys.exit('PySide6' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Usage: amdesk" in done.stdout


def test_help_names_every_command_with_what_it_does(terminal: Terminal) -> None:
    told = terminal("--help")
    assert told.code == 0
    assert all(f"\n  {command} " in told.out for command in COMMANDS)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("frobnicate",), "There is no command frobnicate."),
        (("clients", "--frobnicate"), "There is no option --frobnicate."),
        (("log",), "CLIENT is missing."),
        (("log", "NWT", "x", "--channel", "pigeon"), "--channel: Choose one of: mobile, office_phone"),
        (("today", "--as-of", "soon"), "--as-of: “soon” is not a moment."),
        (("log", "NWT", "x", "--next", "31 February"), "--next: There is no 31 February"),
        (("--language", "tlh", "clients"), "--language: Choose one of: en, he, fa, ru, el."),
        (("summary", "confirm", "NWT-2026-001", "--who", "Maya"), "Say --who confirmed it and --how"),
    ],
)
def test_wrong_usage_ends_with_two_and_says_what_is_wrong(
    northwind: Terminal, words: tuple[str, ...], sentence: str
) -> None:
    told = northwind(*words)
    assert (told.code, told.out) == (2, "")
    assert sentence in told.err
    assert "--help” tells more." in told.err


def test_what_could_not_be_done_ends_with_one_and_a_sentence_beside_the_document(northwind: Terminal) -> None:
    told = northwind("log", "Nobody", "Hello", "--json")
    assert (told.code, told.out) == (1, "")
    assert told.err == "No client is called “Nobody”. “amdesk clients” lists them all.\n"


def test_a_file_that_is_open_elsewhere_is_left_alone(northwind: Terminal) -> None:
    desk = open_desk(northwind.folder)
    told = northwind("log", "NWT", "Hello")
    desk.close()
    assert (told.code, told.out) == (1, "")
    assert told.err.startswith("amdesk is already open with ")
    assert len(northwind("search", "Hello", "--json").json) == 0


@pytest.mark.parametrize("content", [b"", b"not a database at all" * 300])
def test_a_file_that_is_not_ours_is_refused_and_stays_as_it_is(terminal: Terminal, content: bytes) -> None:
    terminal.folder.mkdir()
    library = terminal.folder / "amdesk.sqlite"
    library.write_bytes(content)
    told = terminal("clients")
    assert (told.code, told.out) == (1, "")
    assert str(library) in told.err
    assert "Traceback" not in told.err
    assert library.read_bytes() == content


def test_what_the_system_refuses_is_a_sentence_about_the_file(northwind: Terminal, tmp_path: Path) -> None:
    reference = northwind("search", "rate", "--json").json[0]["title"]
    northwind("summary", "write", reference, "! Agreed")
    told = northwind("summary", "eml", reference, tmp_path / "nowhere" / "mail.eml")
    assert (told.code, told.out) == (1, "")
    assert "mail.eml could not be read or written" in told.err
    assert northwind("summary", "show", reference, "--json").json["state"] == "draft"


def test_a_reader_that_goes_away_is_no_reason_for_a_traceback(northwind: Terminal) -> None:
    going = northwind.start("clients", "--json")
    assert going.stdout is not None
    assert going.stderr is not None
    going.stdout.close()
    told = going.stderr.read().decode()
    going.stderr.close()
    assert going.wait() == 1
    assert told == ""


def test_a_terminal_of_few_letters_gets_question_marks_and_json_gets_escapes(terminal: Terminal) -> None:
    desk = open_desk(terminal.folder)
    from amdesk.services import clients

    clients.add(desk, name="Ёлка Медиа")
    desk.close()
    few = {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    shown, told = terminal("clients", **few), terminal("clients", "--json", **few)
    assert (shown.code, told.code) == (0, 0)
    assert "????" in shown.out
    assert told.out.isascii()
    assert json.loads(told.out)[0]["name"] == "Ёлка Медиа"


def test_messages_come_in_the_language_chosen_in_the_settings(
    terminal: Terminal, capsys: pytest.CaptureFixture[str]
) -> None:
    from amdesk.i18n.catalog import current, set_language

    desk = open_desk(terminal.folder)
    desk.settings.choose("language", "el")
    desk.close()
    try:
        run(["--data", str(terminal.folder), "clients"], window=NotingWindow())
        spoken = current()
        run(["--language", "fa", "--data", str(terminal.folder), "clients"], window=NotingWindow())
        assert (spoken, current()) == ("el", "fa")
    finally:
        set_language("en")
        capsys.readouterr()


def test_the_shell_sees_the_exit_code_the_document_and_the_message_apart(northwind: Terminal) -> None:
    done = northwind.in_a_process("today", "--json")
    failed = northwind.in_a_process("log", "Nobody", "Hello", "--json")
    wrong = northwind.in_a_process("log")
    assert (done.code, failed.code, wrong.code) == (0, 1, 2)
    assert done.json.keys() == {"as_of", "sections"}
    assert (done.err, failed.out, wrong.out) == ("", "", "")
    assert failed.err == "No client is called “Nobody”. “amdesk clients” lists them all.\n"


def test_help_is_in_the_language_that_was_asked_for_down_to_its_headings(terminal: Terminal) -> None:
    told = terminal("--language", "ru", "summary", "sent", "--help").out
    assert told.startswith("Использование: amdesk summary sent")
    assert "Параметры:" in told
    assert "Показать эту справку." in told
    assert "Show this message" not in told
