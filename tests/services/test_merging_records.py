"""Merging two clients or two contacts: what moves, what stays found, and the undo of it."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from amdesk.domain.calendars import PartialDate
from amdesk.domain.errors import AmdeskError
from amdesk.domain.points import Point
from amdesk.services import (
    clients,
    contacts,
    duplicates,
    exchange,
    goals,
    interactions,
    people_at_both,
    personal_dates,
    reminders,
    summaries,
    tasks,
)  # fmt: skip
from amdesk.services.check import check
from amdesk.services.desk import Desk
from tests import desks

LIST = (
    "Company,Name,Role,E-mail,Mobile phone,Notes\n"
    "Northwind Traders Ltd,Maya Stern,Head of Media,maya@northwind.example,+44 7700 900123,Likes tea\n"
    "NORTHWIND Traders,Maya Stern,CMO,m.stern@northwind.example,,Met in Bath\n"
    "Northwind Traders Limited Partners,Dan Reed,Buyer,dan@northwind.example,+44 7700 900124,\n"
)


@pytest.fixture
def desk() -> Desk:
    return desks.desk()


@pytest.fixture
def pair(desk: Desk) -> tuple[int, int]:
    """A client with a call, and another one with everything that a client can have."""
    first, maya = desks.client_with_contact(desk)
    interactions.log(desk, client_id=first, contact_ids=[maya], occasion="Spring plan")
    second = clients.add(
        desk, name="Northwind Traders Ltd", code="NWT2", tier="A", vip=True, notes="Pays late",
        next_step="Send the offer",
    )  # fmt: skip
    dan = contacts.add(desk, second, name="Dan Reed", birthday=PartialDate(3, 9))
    contacts.add_address(desk, second, contact_id=dan, medium="email", value="dan@northwind.example")
    for client in (first, second):
        contacts.add_address(desk, client, medium="phone", label="office", value="020 7946 0000")
    call = interactions.log(desk, client_id=second, contact_ids=[dan], occasion="Budget")
    summary = summaries.start(desk, call)
    summaries.write(desk, summary, [Point("action", "Send the prices", side="us")])
    goals.add(
        desk, client_id=second, name="Sales", baseline=Decimal(1), target=Decimal(2),
        start_on=date(2026, 12, 1), due_on=date(2026, 12, 30),
    )  # fmt: skip
    reminders.add(desk, text="Ring Dan", due_on=desk.today() + timedelta(days=2), client_id=second)
    tasks.add(desk, title="Draw the plan", client_id=second)
    clients.change(desk, first, notes="Friendly")
    return first, second


def test_all_that_belonged_to_the_other_client_moves(desk: Desk, pair: tuple[int, int]) -> None:
    first, second = pair
    moves = duplicates.both(desk, "client", first, second).moves
    assert moves["interaction"] == moves["contact"] == moves["goal"] == moves["reminder"] == 1
    duplicates.merge(desk, first, second)
    page = clients.page(desk, first)
    assert [card.contact.name for card in page.contacts] == ["Maya Stern", "Dan Reed"]
    assert [address.value for address in page.addresses] == ["020 7946 0000"]
    assert {entry.interaction.reference for entry in clients.timeline(desk, first)} == {
        "NT-2026-001",
        "NWT2-2026-001",
    }
    assert {line.task.title for line in tasks.lines(desk, tasks.find(desk))} == {
        "Send the prices",
        "Draw the plan",
    }
    client = page.client
    assert (client.name, client.code, client.tier, client.vip) == ("Northwind Traders", "NT", "A", True)
    assert (client.notes, client.next_step) == ("Friendly\nPays late", "Send the offer")
    assert check(desk) == ()


def test_one_undo_takes_it_back_exactly_and_redo_does_it_again(desk: Desk, pair: tuple[int, int]) -> None:
    before = desks.dump(desk)
    duplicates.merge(desk, *pair, wanted={"name": "goes", "code": "goes", "notes": "stays"})
    merged = desks.dump(desk)
    assert clients.get(desk, pair[0]).code == "NWT2"
    desk.undo()
    assert desks.dump(desk) == before
    assert clients.find(desk, "NWT2") == clients.find(desk, "dan reed")
    desk.redo()
    assert desks.dump(desk) == merged


def test_the_other_code_and_name_find_the_client_and_are_given_to_nobody(
    desk: Desk, pair: tuple[int, int]
) -> None:
    duplicates.merge(desk, *pair)
    assert clients.named(desk, "nwt2") == pair[0]
    assert list(clients.find(desk, "NWT2")) == [pair[0]]
    assert interactions.by_reference(desk, "NWT2-2026-001")
    with pytest.raises(AmdeskError, match="code NWT2 already"):
        clients.add(desk, name="Another", code="NWT2")


def test_two_people_of_a_client_become_one_with_all_that_is_known(desk: Desk) -> None:
    client, maya = desks.client_with_contact(desk)
    other = contacts.add(desk, client, name="Stern, Maya", birthday=PartialDate(3, 9), notes="Speaks French")
    contacts.add_address(desk, client, contact_id=other, medium="email", value="MAYA@northwind.example")
    contacts.add_address(
        desk, client, contact_id=other, medium="phone", value="020 7946 0001", label="office"
    )
    personal_dates.add(desk, contact_id=other, kind="name_day", given=PartialDate(5, 1))
    call = interactions.log(desk, client_id=client, contact_ids=[maya, other])
    before = desks.dump(desk)
    duplicates.merge(desk, maya, other, noun="contact")
    (card,) = clients.page(desk, client).contacts
    assert (card.contact.name, card.contact.birthday) == ("Maya Stern", PartialDate(3, 9))
    assert [address.value for address in card.addresses] == [
        "+44 7700 900123", "maya@northwind.example", "020 7946 0001",
    ]  # fmt: skip
    assert [entry.people for entry in clients.timeline(desk, client) if entry.interaction.id == call] == [
        ("Maya Stern",)
    ]
    desk.undo()
    assert desks.dump(desk) == before


def test_a_person_at_two_clients_becomes_one_at_the_client_chosen(desk: Desk) -> None:
    first, maya = desks.client_with_contact(desk)
    second = clients.add(desk, name="Harbour")
    there = contacts.add(desk, second, name="Maya Stern")
    contacts.add_address(desk, second, contact_id=there, medium="email", value="maya@northwind.example")
    (found,) = [one for one in duplicates.find(desk) if one.noun == "contact"]
    assert found.reasons == ("email",)
    duplicates.merge(desk, maya, there, noun="contact", wanted={"client_id": "goes"})
    assert clients.page(desk, first).contacts == ()
    (card,) = clients.page(desk, second).contacts
    assert len(card.addresses) == 2
    assert check(desk) == ()
    assert duplicates.find(desk) == []


@pytest.mark.parametrize("stays", [0, 1])
def test_the_same_list_again_changes_nothing_after_a_merge(desk: Desk, tmp_path: Path, stays: int) -> None:
    file = tmp_path / "list.csv"
    file.write_text(LIST, encoding="utf-8")
    bring(desk, file)
    ids = [clients.named(desk, name) for name in ("Northwind Traders Ltd", "NORTHWIND Traders")]
    duplicates.merge(desk, ids[stays], ids[1 - stays])
    before = desks.dump(desk)
    counts = bring(desk, file)
    assert (counts.new, counts.updated) == (0, 0)
    assert desks.dump(desk) == before
    people = [card.contact for card in clients.page(desk, ids[stays]).contacts]
    duplicates.merge(desk, people[stays].id, people[1 - stays].id, noun="contact")
    before = desks.dump(desk)
    bring(desk, file)
    assert desks.dump(desk) == before


@pytest.mark.parametrize("formats", [("csv",), ("json",), ("vcard",)])
def test_our_own_export_from_before_brings_nobody_back(
    desk: Desk, pair: tuple[int, int], tmp_path: Path, formats: tuple[str, ...]
) -> None:
    files = exchange.drain(exchange.export(desk, tmp_path, formats=formats))
    duplicates.merge(desk, *pair)
    before = desks.dump(desk)
    for file in exchange.in_order(files):
        counts = bring(desk, file)
        assert (counts.new, counts.updated) == (0, 0), file.name
    assert desks.dump(desk) == before


def test_who_is_not_the_same_is_never_suggested_again(desk: Desk, pair: tuple[int, int]) -> None:
    (found,) = duplicates.find(desk)
    assert found.reasons == ("phone", "name")
    duplicates.keep_apart(desk, "client", *pair)
    assert duplicates.find(desk) == []
    third = clients.add(desk, name="Northwind Traders Limited")
    assert {(one.one.id, one.other.id) for one in duplicates.find(desk)} == {
        (pair[0], third),
        (pair[1], third),
    }
    duplicates.merge(desk, pair[1], third)
    assert duplicates.find(desk) == []
    desk.undo()
    desk.undo()
    desk.undo()
    assert len(duplicates.find(desk)) == 1


def test_a_merge_that_cannot_be_says_why(desk: Desk, pair: tuple[int, int]) -> None:
    with pytest.raises(AmdeskError, match="into itself"):
        duplicates.merge(desk, pair[0], pair[0])
    clients.remove(desk, pair[1])
    with pytest.raises(AmdeskError, match="no longer in the file"):
        duplicates.merge(desk, *pair)


def bring(desk: Desk, file: Path) -> exchange.Counts:
    """Import a file; what came of its rows."""
    return exchange.drain(exchange.run(desk, exchange.preview(desk, file))).counts


@pytest.mark.parametrize("formats", [("csv",), ("json",)])
def test_what_was_decided_leaves_and_comes_back(
    desk: Desk, pair: tuple[int, int], tmp_path: Path, formats: tuple[str, ...]
) -> None:
    third = clients.add(desk, name="Northwind Traders Limited")
    duplicates.keep_apart(desk, "client", pair[0], third)
    duplicates.merge(desk, *pair)
    files = exchange.drain(exchange.export(desk, tmp_path, formats=formats))
    other = desks.desk()
    for file in exchange.in_order(files):
        bring(other, file)
    assert duplicates.find(other) == []
    assert clients.exactly(other, "NWT2") == clients.exactly(other, "NT")
    assert search_of(other, "NWT2") == clients.exactly(other, "NT")


def search_of(desk: Desk, text: str) -> list[int]:
    """The clients that a list searched for this shows."""
    return list(clients.find(desk, text))


@pytest.fixture
def doubled(desk: Desk) -> tuple[int, int]:
    """Two clients with the same four people, known in different ways, and one at each who is only there."""
    first, second = (clients.add(desk, name=name) for name in ("Northwind", "Northwind Ltd"))
    at_first = {"Maya Stern": "maya@n.example", "Dan Reed": "", "Ada Low": "ada@n.example", "Bo": ""}
    at_second = {
        "Stern, Maya": "MAYA@n.example",
        "Dan Reed": "d@n.example",
        "Ada Low": "a@n.example",
        "Eve": "",
    }
    for client, people in ((first, at_first), (second, at_second)):
        for name, mail in people.items():
            person = contacts.add(desk, client, name=name, role="Buyer" if client == second else "")
            if mail:
                contacts.add_address(desk, client, contact_id=person, medium="email", value=mail)
    return first, second


def test_people_at_both_clients_become_one_in_the_same_step(desk: Desk, doubled: tuple[int, int]) -> None:
    there = people_at_both.find(desk, *doubled)
    assert [(one.stays.name, one.is_sure) for one in there] == [
        ("Ada Low", False), ("Maya Stern", True), ("Dan Reed", True),
    ]  # fmt: skip
    before = desks.dump(desk)
    duplicates.merge(desk, *doubled, people=people_at_both.sure(desk, *doubled))
    cards = clients.page(desk, doubled[0]).contacts
    assert sorted(card.contact.name for card in cards) == [
        "Ada Low", "Ada Low", "Bo", "Dan Reed", "Eve", "Maya Stern",
    ]  # fmt: skip
    maya = next(card for card in cards if card.contact.name == "Maya Stern")
    assert (maya.contact.role, [address.value for address in maya.addresses]) == ("Buyer", ["maya@n.example"])
    assert check(desk) == ()
    desk.undo()
    assert desks.dump(desk) == before


def test_who_left_one_client_was_told_apart_or_could_be_two_is_looked_at(
    desk: Desk, doubled: tuple[int, int]
) -> None:
    first, second = doubled
    maya, dan = (one for one in people_at_both.find(desk, *doubled) if one.is_sure)
    contacts.mark_left(desk, maya.goes.id)
    duplicates.keep_apart(desk, "contact", *dan.ids)
    contacts.add(desk, first, name="Eve")
    contacts.add(desk, first, name="Eve")
    found = people_at_both.find(desk, first, second)
    assert {one.goes.name: one.is_sure for one in found} == {
        "Stern, Maya": False, "Ada Low": False, "Eve": False,
    }  # fmt: skip
