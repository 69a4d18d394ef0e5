"""``amdesk tasks [TEXT]``: who owes what by when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

import click

from amdesk.cli.options import as_json, as_of
from amdesk.cli.output import document, tell
from amdesk.cli.session import Session
from amdesk.cli.task_rows import record, show
from amdesk.domain.messages import N_, Message
from amdesk.domain.task import SIDES, TaskLine
from amdesk.i18n.catalog import _
from amdesk.services import clients, tasks
from amdesk.services.desk import Desk

_AT_ONCE = 200


@click.command("tasks", help=_("List open tasks as they fall due, all of them or those that match a text."))
@click.argument("text", default="")
@click.option("--client", metavar="CLIENT", help=_("Only the tasks of this client: a code or a name."))
@click.option(
    "--side", "sides", type=click.Choice(SIDES), multiple=True,
    help=_("Only tasks of this side; may be given several times."),
)  # fmt: skip
@click.option("--done", "settled", is_flag=True, help=_("List settled tasks instead, the newest first."))
@as_json
@as_of
@click.pass_obj
def command(
    session: Session, text: str, *, client: str | None, sides: tuple[str, ...], settled: bool, as_json: bool,
    as_of: datetime | None,
) -> None:  # fmt: skip
    """List tasks."""
    with session.desk(as_of) as desk:
        client_id = clients.named(desk, client) if client else None
        found = tasks.find(desk, text, settled=settled, sides=sides, client_id=client_id)
        lines = list(_lines(desk, found))
        if as_json:
            document([record(one) for one in lines])
        elif lines:
            show(desk, lines)
        else:
            narrowed = bool(text.strip() or sides or client or settled)
            tell(Message.of(N_("No task matches.") if narrowed else N_("No task is open.")))


def _lines(desk: Desk, ids: Sequence[int]) -> Iterator[TaskLine]:
    for start in range(0, len(ids), _AT_ONCE):
        yield from tasks.lines(desk, ids[start : start + _AT_ONCE])
