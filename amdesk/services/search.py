"""Finding anything by its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from amdesk.domain.goal import GoalLine
from amdesk.domain.messages import N_, Message, Words
from amdesk.domain.text import fold
from amdesk.i18n.catalog import current
from amdesk.i18n.format import listed
from amdesk.services import clients, goals, interactions, summaries
from amdesk.services.desk import Desk
from amdesk.store import contacts
from amdesk.store import goals as store

# What can be found, with what it is called (message ids).
KIND_NAMES: Mapping[str, Words] = {
    "client": N_("Client"),
    "contact": Message.named("found", "Contact"),
    "goal": N_("Goal"),
    "interaction": N_("Call log"),
}
_AROUND = 40  # letters shown on either side of the word found


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: ``kind`` is one of ``KIND_NAMES``; ``snippet`` is text around the word."""

    kind: str
    id: int
    uuid: str
    client_id: int
    client: str
    title: str
    snippet: str


def search(desk: Desk, text: str, *, limit: int = 50) -> list[Hit]:
    """Clients (and their people) first, then goals, then calls, newest first; at most ``limit`` of each."""
    if not fold(text):
        return []
    found = [_client_hit(desk, one, text) for one in clients.find(desk, text, limit=limit)]
    found += [_goal_hit(one) for one in goals.lines(desk, store.called(desk.store, text, limit=limit))]
    found += [_call_hit(desk, one, text) for one in interactions.find(desk, text, limit=limit)]
    return found


def _client_hit(desk: Desk, client_id: int, text: str) -> Hit:
    client = clients.get(desk, client_id)
    for person in contacts.of_client(desk.store, client_id):
        if _has(person.name, text) and not _has(client.name, text):
            said = snippet(f"{person.role} {person.notes}".strip(), text)
            return Hit("contact", person.id, person.uuid, client.id, client.name, person.name, said)
    said = snippet(client.notes, text) or listed(
        (address.value for address in contacts.addresses(desk.store, client_id)), current()
    )
    return Hit("client", client.id, client.uuid, client.id, client.name, client.name, said)


def _goal_hit(line: GoalLine) -> Hit:
    goal = line.goal
    return Hit("goal", goal.id, goal.uuid, goal.client_id, line.client, goal.name, goal.kpi)


def _call_hit(desk: Desk, interaction_id: int, text: str) -> Hit:
    call = interactions.get(desk, interaction_id)
    client = clients.get(desk, call.client_id)
    newest = summaries.newest(desk, interaction_id)
    lines = [point.text for point in summaries.points(desk, newest.id)] if newest else []
    told = next(
        (line for line in (call.occasion, *lines, call.private_note) if _has(line, text)), call.occasion
    )
    said = snippet(told, text)
    return Hit("interaction", call.id, call.uuid, client.id, client.name, call.reference, said)


def _has(said: str, text: str) -> bool:
    folded = fold(said)
    return any(word in folded for word in fold(text).split())


def snippet(said: str, text: str) -> str:
    """The part of a raw text around the first word that matches, with … where it was cut."""
    wanted = fold(text).split()
    place = 0
    for word in said.split():
        start = said.index(word, place)
        place = start + len(word)
        if any(one in fold(word) for one in wanted):
            return _cut(said, start, place)
    return _cut(said, 0, 0)


def _cut(said: str, start: int, end: int) -> str:
    first, last = max(0, start - _AROUND), min(len(said), end + _AROUND)
    return ("…" if first else "") + " ".join(said[first:last].split()) + ("…" if last < len(said) else "")
