"""The bundled fonts: three families for five scripts, and which comes first in a language."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication

from amdesk.gui import theme
from amdesk.i18n.languages import Language
from amdesk.system.paths import resource

FILES = ("OpenSans.ttf", "Heebo.ttf", "Vazirmatn.ttf")
FAMILIES = frozenset(("Open Sans", "Heebo", "Vazirmatn"))
_AXIS = QFont.Tag("wght")
_BOLD = int(QFont.Weight.DemiBold)


def load() -> None:
    """Make the bundled fonts known to Qt; a bare machine has none of its own."""
    for name in FILES:
        QFontDatabase.addApplicationFont(str(resource("fonts", name)))


def apply(app: QApplication, language: Language) -> None:
    """Set the application's font for a language: all three families, the one made for its script first."""
    app.setFont(theme.base_font(language.fonts))


def bold_letters(font: QFont) -> QFont | None:
    """The same font drawn in its own bold letters, where it is bold and one of the bundled ones.

    Of a variable font Qt knows the regular letters only, and thickens those by so little that nothing is left
    of it on a sharp screen. The weight has to go, or Qt would thicken the bold letters once more.
    """
    if font.weight() < _BOLD or QFontInfo(font).family() not in FAMILIES:
        return None
    made = QFont(font)
    made.setWeight(QFont.Weight.Normal)
    made.setVariableAxis(_AXIS, font.weight())
    return made


def bold_weight(font: QFont) -> QFont | None:
    """The way back: the weight that other programs know instead of the bold letters, where it has them."""
    weight = font.variableAxisValue(_AXIS) if font.isVariableAxisSet(_AXIS) else 0
    if weight < _BOLD:
        return None
    made = QFont(font)
    made.unsetVariableAxis(_AXIS)
    made.setWeight(QFont.Weight(round(weight / 100) * 100))
    return made
