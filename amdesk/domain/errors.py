"""What a person can mend, said as a sentence."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal, TypeAlias

from amdesk.domain.messages import N_, Message


class AmdeskError(Exception):
    """Something the person can mend: ``message`` says what is wrong, where, and what to do.

    ``beside`` names the field of a form that it is about, where it is about one. Everything else that is
    raised is a bug and is shown as one.
    """

    def __init__(self, text: str | Message, /, *, beside: str = "", **fields: object) -> None:
        self.message = text if isinstance(text, Message) else Message(text, fields)
        self.beside = beside
        super().__init__(str(self.message))


_GONE = {
    "client": N_("This client is no longer in the file."),
    "contact": N_("This contact is no longer in the file."),
    "address": N_("This address is no longer in the file."),
    "interaction": N_("This call is no longer in the file."),
    "summary": N_("This summary is no longer in the file."),
    "point": N_("This point is no longer in the file."),
    "reminder": N_("This reminder is no longer in the file."),
    "relative": N_("This relative is no longer in the file."),
    "personal_date": N_("This personal date is no longer in the file."),
    "goal": N_("This goal is no longer in the file."),
    "measurement": N_("This measurement is no longer in the file."),
    "milestone": N_("This milestone is no longer in the file."),
    "planned_action": N_("This planned action is no longer in the file."),
    "client_share": N_("This sheet is no longer in the file."),
    "task": N_("This task is no longer in the file."),
    "question": N_("This question is no longer in the file."),
    "outgoing": N_("This mail is no longer in the outbox."),
    "attachment": N_("This file is no longer attached."),
}


def gone(noun: str) -> AmdeskError:
    """What is said of a record, named as in the file, that is asked for and no longer there."""
    what = Message(_GONE.get(noun, N_("This is no longer in the file.")))
    return AmdeskError(N_("{gone} If you have just undone it, redo it; otherwise go back."), gone=what)


class DamagedError(AmdeskError):
    """A part of the file cannot be read; the rest of it can, and nothing was changed."""

    def __init__(self) -> None:
        super().__init__(
            N_(
                "A part of your file is damaged and cannot be read. Nothing was changed, and the rest works. "
                "Restore a backup, or save what can be read."
            )
        )


class DiskError(AmdeskError):
    """The disk takes no more; nothing was changed, and once it does again all is well."""


class CannotOpenError(AmdeskError):
    """The person's file cannot be opened; ``folder`` is where it lies, and a field of the sentence.

    ``reason`` names the kind: who shows it in a window has a page for each, with the ways on.
    """

    def __init__(self, text: str, /, *, reason: str, folder: Path, **fields: object) -> None:
        super().__init__(Message(text, {"folder": str(folder), **fields}))
        self.reason = reason
        self.folder = folder


class AlreadyOpenError(CannotOpenError):
    """The person's file is open in another amdesk."""

    def __init__(self, text: str, /, *, folder: Path, **fields: object) -> None:
        super().__init__(text, reason="in_use", folder=folder, **fields)


WhyNoKey: TypeAlias = Literal[
    "choose_passphrase",
    "passphrase",
    "keyring_locked",
    "keyring_gone",
    "no_entry",
    "wrong_key",
    "missing_file",
]
_NO_KEY: dict[WhyNoKey, str] = {
    "choose_passphrase": N_(
        "There is no keyring here to keep the key of your data. Choose a passphrase, which is then asked for "
        "at each start."
    ),
    "passphrase": N_("The data in {folder} opens with your passphrase."),
    "keyring_locked": N_("The keyring that holds the key of your data is locked. Unlock it and try again."),
    "keyring_gone": N_(
        "The key of your data is in a keyring, and none answers here. Start it and try again, or use the "
        "recovery code."
    ),
    "no_entry": N_("The keyring has no key for the data in {folder}. {advice}"),
    "wrong_key": N_("The key is not that of the data in {folder}. {advice}"),
    "missing_file": N_(
        "The key of your data is in {folder}, but the file with the records is gone. Put it back, or restore "
        "a backup."
    ),
}
# What helps without the right key, by whether a recovery code and a passphrase open the data.
_ADVICE = {
    (True, True): N_("Type your passphrase or the recovery code, or restore a backup."),
    (True, False): N_("Use the recovery code, or restore a backup."),
    (False, True): N_("Type your passphrase, or restore a backup."),
    (False, False): N_("Restore a backup."),
}


_ENCRYPTED = N_("{file} is encrypted with a key that is not here. Type the recovery code it was made with.")
_ENCRYPTED_ON = N_("{file} is encrypted with a key that is not here. Type the recovery code of {day}.")
_OR_WORDS = N_(
    "{file} is encrypted with a key that is not here. Type its passphrase, or the recovery code it was made "
    "with."
)
_OR_WORDS_ON = N_(
    "{file} is encrypted with a key that is not here. Type its passphrase, or the recovery code of {day}."
)


class BackupNeedsKeyError(AmdeskError):
    """A backup is encrypted with another key than the file that is open; ``file`` is the backup.

    The recovery code of a ``day`` opens it, where that is known; ``by_passphrase``, words do as well.
    """

    def __init__(self, file: Path, day: date | None = None, *, by_passphrase: bool = False) -> None:
        by_code = (_ENCRYPTED, _ENCRYPTED_ON)
        text = ((_OR_WORDS, _OR_WORDS_ON) if by_passphrase else by_code)[day is not None]
        super().__init__(text, file=file.name, day=day)
        self.file = file


_NO_KEY_YET = N_(
    "The keyring in which the key of your data is to be kept is locked. Unlock it and try again, or choose a "
    "passphrase."
)


class NeedsKeyError(CannotOpenError):
    """The person's file is not opened for want of its key, and nothing was changed.

    ``by_code`` and ``by_passphrase`` tell what would open it, ``tried`` the id of a key that does not. Where
    it ``is_new`` there is no file yet, and its key has still to be kept somewhere.
    """

    def __init__(
        self,
        folder: Path,
        reason: WhyNoKey,
        *,
        by_code: bool = False,
        by_passphrase: bool = False,
        tried: str = "",
        is_new: bool = False,
    ) -> None:
        text = _NO_KEY_YET if is_new and reason == "keyring_locked" else _NO_KEY[reason]
        advice = Message(_ADVICE[by_code, by_passphrase])
        super().__init__(text, reason=reason, folder=folder, advice=advice)
        self.by_code, self.by_passphrase, self.tried, self.is_new = by_code, by_passphrase, tried, is_new
