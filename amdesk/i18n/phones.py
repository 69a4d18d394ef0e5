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
