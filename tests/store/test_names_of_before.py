"""A file from before duplicates were looked for: the names that are there already count."""

from __future__ import annotations

from pathlib import Path

from amdesk.services import clients, contacts, duplicates
from amdesk.services.check import check
from tests.desks import open_desk
from tests.former import as_left_by


def test_who_is_in_the_file_already_is_found(tmp_path: Path) -> None:
    first = open_desk(tmp_path)
    one = clients.add(first, name="Harbour Ltd")
    other = clients.add(first, name="HARBOUR")
    clients.remove(first, clients.add(first, name="Harbour Limited"))
    for name in ("Maya Stern", "Stern Maya"):
        contacts.add(first, one, name=name)
    first.close()
    as_left_by(tmp_path / "amdesk.sqlite", 9)
    again = open_desk(tmp_path)
    found = {(pair.noun, pair.one.name, pair.other.name) for pair in duplicates.find(again)}
    assert found == {("client", "Harbour Ltd", "HARBOUR"), ("contact", "Maya Stern", "Stern Maya")}
    duplicates.merge(again, one, other)
    assert check(again) == ()
    again.close()
