"""Records that are likely one: found and said why, told apart, or merged as one step."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from amdesk.domain import duplicate
from amdesk.domain.duplicate import Known, Pair
from amdesk.domain.errors import AmdeskError, gone
from amdesk.domain.merge_choices import Choice, choices, chosen, unasked
from amdesk.domain.messages import N_
from amdesk.services import backups, recent
from amdesk.services import contacts as people
from amdesk.services.desk import Desk
from amdesk.services.exporting import Progress
from amdesk.services.merged import NOUNS
from amdesk.store import clients, contacts, records, unfinished, uniting
from amdesk.store import duplicates as store


@dataclass(frozen=True, slots=True)
class Both:
    """Two records before one goes into the other: what can be chosen, and how much ``moves``, by its noun."""

    noun: str
    stays: Known
    goes: Known
    choices: tuple[Choice, ...]
    moves: Mapping[str, int]


def find(desk: Desk) -> list[Pair]:
    """Pairs of clients, and of contacts, that are likely one; the strongest reasons first, groups together.

    Those the person told apart are left out, and contacts whose clients stand here themselves.
    """
    apart = store.apart(desk.store)
    of_clients = _judged(desk, "client", apart)
    asked = {(one.one.id, one.other.id) for one in of_clients if one.is_strong}
    of_contacts = [
        one
        for one in _judged(desk, "contact", apart)
        if tuple(sorted((one.one.client_id, one.other.client_id))) not in asked
    ]
    return _in_groups([*of_clients, *of_contacts])


def newest(desk: Desk) -> dict[str, int]:
    """The greatest ids there are now: what comes later is newer."""
    return {noun: records.last_id(desk.store, noun) for noun in NOUNS}


def since(desk: Desk, before: Mapping[str, int]) -> list[Pair]:
    """Pairs that speak strongly and came with what is newer than that, as after an import."""
    return [one for one in find(desk) if one.is_strong and one.other.id > before[one.noun]]


def _judged(desk: Desk, noun: str, apart: set[tuple[str, str]]) -> list[Pair]:
    """The pairs of a noun that the rules find likely to be one."""
    ids = store.pairs(desk.store, noun)
    there = store.known(desk.store, noun, {one for pair in ids for one in pair})
    found = []
    for first, second in sorted(ids):
        one, other = there.get(first), there.get(second)
        if one is None or other is None or tuple(sorted((one.uuid, other.uuid))) in apart:
            continue
        if said := duplicate.reasons(one, other):
            found.append(Pair(0, one, other, said))
    return found


def _in_groups(pairs: Iterable[Pair]) -> list[Pair]:
    """Those that hang together stand together, the group with the strongest pair first."""
    found = sorted(
        pairs, key=lambda one: (not one.is_strong, -one.weight, one.noun, one.one.id, one.other.id)
    )
    heads: dict[tuple[str, int], tuple[str, int]] = {}

    def head(of: tuple[str, int]) -> tuple[str, int]:
        while heads.setdefault(of, of) != of:
            of = heads[of]
        return of

    for pair in found:
        heads[head((pair.noun, pair.other.id))] = head((pair.noun, pair.one.id))
    groups: dict[tuple[str, int], int] = {}
    numbered = [
        replace(pair, group=groups.setdefault(head((pair.noun, pair.one.id)), len(groups))) for pair in found
    ]
    numbered.sort(key=lambda one: one.group)
    return [replace(pair, id=place) for place, pair in enumerate(numbered)]


def keep_apart(desk: Desk, noun: str, one: int, other: int) -> None:
    """The person says that two records are not the same: they are not suggested again."""
    first, second = known(desk, noun, one), known(desk, noun, other)
    with desk.step(N_("Keep apart")):
        store.keep_apart(desk.store, first.uuid, second.uuid, at=desk.now())


def both(desk: Desk, noun: str, stays: int, goes: int) -> Both:
    """What there is to choose, and what moves, when one record goes into another."""
    one, other = _rows(desk, noun, stays, goes)
    return Both(
        noun, known(desk, noun, stays), known(desk, noun, goes),
        choices(noun, one, other), uniting.counts(desk.store, noun, goes),
    )  # fmt: skip


def merging(
    desk: Desk, stays: int, goes: int, *, noun: str = "client", wanted: Mapping[str, str] | None = None,
    people: Mapping[tuple[int, int], Mapping[str, str]] | None = None,
) -> Generator[Progress, None, None]:  # fmt: skip
    """Let one record go into another, as one step, after a backup; all that belongs to it moves.

    ``wanted`` says of fields whose value stays (``stays``, ``goes``, of notes ``both``). The name and the
    code of the one that went find the one that stayed; references that were given stay as they are.
    ``people`` are contacts of the two clients who become one in the same step, by the ids of who stays and
    who goes, with what is ``wanted`` of them.
    """
    if stays == goes:
        raise AmdeskError(N_("A record cannot be merged into itself. Choose another one."))
    _rows(desk, noun, stays, goes)
    yield from backups.before_change(desk)
    with desk.step(N_("Merge clients") if noun == "client" else N_("Merge contacts")):
        _become_one(desk, noun, stays, goes, wanted or {})
        for (kept, went), said in (people or {}).items():
            _become_one(desk, "contact", kept, went, said)


def _become_one(desk: Desk, noun: str, stays: int, goes: int, wanted: Mapping[str, str]) -> None:
    one, other = _rows(desk, noun, stays, goes)
    values = chosen(noun, choices(noun, one, other), wanted) | unasked(noun, one, other)
    uniting.unite(desk.store, noun, stays, goes, at=desk.now())
    _write(desk, noun, stays, values)
    if noun == "contact":
        uniting.settle(desk.store, stays)
    recent.rename(desk, f"{noun}:{goes}", f"{noun}:{stays}")
    if noun == "client":
        unfinished.lead(desk.store, goes, stays)


def merge(desk: Desk, stays: int, goes: int, **more: Any) -> None:
    """``merging`` to its end, for who does not look at its progress."""
    for _progress in merging(desk, stays, goes, **more):
        pass


def like_client(desk: Desk, *, name: str, reach: Iterable[tuple[str, str]] = (), country: str) -> Pair | None:
    """The client in use who is most likely the one being typed, if there is one."""
    typed = _typed("client", name, reach, country, client_id=0)
    ids = {client for client, _contact in store.same_number(desk.store, [*typed.own])} if typed.own else set()
    letters = duplicate.name_letters("client", name)
    ids.update(store.same_letters(desk.store, letters) if letters else ())
    return _most_like(desk, typed, ids)


def like_contact(
    desk: Desk, client_id: int, *, name: str, reach: Iterable[tuple[str, str]] = ()
) -> Pair | None:
    """The contact in use, here or at another client, who is most likely the person being typed."""
    typed = _typed("contact", name, reach, people.country_of(desk, client_id), client_id=client_id)
    numbers = store.same_number(desk.store, [*typed.own]) if typed.own else []
    ids = {contact for _client, contact in numbers if contact is not None}
    letters = duplicate.name_letters("contact", name)
    ids.update(store.same_letters(desk.store, letters, client_id=client_id) if letters else ())
    return _most_like(desk, typed, ids)


def likely(desk: Desk, noun: str, row_id: int) -> list[Pair]:
    """Who is likely the same as a record: pairs with it as the first, the strongest reason first."""
    one = known(desk, noun, row_id)
    place = 0 if noun == "client" else 1
    ids = {row[place] for row in (store.same_number(desk.store, [*one.reach]) if one.reach else [])}
    if letters := duplicate.name_letters(noun, one.name):
        ids.update(store.same_letters(desk.store, letters, client_id=one.client_id if place else None))
    others = store.known(desk.store, noun, [id_ for id_ in ids if id_ is not None and id_ != row_id])
    pairs = [Pair(0, one, other, duplicate.reasons(one, other)) for other in others.values()]
    return sorted((pair for pair in pairs if pair.reasons), key=lambda pair: -pair.weight)


def _typed(noun: str, name: str, reach: Iterable[tuple[str, str]], country: str, *, client_id: int) -> Known:
    """What is being typed, as it would be compared."""
    numbers = {people.normal(medium, value, country) for medium, value in reach}
    own = frozenset(one for one in numbers if one and ("@" not in one or "." in one))
    return Known(noun, 0, "", name, client_id, country=None, own=own)


def _most_like(desk: Desk, typed: Known, ids: Iterable[int]) -> Pair | None:
    there = store.known(desk.store, typed.noun, ids)
    pairs = [Pair(0, one, typed, duplicate.reasons(one, typed)) for one in there.values()]
    return max((one for one in pairs if one.is_strong), key=lambda one: one.weight, default=None)


def by_uuid(desk: Desk, noun: str, uuid: str) -> int | None:
    """The id of a record in use, by its UUID or that of one that was merged into it."""
    found = records.ids(desk.store, noun, [uuid]).get(uuid)
    return found if found is not None and uniting.row(desk.store, noun, found) else None


def known(desk: Desk, noun: str, row_id: int) -> Known:
    """What is compared of a record in use; an AmdeskError where there is none any more."""
    found = store.known(desk.store, noun, [row_id]).get(row_id)
    if found is None:
        raise gone(noun)
    return found


def _rows(desk: Desk, noun: str, stays: int, goes: int) -> tuple[dict[str, object], dict[str, object]]:
    one, other = uniting.row(desk.store, noun, stays), uniting.row(desk.store, noun, goes)
    if one is None or other is None:
        raise gone(noun)
    return one, other


def _write(desk: Desk, noun: str, row_id: int, values: dict[str, object]) -> None:
    """The values chosen; sorting keys come with names."""
    (clients if noun == "client" else contacts).update(desk.store, row_id, values)
