"""For whoever has the window read out: what a widget of ours is, and what appears without being asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibleInterface

Role = Literal["List", "ListItem", "Grouping", "Chart", "StaticText", "Window", "HelpBalloon"]
_PROPERTY = "spoken_role"
_UNHEARD = "unheard"


def say_role(widget: QWidget, role: Role) -> None:
    """Say what a widget made of others is, which Qt would call a mere part; before it has its name, because
    with that it is first asked for.
    """
    widget.setProperty(_PROPERTY, role)


def install() -> None:
    """Let Qt ask us first what a widget is."""
    QAccessible.installFactory(_interface)


def keep_unheard(window: QWidget, *, on: bool) -> None:
    """Let nothing be read out of a hidden window, or all of it again: a screen reader may still walk in it,
    and asks anew what it knew of its parts.
    """
    if bool(window.property(_UNHEARD)) == on:
        return
    parts = [window, *window.findChildren(QWidget)] if QAccessible.isActive() else []
    for known in filter(None, map(QAccessible.queryAccessibleInterface, parts)):
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(known))
    window.setProperty(_UNHEARD, on)


def is_unheard(thing: QObject) -> bool:
    """Whether something is part of a window out of which nothing is read."""
    return isinstance(thing, QWidget) and bool(thing.window().property(_UNHEARD))


class _Unheard(QAccessibleWidget):
    """A part that says nothing and holds nothing."""

    def childCount(self) -> int:
        return 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def text(self, t: QAccessible.Text) -> str:
        return ""


def _interface(_key: str, thing: QObject) -> QAccessibleInterface | None:
    if isinstance(thing, QWidget) and is_unheard(thing):
        return _Unheard(thing, QAccessible.Role.Window)
    role = thing.property(_PROPERTY) if isinstance(thing, QWidget) else None
    if not isinstance(thing, QWidget) or role is None:
        return None
    return QAccessibleWidget(thing, QAccessible.Role[role])


def keys_are_at(widget: QWidget | None) -> None:
    """Tell where the keys came to rest: where a page hands them on, Qt tells of the page last."""
    if widget is None or not QAccessible.isActive():
        return
    from PySide6.QtGui import QAccessibleEvent

    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Focus))


def announce(source: QObject, text: str, *, at_once: bool = False) -> None:
    """Have a line (already translated) read out; ``at_once`` breaks into what is being read. Nothing is read
    out of a window that is kept unheard.
    """
    if not text or not QAccessible.isActive() or is_unheard(source):
        return
    from PySide6.QtGui import QAccessibleAnnouncementEvent

    said = QAccessibleAnnouncementEvent(source, text)
    if at_once:
        said.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(said)
