"""Desks for tests: a real store in memory, a clock one can move, a mail program that keeps what it got."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from amdesk.domain.errors import AmdeskError
from amdesk.services import clients, contacts, interactions, summaries
from amdesk.services.desk import Desk
from amdesk.services.open_desk import open_in_memory

NOON = datetime(2026, 12, 14, 12, 0, tzinfo=UTC)  # a Monday


@dataclass
class Clock:
    """A clock that stands still until it is moved."""

    at: datetime = NOON

    def __call__(self) -> datetime:
        return self.at

    def move(self, **by: float) -> None:
        """Let time pass: days=1, hours=2 …"""
        self.at += timedelta(**by)


@dataclass
class MailBox:
    """A mail program that opens whatever it is handed, while it ``works``, and lets a test look at it."""

    works: bool = True
    drafts: list[tuple[str, bytes]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)

    def open_draft(self, eml: bytes, name: str) -> None:
        if not self.works:
            raise AmdeskError("No mail program could be opened.")
        self.drafts.append((name, eml))

    def open_link(self, mailto: str) -> None:
        self.links.append(mailto)


def desk(clock: Clock | None = None, mail: MailBox | None = None) -> Desk:
    """A desk in memory at noon of 14 December 2026, UTC."""
    return open_in_memory(clock=clock or Clock(), mail=mail or MailBox())


def client_with_contact(desk: Desk, **values: object) -> tuple[int, int]:
    """Northwind Traders and Maya Stern, who has a mobile and an e-mail address."""
    client = clients.add(desk, **{"name": "Northwind Traders", **values})  # type: ignore[arg-type]
    maya = contacts.add(desk, client, name="Maya Stern", role="Head of Media")
    contacts.add_address(
        desk, client, contact_id=maya, medium="phone", label="mobile", value="+44 7700 900123"
    )
    contacts.add_address(desk, client, contact_id=maya, medium="email", value="maya@northwind.example")
    return client, maya


def summary_of_call(desk: Desk, **values: object) -> int:
    """The empty summary of a call with Maya Stern that has just ended."""
    client, maya = client_with_contact(desk, **values)
    return summaries.start(desk, interactions.log(desk, client_id=client, contact_ids=[maya], minutes=15))


def dump(desk: Desk) -> dict[str, list[tuple[object, ...]]]:
    """Every row a person made, by table: equal dumps are equal portfolios."""
    from amdesk.store.migrations import NOUNS

    return {
        noun: [tuple(row) for row in desk.store.rows(f"SELECT * FROM {noun} ORDER BY id")] for noun in NOUNS
    }
