"""``amdesk restore FILE``: the records of a backup in the place of those that are here."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

import click

from amdesk.cli.options import as_json
from amdesk.cli.output import document, line, table
from amdesk.cli.progress import follow
from amdesk.cli.session import Session
from amdesk.cli.unlocking import asked, key_of_backup, open_desk
from amdesk.domain.errors import AmdeskError, BackupNeedsKeyError, CannotOpenError, NeedsKeyError
from amdesk.domain.key import Key
from amdesk.i18n.catalog import _
from amdesk.services import backups, folder_key, recovery
from amdesk.services.backups import Contents
from amdesk.services.unlocked import given
from amdesk.system.secrets import SecretsUnavailableError, SystemSecrets

# Why a file cannot be opened, where a backup in its place mends it; and where what is brought for the backup
# may open the file itself as well.
_MENDED = frozenset({"damaged", "empty", "missing_file", "not_ours"})
_LOST = frozenset({"no_entry", "wrong_key", "keyring_gone"})


@click.command("restore", help=_("Put the records of the backup FILE in the place of those that are here."))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help=_("Tell what it would bring, and change nothing."))
@as_json
@click.pass_obj
def command(session: Session, file: Path, *, dry_run: bool, as_json: bool) -> None:
    """Restore a backup; what was here before is backed up first, and where to is said."""
    restore = partial(_restore, session, file, dry_run=dry_run, as_json=as_json)
    try:
        restore(ask=_unless_lost)
    except CannotOpenError as error:
        if dry_run or error.reason not in _MENDED | _LOST:
            raise
        brought = _bring_back(error, file, as_json=as_json)
        if brought is not None:
            restore(ask=lambda _error: brought)


def _unless_lost(error: NeedsKeyError) -> Key:
    """What is lacking is asked for, but not the code of a file in whose place a backup is to be put."""
    if error.reason in _LOST:
        raise error
    return asked(error)


def _bring_back(error: CannotOpenError, file: Path, *, as_json: bool) -> Key | None:
    """Put the backup in the place of a file that cannot be opened, and say where that is kept now.

    Where what was brought for the backup opens the file after all, all is left as it is: that key is
    returned.
    """
    key = given(error.folder)
    if key is None:
        with suppress(AmdeskError):
            key = recovery.key_of(error.folder)
    try:
        aside = follow(recovery.bring_back(error.folder, file, key), _("Restoring"))
    except BackupNeedsKeyError as needs:
        key = key_of_backup(needs, folder=error.folder)
        if error.reason in _LOST and recovery.opens(error.folder, key):
            with suppress(SecretsUnavailableError):
                folder_key.remember(error.folder, key, SystemSecrets())
            return key
        aside = follow(recovery.bring_back(error.folder, file, key), _("Restoring"))
    if as_json:
        document({"file": str(file), "before": str(aside) if aside else None})
    elif aside is not None:
        line(_("What could not be opened is kept in {file}.").format(file=aside))
    return None


def _restore(
    session: Session, file: Path, *, ask: Callable[[NeedsKeyError], Key], dry_run: bool, as_json: bool
) -> None:
    with session.desk(opener=partial(open_desk, ask=ask)) as desk:
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
