"""Deleted for good: no byte of it is left in the file, once no undo asks for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from amdesk.domain.points import Point
from amdesk.services import (
    attachments,
    clients,
    contacts,
    duplicates,
    forgetting,
    history,
    interactions,
    sample,
    summaries,
    tasks,
    trash,
)
from amdesk.services.check import check
from amdesk.services.desk import Desk
from amdesk.system import paths
from tests import desks
from tests.desks import open_desk

SECRET = "qxvwhippoorwill"  # of which no index holds a part that another word has


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A portfolio that is not encrypted, so that its bytes can be read."""
    sample.mark(tmp_path)
    return tmp_path


def leave_traces(desk: Desk) -> int:
    """A client of whom a secret is told in all places, and who was changed, merged and trashed; its id."""
    client = clients.add(desk, name=f"The {SECRET}", notes=f"{SECRET} " * 900)
    twin = clients.add(desk, name=f"{SECRET} twin")
    for number in range(30):
        person = contacts.add(desk, client, name=f"Maya {SECRET} {number}")
        email = contacts.add_address(
            desk, client, contact_id=person, medium="email", value=f"{SECRET}{number}@x.example"
        )
        call = interactions.log(desk, client_id=client, contact_ids=[person], occasion=f"{SECRET} {number}")
        summary = summaries.start(desk, call)
        for words in ("first", "then"):
            summaries.write(desk, summary, [Point("action", f"{words} {SECRET}", side="us")])
    contacts.remove_address(desk, email)
    contacts.remove(desk, person)
    tasks.add(desk, title=f"{SECRET} task", client_id=client)
    clients.change(desk, client, notes=f"No longer {SECRET}")
    duplicates.merge(desk, client, twin)
    clients.remove(desk, client)
    return client


def is_told(folder: Path) -> bool:
    """Whether the secret stands anywhere in the bytes of the file or its log."""
    files = paths.library(folder).parent.glob(f"{paths.library(folder).name}*")
    return any(SECRET.encode() in file.read_bytes().lower() for file in files)


def test_nothing_of_it_is_left_in_the_bytes_of_the_file(folder: Path) -> None:
    desk = open_desk(folder)
    clients.add(desk, name="Northwind Traders", notes="Stays")
    leave_traces(desk)
    trash.remove(desk, trash.find(desk))
    desk.undo()
    assert [one.noun for one in trash.find(desk)].count("client") == 1
    desk.redo()
    assert forgetting.has_words(desk)
    for _piece in forgetting.words(desk):
        pass
    assert not forgetting.has_words(desk)
    assert is_told(folder)
    trash.forget(desk)
    assert check(desk) == ()
    desk.close()
    assert not is_told(folder)


def test_what_an_undo_brought_back_keeps_its_past(folder: Path) -> None:
    desk = open_desk(folder)
    client = leave_traces(desk)
    before = history.look(desk, "client", client).past
    trash.remove(desk, [one for one in trash.find(desk) if one.noun == "client"])
    desk.undo()
    trash.forget(desk)
    list(forgetting.words(desk))
    assert history.look(desk, "client", client).past[-len(before) :] == before
    assert list(clients.find(desk, SECRET)) == []
    trash.put_back(desk, trash.find(desk)[:1])
    assert len(clients.find(desk, SECRET)) == 1
    desk.close()


def test_who_gets_the_id_of_what_is_forgotten_begins_anew() -> None:
    desk = desks.desk()
    clients.remove(desk, clients.add(desk, name="Before"))
    trash.remove(desk, trash.find(desk))
    trash.forget(desk)
    client = clients.add(desk, name="Now")
    assert [one.step.label for one in history.look(desk, "client", client).past] == ["New client"]


def test_files_go_with_their_task_and_those_of_others_stay(tmp_path: Path) -> None:
    desk = open_desk(tmp_path / "data")
    for title in ("Goes", "Stays"):
        (tmp_path / f"{title}.txt").write_text(title)
        task = tasks.add(desk, title=title)
        attachments.add(desk, "task", tasks.get(desk, task).uuid, tmp_path / f"{title}.txt")
    tasks.remove(desk, tasks.find(desk)[0])
    goes = trash.find(desk)
    trash.remove(desk, goes)
    assert len(list(paths.files(tmp_path / "data").iterdir())) == 2  # an undo brings it back
    trash.forget(desk)
    assert len(list(paths.files(tmp_path / "data").iterdir())) == 1
    assert check(desk) == ()
    desk.close()
