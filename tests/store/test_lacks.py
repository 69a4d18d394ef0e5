"""What a client lacks is kept true by the file, through every change, undo and an older file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from amdesk.domain.calendars import PartialDate
from amdesk.services import clients, contacts
from amdesk.services.desk import Desk
from tests.desks import client_with_contact, open_desk
from tests.desks import desk as open_for_test
from tests.former import as_left_by


@pytest.fixture
def desk() -> Iterator[Desk]:
    opened = open_for_test()
    yield opened
    opened.close()


def lacking(desk: Desk, client: int) -> tuple[str, ...]:
    """What the list says of a client, which is what its page says."""
    shown = clients.lines(desk, [client])[0].gaps
    assert shown == clients.page(desk, client).gaps
    return shown


def test_a_client_without_people_lacks_a_contact(desk: Desk) -> None:
    assert lacking(desk, clients.add(desk, name="Bare")) == ("contact",)


def test_what_is_learnt_is_lacking_no_longer(desk: Desk) -> None:
    client, maya = client_with_contact(desk)
    assert lacking(desk, client) == ("birthday", "language")
    contacts.change(desk, maya, birthday=PartialDate(3, 9), language="he")
    assert lacking(desk, client) == ()
    desk.undo()
    assert lacking(desk, client) == ("birthday", "language")


def test_who_left_is_not_reached_any_more(desk: Desk) -> None:
    client, maya = client_with_contact(desk)
    contacts.mark_left(desk, maya)
    assert lacking(desk, client) == ("contact",)
    desk.undo()
    contacts.remove(desk, maya)
    assert lacking(desk, client) == ("contact",)


def test_a_mobile_counts_only_as_long_as_it_is_one(desk: Desk) -> None:
    client, maya = client_with_contact(desk)
    mobile = next(a for a in clients.page(desk, client).contacts[0].addresses if a.medium == "phone")
    contacts.change_address(
        desk, mobile.id, client_id=client, medium="phone", value=mobile.value, label="office"
    )
    assert "mobile" in lacking(desk, client)
    contacts.add_address(desk, client, contact_id=maya, medium="phone", label="mobile", value="+4477009")
    assert "mobile" not in lacking(desk, client)
    desk.undo()
    desk.undo()
    assert "mobile" not in lacking(desk, client)
    contacts.remove_address(desk, mobile.id)
    assert "mobile" in lacking(desk, client)


def test_a_file_of_the_first_amdesk_learns_what_its_clients_lack(tmp_path: Path) -> None:
    made = open_desk(tmp_path)
    client, _maya = client_with_contact(made)
    bare = clients.add(made, name="Bare")
    made.close()
    as_left_by(tmp_path / "amdesk.sqlite", 1)
    again = open_desk(tmp_path)
    assert lacking(again, client) == ("birthday", "language")
    assert lacking(again, bare) == ("contact",)
    again.close()
