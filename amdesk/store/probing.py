"""What can be told of a file without opening it as ours: whether it is free, whose key it takes, its mark."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from amdesk.domain.key import Key
from amdesk.store import driver, soundness
from amdesk.store.driver import Connection

_MARK = 16  # bytes of SQLCipher's salt
_LARGE = 60_000_000  # bytes: what is smaller is looked through within a second


def is_free(path: Path) -> bool:
    """Whether nobody has a file open just now, without waiting and without touching it."""
    try:
        with closing(driver.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=0)) as probe:
            probe.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except driver.OperationalError as error:
        return "locked" not in str(error)
    except driver.DatabaseError:
        return True  # encrypted, and read as far as that
    return True


def keeps_waiting(path: Path) -> bool:
    """Whether a file was left open, nobody has it now, and looking through it takes more than a moment."""
    is_large = path.exists() and path.stat().st_size > _LARGE
    return is_large and soundness.was_left_open(path) and is_free(path)


def opens(path: Path, key: Key) -> bool:
    """Whether a key is that of an encrypted file, which its first page tells: whoever has it open now, and
    whatever the rest of it is like.
    """
    place = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    try:
        with closing(driver.opened(place, key, uri=True)) as probe:
            probe.execute("PRAGMA application_id").fetchone()
    except driver.DatabaseError:
        return False
    return True


def mark(path: Path) -> str:
    """What an encrypted file begins with, drawn when it was made and kept ever since: no two have the same.

    Nothing for what is no such file, or was written over. Never to be asked of a file that is open: closing
    it after reading would give up its locks.
    """
    try:
        with path.open("rb") as stream:
            head = stream.read(_MARK)
    except OSError:
        return ""
    return head.hex() if len(set(head)) >= _MARK // 2 else ""


def mark_of(connection: Connection) -> str:
    """The mark of a file that is open."""
    return str(connection.execute("PRAGMA cipher_salt").fetchone()[0])
