"""The changes of a record in sentences: each field as it was and as it became, long texts line by line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from typing import TypeAlias

from amdesk.domain.calendars import PartialDate
from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_, Message, as_message, inside
from amdesk.domain.record_fields import FIELDS, NOUN_NAMES, Field
from amdesk.domain.record_past import Change, Row
from amdesk.domain.text import is_blank

# What is called otherwise than the file keeps it, and is known to others: a language, a country, a record.
Name: TypeAlias = "Callable[[str, object], object]"
_OUTSIDE = frozenset({"language", "country", "client", "contact", "goal", "task"})
_GAP_NAMES = {
    "contact": N_("Contact"),
    "mobile": N_("Mobile phone"),
    "email": N_("E-mail"),
    "birthday": N_("Birthday"),
    "language": N_("Language"),
}
_FLAGS = (N_("no"), N_("yes"))
_LONG = 60  # characters: a text beyond that, or of several lines, is told line by line
_MOST_LINES = 400  # of a text that is compared line by line


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text that was taken out or put in."""

    text: str
    is_new: bool


@dataclass(frozen=True, slots=True)
class Told:
    """A change in a sentence, what putting it back would mean, and the lines of a text that differ."""

    change: Change
    message: Message
    back: Message
    lines: tuple[Line, ...] = ()


def told(change: Change, main: str, name: Name) -> Told:
    """A change of a record whose noun is ``main``, or of a part of it, which is named."""
    field = FIELDS[change.noun].get(change.field)
    if field is None:
        return _of_whole(change, main, name)
    before, after = (value(field, row, name) for row in (change.before, change.after))
    lines: tuple[Line, ...] = ()
    if field.kind == "text" and _is_long(before, after):
        message = Message.of(N_("Rewritten – {field}:"), field=inside(field.words))
        lines = tuple(differing(str(before), str(after)))
    else:
        message = _of_field(field, before, after)
    back = _back(field, "" if lines else before)
    if change.noun != main:
        within = partial(
            Message.of, N_("{what} “{title}” – {change}"), what=as_message(NOUN_NAMES[change.noun]),
            title=title_of(change.noun, change.before or change.after, name),
        )  # fmt: skip
        message, back = within(change=message), within(change=back)
    return Told(change, message, back, lines)


def _back(field: Field, before: object) -> Message:
    called = as_message(field.words)
    if before == "":
        return Message.of(N_("{field} as it was"), field=called)
    return Message.of(N_("{field}: “{old}” again"), field=called, old=before)


def title_of(noun: str, row: Row | None, name: Name) -> object:
    """What a row is called: the first of its fields that says anything."""
    if row is None:
        return ""
    if noun == "summary":
        return Message.of(N_("version {n}"), n=row["version"])
    order = {"address": "value", "point": "text"}
    fields = FIELDS[noun]
    chosen = [fields[order[noun]]] if noun in order else list(fields.values())
    return next((said for field in chosen if (said := value(field, row, name)) not in ("", None)), "")


def value(field: Field, row: Row | None, name: Name) -> object:
    """A field as a sentence says it; an empty text where there is nothing."""
    kept = row.get(field.columns[0]) if row is not None else None
    if row is None or kept is None or kept == "":
        return ""
    if field.kind in _OUTSIDE:
        return name(field.kind, kept)
    if field.kind == "given":
        return _given(field, row)
    if field.names is not None:
        words = field.names.get(str(kept))
        return str(kept) if words is None else as_message(words)
    return plain(field.kind, kept)


def differing(before: str, after: str) -> Iterator[Line]:
    """The lines that two texts do not have in common, in their order."""
    from difflib import SequenceMatcher  # 9 ms that the start can do without

    old, new = (text.splitlines()[:_MOST_LINES] for text in (before, after))
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield from (Line(line, is_new=False) for line in old[i1:i2] if not is_blank(line))
            yield from (Line(line, is_new=True) for line in new[j1:j2] if not is_blank(line))


def _of_field(field: Field, before: object, after: object) -> Message:
    called = as_message(field.words)
    if before == "":
        return Message.of(N_("{field}: “{new}”."), field=called, new=after)
    if after == "":
        return Message.of(N_("{field}: “{old}” no longer."), field=called, old=before)
    return Message.of(N_("{field}: from “{old}” to “{new}”."), field=called, old=before, new=after)


_OF_MAIN = {
    "added": N_("It is new here."),
    "removed": N_("It was deleted for good."),
    "trashed": N_("It went into the trash."),
    "back": N_("It came back from the trash."),
    "merged": N_("It was merged into this one."),
}
# What became of a part, and what putting it back would mean.
_OF_PART = {
    "added": N_("Added: {what} “{title}”."),
    "removed": N_("Removed: {what} “{title}”."),
    "trashed": N_("Into the trash: {what} “{title}”."),
    "back": N_("Back from the trash: {what} “{title}”."),
}


_PART_BACK = {"added": N_("Without: {what} “{title}”"), "back": N_("Without: {what} “{title}”")}
_PART_AGAIN = N_("Again: {what} “{title}”")


def _of_whole(change: Change, main: str, name: Name) -> Told:
    if change.noun == main:
        return Told(change, Message(_OF_MAIN[change.how]), Message(""))
    of = {
        "what": inside(NOUN_NAMES[change.noun]),
        "title": title_of(change.noun, change.after or change.before, name),
    }
    back = _PART_BACK.get(change.how, _PART_AGAIN)
    return Told(change, Message.of(_OF_PART[change.how], **of), Message.of(back, **of))


def _is_long(before: object, after: object) -> bool:
    texts = [str(one) for one in (before, after) if one]
    return any(len(one) > _LONG or "\n" in one for one in texts)


def plain(kind: str, kept: object) -> object:
    """A value of a kind as the nouns hold it, or as a sentence counts it."""
    return _READ.get(kind, str)(str(kept))


def _gaps(kept: str) -> object:
    return tuple(as_message(_GAP_NAMES[one]) for one in kept.split() if one in _GAP_NAMES)


_READ: Mapping[str, Callable[[str], object]] = {
    "day": date.fromisoformat,
    "moment": datetime.fromisoformat,
    "number": Decimal,
    "minutes": lambda kept: Message.count(N_("{n} minute"), N_("{n} minutes"), int(kept)),
    "flag": lambda kept: Message(_FLAGS[kept != "0"]),
    "gaps": _gaps,
}


def _given(field: Field, row: Row) -> object:
    month, day, year, calendar = (row.get(one) for one in field.columns)
    try:
        return PartialDate(
            int(str(month)), int(str(day)), None if year is None else int(str(year)), str(calendar)
        )
    except (AmdeskError, ValueError):
        return f"{day}.{month}."  # no day of its calendar: as the file has it
