"""Files that go with records: copied in, told when they vanish, opened as a copy, taken along by export."""

from __future__ import annotations

from pathlib import Path

import pytest

from amdesk.domain.attachment import LARGEST_FILE, safe_name
from amdesk.domain.errors import AmdeskError
from amdesk.services import attachments, exchange, task_mails, tasks
from amdesk.services.check import check
from amdesk.services.desk import Desk
from amdesk.services.open_desk import open_desk
from amdesk.system import paths
from tests import desks


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
    tasks.clarify(at, 1, "Which week?")
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
