"""``amdesk sheet CLIENT FILE``: goals, plan and promises as the client sees them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from amdesk.cli.leaf_file import LeafFile, write
from amdesk.cli.options import as_json, as_of
from amdesk.cli.session import Session
from amdesk.i18n.catalog import _
from amdesk.services import clients, sheets


@click.command(
    "sheet", help=_("Write the client sheet into FILE (.html or .pdf), in the language of the client.")
)
@click.argument("client")
@click.argument("file", type=LeafFile())
@click.option(
    "--shared", is_flag=True, help=_("Record that the client has it; the next one says what is new.")
)
@as_json
@as_of
@click.pass_obj
def command(
    session: Session, client: str, file: Path, *, shared: bool, as_json: bool, as_of: datetime | None
) -> None:
    """Write the client sheet."""
    with session.desk(as_of) as desk:
        page = sheets.compose(desk, clients.named(desk, client)).page
        write(session, desk, page, file, shared=shared, as_json=as_json)
