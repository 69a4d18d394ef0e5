"""Where a reminder leads to, and what it is about in words."""

from __future__ import annotations

from amdesk.domain.reminder import Reminder
from amdesk.gui.place import Place
from amdesk.i18n.bidi import isolate
from amdesk.i18n.catalog import _
from amdesk.services import reminder_about
from amdesk.services.desk import Desk
from amdesk.services.reminder_about import About

# The pages that show one record a reminder can be about beside its client, with what it is.
_NOUNS = {
    "summary": "interaction",
    "edit_contact": "contact",
    "goal": "goal",
    "edit_goal": "goal",
    "task": "task",
    "edit_task": "task",
}

# Where all that has come is seen, personal dates as well: Today, not the days ahead that it showed last.
ALL_THAT_CAME = Place("today", at="today")


def place_of(desk: Desk, reminder: Reminder) -> Place:
    """The page a reminder is worked on: a call, a goal, a task, the client with its people, or itself."""
    found = reminder_about.about(desk, reminder)
    if found is not None and found.noun == "interaction":
        return Place("summary", found.id)
    if found is not None and found.noun in {"goal", "task"}:
        return Place(found.noun, found.id, reminder.client_id)
    if reminder.client_id is not None:
        return Place("client", reminder.client_id)
    return Place("edit_reminder", reminder.id)


def about_words(about: About) -> str:
    """“About Maya Stern”, “About the call NW-2026-014”, “About the goal Orders per week”."""
    if about.noun == "goal":
        return _("About the goal {name}").format(name=isolate(about.name))
    if about.noun == "task":
        return _("About the task {name}").format(name=isolate(about.name))
    if about.noun == "contact":
        return _("About {name}").format(name=isolate(about.name))
    return _("About the call {reference}").format(reference=isolate(about.name))


def new_reminder(desk: Desk, place: Place, *, client_id: int | None) -> Place:
    """Where a new reminder is set: about the person, call or goal that a page shows, else for a client."""
    noun = _NOUNS.get(place.page)
    if noun is not None and place.id is not None:
        its_client, name = reminder_about.naming(desk, noun, place.id)
        return Place("edit_reminder", about=its_client, ask=name)
    return Place("edit_reminder", about=client_id)
