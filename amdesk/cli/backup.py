"""``amdesk backup [FILE]``: everything in one file, read back before it counts."""

from __future__ import annotations

from pathlib import Path

import click

from amdesk.cli.options import as_json
from amdesk.cli.output import document, line
from amdesk.cli.progress import follow
from amdesk.cli.session import Session
from amdesk.i18n.catalog import _
from amdesk.services import backups


@click.command("backup", help=_("Write everything into one FILE, or beside your data where none is named."))
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path), metavar="[FILE]")
@as_json
@click.pass_obj
def command(session: Session, file: Path | None, *, as_json: bool) -> None:
    """Back up, and say where to."""
    with session.desk() as desk:
        made = follow(backups.back_up(desk, file), _("Backing up"))
    if as_json:
        document({"file": str(made), "bytes": made.stat().st_size})
    else:
        line(str(made))
