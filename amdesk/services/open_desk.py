"""Setting up a desk: on the person's folder, or in memory."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from pathlib import Path

from amdesk.services.desk import Desk
from amdesk.store import opening
from amdesk.store.store import Store
from amdesk.system import paths
from amdesk.system.mailer import MailProgram, SystemMail
from amdesk.system.settings import Settings


def _now() -> datetime:
    return datetime.now(UTC)


def open_desk(
    folder: Path | None = None,
    *,
    clock: Callable[[], datetime] = _now,
    zone: tzinfo | None = None,
    mail: MailProgram | None = None,
) -> Desk:
    """The desk on a folder (the person's own when none is named), made there if it is not yet.

    Raises an AmdeskError when the file cannot be opened, is not ours, or is open elsewhere.
    """
    place = paths.data_folder(folder)
    store = Store(opening.open_file(paths.library(place)))
    return Desk(
        store=store,
        clock=clock,
        settings=Settings(place / "settings.json"),
        mail=mail or SystemMail(place / "drafts"),
        zone=zone or _local_zone(),
        folder=place,
    )


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


def _local_zone() -> tzinfo:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    name = _zone_name()
    try:
        return ZoneInfo(name) if name else _offset_now()
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return _offset_now()


def _offset_now() -> tzinfo:
    """The machine's distance from UTC; none where what TZ says is no distance at all."""
    try:
        return datetime.now().astimezone().tzinfo or UTC
    except ValueError:
        return UTC


def _zone_name() -> str | None:
    """The IANA name of the machine's zone where it says one: TZ, or where /etc/localtime points."""
    import os

    if named := os.environ.get("TZ"):
        return named.lstrip(":")
    link = os.path.realpath("/etc/localtime")
    return link.split("/zoneinfo/", 1)[1] if "/zoneinfo/" in link else None
