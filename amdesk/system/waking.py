"""Hearing that the machine wakes up (logind's PrepareForSleep), for timers stand still while it sleeps."""

from __future__ import annotations

from collections.abc import Iterable

from amdesk.system.dbus import Bus, Service, Signal

_MANAGER = Service("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager")


def listen() -> Bus | None:
    """The system's bus, telling of sleep; nothing where there is none."""
    bus = Bus.open("SYSTEM")
    if bus is not None:
        bus.listen(_MANAGER, "PrepareForSleep")
    return bus


def woke(signals: Iterable[Signal]) -> bool:
    """Whether the machine has just come back: it tells true before it sleeps and false afterwards."""
    return any(one.member == "PrepareForSleep" and one.body == (False,) for one in signals)
