"""A small door to D-Bus: calls that are answered soon, and signals that are fetched when the socket tells.

Only desktops of Linux have it; elsewhere, or without a bus, there is none. jeepney is pure Python and waits
for nobody: Qt's event loop watches ``fileno`` (PySide6's own QtDBus cannot send the numbers that
notifications want).
"""

from __future__ import annotations

import os
import sys
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Self

if TYPE_CHECKING:
    from jeepney.io.blocking import DBusConnection  # type: ignore[import-untyped]
    from jeepney.low_level import Message  # type: ignore[import-untyped]

_PATIENCE = 2.0  # seconds a service may take to answer


@dataclass(frozen=True, slots=True)
class Service:
    """An object on the bus, and the interface of it that is spoken to."""

    name: str
    path: str
    interface: str


@dataclass(frozen=True, slots=True)
class Signal:
    """What somebody on the bus told."""

    interface: str
    member: str
    body: tuple[object, ...]


class Bus:
    """One connection."""

    def __init__(self, connection: DBusConnection) -> None:
        from jeepney import MatchRule  # type: ignore[import-untyped]

        self._connection = connection
        self._heard: deque[Message] = deque()
        self._filter = connection.filter(MatchRule(type="signal"), queue=self._heard)

    @classmethod
    def open(cls, which: Literal["SESSION", "SYSTEM"]) -> Self | None:
        """The bus of the session or of the system; nothing where there is none."""
        if sys.platform in {"win32", "darwin"}:
            return None
        if which == "SESSION" and not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
            return None
        from jeepney.io.blocking import open_dbus_connection

        try:
            return cls(open_dbus_connection(which))
        except (OSError, ValueError, KeyError):
            return None

    def call(
        self, service: Service, method: str, *, signature: str = "", body: tuple[object, ...] = ()
    ) -> tuple[object, ...] | None:
        """Call a method and wait a little; nothing when nobody answers, or with an error."""
        from jeepney import DBusAddress, MessageType, new_method_call

        at = DBusAddress(service.path, bus_name=service.name, interface=service.interface)
        message = new_method_call(at, method, signature or None, body)
        try:
            reply = self._connection.send_and_get_reply(message, timeout=_PATIENCE)
        except (OSError, TimeoutError):
            return None
        if reply.header.message_type != MessageType.method_return:
            return None
        return tuple(reply.body)

    def listen(self, service: Service, member: str) -> None:
        """Ask for a signal of a service, from now on."""
        rule = f"type='signal',interface='{service.interface}',path='{service.path}',member='{member}'"
        bus = Service("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
        self.call(bus, "AddMatch", signature="s", body=(rule,))

    def fileno(self) -> int:
        """The socket to watch."""
        number: int = self._connection.sock.fileno()
        return number

    def signals(self) -> list[Signal]:
        """What has been told since the last time, without waiting; raises OSError once the bus has gone."""
        try:
            while True:
                self._connection.recv_messages(timeout=0)
        except TimeoutError:
            pass
        found = [_signal(message) for message in self._heard]
        self._heard.clear()
        return found

    def close(self) -> None:
        """Let go of it."""
        self._filter.close()
        self._connection.close()


def _signal(message: Message) -> Signal:
    from jeepney import HeaderFields

    told = message.header.fields
    return Signal(
        str(told.get(HeaderFields.interface, "")), str(told.get(HeaderFields.member, "")), tuple(message.body)
    )
