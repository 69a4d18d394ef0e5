"""Phone numbers as machines compare them."""

from __future__ import annotations


def e164(typed: str, country: str | None) -> str | None:
    """``+9725…`` for a possible number, read in the habit of a country (ISO 3166); nothing for anything else.

    Digits of every script are understood.
    """
    import phonenumbers

    try:
        number = phonenumbers.parse(typed, country)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def is_mobile(number: str) -> bool:
    """Whether an E.164 number is a mobile phone's, in countries that tell mobile from other numbers."""
    import phonenumbers

    kind = phonenumbers.number_type(phonenumbers.parse(number))
    return kind == phonenumbers.PhoneNumberType.MOBILE


def country_of(typed: str) -> str | None:
    """The country (ISO 3166) of a number in international form; nothing for any other number."""
    import phonenumbers

    number = e164(typed.replace("00", "+", 1) if typed.startswith("00") else typed, None)
    return phonenumbers.region_code_for_number(phonenumbers.parse(number)) if number else None
