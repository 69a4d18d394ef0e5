"""What is found by a few letters of its name: clients, people, calls; with slips, in every script."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest

from amdesk.services import clients, contacts, goals, interactions, palette, recent
from amdesk.services.desk import Desk
from amdesk.services.ranking import fits, ranked
from amdesk.services.search import search
from tests import desks


@pytest.fixture
def desk() -> Iterator[Desk]:
    made = desks.desk()
    desks.client_with_contact(made)
    for name, language in (
        ("Harbour & Vale", "en"),
        ("Берёзовая роща", "ru"),
        ("علی‌پور و شرکا", "fa"),
        ("שיווק כרמל", "he"),
        ("Γαλάζιο Κύμα", "el"),
    ):
        clients.add(made, name=name, language=language)
    yield made
    made.close()


def labels(desk: Desk, text: str) -> list[str]:
    return [record.label for record in palette.find(desk, text)]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("березовая", "Берёзовая роща"),
        ("عليپور", "علی‌پور و شرکا"),
        ("שִׁיווּק", "שיווק כרמל"),
        ("γαλαζιο", "Γαλάζιο Κύμα"),
        ("har vale", "Harbour & Vale"),
        ("harbuor", "Harbour & Vale"),
        ("nortwhind", "Northwind Traders"),
        ("maya stren", "Maya Stern"),
        ("7700 900123", "Maya Stern"),
    ],
)
def test_a_name_is_found_however_it_is_typed(desk: Desk, typed: str, found: str) -> None:
    assert found in labels(desk, typed)


def test_a_goal_is_found_by_its_name_and_its_kpi_with_its_client(desk: Desk) -> None:
    northwind = clients.named(desk, "Northwind Traders")
    goal = goals.add(
        desk, client_id=northwind, name="Стоимость заявки", kpi="CPL", direction="down",
        baseline=Decimal(90), target=Decimal(60), start_on=desk.today(), due_on=date(2027, 6, 1),
    )  # fmt: skip
    for typed in ("стоимость", "cpl", "заявки cpl"):
        (found,) = (record for record in palette.find(desk, typed) if record.kind == "goal")
        assert (found.id, found.detail) == (goal, ("Northwind Traders", "CPL"))
        assert palette.by_key(desk, found.key) == found
        assert [hit.title for hit in search(desk, typed) if hit.kind == "goal"] == ["Стоимость заявки"]
    goals.trash(desk, goal)
    assert palette.by_key(desk, found.key) is None
    assert [hit for hit in search(desk, "cpl") if hit.kind == "goal"] == []


def test_a_call_is_found_by_its_reference_and_its_newest_by_the_code(desk: Desk) -> None:
    northwind = clients.named(desk, "Northwind Traders")
    first, second = (interactions.log(desk, client_id=northwind, occasion=one) for one in ("one", "two"))
    reference = interactions.get(desk, first).reference
    code = clients.get(desk, northwind).code
    assert palette.find(desk, reference)[-1].id == first
    calls = [record.id for record in palette.find(desk, code) if record.kind == "interaction"]
    assert calls == [second, first]
    assert [one.id for one in palette.find(desk, f"{code} 001")] == [first]


def test_a_record_is_found_again_by_its_key_until_it_is_gone(desk: Desk) -> None:
    northwind = clients.named(desk, "Northwind Traders")
    call = interactions.log(desk, client_id=northwind, occasion="Rates")
    maya = clients.page(desk, northwind).contacts[0].contact.id
    keys = (f"client:{northwind}", f"contact:{maya}", f"interaction:{call}")
    assert [found.key for key in keys if (found := palette.by_key(desk, key))] == list(keys)
    contacts.remove(desk, maya)
    assert palette.by_key(desk, keys[1]) is None
    clients.remove(desk, northwind)
    assert palette.by_key(desk, keys[0]) is None
    assert palette.by_key(desk, "client:one") is None


def test_what_was_chosen_last_comes_first_and_once(desk: Desk) -> None:
    for key in ("client:1", "command:call.log", "client:1"):
        recent.note(desk, key)
    assert recent.listed(desk) == ["client:1", "command:call.log"]
    assert desk.undo_label != "recent"


def test_the_very_word_comes_before_its_beginning_before_its_middle_before_a_slip() -> None:
    names = ["Imort", "Reimport", "Import a list", "List to import", "Import"]
    assert ranked("import", names, names=lambda one: (one,)) == [
        "Import", "Import a list", "List to import", "Reimport", "Imort",
    ]  # fmt: skip


def test_initials_are_enough_and_a_slip_in_a_short_word_is_not_forgiven() -> None:
    assert fits("lac", "Log a call") > 80
    assert fits("lug", "Log a call") == 0
    assert fits("setings", "Settings") > 0
    assert fits("", "Settings") == 0
