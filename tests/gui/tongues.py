"""Speaking a language for a while, and English again whatever came of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QApplication

from amdesk.gui.application import speak
from amdesk.gui.translators import Translators


@contextmanager
def speaking(app: QApplication, code: str, *, calendar: str = "") -> Iterator[str]:
    """The language of a code, with a calendar of its own where one is named."""
    translators = Translators()
    speak(app, translators, code, calendar=calendar)
    try:
        yield code
    finally:
        speak(app, translators, "en")
        translators.remove()
