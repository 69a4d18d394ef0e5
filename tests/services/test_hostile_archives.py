"""Archives and lists that somebody has laid hands on: what no program could read again is not taken over."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from amdesk.domain.errors import AmdeskError
from amdesk.formats import limits
from amdesk.services import agenda, clients, exchange, interactions, reminders, summaries
from amdesk.services.check import check
from amdesk.services.desk import Desk
from tests.desks import desk, summary_of_call
from tests.files import bring, listed, nothing


@pytest.fixture
def archive(tmp_path: Path) -> dict[str, Any]:
    """What a desk with one sent summary and one reminder exports."""
    mine = desk()
    summaries.mark_sent(mine, summary_of_call(mine))
    reminders.add(mine, text="Call Maya", due_on=mine.today())
    exchange.drain(exchange.export(mine, tmp_path, formats=["json"]))
    found: dict[str, Any] = json.loads((tmp_path / "amdesk.json").read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("interaction", "started_at", "0001-01-01T00:00:00Z"),
        ("interaction", "started_at", "0001-01-01T00:00:00+14:00"),
        ("interaction", "started_at", "9999-12-31T23:59:59-14:00"),
        ("summary", "sent_at", "9999-12-31T23:59:59Z"),
        ("summary", "chases", -5),
        ("interaction", "reference", "../../../out-2026-001"),
        ("client", "code", "../out"),
        ("reminder", "repeat", "FREQ=SECONDLY"),
        ("reminder", "repeat", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"),
        ("reminder", "clock", "25:99"),
        ("reminder", "due_on", "0001-01-01"),
        ("reminder", "due_on", "9999-12-31"),
        ("reminder", "lead_minutes", -5),
        ("reminder", "kind", "alarm"),
        ("reminder", "state", "ringing"),
    ],
)
def test_a_value_out_of_reach_is_an_error_of_its_row(
    archive: dict[str, Any], tmp_path: Path, table: str, column: str, value: object
) -> None:
    archive["tables"][table][0][column] = value
    path = listed(tmp_path, json.dumps(archive), name="mended.json")
    other = desk()
    told = [str(error.message) for error in bring(other, path).errors]
    assert f"the column “{column}” cannot hold “{value}”" in told[0]
    assert not reminders.coming(other), "and nothing that rings is in its way"
    assert all(section.rows for section in agenda.today(other).sections)
    assert not check(other)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"state": "confirmed"}, "is confirmed, and who, when or how is missing"),
        ({"state": "not_needed", "reason": " "}, "is not needed, and no reason is given"),
        ({"sent_at": None}, "went out, and its text or its moment is missing"),
    ],
)
def test_an_archive_that_contradicts_itself_is_refused_whole(
    archive: dict[str, Any], tmp_path: Path, changed: dict[str, object], told: str
) -> None:
    archive["tables"]["summary"][0].update(changed)
    path = listed(tmp_path, json.dumps(archive), name="mended.json")
    other = desk()
    with pytest.raises(AmdeskError, match=r"mended\.json contradicts itself") as refusal:
        exchange.preview(other, path)
    assert told in str(refusal.value)
    assert nothing(other)


def test_what_was_wrong_before_keeps_no_archive_out(archive: dict[str, Any], tmp_path: Path) -> None:
    mine = desk()
    summary = summary_of_call(mine)
    with mine.step("A mishap"):
        mine.store.execute("UPDATE summary SET state = 'confirmed' WHERE id = ?", [summary])
    archive["tables"]["client"][0]["code"] = "OTHER"
    archive["tables"]["interaction"][0]["reference"] = "OTHER-2026-001"
    assert not bring(mine, listed(tmp_path, json.dumps(archive), name="mended.json")).errors


def test_a_giant_archive_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = listed(tmp_path, '{"format": "amdesk"', name="amdesk.json")
    with path.open("r+b") as stream:
        stream.truncate(limits.ARCHIVE + 1)
    with pytest.raises(AmdeskError, match="larger than 400 megabytes"):
        exchange.preview(desk(), path)


def test_a_moment_of_long_ago_is_kept_with_all_its_digits() -> None:
    mine = desk()
    call = summaries.get(mine, summary_of_call(mine)).interaction_id
    interactions.change(mine, call, started_at=datetime(1900, 1, 1, tzinfo=UTC))
    assert interactions.get(mine, call).started_at.year == 1900
    with pytest.raises(AmdeskError, match="begins between the years 1900 and 2199"):
        interactions.change(mine, call, started_at=datetime(1, 1, 1, tzinfo=UTC))


def test_nobody_is_lost_in_a_list_without_a_header(tmp_path: Path) -> None:
    path = listed(tmp_path, "Ann Smith,ann@x.example\nBob Jones,bob@x.example\n")
    with pytest.raises(AmdeskError, match=r"“ann@x\.example” stands in it"):
        exchange.preview(desk(), path)


def test_no_call_is_logged_into_the_trash() -> None:
    mine: Desk = desk()
    client = clients.add(mine, name="Gone Ltd")
    clients.remove(mine, client)
    with pytest.raises(AmdeskError, match="Gone Ltd was deleted"):
        interactions.log(mine, client_id=client, occasion="Nobody would find this")


def test_what_was_sent_cannot_be_called_not_needed_whatever_it_says() -> None:
    mine = desk()
    summary = summary_of_call(mine)
    summaries.mark_sent(mine, summary)
    with pytest.raises(AmdeskError, match="left the desk"):
        summaries.not_needed(mine, summary, reason="")
