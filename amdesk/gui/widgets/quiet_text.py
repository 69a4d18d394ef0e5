"""Showing another text where somebody may be writing."""

from __future__ import annotations

from PySide6.QtWidgets import QTextEdit


def put_quietly(field: QTextEdit, text: str) -> bool:
    """Show another text without a word to anyone, the cursor as near as it can be; whether it was another."""
    if text == field.toPlainText():
        return False
    at = field.textCursor().position()
    field.blockSignals(True)
    field.setPlainText(text)
    field.blockSignals(False)
    cursor = field.textCursor()
    cursor.setPosition(min(at, len(text)))
    field.setTextCursor(cursor)
    return True
