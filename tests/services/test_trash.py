"""The trash: nothing that was deleted is gone before its time, and each thing can be put back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from amdesk.services import clients, contacts, interactions, reminders, search, trash
from amdesk.services.check import check
from amdesk.services.desk import Desk
from tests import desks
from tests.desks import Clock, client_with_contact, dump


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(clock: Clock) -> Iterator[Desk]:
    made = desks.desk(clock)
    client, maya = client_with_contact(made)
    interactions.log(made, client_id=client, contact_ids=[maya], minutes=5, occasion="The new rate")
    reminders.add(made, text="Call back", due_on=made.today(), client_id=client)
    yield made
    made.close()


def titles(desk: Desk, text: str = "") -> list[str]:
    return [one.title for one in trash.find(desk, text)]


def test_what_is_deleted_is_in_the_trash_newest_first(desk: Desk, clock: Clock) -> None:
    interactions.remove(desk, 1)
    clock.move(minutes=1)
    reminders.remove(desk, 1)
    clock.move(minutes=1)
    contacts.remove(desk, 1)
    clock.move(minutes=1)
    clients.remove(desk, 1)
    assert titles(desk) == ["Northwind Traders", "Maya Stern", "Call back", "The new rate"]


def test_it_is_put_back_as_it_was(desk: Desk) -> None:
    before = dump(desk)
    clients.remove(desk, 1)
    assert not search.search(desk, "Northwind")
    trash.put_back(desk, trash.find(desk))
    assert dump(desk) == before
    assert search.search(desk, "Northwind")
    assert check(desk) == ()


def test_a_call_of_a_client_in_the_trash_brings_the_client_along(desk: Desk) -> None:
    before = dump(desk)
    interactions.remove(desk, 1)
    clients.remove(desk, 1)
    [call] = [one for one in trash.find(desk) if one.noun == "interaction"]
    assert call.client == "Northwind Traders"
    trash.put_back(desk, [call])
    assert dump(desk) == before


def test_it_is_found_by_its_words_and_by_its_client(desk: Desk) -> None:
    interactions.remove(desk, 1)
    reminders.remove(desk, 1)
    assert titles(desk, "rate") == ["The new rate"]
    assert sorted(titles(desk, "northwind")) == ["Call back", "The new rate"]
    assert titles(desk, "zzz") == []


def test_after_ninety_days_it_goes_and_not_before(desk: Desk, clock: Clock) -> None:
    interactions.remove(desk, 1)
    clock.move(days=89)
    assert trash.let_go(desk) == 0
    clock.move(days=2)
    assert trash.let_go(desk) == 1
    assert titles(desk) == []
    assert desk.store.value("SELECT count(*) FROM interaction") == 0
    assert check(desk) == ()


def test_what_was_deleted_for_good_comes_back_by_undo(desk: Desk) -> None:
    clients.remove(desk, 1)
    interactions.remove(desk, 1)
    before = dump(desk)
    trash.remove(desk, trash.find(desk))
    assert titles(desk) == []
    assert desk.store.value("SELECT count(*) FROM client") == 0
    desk.undo()
    assert dump(desk) == before


def test_a_clock_that_was_wrong_for_a_year_empties_nothing_that_undo_does_not_bring_back(
    desk: Desk, clock: Clock
) -> None:
    interactions.remove(desk, 1)
    clock.move(days=365)
    trash.let_go(desk)
    clock.move(days=-365)
    desk.undo()
    assert titles(desk) == ["The new rate"]
