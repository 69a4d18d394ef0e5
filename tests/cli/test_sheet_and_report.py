"""``amdesk sheet``, ``report`` and ``prepare``: pages written into the file that is named."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from amdesk.services import clients, goals, sheets
from tests.cli.terminal import Terminal
from tests.desks import open_desk


@pytest.fixture
def with_goal(northwind: Terminal) -> Terminal:
    desk = open_desk(northwind.folder)
    today = desk.today()
    client = clients.named(desk, "NWT")
    goal = goals.add(
        desk, client_id=client, name="Orders", baseline=Decimal(10), target=Decimal(20), shared=True,
        start_on=today - timedelta(days=60), due_on=today + timedelta(days=60),
    )  # fmt: skip
    goals.measure(desk, goal, today - timedelta(days=1), Decimal(15))
    desk.close()
    return northwind


def test_a_sheet_is_written_and_recorded_when_that_is_asked_for(with_goal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "sheet.html"
    told = with_goal("sheet", "NWT", file, "--shared", "--json")
    assert told.json == {
        "file": str(file), "title": "Goals and plan: Northwind Traders", "language": "en", "shared": True,
    }  # fmt: skip
    assert "Orders" in file.read_text("utf-8")
    assert with_goal("sheet", "NWT", file).out.strip() == str(file)
    assert "New since" in file.read_text("utf-8")
    desk = open_desk(with_goal.folder)
    assert len(sheets.shared(desk, clients.named(desk, "NWT"))) == 1
    desk.close()


def test_a_report_is_of_a_month_of_the_clients_calendar(with_goal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    assert with_goal("report", "NWT", file, "--month", "2026-03", "--as-of", "2026-04-02").code == 0
    assert "March 2026" in file.read_text("utf-8")
    refused = with_goal("report", "NWT", file, "--month", "1404-12", "--as-of", "2026-04-02")
    assert refused.code == 1
    assert "Write it like 2026-03" in refused.err


def test_a_meeting_is_prepared(with_goal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "prepare.html"
    assert with_goal("prepare", "Northwind", file).code == 0
    assert "Maya Stern" in file.read_text("utf-8")


@pytest.mark.parametrize("command", ["sheet", "report", "prepare"])
def test_what_cannot_be_written_is_said(with_goal: Terminal, tmp_path: Path, command: str) -> None:
    assert with_goal(command, "NWT", tmp_path / "page.docx").code == 2
    assert with_goal(command, "NWT", tmp_path / "nowhere" / "page.html").code == 1
    assert with_goal(command, "Nobody", tmp_path / "page.html").code == 1
    refused = with_goal(command, "NWT", tmp_path / "page.pdf")  # this terminal has nothing that draws
    assert refused.code == 1
    assert "Let its name end with .html" in refused.err


def test_a_pdf_is_drawn_without_a_screen(with_goal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "sheet.pdf"
    told = with_goal.in_a_process("sheet", "NWT", file)
    assert (told.code, told.err) == (0, "")
    assert file.read_bytes().startswith(b"%PDF")
