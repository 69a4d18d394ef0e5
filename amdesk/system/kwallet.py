"""Asking KWallet whether it is open, which opens nothing: its own calls wait for its password."""

from __future__ import annotations

from amdesk.system.dbus import Bus, Service

_INTERFACE = "org.kde.KWallet"


def is_open(bus_name: str, path: str) -> bool:
    """Whether the wallet of the session can be read without a question to the person."""
    bus = Bus.open("SESSION")
    if bus is None:
        return False
    try:
        service = Service(bus_name, path, _INTERFACE)
        wallet = bus.call(service, "networkWallet")
        found = bus.call(service, "isOpen", signature="s", body=wallet) if wallet else None
        return bool(found and found[0])
    finally:
        bus.close()
