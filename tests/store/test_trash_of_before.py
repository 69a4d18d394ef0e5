"""A file of the eighth shape: its trash is found, and a copy of it as it was stays beside it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from amdesk.domain.errors import AmdeskError
from amdesk.services import clients, trash
from amdesk.store import migrations
from tests.desks import client_with_contact, open_desk, raw
from tests.former import as_left_by


def test_its_trash_is_found_and_a_copy_keeps_it_as_it_was(tmp_path: Path) -> None:
    made = open_desk(tmp_path)
    client, _maya = client_with_contact(made)
    clients.remove(made, client)
    made.close()
    as_left_by(tmp_path / "amdesk.sqlite", 8)
    again = open_desk(tmp_path)
    assert [one.title for one in trash.find(again)] == ["Northwind Traders"]
    indexes = again.store.column("SELECT name FROM sqlite_schema WHERE type = 'index'")
    assert "interaction_trash" in indexes
    again.close()
    kept = tmp_path / "backups" / f"amdesk-before-version-{migrations.LATEST}.sqlite"
    before = raw(kept)
    assert before.execute("PRAGMA user_version").fetchone() == (8,)
    assert before.execute("SELECT name FROM client").fetchall() == [("Northwind Traders",)]
    before.close()


def test_where_no_copy_can_be_written_the_file_stays_as_it_was(tmp_path: Path) -> None:
    open_desk(tmp_path).close()
    as_left_by(tmp_path / "amdesk.sqlite", 8)
    shutil.rmtree(tmp_path / "backups", ignore_errors=True)
    (tmp_path / "backups").write_text("a file where the folder should be")
    with pytest.raises(AmdeskError, match="No backup could be written"):
        open_desk(tmp_path)
    old = raw(tmp_path / "amdesk.sqlite")
    assert old.execute("PRAGMA user_version").fetchone() == (8,)
    old.close()
