"""The words for values kept in the file: stages, channels, states and the tones they are shown in."""

from __future__ import annotations

from amdesk.domain.messages import N_
from amdesk.gui.theme import ToneName
from amdesk.i18n.catalog import _

STAGE = {
    "prospect": N_("Prospect"),
    "first_contact": N_("First contact"),
    "needs": N_("Finding needs"),
    "offer": N_("Offer made"),
    "negotiation": N_("In negotiation"),
    "active": N_("Active client"),
    "at_risk": N_("At risk"),
    "dormant": N_("Dormant"),
    "former": N_("Former client"),
}
STAGE_TONE: dict[str, ToneName] = {
    "active": "good",
    "at_risk": "danger",
    "negotiation": "info",
    "offer": "info",
}
CHANNEL = {
    "mobile": N_("Mobile call"),
    "office_phone": N_("Office phone call"),
    "video": N_("Video call"),
    "meeting": N_("Meeting"),
    "chat": N_("Chat"),
    "mail": N_("E-mail"),
    "post": N_("Post or fax"),
    "visit": N_("Visit"),
    "other": N_("Other contact"),
}
DIRECTION = {"out": N_("We called"), "in": N_("They called")}
OUTCOME = {"reached": N_("Reached"), "not_reached": N_("Not reached")}
STATE = {
    "missing": N_("To summarise"),
    "draft": N_("Draft"),
    "handed_over": N_("Handed over"),
    "sent": N_("Awaiting confirmation"),
    "confirmed": N_("Confirmed"),
    "corrected": N_("Corrected"),
    "no_answer": N_("No answer"),
    "silent": N_("Accepted by silence"),
    "not_needed": N_("No summary needed"),
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
POINT = {
    "decision": N_("Decision"),
    "change": N_("Change"),
    "action": N_("Action"),
    "insight": N_("Insight"),
    "question": N_("Open question"),
}
CHANGE = {
    "rate": N_("Rate"),
    "tag": N_("Tag"),
    "activity": N_("Activity"),
    "budget": N_("Budget"),
    "schedule": N_("Schedule"),
    "other": N_("Something else"),
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
ADDRESS = {
    "mobile": N_("Mobile"),
    "office": N_("Office"),
    "home": N_("Home"),
    "fax": N_("Fax"),
    "other": N_("Other"),
}
MEDIUM = {"phone": N_("Phone"), "email": N_("E-mail"), "post": N_("Postal address"), "web": N_("Web page")}
GAP = {
    "contact": N_("No contact yet"),
    "mobile": N_("Mobile missing"),
    "email": N_("E-mail missing"),
    "birthday": N_("Birthday missing"),
    "language": N_("Language missing"),
}
CALENDAR = {
    "gregorian": N_("Gregorian calendar"),
    "jalali": N_("Jalali calendar"),
    "hebrew": N_("Hebrew calendar"),
}
# What is said after a step, where its label alone would read like a request.
DONE = {
    N_("New client"): N_("Client added"),
    N_("Change client"): N_("Client changed"),
    N_("Delete client"): N_("Client moved to the trash"),
    N_("New contact"): N_("Contact added"),
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
}


def done(label: str) -> str:
    """What the undo bar says of a step that was kept."""
    return _(DONE.get(label, label))


def undone(label: str) -> str:
    """What the undo bar says of a step that was taken back."""
    return _("Undone: {step}").format(step=_(label))


def call_icon(channel: str, direction: str, outcome: str) -> str:
    """The picture of an interaction: a call says which way it went, or that nobody was reached."""
    if outcome == "not_reached":
        return "missed"
    return direction if channel in {"mobile", "office_phone"} else channel
