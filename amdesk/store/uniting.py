"""Moving all that belongs to one record to another of its kind, what both have only once."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from amdesk.domain.text import fold
from amdesk.store import duplicates, merged
from amdesk.store.driver import Row
from amdesk.store.records import REFERENCES
from amdesk.store.store import Store

# What hangs on a record by its UUID.
_BY_UUID = ("reminder", "attachment")
# What is counted of what moves, in the order in which it is told.
COUNTED = {
    "client": ("interaction", "contact", "address", "task", "goal", "reminder", "client_share"),
    "contact": ("interaction_contact", "address", "task", "personal_date", "relative"),
}


def row(store: Store, noun: str, row_id: int) -> dict[str, object] | None:
    """A record as the file keeps it, without its id; nothing for one in the trash or not there."""
    found = store.row(f"SELECT * FROM {noun} WHERE id = ? AND deleted_at IS NULL", [row_id])
    return {name: found[name] for name in found.keys() if name != "id"} if found else None  # noqa: SIM118


def counts(store: Store, noun: str, row_id: int) -> dict[str, int]:
    """How many rows of each kind belong to a record."""
    return {
        of: int(store.value(f"SELECT count(*) FROM {of} WHERE {noun}_id = ?", [row_id]))
        for of in COUNTED[noun]
    }


def unite(store: Store, noun: str, stays: int, goes: int, *, at: object) -> None:
    """Move all that belongs to the record that goes, and let go of it; by its UUID the other is found.

    The values of neither are changed. To be called within a step.
    """
    one, other = row(store, noun, stays), row(store, noun, goes)
    assert one is not None
    assert other is not None
    kept, gone = str(one["uuid"]), str(other["uuid"])
    _drop_what_both_have(store, noun, stays, goes, at=at)
    if noun == "client":
        _move_newest_call(store, stays, goes)
    for of, columns in REFERENCES.items():
        for column, to in columns.items():
            if to == noun:
                store.execute(
                    f"UPDATE {of} SET {column} = ? WHERE id IN (SELECT id FROM {of} WHERE {column} = ?)",
                    [stays, goes],
                )
    for of in _BY_UUID:
        store.execute(f"UPDATE {of} SET about = ? WHERE about = ?", [kept, gone])
    store.execute(
        "INSERT OR IGNORE INTO fired(uuid, occurrence, at) "
        "SELECT ?, occurrence, at FROM fired WHERE uuid = ?",
        [kept, gone],
    )
    _follow(store, kept, gone, at=at)
    merged.note(store, noun, one, kept, at=at)
    merged.note(store, noun, other, kept, at=at)
    store.delete(noun, goes)


def _move_newest_call(store: Store, stays: int, goes: int) -> None:
    """The newest call first: so the last contact of both changes once, and not with each of thousands."""
    store.execute(
        "UPDATE interaction SET client_id = ? WHERE id = (SELECT id FROM interaction WHERE client_id = ? "
        "AND outcome = 'reached' AND deleted_at IS NULL ORDER BY started_at DESC, id DESC LIMIT 1)",
        [stays, goes],
    )


def _follow(store: Store, kept: str, gone: str, *, at: object) -> None:
    """What was said of the one that goes holds for the one that stays: who it is not, and who it was."""
    merged.follow(store, gone, kept)
    for row_id, other in duplicates.kept_apart(store, gone):
        store.delete("apart", row_id)
        if other != kept:
            duplicates.keep_apart(store, kept, other, at=at)


def settle(store: Store, contact_id: int) -> None:
    """The addresses of a person are at the client where the person is; nobody is their own relative."""
    store.execute(
        "UPDATE address SET client_id = (SELECT client_id FROM contact WHERE id = ?1) "
        "WHERE contact_id = ?1 AND client_id <> (SELECT client_id FROM contact WHERE id = ?1)",
        [contact_id],
    )
    store.execute(
        "UPDATE relative SET other_contact_id = NULL WHERE contact_id = ? AND other_contact_id = contact_id",
        [contact_id],
    )


def _drop_what_both_have(store: Store, noun: str, stays: int, goes: int, *, at: object) -> None:
    if noun == "client":
        _drop(store, "address", "client_id = ? AND contact_id IS NULL", (stays, goes), _address, at=at)
        return
    _drop(store, "address", "contact_id = ?", (stays, goes), _address, at=at)
    _drop(store, "interaction_contact", "contact_id = ?", (stays, goes), _call, at=at)
    _drop(store, "personal_date", "contact_id = ?", (stays, goes), _date, at=at)
    _drop(store, "relative", "contact_id = ?", (stays, goes), _relative, at=at)


def _drop(
    store: Store, noun: str, whose: str, owners: tuple[int, int], key: Callable[[Row], object], *, at: object
) -> None:
    """Let go of those rows of the second owner that the first one has as well."""
    of_first, of_second = (
        store.rows(f"SELECT * FROM {noun} WHERE {whose} ORDER BY id", [owner]) for owner in owners
    )
    ours: Mapping[object, Row] = {key(one): one for one in reversed(of_first)}
    for theirs in of_second:
        same = ours.get(key(theirs))
        if same is None:
            continue
        if noun == "relative":
            _drop(store, "personal_date", "relative_id = ?", (same["id"], theirs["id"]), _date, at=at)
            store.execute(
                "UPDATE personal_date SET relative_id = ? WHERE relative_id = ?", [same["id"], theirs["id"]]
            )
        if noun == "address" and same["label"] == "other" != theirs["label"]:
            store.update("address", same["id"], {"label": theirs["label"]})
        merged.note(store, noun, dict(theirs), same["uuid"], at=at)
        store.delete(noun, theirs["id"])


def _address(one: Row) -> object:
    return one["medium"], one["normal"] or fold(one["value"]) or one["value"]


def _call(one: Row) -> object:
    return one["interaction_id"]


def _date(one: Row) -> object:
    """A birthday without a day says only when one is told, of which one has one."""
    if one["month"] is None:
        return one["kind"]
    return one["kind"], fold(one["label"]), one["month"], one["day"], one["calendar"]


def _relative(one: Row) -> object:
    return fold(one["name"]) or one["name"], one["relation"]
