"""Reading a time of day as people type it, in any digits."""

from __future__ import annotations

import re
import unicodedata
from datetime import time

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_
from amdesk.i18n.numbers import refuse_mixed_digits

_TIME = re.compile(r"(\d{1,2})(?:[:.٫٬,\s]?(\d{2}))?")


def parse_time(text: str) -> time:
    """14:05, 14.05, 1405 or 14; an AmdeskError for what is no time of day."""
    refuse_mixed_digits(text)
    plain = "".join(_plain(char) for char in text.strip() if unicodedata.category(char) != "Cf")
    found = _TIME.fullmatch(plain)
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (24, 0)
    if hour > 23 or minute > 59:
        raise AmdeskError(N_("“{text}” is not a time of day. Write it like 14:05."), text=text.strip())
    return time(hour, minute)


def _plain(char: str) -> str:
    digit = unicodedata.decimal(char, None)
    return char if digit is None else str(digit)
