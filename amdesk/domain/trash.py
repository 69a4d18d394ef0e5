"""The trash: what was deleted stays for a while, to be put back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from amdesk.domain.messages import N_, Words

KEPT_FOR = timedelta(days=90)
# The nouns that go into the trash, with what one of each is called.
NOUN_NAMES: Mapping[str, Words] = {
    "client": N_("Client"),
    "contact": N_("Contact"),
    "interaction": N_("Call"),
    "goal": N_("Goal"),
    "task": N_("Task"),
    "reminder": N_("Reminder"),
    "client_share": N_("Shared page"),
}


@dataclass(frozen=True, slots=True)
class Trashed:
    """A record in the trash: ``id`` is its place in the list, ``row_id`` its own among those of its noun.

    ``client`` is whose it was; that client may be in the trash as well (``goes_with_client``).
    """

    id: int
    noun: str
    row_id: int
    title: str
    client: str
    deleted_at: datetime
    client_id: int | None = None
    goes_with_client: bool = False

    @property
    def goes_at(self) -> datetime:
        """When it leaves for good."""
        return self.deleted_at + KEPT_FOR
