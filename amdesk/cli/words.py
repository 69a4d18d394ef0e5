"""The words for values kept in the file, as tables show them."""

from __future__ import annotations

from amdesk.domain.messages import N_

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
STATE = {
    "draft": N_("Draft"),
    "handed_over": N_("Handed over"),
    "sent": N_("Awaiting confirmation"),
    "confirmed": N_("Confirmed"),
    "corrected": N_("Corrected"),
    "no_answer": N_("No answer"),
    "silent": N_("Accepted by silence"),
    "not_needed": N_("No summary needed"),
}
SECTION = {
    "summaries": N_("Summaries to write"),
    "confirmations": N_("Confirmations to chase"),
    "next_contacts": N_("Next contacts"),
    "questions": N_("Open questions"),
}
KIND = {"client": N_("Client"), "contact": N_("Contact"), "interaction": N_("Call log")}
