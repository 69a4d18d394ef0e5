"""The page beside the encrypted file that says which key opens it, and who keeps that key."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Literal, TypeAlias, cast

from amdesk.store import key_files

Keeper: TypeAlias = Literal["keyring", "passphrase"]
Taken: TypeAlias = Literal["", "shown", "confirmed"]


@dataclass(frozen=True, slots=True)
class Sidecar:
    """``library`` is the name under which a keyring has the key, ``key`` the key's id, ``code`` whether its
    recovery code was taken. ``made`` tells that the encrypted file stood in its place: before that, nothing
    is lost with the key. ``file`` is the mark of that file: another's has another.
    ``code_on`` is the day, as ISO has it, of which the recovery code is.
    """

    library: str
    key: str
    kept: Keeper
    code: Taken = ""
    made: bool = False
    file: str = ""
    code_on: str = ""

    @property
    def day(self) -> date | None:
        """The day of the recovery code, where it is known."""
        try:
            return date.fromisoformat(self.code_on)
        except ValueError:
            return None


def new_name() -> str:
    """A name for a keyring that no other file has."""
    from uuid import uuid4

    return str(uuid4())


def read(path: Path) -> Sidecar | None:
    """What the page says; nothing where there is none or it cannot be made out."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    return of(found)


def of(found: Any) -> Sidecar | None:
    """The page in what was read of JSON."""
    if not isinstance(found, dict):
        return None
    library, key, kept, code = (found.get(name) for name in ("library", "key", "kept", "code"))
    if not (isinstance(library, str) and isinstance(key, str) and kept in {"keyring", "passphrase"}):
        return None
    taken = code if code in {"shown", "confirmed"} else ""
    made, file, code_on = found.get("made") is not False, found.get("file"), found.get("code_on")
    return Sidecar(library, key, cast(Keeper, kept), cast(Taken, taken), made, *map(_text, (file, code_on)))


def write(path: Path, said: Sidecar) -> None:
    """Put the page in the place of the one that is there."""
    key_files.put(path, _page(said))


def begin(path: Path, said: Sidecar) -> Sidecar:
    """Put the page where none is; what stands there then, which may be another's who was faster."""
    with suppress(FileExistsError):
        key_files.put(path, _page(said), is_new=True)
    return read(path) or said


def change(path: Path, **values: object) -> None:
    """Say something else on the page that is there; where there is none, nothing is said."""
    said = read(path)
    if said is not None and (other := replace(said, **values)) != said:  # type: ignore[arg-type]
        write(path, other)


def _text(found: Any) -> str:
    return found if isinstance(found, str) else ""


def _page(said: Sidecar) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        path.write_text(json.dumps(asdict(said), indent=1), encoding="utf-8")

    return write
