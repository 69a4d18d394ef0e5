"""A file of the tenth shape: what its history noted of parts is found with the record they were parts of."""

from __future__ import annotations

from pathlib import Path

from amdesk.services import contacts, history
from tests.desks import client_with_contact, open_desk
from tests.former import as_left_by


def test_an_address_deleted_before_is_in_the_history_of_its_contact(tmp_path: Path) -> None:
    made = open_desk(tmp_path)
    client, maya = client_with_contact(made)
    gone = contacts.add_address(made, client, contact_id=maya, medium="web", value="https://gone.example")
    contacts.remove_address(made, gone)
    made.close()
    as_left_by(tmp_path / "amdesk.sqlite", 10)
    again = open_desk(tmp_path)
    record = history.look(again, "contact", maya)
    told = [str(each.message) for past in record.past for each in history.tell(again, record, past)]
    assert told == ["Removed: address “https://gone.example”."]
    contacts.change(again, maya, role="Owner")
    assert len(history.look(again, "contact", maya).past) == 2
    again.close()
