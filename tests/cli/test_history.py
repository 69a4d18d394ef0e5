"""``amdesk history``: what a client was before, told and as JSON."""

from __future__ import annotations

from amdesk.services import clients
from tests.cli.terminal import Terminal
from tests.desks import open_desk


def test_a_client_tells_what_each_step_changed(northwind: Terminal) -> None:
    desk = open_desk(northwind.folder)
    clients.change(desk, clients.named(desk, "Northwind"), tier="C", notes="One\nTwo")
    desk.close()
    said = northwind("history", "Northwind")
    lines = said.out.splitlines()
    assert (said.code, lines[0].endswith("Change client")) == (0, True)
    assert "  Tier: from “A” to “C”." in lines
    assert "    + Two" in lines
    newest = northwind("history", "Northwind", "--json").json["steps"][0]
    assert [one["field"] for one in newest["changes"]] == ["tier", "notes"]
    assert (newest["changes"][0]["was"], newest["changes"][0]["is"]) == ("A", "C")
    assert northwind("history", "Nobody").code == 1
