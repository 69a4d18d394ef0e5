"""Files for tests of import and export, and short ways to take them in."""

from __future__ import annotations

from pathlib import Path

from amdesk.services import exchange
from amdesk.services.desk import Desk
from amdesk.services.exchange import ImportResult
from tests.desks import dump

DATA = Path(__file__).parent / "data"
LISTS_AND_CARDS = sorted(
    path
    for path in DATA.iterdir()
    if path.suffix in {".csv", ".vcf"} and path.stem not in {"kpi-measurements", "duplicates"}
)

Rows = dict[str, list[tuple[object, ...]]]


def bring(desk: Desk, path: Path, *, encoding: str | None = None) -> ImportResult:
    """Import a file as it was understood."""
    return exchange.drain(exchange.run(desk, exchange.preview(desk, path, encoding=encoding)))


def listed(folder: Path, text: str, *, name: str = "list.csv", encoding: str = "utf-8") -> Path:
    """A file with this text."""
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def counts(result: ImportResult) -> tuple[int, int, int, int]:
    """New, updated, duplicates, errors."""
    return result.counts.new, result.counts.updated, result.counts.duplicates, result.counts.errors


def told(result: ImportResult) -> list[str]:
    """The errors as one reads them."""
    return [str(error.message) for error in result.errors]


def people(desk: Desk) -> dict[str, list[str]]:
    """The names of the people at each client."""
    rows = desk.store.rows(
        "SELECT c.name AS client, p.name AS person FROM client c LEFT JOIN contact p ON p.client_id = c.id "
        "ORDER BY c.id, p.id"
    )
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(row["client"], []).extend([row["person"]] if row["person"] else [])
    return found


def value(desk: Desk, table: str, column: str, *, name: str) -> object:
    """A value of the client or contact with this name."""
    return desk.store.value(f"SELECT {column} FROM {table} WHERE name = ?", [name])


def reached(desk: Desk, name: str) -> list[tuple[str, str, str, str | None]]:
    """Medium, label, value and normal form of the addresses of a contact, or of a client itself."""
    rows = desk.store.rows(
        "SELECT medium, label, value, normal FROM address WHERE contact_id = "
        "(SELECT id FROM contact WHERE name = :name) OR (contact_id IS NULL AND client_id = "
        "(SELECT id FROM client WHERE name = :name)) ORDER BY id",
        {"name": name},
    )
    return [tuple(row) for row in rows]


def nothing(desk: Desk) -> bool:
    """Whether the file has no row at all."""
    return not any(dump(desk).values())


def portfolio(desk: Desk) -> dict[str, object]:
    """Clients, people and addresses as values, without what is an id or made anew; to be compared."""
    rows: Rows = dump(desk)
    clients = {row[0]: row for row in rows["client"]}
    contacts = {row[0]: row for row in rows["contact"]}
    return {
        "clients": sorted(repr(row[1:14] + row[15:]) for row in rows["client"]),
        "contacts": sorted(repr((clients[row[2]][1], row[1], *row[3:])) for row in rows["contact"]),
        "addresses": {
            medium: {
                (clients[owner][1], contacts[person][1] if person else None): [
                    row[5:] for row in rows["address"] if (row[2], row[3], row[4]) == (owner, person, medium)
                ]
                for owner, person in {(row[2], row[3]) for row in rows["address"] if row[4] == medium}
            }
            for medium in ("phone", "email", "post", "web")
        },
    }
