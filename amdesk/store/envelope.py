"""A small encrypted file that holds the key of the large one, opened by words that a person has."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from amdesk.domain.key import Key, key_of
from amdesk.store import driver, key_files


@dataclass(frozen=True, slots=True)
class Held:
    """What an envelope holds: a key, and the name under which a keyring keeps it."""

    key: Key
    library: str


def seal(path: Path, words: str, held: Held) -> None:
    """Put a key into an envelope that opens by ``words``; it takes the place of the one that is there.

    It is read back before it does. Raises an AmdeskError where it cannot be written.
    """
    key_files.put(path, _sealed(words, held))


def begin(path: Path, words: str, held: Held) -> Held | None:
    """Put a key into an envelope where none is; what is held there then, which another start may have put.

    Nothing where that does not open by these ``words``.
    """
    with suppress(FileExistsError):
        key_files.put(path, _sealed(words, held), is_new=True)
    return unseal(path, words)


def unseal(path: Path, words: str) -> Held | None:
    """What an envelope holds; nothing where the words do not open it, it is damaged, or not there."""
    if not path.is_file():  # SQLite would make one
        return None
    try:
        with closing(driver.opened(str(path), words)) as envelope:
            row = envelope.execute("SELECT key, library FROM held").fetchone()
    except driver.DatabaseError:
        return None
    key = key_of(row[0]) if row else None
    return Held(key, str(row[1])) if key else None


def _sealed(words: str, held: Held) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        _write(path, words, held)
        _compare(unseal(path, words), held)

    return write


def _compare(found: Held | None, held: Held) -> None:
    if found != held:
        raise OSError("what was written is not what is read")


def _write(path: Path, words: str, held: Held) -> None:
    with closing(driver.opened(str(path), words)) as envelope:
        envelope.execute("PRAGMA synchronous = EXTRA")
        envelope.execute("BEGIN")
        envelope.execute("CREATE TABLE held (key TEXT NOT NULL, library TEXT NOT NULL) STRICT")
        envelope.execute("INSERT INTO held(key, library) VALUES (?, ?)", [held.key.hex, held.library])
        envelope.execute("COMMIT")
