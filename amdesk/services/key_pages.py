"""Pages about the key: the one in its place, its copy, and what tells of it where that is lost or another's.

A key that was looked for counts only where it opens the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from amdesk.domain.errors import AmdeskError
from amdesk.domain.key import Key, key_of
from amdesk.formats import backup_archive
from amdesk.services import key_state
from amdesk.services.backup_places import places
from amdesk.store import key_files, opening, sidecar
from amdesk.store.sidecar import Keeper, Sidecar, Taken
from amdesk.system import paths
from amdesk.system.secrets import Secrets, SecretsUnavailableError


def settle(folder: Path, key: Key) -> None:
    """Note that the encrypted file stands in its place and opens: from now on its key is as dear as it is.

    What tells of the key, and what opens it, stands among the backups once more: for the day on which
    somebody tidies up.
    """
    place = paths.sidecar(folder)
    before = sidecar.read(place)
    if before is None or before.key != key.id:  # lost, or another's; or this key is known without any page
        kept: Keeper = "passphrase" if key_state.has_passphrase(folder) else "keyring"
        new = Sidecar(sidecar.new_name(), key.id, kept, _taken(folder))
        _put_back(folder, of_key(folder, key) or new)
    sidecar.change(place, made=True)
    keep_copies(folder)


def keep_copies(folder: Path) -> None:
    """Let what stands among the backups be as what stands beside the file.

    Where that cannot be written all goes on: it is for a day that may never come.
    """
    with suppress(AmdeskError, OSError):
        for one in _of_key(folder):
            copy = paths.key_copy(one)
            if not one.exists():
                copy.unlink(missing_ok=True)
            elif not copy.exists() or one.read_bytes() != copy.read_bytes():
                key_files.copy(one, copy)


def mend(folder: Path) -> None:
    """Put back an envelope that vanished from beside the file, where its copy is that of the same key."""
    page, *envelopes = _of_key(folder)
    said, copied = sidecar.read(page), sidecar.read(paths.key_copy(page))
    if copied is None or (said is not None and said.key != copied.key) or not paths.library(folder).exists():
        return
    for one in envelopes:
        if not one.exists() and paths.key_copy(one).is_file():
            with suppress(AmdeskError, OSError):  # nothing is lost by that yet, for it was not beside it
                key_files.copy(paths.key_copy(one), one)


def another(folder: Path, key: Key, secrets: Secrets) -> Key | None:
    """The key that opens a file which ``key`` does not, where the page is another folder's."""
    if opening.opens(paths.library(folder), key):
        return None
    with suppress(SecretsUnavailableError):
        return find(folder, secrets)
    return None


def find(folder: Path, secrets: Secrets) -> Key | None:
    """The key that opens the file of a folder, under whatever name it is kept; nothing where none does.

    Its page takes the place of the one that is there, which is set aside. A SecretsUnavailableError where the
    keyring cannot be asked.
    """
    library = paths.library(folder)
    for said, kept in chain(_named(folder, secrets), _listed(folder, secrets)):
        key = key_of(kept)
        if key is not None and opening.opens(library, key):
            _put_back(folder, replace(said, kept="keyring"))
            return key
    return None


def others(folder: Path) -> Iterator[Sidecar]:
    """What is left of a page: its copy, those set aside, those in the backups, the newest of these first."""
    copy = paths.key_copy(paths.sidecar(folder))
    aside = chain.from_iterable(
        sorted(place.parent.glob(f"{place.stem}-before-*{place.suffix}"), reverse=True)
        for place in (paths.sidecar(folder), copy)
    )
    for path in (copy, *aside):
        if (said := sidecar.read(path)) is not None:
            yield said
    for place in places(folder):
        for backup in sorted(place.glob("amdesk-*.zip"), reverse=True):
            if (said := page_in(backup)) is not None:
                yield said


def of_key(folder: Path, key: Key) -> Sidecar | None:
    """What is left of the page about one key."""
    return next((one for one in others(folder) if one.key == key.id), None)


def page_in(backup: Path) -> Sidecar | None:
    """The page that a backup carries; nothing where it has none, or cannot be read."""
    with suppress(AmdeskError, OSError), TemporaryDirectory(prefix="amdesk-") as aside:
        backup_archive.take_keys(backup, Path(aside))
        return sidecar.read(Path(aside) / backup_archive.KEY_PAGE)
    return None


def _named(folder: Path, secrets: Secrets) -> Iterator[tuple[Sidecar, str]]:
    asked = set[str]()
    for said in others(folder):
        if said.library not in asked and (kept := secrets.get(said.library)):
            yield said, kept
        asked.add(said.library)


def _listed(folder: Path, secrets: Secrets) -> Iterator[tuple[Sidecar, str]]:
    """What a keyring that can be looked through has of ours, named on no page."""
    found: Mapping[str, str] = secrets.every()
    for name, kept in found.items():
        if (key := key_of(kept)) is not None:
            yield Sidecar(name, key.id, "keyring", _taken(folder)), kept


def _put_back(folder: Path, said: Sidecar) -> None:
    place = paths.sidecar(folder)
    if place.exists():
        place.replace(paths.before(place))
    sidecar.write(place, replace(said, made=True))


def _of_key(folder: Path) -> tuple[Path, ...]:
    return paths.sidecar(folder), paths.recovery_key(folder), paths.passphrase_key(folder)


def _taken(folder: Path) -> Taken:
    return "confirmed" if paths.recovery_key(folder).is_file() else ""
