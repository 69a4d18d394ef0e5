"""SQLite's log beside a file, after a program did not come to close it: whether what it holds is whole.

SQLite takes of a log what comes before the first frame that does not fit, and forgets all behind it without
a word. That is right for what a power failure cut off in the middle, which nobody was told is kept. Where
more than one transaction stands whole behind such a frame, the log was damaged later: records would be lost.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_HEADER, _FRAME = 32, 24
_MAGIC = 0x377F0682  # one more where sums are made of words that begin with the greatest byte
_MOST_BROKEN = 2  # one byte that is wrong breaks a frame, and where it is in the sum the next one as well
_LEAST_PAGE, _MOST_PAGE = 512, 65_536

Sum = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Frame:
    """One page as it was written: whether it fits what comes before it, and whether a transaction ends."""

    start: int
    sum: Sum
    fits: bool
    ends: bool


def log_of(file: Path) -> Path:
    """Where SQLite writes first what goes into a file."""
    return file.with_name(f"{file.name}-wal")


def beside(file: Path) -> tuple[Path, ...]:
    """What SQLite keeps beside a file: it goes where that goes, for to another file it would be poison."""
    return (log_of(file), *(file.with_name(f"{file.name}-{one}") for one in ("shm", "journal")))


def is_broken(library: Path) -> bool:
    """Whether the log beside a file holds transactions that SQLite would forget."""
    try:
        return _mended(log_of(library).read_bytes()) is not None
    except OSError:
        return False


def mend(library: Path) -> None:
    """Let SQLite take all there is in the log beside a copy of a file; the page that is damaged stays so."""
    try:
        made = _mended(log_of(library).read_bytes())
    except OSError:
        return
    if made is not None:
        log_of(library).write_bytes(made)


def _mended(log: bytes) -> bytes | None:
    """The log with sums that fit, up to the last transaction behind a frame that did not; nothing where
    SQLite takes all that was ever said to be kept.
    """
    if len(log) < _HEADER + _FRAME + _LEAST_PAGE:
        return None
    magic, _version, size = struct.unpack(">III", log[:12])
    is_whole = struct.unpack(">II", log[24:32]) == _sum(log[:24], (0, 0), order=magic & 1)
    if not is_whole:
        magic, size = _MAGIC, _page_size(log)
    if magic & ~1 != _MAGIC or not _LEAST_PAGE <= size <= _MOST_PAGE:
        return None
    until = _end(list(_frames(log, size, magic & 1, is_whole=is_whole)), is_whole=is_whole)
    return _written(log[:until], size, magic) if until else None


def _page_size(log: bytes) -> int:
    """The size of pages, where the head of the log cannot say it: frames of one log have the same salt."""
    salt = log[_HEADER + 8 : _HEADER + 16]
    second = log.find(salt, _HEADER + 16)
    return second - 8 - _HEADER - _FRAME


def _frames(log: bytes, size: int, order: int, *, is_whole: bool) -> Iterator[_Frame]:
    before: Sum = struct.unpack(">II", log[24:32])
    salt = log[16:24] if is_whole else log[_HEADER + 8 : _HEADER + 16]
    for start in range(_HEADER, len(log) - _FRAME - size + 1, _FRAME + size):
        head = log[start : start + _FRAME]
        kept: Sum = struct.unpack(">II", head[16:24])
        page = log[start + _FRAME : start + _FRAME + size]
        fits = head[8:16] == salt and _sum(head[:8] + page, before, order=order) == kept
        yield _Frame(start + _FRAME + size, kept, fits, ends=head[4:8] != bytes(4))
        before = kept


def _end(frames: list[_Frame], *, is_whole: bool) -> int:
    """Where the last transaction behind a broken head or frame ends; nought where none was kept there."""
    first = next((n for n, one in enumerate(frames) if not one.fits), len(frames)) if is_whole else 0
    again = next((n for n, one in enumerate(frames[first:], first) if one.fits), len(frames))
    if again - first > _MOST_BROKEN:
        return 0
    last = next((n for n, one in enumerate(frames[again:], again) if not one.fits), len(frames))
    ends = [one.start for one in frames[first:last] if one.ends]
    return ends[-1] if len(ends) > 1 else 0


def _written(log: bytes, size: int, magic: int) -> bytes:
    """The same pages with a head and sums that fit one another."""
    made, order = bytearray(log), magic & 1
    salt = log[-size - _FRAME + 8 : -size - _FRAME + 16]  # the last one is whole
    made[:12] = struct.pack(">III", magic, 3_007_000, size)
    made[16:24] = salt
    before = _sum(made[:24], (0, 0), order=order)
    made[24:32] = struct.pack(">II", *before)
    for start in range(_HEADER, len(made), _FRAME + size):
        made[start + 8 : start + 16] = salt
        page = made[start + _FRAME : start + _FRAME + size]
        before = _sum(made[start : start + 8] + page, before, order=order)
        made[start + 16 : start + _FRAME] = struct.pack(">II", *before)
    return bytes(made)


def _sum(data: bytes | bytearray, before: Sum, *, order: int) -> Sum:
    """SQLite's sum over pairs of words, going on from the one before."""
    first, second = before
    for one, two in struct.iter_unpack(">II" if order else "<II", data):
        first = (first + one + second) & 0xFFFFFFFF
        second = (second + two + first) & 0xFFFFFFFF
    return first, second
