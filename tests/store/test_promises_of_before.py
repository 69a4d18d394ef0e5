"""A file from before there were tasks: each action in force becomes one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from amdesk.domain.points import Point
from amdesk.services import summaries, tasks
from amdesk.services.check import check
from tests import desks
from tests.desks import open_desk, raw
from tests.store.test_history_of_before import as_in_the_tenth

NEW = ("alike", "apart", "merged", "attachment", "question", "task_link", "task")


def test_actions_agreed_before_are_tasks(tmp_path: Path) -> None:
    first = open_desk(tmp_path, clock=desks.Clock())
    summary = desks.summary_of_call(first)
    action = Point("action", "Send the prices", side="client", owner="Maya Stern", due_on=date(2026, 12, 18))
    summaries.write(first, summary, [action, Point("decision", "Go on")])
    first.close()
    as_before(tmp_path / "amdesk.sqlite")
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


def as_before(path: Path) -> None:
    """The file as the version before left it: without these tables and what came after them."""
    as_in_the_tenth(path)
    file = raw(path)
    file.execute("PRAGMA foreign_keys = OFF")
    for kind, name in file.execute(
        "SELECT type, name FROM sqlite_schema WHERE type = 'trigger' OR name LIKE '%!_trash' ESCAPE '!'"
    ).fetchall():
        file.execute(f"DROP {kind} {name}")
    for table in NEW:
        file.execute(f"DROP TABLE {table}")
    file.execute("DELETE FROM _sqlite_migrations WHERE name >= 'm008'")
    file.execute("PRAGMA user_version = 7")
    file.close()
