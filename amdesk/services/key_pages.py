"""The page about the key, and page and envelopes once more among the backups, for when somebody tidies up.

Where a copy cannot be written all goes on: it is for a day that may never come.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from pathlib import Path

from amdesk.domain.errors import AmdeskError
from amdesk.domain.key import Key
from amdesk.services import key_state
from amdesk.services.desk import Desk
from amdesk.store import envelope, key_files, probing, sidecar
from amdesk.store.driver import Connection
from amdesk.store.envelope import Held
from amdesk.store.sidecar import Keeper, Sidecar
from amdesk.system import paths


def settle(folder: Path, key: Key, connection: Connection) -> None:
    """Note that the encrypted file stands in its place, open: from now on its key is as dear as it is."""
    place = paths.sidecar(folder)
    before = sidecar.read(place)
    if before is None or before.key != key.id:  # lost, or another's; or this key is known without any page
        kept: Keeper = "passphrase" if key_state.has_passphrase(folder) else "keyring"
        new = Sidecar(sidecar.new_name(), key.id, kept, key_state.taken(folder))
        from amdesk.services import lost_pages

        key_state.put_back(folder, lost_pages.of_key(folder, key) or new)
    sidecar.change(place, made=True, file=probing.mark_of(connection))
    _copy(place)
    for one in _envelopes(folder):
        if not paths.key_copy(one).exists():  # else this one may be damaged, and the copy is not
            _copy(one)


def changed(folder: Path) -> None:
    """Let the copies be as what stands beside the file, for that was changed, or taken away."""
    for one in (paths.sidecar(folder), *_envelopes(folder)):
        _copy(one)
    if paths.passphrase_key(folder) not in _envelopes(folder):
        paths.key_copy(paths.passphrase_key(folder)).unlink(missing_ok=True)


def mend(folder: Path) -> None:
    """Put back an envelope that vanished from beside the file, where its copy is that of the same key."""
    page = paths.sidecar(folder)
    said, copied = sidecar.read(page), sidecar.read(paths.key_copy(page))
    if copied is None or (said is not None and said.key != copied.key) or not paths.library(folder).exists():
        return
    for one in _envelopes(folder):
        if not one.exists() and paths.key_copy(one).is_file():
            with suppress(AmdeskError, OSError):  # nothing is lost by that yet, for it was not beside it
                key_files.copy(paths.key_copy(one), one)


def unsealed(place: Path, words: str) -> Held | None:
    """What an envelope holds; that of its copy where it is damaged itself."""
    copy = paths.key_copy(place)
    is_another = copy.is_file() and (not place.is_file() or copy.read_bytes() != place.read_bytes())
    return envelope.unseal(place, words) or (envelope.unseal(copy, words) if is_another else None)


def day_of_code(folder: Path) -> date | None:
    """The day of the recovery code that counts, where it is known: a page alone may be another folder's."""
    page = paths.sidecar(folder)
    said, copied = sidecar.read(page), sidecar.read(paths.key_copy(page))
    is_its_page = said is not None and copied is not None and said.key == copied.key
    return said.day if said is not None and is_its_page else None


def lay_beside(desk: Desk) -> None:
    """Put page and envelope beside the backups in the second folder: the newest code opens all of these.

    Where that cannot be done each opens by the code of its day.
    """
    chosen = str(desk.settings["backup_folder"]).strip()
    if desk.key is None or desk.folder is None or not chosen:
        return
    for one, name in zip((paths.sidecar, paths.recovery_key), names_beside(desk.key.id), strict=True):
        place = Path(chosen).expanduser() / name
        if place.parent.is_dir() and one(desk.folder).is_file():
            with suppress(AmdeskError, OSError):
                key_files.copy(one(desk.folder), place)


def names_beside(key_id: str) -> tuple[str, str]:
    """What page and envelope are called where backups of others may lie as well."""
    return f"amdesk-{key_id}.json", f"amdesk-{key_id}.key"


def _envelopes(folder: Path) -> tuple[Path, ...]:
    """Those of which a copy may lie among the backups: a passphrase that only locks the window opens none."""
    said = sidecar.read(paths.sidecar(folder))
    only = (paths.recovery_key(folder),)
    return (*only, paths.passphrase_key(folder)) if said is None or said.kept == "passphrase" else only


def _copy(one: Path) -> None:
    copy = paths.key_copy(one)
    with suppress(AmdeskError, OSError):
        if not one.exists():
            copy.unlink(missing_ok=True)
        elif not copy.exists() or one.read_bytes() != copy.read_bytes():
            key_files.copy(one, copy)
