"""A file of the tenth shape: what its history noted of parts is found with the record they were parts of."""

from __future__ import annotations

from pathlib import Path

from amdesk.services import contacts, history
from tests.desks import client_with_contact, open_desk, raw


def test_an_address_deleted_before_is_in_the_history_of_its_contact(tmp_path: Path) -> None:
    made = open_desk(tmp_path)
    client, maya = client_with_contact(made)
    gone = contacts.add_address(made, client, contact_id=maya, medium="web", value="https://gone.example")
    contacts.remove_address(made, gone)
    made.close()
    as_in_the_tenth(tmp_path / "amdesk.sqlite")
    again = open_desk(tmp_path)
    record = history.look(again, "contact", maya)
    told = [str(each.message) for past in record.past for each in history.tell(again, record, past)]
    assert told == ["Removed: Address “https://gone.example”."]
    contacts.change(again, maya, role="Owner")
    assert len(history.look(again, "contact", maya).past) == 2
    again.close()


def as_in_the_tenth(path: Path) -> None:
    """The file as it was before the eleventh migration."""
    old = raw(path)
    for (name,) in old.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'history_%'"
    ).fetchall():
        old.execute(f"DROP TRIGGER {name}")
    for statement in (
        "DROP INDEX history_by_part",
        "DROP TABLE born",
        "ALTER TABLE history DROP COLUMN part_of",
        "ALTER TABLE history DROP COLUMN is_end",
        "ALTER TABLE step DROP COLUMN way",
        "DELETE FROM _sqlite_migrations WHERE name = 'm011_history'",
        "PRAGMA user_version = 10",
    ):
        old.execute(statement)
    old.close()
