"""``amdesk check``: read the whole file and tell whether it is sound."""

from __future__ import annotations

import click

from amdesk.cli.options import as_json
from amdesk.cli.output import document, line, plain
from amdesk.cli.session import Session
from amdesk.domain.errors import AmdeskError
from amdesk.i18n.catalog import _
from amdesk.services.check import check


@click.command("check", help=_("Read the whole file and tell whether it is sound."))
@as_json
@click.pass_obj
@click.pass_context
def command(ctx: click.Context, session: Session, *, as_json: bool) -> None:
    """Read the whole file and tell whether it is sound; one that cannot even be opened is not."""
    try:
        with session.desk() as desk:
            problems = [plain(problem) for problem in check(desk)]
    except AmdeskError as error:
        if as_json:
            document({"ok": False, "problems": [plain(error.message)]})
        raise
    if as_json:
        document({"ok": not problems, "problems": problems})
    else:
        for problem in problems or [_("The file is sound.")]:
            line(problem)
    ctx.exit(1 if problems else 0)
