"""Leaving nothing of what was deleted for good: former values, words of the index, bytes given back.

The index of words only marks what is deleted; the words go when its pieces are merged into one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from amdesk.store.store import Store
from amdesk.store.table import marks

_INDEXES = ("client_search", "client_squash", "interaction_search")
_AT_ONCE = 16  # pages of an index: a few milliseconds
_BLOB = 1 << 22  # bytes
_UUID = "json_extract({}.was, '$.uuid')"
_LASTS = f"""
CREATE TEMP TABLE gone AS
SELECT DISTINCT h.noun, h.row_id, {_UUID.format("h")} AS uuid, h.step_id AS last
FROM history h JOIN step s ON s.id = h.step_id
WHERE h.is_end = 1 AND s.id >= ? AND s.label IN ({{labels}})
"""
_FORMERS = f"""
INSERT INTO gone SELECT h.noun, h.row_id, m.former, h.step_id
FROM gone g JOIN merged m ON m.stays = g.uuid AND m.former <> m.stays
JOIN history h ON h.noun = m.noun AND h.is_end = 1 AND {_UUID.format("h")} = m.former
WHERE m.former NOT IN (SELECT uuid FROM gone)
"""
# What was a part of them and went before they did; an id that others had before is not theirs then.
_PARTS = f"""
INSERT INTO gone SELECT DISTINCT h.noun, h.row_id, {_UUID.format("h")}, h.step_id FROM gone g
JOIN history h ON h.part_of IN (g.noun || ' ' || g.row_id, g.noun || ' ' || g.uuid)
WHERE h.is_end = 1 AND h.step_id <= g.last AND h.step_id > coalesce((
    SELECT max(e.step_id) FROM history e WHERE e.noun = g.noun AND e.row_id = g.row_id AND e.is_end = 1
    AND e.step_id < g.last AND {_UUID.format("e")} <> g.uuid), 0)
  AND {_UUID.format("h")} NOT IN (SELECT uuid FROM gone)
"""
_THEIRS = f"""
SELECT h.id FROM gone g JOIN history h ON h.noun = g.noun AND h.row_id = g.row_id
AND {_UUID.format("h")} = g.uuid
"""


def values(store: Store, *, labels: Sequence[str], since: int) -> None:
    """Forget what was kept of rows that went in steps of these labels, from a step on, and are not back.

    That there was a row stays: nobody who has its id by now is to be taken for it.
    """
    with store.aside():
        store.execute("DROP TABLE IF EXISTS temp.gone")
        store.execute(_LASTS.format(labels=marks(labels)), [since, *labels])
        for noun in store.column("SELECT DISTINCT noun FROM gone"):
            store.execute(f"DELETE FROM gone WHERE noun = ? AND uuid IN (SELECT uuid FROM {noun})", [noun])
        for sql in (_FORMERS, _PARTS):
            while _adds(store, sql):
                pass
        store.execute("DELETE FROM merged WHERE stays IN (SELECT uuid FROM gone)")
        store.execute("DELETE FROM history WHERE noun = 'merged' AND json_extract(was, '$.stays') IN "
                      "(SELECT uuid FROM gone)")  # fmt: skip
        store.execute(f"DELETE FROM history WHERE is_end = 0 AND id IN ({_THEIRS})")
        store.execute(
            "UPDATE history SET was = json_object('uuid', json_extract(was, '$.uuid')) "
            f"WHERE id IN ({_THEIRS})"
        )
        store.execute("DROP TABLE temp.gone")
        _wipe(store)


def words(store: Store) -> Iterator[None]:
    """Rid the indexes of words of which only marks say that they are deleted, piece by piece."""
    for index in _INDEXES:
        size = -_AT_ONCE  # the first time all of it is called one piece to be
        while True:
            before = store.connection.total_changes
            with store.aside():
                store.execute(f"INSERT INTO {index}({index}, rank) VALUES('merge', ?)", [size])
            if size > 0 and store.connection.total_changes - before < 2:  # says SQLite: nothing is left to do
                break
            size = _AT_ONCE
            yield
    with store.aside():
        _wipe(store)


def _adds(store: Store, sql: str) -> bool:
    before = store.value("SELECT count(*) FROM gone")
    store.execute(sql)
    return bool(store.value("SELECT count(*) FROM gone") > before)


def _wipe(store: Store) -> None:
    """Overwrite the pages that were given back, which SQLite itself would leave: zeros take them all."""
    pages, size = (int(store.value(f"PRAGMA {name}")) for name in ("freelist_count", "page_size"))
    room = pages * size
    store.execute("CREATE TABLE zeros (zeros BLOB)")
    for start in range(0, room, _BLOB):
        store.execute("INSERT INTO zeros VALUES (zeroblob(?))", [min(_BLOB, room - start)])
    store.execute("DROP TABLE zeros")
