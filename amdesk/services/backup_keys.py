"""What opens a backup: it carries its own key, in an envelope for the recovery code."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

from amdesk.domain import key as codes
from amdesk.domain.errors import AmdeskError, BackupNeedsKeyError
from amdesk.domain.key import Key
from amdesk.domain.messages import N_
from amdesk.formats import backup_archive
from amdesk.services import folder_key, key_pages, keys
from amdesk.services.desk import Desk
from amdesk.store import key_files, sidecar
from amdesk.store.sidecar import Sidecar
from amdesk.system import paths
from amdesk.system.secrets import Secrets, SecretsUnavailableError

_NAMES = (backup_archive.KEY_PAGE, backup_archive.BY_CODE, backup_archive.BY_PASSPHRASE)


def members(desk: Desk, own: Path | None = None) -> list[tuple[str, Path]]:
    """What of the key goes into a backup: the page about it and the envelopes, never the key itself.

    The one for a passphrase goes along where that is what opens the file anyway, unless the backup has one of
    its ``own``.
    """
    if desk.folder is None or desk.key is None:
        return []
    _page_again(desk, desk.key)
    found = [
        (backup_archive.KEY_PAGE, paths.sidecar(desk.folder)),
        (backup_archive.BY_CODE, paths.recovery_key(desk.folder)),
    ]
    if own is not None and own.is_file():
        found.append((backup_archive.BY_PASSPHRASE, own))
    elif not keys.in_keyring(desk):
        found.append((backup_archive.BY_PASSPHRASE, paths.passphrase_key(desk.folder)))
    return [(name, path) for name, path in found if path.is_file()]


def _page_again(desk: Desk, key: Key) -> None:
    """The page about the key is written again where it vanished meanwhile: no backup opens without it."""
    if desk.folder is None or sidecar.read(paths.sidecar(desk.folder)) is not None:
        return
    key_pages.settle(desk.folder, key, desk.store.connection)
    if keys.in_keyring(desk) and desk.secrets is not None:
        with suppress(SecretsUnavailableError):
            folder_key.remember(desk.folder, key, desk.secrets)


def fitting(file: Path, key: Key | None, *, secrets: Secrets | None) -> Key | None:
    """The key with which a backup opens.

    Nothing for one from before there were keys; a BackupNeedsKeyError where it is neither the one given nor
    kept in the keyring.
    """
    with backup_archive.keys_of(file) as held:
        said = sidecar.read(held / backup_archive.KEY_PAGE)
        by_passphrase = (held / backup_archive.BY_PASSPHRASE).is_file()
    if said is None:
        return None
    found = key if key is not None and key.id == said.key else _kept(said, secrets)
    if found is None:
        raise BackupNeedsKeyError(file, _code_day(file, said), by_passphrase=by_passphrase)
    return found


def _kept(said: Sidecar, secrets: Secrets | None) -> Key | None:
    """The key that a page tells of, where the keyring has it: a backup of another folder of this machine."""
    if secrets is None:
        return None
    with suppress(SecretsUnavailableError):
        found = codes.key_of(secrets.get(said.library) or "")
        return found if found is not None and found.id == said.key else None
    return None


def key_of(file: Path, text: str) -> Key:
    """The key of a backup by the recovery code it was made with, or by the passphrase; by a newer code where
    what that opens lies beside the backup.

    Raises an AmdeskError where it is none of them.
    """
    with backup_archive.keys_of(file) as folder:
        said = sidecar.read(folder / backup_archive.KEY_PAGE)
        envelopes = paths.recovery_key(folder).is_file(), paths.passphrase_key(folder).is_file()
        beside = [envelope for _page, envelope in _beside(file, said)]
        if not any(envelopes) and not beside:
            raise AmdeskError(
                N_(
                    "{file} was made before there was a recovery code. Only the machine it was made on can "
                    "open it."
                ),
                file=file.name,
            )
        for one in (folder_key.by_passphrase, folder_key.by_code):
            with suppress(AmdeskError):
                return one(folder, text)
        for newer in beside:
            with suppress(AmdeskError, OSError):
                shutil.copyfile(newer, paths.recovery_key(folder))
                if said is not None and (found := folder_key.by_code(folder, text)).id == said.key:
                    return found
        raise _closed(file, _code_day(file, said))


def _closed(file: Path, day: date | None) -> AmdeskError:
    return AmdeskError(
        N_("This does not open {file}. What counts is the recovery code of {day}.")
        if day is not None
        else N_(
            "This does not open {file}. What counts is the recovery code of the day on which it was made."
        ),
        file=file.name, day=day,
    )  # fmt: skip


def _code_day(file: Path, said: Sidecar | None) -> date | None:
    """The day of the newest recovery code that opens a backup, where it is known."""
    newer = (sidecar.read(page) for page, _envelope in _beside(file, said))
    return next((one.day for one in (*newer, said) if one is not None and one.day is not None), None)


def _beside(file: Path, said: Sidecar | None) -> Iterator[tuple[Path, Path]]:
    """Page and envelope of the same key that lie beside a backup, for it was made before a newer code was."""
    if said is None:
        return
    names = (backup_archive.KEY_PAGE, backup_archive.BY_CODE), key_pages.names_beside(said.key)
    for page, envelope in ((file.with_name(one), file.with_name(other)) for one, other in names):
        found = sidecar.read(page)
        if found is not None and found.key == said.key and envelope.is_file():
            yield page, envelope


def has_passphrase(file: Path) -> bool:
    """Whether a passphrase opens a backup, beside the recovery code; not one that cannot be read."""
    with suppress(AmdeskError, OSError), backup_archive.keys_of(file) as held:
        return (held / backup_archive.BY_PASSPHRASE).is_file()
    return False


def is_of(file: Path, key: Key | None) -> bool:
    """Whether a backup is one of the file that has this key; not one that cannot be read."""
    with suppress(AmdeskError, OSError), backup_archive.keys_of(file) as held:
        said = sidecar.read(held / backup_archive.KEY_PAGE)
        return (said.key if said else None) == (key.id if key else None)
    return False


def take_over(folder: Path, beside: Path, *, key: Key, secrets: Secrets) -> None:
    """Let the key of a backup, taken out ``beside``, be that of a folder: the file there is the backup's now.

    What told of the key before is set aside. Into the keyring it goes where there is one.
    """
    said = sidecar.read(beside / backup_archive.KEY_PAGE)
    have = sidecar.read(paths.sidecar(folder))
    if said is None or (have is not None and have.key == said.key):
        return
    for name in _NAMES:
        for one in (folder / name, paths.key_copy(folder / name)):
            if one.exists():
                one.replace(paths.before(one))
        if (beside / name).is_file():
            key_files.copy(beside / name, folder / name)
    sidecar.change(paths.sidecar(folder), made=True)
    with suppress(SecretsUnavailableError):
        folder_key.remember(folder, key, secrets)
