"""The key on the command line: from the environment or a terminal, or a refusal that says how."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from amdesk.store.plain import is_plain
from amdesk.system import paths
from tests.cli.terminal import ROOT, Terminal

WORDS = "correct horse battery staple"
HEBREW = ROOT / "tests" / "data" / "clients-hebrew-cp1255.csv"
CODE = re.compile(r"([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}")


def test_without_keyring_and_passphrase_nothing_is_made_and_the_way_is_named(terminal: Terminal) -> None:
    answer = terminal.in_a_process("import", HEBREW, AMDESK_PASSPHRASE="")
    assert answer.code == 1
    assert "AMDESK_PASSPHRASE" in answer.err
    assert "keyring" in answer.err
    assert not terminal.folder.exists()


def test_a_passphrase_in_the_environment_makes_the_file_and_opens_it(terminal: Terminal) -> None:
    made = terminal.in_a_process("import", HEBREW, "--json", AMDESK_PASSPHRASE=WORDS)
    assert made.code == 0
    assert made.json["files"][0]["new"] == 4
    assert "recovery-code" in made.err
    assert not is_plain(paths.library(terminal.folder))
    again = terminal.in_a_process("clients", "--json", AMDESK_PASSPHRASE=WORDS)
    assert len(again.json) == 3
    assert not again.err
    wrong = terminal.in_a_process("clients", AMDESK_PASSPHRASE="something else")
    assert (wrong.code, wrong.out) == (1, "")
    assert "does not open" in wrong.err
    none = terminal.in_a_process("check", "--json", AMDESK_PASSPHRASE="")
    assert (none.code, none.json["ok"]) == (1, False)
    assert "AMDESK_PASSPHRASE" in none.err


def test_a_backup_and_the_code_are_enough_on_another_machine(northwind: Terminal, tmp_path: Path) -> None:
    before = northwind("clients", "--json").json
    code = northwind("recovery-code")
    assert CODE.fullmatch(code.out.strip())
    assert "not shown again" in code.err
    assert "the code of its day" in code.err
    made = northwind("backup", tmp_path / "all.zip").out.strip()
    laptop = Terminal(tmp_path / "laptop")
    assert laptop.in_a_process("clients", AMDESK_PASSPHRASE=WORDS).code == 0
    lacking = laptop.in_a_process("restore", made, AMDESK_PASSPHRASE=WORDS)
    assert lacking.code == 1
    assert "AMDESK_RECOVERY_CODE" in lacking.err
    given = {"AMDESK_PASSPHRASE": WORDS, "AMDESK_RECOVERY_CODE": code.out.lower()}
    assert laptop.in_a_process("restore", made, **given).code == 0
    assert laptop.in_a_process("clients", "--json", AMDESK_PASSPHRASE=WORDS).json == before


def test_whoever_lost_the_key_gets_in_by_the_code_and_gets_the_data_back_by_a_backup_and_its_code(
    northwind: Terminal, tmp_path: Path
) -> None:
    before = northwind("clients", "--json").json
    code = northwind("recovery-code").out.strip()
    made = northwind("backup", tmp_path / "all.zip").out.strip()
    lost = {"AMDESK_PASSPHRASE": ""}
    paths.passphrase_key(northwind.folder).unlink()
    for page in (paths.sidecar(northwind.folder), paths.key_copy(paths.sidecar(northwind.folder))):
        page.unlink()
    refused = northwind.in_a_process("restore", made, **lost)
    assert refused.code == 1
    assert "AMDESK_RECOVERY_CODE" in refused.err
    given = {**lost, "AMDESK_RECOVERY_CODE": code}
    assert northwind.in_a_process("clients", "--json", **given).json == before
    told = northwind.in_a_process("restore", made, "--json", **given)
    assert told.json["counts"]["client"] == 1, "the file opens by the code: what was there is backed up first"
    other = Terminal(tmp_path / "other")
    assert other.in_a_process("clients", AMDESK_PASSPHRASE=WORDS).code == 0
    paths.library(northwind.folder).write_bytes(paths.library(other.folder).read_bytes())
    assert "does not open" in northwind.in_a_process("clients", **given).err
    told = northwind.in_a_process("restore", made, "--json", **given)
    assert Path(told.json["before"]).is_file()
    assert northwind.in_a_process("clients", "--json", **given).json == before


def test_a_new_code_is_one_document_in_json(northwind: Terminal) -> None:
    assert CODE.fullmatch(northwind("recovery-code", "--json").json["code"])


def test_the_sample_needs_neither_keyring_nor_passphrase(terminal: Terminal) -> None:
    assert terminal("demo").code == 0
    assert is_plain(paths.library(terminal.folder))
    assert terminal.in_a_process("clients", AMDESK_PASSPHRASE="").code == 0


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of POSIX systems")
def test_on_a_terminal_the_passphrase_is_chosen_and_asked_for_unseen(tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    assert "Choose a passphrase" in _typed(folder, [WORDS, WORDS])
    told = _typed(folder, [WORDS])
    assert WORDS not in told
    assert "No clients" in told or "Passphrase" in told
    assert "does not open" in _typed(folder, ["not the passphrase"])


def _typed(folder: Path, lines: list[str]) -> str:
    """What a terminal shows when somebody types lines into ``amdesk clients``."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "amdesk", "--data", str(folder), "clients"]
    environment = {**os.environ, "AMDESK_PASSPHRASE": ""}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
    ):
        os.close(theirs)
        said = b""
        for line in lines:
            asked = said.count(b": ")
            while said.count(b": ") == asked and (more := _read(ours)):
                said += more
            os.write(ours, line.encode() + b"\n")
        while more := _read(ours):
            said += more
    os.close(ours)
    return said.decode()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 1 << 12)
    except OSError:  # the program has ended
        return b""
