"""What the rules of Today look at."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from amdesk.domain.agenda import OpenCall
from amdesk.domain.client import Client
from amdesk.i18n.languages import country_for
from amdesk.store.driver import Row
from amdesk.store.migrations import OPEN
from amdesk.store.store import Store
from amdesk.store.table import decode, encode, noun

_OPEN_CALLS = f"""
SELECT i.id AS interaction_id, i.uuid AS interaction_uuid, i.reference, i.state, i.started_at, i.minutes,
  i.client_id, c.name AS client, c.vip, c.country, c.language, s.id AS summary_id, s.uuid AS summary_uuid,
  s.handed_over_at, s.sent_at, coalesce(s.chases, 0) AS chases, s.chased_at
FROM interaction i JOIN client c ON c.id = i.client_id
  LEFT JOIN summary s ON s.interaction_id = i.id AND s.version = (
    SELECT max(version) FROM summary WHERE interaction_id = i.id)
WHERE i.deleted_at IS NULL AND c.deleted_at IS NULL AND i.outcome = 'reached' AND i.{OPEN}
  AND i.state = :state AND i.started_at <= :now
ORDER BY i.started_at LIMIT :limit
"""


def open_calls(store: Store, states: tuple[str, ...], *, now: datetime, limit: int) -> list[OpenCall]:
    """Reached calls whose newest summary is in one of ``states``, oldest first, at most ``limit`` of each."""
    return [
        _open_call(row)
        for state in states
        for row in store.rows(_OPEN_CALLS, {"state": state, "now": encode(now), "limit": limit})
    ]


def _open_call(row: Row) -> OpenCall:
    began = decode("started_at", row["started_at"])
    return noun(
        OpenCall,
        row,
        ended_at=began + timedelta(minutes=row["minutes"]),  # type: ignore[operator]
        country=country_for(row["country"], row["language"]),
    )


def next_contacts(store: Store, *, by: date, limit: int) -> list[Client]:
    """Clients whose agreed next contact has come."""
    rows = store.rows(
        "SELECT * FROM client "
        "WHERE deleted_at IS NULL AND next_contact_on IS NOT NULL AND next_contact_on <= ? "
        "ORDER BY next_contact_on LIMIT ?",
        [by.isoformat(), limit],
    )
    return [noun(Client, row) for row in rows]
