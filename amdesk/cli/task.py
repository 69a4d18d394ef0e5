"""``amdesk task …``: setting a task, and saying that it is done."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from amdesk.cli.options import as_json, as_of, day
from amdesk.cli.output import document, line
from amdesk.cli.session import Session
from amdesk.cli.task_rows import record
from amdesk.domain.messages import N_, Message
from amdesk.domain.task import SIDES
from amdesk.i18n.catalog import _, sentence
from amdesk.services import attachments, clients, goals, tasks
from amdesk.services.desk import Desk

_FILE = click.Path(dir_okay=False, path_type=Path)


@click.group("task", help=_("Set a task, or say that it is done."))
def command() -> None:
    """One task."""


@click.command("add", help=_("Set a task for oneself, a colleague, the client or a third party."))
@click.argument("title")
@click.option("--client", metavar="CLIENT", help=_("The client it is for: a code or a name."))
@click.option("--goal", metavar="GOAL", help=_("The goal of the client that it serves."))
@click.option("--side", type=click.Choice(SIDES), help=_("Who owes it; a colleague where a name is given."))
@click.option("--who", default="", metavar="NAME", help=_("Who does it."))
@click.option("--mail", default="", metavar="ADDRESS", help=_("Where they are written to."))
@click.option("--start", metavar="DATE", help=_("The day it starts on."))
@click.option("--due", metavar="DATE", help=_("The day it is due on."))
@click.option("--result", default="", metavar="TEXT", help=_("What is expected to come out of it."))
@click.option("--requirements", default="", metavar="TEXT", help=_("What has to be kept to."))
@click.option("--important", is_flag=True, help=_("It is important."))
@click.option("--urgent", is_flag=True, help=_("It is urgent."))
@click.option("--promise", is_flag=True, help=_("The client was promised it."))
@click.option(
    "--file", "files", type=_FILE, multiple=True, metavar="FILE",
    help=_("A file that goes with it; may be given several times."),
)  # fmt: skip
@as_json
@as_of
@click.pass_obj
def add(
    session: Session, /, *, client: str | None, goal: str | None, who: str, mail: str, start: str | None,
    due: str | None, side: str | None, files: tuple[Path, ...], as_json: bool, as_of: datetime | None,
    **values: object,
) -> None:  # fmt: skip
    """Set a task."""
    with session.desk(as_of) as desk:
        client_id = clients.named(desk, client) if client else None
        if goal and client_id is None:
            raise click.UsageError(_("A goal is one of a client’s: name the --client as well."))
        for one in files:
            attachments.look(one)
        with desk.step(N_("New task")):
            made = tasks.add(
                desk,
                client_id=client_id,
                goal_id=goals.chosen(desk, client_id, goal) if goal and client_id else None,
                side=side or ("colleague" if who else "us"),
                assignee=who,
                assignee_address=mail,
                start_on=day(desk, start, option="--start"),
                due_on=day(desk, due, option="--due"),
                **{name: value for name, value in values.items() if value or name == "title"},  # type: ignore[arg-type]
            )
            for one in files:
                attachments.add(desk, "task", tasks.get(desk, made).uuid, one)
        _tell(desk, made, N_("Task {number} is set: {task}."), as_json=as_json)


@click.command("done", help=_("Say that a task is done. TASK is its number or its UUID."))
@click.argument("task")
@as_json
@as_of
@click.pass_obj
def done(session: Session, task: str, *, as_json: bool, as_of: datetime | None) -> None:
    """Say that a task is done."""
    with session.desk(as_of) as desk:
        found = tasks.named(desk, task)
        tasks.finish(desk, found)
        _tell(desk, found, N_("Task {number} is done: {task}."), as_json=as_json)


for below in (add, done):
    command.add_command(below)


def _tell(desk: Desk, task_id: int, text: str, *, as_json: bool) -> None:
    (found,) = tasks.lines(desk, [task_id])
    if as_json:
        document(record(found))
    else:
        line(sentence(Message.of(text, number=str(task_id), task=found.task.title)))
