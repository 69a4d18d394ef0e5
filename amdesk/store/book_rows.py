"""Rows in hand while a list is merged: what one holds, and how many are written at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from amdesk.domain.calendars import PartialDate
from amdesk.domain.client import GAPS, gap_bits, gaps
from amdesk.i18n.collate import sort_key
from amdesk.store.contacts import BIRTHDAY
from amdesk.store.merged import Was
from amdesk.store.table import encode, marks

_TAIL = (1 << 48) - 1  # the random end of a UUID


@dataclass(slots=True, eq=False)
class Held:
    """A row in hand: its values as the file keeps them, but for a birthday, which is one value here.

    ``was`` has what it held before another was merged into it, and what that one held.
    """

    table: str
    id: int
    row: dict[str, object]
    fresh: bool = False
    was: tuple[Was, ...] = ()
    addresses: list[Held] = field(default_factory=list)
    people: list[Held] = field(default_factory=list)


def uuids(count: int) -> list[str]:
    """Version 7, rising: one random start, counted up (RFC 9562 §6.2), for one by one takes far longer."""
    from uuid6 import uuid7

    start = uuid7()
    head, tail = str(start)[:-12], start.int & _TAIL
    return [f"{head}{tail + number & _TAIL:012x}" for number in range(count)]


def row_values(held: Held, columns: Sequence[str]) -> list[object]:
    """The row's values in the order of the columns."""
    row = held.row
    if held.table != "address":
        row["sort_name"] = sort_key(str(row["name"]))
    if held.fresh and held.table == "client":
        row["lacks"] = _lacks(held.people)
    birthday = row.get("birthday")
    if isinstance(birthday, tuple):
        row = {**row, **dict(zip(BIRTHDAY, birthday, strict=True))}
    return [*map(row.get, columns)]


def insertion(
    table: str, columns: Sequence[str], rows: list[list[object]]
) -> tuple[str, Iterator[tuple[object, ...]]]:
    """How to insert rows, without the columns that are empty in all: the driver takes long over nothing."""
    filled = {
        name: cells
        for name, *cells in zip(columns, *rows, strict=True)
        if any(one is not None for one in cells)
    }
    sql = f"INSERT INTO {table}({','.join(filled)}) VALUES ({marks([*filled])})"
    return sql, zip(*filled.values(), strict=True)


def _lacks(people: Sequence[Held]) -> int:
    """What a new client lacks, so that the file need not reckon it with each of its people's rows again."""
    there = [one for one in people if one.row.get("deleted_at") is None and one.row.get("left_on") is None]
    known = {name for name in ("birthday", "language") for one in there if one.row.get(name)}
    for one in there:
        for address in one.addresses:
            row = address.row
            known.add(str(row["label"] if row["medium"] == "phone" else row["medium"]))
    return _bits(frozenset(known.intersection(GAPS)), anybody=bool(there))


@cache
def _bits(known: frozenset[str], *, anybody: bool) -> int:
    return gap_bits(gaps(known, anybody=anybody))


def remembered(was: Was) -> Was:
    """What a row held, in the form rows in hand have."""
    birth = tuple(was.get(name) for name in BIRTHDAY)
    return {**was, "birthday": birth if birth[0] else None}


def kept(value: object) -> object:
    """A value as a row in hand has it: a birthday as its four parts, anything else as the file keeps it."""
    if value is None or isinstance(value, tuple):
        return value
    if isinstance(value, PartialDate):
        return value.month, value.day, value.year, value.calendar
    return encode(value)
