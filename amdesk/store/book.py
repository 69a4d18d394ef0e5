"""A list being merged into the file: clients looked up in batches, changes written in batches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from amdesk.domain.incoming import name_key
from amdesk.store import merged
from amdesk.store.book_rows import Held, insertion, kept, remembered, row_values, uuids
from amdesk.store.contacts import BIRTHDAY
from amdesk.store.migrations import KEPT
from amdesk.store.store import Store
from amdesk.store.table import marks

_TABLES = ("client", "contact", "address")
# What is reckoned when a row is written: the sorting key always, the gaps of a new client only.
_RECKONED = {"client": ("sort_name", "lacks"), "contact": ("sort_name",), "address": ()}
_REACHED = """
SELECT a.client_id, a.contact_id
FROM address a JOIN contact p ON p.id = a.contact_id JOIN client c ON c.id = p.client_id
WHERE a.normal = ? AND p.deleted_at IS NULL AND c.deleted_at IS NULL ORDER BY a.id LIMIT 50
"""
_BATCH = 500
_MOST_HELD = 4000  # clients in memory at once
_MOST_WAITING = 4_000  # rows in memory before they are written: each writing makes triggers anew
_MOST_TRIED = 60_000  # the same of a trial, whose rows mostly need no writing at all


class Book:
    """The clients of the file while a list is merged into them, in bounded memory.

    What is added or changed is in hand at once, and in the file after ``flush``; ``relieve`` writes it when
    it has become much.
    """

    def __init__(self, store: Store, *, is_trial: bool = False) -> None:
        self._store = store
        self._patience = _MOST_TRIED if is_trial else _MOST_WAITING
        self._first: dict[int, int] = {}  # hash of a client's name → the first client called so
        self._others: dict[int, list[int]] = {}
        for client_id, name in store.connection.execute(
            "SELECT id, name FROM client WHERE deleted_at IS NULL"
        ):
            self._remember(client_id, name)
        self._has_merged = merged.has_any(store)
        for client_id, name in merged.names(store):
            self._remember(client_id, name)
        self._codes = {*store.column("SELECT code FROM client"), *merged.codes(store)}
        self._numbers: dict[str, int] = {}
        self._last = {table: store.value(f"SELECT coalesce(max(id), 0) FROM {table}") for table in _TABLES}
        self._empty = {table: _empty(store, table) for table in _TABLES}
        self._held: dict[int, Held] = {}
        self._fresh: dict[str, list[Held]] = {table: [] for table in _TABLES}
        self._changed: dict[tuple[str, int], Held] = {}
        self._unwritten: dict[str, list[tuple[int, int]]] = {}
        self._uuids: dict[str, tuple[int, int]] = {}

    # looking up

    def called(self, name: str) -> list[int]:
        """Ids of the clients with this folded name, or merged with one who had it, the oldest first."""
        key = hash(name_key(name))
        ids = [self._first[key], *self._others.get(key, ())] if key in self._first else []
        return [one for one in ids if is_called(self.client(one), name)]

    def by_uuid(self, table: str, uuid: str) -> tuple[int, int] | None:
        """Ids of the client and of the row (client or contact) with this uuid, also of one in the trash."""
        if uuid in self._uuids:
            return self._uuids[uuid]
        owner = "id" if table == "client" else "client_id"
        row = self._store.row(f"SELECT {owner}, id FROM {table} WHERE uuid = ?", [uuid])
        if row is None and self._has_merged:
            stays = merged.stays(self._store, table, [uuid]).get(uuid)
            return self.by_uuid(table, stays) if stays else None
        return None if row is None else (row[0], row[1])

    def reached(self, normal: str) -> list[tuple[int, int]]:
        """Ids of the clients and their contacts who are reached by this, the first one first."""
        rows = self._store.connection.execute(_REACHED, [normal])
        return [*((row[0], row[1]) for row in rows), *self._unwritten.get(normal, ())]

    def client(self, client_id: int) -> Held:
        """A client with its people and all addresses."""
        if client_id not in self._held:
            self._load([client_id])
        return self._held[client_id]

    def expect(self, names: Iterable[str]) -> None:
        """Bring clients with these names into hand at once: one by one takes far longer."""
        keys = {hash(name_key(name)) for name in names}
        wanted = [self._first[key] for key in keys if key in self._first]
        self._load([one for one in wanted if one not in self._held])

    def free_code(self, stem: str) -> str:
        """The code, or the first one numbered after it that no client has."""
        number, code = self._numbers.get(stem, 1), stem
        while code in self._codes:
            number += 1
            code = f"{stem[: 8 - len(str(number))]}{number}"
        self._numbers[stem] = number
        self._codes.add(code)
        return code

    def is_free(self, code: str) -> bool:
        """Whether no client has this code."""
        return code not in self._codes

    # changing

    def add_client(self, values: Mapping[str, object]) -> Held:
        """A new client."""
        held = self._add("client", values)
        self._held[held.id] = held
        self._remember(held.id, str(held.row["name"]))
        return held

    def add_contact(self, client: Held, values: Mapping[str, object]) -> Held:
        """A new person at a client."""
        held = self._add("contact", {**values, "client_id": client.id})
        client.people.append(held)
        return held

    def add_address(self, client: Held, values: Mapping[str, object], *, contact: Held | None) -> None:
        """A new address of the client, or of a person there."""
        contact_id = contact.id if contact else None
        held = self._add("address", {**values, "client_id": client.id, "contact_id": contact_id})
        (contact or client).addresses.append(held)
        if contact is not None and isinstance(held.row["normal"], str):
            self._unwritten.setdefault(held.row["normal"], []).append((client.id, contact.id))

    def change(self, held: Held, **values: object) -> None:
        """New values in some columns; a new name brings its sorting key when it is written."""
        for name, value in values.items():
            if name == "code":
                self._codes.add(str(value))
            held.row[name] = kept(value)
        if held.table == "client" and "name" in values:
            self._remember(held.id, str(held.row["name"]))
        if not held.fresh:
            self._changed[held.table, held.id] = held

    def relieve(self) -> None:
        """Write what is new and what has changed, if it is too much to be kept in hand."""
        waiting = sum(map(len, self._fresh.values())) + len(self._changed)
        if waiting > self._patience or len(self._held) - len(self._fresh["client"]) > _MOST_HELD:
            self.flush()

    def flush(self) -> None:
        """Write what is new and what has changed."""
        self._insert({table: rows for table, rows in self._fresh.items() if rows})
        for table in _TABLES:
            changed = [held for (of, _id), held in self._changed.items() if of == table]
            if changed:
                self._update(table, changed)
        self._changed.clear()
        self._unwritten.clear()
        self._uuids.clear()
        self._held.clear()

    # in SQL

    def _add(self, table: str, values: Mapping[str, object]) -> Held:
        self._last[table] += 1
        row = {**self._empty[table], **values, "id": self._last[table]}
        if table != "address":
            for name, value in values.items():
                if type(value) is not str:
                    row[name] = kept(value)
        held = Held(table, self._last[table], row, fresh=True)
        self._fresh[table].append(held)
        uuid = row.get("uuid")
        if isinstance(uuid, str) and uuid:
            self._uuids[uuid] = (held.id if table == "client" else _id(held, "client_id"), held.id)
        return held

    def _remember(self, client_id: int, name: str) -> None:
        key = hash(name_key(name))
        first = self._first.setdefault(key, client_id)
        if first != client_id:
            self._others.setdefault(key, []).append(client_id)

    def _insert(self, new: Mapping[str, list[Held]]) -> None:
        with self._store.spans({table: (rows[0].id, rows[-1].id) for table, rows in new.items()}):
            for table, rows in new.items():
                for held, uuid in zip(rows, uuids(len(rows)), strict=True):
                    held.row["uuid"] = held.row.get("uuid") or uuid
                columns = [*self._empty[table], *_RECKONED[table], "id"]
                self._store.connection.executemany(
                    *insertion(table, columns, [row_values(held, columns) for held in rows])
                )
        for rows in new.values():
            for held in rows:
                held.fresh = False
            rows.clear()

    def _update(self, table: str, rows: list[Held]) -> None:
        columns = [*self._empty[table], *_RECKONED[table][:1]]
        by_id = [*columns, "id"]
        self._store.connection.executemany(
            f"UPDATE {table} SET {','.join(f'{name}=?' for name in columns)} WHERE id=?",
            [row_values(held, by_id) for held in rows],
        )

    def _load(self, ids: Sequence[int]) -> None:
        for start in range(0, len(ids), _BATCH):
            found = load(self._store, ids[start : start + _BATCH])
            if self._has_merged:
                self._recall(found.values())
            self._held.update(found)

    def _recall(self, found: Iterable[Held]) -> None:
        """What clients and their people were before they were merged: a list may still say so."""
        held = {str(one.row["uuid"]): one for client in found for one in (client, *client.people)}
        for uuid, was in merged.was(self._store, [*held]).items():
            held[uuid].was = tuple(map(remembered, was))


def is_called(held: Held, name: str) -> bool:
    """Whether a client or contact has this name, or was merged with one who had it."""
    names = (held.row["name"], *(was.get("name") for was in held.was))
    return any(name_key(str(one)) == name_key(name) for one in names)


def load(store: Store, ids: Sequence[int]) -> dict[int, Held]:
    """Clients with their people and addresses, by id."""
    found = {held.id: held for held in _rows(store, "client", f"id IN ({marks(ids)})", ids)}
    people: dict[int, Held] = {}
    for held in _rows(store, "contact", f"client_id IN ({marks(ids)})", ids):
        people[held.id] = held
        found[_id(held, "client_id")].people.append(held)
    for held in _rows(store, "address", f"client_id IN ({marks(ids)})", ids):
        owner = people.get(_id(held, "contact_id")) or found[_id(held, "client_id")]
        owner.addresses.append(held)
    return found


def _rows(store: Store, table: str, condition: str, parameters: Sequence[object]) -> Iterator[Held]:
    names = ("id", *_empty(store, table))
    cursor = store.connection.cursor()
    cursor.row_factory = None
    sql = f"SELECT {','.join(names)} FROM {table} WHERE {condition} ORDER BY id"
    for values in cursor.execute(sql, parameters):
        row = dict(zip(names, values, strict=True))
        if table == "contact":
            birth = tuple(row.pop(name) for name in BIRTHDAY)
            row["birthday"] = birth if birth[0] else None
        yield Held(table, row["id"], row)


def _empty(store: Store, table: str) -> dict[str, object]:
    """The columns of a table as nobody has filled them in, without its id and what the file keeps true."""
    rows = store.rows("SELECT name, coalesce(dflt_value, 'NULL') FROM pragma_table_info(?)", [table])
    kept_true = {"id", *KEPT.get(table, ())}
    return {name: store.value(f"SELECT {default}") for name, default in rows if name not in kept_true}


def _id(held: Held, name: str) -> int:
    value = held.row[name]
    return value if isinstance(value, int) else 0
