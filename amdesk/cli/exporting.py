"""``amdesk export DIR``: everything, as files that any program reads and that our own import takes back."""

from __future__ import annotations

from pathlib import Path

import click

from amdesk.cli.options import Folder, as_json
from amdesk.cli.output import document, line
from amdesk.cli.progress import follow
from amdesk.cli.session import Session
from amdesk.i18n.catalog import _
from amdesk.services import exchange


@click.command(
    "export", help=_("Write everything into the folder DIR as CSV, XLSX, vCard, iCalendar and JSON.")
)
@click.argument("folder", type=Folder(), metavar="DIR")
@click.option(
    "--format", "formats", multiple=True, type=click.Choice(exchange.FORMATS), default=exchange.FORMATS,
    help=_("Only this format; may be given again."),
)  # fmt: skip
@click.option("--relatives", is_flag=True, help=_("Also the relatives of contacts and their personal dates."))
@as_json
@click.pass_obj
def command(
    session: Session, folder: Path, *, formats: tuple[str, ...], relatives: bool, as_json: bool
) -> None:
    """Write everything into a folder."""
    with session.desk() as desk:
        work = exchange.export(desk, folder, formats=formats, relatives=relatives)
        files = follow(work, _("Exporting"))
    if as_json:
        document({"files": [str(file) for file in files]})
    else:
        for file in files:
            line(str(file))
