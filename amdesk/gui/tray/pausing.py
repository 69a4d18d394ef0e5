"""For how long reminders can be kept from ringing."""

from __future__ import annotations

from datetime import datetime, timedelta

from amdesk.domain.messages import N_
from amdesk.domain.reminder import snooze_until
from amdesk.services import reminders
from amdesk.services.desk import Desk

PAUSE_NAMES = {
    "half_hour": N_("Half an hour"),
    "hour": N_("An hour"),
    "two_hours": N_("Two hours"),
    "tomorrow": N_("Until tomorrow"),
}
_MINUTES = {"half_hour": 30, "hour": 60, "two_hours": 120}


def pause_until(desk: Desk, choice: str) -> datetime | None:
    """The moment a choice of pausing ends at; nothing for the choice not to pause."""
    if choice == "tomorrow":
        return snooze_until("tomorrow", reminders.days(desk), now=desk.now())
    return desk.now() + timedelta(minutes=_MINUTES[choice]) if choice else None
