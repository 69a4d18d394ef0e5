"""Reading the whole file and telling, in sentences, what is not as it should be."""

from __future__ import annotations

from amdesk.domain.messages import N_, Message
from amdesk.services import attachments
from amdesk.services.desk import Desk
from amdesk.store import check as store

_SENTENCES = {
    "damaged": N_("The file is damaged: {where}. Put a backup in its place."),
    "orphan": N_("A row of the table {where} belongs to something that is not there."),
    "uuid": N_("Two rows of the table {where} have the same UUID."),
    "last_contact": N_("The last contact kept with client {where} is not that of their calls."),
    "state": N_("The state kept with call {where} is not that of its summary."),
    "unknown_state": N_("The summary of {where} is in a state that does not exist."),
    "handed_over": N_("The summary of {where} is handed over, and nothing says when."),
    "sent": N_("The summary of {where} went out, and its text or its moment is missing."),
    "confirmed": N_("The summary of {where} is confirmed, and who, when or how is missing."),
    "not_needed": N_("The summary of {where} is not needed, and no reason is given."),
    "versions": N_("The versions of the summary of {where} do not follow each other."),
    "reference": N_("Two calls have the reference {where}."),
    "positions": N_("The points of the summary of {where} are not numbered one after the other."),
    "address": N_("An address of client {where} belongs to a contact of another client."),
    "measured": N_("The last value kept with goal {where} is not that of its measurements."),
    "span": N_("The goal {where} is due before it begins."),
    "no_task": N_("An action in the summary of {where} has no task."),
    "task_done": N_("Whether the task “{where}” is settled, and when, do not go together."),
    "task_circle": N_("The task “{where}” waits for itself, by way of others."),
    "file_gone": N_("The file {where} has vanished. Put it back from a backup, or add it again."),
    "file_changed": N_("The file {where} no longer holds what it held when it was added."),
    "index": N_("The index of words does not have each row of the table {where} once."),
    "words": N_("The index of words does not find {where} by its own words."),
}

_TABLES = {
    "client": Message.named("table", "clients"),
    "contact": Message.named("table", "contacts"),
    "address": Message.named("table", "addresses"),
    "interaction": Message.named("table", "calls"),
    "interaction_contact": Message.named("table", "people of calls"),
    "summary": Message.named("table", "summaries"),
    "point": Message.named("table", "points"),
    "reminder": Message.named("table", "reminders"),
    "relative": Message.named("table", "relatives"),
    "personal_date": Message.named("table", "personal dates"),
    "goal": Message.named("table", "goals"),
    "measurement": Message.named("table", "measurements"),
    "milestone": Message.named("table", "milestones"),
    "planned_action": Message.named("table", "planned actions"),
    "client_share": Message.named("table", "sheets shared with clients"),
    "task": Message.named("table", "tasks"),
    "task_link": Message.named("table", "links of tasks"),
    "question": Message.named("table", "questions about tasks"),
    "outgoing": Message.named("table", "mails of the outbox"),
    "attachment": Message.named("table", "files"),
}


def check(desk: Desk) -> tuple[Message, ...]:
    """Everything that is wrong with the file, a sentence each; nothing for a sound one."""
    files = (store.Finding(kind, one.name) for kind, one in attachments.unsound(desk))
    return tuple(map(_told, (*store.findings(desk.store), *files)))


def contradictions(desk: Desk) -> tuple[Message, ...]:
    """What rows of the file say against each other, a sentence each."""
    return tuple(map(_told, store.contradictions(desk.store)))


def _told(found: store.Finding) -> Message:
    return Message.of(_SENTENCES[found.kind], where=_TABLES.get(found.where, found.where))
