"""How values kept in the file are shown: in which tone, as which picture, and what is said of a step."""

from __future__ import annotations

from amdesk.domain.messages import N_
from amdesk.gui.theme import ToneName
from amdesk.i18n.catalog import _

STAGE_TONE: dict[str, ToneName] = {
    "active": "good",
    "at_risk": "danger",
    "negotiation": "info",
    "offer": "info",
}
STATE_TONE: dict[str, ToneName] = {
    "missing": "warn",
    "draft": "quiet",
    "handed_over": "warn",
    "sent": "info",
    "confirmed": "good",
    "corrected": "quiet",
    "no_answer": "warn",
    "silent": "quiet",
    "not_needed": "quiet",
}
POINT_TONE: dict[str, ToneName] = {
    "decision": "good",
    "change": "warn",
    "action": "info",
    "insight": "quiet",
    "question": "quiet",
}
SIDE = {"us": N_("We owe this"), "client": N_("The client owes this"), "third": N_("A third party owes this")}
OWES = {"us": N_("Ours"), "client": N_("The client’s"), "third": N_("A third party’s")}
GAP = {
    "contact": N_("No contact yet"),
    "mobile": N_("Mobile missing"),
    "email": N_("E-mail missing"),
    "birthday": N_("Birthday missing"),
    "language": N_("Language missing"),
}
ASK = {
    "mobile": N_("Ask for the mobile number"),
    "email": N_("Ask for the e-mail"),
    "birthday": N_("Ask for the birthday"),
    "language": N_("Ask for the language"),
}
# What is said after a step: its label alone would read like a request.
DONE = {
    N_("New client"): N_("Client added"),
    N_("Change client"): N_("Client changed"),
    N_("Delete client"): N_("Client moved to the trash"),
    N_("Change clients"): N_("Clients changed"),
    N_("Delete clients"): N_("Clients moved to the trash"),
    N_("Ask next time"): N_("Noted to ask next time"),
    N_("Ask no more"): N_("Not asked about any more"),
    N_("New contact"): N_("Contact added"),
    N_("Paste people"): N_("People added"),
    N_("Change contact"): N_("Contact changed"),
    N_("Contact left"): N_("Contact marked as no longer there"),
    N_("Delete contact"): N_("Contact moved to the trash"),
    N_("New address"): N_("Address added"),
    N_("Change address"): N_("Address changed"),
    N_("Delete address"): N_("Address deleted"),
    N_("Log call"): N_("Call logged"),
    N_("Change call"): N_("Call changed"),
    N_("Delete call"): N_("Call moved to the trash"),
    N_("Answer question"): N_("Question answered"),
    N_("New task"): N_("Task added"),
    N_("Change task"): N_("Task changed"),
    N_("Task done"): N_("Task noted as done"),
    N_("Drop task"): N_("Task dropped"),
    N_("Reopen task"): N_("Task open again"),
    N_("Delete task"): N_("Task moved to the trash"),
    N_("Task on track"): N_("Task noted as on track"),
    N_("Ask about task"): N_("Question noted"),
    N_("Hand over task"): N_("Task handed over"),
    N_("Move deadline"): N_("Deadline moved"),
    N_("Client told"): N_("Noted that the client knows"),
    N_("Take over task"): N_("Task taken over"),
    N_("Snooze checkpoint"): N_("Checkpoint put off"),
    N_("Link tasks"): N_("Tasks linked"),
    N_("Unlink tasks"): N_("Tasks no longer linked"),
    N_("Add file"): N_("File added"),
    N_("Remove file"): N_("File taken out"),
    N_("Begin summary"): N_("Summary begun"),
    N_("Write summary"): N_("Summary changed"),
    N_("Change closing"): N_("Closing words changed"),
    N_("Write private note"): N_("Private note changed"),
    N_("Hand over summary"): N_("Summary handed over"),
    N_("Put into the outbox"): N_("In the outbox"),
    N_("Take out of the outbox"): N_("Taken out of the outbox"),
    N_("Hand over to the mail program"): N_("Handed over to the mail program"),
    N_("Mail sent"): N_("The mail went out"),
    N_("Back to draft"): N_("The summary is a draft again"),
    N_("Summary sent"): N_("Noted as sent"),
    N_("Summary confirmed"): N_("Noted as confirmed"),
    N_("Correct summary"): N_("New version begun"),
    N_("Chase confirmation"): N_("Noted as reminded"),
    N_("No answer"): N_("Noted as not answered"),
    N_("Accepted by silence"): N_("Noted as accepted by silence"),
    N_("Summary not needed"): N_("Noted: no summary needed"),
    N_("Summary needed"): N_("Noted: the summary is needed after all"),
    N_("Put off the contact"): N_("Contact put off"),
    N_("New reminder"): N_("Reminder set"),
    N_("Change reminder"): N_("Reminder changed"),
    N_("Reminder done"): N_("Reminder done"),
    N_("Drop reminder"): N_("Reminder dropped"),
    N_("Snooze reminder"): N_("Reminder snoozed"),
    N_("Reschedule reminder"): N_("Reminder set to another time"),
    N_("Delete reminder"): N_("Reminder moved to the trash"),
    N_("Put back an earlier state"): N_("Earlier state put back"),
    N_("Restore a backup"): N_("Restored from a backup"),
    N_("Put back what was deleted"): N_("Put back from the trash"),
    N_("Delete for good"): N_("Deleted for good"),
    N_("Let go what was in the trash for 90 days"): N_("What was in the trash for 90 days is gone"),
    N_("New personal date"): N_("Personal date noted"),
    N_("Change personal date"): N_("Personal date changed"),
    N_("Delete personal date"): N_("Personal date deleted"),
    N_("New relative"): N_("Relative noted"),
    N_("Change relative"): N_("Relative changed"),
    N_("Delete relative"): N_("Relative deleted"),
    N_("Personal date done"): N_("Personal date done"),
    N_("Drop personal date for this year"): N_("Personal date dropped for this year"),
    N_("Snooze personal date"): N_("Personal date snoozed"),
    N_("New goal"): N_("Goal set"),
    N_("Change goal"): N_("Goal changed"),
    N_("Close goal"): N_("Goal closed"),
    N_("Reopen goal"): N_("The goal is open again"),
    N_("Delete goal"): N_("Goal moved to the trash"),
    N_("Measure goal"): N_("Measurement noted"),
    N_("Share sheet with client"): N_("The sheet is kept as it was shared"),
    N_("Share report with client"): N_("The report is kept as it was shared"),
    N_("Take back shared page"): N_("The page no longer counts as shared"),
    N_("Change measurement"): N_("Measurement changed"),
    N_("Delete measurement"): N_("Measurement deleted"),
    N_("Delete measurements"): N_("Measurements deleted"),
    N_("New milestone"): N_("Milestone added"),
    N_("Change milestone"): N_("Milestone changed"),
    N_("Milestone reached"): N_("Milestone reached"),
    N_("Milestone not reached"): N_("Noted: the milestone is not reached yet"),
    N_("Delete milestone"): N_("Milestone deleted"),
    N_("Plan action"): N_("Action planned"),
    N_("Change planned action"): N_("Planned action changed"),
    N_("Planned action done"): N_("Planned action done"),
    N_("Planned action not done"): N_("Noted: the action is not done yet"),
    N_("Delete planned action"): N_("Planned action deleted"),
    N_("New task"): N_("Task set"),
    N_("Change task"): N_("Task changed"),
    N_("Task done"): N_("Task done"),
    N_("Drop task"): N_("Task dropped"),
    N_("Reopen task"): N_("The task is open again"),
    N_("Delete task"): N_("Task moved to the trash"),
    N_("Task on track"): N_("Noted: the task is on track"),
    N_("Ask about task"): N_("Question noted, the task waits"),
    N_("Hand over task"): N_("Task handed over"),
    N_("Move deadline"): N_("Deadline moved"),
    N_("Client told"): N_("Noted: the client knows"),
    N_("Take over task"): N_("The task is yours now"),
    N_("Snooze checkpoint"): N_("Checkpoint snoozed"),
    N_("Link tasks"): N_("Tasks linked"),
    N_("Unlink tasks"): N_("Link taken out"),
    N_("Merge clients"): N_("Clients merged"),
    N_("Merge contacts"): N_("Contacts merged"),
    N_("Keep apart"): N_("Noted: not the same"),
    N_("Import"): N_("List imported"),
    N_("Sample portfolio"): N_("Sample portfolio put in"),
}


def done(label: str) -> str:
    """What the undo bar says of a step that was kept."""
    return _(DONE.get(label, label))


def undone(label: str) -> str:
    """What the undo bar says of a step that was taken back."""
    return _("Undone: {step}").format(step=done(label))


def call_icon(channel: str, direction: str, outcome: str) -> str:
    """The picture of an interaction: a call says which way it went, or that nobody was reached."""
    if outcome == "not_reached":
        return "missed"
    return direction if channel in {"mobile", "office_phone"} else channel
