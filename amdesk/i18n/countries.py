"""Names of countries in the language in use."""

from __future__ import annotations

from functools import cache

from amdesk.i18n.catalog import current
from amdesk.i18n.languages import language


def country_name(code: str | None) -> str:
    """A country (ISO 3166) as the language in use calls it; nothing for none, the code for an unknown one."""
    return _names(language(current()).locale).get(code, code) if code else ""


@cache
def _names(locale: str) -> dict[str, str]:
    from babel import Locale

    return dict(Locale.parse(locale).territories)
