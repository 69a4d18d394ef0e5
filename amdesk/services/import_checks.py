"""Values of amdesk's own tables as they leave and come back, checked as if a stranger had written them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from amdesk.domain import goal, outgoing, recurrence, reminder, share, task
from amdesk.domain.attachment import LARGEST_FILE, is_digest
from amdesk.domain.calendars import CALENDARS, PartialDate
from amdesk.domain.client import STAGES, TIERS, is_code
from amdesk.domain.contact import LABELS, MEDIA
from amdesk.domain.duplicate import is_values
from amdesk.domain.errors import AmdeskError
from amdesk.domain.hand_over import HANDED_OVER_BY
from amdesk.domain.interaction import CHANNELS, DIRECTIONS, OUTCOMES, is_reference
from amdesk.domain.messages import N_, Message
from amdesk.domain.moments import is_day_in_reach, is_in_reach
from amdesk.domain.personal_date import EARLY_NAMES, KIND_NAMES, RELATION_NAMES
from amdesk.domain.points import CHANGE_KINDS, POINT_KINDS, SIDES
from amdesk.domain.summary import CONFIRMED_HOW, STATES
from amdesk.domain.text import is_blank
from amdesk.services.import_values import shortened
from amdesk.store import records
from amdesk.store.records import Column
from amdesk.store.table import encode

_ALLOWED: Mapping[tuple[str, str], Sequence[str]] = {
    ("client", "stage"): STAGES, ("client", "tier"): TIERS, ("client", "calendar"): CALENDARS,
    ("contact", "birth_calendar"): CALENDARS, ("address", "medium"): MEDIA, ("address", "label"): LABELS,
    ("interaction", "channel"): CHANNELS, ("interaction", "direction"): DIRECTIONS,
    ("interaction", "outcome"): OUTCOMES, ("summary", "state"): STATES,
    ("summary", "handed_over_by"): HANDED_OVER_BY, ("summary", "confirmed_how"): CONFIRMED_HOW,
    ("point", "kind"): POINT_KINDS, ("point", "change_kind"): CHANGE_KINDS, ("point", "side"): SIDES,
    ("relative", "relation"): tuple(RELATION_NAMES), ("personal_date", "kind"): tuple(KIND_NAMES),
    ("personal_date", "early"): tuple(EARLY_NAMES), ("personal_date", "calendar"): CALENDARS,
    ("reminder", "kind"): tuple(reminder.KIND_NAMES), ("reminder", "state"): tuple(reminder.STATE_NAMES),
    ("reminder", "repeat_from"): tuple(reminder.REPEAT_FROM_NAMES),
    ("client_share", "kind"): tuple(share.KIND_NAMES),
    ("goal", "direction"): goal.DIRECTIONS, ("goal", "rhythm"): goal.RHYTHMS,
    ("planned_action", "side"): goal.SIDES, ("task", "side"): task.SIDES, ("task", "state"): task.STATES,
    ("merged", "noun"): tuple(records.REFERENCES), ("outgoing", "kind"): tuple(outgoing.KIND_NAMES),
}  # fmt: skip
_SPANS = {
    ("client", "vip"): (0, 1),
    ("interaction", "minutes"): (0, 1440),
    ("summary", "version"): (1, 10_000),
    ("summary", "chases"): (0, 1_000),
    ("reminder", "urgent"): (0, 1),
    ("goal", "shared"): (0, 1),
    ("reminder", "lead_minutes"): (0, reminder.LONGEST_LEAD),
    **{("task", name): (0, 1) for name in ("important", "urgent", "promise", "told", "checkpoint_by_hand")},
    ("attachment", "size"): (0, LARGEST_FILE),
}
# A reference names files as well as calls, and its client's code is a part of it.
_FORMS = {
    ("client", "code"): is_code, ("interaction", "reference"): is_reference,
    ("reminder", "clock"): reminder.is_clock, ("reminder", "repeat"): recurrence.is_rule,
    ("reminder", "due_on"): is_day_in_reach, ("reminder", "first_on"): is_day_in_reach,
    ("goal", "baseline"): goal.is_amount, ("goal", "target"): goal.is_amount,
    ("measurement", "value"): goal.is_amount, ("milestone", "value"): goal.is_amount,
    ("goal", "start_on"): is_day_in_reach, ("goal", "due_on"): is_day_in_reach,
    ("measurement", "taken_on"): is_day_in_reach, ("milestone", "due_on"): is_day_in_reach,
    **{("task", name): is_day_in_reach for name in ("start_on", "due_on", "agreed_on")},
    ("attachment", "sha256"): is_digest, ("merged", "was"): is_values,
}  # fmt: skip
_LARGEST = 2**62
_NEVER_BLANK = frozenset({"name", "code", "reference"})
# An empty text where nothing would also do: a CSV cannot tell the two apart otherwise.
EMPTY = "∅"


def from_cell(column: Column, cell: str) -> object:
    """The value of a CSV's cell: empty is nothing where nothing can be, and ∅ is the empty text there."""
    if cell == "" and (column.is_nullable or column.is_number):
        return None
    return cell[1:] if column.is_nullable and cell.strip(EMPTY) == "" else cell


def to_cell(column: Column, value: object) -> str:
    """What ``from_cell`` makes the value of again."""
    if value is None:
        return ""
    text = str(value)
    return EMPTY + text if column.is_nullable and not column.is_number and text.strip(EMPTY) == "" else text


def checked(column: Column, value: object, *, noun: str, line: int) -> object:
    """A value that is no reference as the file keeps it; an AmdeskError that says what is wrong with it."""
    if value is None or (value == "" and column.is_number):
        refuse_nothing(column, line=line)
        return None
    if column.is_number:
        span = _SPANS.get((noun, column.name), (-_LARGEST, _LARGEST))
        return _number(column, value, span=span, line=line)
    if not isinstance(value, str):
        raise _wrong(column, value, line=line)
    allowed = _ALLOWED.get((noun, column.name))
    if allowed is not None and value not in allowed:
        text = N_("Line {line}: the column “{column}” cannot hold “{value}”, but only: {allowed}.")
        fields = {"line": line, "column": column.name, "value": shortened(value), "allowed": tuple(allowed)}
        raise AmdeskError(Message(text, fields))
    if column.name in _NEVER_BLANK and is_blank(value):
        raise lacking([column.name], line=line)
    form = _FORMS.get((noun, column.name))
    if form is not None and not form(value):
        raise _wrong(column, value, line=line)
    try:
        return _text(column.name, value)
    except (ValueError, RecursionError):
        raise _wrong(column, value, line=line) from None


def refuse_nothing(column: Column, *, line: int) -> None:
    """An AmdeskError where there has to be a value."""
    if column.required:
        raise lacking([column.name], line=line)


def lacking(names: Sequence[str], *, line: int) -> AmdeskError:
    """What to say of a row without these columns."""
    return AmdeskError(
        N_("Line {line} has nothing in {columns}. Export the file again, or fill it in."),
        line=line,
        columns=tuple(names),
    )


def check_day(values: dict[str, object], *, line: int) -> None:
    """The four parts of a birthday or personal date are all there, and there is such a day."""
    for prefix in ("birth_", ""):
        _check_day(values, prefix, line=line)


def _check_day(values: dict[str, object], prefix: str, *, line: int) -> None:
    month, day, year = (values.get(f"{prefix}{part}") for part in ("month", "day", "year"))
    if month is None and day is None:
        return
    calendar = values.get(f"{prefix}calendar")
    if not isinstance(month, int) or not isinstance(day, int) or not isinstance(calendar, str):
        raise lacking([f"{prefix}{part}" for part in ("month", "day", "calendar")], line=line)
    try:
        PartialDate(month, day, year if isinstance(year, int) else None, calendar)
    except AmdeskError as error:
        text = (
            N_("Line {line}: the birthday is no day. {problem}")
            if prefix
            else N_("Line {line}: the personal date is no day. {problem}")
        )
        raise AmdeskError(text, line=line, problem=error.message) from None


def check_owner(values: Mapping[str, object], *, line: int) -> None:
    """A personal date is a contact's or a relative's; without a day it is the birthday of a contact."""
    of_contact, of_relative = (values.get(f"{owner}_id") is not None for owner in ("contact", "relative"))
    is_day = values.get("month") is not None
    if of_contact == of_relative or (not is_day and (of_relative or values.get("kind") != "birthday")):
        raise lacking(["contact_uuid", "relative_uuid", "month"], line=line)


def check_span(values: Mapping[str, object], *, line: int) -> None:
    """A goal begins before it is due; whoever sent only one of the two days is taken at their word."""
    start_on, due_on = (str(values.get(name) or "") for name in ("start_on", "due_on"))
    if start_on and due_on and due_on <= start_on:
        raise AmdeskError(
            N_("Line {line}: the due date {due} is not after the start {start}. Mend one of the two."),
            line=line,
            due=date.fromisoformat(due_on),
            start=date.fromisoformat(start_on),
        )


def _number(column: Column, value: object, *, span: tuple[int, int], line: int) -> int:
    least, most = span
    try:
        number = int(value) if isinstance(value, int | str) else None
    except ValueError:
        number = None
    if number is None or not least <= number <= most:
        raise _wrong(column, value, line=line)
    return int(number)


def _text(name: str, value: str) -> object:
    """A text checked by the ending of its name: a uuid, a date, a moment, a list of addresses."""
    if name == "uuid":
        return str(UUID(value))
    if name.endswith("_on"):
        return date.fromisoformat(value).isoformat()
    if name.endswith("_at"):
        moment = datetime.fromisoformat(value)
        return encode(moment) if moment.tzinfo and is_in_reach(moment) else _refuse(value)
    if name.endswith("_to"):
        found = json.loads(value)
        is_list = isinstance(found, list) and all(isinstance(one, str) for one in found)
        return encode(tuple(found)) if is_list else _refuse(value)
    return encode(value)


def _wrong(column: Column, value: object, *, line: int) -> AmdeskError:
    text = N_("Line {line}: the column “{column}” cannot hold “{value}”. Export the file again, or mend it.")
    return AmdeskError(text, line=line, column=column.name, value=shortened(str(value)))


def _refuse(value: str) -> str:
    raise ValueError(value)
