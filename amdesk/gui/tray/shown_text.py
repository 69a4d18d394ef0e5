"""What appears on the screen of something that rings, for whoever else may look at it."""

from __future__ import annotations

from amdesk.domain.reminder import Armed
from amdesk.i18n.catalog import _


def shown_text(one: Armed, *, hides_names: bool) -> str:
    """Its words; where names are to be hidden, of what is all names only what it is."""
    if not hides_names or one.noun == "reminder":
        return one.reminder.text
    return _("Checkpoint") if one.noun == "task" else _("Personal date")
