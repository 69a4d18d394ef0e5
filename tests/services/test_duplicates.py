"""Which records are suggested as one: labelled pairs in five scripts, and what an editor says of them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from amdesk.domain.duplicate import Pair
from amdesk.domain.messages import N_
from amdesk.services import clients, contacts, duplicates
from amdesk.services.desk import Desk
from tests import desks

DATA = Path(__file__).parents[1] / "data" / "duplicates.csv"
Pairs = set[tuple[str, int, int]]


@pytest.fixture(scope="module")
def labelled() -> tuple[Desk, dict[str, Pairs]]:
    """A desk with every labelled pair, and what the labels say of them."""
    desk = desks.desk()
    said: dict[str, Pairs] = {"yes": set(), "no": set()}
    houses: dict[str, int] = {}
    with DATA.open(encoding="utf-8") as stream, desk.step(N_("Import")):
        for row in csv.DictReader(stream):
            one = _add(desk, row, "", houses)
            other = _add(desk, row, "other ", houses)
            said[row["same"]].add((row["noun"], min(one, other), max(one, other)))
    return desk, said


def test_nearly_all_that_are_the_same_are_found_and_none_that_are_not(
    labelled: tuple[Desk, dict[str, Pairs]],
) -> None:
    desk, said = labelled
    found = duplicates.find(desk)
    strong = {_key(one) for one in found if one.is_strong}
    every = {_key(one) for one in found}
    assert len(said["yes"]) + len(said["no"]) >= 120
    assert _named(desk, strong - said["yes"]) == []  # precision: what is not the same is never suggested so
    assert len(every & said["yes"]) >= 0.9 * len(said["yes"]), _named(desk, said["yes"] - every)
    assert len(strong & said["yes"]) >= 0.8 * len(said["yes"])


def test_the_strongest_reasons_come_first_and_groups_stay_together(
    labelled: tuple[Desk, dict[str, Pairs]],
) -> None:
    found = duplicates.find(labelled[0])
    groups = [one.group for one in found]
    assert groups == sorted(groups)
    firsts = [one.is_strong for place, one in enumerate(found) if one.group not in groups[:place]]
    assert firsts == sorted(firsts, reverse=True)
    assert [one.id for one in found] == list(range(len(found)))


def test_several_of_one_name_are_one_group() -> None:
    desk = desks.desk()
    ids = [clients.add(desk, name=name) for name in ("Harbour", "Harbour Ltd", "HARBOUR")]
    found = duplicates.find(desk)
    assert {one.group for one in found} == {0}
    duplicates.merge(desk, ids[0], ids[1])
    duplicates.merge(desk, ids[0], ids[2])
    assert duplicates.find(desk) == []


def test_who_left_and_is_at_another_client_now_stays_two_people() -> None:
    desk = desks.desk()
    _client, maya = desks.client_with_contact(desk)
    second = clients.add(desk, name="Harbour")
    there = contacts.add(desk, second, name="Maya Stern")
    contacts.add_address(desk, second, contact_id=there, medium="phone", value="07700 900123")
    assert [one.noun for one in duplicates.find(desk) if one.is_strong] == ["contact"]
    contacts.mark_left(desk, maya)
    assert not [one for one in duplicates.find(desk) if one.is_strong]


def test_an_editor_hears_who_is_there_already() -> None:
    desk = desks.desk()
    client, maya = desks.client_with_contact(desk)
    like = duplicates.like_client(desk, name="NORTHWIND traders ltd", country="GB")
    assert like is not None
    assert (like.one.id, like.reasons) == (client, ("name",))
    assert duplicates.like_client(desk, name="", country="GB") is None
    person = duplicates.like_contact(desk, client, name="Maya", reach=[("phone", "07700 900123")])
    assert person is not None
    assert (person.one.id, person.reasons) == (maya, ("phone",))


def test_what_is_in_the_trash_is_not_suggested_and_what_comes_back_is() -> None:
    desk = desks.desk()
    clients.add(desk, name="Harbour")
    clients.remove(desk, clients.add(desk, name="Harbour Ltd"))
    assert duplicates.find(desk) == []
    desk.undo()
    assert len(duplicates.find(desk)) == 1


def _add(desk: Desk, row: dict[str, str], side: str, houses: dict[str, int]) -> int:
    """One of a pair; the id of its client or contact."""
    name, company, language = (row[f"{side}{column}"] for column in ("name", "company", "language"))
    if row["noun"] == "client":
        owner, contact = clients.add(desk, name=name, language=language), None
    else:
        house = (row["company"] if company == "=" else company).lstrip("=")
        if house not in houses:
            houses[house] = clients.add(desk, name=house, language=language)
        owner = houses[house]
        contact = contacts.add(desk, owner, name=name)
    for medium in ("email", "phone"):
        if row[side + medium]:
            contacts.add_address(desk, owner, contact_id=contact, medium=medium, value=row[side + medium])
    return contact if contact is not None else owner


def _key(one: Pair) -> tuple[str, int, int]:
    return one.noun, one.one.id, one.other.id


def _named(desk: Desk, pairs: Pairs) -> list[str]:
    def name(noun: str, id_: int) -> str:
        return clients.get(desk, id_).name if noun == "client" else contacts.get(desk, id_).name

    return [f"{name(noun, one)} / {name(noun, other)}" for noun, one, other in sorted(pairs)]
