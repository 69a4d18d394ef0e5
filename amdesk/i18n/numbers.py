"""Reading numbers as people type them: the separators and digits of every language."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_
from amdesk.i18n.format import number_text
from amdesk.i18n.languages import language as language_of

_MINUS = "-−–﹣－"
_PLAIN = re.compile(r"[+-]?\d+(?:\.\d+)?|[+-]?\.\d+")
_GROUPED = re.compile(r"[+-]?[1-9]\d{0,2}(?:([.,'٬_ ])\d{3})(?:\1\d{3})*")
_EXAMPLE = Decimal("1234.5")
_DECIMAL = "٫"
_TYPED_GROUP = {"fa": ","}  # what keyboards have in the place of the language's own mark


def parse_number(text: str, *, language: str, example: Decimal | None = None) -> Decimal:
    """A number however it is separated; ``AmdeskError`` when it is none.

    Where both signs stand, the last one is the decimal mark. A single comma or point before exactly three
    digits could be either: the language decides, and where it knows no such grouping it is a decimal mark.
    The Persian mark is never anything else.
    """
    refuse_mixed_digits(text)
    number = _ascii(text)
    whole, mark, decimals = _split(number, language)
    joined = f"{_ungrouped(whole)}{'.' if mark else ''}{decimals}"
    if not _PLAIN.fullmatch(joined):
        raise AmdeskError(
            N_("“{text}” is not a number. Write it like {example}."),
            text=text.strip(),
            example=number_text(example or _EXAMPLE, language),
        )
    return Decimal(joined)


def refuse_mixed_digits(text: str) -> None:
    """Refuse digits of two kinds beside each other: nobody means them, and they are easily misread."""
    noughts = {ord(char) - value for char in text if (value := unicodedata.decimal(char, None)) is not None}
    if len(noughts) > 1:
        raise AmdeskError(
            N_("“{text}” mixes two kinds of digits. Write all of it in one kind."), text=text.strip()
        )


def _ascii(text: str) -> str:
    """The text with ASCII digits, one minus, and one kind of gap."""
    kept = (char for char in text.strip() if unicodedata.category(char) != "Cf")
    return "".join(map(_ascii_character, kept)).strip()


def _ascii_character(char: str) -> str:
    value = unicodedata.decimal(char, None)
    if value is not None:
        return str(value)
    if char in _MINUS:
        return "-"
    return "'" if char == "’" else " " if char.isspace() else char


def _split(number: str, code: str) -> tuple[str, str, str]:
    """The whole part, the decimal mark and the decimals."""
    points, commas = number.count("."), number.count(",")
    if _DECIMAL in number:
        mark = _DECIMAL
    elif points and commas:
        mark = max(".,", key=number.rfind)
    elif points + commas == 1:
        mark = "." if points else ","
        if _GROUPED.fullmatch(number) and mark == _TYPED_GROUP.get(code, language_of(code).group):
            mark = ""
    else:
        mark = ""
    return number.rpartition(mark) if mark else (number, "", "")


def _ungrouped(whole: str) -> str:
    """The whole part without its separators if they part it by threes; else as it was, which is no number."""
    return re.sub(r"[.,'٬_ ]", "", whole) if _GROUPED.fullmatch(whole) else whole
