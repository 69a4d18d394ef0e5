"""Choosing a client, or a person there, by any part of a name, number or address."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from amdesk.domain.client import ClientLine
from amdesk.domain.text import fold, phone_key, squash
from amdesk.services.desk import Desk
from amdesk.store import clients, picking

# Looked through for the best ones: nobody has more clients that match what was typed and reads on.
_MOST = 300


@dataclass(frozen=True, slots=True)
class Choice:
    """A client, or a contact at one; ``label`` is its name and ``detail`` what tells it from its like."""

    client_id: int
    contact_id: int | None
    label: str
    detail: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Person:
    id: int
    name: str
    role: str


def pick(desk: Desk, text: str, *, limit: int = 20) -> list[Choice]:
    """The best matches first; without a text, the clients spoken to last."""
    if not fold(text):
        recent = clients.find(desk.store, sort="last_contact_at", descending=True)[:limit]
        return [_client(line) for line in clients.lines(desk.store, recent)]
    found = clients.lines(desk.store, clients.find(desk.store, text)[:_MOST])
    ids = [line.id for line in found]
    people = _people(desk, ids)
    numbers = _numbers(desk, ids, text)
    ranked = [one for line in found for one in _choices(line, people.get(line.id, []), numbers, text)]
    ranked.sort(key=lambda one: one[0])
    return [choice for _, choice in ranked[:limit]]


def _choices(
    line: ClientLine, people: list[_Person], numbers: dict[tuple[int, int | None], str], text: str
) -> Iterator[tuple[int, Choice]]:
    """What of a client matches, with its rank: names at their beginning, then within, then numbers."""
    any_found = False
    rank = min(_rank(line.name, text), 0 if fold(line.code) == fold(text) else 9)
    if rank < 9:
        any_found = True
        yield rank, _client(line)
    for person in people:
        number = numbers.get((line.id, person.id), "")
        rank = min(_rank(person.name, text) + 1, 6 if number else 9)
        if rank < 9:
            any_found = True
            detail = (line.name, *filter(None, (person.role, number)))
            yield rank, Choice(line.id, person.id, person.name, detail)
    if not any_found:
        number = numbers.get((line.id, None), "")
        yield 7, _client(line, *filter(None, (number,)))


def _rank(name: str, text: str) -> int:
    folded, wanted = fold(name), fold(text)
    if folded.startswith(wanted):
        return 0
    words = folded.split()
    if all(any(word.startswith(part) for word in words) for part in wanted.split()):
        return 2
    return 4 if squash(text) in squash(name) else 9


def _client(line: ClientLine, *more: str) -> Choice:
    return Choice(line.id, None, line.name, (line.code, *more, *filter(None, (line.people,))))


def _people(desk: Desk, ids: list[int]) -> dict[int, list[_Person]]:
    found: dict[int, list[_Person]] = {}
    for row in picking.people(desk.store, ids):
        found.setdefault(row["client_id"], []).append(_Person(row["id"], row["name"], row["role"]))
    return found


def _numbers(desk: Desk, ids: list[int], text: str) -> dict[tuple[int, int | None], str]:
    """The first number or address of each client and person that holds what was typed."""
    key, wanted = phone_key(text), squash(text)
    found: dict[tuple[int, int | None], str] = {}
    for row in picking.addresses(desk.store, ids):
        same_number = len(key) >= 3 and key in phone_key(row["value"])
        if same_number or (len(wanted) >= 2 and wanted in squash(row["value"])):
            found.setdefault((row["client_id"], row["contact_id"]), row["value"])
    return found
