"""Actions of a summary become tasks, follow their line while it can be edited, and outlive it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from amdesk.domain.points import Point
from amdesk.domain.task import Task
from amdesk.services import history, interactions, summaries, task_outcomes, tasks
from amdesk.services.desk import Desk
from tests import desks

REPORT = Point("action", "Send the weekly report", side="us", owner="", due_on=date(2026, 12, 18))


def written(*points: Point) -> tuple[Desk, int]:
    at = desks.desk()
    summary = desks.summary_of_call(at)
    summaries.write(at, summary, points)
    return at, summary


def tasks_of(desk: Desk) -> list[Task]:
    return [line.task for line in tasks.lines(desk, tasks.find(desk))]


def test_an_action_is_a_task_as_soon_as_it_is_written() -> None:
    at, _summary = written(REPORT, Point("decision", "Go on as before"))
    (task,) = tasks_of(at)
    assert (task.title, task.side, task.due_on) == ("Send the weekly report", "us", date(2026, 12, 18))
    assert (task.promise, task.told) == (True, True)
    assert task.point_id


def test_an_action_of_ours_that_names_somebody_else_is_a_colleagues_with_a_checkpoint() -> None:
    at, _summary = written(replace(REPORT, owner="Dana Levi"))
    (task,) = tasks_of(at)
    assert (task.side, task.assignee) == ("colleague", "Dana Levi")
    assert task.checkpoint_at is not None
    assert task.checkpoint_at > at.now()


def test_an_action_that_names_the_person_is_their_own() -> None:
    at = desks.desk()
    at.settings.choose("my_name", "Noa Adler")
    summary = desks.summary_of_call(at)
    summaries.write(at, summary, [replace(REPORT, owner="Noa")])
    assert tasks_of(at)[0].side == "us"


def test_the_task_follows_its_line_while_it_is_typed() -> None:
    at, summary = written(REPORT)
    (point,) = summaries.points(at, summary)
    summaries.write(at, summary, [replace(point, text="Send both reports", due_on=date(2026, 12, 21))])
    (task,) = tasks_of(at)
    assert (task.title, task.due_on) == ("Send both reports", date(2026, 12, 21))


def test_what_was_said_of_the_task_itself_is_not_overwritten_by_the_line() -> None:
    at, summary = written(REPORT)
    (task,) = tasks_of(at)
    tasks.change(at, task.id, result="A PDF of two pages", title="Send the report as PDF")
    (point,) = summaries.points(at, summary)
    summaries.write(at, summary, [replace(point, due_on=date(2026, 12, 21))])
    (task,) = tasks_of(at)
    assert (task.title, task.result) == ("Send the report as PDF", "A PDF of two pages")
    assert task.due_on == date(2026, 12, 21)


def test_a_line_that_goes_takes_its_untouched_task_along_and_undo_brings_both_back() -> None:
    at, summary = written(REPORT)
    before = desks.dump(at)
    summaries.write(at, summary, [], typing="other")
    assert tasks.find(at) == []
    at.undo()
    assert desks.dump(at) == before


def test_a_task_that_was_worked_on_stays_when_its_line_goes() -> None:
    at, summary = written(REPORT)
    (task,) = tasks_of(at)
    tasks.finish(at, task.id)
    summaries.write(at, summary, [])
    (left,) = tasks.lines(at, tasks.find(at, settled=True))
    assert (left.task.point_id, left.task.state) == (None, "done")


def test_an_action_that_becomes_a_decision_is_no_task() -> None:
    at, summary = written(REPORT)
    (point,) = summaries.points(at, summary)
    summaries.write(at, summary, [replace(point, kind="decision")])
    assert tasks.find(at) == []


def test_a_correction_keeps_the_task_and_its_past() -> None:
    at, summary = written(REPORT)
    (task,) = tasks_of(at)
    summaries.mark_sent(at, summary)
    tasks.change(at, task.id, result="Two pages")
    second = summaries.correct(at, summary)
    (point,) = summaries.points(at, second)
    summaries.write(at, second, [replace(point, due_on=date(2026, 12, 22))])
    (after,) = tasks_of(at)
    assert (after.id, after.point_id, after.result) == (task.id, point.id, "Two pages")
    assert after.due_on == date(2026, 12, 22)
    assert summaries.points(at, summary)[0].due_on == date(2026, 12, 18)  # what was sent stays as it was


def test_no_summary_needed_means_no_promise_until_it_is_needed_after_all() -> None:
    at, summary = written(REPORT)
    summaries.not_needed(at, summary, reason="a wrong number")
    assert tasks.find(at) == []
    summaries.needed(at, summary)
    assert len(tasks.find(at)) == 1


def test_a_promise_stands_until_its_task_is_done() -> None:
    at, summary = written(REPORT)
    client = interactions.get(at, summaries.get(at, summary).interaction_id).client_id
    (promise,) = tasks.promises(at, client)
    assert promise.task.title == "Send the weekly report"
    assert promise.reference.startswith("NT-2026-")
    task_outcomes.move(at, promise.id, due_on=date(2026, 12, 30))
    assert tasks.promises(at, client)[0].task.due_on == date(2026, 12, 30)
    tasks.finish(at, promise.id)
    assert tasks.promises(at, client) == []
    at.undo()
    assert len(tasks.promises(at, client)) == 1


def test_a_moved_promise_is_not_known_to_the_client_until_somebody_says_so() -> None:
    at, _summary = written(REPORT)
    (task,) = tasks_of(at)
    task_outcomes.move(at, task.id, due_on=date(2026, 12, 22), told=False)
    assert not tasks.get(at, task.id).told
    tasks.note_told(at, task.id)
    assert tasks.get(at, task.id).told


def test_what_was_typed_letter_by_letter_is_told_once() -> None:
    at = desks.desk()
    summary = desks.summary_of_call(at)
    summaries.write(at, summary, [Point("action", "S", side="us")])
    for text in ("Se", "Sen", "Send it"):
        (point,) = summaries.points(at, summary)
        summaries.write(at, summary, [replace(point, text=text)])
    record = history.look(at, "task", tasks.find(at)[0])
    told = [str(one.message) for step in record.past for one in history.tell(at, record, step)]
    assert told == ["It is new here."]
