"""Records by their names: clients, people, goals and calls that fit a few letters, or one by its key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from amdesk.domain.client import ClientLine
from amdesk.domain.goal import GoalLine
from amdesk.domain.interaction import CallLine
from amdesk.domain.text import fold
from amdesk.services import merged, picking, ranking
from amdesk.services.desk import Desk
from amdesk.store import clients, contacts, goals, interactions
from amdesk.store import picking as store

_MOST = 30
_CALLS = 5  # of one code: its newest
_GOALS = 10
_ENOUGH = 3  # with fewer found by their letters, what is nearly written so is looked for as well


@dataclass(frozen=True, slots=True)
class Record:
    """A client, a contact, a goal or an interaction (``kind``): its name and what tells it from its like."""

    kind: str
    id: int
    client_id: int
    label: str
    detail: tuple[str, ...]

    @property
    def key(self) -> str:
        """What finds it again."""
        return f"{self.kind}:{self.id}"


def find(desk: Desk, text: str) -> list[Record]:
    """What fits: clients and people as in choosing a client, then goals, then calls by their reference.

    The file finds the candidates; only those are ranked, so that it stays quick with any number of clients.
    """
    found = [_chosen(choice) for choice in picking.pick(desk, text, limit=_MOST)]
    if len(found) < _ENOUGH:
        found += _nearly(desk, text, {record.key for record in found})
    return [*found, *_goals(desk, text), *_calls(desk, text)]


def by_key(desk: Desk, key: str) -> Record | None:
    """The record with this key, or the one into which it was merged, unless it is gone."""
    kind, _, number = key.partition(":")
    if kind not in _READERS or not number.isdecimal():
        return None
    id_ = merged.stayed(desk, kind, int(number))
    return next(iter(_READERS[kind](desk, id_)), None) if store.is_there(desk.store, kind, id_) else None


def _chosen(choice: picking.Choice) -> Record:
    if choice.contact_id is None:
        return Record("client", choice.client_id, choice.client_id, choice.label, choice.detail)
    return Record("contact", choice.contact_id, choice.client_id, choice.label, choice.detail)


def _nearly(desk: Desk, text: str, known: set[str]) -> list[Record]:
    """Clients and people whose names are written nearly so: a slip, two letters changed over."""
    lines = clients.lines(desk.store, store.near(desk.store, text))
    names = {line.id: line.name for line in lines}
    people = [
        Record("contact", row["id"], row["client_id"], row["name"], (names[row["client_id"]],))
        for row in store.people(desk.store, list(names))
    ]
    records = [one for one in (*map(_client, lines), *people) if one.key not in known]
    return ranking.ranked(text, records, names=lambda one: (one.label,))[:_MOST]


def _calls(desk: Desk, text: str) -> list[Record]:
    parts = fold(text).upper().split()
    if not parts or len(parts[0]) < 2 or not parts[0].isascii() or parts[0].isdigit():
        return []
    found = store.referred_to(desk.store, parts, limit=_CALLS)
    return [_call(line) for line in interactions.lines(desk.store, found)]


def _goals(desk: Desk, text: str) -> list[Record]:
    found = goals.called(desk.store, text, limit=_GOALS)
    return [_goal(line) for line in goals.lines(desk.store, found, today=desk.today())]


def _goal(line: GoalLine) -> Record:
    detail = tuple(filter(None, (line.client, line.goal.kpi)))
    return Record("goal", line.id, line.goal.client_id, line.goal.name, detail)


def _client(line: ClientLine) -> Record:
    return Record("client", line.id, line.id, line.name, tuple(filter(None, (line.code, line.people))))


def _call(line: CallLine) -> Record:
    detail = tuple(filter(None, (line.client, line.occasion)))
    return Record("interaction", line.id, line.client_id, line.reference, detail)


def _read_client(desk: Desk, id_: int) -> list[Record]:
    return [_client(line) for line in clients.lines(desk.store, [id_])]


def _read_contact(desk: Desk, id_: int) -> list[Record]:
    person = contacts.get(desk.store, id_)
    if person is None or not store.is_there(desk.store, "client", person.client_id):
        return []
    lines = clients.lines(desk.store, [person.client_id])
    detail = ((line.name, person.role) for line in lines)
    return [
        Record("contact", id_, person.client_id, person.name, tuple(filter(None, told))) for told in detail
    ]


def _read_call(desk: Desk, id_: int) -> list[Record]:
    return [_call(line) for line in interactions.lines(desk.store, [id_])]


def _read_goal(desk: Desk, id_: int) -> list[Record]:
    found = goals.lines(desk.store, [id_], today=desk.today())
    return [_goal(line) for line in found if store.is_there(desk.store, "client", line.goal.client_id)]


_READERS: Mapping[str, Callable[[Desk, int], list[Record]]] = {
    "client": _read_client,
    "contact": _read_contact,
    "goal": _read_goal,
    "interaction": _read_call,
}
