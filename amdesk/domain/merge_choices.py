"""What is chosen when two records become one: field by field, whose value stays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from amdesk.domain.client import GAPS
from amdesk.domain.messages import Words
from amdesk.domain.record_fields import FIELDS

STAYS, GOES, BOTH = "stays", "goes", "both"
BIRTHDAY = ("birth_month", "birth_day", "birth_year", "birth_calendar")
_UNASKED = frozenset({"asking"})  # follows by itself


def _names(noun: str) -> dict[str, Words]:
    named = {name: field.words for name, field in FIELDS[noun].items() if name not in _UNASKED}
    return {"birthday" if name in BIRTHDAY else name: words for name, words in named.items()}


# What is chosen of each noun, called as in its history and in that order; a birthday is one field here.
FIELD_NAMES: Mapping[str, Mapping[str, Words]] = {noun: _names(noun) for noun in ("client", "contact")}
_EITHER = frozenset({"vip", "left_on"})  # nothing says something there


@dataclass(frozen=True, slots=True)
class Choice:
    """A field of which one value stays: as the one that stays has it, and the one that goes.

    ``usual`` is what is chosen where nobody says otherwise: nothing that is filled in is lost to what is not.
    """

    field: str
    stays: object
    goes: object
    usual: str

    @property
    def is_open(self) -> bool:
        """Whether there is anything to choose: what is filled in takes the place of what is not by itself."""
        either = self.field in _EITHER or not (_is_empty(self.stays) or _is_empty(self.goes))
        return either and not same(self.stays, self.goes)

    @property
    def can_be_both(self) -> bool:
        """Whether both values can stay, one below the other."""
        return self.field == "notes" and bool(self.stays) and bool(self.goes)

    def outcome(self, chosen: str) -> object:
        """The value there will be."""
        if chosen == BOTH:
            return f"{self.stays}\n{self.goes}"
        return self.goes if chosen == GOES else self.stays


def same(one: object, other: object) -> bool:
    """Whether two values say the same: nothing, and a text without a letter, say nothing."""
    return one == other or (_is_empty(one) and _is_empty(other))


def choices(noun: str, stays: Mapping[str, object], goes: Mapping[str, object]) -> tuple[Choice, ...]:
    """What can be chosen when one row goes into another."""
    found = []
    for name in FIELD_NAMES[noun]:
        ours, theirs = _value(stays, name), _value(goes, name)
        usual = GOES if _is_empty(ours) and not _is_empty(theirs) else STAYS
        if name == "notes" and ours and theirs and ours != theirs:
            usual = BOTH
        if name == "left_on":
            usual = GOES if ours and not theirs else STAYS  # as one of the two knows, they are still there
        found.append(Choice(name, ours, theirs, usual))
    return tuple(found)


def chosen(noun: str, of: tuple[Choice, ...], wanted: Mapping[str, str]) -> dict[str, object]:
    """The columns of the record that stays, as they will be."""
    unknown = wanted.keys() - FIELD_NAMES[noun].keys()
    if unknown:
        raise TypeError(f"not a {noun}'s fields: {', '.join(sorted(unknown))}")
    values = {one.field: one.outcome(wanted.get(one.field, one.usual)) for one in of}
    if "birthday" in values:
        day = values.pop("birthday")
        values.update(zip(BIRTHDAY, day if isinstance(day, tuple) else (None,) * 4, strict=True))
    return values


def unasked(noun: str, stays: Mapping[str, object], goes: Mapping[str, object]) -> dict[str, object]:
    """What follows by itself: known since the earlier day, to be asked what was to be asked of either."""
    if noun != "client":
        return {}
    asking = dict.fromkeys(f"{stays['asking']} {goes['asking']}".split())
    return {
        "created_at": min(str(stays["created_at"]), str(goes["created_at"])),
        "asking": " ".join(gap for gap in GAPS if gap in asking),
    }


def _value(row: Mapping[str, object], name: str) -> object:
    if name != "birthday":
        return row[name]
    parts = tuple(row[part] for part in BIRTHDAY)
    return parts if parts[0] is not None else None


def _is_empty(value: object) -> bool:
    return value is None or value == 0 or (isinstance(value, str) and not value.strip())
