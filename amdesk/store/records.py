"""Whole tables, row by row, with uuids in the place of ids: for export, and for what comes back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from amdesk.domain.text import fold
from amdesk.i18n.collate import sort_key
from amdesk.store import merged
from amdesk.store.driver import Row
from amdesk.store.migrations import KEPT
from amdesk.store.store import Store
from amdesk.store.table import marks

REFERENCES: Mapping[str, Mapping[str, str]] = {
    "client": {},
    "contact": {"client_id": "client"},
    "address": {"client_id": "client", "contact_id": "contact"},
    "interaction": {"client_id": "client"},
    "interaction_contact": {"interaction_id": "interaction", "contact_id": "contact"},
    "summary": {"interaction_id": "interaction"},
    "point": {"summary_id": "summary"},
    "reminder": {"client_id": "client"},
    "relative": {"contact_id": "contact", "other_contact_id": "contact"},
    "personal_date": {"contact_id": "contact", "relative_id": "relative"},
    "goal": {"client_id": "client"},
    "measurement": {"goal_id": "goal"},
    "milestone": {"goal_id": "goal"},
    "planned_action": {"goal_id": "goal"},
    "client_share": {"client_id": "client"},
    "task": {"client_id": "client", "goal_id": "goal", "contact_id": "contact", "point_id": "point"},
    "task_link": {"task_id": "task", "after_id": "task"},
    "question": {"task_id": "task"},
    "outgoing": {
        "client_id": "client",
        "summary_id": "summary",
        "task_id": "task",
        "contact_id": "contact",
    },
    "attachment": {},
    "apart": {},
    "merged": {},
}
UNIQUE: Mapping[str, tuple[str, ...]] = {
    "client": ("code",),
    "interaction": ("reference",),
    "interaction_contact": ("interaction_id", "contact_id"),
    "summary": ("interaction_id", "version"),
    "task_link": ("task_id", "after_id"),
    "outgoing": ("message_id",),
    "apart": ("one", "other"),
}
# What is in the trash, or hangs on something that is.
_IN_USE: Mapping[str, str] = {
    "client": "t.deleted_at IS NULL",
    "contact": "t.deleted_at IS NULL AND {client}",
    "address": "{client} AND (t.contact_id IS NULL OR {contact})",
    "interaction": "t.deleted_at IS NULL AND {client}",
    "interaction_contact": "{interaction} AND {contact}",
    "summary": "{interaction}",
    "point": "{summary}",
    "reminder": "t.deleted_at IS NULL AND (t.client_id IS NULL OR {client})",
    "relative": "EXISTS (SELECT 1 FROM contact p JOIN client c ON c.id = p.client_id"
    " WHERE p.id IN (t.contact_id, t.other_contact_id) AND p.deleted_at IS NULL AND c.deleted_at IS NULL)",
    "personal_date": "EXISTS (SELECT 1 FROM contact p JOIN client c ON c.id = p.client_id"
    " LEFT JOIN relative r ON r.id = t.relative_id"
    " WHERE p.id IN (t.contact_id, r.contact_id, r.other_contact_id)"
    " AND p.deleted_at IS NULL AND c.deleted_at IS NULL)",
    "goal": "t.deleted_at IS NULL AND {client}",
    "measurement": "{goal}",
    "milestone": "{goal}",
    "planned_action": "{goal}",
    "client_share": "t.deleted_at IS NULL AND {client}",
    "task": "t.deleted_at IS NULL AND (t.client_id IS NULL OR {client})",
    "task_link": "{task} AND EXISTS (SELECT 1 FROM task a WHERE a.id = t.after_id AND a.deleted_at IS NULL"
    " AND (a.client_id IS NULL OR EXISTS (SELECT 1 FROM client c WHERE c.id = a.client_id"
    " AND c.deleted_at IS NULL)))",
    "question": "{task}",
    "outgoing": "(t.client_id IS NULL OR {client}) AND (t.task_id IS NULL OR {task})"
    " AND (t.contact_id IS NULL OR {contact}) AND (t.summary_id IS NULL OR {summary})",
    "attachment": "t.noun <> 'task' OR EXISTS (SELECT 1 FROM task k LEFT JOIN client c ON c.id = k.client_id"
    " WHERE k.uuid = t.about AND k.deleted_at IS NULL AND c.deleted_at IS NULL)",
    "apart": "1",
    "merged": "1",
}
# What a row can do without: it leaves without what is in the trash, instead of staying with it. In a group
# the next one stands in.
LOOSE: Mapping[str, Sequence[Sequence[str]]] = {
    "task": (("goal_id",), ("contact_id",), ("point_id",)),
    "relative": (("contact_id", "other_contact_id"),),
}
# Whose relative it is, of those in use: the second one stands in for the first who is in the trash.
_WHOSE = (
    "(SELECT p.uuid FROM contact p JOIN client c ON c.id = p.client_id"
    " WHERE p.id IN (t.contact_id, t.other_contact_id) AND p.deleted_at IS NULL AND c.deleted_at IS NULL"
    " ORDER BY p.id = t.contact_id DESC LIMIT 1 OFFSET {place})"
)
_NO_RELATIVE: Mapping[str, str] = {"relative": "0", "personal_date": "t.relative_id IS NULL"}
_PARENTS = {
    "client": "EXISTS (SELECT 1 FROM client WHERE id = t.client_id AND deleted_at IS NULL)",
    "contact": "EXISTS (SELECT 1 FROM contact WHERE id = t.contact_id AND deleted_at IS NULL)",
    "goal": "EXISTS (SELECT 1 FROM goal g JOIN client c ON c.id = g.client_id"
    " WHERE g.id = t.goal_id AND g.deleted_at IS NULL AND c.deleted_at IS NULL)",
    "interaction": "EXISTS (SELECT 1 FROM interaction i JOIN client c ON c.id = i.client_id"
    " WHERE i.id = t.interaction_id AND i.deleted_at IS NULL AND c.deleted_at IS NULL)",
    "summary": "EXISTS (SELECT 1 FROM summary s JOIN interaction i ON i.id = s.interaction_id"
    " JOIN client c ON c.id = i.client_id"
    " WHERE s.id = t.summary_id AND i.deleted_at IS NULL AND c.deleted_at IS NULL)",
    "task": "EXISTS (SELECT 1 FROM task k LEFT JOIN client c ON c.id = k.client_id"
    " WHERE k.id = t.task_id AND k.deleted_at IS NULL AND c.deleted_at IS NULL)",
}
_BATCH = 500


@dataclass(frozen=True, slots=True)
class Column:
    """A column as it leaves: ``name`` is ``client_uuid`` where the file keeps ``client_id``.

    ``required`` is what a new row cannot do without.
    """

    name: str
    kept_as: str
    is_number: bool
    is_nullable: bool
    required: bool
    refers_to: str | None = None


def columns(store: Store, noun: str) -> tuple[Column, ...]:
    """The columns of a noun that leave and come back: all but ids and what the file keeps true by itself."""
    rows = store.rows('SELECT name, type, "notnull", dflt_value FROM pragma_table_info(?)', [noun])
    hidden = {"id", *KEPT.get(noun, ())}
    return tuple(_column(row, REFERENCES[noun].get(row["name"])) for row in rows if row["name"] not in hidden)


def _column(row: Row, refers_to: str | None) -> Column:
    name = row["name"]
    return Column(
        name=f"{name.removesuffix('_id')}_uuid" if refers_to else name,
        kept_as=name,
        is_number=row["type"] == "INTEGER",
        is_nullable=not row["notnull"],
        required=bool(row["notnull"]) and row["dflt_value"] is None,
        refers_to=refers_to,
    )


def records(store: Store, noun: str, *, trash: bool, relatives: bool = False) -> Iterator[dict[str, object]]:
    """Every row in the order of ids, read in batches; ``trash`` with those in the trash or hanging on one,
    ``relatives`` with those about the relatives of contacts.
    """
    of = columns(store, noun)
    shown = [_shown(noun, one, trash=trash) for one in of]
    condition = "1" if trash else _IN_USE[noun].format_map(_PARENTS)
    if not relatives:
        condition = f"({condition}) AND {_NO_RELATIVE.get(noun, '1')}"
    chosen = f"SELECT t.id, {', '.join(shown)} FROM {noun} t WHERE t.id > ? AND {condition}"
    sql = f"{chosen} ORDER BY t.id LIMIT {_BATCH}"
    names = [one.name for one in of]
    cursor = store.connection.cursor()
    cursor.row_factory = None
    last = 0
    while batch := cursor.execute(sql, [last]).fetchall():
        for _id, *values in batch:
            yield dict(zip(names, values, strict=True))
        last = batch[-1][0]


def _shown(noun: str, column: Column, *, trash: bool) -> str:
    """An expression for a column as it leaves: in the place of an id the uuid of its row."""
    if column.refers_to is None:
        return f"t.{column.kept_as}"
    there = column.refers_to
    if not trash and noun == "relative":
        return _WHOSE.format(place=int(column.kept_as != "contact_id"))
    if not trash and any(column.kept_as in group for group in LOOSE.get(noun, ())):
        there = f"(SELECT t.* FROM {there} t WHERE {_IN_USE[there].format_map(_PARENTS)})"
    return f"(SELECT x.uuid FROM {there} x WHERE x.id = t.{column.kept_as})"


def last_id(store: Store, noun: str) -> int:
    """The greatest id in use."""
    return int(store.value(f"SELECT coalesce(max(id), 0) FROM {noun}"))


def is_in_trash(store: Store, noun: str, id_: object) -> bool:
    """Whether a record is in the trash, or hangs on something that is."""
    condition = _IN_USE[noun].format_map(_PARENTS)
    return bool(store.value(f"SELECT NOT ({condition}) FROM {noun} t WHERE t.id = ?", [id_]))


def by_uuid(store: Store, noun: str, uuids: Sequence[str]) -> dict[str, dict[str, object]]:
    """Rows as the file keeps them, by uuid."""
    rows = store.rows(f"SELECT * FROM {noun} WHERE uuid IN ({marks(uuids)})", uuids)
    return {row["uuid"]: dict(row) for row in rows}


def ids(store: Store, noun: str, uuids: Sequence[str]) -> dict[str, int]:
    """Ids by uuid; of a record that was merged, the id of the one that stayed."""
    rows = store.rows(f"SELECT uuid, id FROM {noun} WHERE uuid IN ({marks(uuids)})", uuids)
    found = {row["uuid"]: row["id"] for row in rows}
    lacking = [one for one in uuids if one not in found]
    stays = merged.stays(store, noun, lacking) if lacking else {}
    if stays:
        known = ids(store, noun, list(stays.values()))
        found.update({former: known[one] for former, one in stays.items() if one in known})
    return found


def taken(store: Store, noun: str, first: Sequence[object]) -> dict[tuple[object, ...], str]:
    """Who has what only one row can have: key → uuid, for keys whose first column is one of these values."""
    key = UNIQUE[noun]
    sql = f"SELECT {', '.join(key)}, uuid FROM {noun} WHERE {key[0]} IN ({marks(first)})"
    return {tuple(row[name] for name in key): row["uuid"] for row in store.rows(sql, first)}


def insert(store: Store, noun: str, rows: Sequence[Mapping[str, object]]) -> None:
    """New rows, their ids following on each other; columns that none of them names take their defaults."""
    groups: dict[tuple[str, ...], list[Mapping[str, object]]] = {}
    for row in rows:
        complete = _sorting(noun, row)
        groups.setdefault(tuple(complete), []).append(complete)
    ids = [int(str(row["id"])) for row in rows]
    with store.spans({noun: (ids[0], ids[-1])} if ids else {}):
        for names, group in groups.items():
            sql = f"INSERT INTO {noun}({', '.join(names)}) VALUES ({marks(names)})"
            store.connection.executemany(sql, [tuple(row.values()) for row in group])


def update(store: Store, noun: str, rows: Iterable[Mapping[str, object]]) -> None:
    """New values for rows by their ids."""
    for row in rows:
        complete = {name: value for name, value in _sorting(noun, row).items() if name != "id"}
        sql = f"UPDATE {noun} SET {', '.join(f'{name} = ?' for name in complete)} WHERE id = ?"
        store.execute(sql, [*complete.values(), row["id"]])


def _sorting(noun: str, row: Mapping[str, object]) -> dict[str, object]:
    if "name" in row and noun in {"client", "contact"}:
        return {**row, "sort_name": sort_key(str(row["name"]))}
    if "text" in row and noun == "reminder":
        return {**row, "folded": fold(str(row["text"]))}
    if "name" in row and noun == "goal":
        return {**row, "sort_name": sort_key(str(row["name"])), "folded": fold(str(row["name"]))}
    return dict(row)
