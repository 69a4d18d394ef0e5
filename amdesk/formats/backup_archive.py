"""A backup as one file: a ZIP archive of the records, the files kept with them, and a page about it.

Only members of known names are ever taken out, and no more bytes than an archive says it holds: 300 kB can
claim to be 300 MB.
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
from typing import IO

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_

RECORDS = "amdesk.sqlite"
_PAGE = "backup.json"
_MOST_OF_PAGE = 1 << 16
_FILE = re.compile(r"files/[0-9a-f]{64}")
_PIECE = 1 << 20
_MAKER = "amdesk"


@dataclass(frozen=True, slots=True)
class Told:
    """What a backup says of itself: when it was made, and how many rows of each noun it holds."""

    made_at: datetime
    counts: Mapping[str, int]


def write(path: Path, told: Told, members: Sequence[tuple[str, Path]]) -> Iterator[int]:
    """Write an archive to a ``path`` that is not there yet and read it back; yields the bytes done."""
    page = {"made_by": _MAKER, "made_at": told.made_at.isoformat(), "counts": dict(told.counts)}
    done = 0
    with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as stream:
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            archive.writestr(_PAGE, json.dumps(page))
            for name, source in members:
                with source.open("rb") as of, archive.open(name, "w", force_zip64=True) as into:
                    while piece := of.read(_PIECE):
                        into.write(piece)
                        done += len(piece)
                        yield done
        stream.flush()
        os.fsync(stream.fileno())
    yield from _read_back(path, done)


def told(path: Path) -> Told:
    """What an archive says of itself. Raises an AmdeskError where it is no backup of ours, or damaged."""
    with _opened(path) as archive, archive.open(_PAGE) as stream:
        return _told(stream, path)


def size(path: Path) -> int:
    """How many bytes its members take once they are taken out."""
    with _opened(path) as archive:
        return sum(member.file_size for member in _members(archive))


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
    """The records and the files, each once; whatever else there is stays where it is."""
    known = {one.filename: one for one in archive.infolist() if _is_known(one.filename)}
    if RECORDS not in known:
        raise zipfile.BadZipFile(RECORDS)
    return list(known.values())


def _is_known(name: str) -> bool:
    return name == RECORDS or _FILE.fullmatch(name) is not None


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
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError, NotImplementedError) as error:
        raise AmdeskError(
            N_("{file} is damaged, or not a backup made by amdesk. Take another backup."), file=path.name
        ) from error


def _told(stream: IO[bytes], path: Path) -> Told:
    page = json.loads(stream.read(_MOST_OF_PAGE))
    if not isinstance(page, dict) or page.get("made_by") != _MAKER:
        raise ValueError(path.name)
    counted = page.get("counts")
    counts = counted if isinstance(counted, dict) else {}
    return Told(
        datetime.fromisoformat(str(page["made_at"])),
        {str(noun): n for noun, n in counts.items() if isinstance(n, int)},
    )
