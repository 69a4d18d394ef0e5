"""A file kept with the data: what it may weigh, and how it is called there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

LARGEST_FILE = 100_000_000  # bytes
_DIGEST = re.compile("[0-9a-f]{64}")
_NO_NAME = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
_LONGEST_NAME = 200  # bytes: file systems take 255, and a number may have to stand before it


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file kept with the data: its name, its size in bytes, and what tells whether it is still the same.

    ``noun`` and ``about`` (a uuid) say what it belongs to.
    """

    id: int
    uuid: str
    noun: str
    about: str
    name: str
    size: int
    sha256: str
    added_at: datetime


def is_digest(text: str) -> bool:
    """Whether a text is a SHA-256 as it is kept: places of files are made of it."""
    return _DIGEST.fullmatch(text) is not None


def safe_name(name: str) -> str:
    """A name that any system can give a file, with its ending: what it is opened with follows from that."""
    plain = _NO_NAME.sub("_", name).strip(" .") or "file"
    stem, dot, ending = plain.rpartition(".")
    if not dot or len(ending.encode()) > 20:
        stem, dot, ending = plain, "", ""
    room = _LONGEST_NAME - len(ending.encode()) - len(dot)
    stem = stem.encode()[:room].decode(errors="ignore")
    return f"{'_' if _RESERVED.match(plain) else ''}{stem}{dot}{ending}"
