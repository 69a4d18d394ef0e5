"""Saying aloud what appears without being asked for, to whoever has it read by the machine."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent


def announce(source: QObject, text: str, *, at_once: bool = False) -> None:
    """Have a line (already translated) read out; ``at_once`` breaks into what is being read."""
    if not text or not QAccessible.isActive():
        return
    said = QAccessibleAnnouncementEvent(source, text)
    if at_once:
        said.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(said)
