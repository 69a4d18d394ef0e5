"""Phone numbers as machines compare them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber


def e164(typed: str, country: str | None) -> str | None:
    """``+9725…`` for a possible number, read in the habit of a country (ISO 3166); nothing for anything else.

    Digits of every script are understood.
    """
    import phonenumbers

    number = _possible(typed, country)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164) if number else None


def is_mobile(number: str) -> bool:
    """Whether an E.164 number is a mobile phone's, in countries that tell mobile from other numbers."""
    import phonenumbers

    kind = phonenumbers.number_type(phonenumbers.parse(number))
    return kind == phonenumbers.PhoneNumberType.MOBILE


@lru_cache(maxsize=1 << 15)
def country_of(typed: str) -> str | None:
    """The country (ISO 3166) of a number in international form; nothing for any other number."""
    import phonenumbers

    number = _possible(typed.replace("00", "+", 1) if typed.startswith("00") else typed, None)
    return phonenumbers.region_code_for_number(number) if number else None


def _possible(typed: str, country: str | None) -> PhoneNumber | None:
    import phonenumbers

    try:
        number = phonenumbers.parse(typed, country)
    except phonenumbers.NumberParseException:
        return None
    return number if phonenumbers.is_possible_number(number) else None
