"""Goals: setting them with a client, measuring them, planning the way; and how each stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from amdesk.domain import goal_state
from amdesk.domain.client import Client
from amdesk.domain.errors import AmdeskError, gone
from amdesk.domain.goal import Goal, GoalLine, Measurement, Milestone, PlannedAction
from amdesk.domain.goal_state import Standing
from amdesk.domain.messages import N_
from amdesk.services import clients
from amdesk.services.desk import Desk
from amdesk.services.goal_checks import check_day, checked, checked_goal
from amdesk.store import goals as store

_OF_SPAN = ("direction", "baseline", "target", "start_on", "due_on")


@dataclass(frozen=True, slots=True)
class GoalPage:
    """A goal with all that belongs to it, and how it stands today."""

    goal: Goal
    client: Client
    measurements: tuple[Measurement, ...]
    milestones: tuple[Milestone, ...]
    actions: tuple[PlannedAction, ...]
    standing: Standing


def get(desk: Desk, goal_id: int) -> GoalPage:
    """A goal with all that belongs to it; an AmdeskError where there is none any more."""
    goal = _goal(desk, goal_id)
    measured = store.parts(desk.store, Measurement, goal_id)
    return GoalPage(
        goal=goal,
        client=clients.get(desk, goal.client_id),
        measurements=measured,
        milestones=store.parts(desk.store, Milestone, goal_id),
        actions=store.parts(desk.store, PlannedAction, goal_id),
        standing=goal_state.standing(goal, measured, today=desk.today()),
    )


def find(
    desk: Desk, text: str = "", *, states: Sequence[str] = (), client_id: int | None = None,
    sort: str = "state", descending: bool = False,
) -> list[int]:  # fmt: skip
    """Ids of goals whose name, KPI or client match, in some states or all, of one client or of all.

    Sorted by ``state`` (those that want something first), ``name``, ``client``, ``due``, ``measured`` or
    ``progress``.
    """
    return store.find(
        desk.store, text, today=desk.today(), states=states, client_id=client_id,
        sort=sort, descending=descending,
    )  # fmt: skip


def lines(desk: Desk, ids: Sequence[int]) -> list[GoalLine]:
    """The list's lines of these goals, in their order."""
    return store.lines(desk.store, ids, today=desk.today())


def of_client(desk: Desk, client_id: int) -> list[GoalLine]:
    """A client's goals, the one due first before the others and those that were closed last."""
    return store.of_client(desk.store, client_id, today=desk.today())


def counts(desk: Desk) -> dict[str, int]:
    """How many goals are in each state."""
    return store.counts(desk.store, today=desk.today())


def standing(desk: Desk, line: GoalLine) -> Standing:
    """How a goal of a list stands today."""
    return goal_state.standing_of(line, today=desk.today())


def named(desk: Desk, client_id: int, name: str) -> int | None:
    """A client's goal by its name as one writes it; one still open goes before one that was closed."""
    return store.named(desk.store, client_id, name)


def chosen(desk: Desk, client_id: int, text: str) -> int:
    """The one goal of a client with this name or part of a name; an AmdeskError for none or several."""
    found = named(desk, client_id, text)
    ids = [found] if found is not None else find(desk, text, client_id=client_id)
    if len(ids) == 1:
        return ids[0]
    client = clients.get(desk, client_id).name
    names = tuple(line.goal.name for line in lines(desk, ids[:5]))
    if names:
        told = N_("Several goals of {client} match “{text}”: {names}. Write more of the name.")
        raise AmdeskError(told, client=client, text=text, names=names)
    told = N_("{client} has no goal called “{goal}”. Add the goal first, or mend its name.")
    raise AmdeskError(told, client=client, goal=text)


def add(desk: Desk, *, client_id: int, name: str, **values: object) -> int:
    """A new goal with baseline, target, ``start_on`` and ``due_on``; its id."""
    clients.get(desk, client_id)
    chosen = checked_goal({"name": name, "direction": "up", **values})
    with desk.step(N_("New goal")):
        return store.insert(desk.store, {**chosen, "client_id": client_id, "created_at": desk.now()})


def change(desk: Desk, goal_id: int, **values: object) -> None:
    """New values for some of a goal's fields."""
    before = _goal(desk, goal_id)
    chosen = checked_goal({**{name: getattr(before, name) for name in _OF_SPAN}, **values})
    with desk.step(N_("Change goal")):
        store.update(desk.store, goal_id, {name: chosen[name] for name in values})


def end(desk: Desk, goal_id: int, *, on: date | None) -> None:
    """Close a goal on a day, or open it again."""
    _goal(desk, goal_id)
    with desk.step(N_("Close goal") if on else N_("Reopen goal")):
        store.update(desk.store, goal_id, {"ended_on": on})


def trash(desk: Desk, goal_id: int) -> None:
    """Put a goal into the trash."""
    _goal(desk, goal_id)
    with desk.step(N_("Delete goal")):
        store.update(desk.store, goal_id, {"deleted_at": desk.now()})


def measure(desk: Desk, goal_id: int, taken_on: date, value: Decimal, *, note: str = "") -> int:
    """A new measurement: of several on a day the last one counts. Its id."""
    _goal(desk, goal_id)
    check_day(taken_on, today=desk.today())
    chosen = checked(Measurement, {"taken_on": taken_on, "value": value, "note": note})
    with desk.step(N_("Measure goal")):
        return store.insert_part(desk.store, Measurement, {"goal_id": goal_id, **chosen})


def measurement(desk: Desk, measurement_id: int) -> Measurement:
    """One measurement; an AmdeskError where there is none any more."""
    return _part(desk, Measurement, measurement_id)


def change_measurement(desk: Desk, measurement_id: int, **values: object) -> None:
    """Another day, value or note for a measurement."""
    if isinstance(taken_on := values.get("taken_on"), date):
        check_day(taken_on, today=desk.today())
    _change(desk, Measurement, measurement_id, values, label=N_("Change measurement"))


def remove_measurement(desk: Desk, measurement_id: int) -> None:
    """Take a measurement away."""
    _remove(desk, Measurement, measurement_id, label=N_("Delete measurement"))


def milestone(desk: Desk, milestone_id: int) -> Milestone:
    """One milestone; an AmdeskError where there is none any more."""
    return _part(desk, Milestone, milestone_id)


def add_milestone(desk: Desk, goal_id: int, *, title: str, due_on: date, **values: object) -> int:
    """A point on the way to a goal, with the value it should have by then or without; its id."""
    return _add(
        desk, Milestone, goal_id, {"title": title, "due_on": due_on, **values}, label=N_("New milestone")
    )


def change_milestone(desk: Desk, milestone_id: int, **values: object) -> None:
    """New values for some of a milestone's fields."""
    _change(desk, Milestone, milestone_id, values, label=N_("Change milestone"))


def reach(desk: Desk, milestone_id: int, *, on: date | None) -> None:
    """A milestone was reached on a day; without one it was not."""
    label = N_("Milestone reached") if on else N_("Milestone not reached")
    _change(desk, Milestone, milestone_id, {"reached_on": on}, label=label)


def remove_milestone(desk: Desk, milestone_id: int) -> None:
    """Take a milestone away."""
    _remove(desk, Milestone, milestone_id, label=N_("Delete milestone"))


def action(desk: Desk, action_id: int) -> PlannedAction:
    """One planned action; an AmdeskError where there is none any more."""
    return _part(desk, PlannedAction, action_id)


def plan_action(desk: Desk, goal_id: int, *, title: str, **values: object) -> int:
    """Something that will be done for a goal; its id."""
    return _add(desk, PlannedAction, goal_id, {"title": title, **values}, label=N_("Plan action"))


def change_action(desk: Desk, action_id: int, **values: object) -> None:
    """New values for some of a planned action's fields."""
    _change(desk, PlannedAction, action_id, values, label=N_("Change planned action"))


def do_action(desk: Desk, action_id: int, *, on: date | None) -> None:
    """A planned action was done on a day; without one it was not."""
    label = N_("Planned action done") if on else N_("Planned action not done")
    _change(desk, PlannedAction, action_id, {"done_on": on}, label=label)


def remove_action(desk: Desk, action_id: int) -> None:
    """Take a planned action away."""
    _remove(desk, PlannedAction, action_id, label=N_("Delete planned action"))


def _goal(desk: Desk, goal_id: int) -> Goal:
    found = store.get(desk.store, goal_id)
    if found is None:
        raise gone("goal")
    return found


def _part(desk: Desk, cls: type[store.Part], part_id: int) -> store.Part:
    found = store.part(desk.store, cls, part_id)
    if found is None:
        raise gone(store.TABLES[cls])
    return found


def _add(desk: Desk, cls: type[store.Part], goal_id: int, values: Mapping[str, object], *, label: str) -> int:
    _goal(desk, goal_id)
    chosen = checked(cls, values)
    with desk.step(label):
        return store.insert_part(desk.store, cls, {"goal_id": goal_id, **chosen})


def _change(
    desk: Desk, cls: type[store.Part], part_id: int, values: Mapping[str, object], *, label: str
) -> None:
    _part(desk, cls, part_id)
    chosen = checked(cls, values)
    with desk.step(label):
        store.update_part(desk.store, cls, part_id, chosen)


def _remove(desk: Desk, cls: type[store.Part], part_id: int, *, label: str) -> None:
    _part(desk, cls, part_id)
    with desk.step(label):
        store.delete_part(desk.store, cls, part_id)
