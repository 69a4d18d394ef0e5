"""Countries: which there are, and their names in the language in use."""

from __future__ import annotations

from functools import cache

from amdesk.i18n.catalog import current
from amdesk.i18n.languages import language


def country_name(code: str | None) -> str:
    """A country (ISO 3166) as the language in use calls it; nothing for none, the code for an unknown one."""
    return _names(language(current()).locale).get(code, code) if code else ""


def is_country(code: str) -> bool:
    """Whether a code names a country (ISO 3166 alpha-2)."""
    return len(code) == 2 and code.isalpha() and code in _names("en")


@cache
def _names(locale: str) -> dict[str, str]:
    from babel import Locale

    return dict(Locale.parse(locale).territories)
