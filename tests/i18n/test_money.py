"""Amounts of money: shown as each language writes them, read however people type them."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

import pytest
from babel.core import get_global
from babel.numbers import format_currency
from hypothesis import given
from hypothesis import strategies as st

from amdesk.domain.errors import AmdeskError
from amdesk.domain.money import CURRENCIES, Money, money
from amdesk.i18n.languages import LANGUAGES, language
from amdesk.i18n.money import amount_in, as_written, money_text, parse_money

CODES = st.sampled_from(list(LANGUAGES))
AMOUNTS = st.builds(Money, st.integers(-(10**14), 10**14), st.sampled_from(sorted(CURRENCIES)))


def seen(text: str) -> str:
    """Without marks of direction, every gap a plain space."""
    shown = "".join(char for char in text if unicodedata.category(char) != "Cf")
    return " ".join(shown.split())


@given(AMOUNTS, CODES, st.booleans())
def test_every_amount_shown_can_be_read_again(amount: Money, code: str, toman: bool) -> None:
    assert parse_money(money_text(amount, code, toman=toman), language=code) == amount


# In each language: whole, with decimals, less than nothing, a currency without a sign, rial, toman.
GOLDEN = {
    "en": ["£18,000", "₪1,250.50", "-€1,250.50", "CHF 0.05", "IRR 125,000", "12,500 toman"],
    "he": ["18,000 £", "1,250.50 ₪", "-1,250.50 €", "0.05 CHF", "125,000 ריאל", "12,500 תומאן"],
    "fa": ["۱۸٬۰۰۰ پوند", "۱٬۲۵۰٫۵۰ شِکِل", "-۱٬۲۵۰٫۵۰ یورو", "۰٫۰۵ CHF", "۱۲۵٬۰۰۰ ریال", "۱۲٬۵۰۰ تومان"],
    "ru": ["18 000 £", "1 250,50 ₪", "-1 250,50 €", "0,05 CHF", "125 000 IRR", "12 500 туманов"],
    "el": ["18.000 £", "1.250,50 ₪", "-1.250,50 €", "0,05 CHF", "125.000 IRR", "12.500 τομάν"],
}
SHOWN = (
    Money(1800000, "GBP"), Money(125050, "ILS"), Money(-125050, "EUR"), Money(5, "CHF"), Money(125000, "IRR"),
)  # fmt: skip


@pytest.mark.parametrize("code", LANGUAGES)
def test_amounts_as_each_language_writes_them(code: str) -> None:
    texts = [money_text(amount, code) for amount in SHOWN]
    assert [*map(seen, texts), seen(money_text(SHOWN[-1], code, toman=True))] == GOLDEN[code]


# Where we leave CLDR: Persians say the names and put them behind; Hebrew has a word for the rial; CLDR writes
# a code against its figures, which its own newer rules part.
OTHERWISE = {"fa": set(CURRENCIES), "he": {"IRR"}, "en": set(CURRENCIES) - {"EUR", "GBP", "ILS", "USD"}}


@pytest.mark.parametrize("currency", ["EUR", "GBP", "ILS", "USD", "RUB", "CHF", "TND", "IRR"])
@pytest.mark.parametrize("minor", [125055, -99, 1001])
@pytest.mark.parametrize("code", LANGUAGES)
def test_amounts_are_those_of_cldr(code: str, minor: int, currency: str) -> None:
    if currency in OTHERWISE.get(code, ()):
        return
    amount = Money(minor, currency)
    cldr = format_currency(amount.amount, currency, locale=language(code).locale)
    assert seen(money_text(amount, code)) == seen(cldr)


def test_decimals_are_those_of_the_standard_but_for_the_rial() -> None:
    own = get_global("currency_fractions")
    known = {code: own.get(code, own["DEFAULT"])[0] for code in CURRENCIES}
    cldr_rounds = {code for code, decimals in known.items() if decimals != CURRENCIES[code]}
    assert CURRENCIES["IRR"] == known["IRR"] == 0
    assert all(known[code] == 0 for code in cldr_rounds)  # coins that have gone out of use


@pytest.mark.parametrize(
    ("typed", "code", "meant"),
    [
        ("۱۲٬۵۰۰ تومان", "fa", Money(125000, "IRR")),
        ("12500 toman", "en", Money(125000, "IRR")),
        ("۱۲٫۵ تومن", "fa", Money(125, "IRR")),
        ("₪ 1,250.50", "he", Money(125050, "ILS")),
        ("1,250.50 ש״ח", "he", Money(125050, "ILS")),
        ('1,250.50 ש"ח', "en", Money(125050, "ILS")),
        ("1 250,50 €", "ru", Money(125050, "EUR")),
        ("1\u202f250,50\u00a0€", "fa", Money(125050, "EUR")),
        ("1.250,50 ευρώ", "el", Money(125050, "EUR")),
        ("650 руб.", "ru", Money(65000, "RUB")),
        ("$95", "en", Money(9500, "USD")),
        ("US$ 95.5", "el", Money(9550, "USD")),
        ("eur 12,5", "ru", Money(1250, "EUR")),
        ("-£5", "en", Money(-500, "GBP")),
        ("£-5", "en", Money(-500, "GBP")),
        ("−5 £", "ru", Money(-500, "GBP")),
        ("€12.50 EUR", "en", None),
        ("12.500 EUR", "en", None),
        ("12.500 EUR", "el", Money(1250000, "EUR")),
        ("0.5 JPY", "en", None),
        (".5 EUR", "en", None),
        ("1.2.3 EUR", "en", None),
        ("1۲ EUR", "fa", None),
        ("12 bananas", "en", None),
        ("EUR", "en", None),
        ("", "en", None),
        ("10" * 10 + " EUR", "en", None),
    ],
)
def test_an_amount_is_read_as_it_is_typed(typed: str, code: str, meant: Money | None) -> None:
    if meant is not None:
        assert parse_money(typed, language=code) == meant
        return
    with pytest.raises(AmdeskError):
        parse_money(typed, language=code)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("typed", ["12.5", "12,5", "۱۲٫۵"])
def test_twelve_and_a_half_stays_so_in_the_currency_of_the_field(typed: str, code: str) -> None:
    assert parse_money(typed, language=code, unit="EUR") == Money(1250, "EUR")
    assert parse_money(typed, language=code, unit="toman") == Money(125, "IRR")


def test_an_amount_that_names_no_currency_is_refused_where_none_is_known() -> None:
    with pytest.raises(
        AmdeskError, match=r"names no currency that is known here. Write it like €1,250\.50\."
    ):
        parse_money("12.5", language="en")


def test_more_decimals_than_a_currency_has_are_refused() -> None:
    with pytest.raises(AmdeskError, match="Amounts in EUR are written with 2 decimals at most"):
        money(Decimal("12.500"), "EUR")
    with pytest.raises(AmdeskError, match="Amounts in JPY are written without decimals"):
        money(Decimal("12.5"), "JPY")


@pytest.mark.parametrize(
    ("typed", "ru"),
    [
        ("18,000 GBP", "18 000 £"),
        ("£18,000", "18 000 £"),
        ("18000 GBP", "18 000 £"),
        ("1.250,50 €", "1 250,50 €"),
        ("1,250.50 €", "1 250,50 €"),
        ("25,000 ₪", "25 000 ₪"),
        ("۱۲٬۵۰۰ تومان", "12 500 туманов"),
        ("1 toman", "1 туман"),
        ("12.5 toman", "12,5 тумана"),
    ],
)
def test_a_clear_amount_is_written_as_the_reader_writes_it(typed: str, ru: str) -> None:
    assert seen(as_written(typed, "ru")) == ru


@pytest.mark.parametrize(
    "typed",
    [
        "1,255 GBP", "$95", "95 доллар", "1,250 KWD", "0.125 EUR", "18,000 GBP a month", "£18k", "18,000",
        "12 try", "4 %", "۴۰۰ میلیون تومان", "5-6 EUR", "on the thank-you page", "1۲ EUR", "", "20 mop",
    ],
)  # fmt: skip
def test_what_may_mean_something_else_stays_as_it_was_typed(typed: str) -> None:
    assert amount_in(typed) is None
    assert as_written(typed, "ru") == typed


def test_rial_are_shown_as_toman_where_that_is_chosen() -> None:
    assert seen(as_written("۱۲۵٬۰۰۰ ریال", "fa")) == "۱۲۵٬۰۰۰ ریال"
    assert seen(as_written("۱۲۵٬۰۰۰ ریال", "fa", toman=True)) == "۱۲٬۵۰۰ تومان"
    assert seen(as_written("۱۲٬۵۰۰ تومان", "fa")) == "۱۲٬۵۰۰ تومان"
