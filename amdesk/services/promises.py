"""The tasks born of a summary's actions: they come with the line, follow it while it can be edited, and go.

A line may be typed, changed and taken back at will. Its task goes with it as long as nobody has done anything
with the task; one that was worked on stays, whatever becomes of the line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace

from amdesk.domain.action import born, is_promise, is_untouched, news
from amdesk.domain.points import Point
from amdesk.domain.task import Task
from amdesk.services import task_looks
from amdesk.services.desk import Desk
from amdesk.store import summaries
from amdesk.store import tasks as store


@contextmanager
def following(desk: Desk, summary_id: int) -> Iterator[None]:
    """Within a step, the points of a summary are written: their tasks follow."""
    before = {point.id: point for point in summaries.points(desk.store, summary_id)}
    there = _tasks(desk, before.values())
    yield
    after = summaries.points(desk.store, summary_id)
    promised = {point.id for point in after if is_promise(point)}
    _let_go(desk, there, {one: before[one] for one in there if one not in promised})
    for point in after:
        if point.id not in promised:
            continue
        task = there.get(point.id or 0)
        if task is None:
            _bear(desk, summary_id, point)
        else:
            _tell(desk, task, news(before[point.id], point, me=me(desk)))


def let_go(desk: Desk, summary_id: int) -> None:
    """No summary is needed: nothing was promised, but for what was worked on."""
    points = {point.id: point for point in summaries.points(desk.store, summary_id)}
    there = _tasks(desk, points.values())
    _let_go(desk, there, {one: points[one] for one in there})


def bear(desk: Desk, summary_id: int) -> None:
    """A task for each action of a summary that has none."""
    points = [point for point in summaries.points(desk.store, summary_id) if is_promise(point)]
    there = _tasks(desk, points)
    for point in points:
        if point.id not in there:
            _bear(desk, summary_id, point)


def hand_on(desk: Desk, before: Sequence[Point], after: Sequence[Point]) -> None:
    """The points of a version were copied into the next one: the tasks belong to the copies from now on."""
    there = _tasks(desk, before)
    for old, new in zip(before, after, strict=True):
        task = there.get(old.id or 0)
        if task is not None:
            store.update(desk.store, task.id, {"point_id": new.id})


def settle_in(desk: Desk) -> None:
    """Rows of tables came in from a file: each action in force has one task, and its words are found."""
    for point_id, twice in store.doubles(desk.store).items():
        point = summaries.point(desk.store, point_id)
        for task in twice[1:]:
            if point is not None and is_untouched(task, point, me=me(desk)):
                desk.store.delete("task", task.id)
    for summary_id in store.unborn(desk.store):
        bear(desk, summary_id)
    store.refold(desk.store)


def me(desk: Desk) -> tuple[str, ...]:
    """The names of the person."""
    return (str(desk.settings["my_name"]),)


def _tasks(desk: Desk, points: Iterable[Point]) -> Mapping[int, Task]:
    ids = [point.id for point in points if point.kind == "action" and point.id is not None]
    return store.of_points(desk.store, ids) if ids else {}


def _bear(desk: Desk, summary_id: int, point: Point) -> None:
    client_id = summaries.client_id(desk.store, summary_id)
    values = born(point, client_id=client_id, me=me(desk), at=desk.now())
    task = replace(Task(0, "", ""), **{name: one for name, one in values.items() if name != "uuid"})  # type: ignore[arg-type]
    found = task_looks.would_look(desk, task)
    store.insert(desk.store, {**values, "checkpoint_at": found.at})


def _tell(desk: Desk, task: Task, values: Mapping[str, object]) -> None:
    """What a line says anew, its task says as well; another day moves the checkpoint."""
    after = replace(task, **values)  # type: ignore[arg-type]
    moved = {"due_on", "side"} & values.keys() and not task.checkpoint_by_hand
    look = {"checkpoint_at": task_looks.would_look(desk, after).at, "snoozed_until_at": None} if moved else {}
    store.update(desk.store, task.id, {**values, **look})


def _let_go(desk: Desk, there: Mapping[int, Task], points: Mapping[int, Point]) -> None:
    for point_id, point in points.items():
        task = there[point_id]
        if is_untouched(task, point, me=me(desk)):
            desk.store.delete("task", task.id)
        else:
            store.update(desk.store, task.id, {"point_id": None})
