"""What the columns of every noun are called where their values are told, and as what they are told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from amdesk.domain import client, contact, goal, interaction, points, reminder, summary, task
from amdesk.domain.calendars import CALENDAR_NAMES
from amdesk.domain.columns import FIELDS as OF_LISTS
from amdesk.domain.messages import N_, Message, Words
from amdesk.domain.personal_date import EARLY_NAMES, KIND_NAMES, RELATION_NAMES
from amdesk.domain.recurrence import REPEAT_NAMES

Names = Mapping[str, Words]


@dataclass(frozen=True, slots=True)
class Field:
    """A field as it is told: what it is called, and its ``columns``, which belong together.

    ``kind`` is words, text (of several lines), day, moment, number, minutes, flag, name (one of ``names``),
    language, country, given (a day that comes every year), gaps, or the noun of the row that it refers to.
    """

    words: Words
    columns: tuple[str, ...]
    kind: str = "words"
    names: Names | None = None


def _field(words: Words, *columns: str, kind: str = "words", names: Names | None = None) -> Field:
    return Field(words, columns, "name" if names is not None else kind, names)


_DAY = ("month", "day", "year", "calendar")
_SIDE = _field(N_("Who owes it"), "side", names=goal.SIDE_NAMES)
_DUE = _field(N_("Due date"), "due_on", kind="day")
_NOTE = _field(Message.named("measurement", "Note"), "note", kind="text")

# In the order in which a person reads them. What is not here is no news to anyone.
_OF: Mapping[str, tuple[Field, ...]] = {
    "client": (
        _field(Message.named("company", "Name"), "name"),
        _field(OF_LISTS["code"], "code"),
        _field(OF_LISTS["stage"], "stage", names=client.STAGE_NAMES),
        _field(OF_LISTS["tier"], "tier"),
        _field(OF_LISTS["vip"], "vip", kind="flag"),
        _field(OF_LISTS["next_step"], "next_step"),
        _field(OF_LISTS["next_contact_on"], "next_contact_on", kind="day"),
        _field(OF_LISTS["language"], "language", kind="language"),
        _field(OF_LISTS["calendar"], "calendar", names=CALENDAR_NAMES),
        _field(OF_LISTS["country"], "country", kind="country"),
        _field(OF_LISTS["asking"], "asking", kind="gaps"),
        _field(OF_LISTS["notes"], "notes", kind="text"),
    ),
    "contact": (
        _field(Message.named("person", "Name"), "name"),
        _field(N_("Client"), "client_id", kind="client"),
        _field(OF_LISTS["role"], "role"),
        _field(N_("Language"), "language", kind="language"),
        _field(OF_LISTS["preferred_channel"], "preferred_channel", names=interaction.CHANNEL_NAMES),
        _field(OF_LISTS["preferred_hours"], "preferred_hours"),
        _field(OF_LISTS["birthday"], *(f"birth_{part}" for part in _DAY), kind="given"),
        _field(OF_LISTS["left_on"], "left_on", kind="day"),
        _field(OF_LISTS["notes"], "notes", kind="text"),
    ),
    "address": (
        _field(N_("Kind"), "medium", names=contact.MEDIUM_NAMES),
        _field(N_("Where"), "label", names=contact.LABEL_NAMES),
        _field(Message.named("address", "Address"), "value", "normal"),
        _field(N_("Person"), "contact_id", kind="contact"),
    ),
    "interaction": (
        _field(N_("Client"), "client_id", kind="client"),
        _field(N_("What was it about?"), "occasion"),
        _field(N_("Channel"), "channel", names=interaction.CHANNEL_NAMES),
        _field(N_("Direction"), "direction", names=interaction.DIRECTION_NAMES),
        _field(N_("Outcome"), "outcome", names=interaction.OUTCOME_NAMES),
        _field(N_("Began at"), "started_at", kind="moment"),
        _field(N_("Minutes"), "minutes", kind="minutes"),
        _field(N_("Who took part on our side"), "participants"),
        _field(N_("Private note"), "private_note", kind="text"),
    ),
    "interaction_contact": (_field(N_("Contact"), "contact_id", kind="contact"),),
    "summary": (
        _field(Message.named("column", "State"), "state", names=summary.STATE_NAMES),
        _field(N_("Closing words"), "closing", kind="text"),
        _field(N_("Who confirmed it"), "confirmed_by"),
        _field(N_("How it was confirmed"), "confirmed_how", names=summary.CONFIRMED_HOW_NAMES),
        _field(N_("Reason"), "reason"),
    ),
    "point": (
        _field(N_("Kind"), "kind", names=points.POINT_KIND_NAMES),
        _field(N_("Point"), "text", kind="text"),
        _field(N_("What changes"), "change_kind", names=points.CHANGE_KIND_NAMES),
        _field(Message.named("change", "From"), "from_value"),
        _field(Message.named("change", "To"), "to_value"),
        _field(N_("From when"), "effective_on", kind="day"),
        _SIDE,
        _field(N_("Who does it"), "owner"),
        _DUE,
        _field(Message.named("field", "Answer"), "answer", "answered_on"),
    ),
    "reminder": (
        _field(N_("Remind me of"), "text", kind="text"),
        _field(N_("Client"), "client_id", kind="client"),
        _field(Message.named("column", "State"), "state", "done_at", names=reminder.STATE_NAMES),
        _field(Message.named("measurement", "Day"), "due_on", "first_on", kind="day"),
        _field(N_("Time"), "clock", "zone"),
        _field(N_("Rings"), "lead_minutes", kind="minutes"),
        _field(N_("Repeat"), "repeat", names=REPEAT_NAMES),
        _field(N_("Kind"), "kind", names=reminder.KIND_NAMES),
        _field(N_("Urgent"), "urgent", kind="flag"),
        _field(N_("Snoozed until"), "snoozed_until_at", kind="moment"),
    ),
    "relative": (
        _field(Message.named("person", "Name"), "name"),
        _field(N_("Who they are"), "relation", names=RELATION_NAMES),
        _field(N_("Also a relative of"), "other_contact_id", kind="contact"),
    ),
    "personal_date": (
        _field(N_("What day it is"), "kind", names=KIND_NAMES),
        _field(N_("What it is called"), "label"),
        _field(Message.named("measurement", "Day"), *_DAY, kind="given"),
        _field(N_("When to tell me"), "early", names=EARLY_NAMES),
    ),
    "goal": (
        _field(Message.named("goal", "Name"), "name"),
        _field(N_("KPI"), "kpi"),
        _field(N_("Unit"), "unit"),
        _field(Message.named("goal", "Direction"), "direction", names=goal.DIRECTION_NAMES),
        _field(N_("Baseline"), "baseline", kind="number"),
        _field(N_("Target"), "target", kind="number"),
        _field(Message.named("goal", "Start"), "start_on", kind="day"),
        _DUE,
        _field(N_("Measured"), "rhythm", names=goal.RHYTHM_NAMES),
        _field(N_("Shared with the client"), "shared", kind="flag"),
        _field(N_("Closed on"), "ended_on", kind="day"),
        _field(N_("Private notes"), "notes", kind="text"),
    ),
    "measurement": (
        _field(Message.named("measurement", "Day"), "taken_on", kind="day"),
        _field(N_("Value"), "value", kind="number"),
        _NOTE,
    ),
    "milestone": (
        _field(N_("Milestone"), "title"),
        _field(N_("To be reached by"), "due_on", kind="day"),
        _field(N_("Value by then"), "value", kind="number"),
        _field(N_("Reached on"), "reached_on", kind="day"),
    ),
    "planned_action": (
        _field(N_("What is to be done"), "title"),
        _SIDE,
        _field(N_("Who does it"), "owner"),
        _field(Message.named("task", "Start"), "start_on", kind="day"),
        _DUE,
        _field(N_("Done on"), "done_on", kind="day"),
    ),
    "task": (
        _field(N_("What is to be done"), "title"),
        _field(N_("Client"), "client_id", kind="client"),
        _field(
            Message.named("column", "State"), "state", "done_at", "snoozed_until_at", names=task.STATE_NAMES
        ),
        _field(N_("Who owes it"), "side", names=task.SIDE_NAMES),
        _field(N_("Who does it"), "assignee", "assignee_address", "assignee_language"),
        _field(N_("Agreed on"), "agreed_on", kind="day"),
        _field(Message.named("task", "Start"), "start_on", kind="day"),
        _DUE,
        _field(N_("Checkpoint"), "checkpoint_at", "checkpoint_by_hand", kind="moment"),
        _field(N_("Goal it serves"), "goal_id", kind="goal"),
        _field(N_("Why it serves no goal"), "no_goal_reason"),
        _field(N_("Result expected"), "result", kind="text"),
        _field(N_("Requirements"), "requirements", kind="text"),
        _field(N_("Important"), "important", kind="flag"),
        _field(N_("Urgent"), "urgent", kind="flag"),
        _field(N_("Promise"), "promise", kind="flag"),
    ),
    "task_link": (_field(N_("Task"), "after_id", kind="task"),),
    "question": (
        _field(Message.named("sheet", "Question"), "text", kind="text"),
        _field(Message.named("field", "Answer"), "answer", "answered_on"),
    ),
    "attachment": (_field(N_("File"), "name"),),
}
FIELDS: Mapping[str, Mapping[str, Field]] = {
    noun: {one.columns[0]: one for one in fields} for noun, fields in _OF.items()
}
# What one of each is called where it is spoken of beside others.
NOUN_NAMES: Names = {
    "client": N_("Client"),
    "contact": N_("Contact"),
    "address": Message.named("address", "Address"),
    "interaction": N_("Call"),
    "interaction_contact": N_("Contact"),
    "summary": N_("Summary"),
    "point": N_("Point"),
    "reminder": N_("Reminder"),
    "relative": N_("Relative"),
    "personal_date": N_("Personal date"),
    "goal": N_("Goal"),
    "measurement": Message.named("goal", "Measurement"),
    "milestone": N_("Milestone"),
    "planned_action": Message.named("goal", "Planned action"),
    "task": N_("Task"),
    "task_link": N_("Waits for"),
    "question": Message.named("sheet", "Question"),
    "attachment": N_("File"),
}


@cache
def _by_column(noun: str) -> Mapping[str, Field]:
    return {column: field for field in _OF.get(noun, ()) for column in field.columns}


def called(noun: str, column: str) -> Words:
    """What a column is called; its own name where nobody is told of it."""
    found = _by_column(noun).get(column)
    return found.words if found is not None else column
