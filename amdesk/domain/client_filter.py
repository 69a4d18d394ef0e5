"""What a list of clients is narrowed to, beside the words one looks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from amdesk.domain.client import GAPS, STAGES, TIERS

QUIET_DAYS = (7, 14, 30, 60, 90)
_LONGEST_QUIET = 3650
# What fields that hold several values can hold; the languages are not known here.
_KNOWN = {"stages": STAGES, "tiers": TIERS, "lacks": GAPS}


@dataclass(frozen=True, slots=True)
class ClientFilter:
    """Each field that says something narrows the list; several values of one field widen it again.

    ``lacks`` names gaps, ``quiet_days`` how long nobody was reached (0: never mind), ``overdue`` a next
    contact whose day has passed, ``unplanned`` that none is set.
    """

    stages: tuple[str, ...] = ()
    tiers: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    quiet_days: int = 0
    vip: bool = False
    overdue: bool = False
    unplanned: bool = False

    def __bool__(self) -> bool:
        """Whether it narrows anything."""
        return self != ClientFilter()

    def but(self, **parts: Any) -> ClientFilter:
        """The same with some parts otherwise."""
        return replace(self, **parts)

    def as_values(self) -> dict[str, object]:
        """What it says, as plain values to be kept."""
        return {name: value for name, value in asdict(self).items() if value}


def from_values(values: object) -> ClientFilter:
    """What ``as_values`` gave; what is no longer known, or was written by somebody else, is left out."""
    if not isinstance(values, Mapping):
        return ClientFilter()
    found: dict[str, object] = {}
    for field in fields(ClientFilter):
        value = values.get(field.name)
        if field.name in _KNOWN and isinstance(value, list | tuple):
            found[field.name] = tuple(one for one in _KNOWN[field.name] if one in value)
        elif field.name == "languages" and isinstance(value, list | tuple):
            found[field.name] = tuple(one for one in value if isinstance(one, str))
        elif field.name == "quiet_days" and isinstance(value, int) and 0 < value <= _LONGEST_QUIET:
            found[field.name] = int(value)
        elif isinstance(field.default, bool) and value is True:
            found[field.name] = True
    return ClientFilter(**found)  # type: ignore[arg-type]
