"""Notifications of the desktop (org.freedesktop.Notifications), with actions that can be pressed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Self

from amdesk.system.dbus import Bus, Service, Signal
from amdesk.system.paths import resource

_SERVICE = Service(
    "org.freedesktop.Notifications", "/org/freedesktop/Notifications", "org.freedesktop.Notifications"
)
_NORMAL, _CRITICAL = 1, 2
_UNTIL_CLOSED = 0


@dataclass(frozen=True, slots=True)
class Pressed:
    """An action of a notification that somebody pressed."""

    notification: int
    action: str


def _mark() -> str:
    """Our picture by its file: by name it is only found where it was installed for the whole system."""
    return resource("mark", "amdesk.svg").as_uri()


class Notifications:
    """Speaks to the desktop's notification host."""

    def __init__(self, bus: Bus, abilities: Iterable[str]) -> None:
        self.bus = bus
        self._abilities = frozenset(abilities)
        bus.listen(_SERVICE, "ActionInvoked")

    @classmethod
    def open(cls) -> Self | None:
        """The host of this session; nothing where there is none."""
        bus = Bus.open("SESSION")
        if bus is None:
            return None
        answer = bus.call(_SERVICE, "GetCapabilities")
        if answer is None or not isinstance(answer[0], list):
            bus.close()
            return None
        return cls(bus, map(str, answer[0]))

    def show(
        self, title: str, body: str, *, actions: Sequence[tuple[str, str]] = (), urgent: bool = False
    ) -> int | None:
        """Show one; its number, or nothing when the host has gone. ``actions`` are keys with their words.

        The body is markup for most hosts: what stands in it is text.
        """
        said = escape(body, quote=False) if "body-markup" in self._abilities else body
        offered = [word for action in actions for word in action] if "actions" in self._abilities else []
        hints = {
            "urgency": ("y", _CRITICAL if urgent else _NORMAL),
            "desktop-entry": ("s", "amdesk"),
            "category": ("s", "presence"),
        }
        answer = self.bus.call(
            _SERVICE,
            "Notify",
            signature="susssasa{sv}i",
            body=("amdesk", 0, _mark(), title, said, offered, hints, _UNTIL_CLOSED),
        )
        return int(str(answer[0])) if answer else None

    def close(self, number: int) -> None:
        """Take one away, if it is still there."""
        self.bus.call(_SERVICE, "CloseNotification", signature="u", body=(number,))

    @staticmethod
    def pressed(signals: Iterable[Signal]) -> list[Pressed]:
        """The actions among what the bus told."""
        return [
            Pressed(int(str(one.body[0])), str(one.body[1]))
            for one in signals
            if one.interface == _SERVICE.interface and one.member == "ActionInvoked" and len(one.body) == 2
        ]
