"""``amdesk prepare CLIENT FILE``: what is worth knowing before a meeting, for the person themself."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from amdesk.cli.leaf_file import LeafFile, write
from amdesk.cli.options import as_json, as_of
from amdesk.cli.session import Session
from amdesk.i18n.catalog import _
from amdesk.services import clients, preparing


@click.command(
    "prepare",
    help=_(
        "Write what is worth knowing before a meeting into FILE (.html or .pdf). It is not for the client."
    ),
)
@click.argument("client")
@click.argument("file", type=LeafFile())
@as_json
@as_of
@click.pass_obj
def command(session: Session, client: str, file: Path, *, as_json: bool, as_of: datetime | None) -> None:
    """Write the page to read before a meeting."""
    with session.desk(as_of) as desk:
        page = preparing.compose(desk, clients.named(desk, client))
        write(session, desk, page, file, as_json=as_json)
