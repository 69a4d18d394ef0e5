"""The words for values kept in the file, as tables show them."""

from __future__ import annotations

from amdesk.domain.messages import N_

SECTION = {
    "summaries": N_("Summaries to write"),
    "confirmations": N_("Confirmations to chase"),
    "next_contacts": N_("Next contacts"),
    "questions": N_("Open questions"),
}
KIND = {"client": N_("Client"), "contact": N_("Contact"), "interaction": N_("Call log")}
