"""``amdesk backup [FILE]``: everything in one file, read back before it counts."""

from __future__ import annotations

from pathlib import Path

import click

from amdesk.cli.options import as_json
from amdesk.cli.output import document, line
from amdesk.cli.progress import follow
from amdesk.cli.session import Session
from amdesk.cli.unlocking import new_passphrase
from amdesk.i18n.catalog import _
from amdesk.services import backups


@click.command("backup", help=_("Write everything into one FILE, or beside your data where none is named."))
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path), metavar="[FILE]")
@click.option(
    "--passphrase", "has_passphrase", is_flag=True,
    help=_("Let a passphrase open it as well: typed on the terminal, or taken from AMDESK_PASSPHRASE."),
)  # fmt: skip
@as_json
@click.pass_obj
def command(session: Session, file: Path | None, *, has_passphrase: bool, as_json: bool) -> None:
    """Back up, and say where to."""
    with session.desk() as desk:
        words = new_passphrase() if has_passphrase else ""
        made = follow(backups.back_up(desk, file, passphrase=words), _("Backing up"))
    if as_json:
        document({"file": str(made), "bytes": made.stat().st_size})
    else:
        line(str(made))
