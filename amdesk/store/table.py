"""Values between rows and nouns: the ending of a name says what a column holds."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache, partial
from typing import Any, Protocol, TypeVar

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_

T = TypeVar("T")
Reader = Callable[[Any], object]

_HALF_LETTER = re.compile("[\ud800-\udfff]")


class AnyRow(Protocol):
    """A row as the driver gives it: values by column name."""

    def keys(self) -> list[str]: ...
    def __getitem__(self, place: str | int) -> Any: ...


def encode(value: object) -> object:
    """A value as the file keeps it: moments in UTC to the second, dates ISO, decimals plain, tuples as JSON.

    Raises an AmdeskError for text that SQLite would cut off (NUL) or that no file can hold (half letters).
    """
    if isinstance(value, str):
        return _carried(value)
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, datetime):
        return f"{value.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='seconds')}Z"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, tuple) else value


def _carried(text: str) -> str:
    if "\0" in text:
        raise AmdeskError(
            N_("The text contains a NUL character, which cannot be kept. Remove it and save again.")
        )
    if not text.isascii() and _HALF_LETTER.search(text):
        raise AmdeskError(
            N_("The text contains bytes that are no letters, which cannot be kept. Write it as UTF-8.")
        )
    return text


def decode(name: str, value: object) -> object:
    """A value as the nouns hold it: ``*_at`` a moment in UTC, ``*_on`` a date, ``*_to`` a tuple of texts."""
    if value is None or not isinstance(value, str):
        return value
    if name.endswith("_at"):
        return datetime.fromisoformat(value)
    if name.endswith("_on"):
        return date.fromisoformat(value)
    return tuple(json.loads(value)) if name.endswith("_to") else value


def marks(values: Sequence[object]) -> str:
    """A question mark for each of some values, for ``IN (…)``."""
    return ",".join("?" * len(values))


def changed(before: Any, after: Any) -> dict[str, object]:
    """What is another value now in a noun (a dataclass)."""
    both = ((one.name, getattr(before, one.name), getattr(after, one.name)) for one in fields(after))
    return {name: now for name, was, now in both if now != was}


def encoded(values: Mapping[str, object]) -> dict[str, object]:
    """A whole record as the file keeps it."""
    return {name: encode(value) for name, value in values.items()}


def noun(cls: type[T], row: AnyRow, **more: object) -> T:
    """A noun made of the columns that bear its fields' names; ``more`` are the fields made otherwise."""
    plan = _plan(cls, tuple(row.keys()))  # type: ignore[arg-type]
    found = {name: read(row[place]) if read else row[place] for name, place, read in plan}
    found.update(more)
    return cls(**found)


@cache
def _plan(cls: type[Any], columns: tuple[str, ...]) -> list[tuple[str, int, Reader | None]]:
    """For each field among the columns: its name, the column's place, and what reads it, if anything must."""
    types = {field.name: field.type for field in fields(cls)}
    places = {name: place for place, name in enumerate(columns) if name in types}
    return [(name, place, _reader(name, types[name])) for name, place in places.items()]


def _decimal(value: str | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def _reader(name: str, type_: object) -> Reader | None:
    """SQLite has only numbers for yes and no, and none that is exact; other readers follow from the name."""
    if type_ in {bool, "bool"}:
        return bool
    if type_ in {Decimal, "Decimal", "Decimal | None"}:
        return _decimal
    return partial(decode, name) if name.endswith(("_at", "_on", "_to")) else None
