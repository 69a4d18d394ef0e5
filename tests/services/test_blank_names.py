"""A name that nobody could see is none."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from amdesk.domain.errors import AmdeskError
from amdesk.services import clients, contacts
from amdesk.services.desk import Desk
from amdesk.services.open_desk import open_in_memory

UNSEEN = ["", "  ", "\u200f\u200e", "\u2067\u2069", "\u200b\ufeff", "\u00a0\u3000", "\u0301", "\u3164"]


@pytest.fixture
def desk() -> Iterator[Desk]:
    made = open_in_memory()
    yield made
    made.close()


@pytest.mark.parametrize("name", UNSEEN)
def test_a_client_is_not_called_by_marks_of_direction(desk: Desk, name: str) -> None:
    with pytest.raises(AmdeskError, match="needs a name") as refused:
        clients.add(desk, name=name)
    assert refused.value.beside == "name"


@pytest.mark.parametrize("name", UNSEEN)
def test_a_contact_is_not_called_by_marks_of_direction(desk: Desk, name: str) -> None:
    client = clients.add(desk, name="\u200fשלום")
    with pytest.raises(AmdeskError, match="needs a name"):
        contacts.add(desk, client, name=name)
    assert contacts.get(desk, contacts.add(desk, client, name="O’Neill ✓")).name == "O’Neill ✓"


def test_a_name_is_kept_without_the_direction_it_was_written_in(desk: Desk) -> None:
    client = clients.add(desk, name="\u200fAcme Inc. ")
    assert clients.get(desk, client).name == "Acme Inc."
    person = contacts.add(desk, client, name="\u200eדנה לוי")
    assert contacts.get(desk, person).name == "דנה לוי"
