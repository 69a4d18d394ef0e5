"""Files of records as they lie in a folder: sealed, and named so that only the key tells which is which.

A desk without a key (the sample, a file of before) keeps them as they are, named by the SHA-256 of what
they hold. Sealed, the name is made of that and of the key: nobody who has a file can find out whether it is
kept here.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from amdesk.domain.attachment import is_digest
from amdesk.domain.key import Key
from amdesk.formats.sealed import BrokenSealError, seal, unseal
from amdesk.store.naming import settle

_SEALED = ".sealed"
_HALF = ".new"
_PIECE = 1 << 20
_PURPOSE = b"amdesk name of a file "


@dataclass(frozen=True, slots=True)
class KeptFiles:
    """A folder of files and the key they are sealed with, where there is one."""

    home: Path
    key: Key | None = None

    def place(self, digest: str) -> Path:
        """Where a file lies, or would, that is told by its digest."""
        if self.key is None:
            return self.home / digest
        hidden = hmac.new(self.key.secret, _PURPOSE + digest.encode(), "sha256").hexdigest()
        return self.home / f"{hidden}{_SEALED}"

    def has(self, digest: str) -> bool:
        """Whether a file is there."""
        return self.place(digest).is_file()

    def pieces(self, digest: str) -> Iterator[bytes]:
        """What a file holds; an OSError where it is not there, a BrokenSealError where it was changed."""
        with self.place(digest).open("rb") as stream:
            if self.key is not None:
                yield from unseal(stream, self.key.secret)
                return
            while piece := stream.read(_PIECE):
                yield piece

    def put(self, pieces: Iterable[bytes], *, digest: str = "") -> tuple[str, int]:
        """Keep what comes, under its ``digest`` or the one named; that, and how many bytes it was.

        It is there only when all of it is on the disk.
        """
        self.home.mkdir(mode=0o700, parents=True, exist_ok=True)
        half = self.home / f".{os.getpid()}{_HALF}"
        measured = _Measured(pieces)
        try:
            with os.fdopen(os.open(half, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "wb") as target:
                for piece in seal(measured, self.key.secret) if self.key else measured:
                    target.write(piece)
                target.flush()
                os.fsync(target.fileno())
            half.replace(self.place(digest or measured.digest))
        finally:
            half.unlink(missing_ok=True)
        settle(self.home)
        return digest or measured.digest, measured.size

    def state(self, digest: str) -> str:
        """What is wrong with a file: "file_gone", "file_changed", or nothing."""
        if not self.has(digest):
            return "file_gone"
        measured = _Measured(self.pieces(digest))
        with suppress(BrokenSealError):
            for _piece in measured:
                pass
            return "" if measured.digest == digest else "file_changed"
        return "file_changed"

    def seal_plain(self) -> None:
        """Seal what an earlier amdesk has kept as it was; nothing where there is no key."""
        plain = KeptFiles(self.home)
        names = [one.name for one in self.home.iterdir()] if self.key and self.home.is_dir() else []
        for digest in filter(is_digest, names):
            self.put(plain.pieces(digest), digest=digest)
            plain.place(digest).unlink()

    def sweep(self) -> None:
        """Remove what a program that was killed has left half-written."""
        for half in self.home.glob(f".*{_HALF}"):
            half.unlink(missing_ok=True)

    def let_go(self, wanted: Iterable[str], *, before: datetime) -> int:
        """Remove files that are not among those ``wanted`` and were not written since; how many that were."""
        stay, gone = {self.place(digest).name for digest in wanted}, 0
        for one in list(self.home.iterdir()) if self.home.is_dir() else ():
            if one.name not in stay and one.stat().st_mtime < before.timestamp():
                one.unlink()
                gone += 1
        return gone


class _Measured:
    """Pieces going by, measured: when all have gone, how many bytes they were and what tells them."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces, self._hash, self.size = pieces, hashlib.sha256(), 0

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._pieces:
            self._hash.update(piece)
            self.size += len(piece)
            yield piece

    @property
    def digest(self) -> str:
        return self._hash.hexdigest()
