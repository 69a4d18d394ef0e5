"""What is found in a file before anything is done with it: harm, strangers' instructions, a later version."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from amdesk.domain.errors import AmdeskError, CannotOpenError
from amdesk.services import clients, interactions
from amdesk.services.desk import Desk
from tests.desks import client_with_contact, open_desk, raw

FILE = "amdesk.sqlite"


def reason(folder: Path) -> str:
    with pytest.raises(CannotOpenError) as refused:
        open_desk(folder)
    return refused.value.reason


def filled(folder: Path) -> Desk:
    desk = open_desk(folder)
    client_with_contact(desk)
    return desk


@pytest.mark.parametrize("left", [0, 1, 100, 4_096, 4_097, 50_000, 400_000])
def test_a_file_that_was_cut_off_is_refused_and_stays_as_it_is(tmp_path: Path, left: int) -> None:
    filled(tmp_path).close()
    cut = (tmp_path / FILE).read_bytes()[:left]
    (tmp_path / FILE).write_bytes(cut)
    assert reason(tmp_path) == ("damaged" if left else "empty")
    assert (tmp_path / FILE).read_bytes() == cut


def test_a_flipped_bit_is_found_after_the_program_was_killed(tmp_path: Path) -> None:
    filled(tmp_path).close()
    (tmp_path / f"{FILE}-wal").touch()
    whole = bytearray((tmp_path / FILE).read_bytes())
    whole[len(whole) // 2] ^= 1
    (tmp_path / FILE).write_bytes(whole)
    assert reason(tmp_path) == "damaged"
    assert reason(tmp_path) == "damaged", "whoever tries again is told again"
    assert (tmp_path / FILE).read_bytes() == whole


def test_what_a_killed_program_had_kept_is_there_and_the_log_it_left_is_no_trap(tmp_path: Path) -> None:
    open_desk(tmp_path).close()
    script = (
        "import os, sys; from pathlib import Path\n"
        "from amdesk.services import clients\n"
        "from tests.desks import open_desk\n"
        "clients.add(open_desk(Path(sys.argv[1])), name='Ёлка'); os._exit(9)"
    )
    ended = subprocess.run([sys.executable, "-c", script, str(tmp_path)], check=False, env={**os.environ})
    assert ended.returncode == 9
    assert (tmp_path / f"{FILE}-wal").stat().st_size
    again = open_desk(tmp_path)
    assert len(clients.find(again, "елка")) == 1
    again.close()


def test_instructions_of_strangers_never_run_and_are_told_of(tmp_path: Path) -> None:
    filled(tmp_path).close()
    with raw(tmp_path / FILE) as other:
        other.execute("CREATE TRIGGER evil AFTER INSERT ON client BEGIN DELETE FROM contact; END")
        other.execute("CREATE VIEW everyone AS SELECT * FROM contact")
    other.close()
    desk = open_desk(tmp_path)
    clients.add(desk, name="Another")
    assert desk.store.value("SELECT count(*) FROM contact") == 1
    assert desk.store.value("SELECT count(*) FROM sqlite_schema WHERE name IN ('evil', 'everyone')") == 0
    (note,) = desk.notes
    assert Path(str(note.fields["file"])).is_file()
    desk.close()
    again = open_desk(tmp_path)
    assert not again.notes
    again.close()


def test_an_instruction_under_a_name_of_ours_is_made_anew(tmp_path: Path) -> None:
    filled(tmp_path).close()
    with raw(tmp_path / FILE) as other:
        other.execute("DROP TRIGGER kept_contact_insert")
        other.execute("DROP TRIGGER history_client_update")
        other.execute(
            "CREATE TRIGGER history_client_update AFTER UPDATE ON client BEGIN DELETE FROM contact; END"
        )
    other.close()
    desk = open_desk(tmp_path)
    (client,) = clients.find(desk)
    clients.change(desk, client, name="Northwind")
    interactions.log(desk, client_id=client, contact_ids=[], minutes=5)
    assert desk.store.value("SELECT count(*) FROM contact") == 1
    assert desk.store.value("SELECT last_contact_at FROM client") is not None
    desk.close()


def test_a_step_of_the_future_is_refused_whatever_the_number_says(tmp_path: Path) -> None:
    filled(tmp_path).close()
    with raw(tmp_path / FILE) as other:
        other.execute(
            "UPDATE _sqlite_migrations SET name = 'm999_of_later' "
            "WHERE id = (SELECT max(id) FROM _sqlite_migrations)"
        )
    other.close()
    assert reason(tmp_path) == "newer"


def test_a_named_folder_on_a_disk_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    folder = tmp_path / "stick" / "amdesk"
    assert reason(folder) == "no_folder"
    assert not folder.parent.exists()


def test_where_the_key_is_and_the_file_is_not_none_is_made(tmp_path: Path) -> None:
    filled(tmp_path).close()
    (tmp_path / FILE).unlink()
    assert reason(tmp_path) == "missing_file"
    assert not (tmp_path / FILE).exists()


def test_every_part_of_the_folder_survives_a_refusal(tmp_path: Path) -> None:
    filled(tmp_path).close()
    (tmp_path / FILE).write_bytes(b"no database at all" * 900)
    before = {one.name: one.read_bytes() for one in tmp_path.iterdir() if one.is_file()}
    with pytest.raises(AmdeskError):
        open_desk(tmp_path)
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir() if one.is_file()} == before
