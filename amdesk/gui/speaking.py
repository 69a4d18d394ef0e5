"""For whoever has the window read out: what a widget of ours is, and what appears without being asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibleInterface

Role = Literal["List", "ListItem", "Grouping", "Chart", "StaticText", "Window", "HelpBalloon"]
_PROPERTY = "spoken_role"


def say_role(widget: QWidget, role: Role) -> None:
    """Say what a widget made of others is, which Qt would call a mere part; before it has its name, because
    with that it is first asked for.
    """
    widget.setProperty(_PROPERTY, role)


def install() -> None:
    """Let Qt ask us first what a widget is."""
    QAccessible.installFactory(_interface)


def _interface(_key: str, thing: QObject) -> QAccessibleInterface | None:
    role = thing.property(_PROPERTY) if isinstance(thing, QWidget) else None
    if not isinstance(thing, QWidget) or role is None:
        return None
    from PySide6.QtWidgets import QAccessibleWidget

    return QAccessibleWidget(thing, QAccessible.Role[role])


def keys_are_at(widget: QWidget | None) -> None:
    """Tell where the keys came to rest: where a page hands them on, Qt tells of the page last."""
    if widget is None or not QAccessible.isActive():
        return
    from PySide6.QtGui import QAccessibleEvent

    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Focus))


def announce(source: QObject, text: str, *, at_once: bool = False) -> None:
    """Have a line (already translated) read out; ``at_once`` breaks into what is being read."""
    if not text or not QAccessible.isActive():
        return
    from PySide6.QtGui import QAccessibleAnnouncementEvent

    said = QAccessibleAnnouncementEvent(source, text)
    if at_once:
        said.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(said)
