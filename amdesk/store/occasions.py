"""When the occasions of personal dates come, when each rings, and which rang.

``occasion`` is made from the birthdays of contacts, from ``personal_date`` and from the person's days
(``occasion_days``): for each date its next coming, or the last one while that may still be belated. Triggers
note in ``occasion_stale`` which were written. That one rang is noted in ``fired``, beyond any undo.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from amdesk.domain.calendars import PartialDate
from amdesk.domain.moments import EARLIEST, LATEST
from amdesk.domain.notice import Notice
from amdesk.store.store import Store
from amdesk.store.table import encode, noun

# Whose it is: ``b`` is what is kept of the date (of a birthday that is kept with its contact, what else is
# known of it), ``r`` the relative, ``p`` the person who is called, ``k`` their client.
_FIRST = "coalesce(o.contact_id, b.contact_id, r.contact_id)"
_WHOSE = f"x.id IN ({_FIRST}, r.other_contact_id)"
_THERE = (
    f"SELECT x.id FROM contact x JOIN client y ON y.id = x.client_id WHERE {_WHOSE} "
    "AND x.deleted_at IS NULL AND x.left_on IS NULL AND y.deleted_at IS NULL"
)
_EARLY = "(coalesce(b.early, 'vip') = 'on' OR (coalesce(b.early, 'vip') = 'vip' AND k.vip))"
_SETTLED = (
    "(coalesce(b.settled_on, '') >= o.occurs_on OR EXISTS (SELECT 1 FROM interaction_contact t "
    f"JOIN interaction i ON i.id = t.interaction_id WHERE t.contact_id IN ({_FIRST}, r.other_contact_id) "
    "AND i.outcome = 'reached' AND i.deleted_at IS NULL "
    f"AND i.started_at >= iif({_EARLY}, o.early_since_at, o.told_since_at)))"
)
_NOTICE = (
    "SELECT iif(o.date_id IS NULL, 'contact', 'personal_date') AS noun, "
    "coalesce(o.date_id, o.contact_id) AS id, o.uuid, coalesce(b.kind, 'birthday') AS kind, "
    "coalesce(b.label, '') AS label, o.occurs_on, o.years, "
    f"o.until_on, iif({_EARLY}, o.early_on, o.told_on) AS told_on, k.id AS client_id, k.name AS client, "
    "(k.vip OR k.tier IS 'A') AS is_key, k.last_contact_at, p.id AS contact_id, p.name AS contact, "
    "coalesce(r.name, '') AS relative, "
    "coalesce(r.relation, '') AS relation, "
    f"(SELECT name FROM contact WHERE id <> p.id AND id IN ({_THERE})) AS other, "
    "EXISTS (SELECT 1 FROM address a WHERE a.contact_id = p.id AND a.medium = 'phone' "
    "AND a.label = 'mobile') AS has_mobile"
)
_OF = (
    "LEFT JOIN personal_date b ON b.id = coalesce(o.date_id, "
    "(SELECT id FROM personal_date WHERE contact_id = o.contact_id AND month IS NULL)) "
    "LEFT JOIN relative r ON r.id = b.relative_id "
    f"JOIN contact p ON p.id = ({_THERE} ORDER BY x.id <> {_FIRST} LIMIT 1) "
    f"JOIN client k ON k.id = p.client_id WHERE NOT {_SETTLED}"
)


@dataclass(frozen=True, slots=True)
class Source:
    """A date that comes every year, wherever it is kept; ``snoozed_until_at`` is when it is to ring again."""

    uuid: str
    contact_id: int | None
    date_id: int | None
    given: PartialDate
    snoozed_until_at: datetime | None


@dataclass(frozen=True, slots=True)
class Coming:
    """The next occasion of a date: from when on it is told early, or told at all, and when it rings."""

    occurs_on: date
    years: int | None
    early_on: date
    early_since_at: datetime
    told_on: date
    told_since_at: datetime
    until_on: date
    rings: tuple[tuple[str, datetime], ...]


def arm(store: Store, days: str, *, today: date, coming: Callable[[Source], Coming | None]) -> int:
    """Work out what comes next of each date that was written or is over, or of all where the ``days`` changed
    or the clock was set back; how many there were.
    """
    row = store.row("SELECT days, looked_on FROM occasion_days")
    whole = row is None or row["days"] != days or row["looked_on"] > today.isoformat()
    is_seen = not whole and row is not None and row["looked_on"] == today.isoformat()
    if is_seen and not store.value("SELECT EXISTS (SELECT 1 FROM occasion_stale)"):
        return 0
    with store.aside():
        if whole:
            store.execute(
                "INSERT OR IGNORE INTO occasion_stale(uuid) SELECT uuid FROM occasion "
                "UNION SELECT uuid FROM contact WHERE birth_month IS NOT NULL "
                "UNION SELECT uuid FROM personal_date WHERE month IS NOT NULL"
            )
        store.execute(
            "INSERT OR IGNORE INTO occasion_stale(uuid) SELECT uuid FROM occasion WHERE until_on < ?",
            [today.isoformat()],
        )
        found = [(source, coming(source)) for source in _cleared(store)]
        known = [(source, one) for source, one in found if one is not None]
        _keep(store, known)
        store.execute("DELETE FROM occasion_days")
        store.execute("INSERT INTO occasion_days(days, looked_on) VALUES (?, ?)", [days, today.isoformat()])
    return len(known)


def _cleared(store: Store) -> list[Source]:
    """The dates to be worked out, with what was known of them taken away."""
    sources = list(_stale(store))
    for table in ("occasion", "occasion_ring"):
        store.execute(f"DELETE FROM {table} WHERE uuid IN (SELECT uuid FROM occasion_stale)")
    store.execute("DELETE FROM occasion_stale")
    return sources


def _stale(store: Store) -> Iterator[Source]:
    rows = store.rows(
        "SELECT c.uuid, c.id AS contact_id, NULL AS date_id, c.birth_month, c.birth_day, c.birth_year, "
        "c.birth_calendar, b.snoozed_until_at FROM occasion_stale z JOIN contact c ON c.uuid = z.uuid "
        "LEFT JOIN personal_date b ON b.contact_id = c.id AND b.month IS NULL "
        "WHERE c.birth_month IS NOT NULL UNION ALL "
        "SELECT d.uuid, NULL, d.id, d.month, d.day, d.year, d.calendar, d.snoozed_until_at "
        "FROM occasion_stale z JOIN personal_date d ON d.uuid = z.uuid WHERE d.month IS NOT NULL"
    )
    for uuid, contact_id, date_id, month, day, year, calendar, snoozed in rows:
        until = datetime.fromisoformat(snoozed) if snoozed else None
        yield Source(uuid, contact_id, date_id, PartialDate(month, day, year, calendar or "gregorian"), until)


def _keep(store: Store, known: Sequence[tuple[Source, Coming]]) -> None:
    kept = cache(encode)  # many come on the same days
    store.connection.executemany(
        "INSERT INTO occasion(uuid, contact_id, date_id, occurs_on, years, early_on, early_since_at, "
        "told_on, told_since_at, until_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                source.uuid, source.contact_id, source.date_id, kept(one.occurs_on), one.years,
                kept(one.early_on), kept(one.early_since_at), kept(one.told_on), kept(one.told_since_at),
                kept(one.until_on),
            )
            for source, one in known
        ),
    )  # fmt: skip
    store.connection.executemany(
        "INSERT INTO occasion_ring(uuid, notice, rings_at, rang) VALUES (?1, ?2, ?3, "
        "EXISTS (SELECT 1 FROM fired WHERE uuid = ?1 AND occurrence = ?4))",
        (
            (source.uuid, notice, kept(at), _occurrence(one.occurs_on, notice, at))
            for source, one in known
            for notice, at in one.rings
        ),
    )


def _occurrence(occurs_on: date, notice: str, rings_at: datetime) -> str:
    """What rings once and not twice: this notice of this occasion, or this snooze."""
    return f"{occurs_on}/{encode(rings_at)}" if notice == "snooze" else f"{occurs_on}/{notice}"


def told(store: Store, *, first: date, last: date) -> list[Notice]:
    """Occasions not settled that one is told of, or may still be late for, on any of these days."""
    return _notices(
        store,
        f"{_NOTICE} FROM occasion o {_OF} AND o.early_on <= :last AND o.until_on >= :first "
        f"AND iif({_EARLY}, o.early_on, o.told_on) <= :last ORDER BY o.occurs_on, o.uuid",
        {"first": first.isoformat(), "last": last.isoformat()},
    )


def ringing(
    store: Store, *, today: date, after: datetime | None = None, until: datetime | None = None,
    unrung: bool = False, limit: int = -1,
) -> list[Notice]:  # fmt: skip
    """Notices that ring after one moment and up to another, each time they do; or only the ``unrung``.

    Whoever is snoozed is told of by the snooze alone.
    """
    return _notices(
        store,
        f"{_NOTICE}, g.rings_at, g.rang FROM occasion_ring g JOIN occasion o ON o.uuid = g.uuid {_OF} "
        "AND o.until_on >= :today AND g.rings_at > :after AND g.rings_at <= :until "
        f"AND (g.notice <> 'early' OR {_EARLY}) AND (g.notice = 'snooze' "
        "OR b.snoozed_until_at IS NULL OR g.rings_at > b.snoozed_until_at) "
        f"{'AND g.rang = 0' if unrung else ''} ORDER BY g.rings_at, g.uuid LIMIT :limit",
        {
            "today": today.isoformat(), "limit": limit,
            "after": encode(after or EARLIEST), "until": encode(until or LATEST),
        },
    )  # fmt: skip


def by_key(store: Store, noun: str, row_id: int) -> Notice | None:
    """The occasion of one date that is not settled."""
    column = "contact_id" if noun == "contact" else "date_id"
    found = _notices(store, f"{_NOTICE} FROM occasion o {_OF} AND o.{column} = :id", {"id": row_id})
    return found[0] if found else None


def note_rung(store: Store, rung: Sequence[tuple[str, datetime]], *, at: datetime) -> None:
    """These rang, and with each what of its occasion should have rung before: they never ring again."""
    with store.aside():
        for uuid, moment in rung:
            rings = store.rows(
                "SELECT g.notice, g.rings_at, o.occurs_on FROM occasion_ring g JOIN occasion o "
                "ON o.uuid = g.uuid WHERE g.uuid = ? AND g.rings_at <= ?",
                [uuid, encode(moment)],
            )
            for notice, rings_at, occurs_on in rings:
                rang = _occurrence(date.fromisoformat(occurs_on), notice, datetime.fromisoformat(rings_at))
                store.execute(
                    "INSERT OR IGNORE INTO fired(uuid, occurrence, at) VALUES (?, ?, ?)",
                    [uuid, rang, encode(at)],
                )
            store.execute(
                "UPDATE occasion_ring SET rang = 1 WHERE uuid = ? AND rings_at <= ?", [uuid, encode(moment)]
            )


def _notices(store: Store, sql: str, values: Mapping[str, object]) -> list[Notice]:
    return [
        noun(
            Notice, row, contacts=tuple(name for name in (row["contact"], row["other"]) if name),
            has_mobile=bool(row["has_mobile"]),
        )
        for row in store.rows(sql, values)
    ]  # fmt: skip
