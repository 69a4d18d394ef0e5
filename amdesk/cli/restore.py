"""``amdesk restore FILE``: the records of a backup in the place of those that are here."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import click

from amdesk.cli.options import as_json
from amdesk.cli.output import document, line, table
from amdesk.cli.progress import follow
from amdesk.cli.session import Session
from amdesk.cli.unlocking import key_of_backup
from amdesk.domain.errors import AmdeskError, BackupNeedsKeyError, CannotOpenError
from amdesk.i18n.catalog import _
from amdesk.services import backups, recovery
from amdesk.services.backups import Contents
from amdesk.services.unlocked import given

# Why a file cannot be opened, where a backup in its place mends it.
_MENDED = frozenset({"damaged", "empty", "missing_file"})


@click.command("restore", help=_("Put the records of the backup FILE in the place of those that are here."))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help=_("Tell what it would bring, and change nothing."))
@as_json
@click.pass_obj
def command(session: Session, file: Path, *, dry_run: bool, as_json: bool) -> None:
    """Restore a backup; what was here before is backed up first, and where to is said."""
    try:
        _restore(session, file, dry_run=dry_run, as_json=as_json)
    except CannotOpenError as error:
        if dry_run or error.reason not in _MENDED:
            raise
        aside = _bring_back(error, file)
        if as_json:
            document({"file": str(file), "before": str(aside) if aside else None})
        elif aside is not None:
            line(_("What could not be opened is kept in {file}.").format(file=aside))


def _bring_back(error: CannotOpenError, file: Path) -> Path | None:
    """Put the backup in the place of a file that cannot be opened; where that is kept now."""
    key = given(error.folder)
    if key is None:
        with suppress(AmdeskError):
            key = recovery.key_of(error.folder)
    try:
        return follow(recovery.bring_back(error.folder, file, key), _("Restoring"))
    except BackupNeedsKeyError as needs:
        return follow(recovery.bring_back(error.folder, file, key_of_backup(needs)), _("Restoring"))


def _restore(session: Session, file: Path, *, dry_run: bool, as_json: bool) -> None:
    with session.desk() as desk:
        key = None
        try:
            found = follow(backups.look(desk, file), _("Reading"))
        except BackupNeedsKeyError as error:
            key = key_of_backup(error)
            found = follow(backups.look(desk, file, key=key), _("Reading"))
        before = None if dry_run else follow(backups.restore(desk, file, key=key), _("Restoring"))
    if as_json:
        document({
            "file": str(file), "made_at": found.made_at.isoformat(), "counts": dict(found.counts),
            "now": dict(found.now), "before": str(before) if before else None,
        })  # fmt: skip
        return
    _show(found)
    if before is not None:
        line(_("What was here before is kept in {file}.").format(file=before))


def _show(found: Contents) -> None:
    rows = [
        [_(words), str(found.now[noun]), str(found.counts[noun])]
        for noun, words in backups.COUNTED.items()
        if found.counts[noun] or found.now[noun]
    ]
    table([_("What"), _("Now"), _("In the backup")], rows)
