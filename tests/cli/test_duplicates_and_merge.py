"""``amdesk duplicates`` and ``amdesk merge``."""

from __future__ import annotations

import pytest

from amdesk.services import clients, contacts, interactions
from tests.cli.terminal import Terminal
from tests.desks import open_desk


@pytest.fixture
def twins(northwind: Terminal) -> Terminal:
    """Northwind Traders came in a second time, with a call and a person of its own."""
    desk = open_desk(northwind.folder)
    second = clients.add(desk, name="NORTHWIND Traders Ltd", code="NW2", notes="Pays late", tier="B")
    contacts.add(desk, second, name="Dan Reed")
    interactions.log(desk, client_id=second, occasion="Budget")
    desk.close()
    return northwind


def test_pairs_are_listed_with_their_reasons(twins: Terminal) -> None:
    shown = twins("duplicates").out
    assert "NORTHWIND Traders Ltd (NW2)" in shown
    assert "the same name" in shown
    (pair,) = twins("duplicates", "--json").json
    assert pair.keys() == {"kind", "group", "strong", "reasons", "one", "other"}
    assert (pair["kind"], pair["strong"], pair["reasons"]) == ("client", True, ["name"])
    assert (pair["one"]["code"], pair["other"]["code"]) == ("NWT", "NW2")


def test_a_client_goes_into_another_and_its_code_still_finds_it(twins: Terminal) -> None:
    kept = twins("merge", "NWT", "NW2", "--take", "tier", "--join-notes", "--json").json
    assert (kept["code"], kept["name"]) == ("NWT", "Northwind Traders")
    (client,) = twins("clients", "NW2", "--json").json
    assert (client["code"], client["tier"]) == ("NWT", "B")
    assert client["notes"] == "Prefers WhatsApp\nPays late"
    assert [one["name"] for one in client["contacts"]] == ["Maya Stern", "Dan Reed"]
    assert twins("log", "NW2", "Another call", "--json").json["reference"].startswith("NWT-")
    assert twins("duplicates").out == "No duplicates\n"
    assert list((twins.folder / "backups").glob("amdesk-*.zip"))


@pytest.mark.parametrize("options", [(), ("--leave-contacts",)])
def test_people_at_both_become_one_unless_they_are_to_be_left(
    twins: Terminal, options: tuple[str, ...]
) -> None:
    desk = open_desk(twins.folder)
    contacts.add(desk, clients.named(desk, "NW2"), name="Stern, Maya")
    desk.close()
    told = twins("merge", "NWT", "NW2", *options).out
    assert ("1 person who was at both is one contact." in told) is not bool(options)
    (client,) = twins("clients", "NWT", "--json").json
    assert len(client["contacts"]) == (3 if options else 2)


def test_two_that_are_not_the_same_are_left_alone(twins: Terminal) -> None:
    assert twins("merge", "NWT", "NW2", "--not-the-same").out == "Noted: not the same\n"
    assert twins("duplicates", "--json").json == []
    assert len(twins("clients", "--json").json) == 2


def test_contacts_are_named_by_their_uuids(twins: Terminal) -> None:
    first, second = twins("clients", "--json").json
    uuids = [one["contacts"][0]["uuid"] for one in sorted((first, second), key=lambda one: one["code"])]
    kept = twins("merge", uuids[1], uuids[0], "--contacts", "--json").json
    assert (kept["kind"], kept["name"]) == ("contact", "Maya Stern")
    refused = twins("merge", "Maya", "Dan", "--contacts")
    assert (refused.code, refused.out) == (1, "")
    assert "No contact has the UUID Maya" in refused.err


def test_what_cannot_be_merged_says_why(twins: Terminal) -> None:
    assert "into itself" in twins("merge", "NWT", "NWT").err
    assert twins("merge", "NWT", "Nobody").code == 1
    wrong = twins("merge", "NWT", "NW2", "--take", "colour")
    assert (wrong.code, wrong.out) == (2, "")
    assert "There is no field colour" in wrong.err
