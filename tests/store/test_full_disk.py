"""A disk that takes no more costs nothing that was kept before."""

from __future__ import annotations

from pathlib import Path

import pytest

from amdesk.domain.errors import AmdeskError
from amdesk.services import clients, leftovers
from amdesk.services.check import check
from tests.desks import open_desk


def test_a_full_disk_is_said_and_the_work_goes_on_when_there_is_room(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    kept = clients.add(desk, name="Kept")
    pages = desk.store.value("PRAGMA page_count")
    desk.store.connection.execute(f"PRAGMA max_page_count = {pages}").fetchall()
    with pytest.raises(AmdeskError, match="The disk takes no more"):
        clients.add(desk, name="Too much", notes="word " * 20_000)
    assert list(clients.find(desk)) == [kept]
    assert desk.undo_label == "New client"
    desk.store.connection.execute(f"PRAGMA max_page_count = {pages * 10}").fetchall()
    clients.add(desk, name="Room again", notes="word " * 20_000)
    assert len(clients.find(desk)) == 2
    assert check(desk) == ()
    desk.close()


def test_filters_of_before_wait_in_the_settings_for_room_and_do_not_keep_a_start_up(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    clients.add(desk, name="Kept")
    filters = {"Berlin": {"text": "word " * 20_000}}
    desk.settings.choose("filters", filters)
    pages = desk.store.value("PRAGMA page_count")
    desk.store.connection.execute(f"PRAGMA max_page_count = {pages}").fetchall()
    leftovers.sweep(desk)
    assert desk.settings["filters"] == filters
    desk.store.connection.execute(f"PRAGMA max_page_count = {pages * 10}").fetchall()
    leftovers.sweep(desk)
    assert not desk.settings["filters"]
    desk.close()
