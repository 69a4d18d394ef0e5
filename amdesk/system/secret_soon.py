"""Reading a secret that lies open, soon: for the start of the program.

Some calls over the session's own bus, on which nobody listens who could not ask the keyring as well; so
nothing is encrypted on the way, and the libraries for that are not imported before the window stands.
Whatever is not that simple (nothing there, locked, another answer) is left to ``secret_service``, which does
it thoroughly.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from amdesk.system.dbus import Bus, Service

_NAME = "org.freedesktop.secrets"
_SECRETS = Service(_NAME, "/org/freedesktop/secrets", "org.freedesktop.Secret.Service")


def read(names: Mapping[str, str]) -> str | None:
    """The secret under some names in the person's own collection; nothing where it is not that simple."""
    bus = Bus.open("SESSION")
    if bus is None:
        return None
    try:
        with suppress(TypeError, ValueError, IndexError, AttributeError):  # an answer of another kind
            return _read(bus, names)
        return None
    finally:
        bus.close()


def _read(bus: Bus, names: Mapping[str, str]) -> str | None:
    kept = _first(bus.call(_SECRETS, "ReadAlias", signature="s", body=("default",)))
    if not kept or kept == "/":
        return None
    own = "org.freedesktop.Secret.Collection"
    asked = (own, "Locked")
    locked = bus.call(
        Service(_NAME, kept, "org.freedesktop.DBus.Properties"), "Get", signature="ss", body=asked
    )
    if locked is None or locked[0] != ("b", False):
        return None
    items = _first(bus.call(Service(_NAME, kept, own), "SearchItems", signature="a{ss}", body=(dict(names),)))
    session = bus.call(_SECRETS, "OpenSession", signature="sv", body=("plain", ("s", "")))
    if not items or session is None:
        return None
    item = Service(_NAME, items[0], "org.freedesktop.Secret.Item")
    secret = _first(bus.call(item, "GetSecret", signature="o", body=(session[1],)))
    return None if secret is None else bytes(secret[2]).decode()


def _first(answer: tuple[object, ...] | None) -> Any:
    return answer[0] if answer else None
