"""A spreadsheet's cells as the texts one sees in them, and texts as cells that come back to the letter.

Numbers come without the tail of a floating point (a phone that Excel took for a number is 972541234567), days
as ISO dates. Going out, a text becomes a number or a day only where it comes back as the very same text.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal

from amdesk.formats.formulas import neutralise

LONGEST_CELL = 32_767  # characters, Excel's limit: a longer text goes on behind the last column
_ZEROS = re.compile(r"0[0 \-/().]*0")
_PERCENT = re.compile(r"0(\.0+)?%")
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_FIRST_DAY = "1900-03-01"  # before it Excel counts a day that never was
_MOST_FIGURES = 15  # more than these a spreadsheet does not keep of a number
# What XML cannot hold, carriage returns, which it turns into line feeds, and what looks like an escape.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]|_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")


def text_of(value: object, number_format: str) -> str:
    """What one sees in a cell."""
    if isinstance(value, date | time):
        return _when(value)
    if isinstance(value, int | float):
        return _number(value, number_format)
    return "" if value is None else unescaped(str(value))


def _when(value: date | time) -> str:
    if isinstance(value, time):
        return value.isoformat(timespec="minutes")
    if isinstance(value, datetime) and value.time() != time():
        return value.isoformat(sep=" ", timespec="minutes")
    return date.isoformat(value)[:10]


def _number(value: float, number_format: str) -> str:
    exact = Decimal(f"{value:.15g}")
    if not exact.is_finite():
        return ""
    if _PERCENT.fullmatch(number_format):
        return f"{_plain(exact * 100)}%"
    text = _plain(exact)
    if _ZEROS.fullmatch(number_format) and text.isdecimal():
        return _dressed(text, number_format)
    return text


def _plain(value: Decimal) -> str:
    text = f"{value:f}"
    return (text.rstrip("0").rstrip(".") or "0") if "." in text else text


def _dressed(figures: str, number_format: str) -> str:
    """Figures with the leading zeros and dashes that a format such as ``000-0000000`` shows."""
    wanted = number_format.count("0")
    if len(figures) > wanted:
        return figures
    left = list(figures.zfill(wanted))
    return "".join(left.pop(0) if char == "0" else char for char in number_format)


def cell_of(text: str, kind: str) -> str | int | float | date | None:
    """The value of a cell; ``kind`` is what its column holds: text, number or day."""
    if not text:
        return None
    if kind == "day" and _ISO.fullmatch(text) and text >= _FIRST_DAY:
        return date.fromisoformat(text)
    if kind == "number" and _NUMBER.fullmatch(text) and sum(map(str.isdecimal, text)) <= _MOST_FIGURES:
        number = float(text) if "." in text else int(text)
        if text_of(number, "") == text:
            return number
    return escaped(text)


def is_dangerous(text: str) -> bool:
    """Whether a spreadsheet would run the text as a formula, were somebody to type it."""
    return neutralise(text) != text


def escaped(text: str) -> str:
    """The text as a workbook may hold it: ``_x0007_`` for what XML cannot."""
    return _UNSAFE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def unescaped(text: str) -> str:
    """What ``escaped`` was given."""
    if "_x" not in text:
        return text
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
