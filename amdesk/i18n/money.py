"""Amounts of money as a language writes them, and as people type them: ₪ 1,250.50, ۱۲٬۵۰۰ تومان, 1 250,50 €.

Iranians count in toman, which are ten rial each and no currency of their own: what is kept is rial.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_, Message
from amdesk.domain.money import CURRENCIES, Money, money
from amdesk.domain.text import ZWNJ
from amdesk.i18n.bidi import LRM
from amdesk.i18n.currencies import CLEAR, CLEAR_SIGNS, NAMES, TOMAN
from amdesk.i18n.format import number_text
from amdesk.i18n.grammar import plain
from amdesk.i18n.languages import LANGUAGES, language
from amdesk.i18n.numbers import parse_number, refuse_mixed_digits
from amdesk.i18n.translations import translation

# Signs that CLDR gives a currency in some of the languages; any other is written with its code.
_SIGNS: Mapping[str, Message] = {
    "EUR": Message.named("currency", "€"),
    "GBP": Message.named("currency", "£"),
    "ILS": Message.named("currency", "₪"),
    "IRR": Message.named("currency", "IRR"),
    "RUB": Message.named("currency", "RUB"),
    "USD": Message.named("currency", "US$"),
}
_WITH_SIGN = Message.named("money", "{minus}{sign}{amount}")
_WITH_CODE = Message.named("money", "{minus}{code}\u00a0{amount}")
_AMOUNT = re.compile(r"(?P<before>[^\d.,٫٬]*)(?P<number>\d(?:[\d.,'٬٫_ ]*\d)?)(?P<after>\D*)")
_UNSURE = re.compile(r"\d{1,3}[.,]\d\d[1-9]")
_UNWRITTEN = re.compile(rf"[\s.\"'{ZWNJ}]")
_EXAMPLE = Money(125050, "EUR")


@dataclass(frozen=True, slots=True)
class Typed:
    """An amount as it was typed, and whether it was counted in toman."""

    money: Money
    toman: bool


def money_text(amount: Money, code: str, *, toman: bool = False) -> str:
    """An amount in a language's digits and order, without decimals where it is whole; rial maybe as toman."""
    if toman and amount.currency == "IRR":
        return _toman_text(amount, code)
    words = translation(code)
    sign = words.template(_SIGNS[amount.currency]) if amount.currency in _SIGNS else amount.currency
    template = words.template(_WITH_CODE if sign[-1].isalpha() else _WITH_SIGN)
    return template.format(
        minus=_minus(amount, code), sign=sign, code=sign, amount=_figures(amount.amount, code)
    )


def parse_money(text: str, *, language: str, unit: str = "") -> Money:
    """An amount with its currency, however both are written; ``AmdeskError`` when it is none.

    ``unit`` is what an amount without a currency is counted in: a code of ISO 4217, or "toman".
    """
    return _read(text, language, unit=unit).money


def amount_in(text: str) -> Typed | None:
    """The amount that a text is and nothing else, where nobody could read it otherwise.

    What was typed carries no language, so all that can read it have to agree. 18,000 GBP are thousands, for
    nobody writes thousandths that end in a nought; 1,255 GBP may be a price with three decimals. A sign that
    many currencies share is not clear either, nor is a code in small letters, which may be a word.
    """
    number, name = _parted(text)
    if not _is_clear(name, text) or _UNSURE.fullmatch(number.lstrip("-")):
        return None
    readings = set()
    for code in LANGUAGES:
        try:
            readings.add(_read(text, code))
        except AmdeskError:
            continue
    return readings.pop() if len(readings) == 1 else None


def as_written(text: str, code: str, *, toman: bool = False) -> str:
    """A text as the language writes it if it is a clear amount and nothing else; any other as it was typed.

    ``toman`` shows rial so; what was typed in toman stays in it.
    """
    found = amount_in(text)
    return text if found is None else money_text(found.money, code, toman=toman or found.toman)


def _read(text: str, code: str, *, unit: str = "") -> Typed:
    refuse_mixed_digits(text)
    number, name = _parted(text)
    try:
        value = parse_number(number, language=code)
    except AmdeskError:
        raise _no_amount(text, code) from None
    counted_in = _names().get(name, "") if name else unit
    if not counted_in:
        raise AmdeskError(
            N_("“{text}” names no currency that is known here. Write it like {example}."),
            text=text.strip(),
            example=money_text(_EXAMPLE, code),
        )
    if counted_in == TOMAN:
        return Typed(money(value.scaleb(1), "IRR"), toman=True)
    return Typed(money(value, counted_in), toman=False)


def _parted(text: str) -> tuple[str, str]:
    """The number of an amount with its sign, and what its currency is called; empty where it is none."""
    found = _AMOUNT.fullmatch(plain(text).strip())
    if found is None:
        return "", ""
    before, after = found["before"].strip(), _key(found["after"])
    minus = "-" if before.startswith("-") or before.endswith("-") else ""
    name = _key(before.strip("-+"))
    if name and after and name != after:
        return "", ""
    return minus + found["number"], name or after


def _no_amount(text: str, code: str) -> AmdeskError:
    return AmdeskError(
        N_("“{text}” is not an amount of money. Write it like {example}."),
        text=text.strip(),
        example=money_text(_EXAMPLE, code),
    )


def _key(name: str) -> str:
    """A name of a currency without what may be written or left out."""
    return _UNWRITTEN.sub("", plain(name))


@cache
def _names() -> Mapping[str, str]:
    """Everything a currency is called, with its code; toman with theirs."""
    codes = {code.lower(): code for code in CURRENCIES}
    return codes | {_key(name): code for code, names in NAMES.items() for name in names.split("|")}


def _is_clear(name: str, text: str) -> bool:
    """Whether what a currency is called in a text belongs to no other."""
    code = name.upper()
    if code in CURRENCIES:
        return code in text
    return name in CLEAR_SIGNS or _names().get(name) in CLEAR


def _figures(amount: Decimal, code: str) -> str:
    """The bare figures: the minus has a place of its own."""
    bare = abs(amount)
    return number_text(int(bare) if bare == int(bare) else bare, code)


def _minus(amount: Money, code: str) -> str:
    if amount.minor >= 0:
        return ""
    return f"{LRM}-" if language(code).rtl else "-"


def _toman_text(amount: Money, code: str) -> str:
    """Rial as toman; a part of one takes the form that goes with two, as in Russian it has to."""
    value = amount.amount.scaleb(-1)
    n = int(abs(value)) if value == int(value) else 2
    template = translation(code).npgettext("money", "{minus}{amount} toman", "{minus}{amount} toman", n=n)
    return template.format(minus=_minus(amount, code), amount=_figures(value, code))
