"""Where a record is found that was merged into another; apart from merging, for the first page asks this."""

from __future__ import annotations

from amdesk.services.desk import Desk
from amdesk.store import merged as store

NOUNS = ("client", "contact")  # of which two can become one


def stayed(desk: Desk, noun: str, row_id: int) -> int:
    """The id of a record, or of the one that stayed where it was merged into another."""
    return store.stayed(desk.store, noun, row_id) or row_id
