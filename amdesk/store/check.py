"""Reading the whole file for what should never be: damage, words not found, kept columns that went wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from amdesk.domain.summary import STATES
from amdesk.domain.text import fold, is_blank
from amdesk.store import driver
from amdesk.store.migrations import NOUNS
from amdesk.store.store import Store

_MOST = 20  # of each kind: whoever mends the first ones asks again
_SPOTS = 200
# Beyond these scripts the tokenizer of SQLite may know fewer letters than we do.
_LAST_COMMON_LETTER = "\u0700"

_LEFT = "state IN ('sent', 'no_answer', 'silent', 'confirmed', 'corrected')"
_KNOWN = ", ".join(f"'{state}'" for state in STATES)
_OF_CALL = "FROM summary s JOIN interaction i ON i.id = s.interaction_id WHERE "
# What is wrong → a query for where: a reference, a code, or another name that a person can look up.
_QUERIES = {
    "last_contact": (
        "SELECT code FROM client c WHERE last_contact_at IS NOT (SELECT max(started_at) FROM interaction "
        "WHERE client_id = c.id AND outcome = 'reached' AND deleted_at IS NULL)"
    ),
    "state": (
        "SELECT reference FROM interaction i WHERE state IS NOT coalesce((SELECT state FROM summary "
        "WHERE interaction_id = i.id ORDER BY version DESC LIMIT 1), 'missing')"
    ),
    "unknown_state": f"SELECT i.reference {_OF_CALL} s.state NOT IN ({_KNOWN})",
    "handed_over": f"SELECT i.reference {_OF_CALL} s.state = 'handed_over' AND s.handed_over_at IS NULL",
    "sent": f"SELECT i.reference {_OF_CALL} s.{_LEFT} AND (s.sent_at IS NULL OR s.sent_plain = '')",
    "confirmed": (
        f"SELECT i.reference {_OF_CALL} s.state = 'confirmed' AND (coalesce(s.confirmed_by, '') = '' "
        "OR s.confirmed_at IS NULL OR s.confirmed_how IS NULL)"
    ),
    "not_needed": f"SELECT i.reference {_OF_CALL} s.state = 'not_needed' AND trim(s.reason) = ''",
    "versions": (
        f"SELECT i.reference {_OF_CALL} (s.state = 'corrected') <> EXISTS ("
        "SELECT 1 FROM summary n WHERE n.interaction_id = s.interaction_id AND n.version > s.version)"
    ),
    "reference": "SELECT reference FROM interaction NOT INDEXED GROUP BY reference HAVING count(*) > 1",
    "positions": (
        "SELECT i.reference FROM (SELECT summary_id FROM point GROUP BY summary_id HAVING count(*) <> "
        "count(DISTINCT position) OR min(position) <> 0 OR max(position) <> count(*) - 1) p "
        "JOIN summary s ON s.id = p.summary_id JOIN interaction i ON i.id = s.interaction_id"
    ),
    "task_done": "SELECT title FROM task WHERE (state IN ('done', 'dropped')) <> (done_at IS NOT NULL)",
    "task_circle": (
        "WITH RECURSIVE waits(first, id) AS (SELECT task_id, after_id FROM task_link UNION "
        "SELECT w.first, l.after_id FROM waits w JOIN task_link l ON l.task_id = w.id) "
        "SELECT title FROM task WHERE id IN (SELECT first FROM waits WHERE first = id)"
    ),
    "address": (
        "SELECT c.code FROM address a JOIN contact p ON p.id = a.contact_id "
        "JOIN client c ON c.id = a.client_id WHERE p.client_id <> a.client_id"
    ),
    "measured": (
        "SELECT g.name FROM goal g WHERE (g.measured_on, g.value) IS NOT (SELECT m.taken_on, m.value "
        "FROM (SELECT 1) LEFT JOIN measurement m ON m.id = (SELECT id FROM measurement "
        "WHERE goal_id = g.id ORDER BY taken_on DESC, id DESC LIMIT 1))"
    ),
    "span": "SELECT name FROM goal WHERE due_on <= start_on",
}
_ACTIONS_WITHOUT_TASK = (
    "SELECT i.reference, p.text FROM point p JOIN summary s ON s.id = p.summary_id "
    "JOIN interaction i ON i.id = s.interaction_id WHERE p.kind = 'action' "
    "AND s.state NOT IN ('corrected', 'not_needed') "
    "AND NOT EXISTS (SELECT 1 FROM task t WHERE t.point_id = p.id)"
)
_INDEXES = {"client_search": "client", "client_squash": "client", "interaction_search": "interaction"}
_SPOT_TEXTS = {
    "client_search": "SELECT id, name, code FROM client WHERE deleted_at IS NULL",
    "interaction_search": "SELECT id, occasion, reference FROM interaction WHERE deleted_at IS NULL",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong: ``kind`` says what, ``where`` names the record or quotes SQLite."""

    kind: str
    where: str


def findings(store: Store) -> Iterator[Finding]:
    """Everything that is wrong, at most some of each kind."""
    damage = list(_damage(store))
    yield from damage
    if damage:
        return
    yield from contradictions(store)
    yield from _index(store)


def contradictions(store: Store) -> Iterator[Finding]:
    """What rows say against each other, whatever SQLite thinks of the file."""
    for noun in NOUNS:
        twice = store.rows(f"SELECT uuid FROM {noun} NOT INDEXED GROUP BY uuid HAVING count(*) > 1 LIMIT 1")
        yield from (Finding("uuid", noun) for _ in twice)
    for kind, query in _QUERIES.items():
        for where in store.column(f"SELECT DISTINCT * FROM ({query}) LIMIT {_MOST}"):
            yield Finding(kind, str(where))
    yield from islice(_without_task(store), _MOST)


def _without_task(store: Store) -> Iterator[Finding]:
    """Summaries with an action that nobody has as a task; one of which nothing can be seen has none."""
    rows = store.rows(_ACTIONS_WITHOUT_TASK)
    for where in dict.fromkeys(row["reference"] for row in rows if not is_blank(row["text"])):
        yield Finding("no_task", where)


def _damage(store: Store) -> Iterator[Finding]:
    try:
        for told in store.column(f"PRAGMA quick_check({_MOST})"):
            if told != "ok":
                yield Finding("damaged", str(told))
        for table, *_rest in store.rows("PRAGMA foreign_key_check")[:_MOST]:
            yield Finding("orphan", str(table))
    except driver.DatabaseError as error:
        yield Finding("damaged", str(error))


def _index(store: Store) -> Iterator[Finding]:
    """Rows and their words belong together one by one, and some are looked up as a search would."""
    for index, table in _INDEXES.items():
        live = f"SELECT id FROM {table} WHERE deleted_at IS NULL"
        lacking = store.value(f"SELECT count(*) FROM ({live}) WHERE id NOT IN (SELECT rowid FROM {index})")
        dead = store.value(f"SELECT count(*) FROM {index} WHERE rowid NOT IN ({live})")
        if lacking or dead:
            yield Finding("index", table)
            return
    for index, query in _SPOT_TEXTS.items():
        rows = store.rows(f"{query} ORDER BY id DESC LIMIT {_SPOTS}")
        for row_id, text, name in rows:
            word = _word(text)
            found = f"SELECT 1 FROM {index} WHERE {index} MATCH ? AND rowid = ?"
            if word and store.row(found, [f'"{word}"', row_id]) is None:
                yield Finding("words", str(name))


def _word(text: str) -> str | None:
    """A word of a text that any tokenizer keeps whole."""
    return next((word for word in fold(text).split() if max(word) < _LAST_COMMON_LETTER), None)
