"""``amdesk report CLIENT FILE``: a month of a client's goals, what was done and what is next."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from amdesk.cli.leaf_file import LeafFile, write
from amdesk.cli.options import as_json, as_of
from amdesk.cli.session import Session
from amdesk.i18n.catalog import _
from amdesk.services import clients, reports


@click.command(
    "report", help=_("Write the monthly report into FILE (.html or .pdf), in the language of the client.")
)
@click.argument("client")
@click.argument("file", type=LeafFile())
@click.option(
    "--month", metavar="YYYY-MM", help=_("A month of the client’s calendar; else the last one that is over.")
)
@click.option("--shared", is_flag=True, help=_("Record that the client has it."))
@as_json
@as_of
@click.pass_obj
def command(
    session: Session, client: str, file: Path, *, month: str | None, shared: bool, as_json: bool,
    as_of: datetime | None,
) -> None:  # fmt: skip
    """Write the monthly report."""
    with session.desk(as_of) as desk:
        client_id = clients.named(desk, client)
        first = reports.month(desk, client_id, month) if month else None
        page = reports.compose(desk, client_id, first)
        write(session, desk, page, file, shared=shared, as_json=as_json)
