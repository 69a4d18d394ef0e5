"""Taking everything along: a folder of files that any program reads and that our own import takes back."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_
from amdesk.formats import json_archive, vcard, xlsx
from amdesk.services import attachments, export_calendar, export_lists, export_people
from amdesk.services.desk import Desk
from amdesk.store import exchange as store
from amdesk.store import records

FORMATS = ("csv", "xlsx", "vcard", "icalendar", "json")
CARDS_A_FILE = 20_000
BYTES_A_FILE = 9_000_000
# Names that the files of a format have, those of earlier exports as well.
_NAMES = {
    "csv": re.compile(
        "|".join(f"{name}\\.csv" for name in (export_lists.CLIENTS, *export_lists.TABLES.values()))
    ),
    "xlsx": re.compile(r"amdesk\.xlsx"),
    "vcard": re.compile(r"contacts(-\d+)?\.vcf"),
    "icalendar": re.compile(r"amdesk\.ics"),
    "json": re.compile(r"amdesk\.json"),
}
_OURS = b"amdesk"
_HEAD = 1 << 16
_PIECES_A_STEP = 50


@dataclass(frozen=True, slots=True)
class Progress:
    """How far long work has come: ``done`` of ``total``; ``unit`` is rows, bytes or files."""

    done: int
    total: int
    unit: str


def export(
    desk: Desk, folder: Path, *, formats: Sequence[str] = FORMATS, relatives: bool = False
) -> Generator[Progress, None, tuple[Path, ...]]:
    """Write everything into a folder, made if it is not there; returns the files.

    ``csv`` is clients.csv (a row for each person), interactions.csv, interaction_contacts.csv, summaries.csv,
    points.csv, reminders.csv, goals.csv and one for each other table; ``xlsx`` is amdesk.xlsx, which has them
    as its sheets; ``vcard`` is contacts.vcf; ``icalendar`` is amdesk.ics with what is ahead; ``json``
    is amdesk.json, which alone holds the trash as well, and beside it in files/ what is kept with the rest.
    People who are no contacts of ours stay at home: the ``relatives`` of contacts (relatives.csv) and their
    dates leave only where that is asked for.
    The files take their places together at the end; stopped or failed, the folder stays as it was. An
    AmdeskError when it cannot be written to, or a file of another program has one of the names.
    """
    unknown = set(formats) - set(FORMATS)
    if unknown:
        raise AmdeskError(
            N_("There is no export format “{format}”. Choose from: {known}."),
            format=tuple(sorted(unknown)),
            known=tuple(FORMATS),
        )
    work = _Work(folder, tuple(_NAMES[one] for one in FORMATS if one in formats))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        wanted = [
            write for one in FORMATS if one in formats for write in _WRITERS[one](desk, relatives=relatives)
        ]
        for done, (name, pieces) in enumerate(wanted):
            for _ in work.write(name, pieces):
                yield Progress(done, len(wanted), "files")
            yield Progress(done + 1, len(wanted), "files")
        return work.finish()
    except OSError as error:
        raise AmdeskError(
            N_("No export can be written in {folder}. Choose a folder that can be written to and has room."),
            folder=str(folder),
        ) from error
    finally:
        work.tidy()


def cards(desk: Desk, client_ids: Sequence[int]) -> bytes:
    """The people of some clients as cards, for an address book or another program to take."""
    found = store.these_clients(desk.store, client_ids)
    return b"".join(vcard.write(card for client in found for card in export_people.cards(client)))


def write_cards(desk: Desk, client_ids: Sequence[int], file: Path) -> None:
    """The same into a file; an AmdeskError when it cannot be written."""
    try:
        file.write_bytes(cards(desk, client_ids))
    except OSError as error:
        raise AmdeskError(
            N_("{file} cannot be written. Choose another folder, or make room."), file=file.name
        ) from error


class _Work:
    """Files written beside their places, and moved there together."""

    def __init__(self, folder: Path, names: tuple[re.Pattern[str], ...]) -> None:
        """``names`` are those that such files have."""
        self._folder, self._names = folder, names
        self._written: list[tuple[Path, Path]] = []

    def write(self, name: str, pieces: Iterable[bytes]) -> Iterator[None]:
        """Write one file; yields now and then."""
        place = self._folder / name
        if place.parent == self._folder:
            _refuse_what_is_not_ours(place)
        place.parent.mkdir(exist_ok=True)
        beside = place.with_name(f".{place.name}.{os.getpid()}.new")
        self._written.append((beside, place))
        with beside.open("xb") as stream:
            for number, piece in enumerate(pieces, 1):
                stream.write(piece)
                if number % _PIECES_A_STEP == 0:
                    yield
            stream.flush()
            os.fsync(stream.fileno())

    def finish(self) -> tuple[Path, ...]:
        """Put every file in its place; the files. What an earlier export wrote and this one does not is old,
        or was asked to stay at home, and goes.
        """
        for beside, place in self._written:
            os.replace(beside, place)
        places = tuple(place for _beside, place in self._written)
        for old in self._folder.iterdir():
            is_named = any(names.fullmatch(old.name) for names in self._names)
            if is_named and old not in places and old.is_file() and _is_ours(old):
                old.unlink()
        return places

    def tidy(self) -> None:
        """Leave nothing half-written."""
        for beside, _place in self._written:
            with suppress(OSError):
                beside.unlink(missing_ok=True)


def _refuse_what_is_not_ours(place: Path) -> None:
    if place.exists() and not _is_ours(place):
        raise AmdeskError(
            N_("{file} is there already, and not from amdesk. Choose another folder."), file=str(place)
        )


def _is_ours(place: Path) -> bool:
    with place.open("rb") as stream:
        return _OURS in stream.read(_HEAD) or xlsx.is_ours(stream)


_Files = Iterator[tuple[str, Iterable[bytes]]]


def _card_files(desk: Desk) -> _Files:
    """One file, or as many as our own import needs to take them back."""
    pieces = vcard.write(card for client in store.clients(desk.store) for card in export_people.cards(client))
    parts = _parts(pieces)
    for number, part in enumerate(parts, 1):
        yield f"contacts{'' if number == 1 else f'-{number}'}.vcf", part


def _parts(pieces: Iterator[bytes]) -> Iterator[list[bytes]]:
    part: list[bytes] = []
    size = 0
    for piece in pieces:
        if part and (len(part) == CARDS_A_FILE or size + len(piece) > BYTES_A_FILE):
            yield part
            part, size = [], 0
        part.append(piece)
        size += len(piece)
    yield part


def _json_files(desk: Desk, *, relatives: bool) -> _Files:
    tables = {
        noun: records.records(desk.store, noun, trash=True, relatives=relatives)
        for noun in records.REFERENCES
        if relatives or noun != "relative"
    }
    yield "amdesk.json", json_archive.write(tables, made_at=desk.now())  # type: ignore[arg-type]
    for digest, pieces in attachments.sound(desk):
        yield f"{attachments.FOLDER}/{digest}", pieces


# A card has no place for relatives.
_WRITERS: dict[str, Callable[..., _Files]] = {
    "csv": export_lists.csv_files,
    "xlsx": export_lists.book,
    "icalendar": export_calendar.files,
    "vcard": lambda desk, **_asked: _card_files(desk),
    "json": _json_files,
}
