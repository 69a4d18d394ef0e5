"""Files of records: copied into the data folder, known by what they hold, opened by the system."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from amdesk.domain.attachment import LARGEST_FILE, Attachment, safe_name
from amdesk.domain.errors import AmdeskError, gone
from amdesk.domain.messages import N_
from amdesk.services.desk import Desk
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
    digest, size = _copied(_home(desk), path)
    same = [one for one in of(desk, noun, uuid) if one.sha256 == digest and one.name == path.name]
    if same:
        return same[0].id
    values = {"noun": noun, "about": uuid, "name": path.name, "size": size, "sha256": digest}
    with desk.step(N_("Add file")):
        return store.insert(desk.store, {**values, "added_at": desk.now()})


def remove(desk: Desk, attachment_id: int) -> None:
    """It belongs to the record no more. What it held stays in the folder, for undo brings it back."""
    _get(desk, attachment_id)
    with desk.step(N_("Remove file")):
        desk.store.delete("attachment", attachment_id)


def readable(desk: Desk, attachment_id: int) -> Path:
    """A copy under its own name, to be looked at and not to be changed; an AmdeskError where it vanished."""
    one = _get(desk, attachment_id)
    kept, place = _home(desk) / one.sha256, _shown(desk) / one.sha256[:16] / safe_name(one.name)
    if not kept.is_file():
        raise _vanished(one, kept.parent)
    try:
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with suppress(OSError):
            place.unlink(missing_ok=True)
        shutil.copyfile(kept, place)
        place.chmod(0o400)
    except OSError as error:
        if place.is_file():
            return place  # it is open already
        raise AmdeskError(
            N_("{file} cannot be opened: no copy of it could be written. Check the room on the disk."),
            file=one.name,
        ) from error
    return place


def open_file(desk: Desk, attachment_id: int) -> None:
    """Let the system open it."""
    if not opening.open_file(readable(desk, attachment_id)):
        one = _get(desk, attachment_id)
        raise AmdeskError(N_("No program could be found that opens {file}."), file=one.name)


def contents(desk: Desk, attachment: Attachment) -> bytes:
    """What a file holds; an AmdeskError where it vanished."""
    kept = _home(desk) / attachment.sha256
    try:
        return kept.read_bytes()
    except OSError as error:
        raise _vanished(attachment, kept.parent) from error


def unsound(desk: Desk) -> Iterator[tuple[str, Attachment]]:
    """Files that vanished ("file_gone") or hold something else than when they were added ("file_changed")."""
    found: dict[str, str] = {}
    for one in store.every(desk.store) if desk.folder else ():
        if one.sha256 not in found:
            found[one.sha256] = _state(_home(desk) / one.sha256, one.sha256)
        if found[one.sha256]:
            yield found[one.sha256], one


def kept(desk: Desk) -> dict[str, Path]:
    """Where the files lie that are there, by what tells their contents."""
    home = paths.files(desk.folder) if desk.folder else None
    found = {one.sha256: home / one.sha256 for one in store.every(desk.store)} if home else {}
    return {digest: place for digest, place in found.items() if place.is_file()}


def take_in(desk: Desk, folder: Path) -> None:
    """Copy in what lies in a folder of an export for records that have no file yet."""
    if desk.folder is None or not folder.is_dir():
        return
    there = kept(desk)
    for one in store.every(desk.store):
        source = folder / one.sha256
        if one.sha256 not in there and not _state(source, one.sha256):
            _copied(_home(desk), source)


def _get(desk: Desk, attachment_id: int) -> Attachment:
    found = store.get(desk.store, attachment_id)
    if found is None:
        raise gone("attachment")
    return found


def _home(desk: Desk) -> Path:
    if desk.folder is None:
        raise AmdeskError(N_("Files can be kept only beside a data file on the disk, and this one has none."))
    return paths.files(desk.folder)


def _shown(desk: Desk) -> Path:
    return _home(desk).parent / "shown"


def _copied(home: Path, path: Path) -> tuple[str, int]:
    """Copy a file to its place; what tells its contents, and its size as it was copied."""
    beside = home / f".{os.getpid()}.new"
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        digest, size = hashlib.sha256(), 0
        with path.open("rb") as source, beside.open("wb") as target:
            while piece := source.read(_PIECE):
                digest.update(piece)
                target.write(piece)
                size += len(piece)
            target.flush()
            os.fsync(target.fileno())
        beside.chmod(0o600)
        beside.replace(home / digest.hexdigest())
    except OSError as error:
        raise _unreadable(path) from error
    finally:
        beside.unlink(missing_ok=True)
    return digest.hexdigest(), size


def _state(kept: Path, wanted: str) -> str:
    if not kept.is_file():
        return "file_gone"
    with kept.open("rb") as stream:
        return "" if hashlib.file_digest(stream, "sha256").hexdigest() == wanted else "file_changed"


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
