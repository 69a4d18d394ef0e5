"""The index of words: folded text of clients and calls, brought up to date at the end of every step."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from amdesk.domain.text import fold, fold_index, phone_key, squash
from amdesk.store.driver import Connection, Row
from amdesk.store.table import marks

_CLIENT_TEXT = """
SELECT c.id, c.code || ' ' || c.name || ' ' || c.notes || ' ' || c.next_step || ' ' || coalesce((
    SELECT group_concat(name || ' ' || role || ' ' || notes, ' ') FROM contact
    WHERE client_id = c.id AND deleted_at IS NULL), '') AS words,
  coalesce((SELECT group_concat(former_code || char(10) || former_name, char(10)) FROM merged
    WHERE stays = c.uuid AND former <> stays), '') AS formers,
  c.code || char(10) || c.name || char(10) || coalesce((
    SELECT group_concat(name, char(10)) FROM contact
    WHERE client_id = c.id AND deleted_at IS NULL), '') AS names,
  coalesce((SELECT group_concat(value || char(10) || coalesce(normal, ''), char(10)) FROM address
    WHERE client_id = c.id AND medium = 'phone'), '') AS numbers,
  coalesce((SELECT group_concat(value, char(10)) FROM address
    WHERE client_id = c.id AND medium <> 'phone'), '') AS addresses
FROM client c WHERE c.deleted_at IS NULL AND c.id IN ({marks})
"""
_CALL_TEXT = """
SELECT i.id, i.reference || ' ' || i.occasion || ' ' || i.participants || ' ' || i.private_note || ' '
  || coalesce((SELECT group_concat(
      p.text || ' ' || p.from_value || ' ' || p.to_value || ' ' || p.owner || ' ' || p.answer, ' ')
    FROM point p JOIN summary s ON s.id = p.summary_id WHERE s.interaction_id = i.id), '') AS words
FROM interaction i WHERE i.deleted_at IS NULL AND i.id IN ({marks})
"""
_NAMES = """
SELECT id, 0, 'client', name FROM client WHERE deleted_at IS NULL AND id IN ({marks}) UNION ALL
SELECT p.client_id, p.id, 'contact', p.name FROM contact p JOIN client c ON c.id = p.client_id
WHERE p.deleted_at IS NULL AND c.deleted_at IS NULL AND p.client_id IN ({marks})
"""
_OF_CLIENT = frozenset({"client", "contact", "address", "merged"})
_OF_CALL = frozenset({"interaction", "summary", "point"})
_BATCH = 500


class Log(Protocol):
    """What knows to which clients or calls the rows belong that were written since a moment."""

    def owners(self, nouns: Iterable[str], since: int) -> Iterator[int]: ...


def reindex(connection: Connection, log: Log, since: int) -> Iterator[tuple[int, int]]:
    """Index again the clients and calls that were written after ``since``.

    Yields after each batch how many are done, and of how many.
    """
    clients, calls = (array("q", log.owners(nouns, since)) for nouns in (_OF_CLIENT, _OF_CALL))
    done, total = 0, len(clients) + len(calls)
    for owners, index in ((clients, _index_clients), (calls, _index_calls)):
        for start in range(0, len(owners), _BATCH):
            ids = owners[start : start + _BATCH].tolist()
            index(connection, ids)
            done += len(ids)
            yield done, total


def _index_clients(connection: Connection, ids: Sequence[int]) -> None:
    rows = connection.execute(_CLIENT_TEXT.format(marks=marks(ids)), ids).fetchall()
    for table in ("client_search", "client_squash"):
        _forget(connection, table, ids)
    _index_names(connection, ids)
    words, letters = zip(*map(_of_client, rows), strict=True) if rows else ((), ())
    connection.executemany("INSERT INTO client_search(rowid, words) VALUES (?, ?)", words)
    connection.executemany("INSERT INTO client_squash(rowid, letters) VALUES (?, ?)", letters)


def _index_names(connection: Connection, ids: Sequence[int]) -> None:
    """The letters of the names of clients and of their people, by which those that are alike are found."""
    from amdesk.domain.duplicate import name_letters  # what only writes is not waited for at a start

    places = marks(ids)
    rows = connection.execute(_NAMES.format(marks=places), [*ids, *ids]).fetchall()
    connection.execute(f"DELETE FROM alike WHERE client_id IN ({places})", ids)
    connection.executemany(
        "INSERT INTO alike(client_id, contact_id, letters) VALUES (?, ?, ?)",
        [
            (client_id, contact_id, letters)
            for client_id, contact_id, noun, name in rows
            if (letters := name_letters(noun, name))
        ],
    )


def _index_calls(connection: Connection, ids: Sequence[int]) -> None:
    rows = connection.execute(_CALL_TEXT.format(marks=marks(ids)), ids).fetchall()
    _forget(connection, "interaction_search", ids)
    connection.executemany(
        "INSERT INTO interaction_search(rowid, words) VALUES (?, ?)",
        ((row["id"], fold_index(row["words"])) for row in rows),
    )


def _forget(connection: Connection, table: str, ids: Sequence[int]) -> None:
    """Take out of an index what stands in it: a deletion that finds nothing would still make it write."""
    known = f"SELECT id FROM {table}_docsize WHERE id IN ({marks(ids)})"
    there = [row[0] for row in connection.execute(known, ids)]
    if there:
        connection.execute(f"DELETE FROM {table} WHERE rowid IN ({marks(there)})", there)


def _of_client(row: Row) -> tuple[tuple[int, str], tuple[int, str]]:
    """The client's words; and its names and numbers without their spaces, a line each, so that a part of a
    word finds them too."""
    client_id, words, formers, names, numbers, addresses = row
    typed = _lines(numbers)
    folded = [*map(fold, (*typed, *_lines(addresses)))]
    words = " ".join([fold_index(f"{words} {formers}"), *folded, *map(phone_key, typed)])
    letters = "\n".join((*map(fold, (*_lines(names), *_lines(formers))), *folded)).replace(" ", "")
    return (client_id, words), (client_id, letters)


def _lines(text: str) -> Iterable[str]:
    """The lines of a text, each once: a number as it was typed is often the one machines compare."""
    return dict.fromkeys(filter(None, text.splitlines()))


def words_query(text: str) -> str:
    """An FTS5 query for typed words: every token quoted, so that no input is syntax, and open at its end."""
    tokens = fold(text).split()
    key = phone_key(text)
    if len(key) >= 7 and fold(text).replace(" ", "").isdigit():
        return f'"{key}" *'
    return " ".join(f'"{token}" *' for token in tokens)


def letters_query(text: str) -> str | None:
    """A trigram query for a part of a name or number; nothing below three letters."""
    letters = squash(text)
    return f'"{letters}"' if len(letters) >= 3 else None
