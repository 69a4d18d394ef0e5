"""Backups: nothing of a portfolio is missing after a restore, and nothing is lost by one."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from amdesk.domain.errors import AmdeskError
from amdesk.services import backups, clients, exchange, interactions, reminders, search, summaries
from amdesk.services.check import check
from amdesk.services.desk import Desk
from amdesk.services.exchange import drain
from amdesk.services.open_desk import open_desk as open_plainly
from amdesk.system import paths
from tests.desks import (
    Clock,
    MailBox,
    MemorySecrets,
    client_with_contact,
    dump,
    open_desk,
    raw,
    summary_of_call,
)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def kept(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    """A desk on a folder, with a client, a call and its summary."""
    desk = open_desk(tmp_path / "data", clock=clock, mail=MailBox())
    summary_of_call(desk)
    yield desk
    desk.close()


def test_a_backup_restored_is_the_portfolio_it_was_made_of(kept: Desk) -> None:
    before = dump(kept)
    made = drain(backups.back_up(kept))
    client_with_contact(kept, name="Blue Harbour")
    clients.remove(kept, 1)
    drain(backups.restore(kept, made))
    assert dump(kept) == before
    assert check(kept) == ()
    assert search.search(kept, "Northwind")
    assert not search.search(kept, "Harbour")


def test_a_restore_is_one_step_taken_back_and_done_again(kept: Desk) -> None:
    made = drain(backups.back_up(kept))
    client_with_contact(kept, name="Blue Harbour")
    changed = dump(kept)
    drain(backups.restore(kept, made))
    restored = dump(kept)
    assert kept.undo() == "Restore a backup"
    assert dump(kept) == changed
    kept.redo()
    assert dump(kept) == restored
    assert check(kept) == ()


def test_what_was_here_before_a_restore_is_backed_up(kept: Desk, clock: Clock) -> None:
    made = drain(backups.back_up(kept))
    clock.move(hours=1)
    client_with_contact(kept, name="Blue Harbour")
    before = drain(backups.restore(kept, made))
    assert before is not None
    assert drain(backups.look(kept, before)).counts["client"] == 2


def test_a_backup_is_enough_on_a_new_machine(kept: Desk, tmp_path: Path) -> None:
    was = dump(kept)
    made = drain(backups.back_up(kept, tmp_path / "stick" / "all.zip"))
    new = open_desk(tmp_path / "elsewhere", mail=MailBox())
    drain(backups.restore(new, made))
    assert dump(new) == was
    new.close()


def test_what_is_in_the_trash_is_counted_apart(kept: Desk) -> None:
    made = drain(backups.back_up(kept))
    clients.remove(kept, 1)
    found = drain(backups.look(kept, made))
    told = ("client", "contact", "interaction", "summary", "trash")
    assert [found.counts[one] for one in told] == [1, 1, 1, 1, 0]
    assert [found.now[one] for one in told] == [0, 0, 0, 0, 1], "of whom it was, nothing is seen either"


def test_a_number_given_after_the_backup_is_not_given_again(kept: Desk) -> None:
    made = drain(backups.back_up(kept))
    [client] = [line.id for line in clients.lines(kept, clients.find(kept, ""))]
    second = interactions.get(kept, interactions.log(kept, client_id=client, contact_ids=[], minutes=5))
    drain(backups.restore(kept, made))
    third = interactions.get(kept, interactions.log(kept, client_id=client, contact_ids=[], minutes=5))
    assert third.reference != second.reference


def test_what_rang_after_the_backup_does_not_ring_again(kept: Desk, clock: Clock) -> None:
    reminders.add(kept, text="Call back", due_on=kept.today(), clock="12:30")
    made = drain(backups.back_up(kept))
    clock.move(hours=1)
    rang = reminders.due(kept)
    assert rang
    reminders.note_rung(kept, [one.reminder for one in rang])
    drain(backups.restore(kept, made))
    assert not reminders.due(kept)


def test_one_is_due_at_first_and_again_after_a_day(kept: Desk, clock: Clock) -> None:
    assert backups.is_due(kept)
    drain(backups.back_up(kept))
    assert not backups.is_due(kept)
    clock.move(hours=25)
    assert backups.is_due(kept)


def test_a_backup_from_a_day_to_come_does_not_put_off_the_next(kept: Desk, clock: Clock) -> None:
    clock.move(days=400)
    drain(backups.back_up(kept))
    clock.move(days=-400)
    assert backups.is_due(kept)


def test_a_copy_goes_to_the_second_folder(kept: Desk, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    kept.settings.choose("backup_folder", str(stick))
    made = drain(backups.back_up(kept))
    assert (stick / made.name).read_bytes() == made.read_bytes()


def test_two_portfolios_with_one_second_folder_leave_each_other_s_backups_there(
    kept: Desk, tmp_path: Path
) -> None:
    stick, secrets, clock = tmp_path / "stick", MemorySecrets(), kept.clock
    assert isinstance(clock, Clock)
    stick.mkdir()
    other = open_plainly(tmp_path / "other", secrets=secrets, clock=clock)
    for desk in (other, kept):
        desk.settings.choose("backup_folder", str(stick))
    made = [drain(backups.back_up(other)).name]
    for _ in range(2):
        clock.move(hours=1)
        drain(backups.back_up(kept))
    clock.move(days=2)
    drain(backups.back_up(kept))
    assert (stick / made[0]).exists()
    assert len(backups.kept_in(stick)) == 3, "of its own the newest of each day"
    other.close()


def test_a_second_folder_that_is_not_there_is_said_and_the_backup_is_kept(kept: Desk, tmp_path: Path) -> None:
    kept.settings.choose("backup_folder", str(tmp_path / "no stick"))
    with pytest.raises(AmdeskError, match="kept beside your data"):
        drain(backups.back_up(kept))
    assert len(backups.kept(kept)) == 1


def test_an_import_is_preceded_by_a_backup(kept: Desk, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Company,Name\nBlue Harbour,Ann Lee\n", encoding="utf-8")
    drain(exchange.run(kept, exchange.preview(kept, file)))
    [made] = backups.kept(kept)
    assert drain(backups.look(kept, made.path)).counts["client"] == 1


def test_a_stopped_backup_leaves_nothing_behind(kept: Desk) -> None:
    assert kept.folder is not None
    before = sorted(paths.backups(kept.folder).iterdir())
    steps = backups.back_up(kept)
    next(steps)
    next(steps)
    steps.close()
    assert sorted(paths.backups(kept.folder).iterdir()) == before


def test_a_stopped_restore_changes_nothing(kept: Desk) -> None:
    made = drain(backups.back_up(kept))
    client_with_contact(kept, name="Blue Harbour")
    was = dump(kept)
    steps = backups.restore(kept, made)
    while next(steps).unit != "rows":
        pass
    steps.close()
    assert dump(kept) == was
    assert kept.folder is not None
    assert not (kept.folder / ".restoring").exists()


def _cut_off(made: Path) -> None:
    made.write_bytes(made.read_bytes()[:-200])


def _flip_a_byte(made: Path) -> None:
    found = bytearray(made.read_bytes())
    found[len(found) // 2] ^= 0xFF
    made.write_bytes(bytes(found))


def _empty(made: Path) -> None:
    made.write_bytes(b"")


def _of_another_program(made: Path) -> None:
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("readme.txt", "hello")


def _records_of_another_program(made: Path) -> None:
    with zipfile.ZipFile(made) as archive:
        page = archive.read("backup.json")
    other = made.with_name("other.sqlite")
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE client (id INTEGER PRIMARY KEY)")
    connection.close()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("backup.json", page)
        archive.write(other, "amdesk.sqlite")


@pytest.mark.parametrize(
    "harm", [_cut_off, _flip_a_byte, _empty, _of_another_program, _records_of_another_program]
)
def test_a_damaged_backup_is_refused_with_a_sentence_and_nothing_changes(kept: Desk, harm) -> None:  # type: ignore[no-untyped-def]
    made = drain(backups.back_up(kept))
    harm(made)
    was = dump(kept)
    with pytest.raises(AmdeskError):
        drain(backups.look(kept, made))
    with pytest.raises(AmdeskError):
        drain(backups.restore(kept, made))
    assert dump(kept) == was


def test_a_member_with_a_way_out_of_the_folder_is_left_where_it_is(kept: Desk, tmp_path: Path) -> None:
    made = drain(backups.back_up(kept))
    with zipfile.ZipFile(made, "a") as archive:
        archive.writestr("../../evil.txt", "out")
        archive.writestr("files/../../evil.txt", "out")
    drain(backups.restore(kept, made))
    assert not list(tmp_path.rglob("evil.txt"))


def test_what_somebody_put_into_a_backup_does_nothing(kept: Desk, tmp_path: Path) -> None:
    made = drain(backups.back_up(kept))
    with zipfile.ZipFile(made) as archive:
        archive.extractall(tmp_path / "apart")
    connection = raw(tmp_path / "apart" / "amdesk.sqlite")
    connection.execute("CREATE TRIGGER evil AFTER UPDATE ON client BEGIN DELETE FROM client; END")
    connection.execute("CREATE VIEW evil_view AS SELECT * FROM client")
    connection.close()
    with zipfile.ZipFile(made, "w") as archive:
        for name in ("backup.json", "key.json", "amdesk.sqlite"):
            archive.write(tmp_path / "apart" / name, name)
    was = dump(kept)
    drain(backups.restore(kept, made))
    clients.change(kept, 1, notes="written to")
    kept.undo()
    assert dump(kept) == was


def test_a_backup_says_when_it_was_made_and_what_it_holds(kept: Desk) -> None:
    made = drain(backups.back_up(kept))
    with zipfile.ZipFile(made) as archive:
        page = json.loads(archive.read("backup.json"))
    assert page["made_at"].startswith("2026-12-14T12:00")
    assert page["counts"]["client"] == 1
    assert summaries.get(kept, 1).state == "draft"
