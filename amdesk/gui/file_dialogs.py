"""In a language from right to left a path in the dialogs of files is still read from left to right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QWidget

_PLACE = "lookInCombo"  # Qt's name for the folder one is in


def install(app: QApplication) -> None:
    """Turn each dialog as the keys come into it: most of them are made by Qt alone."""
    app.focusChanged.connect(_turn)


def _turn(_before: QWidget | None, now: QWidget | None) -> None:
    dialog = now.window() if now is not None else None
    if not isinstance(dialog, QFileDialog) or dialog.layoutDirection() == Qt.LayoutDirection.LeftToRight:
        return
    place = dialog.findChild(QComboBox, _PLACE)
    if place is not None and place.layoutDirection() != Qt.LayoutDirection.LeftToRight:
        place.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        dialog.setOption(QFileDialog.Option.HideNameFilterDetails)  # *.csv among words is scrambled
