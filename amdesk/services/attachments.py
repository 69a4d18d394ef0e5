"""Files of records: sealed in the data folder, known by what they hold, opened by the system as a copy."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from amdesk.domain.attachment import LARGEST_FILE, Attachment, safe_name
from amdesk.domain.errors import AmdeskError, gone
from amdesk.domain.key import Key
from amdesk.domain.messages import N_
from amdesk.domain.trash import KEPT_FOR
from amdesk.formats.sealed import BrokenSealError
from amdesk.services.desk import Desk
from amdesk.services.kept_files import KeptFiles
from amdesk.store import attachments as store
from amdesk.system import opening, paths

FOLDER = "files"  # of an export, beside its archive
_PIECE = 1 << 20
_MEGABYTE = 1_000_000


def of(desk: Desk, noun: str, uuid: str) -> list[Attachment]:
    """The files of a record."""
    return store.of(desk.store, noun, uuid)


def look(path: Path) -> int:
    """The size of a file that can be added; an AmdeskError, before it is read, for one that cannot."""
    try:
        size = path.stat().st_size
    except OSError as error:
        raise _unreadable(path) from error
    if not path.is_file():
        raise AmdeskError(
            N_("{file} is a folder. Add the files in it one by one."), file=path.name, beside="files"
        )
    if size > LARGEST_FILE:
        raise AmdeskError(
            N_(
                "{file} is larger than {limit} megabytes, the most that is kept with a record. "
                "Leave it where it is, and write its place into the requirements."
            ),
            file=path.name, limit=LARGEST_FILE // _MEGABYTE, beside="files",
        )  # fmt: skip
    return size


def add(desk: Desk, noun: str, uuid: str, path: Path) -> int:
    """Copy a file in and note that it belongs to a record; its id. The same file is there only once."""
    look(path)
    files = _files(desk)
    try:
        with path.open("rb") as stream:
            digest, size = files.put(iter(lambda: stream.read(_PIECE), b""))
    except OSError as error:
        raise _unreadable(path) from error
    same = [one for one in of(desk, noun, uuid) if one.sha256 == digest and one.name == path.name]
    if same:
        return same[0].id
    values = {"noun": noun, "about": uuid, "name": path.name, "size": size, "sha256": digest}
    with desk.step(N_("Add file")):
        return store.insert(desk.store, {**values, "added_at": desk.now()})


def keep(desk: Desk, noun: str, uuid: str, *, name: str, data: bytes) -> None:
    """Note that a file of this name and contents belongs to a record; within a step."""
    digest, size = _files(desk).put([data])
    values = {"noun": noun, "about": uuid, "name": name, "size": size, "sha256": digest}
    store.insert(desk.store, {**values, "added_at": desk.now()})


def remove(desk: Desk, attachment_id: int) -> None:
    """It belongs to the record no more. What it held stays in the folder, for undo brings it back."""
    _get(desk, attachment_id)
    with desk.step(N_("Remove file")):
        desk.store.delete("attachment", attachment_id)


def is_kept(desk: Desk, digest: str) -> bool:
    """Whether what a file held is still there, also when no record has it any more."""
    return desk.folder is not None and _files(desk).has(digest)


def readable(desk: Desk, attachment_id: int) -> Path:
    """A copy under its own name, to be looked at and not to be changed; an AmdeskError where it vanished.

    It lies where only the person can look, and goes when the program ends (services/leftovers).
    """
    one = _get(desk, attachment_id)
    files = _files(desk)
    if not files.has(one.sha256):
        raise _vanished(one, files.home)
    place = paths.shown(files.home.parent) / one.uuid / safe_name(one.name)
    half = place.with_name(".new")  # no name of a file is: they begin with no dot
    try:
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(os.open(half, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "wb") as target:
            target.writelines(files.pieces(one.sha256))
        half.chmod(0o400)
        half.replace(place)
    except BrokenSealError as error:
        raise _changed(one) from error
    except OSError as error:
        if place.is_file():
            return place  # it is open already
        raise AmdeskError(
            N_("{file} cannot be opened: no copy of it could be written. Check the room on the disk."),
            file=one.name,
        ) from error
    finally:
        with suppress(OSError):
            half.unlink(missing_ok=True)
    return place


def open_file(desk: Desk, attachment_id: int) -> None:
    """Let the system open it."""
    if not opening.open_file(readable(desk, attachment_id)):
        one = _get(desk, attachment_id)
        raise AmdeskError(N_("No program could be found that opens {file}."), file=one.name)


def contents(desk: Desk, attachment: Attachment) -> bytes:
    """What a file holds; an AmdeskError where it vanished."""
    files = _files(desk)
    try:
        return b"".join(files.pieces(attachment.sha256))
    except BrokenSealError as error:
        raise _changed(attachment) from error
    except OSError as error:
        raise _vanished(attachment, files.home) from error


def unsound(desk: Desk) -> Iterator[tuple[str, Attachment]]:
    """Files that vanished ("file_gone") or hold something else than when they were added ("file_changed")."""
    found: dict[str, str] = {}
    for one in store.every(desk.store) if desk.folder else ():
        if one.sha256 not in found:
            found[one.sha256] = _files(desk).state(one.sha256)
        if found[one.sha256]:
            yield found[one.sha256], one


def sound(desk: Desk) -> Iterator[tuple[str, Iterator[bytes]]]:
    """What the files hold that are as they were when they were added, by what tells their contents."""
    for digest in dict.fromkeys(one.sha256 for one in store.every(desk.store)) if desk.folder else ():
        if not _files(desk).state(digest):
            yield digest, _files(desk).pieces(digest)


def places(desk: Desk) -> list[Path]:
    """Where the files lie that are there."""
    found = {_files(desk).place(one.sha256) for one in store.every(desk.store)} if desk.folder else set()
    return sorted(place for place in found if place.is_file())


def take_in(desk: Desk, folder: Path, *, key: Key | None = None) -> None:
    """Take what lies in a folder, sealed with a ``key`` or plain, for records that have no file yet."""
    sources = [KeptFiles(folder, one) for one in dict.fromkeys((key, None))]
    for one in store.every(desk.store) if desk.folder and folder.is_dir() else ():
        if not _files(desk).has(one.sha256):
            for source in (its for its in sources if not its.state(one.sha256)):
                try:
                    _files(desk).put(source.pieces(one.sha256))
                except OSError as error:
                    raise _unreadable(Path(one.name)) from error


def seal(desk: Desk) -> None:
    """Seal what lies there in plain, from before there was a key; tidy up after a program that was killed.

    Where the disk has no room for that it is tried again at the next start.
    """
    if desk.folder is not None:
        with suppress(OSError):
            _files(desk).sweep()
            _files(desk).seal_plain()


def let_go(desk: Desk) -> int:
    """Remove what no record has had a file of for 90 days; how many files that were.

    To be called when a session begins: while it lasts, undo may bring back what was taken off long ago.
    """
    if desk.folder is None or _has_set_aside(desk.folder):
        return 0
    since = desk.now() - KEPT_FOR
    return _files(desk).let_go(_wanted(desk, since), before=since)


def forget(desk: Desk) -> None:
    """Remove what no record has and no history knows any more: it was deleted for good."""
    if desk.folder is not None and not _has_set_aside(desk.folder):
        _files(desk).let_go(_wanted(desk, datetime.min.replace(tzinfo=UTC)), before=desk.now())


def _wanted(desk: Desk, since: datetime) -> set[str]:
    """What tells the contents of files that records have, or have had since then."""
    return {one.sha256 for one in store.every(desk.store)} | set(store.had_since(desk.store, since))


def _has_set_aside(folder: Path) -> bool:
    """Whether there is a file that was set aside: it may come back, and has its own."""
    return any(folder.glob(paths.set_aside(folder, "*").name))


def _get(desk: Desk, attachment_id: int) -> Attachment:
    found = store.get(desk.store, attachment_id)
    if found is None:
        raise gone("attachment")
    return found


def _files(desk: Desk) -> KeptFiles:
    if desk.folder is None:
        raise AmdeskError(N_("Files can be kept only beside a data file on the disk, and this one has none."))
    return KeptFiles(paths.files(desk.folder), desk.key)


def _unreadable(path: Path) -> AmdeskError:
    return AmdeskError(
        N_("{file} could not be copied. Check that it is there, may be opened, and that the disk has room."),
        file=str(path), beside="files",
    )  # fmt: skip


def _vanished(one: Attachment, home: Path) -> AmdeskError:
    return AmdeskError(
        N_("{file} has vanished from the folder {folder}. Bring it back from a backup, or add it again."),
        file=one.name, folder=str(home),
    )  # fmt: skip


def _changed(one: Attachment) -> AmdeskError:
    return AmdeskError(
        N_(
            "{file} no longer holds what it held when it was added. Bring it back from a backup, "
            "or add it again."
        ),
        file=one.name,
    )
