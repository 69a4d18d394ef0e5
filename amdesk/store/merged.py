"""Who was merged into whom: what a record was, and where it is found from then on."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from amdesk.store.store import Store
from amdesk.store.table import encode, marks

_BATCH = 500
Was = Mapping[str, object]


def note(store: Store, noun: str, row: Mapping[str, object], stays: str, *, at: object) -> None:
    """Remember what a row was, and by which UUID it is found from now on; its own where it is what stayed."""
    names = {"former_code": row.get("code", ""), "former_name": row.get("name", "")}
    is_whole = noun in {"client", "contact"}
    was = json.dumps(dict(row), ensure_ascii=False) if is_whole else "{}"
    record = {"noun": noun, "former": row["uuid"], "stays": stays, "was": was, "merged_at": at}
    store.insert("merged", {**record, **(names if is_whole else {})})


def follow(store: Store, former: str, stays: str) -> None:
    """What was found through a record that goes is found through the one that stays."""
    for row_id in store.column("SELECT id FROM merged WHERE stays = ?", [former]):
        store.update("merged", row_id, {"stays": stays})


def has_any(store: Store) -> bool:
    """Whether anything was ever merged."""
    return bool(store.value("SELECT EXISTS (SELECT 1 FROM merged)"))


def stays(store: Store, noun: str, uuids: Sequence[str]) -> dict[str, str]:
    """For those of some UUIDs that were merged away, the UUID of the record that stayed."""
    rows = store.rows(
        f"SELECT former, stays FROM merged WHERE noun = ? AND former <> stays AND former IN ({marks(uuids)})",
        [noun, *uuids],
    )
    return {row["former"]: row["stays"] for row in rows}


def stayed(store: Store, noun: str, row_id: int) -> int | None:
    """The id of the record into which the one that had this id was merged; nothing where none was."""
    if store.row(f"SELECT 1 FROM {noun} WHERE id = ?", [row_id]) is not None:
        return None  # the id may have been given again
    former = (
        "SELECT json_extract(was, '$.uuid') FROM history WHERE noun = ? AND row_id = ? AND is_end = 1 "
        "ORDER BY id DESC LIMIT 1"
    )
    uuid = store.value(former, [noun, row_id])
    found: int | None = store.value(
        f"SELECT t.id FROM merged m JOIN {noun} t ON t.uuid = m.stays "
        "WHERE m.noun = ? AND m.former = ? AND m.former <> m.stays", [noun, uuid],
    )  # fmt: skip
    return found


def formers(store: Store, noun: str, uuid: str) -> list[tuple[str, int, str]]:
    """Who was merged into a record, whatever way it took: UUIDs, the ids they had, and their names."""
    found = store.rows(
        "SELECT m.former, m.former_name, (SELECT row_id FROM history h WHERE h.noun = m.noun AND is_end = 1 "
        "AND json_extract(was, '$.uuid') = m.former ORDER BY id DESC LIMIT 1) AS row_id "
        "FROM merged m WHERE m.noun = ? AND m.stays = ? AND m.former <> m.stays "
        "GROUP BY m.former ORDER BY m.id",
        [noun, uuid],
    )  # fmt: skip
    return [(one["former"], one["row_id"], one["former_name"]) for one in found if one["row_id"] is not None]


def was(store: Store, uuids: Sequence[str]) -> dict[str, list[Was]]:
    """What records held before they were merged, both of a pair; by the UUID that stayed."""
    found: dict[str, list[Was]] = {}
    for start in range(0, len(uuids), _BATCH):
        some = uuids[start : start + _BATCH]
        sql = f"SELECT stays, was FROM merged WHERE was <> '{{}}' AND stays IN ({marks(some)}) ORDER BY id"
        for row in store.rows(sql, some):
            found.setdefault(row["stays"], []).append(json.loads(row["was"]))
    return found


def names(store: Store) -> list[tuple[int, str]]:
    """The clients in use who went by another name before they were merged, with that name."""
    rows = store.rows(
        "SELECT c.id, m.former_name FROM merged m JOIN client c ON c.uuid = m.stays "
        "WHERE m.noun = 'client' AND c.deleted_at IS NULL ORDER BY m.id"
    )
    return [(row[0], row[1]) for row in rows]


def codes(store: Store) -> list[str]:
    """The codes that clients had before they were merged: references begin with them."""
    return store.column("SELECT former_code FROM merged WHERE former_code <> ''")


def by_code(store: Store, code: str) -> list[int]:
    """The client in use who had this code, or went by it, before it was merged."""
    return store.column(
        "SELECT DISTINCT c.id FROM merged m JOIN client c ON c.uuid = m.stays "
        "WHERE m.former_code = ? AND c.deleted_at IS NULL",
        [encode(code)],
    )
