"""Spreadsheets for tests, as other programs save them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from openpyxl import Workbook

Rows = Sequence[Sequence[object]]
PEOPLE: Rows = [
    ["חברה", "איש קשר", "נייד", "אימייל", "יום הולדת"],
    ["אורן בע״מ", "דנה לוי", 972541234567.0, "dana@oren.example", date(1985, 3, 14)],
    ["אורן בע״מ", "יואב כהן", 541234568, "yoav@oren.example", None],
]
MORE: Rows = [["Company", "E-mail"], ["Acme", "a@acme.example"]]


def book(folder: Path, rows: Rows, **more: Rows) -> Path:
    """A workbook with a sheet, and with more of them by their names."""
    made = Workbook()
    first = made.active
    assert first is not None
    for row in rows:
        first.append(list(row))
    for name, others in more.items():
        sheet = made.create_sheet(name)
        for row in others:
            sheet.append(list(row))
    path = folder / "list.xlsx"
    made.save(path)
    return path
