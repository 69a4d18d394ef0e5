"""The page beside the encrypted file that says which key opens it, and who keeps that key."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Literal, TypeAlias, cast

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_
from amdesk.store.naming import place_new

Keeper: TypeAlias = Literal["keyring", "passphrase"]
Taken: TypeAlias = Literal["", "shown", "confirmed"]


@dataclass(frozen=True, slots=True)
class Sidecar:
    """``library`` is the name under which a keyring has the key, ``key`` the key's id, ``code`` whether its
    recovery code was taken. ``made`` tells that the encrypted file stood in its place: before that, nothing
    is lost with the key.
    """

    library: str
    key: str
    kept: Keeper
    code: Taken = ""
    made: bool = False


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
    return Sidecar(library, key, cast(Keeper, kept), cast(Taken, taken), found.get("made") is not False)


def write(path: Path, said: Sidecar) -> None:
    """Put the page in the place of the one that is there."""
    _put(path, said, lambda beside: beside.replace(path))


def begin(path: Path, said: Sidecar) -> Sidecar:
    """Put the page where none is; what stands there then, which may be another's who was faster."""
    with suppress(FileExistsError):
        _put(path, said, lambda beside: place_new(beside, path))
    return read(path) or said


def change(path: Path, **values: object) -> None:
    """Say something else on the page that is there; where there is none, nothing is said."""
    said = read(path)
    if said is not None and (other := replace(said, **values)) != said:  # type: ignore[arg-type]
        write(path, other)


def _put(path: Path, said: Sidecar, place: Callable[[Path], object]) -> None:
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(os.open(beside, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "w") as stream:
            json.dump(asdict(said), stream, indent=1)
            stream.flush()
            os.fsync(stream.fileno())
        place(beside)
    except FileExistsError:
        raise
    except OSError as error:
        raise AmdeskError(
            N_("The key could not be kept in {folder}. Check its rights and the room on the disk."),
            folder=str(path.parent),
        ) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
