"""The outbox in the file.

``outgoing`` holds the mails, as any record; ``posting`` what is known of their way, which no undo takes back.
A mail of whose way nothing is known came from a backup or another file: it may have gone out, or not.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from amdesk.domain.outgoing import HELD_FOR, LONGEST_WAIT, Outgoing
from amdesk.store.driver import Connection
from amdesk.store.store import Store
from amdesk.store.table import encode, encoded, noun

_WAY = "coalesce(p.state, 'unclear') AS state, coalesce(p.tries, 0) AS tries, p.next_at, p.answered_at, " \
       "coalesce(p.words, '') AS words"  # fmt: skip
# What belongs to something in the trash does not go out, unless it is put back.
_IN_USE = """
(o.client_id IS NULL OR c.deleted_at IS NULL)
AND (o.contact_id IS NULL OR EXISTS (SELECT 1 FROM contact WHERE id = o.contact_id AND deleted_at IS NULL))
AND (o.task_id IS NULL OR EXISTS (SELECT 1 FROM task WHERE id = o.task_id AND deleted_at IS NULL))
AND (o.summary_id IS NULL OR EXISTS (SELECT 1 FROM summary s JOIN interaction i ON i.id = s.interaction_id
     WHERE s.id = o.summary_id AND i.deleted_at IS NULL))
"""
_FOUND = f"""
SELECT {{columns}} FROM outgoing o LEFT JOIN posting p ON p.message_id = o.message_id
LEFT JOIN client c ON c.id = o.client_id WHERE {_IN_USE} AND {{condition}}
"""
_KEPT = (
    "uuid", "kind", "client_id", "summary_id", "task_id", "contact_id", "message_id", "answers",
    "addressed_to", "subject", "plain", "html", "language", "name", "queued_at",
)  # fmt: skip
_ALL = f"o.*, coalesce(c.name, '') AS client, {_WAY}"
_FIRST_WHAT_NEEDS_SOMEBODY = (
    "ORDER BY CASE coalesce(p.state, 'unclear') WHEN 'refused' THEN 0 WHEN 'unclear' THEN 0 WHEN 'given' "
    "THEN 2 ELSE 1 END, CASE p.state WHEN 'given' THEN '' ELSE o.queued_at END, p.answered_at DESC, o.id"
)


def _mail(row: object) -> Outgoing:
    return noun(Outgoing, row)  # type: ignore[arg-type]


def insert(store: Store, values: Mapping[str, object]) -> int:
    """A mail that is to go out; its id."""
    return store.insert("outgoing", values)


def get(store: Store, outgoing_id: int) -> Outgoing | None:
    """One of them."""
    row = store.row(_FOUND.format(columns=_ALL, condition="o.id = ?"), [outgoing_id])
    return _mail(row) if row else None


def by_message_id(store: Store, message_id: str) -> Outgoing | None:
    """The one with a Message-ID."""
    row = store.row(_FOUND.format(columns=_ALL, condition="o.message_id = ?"), [message_id])
    return _mail(row) if row else None


def find(store: Store, *, since: datetime) -> list[Outgoing]:
    """What is in the outbox: what needs somebody, what waits, and what was sent since then, newest first.

    Without the mails' own texts.
    """
    columns = _ALL.replace(
        "o.*", "o.id, o.uuid, o.kind, o.client_id, o.summary_id, o.task_id, o.contact_id, o.message_id, "
        "o.answers, o.addressed_to, o.subject, '' AS plain, '' AS html, o.language, o.name, o.queued_at",
    )  # fmt: skip
    condition = f"(p.state IS NOT 'given' OR p.answered_at >= ?) {_FIRST_WHAT_NEEDS_SOMEBODY}"
    rows = store.rows(_FOUND.format(columns=columns, condition=condition), [encode(since)])
    return [_mail(row) for row in rows]


def counts(store: Store) -> dict[str, int]:
    """How many there are in each state; those that are sent are not counted."""
    condition = "p.state IS NOT 'given' GROUP BY 1"
    columns = "coalesce(p.state, 'unclear') AS state, count(*) AS n"
    return {row["state"]: row["n"] for row in store.rows(_FOUND.format(columns=columns, condition=condition))}


def next_due(store: Store) -> datetime | None:
    """When the next one that waits is to be tried."""
    found = store.value(_FOUND.format(columns="min(p.next_at)", condition="p.state = 'waiting'"))
    return datetime.fromisoformat(found) if found else None


def due(store: Store, now: datetime) -> Outgoing | None:
    """The one that has waited longest of those that are to be tried by now: what was tried before comes last,
    or a mail that is put off each time would keep all others waiting.

    What is to wait longer than anything ever does was put off by a clock that was wrong.
    """
    condition = (
        "p.state = 'waiting' AND (p.next_at <= ? OR p.next_at > ?) ORDER BY p.tries, p.next_at > ?, "
        "p.next_at, o.id LIMIT 1"
    )
    never = encode(now + LONGEST_WAIT)
    row = store.row(_FOUND.format(columns=_ALL, condition=condition), [encode(now), never, never])
    return _mail(row) if row else None


def known(store: Store, message_id: str) -> tuple[int, str] | None:
    """Id and uuid of the one with a Message-ID, be it of what is in the trash."""
    row = store.row("SELECT id, uuid FROM outgoing WHERE message_id = ?", [message_id])
    return (row["id"], row["uuid"]) if row else None


def put_back(store: Store, one: Outgoing) -> None:
    """Bring one back that was taken out, as far as what it is about is still there; of a client who is
    deleted for good nothing comes back.
    """
    values = {field: getattr(one, field) for field in _KEPT}
    for of in ("client", "summary", "task", "contact"):
        known = store.value(f"SELECT id FROM {of} WHERE id = ?", [values[f"{of}_id"]])
        values[f"{of}_id"] = known
    if one.client_id is not None and values["client_id"] is None:
        return
    insert(store, values)


def state(store: Store, message_id: str) -> str | None:
    """What is known of a Message-ID's way, also of one that is no longer in the outbox."""
    found = store.value("SELECT state FROM posting WHERE message_id = ?", [message_id])
    return None if found is None else str(found)


def note(store: Store, message_id: str, values: Mapping[str, object]) -> None:
    """Keep what is known of a mail's way; no undo takes it back."""
    nothing = {"tries": 0, "next_at": None, "answered_at": None, "words": ""}
    record = encoded({"message_id": message_id, **nothing, **_way(store, message_id), **values})
    places = ", ".join(f":{name}" for name in record)
    with store.aside():
        store.connection.execute(
            f"INSERT OR REPLACE INTO posting({', '.join(record)}) VALUES ({places})", record
        )


def hurry(store: Store, now: datetime, *, only_new: bool = False) -> None:
    """Whatever waits may be tried at once, but for what is held for its first moment; with ``only_new`` what
    was never tried.
    """
    condition = "state = 'waiting' AND next_at > ? AND (tries > 0 OR next_at > ?)"
    if only_new:
        condition += " AND tries = 0"
    with store.aside():
        store.connection.execute(
            f"UPDATE posting SET next_at = ? WHERE {condition}",
            [encode(now), encode(now), encode(now + HELD_FOR)],
        )


def put_off(store: Store, until: datetime) -> None:
    """Nothing that waits is tried before then."""
    with store.aside():
        store.connection.execute(
            "UPDATE posting SET next_at = ? WHERE state = 'waiting' AND next_at < ?",
            [encode(until), encode(until)],
        )


def failures(store: Store) -> int:
    """How many mails were put off since one was last taken."""
    return int(
        store.value(
            "SELECT count(*) FROM posting WHERE state = 'waiting' AND tries > 0 AND answered_at >= "
            "coalesce((SELECT max(answered_at) FROM posting WHERE state = 'given'), '')"
        )
    )


def look_back(store: Store) -> None:
    """Of what was being handed over when the program ended nobody knows what became."""
    with store.aside():
        store.connection.execute("UPDATE posting SET state = 'unclear' WHERE state = 'giving'")


def doubt(copy: Connection) -> None:
    """Of mails in a file that takes the place of another: what waited then may have gone out since."""
    copy.execute("UPDATE posting SET state = 'unclear', next_at = NULL WHERE state IN ('waiting', 'giving')")


def came_back(store: Store, copy: Connection) -> None:
    """Within a step that brought mails back from a copy: what either knows to be sent was sent, and nobody
    knows what became of the others since then.
    """
    given = copy.execute("SELECT message_id, state, answered_at, words FROM posting WHERE state = 'given'")
    store.connection.executemany(
        "INSERT OR REPLACE INTO posting(message_id, state, answered_at, words) VALUES (?, ?, ?, ?)",
        [tuple(row) for row in given],
    )
    store.execute(
        "UPDATE posting SET state = 'unclear', next_at = NULL WHERE state = 'waiting' "
        "AND message_id IN (SELECT message_id FROM outgoing)"
    )


def _way(store: Store, message_id: str) -> dict[str, object]:
    row = store.row("SELECT * FROM posting WHERE message_id = ?", [message_id])
    return {name: row[name] for name in row.keys() if name != "message_id"} if row else {}  # noqa: SIM118
