"""Measurements that come by the number: pasted from a spreadsheet, or as a file."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from amdesk.domain.errors import AmdeskError
from amdesk.services import exchange, goals, measuring
from amdesk.services.desk import Desk
from tests.desks import client_with_contact, desk, dump
from tests.files import DATA, bring, counts, listed

KPI = DATA / "kpi-measurements.csv"


def with_goal(at_work: Desk, **values: object) -> int:
    """Orders per week of Northwind Traders, from 100 to 180 between September and February."""
    client, _maya = client_with_contact(at_work)
    chosen = {
        "name": "Orders per week", "unit": "orders", "baseline": Decimal(100), "target": Decimal(180),
        "start_on": date(2026, 9, 1), "due_on": date(2027, 2, 1), **values,
    }  # fmt: skip
    return goals.add(at_work, client_id=client, **chosen)  # type: ignore[arg-type]


def measured(at_work: Desk, goal_id: int) -> list[tuple[str, str]]:
    """Days and values as they are kept."""
    return [(str(one.taken_on), str(one.value)) for one in goals.get(at_work, goal_id).measurements]


def read(at_work: Desk, goal_id: int, text: str) -> list[tuple[int, str, str, str]]:
    """What is understood of pasted lines."""
    found = measuring.read_pasted(at_work, goal_id, text)
    return [(one.line, one.kind, str(one.taken_on), str(one.value)) for one in found]


def test_a_file_of_measurements_comes_in_as_one_step_and_again_changes_nothing() -> None:
    at_work = desk()
    goal = with_goal(at_work)
    assert counts(bring(at_work, KPI)) == (10, 0, 0, 0)
    assert measured(at_work, goal)[-1] == ("2026-11-03", "149")
    before = dump(at_work)
    assert counts(bring(at_work, KPI)) == (0, 0, 10, 0)
    assert dump(at_work) == before
    at_work.undo()
    assert measured(at_work, goal) == []


def test_one_faulty_value_keeps_the_whole_file_out_and_says_where_it_is(tmp_path: Path) -> None:
    at_work = desk()
    goal = with_goal(at_work)
    first = date(2026, 12, 14) - timedelta(days=4999)
    lines = [f"{first + timedelta(days=n)},NT,orders per week,{n}" for n in range(5000)]
    lines[4709] = lines[4709].rpartition(",")[0] + ",many"
    path = listed(tmp_path, "\n".join(["date,client,goal,value", *lines]))
    seen = exchange.preview(at_work, path)
    assert (seen.counts.new, seen.counts.errors) == (4999, 1)
    with pytest.raises(AmdeskError, match=r"Line 4711, column 4 \(value\): “many” is not a number"):
        exchange.drain(exchange.run(at_work, seen))
    assert measured(at_work, goal) == []


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("2026-12-01,Nobody,Orders per week,1", "No client is called “Nobody”"),
        ("2026-12-01,NT,Clicks,1", "NT has no goal called “Clicks”"),
        ("2026-12-15,NT,Orders per week,1", "has not come yet"),
        ("2026-02-30,NT,Orders per week,1", "column 1"),
        ("2026-12-01,NT,Orders per week,", "column 4"),
        ("2026-12-01,NT,Orders per week,1000000000000000", "at most 6 decimals"),
        ("2026-12-01,NT,Orders per week,0.0000001", "at most 6 decimals"),
    ],
)
def test_what_a_row_cannot_be_is_said_of_its_column(tmp_path: Path, row: str, told: str) -> None:
    at_work = desk()
    with_goal(at_work)
    seen = exchange.preview(at_work, listed(tmp_path, f"date,client,goal,value\n{row}"))
    (verdict,) = seen.verdicts
    assert verdict.kind == "error"
    assert told in str(verdict.message)


def test_columns_may_be_named_in_the_language_of_the_list(tmp_path: Path) -> None:
    at_work = desk()
    goal = with_goal(at_work)
    text = "Дата;Клиент;Цель;Значение\n01.12.2026;NT;Orders per week;1 112,5\n"
    assert counts(bring(at_work, listed(tmp_path, text))) == (1, 0, 0, 0)
    assert measured(at_work, goal) == [("2026-12-01", "1112.5")]


def test_pasted_columns_are_read_in_either_order_with_what_stands_around_the_numbers() -> None:
    at_work = desk()
    goal = with_goal(at_work)
    assert read(at_work, goal, "Date\tOrders\n2026-12-01\t1,112\n8 Dec 2026\t₪ 118.5\n2026-12-08\t97 %") == [
        (2, "new", "2026-12-01", "1112"), (3, "new", "2026-12-08", "118.5"),
        (4, "update", "2026-12-08", "97"),
    ]  # fmt: skip
    assert read(at_work, goal, "112\t9/13/2026\n113\t9/20/2026") == [
        (1, "new", "2026-09-13", "112"), (2, "new", "2026-09-20", "113"),
    ]  # fmt: skip
    assert read(at_work, goal, "12/11\t۱۲۳٫۵") == [(1, "new", "2026-11-12", "123.5")]


def test_of_pasted_lines_all_are_kept_or_none() -> None:
    at_work = desk()
    goal = with_goal(at_work)
    with pytest.raises(AmdeskError, match=r"Nothing was kept\. Line 2: “x” is not a number"):
        measuring.measure_many(
            at_work, goal, measuring.read_pasted(at_work, goal, "2026-12-01\t1\n2026-12-02\tx")
        )
    assert measured(at_work, goal) == []
    good = measuring.read_pasted(at_work, goal, "2026-12-01\t1\n2026-12-02\t-2\n2026-12-02\t0")
    assert measuring.measure_many(at_work, goal, good) == 3
    assert measured(at_work, goal) == [("2026-12-01", "1"), ("2026-12-02", "-2"), ("2026-12-02", "0")]
    again = measuring.read_pasted(at_work, goal, "2026-12-01\t1\n2026-12-02\t-2\n2026-12-02\t0")
    assert {one.kind for one in again} == {"duplicate"}
    at_work.undo()
    assert measured(at_work, goal) == []


def test_nothing_pasted_and_far_too_much_are_said() -> None:
    at_work = desk()
    goal = with_goal(at_work)
    with pytest.raises(AmdeskError, match="Nothing is on the clipboard"):
        measuring.read_pasted(at_work, goal, " \n")
    with pytest.raises(AmdeskError, match="at most 20000 are read"):
        measuring.read_pasted(at_work, goal, "1\t1\n" * 20_001)
