"""How long before its time a reminder rings, in words."""

from __future__ import annotations

from collections.abc import Mapping

from amdesk.domain.messages import N_
from amdesk.i18n.catalog import _, current
from amdesk.i18n.format import duration_text

LEAD_NAMES: Mapping[int, str] = {
    0: N_("At its time"),
    10: N_("10 minutes before"),
    30: N_("Half an hour before"),
    60: N_("An hour before"),
    24 * 60: N_("A day before"),
    3 * 24 * 60: N_("Three days before"),
    7 * 24 * 60: N_("A week before"),
}


def lead_words(minutes: int) -> str:
    """The words for any lead: one of those offered, or its length."""
    if minutes in LEAD_NAMES:
        return LEAD_NAMES[minutes]
    return _("{span} before").format(span=duration_text(minutes, current()))
