"""``amdesk backup`` and ``amdesk restore``."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from amdesk.services import backup_keys, clients
from tests.cli.terminal import ROOT, Terminal
from tests.desks import PASSPHRASE, open_desk

HEBREW = ROOT / "tests" / "data" / "clients-hebrew-cp1255.csv"


def test_a_restored_backup_brings_back_what_was_there(northwind: Terminal, tmp_path: Path) -> None:
    before = northwind("clients", "--json").json
    made = northwind("backup", tmp_path / "all.zip", "--json").json
    assert Path(made["file"]).stat().st_size == made["bytes"]
    northwind("import", HEBREW)
    told = northwind("restore", made["file"], "--json")
    assert told.code == 0
    assert (told.json["counts"]["client"], told.json["now"]["client"]) == (1, 4)
    assert northwind("clients", "--json").json == before
    assert northwind("check").code == 0


def test_what_was_there_before_a_restore_can_be_restored(northwind: Terminal, tmp_path: Path) -> None:
    made = northwind("backup", tmp_path / "all.zip", "--json").json["file"]
    northwind("import", HEBREW)
    before = northwind("restore", made, "--json").json["before"]
    northwind("restore", before)
    assert len(northwind("clients", "--json").json) == 4


def test_a_dry_run_tells_what_a_backup_holds_and_changes_nothing(northwind: Terminal, tmp_path: Path) -> None:
    made = northwind("backup", tmp_path / "all.zip").out.strip()
    northwind("import", HEBREW)
    shown = northwind("restore", made, "--dry-run")
    assert "Clients" in shown.out
    assert len(northwind("clients", "--json").json) == 4


def test_a_dry_run_tells_what_is_in_the_trash_apart(northwind: Terminal, tmp_path: Path) -> None:
    made = northwind("backup", tmp_path / "all.zip").out.strip()
    with closing(open_desk(northwind.folder)) as desk:
        clients.remove(desk, 1)
    shown = northwind("restore", made, "--dry-run").out
    rows = {row[0]: row[1:] for row in map(str.split, shown.splitlines()) if row}
    assert (rows["Clients"], rows["Trash"]) == (["0", "1"], ["1", "0"])


def test_without_a_name_a_backup_lies_beside_the_data(northwind: Terminal) -> None:
    made = Path(northwind("backup").out.strip())
    assert made.parent == northwind.folder / "backups"


def test_a_file_that_is_there_is_not_written_over(northwind: Terminal, tmp_path: Path) -> None:
    mine = tmp_path / "mine.zip"
    mine.write_text("mine")
    refused = northwind("backup", mine)
    assert (refused.code, mine.read_text()) == (1, "mine")
    assert "is there already" in refused.err


def test_what_is_no_backup_is_refused_with_a_sentence(northwind: Terminal) -> None:
    refused = northwind("restore", HEBREW)
    assert refused.code == 1
    assert "not a backup made by amdesk" in refused.err
    assert "Traceback" not in refused.err


def test_a_backup_with_a_passphrase_carries_what_it_opens(northwind: Terminal, tmp_path: Path) -> None:
    made = Path(northwind("backup", "--passphrase", tmp_path / "all.zip").out.strip())
    assert backup_keys.key_of(made, PASSPHRASE) is not None


@pytest.mark.parametrize("harm", ["cut off", "empty", "gone"])
def test_a_backup_takes_the_place_of_a_file_that_cannot_be_opened(
    northwind: Terminal, tmp_path: Path, harm: str
) -> None:
    made = northwind("backup", tmp_path / "all.zip").out.strip()
    file = northwind.folder / "amdesk.sqlite"
    left = {"cut off": file.read_bytes()[:-8_192], "empty": b""}
    file.unlink()
    if harm in left:
        file.write_bytes(left[harm])
    refused = northwind("clients")
    assert refused.code == 1
    assert "Traceback" not in refused.err
    assert northwind("restore", made).code == 0
    assert len(northwind("clients", "--json").json) == 1
    aside = [one.read_bytes() for one in northwind.folder.glob("amdesk-set-aside-*")]
    assert aside == ([left[harm]] if harm in left else [])
