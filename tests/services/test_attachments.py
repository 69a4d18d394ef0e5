"""Files that go with records: copied in, told when they vanish, opened as a copy, taken along by export."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from amdesk.domain.attachment import LARGEST_FILE, safe_name
from amdesk.domain.errors import AmdeskError
from amdesk.domain.key import new_key
from amdesk.services import (
    attachments,
    backups,
    clients,
    exchange,
    leftovers,
    task_mails,
    task_outcomes,
    tasks,
    trash,
    unfinished,
)
from amdesk.services.check import check
from amdesk.services.desk import Desk
from amdesk.system import paths
from tests import desks
from tests.desks import open_desk


@pytest.fixture
def at(tmp_path: Path) -> Desk:
    found = open_desk(tmp_path / "data", clock=desks.Clock(), mail=desks.MailBox())
    desks.client_with_contact(found)
    tasks.add(found, title="Fill in the form", client_id=1, side="colleague", assignee="Dana Levi")
    return found


@pytest.fixture
def form(tmp_path: Path) -> Path:
    found = tmp_path / "Form – שבוע.csv"
    found.write_text("week;orders\n1;20\n", encoding="utf-8")
    return found


def added(desk: Desk, path: Path) -> int:
    return attachments.add(desk, "task", tasks.get(desk, 1).uuid, path)


def test_a_file_is_copied_in_and_outlives_its_original(at: Desk, form: Path) -> None:
    one = added(at, form)
    assert added(at, form) == one
    form.unlink()
    shown = attachments.readable(at, one)
    assert shown.name == "Form – שבוע.csv"
    assert shown.read_text(encoding="utf-8") == "week;orders\n1;20\n"
    assert attachments.readable(at, one) == shown
    (page_file,) = tasks.page(at, 1).files
    assert (page_file.name, page_file.size) == ("Form – שבוע.csv", 17)
    assert check(at) == ()


def test_undo_takes_it_off_and_redo_brings_it_back(at: Desk, form: Path) -> None:
    one = added(at, form)
    attachments.remove(at, one)
    assert tasks.page(at, 1).files == ()
    at.undo()
    assert attachments.readable(at, one).exists()


def test_what_is_too_large_is_refused_before_it_is_read(at: Desk, tmp_path: Path) -> None:
    large = tmp_path / "film.mov"
    with large.open("wb") as stream:
        stream.truncate(LARGEST_FILE + 1)
    with pytest.raises(AmdeskError, match="larger than 100 megabytes") as refused:
        added(at, large)
    assert refused.value.beside == "files"
    assert not paths.files(at.folder or tmp_path).exists()


def test_a_folder_or_a_file_that_is_not_there_is_refused(at: Desk, tmp_path: Path) -> None:
    with pytest.raises(AmdeskError, match="is a folder"):
        added(at, tmp_path)
    with pytest.raises(AmdeskError, match="could not be copied"):
        added(at, tmp_path / "nowhere.txt")
    assert tasks.page(at, 1).files == ()


def test_a_file_that_vanished_or_was_changed_is_told(at: Desk, form: Path) -> None:
    one = added(at, form)
    (kept,) = paths.files(at.folder or form).iterdir()
    kept.chmod(0o600)
    kept.write_text("other")
    assert [str(told) for told in check(at)] == [
        "The file Form – שבוע.csv no longer holds what it held when it was added."
    ]
    kept.unlink()
    assert ["has vanished" in str(told) for told in check(at)] == [True]
    with pytest.raises(AmdeskError, match="has vanished from the folder"):
        attachments.readable(at, one)
    tasks.change(at, 1, assignee_address="dana@agency.example")
    with pytest.raises(AmdeskError, match="has vanished from the folder"):
        task_mails.compose_request(at, 1)


def test_the_archive_takes_files_along_and_brings_them_back(at: Desk, form: Path, tmp_path: Path) -> None:
    added(at, form)
    task_outcomes.clarify(at, 1, "Which week?")
    exchange.drain(exchange.export(at, tmp_path / "out", formats=["json"]))
    other = open_desk(tmp_path / "other")
    wanted = exchange.preview(other, tmp_path / "out" / "amdesk.json")
    assert wanted.counts.errors == 0
    assert not paths.files(tmp_path / "other").exists()
    exchange.drain(exchange.run(other, wanted))
    page = tasks.page(other, 1)
    assert [question.text for question in page.questions] == ["Which week?"]
    assert attachments.readable(other, page.files[0].id).read_bytes() == form.read_bytes()
    assert tasks.find(other, "dana") == [1]
    assert check(other) == ()
    other.close()


def sealed(desk: Desk) -> Desk:
    """The same desk with a key of its own."""
    return replace(desk, key=new_key())


def held(folder: Path) -> bytes:
    """All bytes of a folder, the names of files among them."""
    return b"".join(
        str(path).encode() + (path.read_bytes() if path.is_file() else b"") for path in folder.rglob("*")
    )


def test_with_a_key_nobody_else_can_tell_what_is_kept(at: Desk, form: Path) -> None:
    at = sealed(at)
    one = added(at, form)
    home = paths.files(at.folder or form)
    digest = tasks.page(at, 1).files[0].sha256
    assert b"orders" not in held(home)
    assert digest.encode() not in held(home), "who has the same file cannot find out that it is here"
    assert attachments.readable(at, one).read_bytes() == form.read_bytes()
    assert check(at) == ()
    assert check(sealed(at)) != (), "another key does not open it"


def test_a_sealed_file_that_was_changed_is_told_and_not_shown(at: Desk, form: Path) -> None:
    at = sealed(at)
    one = added(at, form)
    (kept,) = paths.files(at.folder or form).iterdir()
    kept.write_bytes(kept.read_bytes()[:-1])
    assert ["no longer holds what it held" in str(told) for told in check(at)] == [True]
    with pytest.raises(AmdeskError, match="no longer holds what it held"):
        attachments.readable(at, one)
    assert not [path for path in paths.shown(at.folder or form).rglob("*") if path.is_file()]


def test_files_from_before_there_was_a_key_are_sealed_at_the_next_start(at: Desk, form: Path) -> None:
    one = added(replace(at, key=None), form)
    at = sealed(at)
    (paths.files(at.folder or form) / ".77.new").write_text("orders", encoding="utf-8")
    leftovers.sweep(at)
    assert b"orders" not in held(paths.files(at.folder or form))
    assert attachments.readable(at, one).read_bytes() == form.read_bytes()
    assert check(at) == ()


def test_an_export_gives_files_out_in_plain_and_an_import_seals_them(
    at: Desk, form: Path, tmp_path: Path
) -> None:
    at = sealed(at)
    added(at, form)
    exchange.drain(exchange.export(at, tmp_path / "out", formats=["json"]))
    assert [path.read_bytes() for path in (tmp_path / "out" / "files").iterdir()] == [form.read_bytes()]
    other = sealed(open_desk(tmp_path / "other"))
    exchange.drain(exchange.run(other, exchange.preview(other, tmp_path / "out" / "amdesk.json")))
    assert check(other) == ()
    assert b"orders" not in held(paths.files(tmp_path / "other"))
    other.close()


def test_files_of_a_backup_are_sealed_anew_with_the_key_of_who_restores_it(
    at: Desk, form: Path, tmp_path: Path
) -> None:
    one, plain = added(replace(at, key=None), form), paths.files(at.folder or form)
    other = sealed(at)
    attachments.take_in(other, plain)
    assert attachments.readable(other, one).read_bytes() == form.read_bytes()
    third = sealed(at)
    attachments.take_in(third, plain, key=other.key)
    for path in plain.iterdir():
        if not path.suffix:
            path.unlink()
    assert [check(desk) for desk in (other, third)] == [(), ()]


def test_what_was_opened_to_be_looked_at_goes_with_the_program(at: Desk, form: Path) -> None:
    shown = attachments.readable(at, added(at, form))
    dragged = leftovers.folder(at)
    assert [path.stat().st_mode & 0o077 for path in (shown.parent, dragged)] == [0, 0]
    leftovers.leave(at)
    assert not shown.exists()
    assert not dragged.exists()
    again = attachments.readable(at, 1)
    leftovers.sweep(at)
    assert not again.exists(), "nor does it outlive a crash longer than until the next start"


def test_mails_handed_over_a_day_ago_are_gone_and_todays_are_there(at: Desk) -> None:
    folder = paths.drafts(at.folder or Path())
    folder.mkdir()
    for name, hours in (("old.eml", 25), ("new.eml", 23)):
        (folder / name).touch()
        aged(folder / name, at.now() - timedelta(hours=hours))
    leftovers.sweep(at)
    assert [path.name for path in folder.iterdir()] == ["new.eml"]


def test_filters_of_before_move_into_the_encrypted_file(at: Desk) -> None:
    at.settings.choose("filters", {"Northwind": {"vip": True}})
    leftovers.sweep(at)
    assert unfinished.read(at, unfinished.FILTERS) == {"Northwind": {"vip": True}}
    assert b"Northwind" not in (at.folder or Path()).joinpath("settings.json").read_bytes()


def aged(path: Path, at: datetime) -> None:
    os.utime(path, (at.timestamp(), at.timestamp()))


def test_what_no_record_has_had_for_90_days_is_let_go(at: Desk, form: Path, tmp_path: Path) -> None:
    at = sealed(at)
    attachments.remove(at, added(at, form))
    other = tmp_path / "other.txt"
    other.write_text("kept", encoding="utf-8")
    one = added(at, other)
    home, clock = paths.files(at.folder or form), at.clock
    assert isinstance(clock, desks.Clock)
    for path in home.iterdir():
        aged(path, at.now() - timedelta(days=200))
    clock.move(days=89)
    assert attachments.let_go(at) == 0
    clock.move(days=2)
    assert attachments.let_go(at) == 1
    assert attachments.readable(at, one).read_text(encoding="utf-8") == "kept"


def test_what_belongs_to_a_file_that_was_set_aside_is_not_let_go(at: Desk, form: Path) -> None:
    at = sealed(at)
    attachments.remove(at, added(at, form))
    for path in paths.files(at.folder or form).iterdir():
        aged(path, at.now() - timedelta(days=200))
    clock = at.clock
    assert isinstance(clock, desks.Clock)
    clock.move(days=91)
    aside = paths.set_aside(at.folder or form, "20260101T000000Z")
    aside.touch()
    assert attachments.let_go(at) == 0
    aside.unlink()
    assert attachments.let_go(at) == 1


def test_a_task_in_the_trash_keeps_its_file_and_takes_it_along_when_it_goes(at: Desk, form: Path) -> None:
    added(at, form)
    clients.remove(at, 1)
    clock = at.clock
    assert isinstance(clock, desks.Clock)
    clock.move(days=91)
    assert attachments.let_go(at) == 0
    trash.let_go(at)
    assert list(attachments.sound(at)) == []
    assert check(at) == ()
    at.undo()
    assert [digest for digest, _pieces in attachments.sound(at)]


def test_a_backup_takes_along_the_files_that_records_have(at: Desk, form: Path, tmp_path: Path) -> None:
    added(at, form)
    made = exchange.drain(backups.back_up(at, tmp_path / "all.zip"))
    new = open_desk(tmp_path / "elsewhere")
    exchange.drain(backups.restore(new, made))
    assert attachments.readable(new, 1).read_bytes() == form.read_bytes()
    new.close()


@pytest.mark.parametrize(
    ("given", "safe"),
    [
        ("a/b\\c:d.pdf", "a_b_c_d.pdf"),
        ("..", "file"),
        ("con.txt", "_con.txt"),
        ("גיליון.xlsx", "גיליון.xlsx"),
    ],
)
def test_a_name_is_one_that_every_system_can_give(given: str, safe: str) -> None:
    assert safe_name(given) == safe
    assert len(safe_name("я" * 300 + ".docx").encode()) <= 200
