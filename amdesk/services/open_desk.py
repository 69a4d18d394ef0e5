"""Setting up a desk: on the person's folder, or in memory."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from pathlib import Path

from amdesk.services import leftovers
from amdesk.services.desk import Desk
from amdesk.store import opening
from amdesk.store.store import Store
from amdesk.system import dialler, paths
from amdesk.system.mailer import MailProgram, SystemMail
from amdesk.system.settings import Settings
from amdesk.system.zone import LocalZone


def _now() -> datetime:
    return datetime.now(UTC)


def open_desk(
    folder: Path | None = None,
    *,
    clock: Callable[[], datetime] = _now,
    zone: tzinfo | None = None,
    mail: MailProgram | None = None,
    dial: Callable[[str], bool] = dialler.dial,
) -> Desk:
    """The desk on a folder (the person's own when none is named), made there if it is not yet.

    Raises an AmdeskError when the file cannot be opened, is not ours, or is open elsewhere.
    """
    place = paths.data_folder(folder)
    store = Store(opening.open_file(paths.library(place)))
    desk = Desk(
        store=store,
        clock=clock,
        settings=Settings(place / "settings.json"),
        mail=mail or SystemMail(paths.drafts(place)),
        zone=zone or LocalZone(),
        folder=place,
        dial=dial,
    )
    leftovers.sweep(desk)
    return desk


def open_in_memory(
    *, clock: Callable[[], datetime] = _now, zone: tzinfo = UTC, mail: MailProgram | None = None
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
