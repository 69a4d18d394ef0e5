"""What the languages are called in the language in use; each one’s own name is ``Language.name``."""

from __future__ import annotations

from collections.abc import Mapping

from amdesk.domain.messages import Message
from amdesk.i18n.catalog import _
from amdesk.i18n.languages import language

_NAMES: Mapping[str, Message] = {
    "en": Message.named("language", "English"),
    "he": Message.named("language", "Hebrew"),
    "fa": Message.named("language", "Persian"),
    "ru": Message.named("language", "Russian"),
    "el": Message.named("language", "Greek"),
}


def language_name(code: str) -> str:
    """What the reader calls the language of a code; where one is chosen for oneself its own name stands."""
    return _(_NAMES[language(code).code])
