"""A file from before there were tasks: each action in force becomes one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from amdesk.domain.points import Point
from amdesk.services import summaries, tasks
from amdesk.services.check import check
from tests import desks
from tests.desks import open_desk
from tests.former import as_left_by


def test_actions_agreed_before_are_tasks(tmp_path: Path) -> None:
    first = open_desk(tmp_path, clock=desks.Clock())
    summary = desks.summary_of_call(first)
    action = Point("action", "Send the prices", side="client", owner="Maya Stern", due_on=date(2026, 12, 18))
    summaries.write(first, summary, [action, Point("decision", "Go on")])
    first.close()
    as_left_by(tmp_path / "amdesk.sqlite", 7)
    again = open_desk(tmp_path, clock=desks.Clock())
    (line,) = tasks.lines(again, tasks.find(again, "prices"))
    assert (line.task.side, line.task.assignee, line.task.due_on) == (
        "client",
        "Maya Stern",
        date(2026, 12, 18),
    )
    assert line.task.promise
    assert line.reference.startswith("NT-2026-")
    summaries.write(again, summary, [])
    assert tasks.find(again) == []
    assert check(again) == ()
    again.close()
