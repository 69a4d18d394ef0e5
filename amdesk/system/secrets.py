"""The keyring of the session, in which the key of the person's file is kept."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, Literal, Protocol, TypeAlias, TypeVar

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_
from amdesk.system import kwallet, secret_soon
from amdesk.system.secret_service import LockedError, SecretService, names

Why: TypeAlias = Literal["none", "locked", "failed"]
T = TypeVar("T")

_SERVICE = "amdesk"
# Those that keep what they are given encrypted, with the session's own password. Others are refused: some
# write plain text, some ask on the terminal.
_SECRET_SERVICE = "keyring.backends.SecretService.Keyring"
_OTHERS = {
    "win32": ("keyring.backends.Windows.WinVaultKeyring",),
    "darwin": ("keyring.backends.macOS.Keyring",),
}
_KWALLET = ("keyring.backends.kwallet.DBusKeyring", "keyring.backends.kwallet.DBusKeyringKWallet4")
_CHOSEN = "PYTHON_KEYRING_BACKEND"  # keyring's own variable: with its "null" backend no keyring is asked
_LOCKED = frozenset({"KeyringLocked", "LockedException", "PromptDismissedException"})
_SENTENCES: dict[Why, str] = {
    "none": N_("This session has no keyring in which the key could be kept."),
    "locked": N_("The keyring is locked. Unlock it, and do it again."),
    "failed": N_("The keyring does not answer as it should. Look whether it runs, and do it again."),
}


class SecretsUnavailableError(AmdeskError):
    """The keyring could not be asked; why, ``reason`` says. What is asked for may well be in it."""

    def __init__(self, reason: Why) -> None:
        super().__init__(_SENTENCES[reason])
        self.reason = reason


class Secrets(Protocol):
    """What keeps secrets by name. Each may take as long as a person needs to type a password.

    Raises a SecretsUnavailableError where it cannot be asked; that there is none of the name is no error.
    """

    def get(self, name: str) -> str | None: ...

    def put(self, name: str, secret: str) -> None: ...

    def remove(self, name: str) -> None: ...

    def every(self) -> Mapping[str, str]:
        """All that is kept of ours, by name, of a keyring that can be looked through; of others nothing."""
        ...


class SystemSecrets:
    """The keyring of this session: Secret Service or KWallet, Windows' or macOS's own.

    One that ``waits`` has the desktop ask for the keyring's password where it is locked; one that does not
    refuses at once where that can be known, so that whoever has a window can ask in a thread.
    """

    def __init__(self, *, waits: bool = True) -> None:
        self._waits = waits

    def get(self, name: str) -> str | None:
        if _SECRET_SERVICE in _asked_of() and (soon := secret_soon.read(names(_SERVICE, name))):
            return soon
        found: str | None = self._asked(lambda keyring: keyring.get_password(_SERVICE, name))
        return found

    def put(self, name: str, secret: str) -> None:
        self._asked(lambda keyring: keyring.set_password(_SERVICE, name, secret))

    def remove(self, name: str) -> None:
        if self.get(name) is not None:
            self._asked(lambda keyring: keyring.delete_password(_SERVICE, name))

    def every(self) -> Mapping[str, str]:
        return self._asked(
            lambda keyring: keyring.every(_SERVICE) if isinstance(keyring, SecretService) else {}
        )

    def _asked(self, ask: Callable[[Any], T]) -> T:
        """What a keyring answers. Of a foreign library anything may be raised, on the bus or by a daemon."""
        keyring = _keyring(waits=self._waits)
        try:
            return ask(keyring)
        except SecretsUnavailableError:
            raise
        except Exception as error:
            raise SecretsUnavailableError("locked" if _says_locked(error) else "failed") from error


def patient(secrets: Secrets) -> Secrets:
    """The same, waiting where it is locked until the person has unlocked it: to be asked in a thread."""
    return SystemSecrets() if isinstance(secrets, SystemSecrets) else secrets


def passphrase_of_environment() -> str:
    """What scripts, and machines without a keyring, open the file with; empty where nothing is set."""
    return os.environ.get("AMDESK_PASSPHRASE", "")


def recovery_code_of_environment() -> str:
    """What scripts open a backup from another machine with; empty where nothing is set."""
    return os.environ.get("AMDESK_RECOVERY_CODE", "")


def _says_locked(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, LockedError) or type(error).__name__ in _LOCKED:
            return True
        error = error.__cause__ or error.__context__
    return False


def _keyring(*, waits: bool) -> Any:
    """The first of those that are allowed which is there; one that is there and fails is not none."""
    failed: Exception | None = None
    for name in _asked_of():
        try:
            if (found := _made(name, waits=waits)) is not None:
                return found
        except ImportError:
            continue
        except SecretsUnavailableError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever its library raises
            failed = failed or error
    raise SecretsUnavailableError("failed" if failed else "none") from failed


def _asked_of() -> tuple[str, ...]:
    """Those that are allowed, on this system and by the person's own choice."""
    chosen = os.environ.get(_CHOSEN)
    return tuple(name for name in _allowed() if chosen in {None, "", name})


def _allowed() -> tuple[str, ...]:
    if sys.platform in _OTHERS:
        return _OTHERS[sys.platform]
    return (_SECRET_SERVICE, *_KWALLET) if os.environ.get("DBUS_SESSION_BUS_ADDRESS") else ()


def _made(name: str, *, waits: bool) -> Any | None:
    """One of those that are allowed; nothing where it is not there in this session."""
    if name == _SECRET_SERVICE:
        return SecretService.of_session(waits=waits)
    module, _, kind = name.rpartition(".")
    found = getattr(import_module(module), kind)
    if not _is_there(found):
        return None
    if name in _KWALLET and not waits and not kwallet.is_open(found.bus_name, found.object_path):
        raise SecretsUnavailableError("locked")
    return found()


def _is_there(backend: Any) -> bool:
    """Whether a backend can be used on this system: keyring has them raise a RuntimeError where not."""
    try:
        return bool(backend.priority >= 0)
    except RuntimeError:
        return False
