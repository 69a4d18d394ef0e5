"""The ways a summary's mail can leave the desk."""

from __future__ import annotations

from amdesk.domain.messages import N_

# The values kept in the file with what they are called (message ids), in the order in which they are tried.
HAND_OVER_NAMES = {
    "eml": N_("Open a draft in the mail program"),
    "mailto": N_("Open a mail link"),
    "clipboard": N_("Copy as rich text"),
    "smtp": N_("Send from here"),
}
HANDED_OVER_BY = tuple(HAND_OVER_NAMES)
# Those there are without an account that mails could be sent by.
USUAL_WAYS = tuple(way for way in HANDED_OVER_BY if way != "smtp")
