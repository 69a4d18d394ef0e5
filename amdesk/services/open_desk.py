"""Setting up a desk: on the person's folder, or in memory."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from pathlib import Path

from amdesk.domain.errors import CannotOpenError
from amdesk.domain.key import Key
from amdesk.domain.messages import N_, Message
from amdesk.services import folder_key, key_pages, key_state, leftovers
from amdesk.services.desk import Desk
from amdesk.store import opening, plain, probing
from amdesk.store.driver import Connection
from amdesk.store.store import Store
from amdesk.system import dialler, paths
from amdesk.system.disk import keep_to_oneself
from amdesk.system.mailer import MailProgram, SystemMail
from amdesk.system.secrets import Secrets, SystemSecrets
from amdesk.system.settings import Settings
from amdesk.system.zone import LocalZone


def now() -> datetime:
    """This moment: the one place that asks the machine."""
    return datetime.now(UTC)


def open_desk(
    folder: Path | None = None,
    *,
    secrets: Secrets | None = None,
    key: Key | None = None,
    clock: Callable[[], datetime] = now,
    zone: tzinfo | None = None,
    mail: MailProgram | None = None,
    dial: Callable[[str], bool] = dialler.dial,
    at_once: bool = True,
) -> Desk:
    """The desk on a folder (the person's own when none is named), made there if it is not yet.

    Its key is asked of ``secrets`` (the session's keyring), unless it is known already. Raises an AmdeskError
    when the file cannot be opened, is not ours, or is open elsewhere; a NeedsKeyError where the key is not to
    be had. Where not all is to be done ``at_once``, what keeps one waiting is left to who can show that: a
    ToEncryptError for a large file of before, a ToLookThroughError for one that a crash left open.
    """
    place, secrets, notes = place_of(folder), secrets or SystemSecrets(), list[Message]()
    key_pages.mend(place)
    found = None if key_state.is_plain_sample(place) else key or folder_key.ask(place, secrets)
    if found is not None and not at_once and plain.is_large(paths.library(place)):
        from amdesk.services.encrypting import ToEncryptError

        raise ToEncryptError(place, found)
    if found is not None and not at_once and probing.keeps_waiting(paths.library(place)):
        from amdesk.services.looking_through import ToLookThroughError

        raise ToLookThroughError(place, found)
    found, connection = _opened_by(place, found, secrets, notes=notes)
    desk = Desk(
        store=Store(connection),
        clock=clock,
        settings=Settings(place / "settings.json"),
        mail=mail or SystemMail(paths.drafts(place)),
        zone=zone or LocalZone(),
        folder=place,
        dial=dial,
        key=found,
        secrets=secrets,
        notes=tuple(notes),
    )
    leftovers.sweep(desk)
    return desk


def place_of(folder: Path | None) -> Path:
    """The folder of a desk, the person's own where none is named; where its data were moved, that one.

    Raises a CannotOpenError where it is not there.
    """
    place = paths.data_folder(folder)
    if place != paths.named_folder(folder) and not any(
        one.exists() for one in (paths.library(place), paths.sidecar(place))
    ):
        raise CannotOpenError(
            N_(
                "Your data was moved to {folder}, and nothing of it is there now. Connect the disk that "
                "it is on, and try again."
            ),
            reason="no_folder", folder=place,
        )  # fmt: skip
    refuse_absent(place)
    return place


def refuse_absent(folder: Path) -> None:
    """What was named and is nowhere may lie on a disk that is not connected: nothing is made in its stead."""
    if not paths.can_be_made(folder):
        raise CannotOpenError(
            N_(
                "The folder {folder} is not there, nor is the one it should lie in. Connect the disk that it "
                "is on, or name another folder."
            ),
            reason="no_folder", folder=folder,
        )  # fmt: skip


def _opened_by(
    folder: Path, key: Key | None, secrets: Secrets, *, notes: list[Message]
) -> tuple[Key | None, Connection]:
    """The file of a folder, and the key that opens it: another than the one given where that is not its."""
    try:
        return key, _opened(folder, key, notes)
    except CannotOpenError as error:
        if key is None or error.reason not in {"damaged", "wrong_key"}:
            raise
        from amdesk.services import lost_pages

        other = lost_pages.another(folder, key, secrets)
        if other is None:
            raise
        return other, _opened(folder, other, notes)


def _opened(folder: Path, key: Key | None, notes: list[Message]) -> Connection:
    """The file of a folder, encrypted now where it is one of before."""
    library = paths.library(folder)
    if key is not None:
        key_state.refuse_to_begin(folder)
    try:
        if key is not None and plain.is_plain(library):
            plain.encrypt(library, key)
        connection = opening.open_file(library, key, notes=notes)
    except CannotOpenError as error:
        if error.reason == "damaged" and key is not None and (refusal := key_state.refusal_of(folder, key)):
            raise refusal from error
        raise
    if key is not None:
        key_pages.settle(folder, key, connection)
        keep_to_oneself(folder)
    return connection


def open_in_memory(
    *, clock: Callable[[], datetime] = now, zone: tzinfo = UTC, mail: MailProgram | None = None
) -> Desk:
    """A desk that is gone when it is closed: for tests, trials and pictures."""
    import tempfile

    return Desk(
        store=Store(opening.open_memory()),
        clock=clock,
        settings=Settings(),
        mail=mail or SystemMail(Path(tempfile.gettempdir()) / "amdesk-drafts"),
        zone=zone,
    )
