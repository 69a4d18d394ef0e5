"""What appears on the screen of something that rings, for whoever else may look at it."""

from __future__ import annotations

from amdesk.domain.reminder import Armed
from amdesk.i18n.catalog import _


def shown_text(one: Armed, *, hides_names: bool) -> str:
    """Its words; where names are to be hidden, of a personal date only that it is one: it is all name."""
    return _("Personal date") if hides_names and one.noun != "reminder" else one.reminder.text
