"""Words on the command line that nobody should type: each gets a sentence, and the file is unharmed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.terminal import ROOT, Terminal

NO_LETTERS = os.fsdecode(b"\xff\xfe")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--data=", "clients"), "--data: It is empty. Name a folder."),
        (("export", ""), "DIR: It is empty. Name a folder."),
        (("log", "NWT", "two", "words"), "Put a text of several words in quotation marks."),
        (("log", "NWT", "x", "--minutes", "9999"), "--minutes: Write a whole number from 0 to 1440."),
        (("log", "NWT", "x", "--minutes", "a few"), "--minutes: Write a whole number from 0 to 1440."),
        (("log", "NWT", "x", "--at"), "--at cannot be used like this: a value is missing"),
        (("summary", "sent", "NWT-2026-001", "--mail", "."), "--mail: This is a folder. Name a file."),
        (("log", "NWT", "x", "--at", "0001-01-01T00:00:00+14:00"), "is not a moment"),
        (("log", "NWT", "x", "--at", "9999-12-31T23:59:59-12:00"), "is not a moment"),
        (("today", "--as-of", "9999-12-31"), "is not a moment"),
        ((NO_LETTERS, ), "There is no command"),
        (("log", NO_LETTERS, "x"), "bytes that are no letters"),
        (("summary", "write", NO_LETTERS, "x"), "bytes that are no letters"),
    ],
)  # fmt: skip
def test_wrong_words_are_told_in_a_sentence(
    northwind: Terminal, words: tuple[str, ...], sentence: str
) -> None:
    told = northwind(*words)
    assert (told.code, told.out) == (2, "")
    assert sentence in told.err


@pytest.mark.parametrize("words", [("log", "NWT", NO_LETTERS), ("log", "NWT", "x", "--private", NO_LETTERS)])
def test_bytes_that_are_no_letters_are_not_kept(northwind: Terminal, words: tuple[str, ...]) -> None:
    before = northwind("export", northwind.folder / "before", "--format", "csv").code
    told = northwind(*words)
    assert (before, told.code, told.out) == (0, 1, "")
    assert "bytes that are no letters" in told.err
    assert northwind("check", "--json").json == {"ok": True, "problems": []}


def test_bytes_that_are_no_letters_are_refused_from_a_pipe_too(northwind: Terminal) -> None:
    reference = northwind("search", "rate", "--json").json[0]["title"]
    words = ["--data", str(northwind.folder), "summary", "write", reference]
    told = subprocess.run(
        [sys.executable, "-m", "amdesk", *words],
        cwd=ROOT, input=b"! Agreed \xff\n", capture_output=True, check=False,
        env={**os.environ, "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert told.returncode == 1
    assert told.stderr.decode().strip() == (
        "The text contains bytes that are no letters, which cannot be kept. Write it as UTF-8."
    )


def test_a_day_is_its_end_however_it_is_written(northwind: Terminal) -> None:
    moments = [
        northwind("today", "--as-of", day, "--json").json["as_of"] for day in ("2026-12-31", "20261231")
    ]
    assert moments[0] == moments[1]


def test_who_is_named_twice_took_part_once(northwind: Terminal) -> None:
    assert northwind("log", "NWT", "x", "--contact", "Maya", "--contact", "maya stern").code == 0
    assert northwind("check", "--json").json["ok"]


def test_signs_alone_name_nobody(northwind: Terminal) -> None:
    told = northwind("log", "NWT", "x", "--contact", "!!")
    assert (told.code, told.out) == (1, "")
    assert "No contact there is called “!!”." in told.err


def test_a_file_named_twice_is_told_once(terminal: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Name\nAda\n")
    assert [one["new"] for one in terminal("import", path, path, "--json").json["files"]] == [1]


@pytest.mark.parametrize("closed", [">&-", ">&- 2>&- <&-"])
def test_without_streams_the_work_is_done_all_the_same(northwind: Terminal, closed: str) -> None:
    command = f'"{sys.executable}" -m amdesk --data "{northwind.folder}" log NWT "Into the dark" {closed}'
    done = subprocess.run(["sh", "-c", command], cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(northwind("search", "dark", "--json").json) == 1


def test_a_home_that_is_not_there_is_told_where_it_is_wanted(northwind: Terminal) -> None:
    nobodys = {**os.environ, "AMDESK_DATA": "~nobody-of-this-name/desk"}
    told = subprocess.run(
        [sys.executable, "-m", "amdesk", "clients"],
        cwd=ROOT, capture_output=True, text=True, check=False, env=nobodys,
    )  # fmt: skip
    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr == "No home folder is known here. Name a folder for your data with --data.\n"
    assert northwind.in_a_process("clients", AMDESK_DATA=nobodys["AMDESK_DATA"]).code == 0


@pytest.mark.parametrize("zone", ["UTC+99", "nonsense", "/etc/passwd", "Asia/"])
def test_a_zone_that_is_none_stops_nobody(northwind: Terminal, zone: str) -> None:
    told = northwind.in_a_process("log", "NWT", "x", TZ=zone)
    assert (told.code, told.err) == (0, "")
