"""Spreadsheets as Excel and its kin write them, and ours, which come back to the letter."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from amdesk.domain.errors import AmdeskError
from amdesk.formats import xlsx
from amdesk.formats.xlsx_writing import Table
from tests.workbooks import filled, packed, parts_of, saved

NAUGHTY = json.loads((Path(__file__).parents[1] / "data" / "blns.json").read_text(encoding="utf-8"))


def ours(header: Sequence[str], rows: Sequence[Sequence[str]], kinds: Sequence[str] = ()) -> bytes:
    """A workbook as we write it."""
    table = Table("clients", header, kinds or ["text"] * len(header), rows)
    return b"".join(xlsx.write([table], rtl=False))


def read(book: Workbook, sheet: str | None = None) -> xlsx.Sheet:
    return xlsx.read(saved(book), name="list.xlsx", sheet=sheet)


def cells(sheet: xlsx.Sheet) -> list[tuple[str, ...]]:
    return [row.cells for row in sheet.rows()]


def refused(data: bytes) -> str:
    with pytest.raises(AmdeskError) as caught:
        cells(xlsx.read(io.BytesIO(data), name="list.xlsx"))
    return str(caught.value)


def test_every_naughty_text_comes_back() -> None:
    rows = [[text, str(number)] for number, text in enumerate(NAUGHTY)]
    sheet = xlsx.read(io.BytesIO(ours(["a", "b"], rows)), name="x.xlsx")
    assert (sheet.own, sheet.header) == (True, ("a", "b"))
    assert cells(sheet) == [tuple(row) for row in rows]


@settings(max_examples=50)
@given(
    rows=st.lists(
        st.tuples(*[st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))] * 3).filter(
            any
        ),
        min_size=1,
        max_size=5,
    ),
    kinds=st.tuples(*[st.sampled_from(["text", "number", "day"])] * 3),
)
def test_any_text_comes_back(rows: list[tuple[str, str, str]], kinds: tuple[str, str, str]) -> None:
    sheet = xlsx.read(io.BytesIO(ours(["a", "b", "c"], rows, kinds)), name="x.xlsx")
    assert cells(sheet) == rows


@pytest.mark.parametrize(
    "text",
    [
        "-5",
        "+972541234567",
        "=1+1",
        "@SUM(A1)",
        "x" * 70_000,
        "_x0041_",
        "a\rb",
        "a\r\nb",
        " a ",
        "#N/A",
        "1E5",
    ],
)
def test_what_a_spreadsheet_would_take_for_more_stays_a_text(text: str) -> None:
    data = ours(["a"], [[text]])
    assert cells(xlsx.read(io.BytesIO(data), name="x.xlsx")) == [(text,)]
    cell = load_workbook(io.BytesIO(data)).worksheets[0]["A2"]
    assert cell.data_type == "s"
    assert text[0].isalpha() or cell.number_format == "@"


def test_days_and_numbers_are_such_where_they_come_back_unchanged() -> None:
    rows = [["2026-09-01", "12.5"], ["1364-07-15", "1.50"], ["soon", "12345678901234567890"], ["", "0042"]]
    data = ours(["on", "value"], rows, ["day", "number"])
    sheet = load_workbook(io.BytesIO(data)).worksheets[0]
    assert [cell.value for cell in sheet["A"][1:]] == [datetime(2026, 9, 1), "1364-07-15", "soon", None]  # noqa: DTZ001
    assert [cell.value for cell in sheet["B"][1:]] == [12.5, "1.50", "12345678901234567890", "0042"]
    assert [list(row) for row in cells(xlsx.read(io.BytesIO(data), name="x.xlsx"))] == rows


def test_a_workbook_reads_from_the_right_where_its_people_do_and_keeps_its_header_in_sight() -> None:
    table = Table("clients", ["a"], ["text"], [["x" * 30]])
    sheet = load_workbook(io.BytesIO(b"".join(xlsx.write([table], rtl=True)))).worksheets[0]
    assert sheet.sheet_view.rightToLeft
    assert sheet.freeze_panes == "A2"
    assert sheet.column_dimensions["A"].width == 32


def test_a_phone_that_became_a_number_is_a_phone() -> None:
    rows: list[list[object]] = [["Phone", "Zero", "Dashed"], [972541234567.0, 541234567, 541234567]]
    sheet = read(filled(rows, B2="0000000000", C2="000-0000000"))
    assert cells(sheet) == [("972541234567", "0541234567", "054-1234567")]


@pytest.mark.parametrize("is_mac", [False, True])
def test_days_are_days_whether_excel_counts_from_1900_or_1904(*, is_mac: bool) -> None:
    book = filled([["Day", "When", "At"], [date(1985, 3, 14), datetime(2026, 1, 2, 9, 30), time(8, 5)]])  # noqa: DTZ001
    if is_mac:
        book.epoch = CALENDAR_MAC_1904
    assert cells(read(book)) == [("1985-03-14", "2026-01-02 09:30", "08:05")]


def test_cells_are_what_one_sees_in_them() -> None:
    rows: list[list[object]] = [["a", "b", "c", "d"], [True, 0.25, 1e21, 0.1 + 0.2]]
    assert cells(read(filled(rows, B2="0%"))) == [("1", "25%", "1000000000000000000000", "0.3")]


def test_an_error_in_a_cell_is_told_and_left_out() -> None:
    (row,) = read(filled([["Name", "Phone"], ["Ann", "#N/A"]])).rows()
    assert row.cells == ("Ann", "")
    assert "Phone" in str(row.notice)
    assert "#N/A" in str(row.notice)


def test_a_formula_without_its_result_is_never_taken_for_an_empty_cell() -> None:
    unsolved = saved(filled([["Name", "Phone"], ["Ann", '=CONCAT("054", "1")']])).getvalue()
    assert "formulas whose results were never saved" in refused(unsolved)
    parts = parts_of(unsolved)
    sheet = parts["xl/worksheets/sheet1.xml"]
    parts["xl/worksheets/sheet1.xml"] = re.sub(rb"<v ?/>|<v></v>", b"<v>541</v>", sheet)
    assert cells(xlsx.read(io.BytesIO(packed(parts)), name="x.xlsx")) == [("Ann", "541")]


def test_titles_above_the_header_blank_rows_and_hidden_rows_change_no_line_number() -> None:
    book = filled([["Our clients 2026"], [], ["Name", "Phone"], [], ["Ann", "1"], ["Ben", "2"]])
    sheet = book.active
    assert sheet is not None
    sheet.merge_cells("A1:B1")
    sheet.row_dimensions[6].hidden = True
    found = read(book)
    assert found.header == ("Name", "Phone")
    assert [(row.line, row.cells) for row in found.rows()] == [(5, ("Ann", "1")), (6, ("Ben", "2"))]


def test_a_header_over_two_rows_and_a_company_over_several_people() -> None:
    book = filled(
        [
            ["Company", "Phone", None],
            [None, "mobile", "office"],
            ["Acme", "1", "2"],
            [None, "3", "4"],
            ["B", "", "5"],
        ]
    )
    sheet = book.active
    assert sheet is not None
    for merged in ("A1:A2", "B1:C1", "A3:A4"):
        sheet.merge_cells(merged)
    found = read(book)
    assert found.header == ("Company", "Phone mobile", "Phone office")
    assert cells(found) == [("Acme", "1", "2"), ("Acme", "3", "4"), ("B", "", "5")]


def test_cells_far_beyond_the_header_are_told() -> None:
    rows = [["a", "b"]] + [["x", "y"]] * 40 + [["x", "y", "z"]]
    *_others, last = read(filled(rows)).rows()
    assert "Line 42" in str(last.problem)


def test_of_several_sheets_one_is_chosen() -> None:
    book = filled([["Name"], ["Ann"]])
    book.create_sheet("Empty")
    book.create_sheet("More").append(["Company"])
    assert read(book).sheets == ("Sheet", "More")
    assert read(book, "More").header == ("Company",)
    with pytest.raises(AmdeskError, match="no sheet “Other”"):
        read(book, "Other")


def test_other_kinds_are_refused_with_a_way_on() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
    ods = packed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"})
    assert "Save it as XLSX" in refused(ole)
    assert "password" in refused(ole + "EncryptedPackage".encode("utf-16-le"))
    assert "Save it as XLSX" in refused(ods)
    assert "Save it as XLSX" in refused(packed({"xl/workbook.bin": b""}))
    assert "no spreadsheet" in refused(packed({"a": b"b"}))
    assert "backup" in refused(packed({"amdesk.sqlite": b"", "backup.json": b""}))
    assert "empty" in refused(saved(Workbook()).getvalue())


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    assert "too large once it is unpacked" in refused(packed({"xl/workbook.xml": bytes(250_000_000)}))


def test_entities_are_not_followed() -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">]><x>&a;</x>'
    assert "damaged" in refused(packed({"xl/workbook.xml": bomb}))


@settings(max_examples=30)
@given(at=st.floats(0, 1), cut=st.booleans(), byte=st.integers(1, 255))
def test_a_damaged_workbook_is_read_or_refused(*, at: float, cut: bool, byte: int) -> None:
    whole = bytearray(saved(filled([["Name", "Phone"], ["Ann", 1]])).getvalue())
    place = int(at * (len(whole) - 1))
    if cut:
        del whole[place:]
    else:
        whole[place] ^= byte
    found: list[tuple[str, ...]] = []
    with suppress(AmdeskError):
        found = cells(xlsx.read(io.BytesIO(bytes(whole)), name="list.xlsx"))
    assert len(found) <= 2
