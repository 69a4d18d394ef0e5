"""When a reminder rings, in words: the moment it comes to, and how long before its time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from amdesk.domain.messages import N_
from amdesk.gui import show
from amdesk.i18n.catalog import _, current
from amdesk.i18n.format import duration_text
from amdesk.services.desk import Desk

LEAD_NAMES: Mapping[int, str] = {
    0: N_("At its time"),
    10: N_("10 minutes before"),
    30: N_("Half an hour before"),
    60: N_("An hour before"),
    24 * 60: N_("A day before"),
    3 * 24 * 60: N_("Three days before"),
    7 * 24 * 60: N_("A week before"),
}


def rings_words(desk: Desk, at: datetime) -> str:
    """When it will ring: another day than the one set, where that is free or quiet."""
    if at <= desk.now():
        return _("Rings at once")
    return _("Rings on {moment}").format(moment=show.moment(desk, at))


def lead_words(minutes: int) -> str:
    """The words for any lead: one of those offered, or its length."""
    if minutes in LEAD_NAMES:
        return LEAD_NAMES[minutes]
    return _("{span} before").format(span=duration_text(minutes, current()))
