"""Cells that a spreadsheet would run as a formula, made harmless and given back exactly.

A dangerous cell gets one apostrophe in front. So does a cell that would *become* dangerous by taking one
away: that makes ``restore(neutralise(x)) == x`` true for every text. Phones and negative numbers stay as
they are, because people and other programs read them from the file.
"""

from __future__ import annotations

import re

# OWASP "CSV injection", with the full-width signs that East Asian spreadsheets take for the same
_TRIGGERS = "=+-@＝＋－＠"
# a phone or a plain number: digits of any script, and what people write between them
_HARMLESS = re.compile(r"\+[\d\s().\-–/]*\d|-\s?\d[\d\s.,'٫٬]*%?|[+-]")


def neutralise(cell: str) -> str:
    """The cell as it may stand in a file that a spreadsheet opens."""
    return "'" + cell if _needs_apostrophe(cell) else cell


def restore(cell: str) -> str:
    """What ``neutralise`` was given. Only for files that amdesk wrote: elsewhere an apostrophe is text."""
    return cell[1:] if cell[:1] == "'" and _needs_apostrophe(cell[1:]) else cell


def _needs_apostrophe(cell: str) -> bool:
    bare = cell.lstrip("'")
    if bare[:1] in ("\t", "\r", "\n"):
        return True
    first = bare.lstrip()[:1]
    return first != "" and first in _TRIGGERS and not _HARMLESS.fullmatch(bare)
