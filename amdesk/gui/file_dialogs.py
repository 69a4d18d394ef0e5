"""Dialogs of files that Qt draws itself are mended as the keys come into them: most are made by Qt alone."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QFileDialog, QWidget


def install(app: QApplication) -> None:
    """Mend each dialog of files from now on."""
    app.focusChanged.connect(_mend)


def _mend(_before: QWidget | None, now: QWidget | None) -> None:
    dialog = now.window() if now is not None else None
    if isinstance(dialog, QFileDialog):
        from amdesk.gui.file_dialog_parts import mend  # Qt's styles are not for a start

        mend(dialog)
