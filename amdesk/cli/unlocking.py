"""The desk for a command: its key from the environment, the keyring, or what is typed on the terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path

import click

from amdesk.cli.output import tell
from amdesk.domain.errors import AmdeskError, BackupNeedsKeyError, NeedsKeyError
from amdesk.domain.key import Key
from amdesk.domain.messages import N_, Message
from amdesk.i18n.catalog import _
from amdesk.services import backup_keys, folder_key, key_state, keys, recovery
from amdesk.services.desk import Desk
from amdesk.services.open_desk import now
from amdesk.services.unlocked import open_here
from amdesk.system import paths
from amdesk.system.secrets import (
    SecretsUnavailableError,
    SystemSecrets,
    passphrase_of_environment,
    recovery_code_of_environment,
)


def open_desk(
    folder: Path | None,
    *,
    clock: Callable[[], datetime] = now,
    ask: Callable[[NeedsKeyError], Key] | None = None,
) -> Desk:
    """The desk on a folder; what was never there before says on stderr how its recovery code is taken.

    Whoever knows more of what is lacking can ``ask`` for the key in another way.
    """
    new = not paths.library(paths.data_folder(folder)).exists()
    desk = open_here(folder, clock=clock, ask=ask or asked)
    if new and keys.needs_code(desk):
        tell(Message.of(N_(
            "Your data is encrypted. Take its recovery code with “amdesk recovery-code”, or in the window: "
            "without it nobody can open a backup on another machine."
        )))  # fmt: skip
    return desk


def asked(error: NeedsKeyError) -> Key:
    """The key by what the person types; the refusal, with what to do, where nobody can."""
    if error.by_code and (given := recovery_code_of_environment()):
        return _put_back(error, folder_key.by_code(error.folder, given))
    if not can_ask():
        raise _without_terminal(error) from error
    if may_choose(error):
        tell(error.message)
        chosen = click.prompt(_("Passphrase"), hide_input=True, confirmation_prompt=True, err=True)
        return folder_key.start_with_passphrase(error.folder, chosen)
    if not (error.by_code or error.by_passphrase):
        raise error
    if error.reason == "passphrase":
        return key_typed(error.folder, click.prompt(_("Passphrase"), hide_input=True, err=True))
    tell(error.message)
    words = _("Recovery code or passphrase") if error.by_passphrase else _("Recovery code")
    return _put_back(error, key_typed(error.folder, click.prompt(words, hide_input=True, err=True)))


def _put_back(error: NeedsKeyError, key: Key) -> Key:
    """Keep a key that was brought, where there is a keyring; an AmdeskError where it was tried already."""
    key_state.not_tried(error, key)
    with suppress(SecretsUnavailableError):
        folder_key.remember(error.folder, key, SystemSecrets())
    return key


def may_choose(error: NeedsKeyError) -> bool:
    """Whether a passphrase can be chosen: nothing is encrypted yet, and no keyring is there or opens here."""
    return error.reason == "choose_passphrase" or (error.reason == "keyring_locked" and error.is_new)


def key_typed(folder: Path, typed: str) -> Key:
    """The key of a folder by its passphrase or by its recovery code, whichever it was."""
    if paths.passphrase_key(folder).is_file():
        try:
            return folder_key.by_passphrase(folder, typed)
        except AmdeskError:
            with suppress(AmdeskError):
                return folder_key.by_code(folder, typed)
            raise
    return folder_key.by_code(folder, typed)


def key_of_backup(error: BackupNeedsKeyError, *, folder: Path | None = None) -> Key:
    """The key of a backup by its recovery code: in the environment, or typed.

    Where the file of its ``folder`` cannot be opened, what opens that counts as well.
    """
    read = partial(recovery.key_by, folder) if folder is not None else backup_keys.key_of
    given = recovery_code_of_environment()
    if given:
        return read(error.file, given)
    if words := passphrase_of_environment():
        with suppress(AmdeskError):  # it may be that of the file here
            return read(error.file, words)
    if not can_ask():
        raise AmdeskError(
            N_("{why} Type it on a terminal, or put it into the variable AMDESK_RECOVERY_CODE."),
            why=error.message,
        ) from error
    tell(error.message)
    either = backup_keys.has_passphrase(error.file)
    words = _("Recovery code or passphrase") if either else _("Recovery code")
    return read(error.file, click.prompt(words, hide_input=True, err=True))


def new_passphrase() -> str:
    """A passphrase for something new: from the environment, or typed twice."""
    given = passphrase_of_environment()
    if given:
        return given
    if not can_ask():
        raise AmdeskError(
            N_("There is no terminal to type a passphrase on. Put it into the variable AMDESK_PASSPHRASE.")
        )
    return str(click.prompt(_("New passphrase"), hide_input=True, confirmation_prompt=True, err=True))


def can_ask() -> bool:
    """Whether a person sits before a terminal."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def _without_terminal(error: NeedsKeyError) -> AmdeskError:
    if error.by_code and error.reason in {"no_entry", "wrong_key", "keyring_gone"}:
        return AmdeskError(
            N_(
                "{why} Type the recovery code on a terminal, or put it into the variable "
                "AMDESK_RECOVERY_CODE."
            ),
            why=error.message,
        )
    if error.reason != "missing_file" and (may_choose(error) or error.by_passphrase):
        return AmdeskError(
            N_("{why} Type it on a terminal, or put it into the variable AMDESK_PASSPHRASE."),
            why=error.message,
        )
    return error
