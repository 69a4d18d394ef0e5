"""``amdesk measure CLIENT GOAL VALUE``: a goal's value on a day, or many of them from the standard input."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from datetime import datetime

import click

from amdesk.cli.goals import record
from amdesk.cli.options import as_json, as_of, day
from amdesk.cli.output import document, line
from amdesk.cli.session import Session
from amdesk.domain.goal_told import told
from amdesk.domain.messages import N_, Message
from amdesk.i18n.catalog import _, current, sentence
from amdesk.i18n.numbers import parse_number
from amdesk.services import clients, goals, measuring
from amdesk.services.desk import Desk

_FROM_STDIN = "-"


@click.command(
    "measure",
    help=_("Keep a goal's value. With - as the value, days and values are read from stdin, two columns."),
    context_settings={"ignore_unknown_options": True},  # a value may be negative
)
@click.argument("client")
@click.argument("goal")
@click.argument("value")
@click.option("--on", "on", metavar="DATE", help=_("The day it was measured on, unless that is today."))
@click.option("--note", default="", metavar="TEXT", help=_("What is worth knowing of it."))
@as_json
@as_of
@click.pass_obj
def command(
    session: Session, client: str, goal: str, *, value: str, on: str | None, note: str, as_json: bool,
    as_of: datetime | None,
) -> None:  # fmt: skip
    """Keep a goal's value on a day."""
    with session.desk(as_of) as desk:
        goal_id = goals.chosen(desk, clients.named(desk, client), goal)
        if value == _FROM_STDIN:
            done = _many(desk, goal_id, sys.stdin.read())
        else:
            taken_on = day(desk, on, option="--on") or desk.today()
            made = goals.measure(desk, goal_id, taken_on, parse_number(value, language=current()), note=note)
            done = {"id": made, "uuid": goals.measurement(desk, made).uuid, "new": 1}
        _tell(desk, goal_id, done, as_json=as_json)


def _many(desk: Desk, goal_id: int, text: str) -> dict[str, object]:
    readings: Sequence[measuring.Reading] = measuring.read_pasted(desk, goal_id, text)
    measuring.measure_many(desk, goal_id, readings)
    kinds = Counter(one.kind for one in readings)
    return {"new": kinds["new"], "updated": kinds["update"], "duplicates": kinds["duplicate"]}


def _tell(desk: Desk, goal_id: int, done: dict[str, object], *, as_json: bool) -> None:
    (shown,) = goals.lines(desk, [goal_id])
    if as_json:
        document({**done, "goal": record(desk, shown)})
        return
    how = Message.of(N_("{client}, {goal}:"), client=shown.client, goal=shown.goal.name)
    line(" ".join(map(sentence, (how, *told(shown.goal, goals.standing(desk, shown))))))
