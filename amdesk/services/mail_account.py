"""The account that mails go out by: kept in the settings, its password in the keyring of the session."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace

from amdesk.domain import mail_account as rules
from amdesk.domain.errors import AmdeskError, DiskError
from amdesk.domain.mail_account import MailAccount
from amdesk.domain.messages import N_
from amdesk.services.desk import Desk
from amdesk.store import outgoing
from amdesk.system.secrets import Secrets, SecretsUnavailableError, patient

_KEY = "mail_account"
_WAY = "smtp"


@dataclass(frozen=True, slots=True)
class Hold:
    """What holds the password: all that a thread has to see. ``of`` is the account it is kept for,
    ``passing`` what is kept only while the program runs.
    """

    secrets: Secrets
    of: MailAccount | None
    passing: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Laid:
    """A password that was laid down, in the keyring or, where that is not to be had, nowhere yet.

    ``has_keyring`` tells whether there is one that could have taken it, had it been unlocked or well.
    """

    password: str | None
    in_keyring: bool
    has_keyring: bool = True


def can_be(desk: Desk) -> bool:
    """Whether anything can be sent from this desk: what is in the sample, or only in memory, is not real."""
    return desk.key is not None and desk.secrets is not None


def of(desk: Desk) -> MailAccount | None:
    """The account that mails go out by, where there is one."""
    return rules.of_values(desk.settings[_KEY]) if can_be(desk) else None


def checked(account: MailAccount) -> MailAccount:
    """The account as it is kept; an AmdeskError beside the field that mails could not go out with."""
    from amdesk.formats import eml

    tidy = replace(
        account, address=account.address.strip(), server=account.server.strip().rstrip(".").casefold(),
        user=account.user.strip(),
    )  # fmt: skip
    rules.check_account(tidy)
    try:
        eml.address(tidy.address)
    except AmdeskError as error:
        raise AmdeskError(error.message, beside="address") from error
    return tidy


def keep(desk: Desk, account: MailAccount, *, password: str | None) -> None:
    """Send by this account from now on; without a ``password``, with the one there is.

    It asks the keyring, which may keep one waiting: from a window ``lay_down`` in a thread, and ``settle``.
    """
    its = checked(account)
    settle(desk, its, lay_down(hold(desk), its, password))


def remove(desk: Desk) -> None:
    """Send by no account any more, and forget its password; a SecretsUnavailableError where it stays."""
    held = hold(desk)
    settle_removed(desk)
    lift(held)


def password(desk: Desk) -> str | None:
    """The password of the account; nothing where it has to be typed. It sees nothing of the file.

    Raises a SecretsUnavailableError where the keyring cannot be asked.
    """
    return _password(hold(desk))


def hold(desk: Desk) -> Hold:
    """What a thread has to see, to lay a password down or to look for it."""
    if desk.secrets is None:
        raise TypeError("this desk keeps no secrets")
    return Hold(desk.secrets, of(desk), dict(desk.passing))


def lay_down(held: Hold, account: MailAccount, password: str | None) -> Laid:
    """Put a password, or the one that was kept for the account before, into the keyring, and read it back."""
    keyring, name, former = patient(held.secrets), _name(account), held.of
    found = password or _passing(held)
    try:
        if found is None and former is not None:
            found = keyring.get(_name(former))
        if found is None:
            return Laid(None, in_keyring=False)
        keyring.put(name, found)
        if keyring.get(name) != found:
            return Laid(found, in_keyring=False)
        if former is not None and _name(former) != name:
            keyring.remove(_name(former))
    except SecretsUnavailableError as error:
        return Laid(found, in_keyring=False, has_keyring=error.reason != "none")
    return Laid(found, in_keyring=True)


def settle(desk: Desk, account: MailAccount, laid: Laid) -> None:
    """Note the account, and the password where no keyring has it; the way stands first where it is new."""
    desk.passing.clear()
    if laid.password is not None and not laid.in_keyring:
        desk.passing[_name(account)] = laid.password
    desk.settings.choose(_KEY, rules.as_values(account))
    order = desk.settings["hand_over"]
    if _WAY not in order:
        desk.settings.choose("hand_over", (_WAY, *order))
    with suppress(DiskError):  # then what waits is tried when it would have been
        outgoing.hurry(desk.store, desk.now())
        desk.tell("outgoing")


def lift(held: Hold) -> None:
    """Take the password out of the keyring; a SecretsUnavailableError where it stays there."""
    if held.of is not None:
        patient(held.secrets).remove(_name(held.of))


def settle_removed(desk: Desk) -> None:
    """Note that there is no account any more; nor is there its way of handing over."""
    desk.passing.clear()
    desk.settings.choose(_KEY, {})
    desk.settings.choose("hand_over", tuple(way for way in desk.settings["hand_over"] if way != _WAY))


def check(held: Hold, account: MailAccount, password: str | None) -> None:
    """Connect and log in, to send nothing; an AmdeskError with the server's words where it does not let in.

    It takes as long as the server does: from a window, in a thread.
    """
    from amdesk.system import smtp

    found = password or _password(replace(held, secrets=patient(held.secrets)))
    if found is None:
        raise no_password()
    smtp.Courier(account, found).check()


def no_password() -> AmdeskError:
    """What is said where nobody has typed the password, and nothing has kept it."""
    return AmdeskError(N_("Type the password."), beside="password")


def _password(held: Hold) -> str | None:
    if held.of is None:
        return None
    return _passing(held) or held.secrets.get(_name(held.of))


def _passing(held: Hold) -> str | None:
    return held.passing.get(_name(held.of)) if held.of is not None else None


def _name(account: MailAccount) -> str:
    """Under which name the keyring has the password."""
    return f"smtp {account.user}@{account.server}"
