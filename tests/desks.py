"""Desks for tests: a real store in memory, a clock one can move, a mail program that keeps what it got.

A desk on a folder (``open_desk``) is encrypted with a key that all tests know. Programs that a test starts
open such a folder by the passphrase that tests/conftest.py puts into their environment.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from amdesk.domain.errors import AmdeskError
from amdesk.domain.key import Key
from amdesk.services import clients, contacts, folder_key, interactions, summaries
from amdesk.services import open_desk as opening
from amdesk.services.desk import Desk
from amdesk.services.open_desk import open_in_memory
from amdesk.store import driver, envelope, sidecar
from amdesk.system import paths

KEY = Key(bytes(range(32)))
PASSPHRASE = "a passphrase of tests"
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


@dataclass
class MemorySecrets:
    """A keyring that is gone with the test; ``refusal`` is what it raises where it cannot be asked.

    One that is not ``is_listed`` tells what it keeps under a name, and no names.
    """

    kept: dict[str, str] = field(default_factory=dict)
    refusal: Exception | None = None
    is_listed: bool = False

    def get(self, name: str) -> str | None:
        self._answer()
        return self.kept.get(name)

    def put(self, name: str, secret: str) -> None:
        self._answer()
        self.kept[name] = secret

    def remove(self, name: str) -> None:
        self._answer()
        self.kept.pop(name, None)

    def every(self) -> dict[str, str]:
        self._answer()
        return dict(self.kept) if self.is_listed else {}

    def _answer(self) -> None:
        if self.refusal is not None:
            raise self.refusal


def open_desk(folder: Path | None, **more: Any) -> Desk:
    """A desk on a folder, encrypted with the key of tests, its recovery code taken already."""
    place = paths.data_folder(folder)
    said = sidecar.read(paths.sidecar(place))
    of_a_program = said is not None and said.key != KEY.id
    key = folder_key.by_passphrase(place, PASSPHRASE) if of_a_program else KEY
    made = opening.open_desk(place, **{"key": key, "secrets": MemorySecrets(), **more})
    if said is None and made.key is not None:
        page = sidecar.read(paths.sidecar(place))
        assert page is not None
        sidecar.write(paths.sidecar(place), replace(page, code="confirmed"))
        paths.passphrase_key(place).touch(0o600)
        paths.passphrase_key(place).write_bytes(_envelope())
    return made


def raw(path: Path) -> Any:
    """A bare connection to the file of such a desk, or to a copy of it."""
    return driver.opened(str(path), KEY)


@cache
def _envelope() -> bytes:
    """The key of tests, opened by their passphrase: made once, for that takes a while."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "passphrase.key")
        envelope.seal(path, PASSPHRASE, envelope.Held(KEY, "tests"))
        return path.read_bytes()


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
