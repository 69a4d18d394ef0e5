"""Spreadsheets in: people found in them as in any list, and nothing of them lost on the way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from amdesk.domain.errors import AmdeskError
from amdesk.i18n import catalog
from amdesk.services import exchange, goals
from amdesk.services.desk import Desk
from tests.desks import client_with_contact, desk, dump
from tests.files import bring, counts, people, reached, value
from tests.workbooks import PEOPLE, book


@pytest.fixture
def greek() -> Iterator[None]:
    """A person who writes 1,125 for what Excel keeps as 1.125."""
    catalog.set_language("el")
    yield
    catalog.set_language("en")


def test_people_come_in_with_phones_and_birthdays_whatever_excel_made_of_them(tmp_path: Path) -> None:
    at_work = desk()
    path = book(tmp_path, PEOPLE)
    assert counts(bring(at_work, path)) == (2, 0, 0, 0)
    assert people(at_work) == {"אורן בע״מ": ["דנה לוי", "יואב כהן"]}
    assert reached(at_work, "דנה לוי")[0] == ("phone", "mobile", "972541234567", "+972541234567")
    assert reached(at_work, "יואב כהן")[0] == ("phone", "mobile", "541234568", "+972541234568")
    assert value(at_work, "contact", "birth_year", name="דנה לוי") == 1985
    again = dump(at_work)
    assert counts(bring(at_work, path)) == (0, 0, 2, 0)
    assert dump(at_work) == again
    assert at_work.undo() == "Import"


def test_another_sheet_can_be_chosen_and_its_columns_mapped_by_hand(tmp_path: Path) -> None:
    at_work = desk()
    path = book(tmp_path, [["About this list"]], Kunden=[["Firma", "X"], ["Acme", "a@acme.example"]])
    seen = exchange.preview(at_work, path, sheet="Kunden", mapping=("company", "email"))
    assert (seen.sheets, seen.sheet) == (("Sheet", "Kunden"), "Kunden")
    exchange.drain(exchange.run(at_work, seen))
    assert people(at_work) == {"Acme": []}
    assert exchange.preview(at_work, path, sheet="Kunden").mapping == ("company", "email")


def test_an_error_in_a_cell_is_told_beside_the_row_it_stands_in(tmp_path: Path) -> None:
    path = book(tmp_path, [["Company", "Mobile"], ["Acme", "#REF!"]])
    seen = exchange.preview(desk(), path)
    assert counts(seen.result) == (1, 0, 0, 0)
    assert "#REF!" in str(seen.verdicts[0].message)


def measured(at_work: Desk) -> list[tuple[str, str]]:
    return [
        (one.taken_on.isoformat(), str(one.value))
        for goal in goals.find(at_work)
        for one in goals.get(at_work, goal).measurements
    ]


def test_measurements_are_the_numbers_of_the_cells_whatever_the_language(tmp_path: Path, greek: None) -> None:
    at_work = desk()
    client, _maya = client_with_contact(at_work)
    goals.add(
        at_work, client_id=client, name="Orders", kpi="orders", baseline=Decimal(0), target=Decimal(9),
        start_on=date(2026, 1, 1), due_on=date(2027, 1, 1),
    )  # fmt: skip
    rows: list[list[object]] = [["date", "client", "goal", "value"]]
    rows += [[date(2026, 9, day), "Northwind Traders", "Orders", day * 1.125] for day in (1, 8)]
    path = book(tmp_path, rows)
    assert counts(bring(at_work, path)) == (2, 0, 0, 0)
    assert measured(at_work) == [("2026-09-01", "1.125"), ("2026-09-08", "9")]
    assert counts(bring(at_work, path)) == (0, 0, 2, 0)


def test_a_cell_changed_in_our_workbook_comes_back_as_an_update_of_its_row_alone(tmp_path: Path) -> None:
    at_work = desk()
    client_with_contact(at_work)
    (path,) = exchange.drain(exchange.export(at_work, tmp_path, formats=("xlsx",)))
    changed = load_workbook(path)
    sheet = changed["clients"]
    columns = [cell.value for cell in sheet[1]]
    sheet.cell(2, columns.index("Notes") + 1).value = "Likes tea"
    changed.save(path)
    assert counts(bring(at_work, path)) == (0, 1, 0, 0)
    assert value(at_work, "contact", "notes", name="Maya Stern") == "Likes tea"


def test_a_workbook_of_another_program_is_never_overwritten(tmp_path: Path) -> None:
    kept = book(tmp_path, PEOPLE).rename(tmp_path / "amdesk.xlsx").read_bytes()
    with pytest.raises(AmdeskError, match="not from amdesk"):
        exchange.drain(exchange.export(desk(), tmp_path, formats=("xlsx",)))
    assert (tmp_path / "amdesk.xlsx").read_bytes() == kept
