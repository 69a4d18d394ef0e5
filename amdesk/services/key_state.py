"""What a data folder tells of its key: whether there is one, or ever was, and what would open the file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from amdesk.domain.errors import AmdeskError, NeedsKeyError, WhyNoKey
from amdesk.domain.key import Key
from amdesk.domain.messages import N_
from amdesk.store import plain, probing, sidecar, write_log
from amdesk.store.sidecar import Sidecar, Taken
from amdesk.system import paths


def is_plain_sample(folder: Path) -> bool:
    """Whether a folder has the sample in it, in which nothing is real: that has no key."""
    return paths.sample_mark(folder).exists() and not paths.sidecar(folder).exists()


def can_begin(folder: Path) -> bool:
    """Whether a folder has no encrypted file, nor ever had: a new one, or one of a version before."""
    said = sidecar.read(paths.sidecar(folder))
    # a page that cannot be read may be that of an encrypted file
    never = not said.made if said is not None else not paths.sidecar(folder).exists()
    was = not paths.library(folder).exists() and paths.key_copy(paths.sidecar(folder)).exists()
    return never and is_new(folder) and not was and not paths.recovery_key(folder).exists()


def is_new(folder: Path) -> bool:
    """Whether no encrypted file is there: an empty folder, or one of before."""
    library = paths.library(folder)
    return plain.is_plain(library) if library.exists() else not write_log.log_of(library).exists()


def traces(folder: Path) -> tuple[Path, ...]:
    """What tells, where no page does, that there is or was an encrypted file."""
    own = (paths.sidecar(folder), paths.recovery_key(folder), paths.passphrase_key(folder))
    library = paths.library(folder)
    return (
        own if library.exists() else (*own, paths.key_copy(paths.sidecar(folder)), write_log.log_of(library))
    )


def has_passphrase(folder: Path) -> bool:
    """Whether a passphrase opens its file."""
    return paths.passphrase_key(folder).is_file()


def taken(folder: Path) -> Taken:
    """Whether there is a recovery code, where no page tells."""
    return "confirmed" if paths.recovery_key(folder).is_file() else ""


def put_back(folder: Path, said: Sidecar) -> None:
    """Put a page in the place of the one that is there, which is set aside."""
    place = paths.sidecar(folder)
    if place.exists():
        place.replace(paths.before(place))
    sidecar.write(place, replace(said, made=True))


def refuse_to_begin(folder: Path) -> None:
    """Raises a NeedsKeyError where a file was and is gone: with its key in hand none is made in its stead."""
    if not paths.library(folder).exists() and not can_begin(folder):
        raise refusal(folder, "missing_file")


def refusal_of(folder: Path, key: Key) -> NeedsKeyError | None:
    """That a key is not the one of the file, where what lies beside it says so; else the file is damaged."""
    library, said = paths.library(folder), sidecar.read(paths.sidecar(folder))
    if probing.opens(library, key) or not any(one.exists() for one in traces(folder)):
        return None
    if said is not None and said.key == key.id and not _is_another(library, said):
        return None
    return refusal(folder, "wrong_key", tried=key.id)


def _is_another(library: Path, said: Sidecar) -> bool:
    mark = probing.mark(library)
    return bool(mark and said.file) and mark != said.file


def refusal(folder: Path, reason: WhyNoKey, *, tried: str = "") -> NeedsKeyError:
    """Why the file is not opened, with what would open it."""
    by_code, by_passphrase = paths.recovery_key(folder).is_file(), has_passphrase(folder)
    return NeedsKeyError(
        folder, reason, by_code=by_code, by_passphrase=by_passphrase, tried=tried, is_new=can_begin(folder)
    )


def not_tried(error: NeedsKeyError, key: Key) -> Key:
    """A key that was brought; an AmdeskError where it is the very one with which the file did not open."""
    if error.tried == key.id:
        raise AmdeskError(
            N_(
                "That is right, but the file in {folder} does not open by it: it is another’s, or damaged. "
                "Restore a backup."
            ),
            folder=str(error.folder),
        )
    return key
