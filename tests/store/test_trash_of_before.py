"""A file of the eighth shape: its trash is found, and a copy of it as it was stays beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from amdesk.domain.errors import AmdeskError
from amdesk.services import clients, trash
from amdesk.store import migrations
from tests.desks import client_with_contact, open_desk, raw


def test_its_trash_is_found_and_a_copy_keeps_it_as_it_was(tmp_path: Path) -> None:
    made = open_desk(tmp_path)
    client, _maya = client_with_contact(made)
    clients.remove(made, client)
    made.close()
    _as_in_the_eighth(tmp_path / "amdesk.sqlite")
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


def _as_in_the_eighth(path: Path) -> None:
    """The file as it was before the ninth migration."""
    old = raw(path)
    names = old.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'index' AND name LIKE '%_trash'"
    ).fetchall()
    for (name,) in names:
        old.execute(f"DROP INDEX {name}")
    old.execute("DELETE FROM _sqlite_migrations WHERE name = 'm009_trash'")
    old.execute("PRAGMA user_version = 8")
    old.close()


def test_where_no_copy_can_be_written_the_file_stays_as_it_was(tmp_path: Path) -> None:
    open_desk(tmp_path).close()
    _as_in_the_eighth(tmp_path / "amdesk.sqlite")
    (tmp_path / "backups").write_text("a file where the folder should be")
    with pytest.raises(AmdeskError, match="No backup could be written"):
        open_desk(tmp_path)
    old = raw(tmp_path / "amdesk.sqlite")
    assert old.execute("PRAGMA user_version").fetchone() == (8,)
    old.close()
