"""The language the machine speaks, found without a window."""

from __future__ import annotations

import locale
import os

_NAMES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")  # in the order in which gettext asks


def system_language() -> str:
    """A code such as "fa_IR"; "en" where the machine does not say."""
    named = next((value for name in _NAMES if (value := os.environ.get(name))), None)
    found = named.split(":")[0] if named else locale.getlocale()[0]
    return (found or "en").partition(".")[0]
