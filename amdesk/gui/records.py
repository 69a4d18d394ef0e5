"""Where each record is shown, where its history is, and which record a page shows."""

from __future__ import annotations

from amdesk.gui.place import Place

# The pages and editors that show one record, with its noun.
_NOUNS = {
    "client": "client",
    "edit_client": "client",
    "edit_contact": "contact",
    "summary": "interaction",
    "goal": "goal",
    "edit_goal": "goal",
    "task": "task",
    "edit_task": "task",
    "edit_reminder": "reminder",
}


def place_of(noun: str, record_id: int, client_id: int | None) -> Place:
    """The page of a record; a contact is found on that of its client."""
    if noun == "contact":
        return Place("client", client_id, at=f"contact-{record_id}")
    page = {"interaction": "summary", "reminder": "edit_reminder"}.get(noun, noun)
    return Place(page, record_id, None if noun == "client" else client_id)


def history_of(noun: str, record_id: int, client_id: int | None = None) -> Place:
    """Where the history of a record is."""
    return Place("history", record_id, client_id, ask=noun)


def history_at(place: Place) -> Place | None:
    """The history of the record that a page shows, where it shows one that is there already."""
    noun = _NOUNS.get(place.page)
    if noun is None or place.id is None:
        return None
    return history_of(noun, place.id, place.id if noun == "client" else place.about)
