"""Spreadsheets for tests, as other programs save them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
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


def filled(rows: Rows, **formats: str) -> Workbook:
    """A workbook with a sheet; ``formats`` are the number formats of its cells."""
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    for place, shown in formats.items():
        sheet[place].number_format = shown
    return made


def book(folder: Path, rows: Rows, **more: Rows) -> Path:
    """A workbook in a file, with a sheet and with more of them by their names."""
    made = filled(rows)
    for name, others in more.items():
        sheet = made.create_sheet(name)
        for row in others:
            sheet.append(list(row))
    path = folder / "list.xlsx"
    made.save(path)
    return path


def saved(made: Workbook) -> io.BytesIO:
    """A workbook as the bytes of its file."""
    stream = io.BytesIO()
    made.save(stream)
    return stream


def parts_of(data: bytes) -> dict[str, bytes]:
    """What is packed in a workbook, by its names."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes], *, way: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Parts as a packed file; ``way`` is how each is packed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", way) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()
