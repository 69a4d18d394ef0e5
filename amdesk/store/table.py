"""Values between rows and nouns: the ending of a name says what a column holds."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import UTC, date, datetime
from functools import cache
from typing import Any, Protocol, TypeVar

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_

T = TypeVar("T")


class AnyRow(Protocol):
    """A row as the driver gives it: values by column name."""

    def keys(self) -> list[str]: ...
    def __getitem__(self, name: str) -> Any: ...


def encode(value: object) -> object:
    """A value as the file keeps it: moments in UTC to the second, dates ISO, tuples as JSON.

    Raises an AmdeskError for text with a NUL character, which SQLite would cut off there.
    """
    if isinstance(value, str):
        if "\0" in value:
            raise AmdeskError(
                N_("The text contains a NUL character, which cannot be kept. Remove it and save again.")
            )
        return value
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False) if isinstance(value, tuple) else value


def decode(name: str, value: object) -> object:
    """A value as the nouns hold it: ``*_at`` a moment in UTC, ``*_on`` a date, ``*_to`` a tuple of texts."""
    if value is None or not isinstance(value, str):
        return value
    if name.endswith("_at"):
        return datetime.fromisoformat(value)
    if name.endswith("_on"):
        return date.fromisoformat(value)
    return tuple(json.loads(value)) if name.endswith("_to") else value


def encoded(values: Mapping[str, object]) -> dict[str, object]:
    """A whole record as the file keeps it."""
    return {name: encode(value) for name, value in values.items()}


def noun(cls: type[T], row: AnyRow, **more: object) -> T:
    """A noun made of the columns that bear its fields' names; ``more`` are the fields made otherwise."""
    flags = _flags(cls)  # type: ignore[arg-type]
    found = {
        name: bool(row[name]) if flags[name] else decode(name, row[name])
        for name in row.keys()  # noqa: SIM118
        if name in flags
    }
    return cls(**{**found, **more})


@cache
def _flags(cls: type[Any]) -> Mapping[str, bool]:
    """The fields of a noun, and which of them are yes or no: SQLite has only numbers for that."""
    return {field.name: field.type in {bool, "bool"} for field in fields(cls)}
