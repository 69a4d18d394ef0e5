"""Contacts who stand at two clients that become one: who is the same person, surely or perhaps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from amdesk.domain.duplicate import Known, Pair, as_colleagues, is_surely_one, name_letters
from amdesk.domain.merge_choices import Choice, choices
from amdesk.services.desk import Desk
from amdesk.store import contacts, uniting
from amdesk.store import duplicates as store

_MOST = 12  # people with one number or name: what more of them share says nothing


@dataclass(frozen=True, slots=True)
class AtBoth:
    """A contact of the client that stays, one of the client that goes, and what there is to choose."""

    stays: Known
    goes: Known
    reasons: tuple[str, ...]
    is_sure: bool
    choices: tuple[Choice, ...]

    @property
    def ids(self) -> tuple[int, int]:
        """Who stays and who goes, as ``merging`` takes them."""
        return self.stays.id, self.goes.id


def find(desk: Desk, stays: int, goes: int) -> tuple[AtBoth, ...]:
    """Who is likely at both of two clients, those to be looked at first; of each who goes the likeliest one.

    Those the person told apart are left out.
    """
    ours, theirs = (_people(desk, client) for client in (stays, goes))
    apart = store.apart(desk.store)
    by_key: dict[str, list[Known]] = {}
    for one in ours:
        for key in _keys(one):
            by_key.setdefault(key, []).append(one)
    found: list[Pair] = []
    for other in theirs:
        held = (by_key.get(key, ()) for key in _keys(other))
        likely = {one.id: one for some in held if len(some) <= _MOST for one in some}
        free = (one for one in likely.values() if tuple(sorted((one.uuid, other.uuid))) not in apart)
        found += (Pair(0, one, other, said) for one in free if (said := as_colleagues(one, other)))
    meant = Counter(known.id for pair in found for known in (pair.one, pair.other))
    made = [_at_both(desk, pair, is_alone=_is_alone(pair, meant)) for pair in _likeliest(found)]
    return tuple(sorted(made, key=lambda one: one.is_sure))


def sure(desk: Desk, stays: int, goes: int) -> Mapping[tuple[int, int], Mapping[str, str]]:
    """Those whom nobody needs to look at, as ``merging`` takes them: nothing that is filled in is lost."""
    return {one.ids: {} for one in find(desk, stays, goes) if one.is_sure}


def _people(desk: Desk, client_id: int) -> list[Known]:
    ids = [person.id for person in contacts.of_client(desk.store, client_id)]
    return list(store.known(desk.store, "contact", ids).values())


def _keys(one: Known) -> Iterator[str]:
    """By what two are looked up who can be one."""
    yield from one.own
    if letters := name_letters("contact", one.name):
        yield letters


def _likeliest(pairs: Iterable[Pair]) -> list[Pair]:
    """The pair that speaks most strongly for each who goes, and each who stays once."""
    found: dict[int, Pair] = {}
    taken: set[int] = set()
    for pair in sorted(pairs, key=lambda pair: (-pair.weight, pair.one.id, pair.other.id)):
        if pair.other.id not in found and pair.one.id not in taken:
            found[pair.other.id] = pair
            taken.add(pair.one.id)
    return [found[one] for one in sorted(found)]


def _is_alone(pair: Pair, meant: Mapping[int, int]) -> bool:
    """Whether nobody else could be meant as well."""
    return meant[pair.one.id] == meant[pair.other.id] == 1


def _at_both(desk: Desk, pair: Pair, *, is_alone: bool) -> AtBoth:
    one, other = (uniting.row(desk.store, "contact", known.id) or {} for known in (pair.one, pair.other))
    at_one = {**other, "client_id": one["client_id"]}
    is_sure = is_alone and is_surely_one(pair.one, pair.other)
    return AtBoth(pair.one, pair.other, pair.reasons, is_sure, choices("contact", one, at_one))
