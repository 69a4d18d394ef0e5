"""The search over everything, where more is found than is shown."""

from __future__ import annotations

from datetime import UTC, datetime

from amdesk.services import clients, search
from amdesk.services.open_desk import open_in_memory

NOW = datetime(2026, 3, 10, 9, 30, tzinfo=UTC)


def test_of_many_clients_found_the_first_by_name_are_shown() -> None:
    desk = open_in_memory(clock=lambda: NOW)
    for name in ("Harbour Vale", "Harbour Mill", "Harbour Ash", "Brightwell"):
        clients.add(desk, name=name)
    assert [hit.client for hit in search.search(desk, "harbour", limit=2)] == ["Harbour Ash", "Harbour Mill"]
    desk.close()
