"""What tells of the key of a file whose page is lost, torn or another folder's: other pages, and the keyring.

A key that was looked for counts only where it opens the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from itertools import chain
from pathlib import Path

from amdesk.domain.errors import AmdeskError
from amdesk.domain.key import Key, key_of
from amdesk.formats import backup_archive
from amdesk.services import key_state
from amdesk.services.backup_places import places
from amdesk.store import probing, sidecar
from amdesk.store.sidecar import Sidecar
from amdesk.system import paths
from amdesk.system.secrets import Secrets, SecretsUnavailableError


def another(folder: Path, key: Key, secrets: Secrets) -> Key | None:
    """The key that opens a file which ``key`` does not, where the page is another folder's."""
    if probing.opens(paths.library(folder), key):
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
        if key is not None and probing.opens(library, key):
            key_state.put_back(folder, replace(said, kept="keyring"))
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
    with suppress(AmdeskError, OSError), backup_archive.keys_of(backup) as held:
        return sidecar.read(held / backup_archive.KEY_PAGE)
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
            yield Sidecar(name, key.id, "keyring", key_state.taken(folder)), kept
