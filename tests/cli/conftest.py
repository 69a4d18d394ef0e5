"""A terminal on an empty folder, and one on a folder with a client who has been called once."""

from __future__ import annotations

from pathlib import Path

import pytest

from amdesk.services import interactions
from tests.cli.terminal import Terminal
from tests.desks import client_with_contact, open_desk


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path / "desk")


@pytest.fixture
def northwind(terminal: Terminal) -> Terminal:
    desk = open_desk(terminal.folder)
    client, maya = client_with_contact(desk, code="NWT", tier="A", country="GB", notes="Prefers WhatsApp")
    interactions.log(
        desk, client_id=client, contact_ids=[maya], minutes=15, occasion="Agreed on the new rate"
    )
    desk.close()
    return terminal
