"""The Secret Service of the session, which keeps secrets on most Linux desktops."""

from __future__ import annotations

from contextlib import closing
from typing import Any


class LockedError(Exception):
    """The person's collection is locked, and its password was not given or not asked for."""


class SecretService:
    """What keyring's own backend does, with the same library and the same names, without its slow import."""

    def __init__(self, library: Any, *, waits: bool) -> None:
        self._library, self._waits = library, waits

    @classmethod
    def of_session(cls, *, waits: bool) -> SecretService | None:
        """The one that answers in this session; nothing where none does."""
        import secretstorage

        try:
            bus = secretstorage.dbus_init()
        except (OSError, secretstorage.SecretServiceNotAvailableException):
            return None
        with closing(bus):
            return cls(secretstorage, waits=waits) if secretstorage.check_service_availability(bus) else None

    def get_password(self, service: str, name: str) -> str | None:
        with closing(self._library.dbus_init()) as bus:
            for item in self._items(bus, names(service, name)):
                self._unlock(item)
                return bytes(item.get_secret()).decode()
        return None

    def set_password(self, service: str, name: str, secret: str) -> None:
        with closing(self._library.dbus_init()) as bus:
            under = {**names(service, name), "application": service}
            kept = self._own(bus)
            self._unlock(kept)
            kept.create_item(f"amdesk {name}", under, secret.encode(), replace=True)

    def delete_password(self, service: str, name: str) -> None:
        with closing(self._library.dbus_init()) as bus:
            for item in self._items(bus, names(service, name)):
                item.delete()

    def every(self, service: str) -> dict[str, str]:
        with closing(self._library.dbus_init()) as bus:
            found = {}
            for item in self._items(bus, {"service": service}):
                self._unlock(item)
                found[str(item.get_attributes().get("username"))] = bytes(item.get_secret()).decode()
            return found

    def _items(self, bus: Any, names: dict[str, str]) -> Any:
        """What is kept under some names; reading makes no collection where there is none."""
        try:
            kept = self._library.get_collection_by_alias(bus, "default")
        except self._library.ItemNotFoundException:
            return self._library.search_items(bus, names)
        self._unlock(kept)
        return kept.search_items(names)

    def _own(self, bus: Any) -> Any:
        """The person's collection; where there is none the desktop asks for the password of a new one."""
        try:
            return self._library.get_collection_by_alias(bus, "default")
        except self._library.ItemNotFoundException:
            if not self._waits:
                raise LockedError from None
            return self._library.get_default_collection(bus)

    def _unlock(self, what: Any) -> None:
        """Have the desktop ask for the password of what is locked: it says whether the person declined."""
        if what.is_locked() and (not self._waits or what.unlock()):
            raise LockedError


def names(service: str, name: str) -> dict[str, str]:
    """Under what keyring keeps a secret."""
    return {"service": service, "username": name}
