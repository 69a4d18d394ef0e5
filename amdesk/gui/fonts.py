"""The bundled fonts: three families for five scripts, and which comes first in a language."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from amdesk.gui import theme
from amdesk.i18n.languages import Language
from amdesk.system.paths import resource

FAMILIES = frozenset(("Open Sans", "Heebo", "Vazirmatn"))
FILES = ("OpenSans.ttf", "Heebo.ttf", "Vazirmatn.ttf")


def load() -> None:
    """Make the bundled fonts known to Qt; a bare machine has none of its own."""
    for name in FILES:
        QFontDatabase.addApplicationFont(str(resource("fonts", name)))


def apply(app: QApplication, language: Language) -> None:
    """Set the application's font for a language: all three families, the one made for its script first."""
    app.setFont(theme.base_font(language.fonts))
