"""A file from before duplicates were looked for: the names that are there already count."""

from __future__ import annotations

from pathlib import Path

from amdesk.services import clients, contacts, duplicates
from amdesk.services.check import check
from tests.desks import open_desk, raw


def test_who_is_in_the_file_already_is_found(tmp_path: Path) -> None:
    first = open_desk(tmp_path)
    one = clients.add(first, name="Harbour Ltd")
    other = clients.add(first, name="HARBOUR")
    clients.remove(first, clients.add(first, name="Harbour Limited"))
    for name in ("Maya Stern", "Stern Maya"):
        contacts.add(first, one, name=name)
    first.close()
    _as_in_the_ninth(tmp_path / "amdesk.sqlite")
    again = open_desk(tmp_path)
    found = {(pair.noun, pair.one.name, pair.other.name) for pair in duplicates.find(again)}
    assert found == {("client", "Harbour Ltd", "HARBOUR"), ("contact", "Maya Stern", "Stern Maya")}
    duplicates.merge(again, one, other)
    assert check(again) == ()
    again.close()


def _as_in_the_ninth(path: Path) -> None:
    """The file without what the tenth migration made."""
    file = raw(path)
    for table in ("alike", "apart", "merged"):
        file.execute(f"DROP TABLE {table}")
    file.execute("DELETE FROM _sqlite_migrations WHERE name = 'm010_duplicates'")
    file.execute("PRAGMA user_version = 9")
    file.close()
