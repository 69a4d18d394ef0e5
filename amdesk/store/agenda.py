"""What the rules of Today look at: at most so many of each kind, key clients first, then the longest wait."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from amdesk.domain.agenda import OpenCall, Waiting
from amdesk.domain.client import TIERS
from amdesk.i18n.languages import country_for
from amdesk.store.driver import Row
from amdesk.store.migrations import DUE_BY_CADENCE, OPEN
from amdesk.store.store import Store
from amdesk.store.table import decode, encode, noun

_KEY = "(c.vip OR c.tier IS 'A')"
_OPEN_CALLS = f"""
SELECT i.id AS interaction_id, i.uuid AS interaction_uuid, i.reference, i.state, i.started_at, i.minutes,
  i.client_id, c.name AS client, {_KEY} AS is_key, c.country, c.language, s.id AS summary_id,
  s.uuid AS summary_uuid, s.handed_over_at, s.sent_at, coalesce(s.chases, 0) AS chases, s.chased_at
FROM (
    SELECT i.id FROM interaction i JOIN client c ON c.id = i.client_id
    WHERE i.deleted_at IS NULL AND c.deleted_at IS NULL AND i.outcome = 'reached' AND i.{OPEN}
      AND i.state = :state AND i.started_at <= :now {{only}} AND NOT EXISTS (
        SELECT 1 FROM summary s JOIN outgoing o ON o.summary_id = s.id AND o.kind = 'summary'
          JOIN posting p ON p.message_id = o.message_id
        WHERE :state = 'handed_over' AND s.interaction_id = i.id AND s.state = 'handed_over'
          AND p.state IN ('waiting', 'giving'))
    ORDER BY {{order}} LIMIT :limit
  ) AS found JOIN interaction i ON i.id = found.id JOIN client c ON c.id = i.client_id
  LEFT JOIN summary s ON s.interaction_id = i.id AND s.version = (
    SELECT max(version) FROM summary WHERE interaction_id = i.id)
ORDER BY {{order}}
"""
# Key clients are asked for by themselves: to sort them before all others, all would have to be read.
_WANTED = _OPEN_CALLS.format(order="i.started_at", only=f"AND {_KEY} = :is_key")
_NEWEST = _OPEN_CALLS.format(order="i.started_at DESC", only="")
_WAITING = f"""
SELECT c.id AS client_id, c.uuid, c.name AS client, {_KEY} AS is_key, c.stage, c.tier, c.next_step,
  c.next_contact_on, c.last_contact_at, c.created_at
FROM client c WHERE
"""
_SINCE = "coalesce(c.last_contact_at, c.created_at)"
_BY_CADENCE = (
    f"{_WAITING} {DUE_BY_CADENCE} AND c.tier = :tier AND c.vip = :vip "
    f"AND {_SINCE} >= :begins AND {_SINCE} < :ends ORDER BY {_SINCE} LIMIT :limit"
)
_AGREED = (
    f"{_WAITING} c.deleted_at IS NULL AND c.next_contact_on IS NOT NULL "
    "AND c.next_contact_on BETWEEN :first AND :last "
)


def open_calls(store: Store, states: tuple[str, ...], *, now: datetime, limit: int) -> list[OpenCall]:
    """Reached calls whose newest summary is in one of ``states``: those of key clients first, then the
    oldest, at most ``limit`` of each.
    """
    found: list[OpenCall] = []
    for state in states:
        of_keys = _calls(store, _WANTED, state=state, now=now, limit=limit, is_key=1)
        room = limit - len(of_keys)
        found += [*of_keys, *_calls(store, _WANTED, state=state, now=now, limit=room, is_key=0)]
    return found


def newest_calls(store: Store, states: tuple[str, ...], *, now: datetime, limit: int) -> list[OpenCall]:
    """The same, newest first: among them are those whose chase is still to come."""
    return [one for state in states for one in _calls(store, _NEWEST, state=state, now=now, limit=limit)]


def _calls(store: Store, sql: str, *, now: datetime, limit: int, **values: object) -> list[OpenCall]:
    if not limit:
        return []
    return [_open_call(row) for row in store.rows(sql, {**values, "now": encode(now), "limit": limit})]


def _open_call(row: Row) -> OpenCall:
    began = decode("started_at", row["started_at"])
    return noun(
        OpenCall,
        row,
        ended_at=began + timedelta(minutes=row["minutes"]),  # type: ignore[operator]
        country=country_for(row["country"], row["language"]),
    )


def next_contacts(store: Store, *, first: date, last: date, limit: int) -> list[Waiting]:
    """Clients with whom a contact is agreed for one of some days: key clients first, then the longest ago."""
    rows = store.rows(
        f"{_AGREED} ORDER BY {_KEY} IS 1 DESC, c.next_contact_on LIMIT :limit",
        {"first": first.isoformat(), "last": last.isoformat(), "limit": limit},
    )
    return [noun(Waiting, row) for row in rows]


def soonest_contacts(store: Store, *, first: date, limit: int) -> list[Waiting]:
    """The next contacts agreed, from a day on."""
    rows = store.rows(
        f"{_AGREED} ORDER BY c.next_contact_on LIMIT :limit",
        {"first": first.isoformat(), "last": date.max.isoformat(), "limit": limit},
    )
    return [noun(Waiting, row) for row in rows]


def heard_between(
    store: Store, spans: Sequence[tuple[str, datetime, datetime]], *, limit: int
) -> list[Waiting]:
    """Clients of some tiers without an agreed contact who last heard of us (or were added) between two
    moments, each tier with its own: key clients first, then the longest wait, at most ``limit`` of each.
    """
    keys_first = [(span, vip) for vip in (1, 0) for span in spans]
    keys_first.sort(key=lambda one: not (one[1] or one[0][0] == TIERS[0]))
    found: list[Waiting] = []
    for (tier, begins, ends), vip in keys_first:
        values = {"tier": tier, "vip": vip, "begins": encode(begins), "ends": encode(ends), "limit": limit}
        found += [noun(Waiting, row) for row in store.rows(_BY_CADENCE, values)]
    return found
