"""``amdesk demo``: the sample portfolio, in a folder of its own."""

from __future__ import annotations

from pathlib import Path

import click

from amdesk.cli.session import Session
from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_
from amdesk.i18n.catalog import _
from amdesk.services import sample
from amdesk.system.paths import demo_folder


@click.command(
    "demo", help=_("Open the sample portfolio: forty clients in five languages, in a folder of its own.")
)
@click.option(
    "--once",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="PICTURE",
    help=_("Draw the first page, save it as this picture, and end."),
)
@click.option("--fresh", is_flag=True, help=_("Make the sample anew, dated from today."))
@click.pass_obj
def command(session: Session, *, once: Path | None, fresh: bool) -> int:
    """Open the sample portfolio."""
    folder = demo_folder(session.folder)
    if fresh:
        sample.clear(folder)
    sample.provide(folder)
    code = session.window(folder, language=session.language, picture=once)
    if once is not None and code:
        raise AmdeskError(
            N_("The picture could not be saved as {file}. Choose another folder, or make room."),
            file=str(once),
        )
    return code
