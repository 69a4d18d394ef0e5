"""Who is meant where a file of another program names somebody: by name, by mail, by when a call was."""

from __future__ import annotations

from dataclasses import dataclass

from amdesk.store.store import Store

_IN_USE = (
    "FROM contact p JOIN client c ON c.id = p.client_id WHERE p.deleted_at IS NULL AND c.deleted_at IS NULL"
)


@dataclass(frozen=True, slots=True)
class Person:
    """A contact in use with the client they are at, and their birthday's month and day where it is known."""

    id: int
    uuid: str
    name: str
    client_id: int
    client_uuid: str
    birthday: tuple[int, int, str] | None


def clients(store: Store) -> list[tuple[str, str]]:
    """Uuid and name of every client in use."""
    rows = store.connection.execute("SELECT uuid, name FROM client WHERE deleted_at IS NULL")
    return [(uuid, name) for uuid, name in rows]


def people(store: Store) -> list[Person]:
    """Every contact in use."""
    rows = store.rows(
        "SELECT p.id, p.uuid, p.name, c.id AS client_id, c.uuid AS client_uuid, p.birth_month, p.birth_day, "
        f"p.birth_calendar {_IN_USE}"
    )
    return [
        Person(
            row["id"], row["uuid"], row["name"], row["client_id"], row["client_uuid"],
            (row["birth_month"], row["birth_day"], row["birth_calendar"]) if row["birth_month"] else None,
        )
        for row in rows
    ]  # fmt: skip


def mails(store: Store) -> dict[str, int]:
    """Which contact in use has had each mail address longest."""
    sql = (
        "SELECT a.normal, a.contact_id FROM address a JOIN contact p ON p.id = a.contact_id "
        "JOIN client c ON c.id = p.client_id WHERE a.medium = 'email' AND a.normal IS NOT NULL "
        "AND p.deleted_at IS NULL AND c.deleted_at IS NULL ORDER BY a.id DESC"
    )
    return dict(store.connection.execute(sql).fetchall())


def has_call(store: Store, *, client_id: int, started_at: str, occasion: str) -> bool:
    """Whether a call of that client began then, for that occasion; one in the trash is one as well."""
    sql = "SELECT EXISTS (SELECT 1 FROM interaction WHERE client_id = ? AND started_at = ? AND occasion = ?)"
    return bool(store.value(sql, [client_id, started_at, occasion]))
