"""Hebrew numerals, as the Hebrew calendar writes its days and years: ט״ו, תשפ״ה."""

from __future__ import annotations

import re

_VALUES = {
    **dict(zip("אבגדהוזחט", range(1, 10), strict=True)),
    **dict(zip("יכלמנסעפצ", range(10, 100, 10), strict=True)),
    **dict(zip("קרשת", range(100, 500, 100), strict=True)),
}
_LETTERS = sorted(_VALUES.items(), key=lambda pair: -pair[1])
_FINALS = str.maketrans("ךםןףץ", "כמנפצ")
_MARKS = re.compile("[\"'׳״’”]")
# 15 and 16 would otherwise spell parts of the Name
_SPECIAL = {"יה": "טו", "יו": "טז"}
_MILLENNIUM = 5000


def letters(number: int) -> str:
    """A number from 1 to 999 in letters: gershayim before the last one, or a geresh after a single one."""
    rest, written = number, ""
    for letter, value in _LETTERS:
        while rest >= value:
            written, rest = written + letter, rest - value
    written = re.sub("י[הו]$", lambda found: _SPECIAL[found[0]], written)
    return f"{written}׳" if len(written) == 1 else f"{written[:-1]}״{written[-1]}"


def year_letters(year: int) -> str:
    """A Hebrew year of the present millennium without its thousands; any other in figures."""
    return letters(year - _MILLENNIUM) if _MILLENNIUM < year < _MILLENNIUM + 1000 else str(year)


def number(text: str) -> int | None:
    """The number that letters write, or None when they write none; marks and final forms do not matter."""
    plain = _MARKS.sub("", text).translate(_FINALS)
    if not plain or not all(letter in _VALUES for letter in plain):
        return None
    value = sum(_VALUES[letter] for letter in plain)
    return value if _MARKS.sub("", letters(value)) == plain else None


def year_number(text: str) -> int | None:
    """The Hebrew year that letters write, with its thousands (ה׳תשפ״ה) or without."""
    plain = _MARKS.sub("", text)
    value = number(plain) or (number(plain[1:]) if plain.startswith("ה") else None)
    return None if value is None else _MILLENNIUM + value
