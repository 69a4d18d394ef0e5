"""A backup as one file: a ZIP archive of the records, the files kept with them, and a page about it.

Only members of known names are ever taken out, packed in a way that we pack, and no more bytes than an
archive says it holds: 300 kB can claim to be 300 MB.
"""

from __future__ import annotations

import json
import os
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_
from amdesk.domain.moments import is_in_reach
from amdesk.formats import packing

RECORDS = "amdesk.sqlite"
# What opens the records: the page that tells which key it takes; and that, by the code, by a passphrase.
KEY_PAGE, BY_CODE, BY_PASSPHRASE = "key.json", "recovery.key", "passphrase.key"
_KEYS = (KEY_PAGE, BY_CODE, BY_PASSPHRASE)
_PAGE = "backup.json"
_MOST_OF_PAGE = 1 << 16
_MOST_OF_KEYS = 1 << 18  # bytes: three small files
_FILE = re.compile(r"files/[0-9a-f]{64}(\.sealed)?")
_PIECE = 1 << 20
_SETTLED = 8 << 20  # bytes after which the disk is waited for: all at once in the end would take long
_MAKER = "amdesk"


@dataclass(frozen=True, slots=True)
class Told:
    """What a backup says of itself: when it was made, and how many rows of each noun it holds."""

    made_at: datetime
    counts: Mapping[str, int]


def write(
    path: Path, told: Told, members: Sequence[tuple[str, Path]], *, packs: bool = True
) -> Iterator[int]:
    """Write an archive to a ``path`` that is not there yet and read it back; yields the bytes done.

    What is encrypted does not get smaller by being packed, only later: then it ``packs`` nothing.
    """
    page = {"made_by": _MAKER, "made_at": told.made_at.isoformat(), "counts": dict(told.counts)}
    done = 0
    with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as stream:
        way = zipfile.ZIP_DEFLATED if packs else zipfile.ZIP_STORED
        with zipfile.ZipFile(stream, "w", way, compresslevel=1) as archive:
            archive.writestr(_PAGE, json.dumps(page))
            for name, source in members:
                with source.open("rb") as of, archive.open(name, "w", force_zip64=True) as into:
                    while piece := of.read(_PIECE):
                        into.write(piece)
                        done += len(piece)
                        if done // _SETTLED > (done - len(piece)) // _SETTLED:
                            os.fsync(stream.fileno())
                        yield done
        stream.flush()
        os.fsync(stream.fileno())
    yield from _read_back(path, done)


def told(path: Path) -> Told:
    """What an archive says of itself. Raises an AmdeskError where it is no backup of ours, or damaged."""
    with _opened(path) as archive:
        page = _page(archive)
    return _told(page, path)


def size(path: Path) -> int:
    """How many bytes its members take once they are taken out."""
    with _opened(path) as archive:
        return sum(member.file_size for member in _members(archive))


def has_keys(path: Path) -> bool:
    """Whether its records are encrypted: then what tells of their key lies beside them."""
    with _opened(path) as archive:
        return any(member.filename == KEY_PAGE for member in _members(archive))


@contextmanager
def keys_of(path: Path) -> Iterator[Path]:
    """A folder, for as long as it is looked into, with what opens the records and nothing else.

    Raises an AmdeskError where the archive is damaged.
    """
    with TemporaryDirectory(prefix="amdesk-") as aside:
        folder = Path(aside)
        with _opened(path) as archive:
            for member in _members(archive):
                if member.filename in _KEYS:
                    (folder / member.filename).write_bytes(archive.read(member))
        yield folder


def unpack(path: Path, folder: Path) -> Iterator[int]:
    """Take the records and the files out into a folder; yields how many bytes are done."""
    done = 0
    with _opened(path) as archive:
        for member in _members(archive):
            target = folder / member.filename
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with archive.open(member) as of, target.open("xb") as into:
                left = member.file_size
                while piece := of.read(min(_PIECE, left + 1)):
                    left -= len(piece)
                    if left < 0:
                        raise zipfile.BadZipFile(member.filename)
                    into.write(piece)
                    done += len(piece)
                    yield done


def _members(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """The records, their keys and the files, each once; whatever else there is stays where it is."""
    known = {one.filename: one for one in archive.infolist() if _is_known(one.filename)}
    large = sum(known[name].file_size for name in _KEYS if name in known) > _MOST_OF_KEYS
    if RECORDS not in known or large or not all(map(_is_ours, known.values())):
        raise zipfile.BadZipFile(RECORDS)
    return list(known.values())


def _is_ours(member: zipfile.ZipInfo) -> bool:
    return packing.is_plain(member) and not packing.is_locked(member)


def _page(archive: zipfile.ZipFile) -> bytes:
    member = next((one for one in archive.infolist() if one.filename == _PAGE), None)
    if member is None or not _is_ours(member):
        raise zipfile.BadZipFile(_PAGE)
    with archive.open(member) as stream:
        return stream.read(_MOST_OF_PAGE)


def _is_known(name: str) -> bool:
    return name in {RECORDS, *_KEYS} or _FILE.fullmatch(name) is not None


def _read_back(path: Path, done: int) -> Iterator[int]:
    """Read every byte again: the archive compares each member with its checksum."""
    with _opened(path) as archive:
        for member in archive.infolist():
            with archive.open(member) as stream:
                while piece := stream.read(_PIECE):
                    done += len(piece)
                    yield done


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """The archive; what its bytes may lead to is said as a sentence, and a fault of ours stays a fault."""
    try:
        with _archive(path) as archive:
            yield archive
    except (
        zipfile.BadZipFile,  # no archive, a member's checksum, a header that is not one
        zlib.error,  # what is packed cannot be unpacked
        EOFError,  # a member ends before its time
        NotImplementedError,  # a version of ZIP still to come
    ) as error:
        raise _damaged(path) from error


def _archive(path: Path) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(path)
    except ValueError as error:  # names that are no UTF-8
        raise zipfile.BadZipFile(path.name) from error
    except OSError as error:
        raise AmdeskError(
            N_("The file {file} cannot be read. Check that it is there and that you may open it."),
            file=str(path),
        ) from error
    if any(one.header_offset < 0 for one in archive.infolist()):  # the disk would be asked for it
        archive.close()
        raise zipfile.BadZipFile(path.name)
    return archive


def _told(page: bytes, path: Path) -> Told:
    try:
        said = json.loads(page)
        if said["made_by"] != _MAKER:
            raise _damaged(path)
        made_at = datetime.fromisoformat(said["made_at"])
        counts = {str(noun): int(n) for noun, n in said["counts"].items()}
        if made_at.tzinfo is None or not is_in_reach(made_at):
            raise _damaged(path)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise _damaged(path) from error  # not JSON, or JSON that says something else
    return Told(made_at, counts)


def _damaged(path: Path) -> AmdeskError:
    return AmdeskError(
        N_("{file} is damaged, or not a backup made by amdesk. Take another backup."), file=path.name
    )
