"""Where each record is shown, where its history is, and which record a page shows."""

from __future__ import annotations

import re
from dataclasses import replace

from amdesk.gui.place import Place
from amdesk.services import merged
from amdesk.services.desk import Desk

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


def stayed(desk: Desk, place: Place) -> Place:
    """The same place, of the records that stayed where some of it were merged into others."""
    noun = _who(place)
    at = re.fullmatch(r"contact-(\d+)", place.at)
    return replace(
        place,
        id=merged.stayed(desk, noun, place.id) if noun and place.id else place.id,
        about=merged.stayed(desk, "client", place.about) if place.about else place.about,
        at=f"contact-{merged.stayed(desk, 'contact', int(at[1]))}" if at else place.at,
    )


def _who(place: Place) -> str:
    """Which noun that can be merged the id of a place is of."""
    if place.page in {"history", "merge_with"}:
        noun = place.ask
    else:
        noun = "contact" if place.page == "log_call" else _NOUNS.get(place.page, "")
    return noun if noun in merged.NOUNS else ""
