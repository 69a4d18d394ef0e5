"""Goals as one works with them: set, measured, planned, changed, taken back; lists that ask the file."""

from __future__ import annotations

import json
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amdesk.domain.errors import AmdeskError
from amdesk.domain.goal import Goal, amount
from amdesk.domain.goal_state import standing_at
from amdesk.services import check, clients, exchange, goals
from amdesk.services.desk import Desk
from amdesk.store import goals as store
from tests.desks import Clock, client_with_contact, desk, dump
from tests.domain.goals import DAYS, VALUES
from tests.domain.goals import goals as any_goal
from tests.files import bring, counts

TODAY = date(2026, 12, 14)


def made(at_work: Desk, *, client_id: int | None = None, **values: object) -> int:
    """A goal from 100 to 200 that began fifty days ago and is due in fifty."""
    client = client_id or client_with_contact(at_work)[0]
    chosen = {
        "name": "Orders", "unit": "orders", "baseline": Decimal(100), "target": Decimal(200),
        "start_on": TODAY - timedelta(days=50), "due_on": TODAY + timedelta(days=50), **values,
    }  # fmt: skip
    return goals.add(at_work, client_id=client, **chosen)  # type: ignore[arg-type]


def test_a_goal_with_all_that_belongs_to_it_is_read_at_once() -> None:
    at_work = desk()
    its = made(at_work, name="Cost per order", kpi="CPO", direction="down", target=Decimal("45.50"))
    goals.measure(at_work, its, TODAY, Decimal("80.10"), note="after the sale")
    goals.add_milestone(at_work, its, title="Half way", due_on=TODAY, value=Decimal(70))
    goals.plan_action(at_work, its, title="Two new pages", side="client", due_on=TODAY)
    page = goals.get(at_work, its)
    assert (page.goal.target, page.client.name) == (Decimal("45.5"), "Northwind Traders")
    assert [(one.value, one.note) for one in page.measurements] == [(Decimal("80.1"), "after the sale")]
    assert [(one.title, one.value) for one in page.milestones] == [("Half way", Decimal(70))]
    assert [(one.title, one.side) for one in page.actions] == [("Two new pages", "client")]
    assert page.standing == goals.standing(at_work, goals.lines(at_work, [its])[0])


def test_each_step_is_taken_back_by_itself_and_done_again() -> None:
    at_work = desk()
    its = made(at_work)
    value = goals.measure(at_work, its, TODAY, Decimal(150))
    stone = goals.add_milestone(at_work, its, title="Half way", due_on=TODAY)
    act = goals.plan_action(at_work, its, title="Two new pages")
    goals.change(at_work, its, name="Orders per week", target=Decimal(250))
    goals.change_measurement(at_work, value, value=Decimal(151))
    goals.reach(at_work, stone, on=TODAY)
    goals.do_action(at_work, act, on=TODAY)
    goals.end(at_work, its, on=TODAY)
    goals.remove_measurement(at_work, value)
    goals.remove_milestone(at_work, stone)
    goals.remove_action(at_work, act)
    goals.trash(at_work, its)
    after = dump(at_work)
    labels = []
    while goals_there(at_work):
        labels.append(at_work.undo())
    assert labels == [
        "Delete goal", "Delete planned action", "Delete milestone", "Delete measurement", "Close goal",
        "Planned action done", "Milestone reached", "Change measurement", "Change goal", "Plan action",
        "New milestone", "Measure goal", "New goal",
    ]  # fmt: skip
    for _ in labels:
        at_work.redo()
    assert dump(at_work) == after
    assert check.check(at_work) == ()


def goals_there(at_work: Desk) -> bool:
    """Whether there is any row of a goal."""
    return bool(dump(at_work)["goal"])


def test_what_a_goal_was_is_kept_as_its_history() -> None:
    at_work = desk()
    its = made(at_work)
    goals.measure(at_work, its, TODAY, Decimal(150))
    assert at_work.store.column("SELECT was FROM history WHERE noun = 'goal'") == []
    goals.change(at_work, its, target=Decimal(250))
    (was,) = at_work.store.column("SELECT was FROM history WHERE noun = 'goal'")
    assert json.loads(was)["target"] == "200"


@pytest.mark.parametrize(
    ("values", "field", "said"),
    [
        ({"name": " "}, "name", "A goal needs a name"),
        ({"due_on": TODAY - timedelta(days=50)}, "due_on", "is not after the start"),
        ({"due_on": TODAY - timedelta(days=51)}, "due_on", "is not after the start"),
        ({"target": Decimal(99)}, "target", "though more is better"),
        ({"direction": "down"}, "target", "though less is better"),
        ({"baseline": Decimal("NaN")}, "baseline", "at most 6 decimals"),
        ({"baseline": Decimal("-1e15")}, "baseline", "at most 6 decimals"),
        ({"start_on": date(1850, 1, 1)}, "start_on", "must be between"),
    ],
)
def test_what_a_goal_cannot_be_is_said_beside_its_field(
    values: dict[str, Any], field: str, said: str
) -> None:
    at_work = desk()
    with pytest.raises(AmdeskError, match=said) as adding:
        made(at_work, **values)
    assert adding.value.beside == field
    its = made(at_work, client_id=1)
    with pytest.raises(AmdeskError, match=said):
        goals.change(at_work, its, **values)


def test_a_measurement_of_a_day_to_come_is_refused_and_one_before_the_start_is_kept_apart() -> None:
    at_work = desk()
    its = made(at_work)
    with pytest.raises(AmdeskError, match="has not come yet"):
        goals.measure(at_work, its, TODAY + timedelta(days=1), Decimal(1))
    early = goals.measure(at_work, its, TODAY - timedelta(days=60), Decimal(190))
    assert goals.get(at_work, its).standing.state == "no_measurement"
    with pytest.raises(AmdeskError, match="has not come yet"):
        goals.change_measurement(at_work, early, taken_on=TODAY + timedelta(days=1))


def test_target_equal_to_the_baseline_is_taken_and_named() -> None:
    at_work = desk()
    its = made(at_work, target=Decimal(100))
    goals.measure(at_work, its, TODAY, Decimal(130))
    assert goals.get(at_work, its).standing.state == "no_span"
    assert goals.find(at_work, states=("no_span",)) == [its]


def test_lists_are_found_by_words_state_and_client_and_sorted() -> None:
    at_work = desk()
    client, _maya = client_with_contact(at_work)
    vale = clients.add(at_work, name="Harbour & Vale", tier="A")
    orders = made(at_work, client_id=client, name="Orders")
    calls = made(at_work, client_id=vale, name="Ёлки в неделю", kpi="CPL")
    later = made(at_work, client_id=vale, name="Visits", start_on=TODAY + timedelta(days=3))
    goals.measure(at_work, orders, TODAY, Decimal(120))
    assert goals.find(at_work) == [orders, calls, later]  # behind, not measured, not begun
    assert goals.find(at_work, sort="name") == [orders, later, calls]
    assert goals.find(at_work, sort="name", descending=True) == [calls, later, orders]
    assert goals.find(at_work, sort="client") == [later, calls, orders]
    assert goals.find(at_work, "елки") == goals.find(at_work, "cpl vale") == [calls]
    assert goals.find(at_work, "harbour", states=("not_started",)) == [later]
    assert goals.find(at_work, client_id=client) == [orders]
    assert goals.counts(at_work) == {"behind": 1, "no_measurement": 1, "not_started": 1}
    assert [line.client for line in goals.lines(at_work, [later, orders])] == [
        "Harbour & Vale", "Northwind Traders",
    ]  # fmt: skip
    clients.remove(at_work, vale)
    assert goals.find(at_work) == [orders]


def test_a_goal_is_chosen_by_its_name_or_a_part_that_tells_it_apart() -> None:
    at_work = desk()
    its = made(at_work, name="Orders per week")
    other = made(at_work, client_id=1, name="Orders")
    assert goals.chosen(at_work, 1, "ORDERS") == other
    assert goals.chosen(at_work, 1, "week") == its
    with pytest.raises(AmdeskError, match="Several goals of Northwind Traders match “ord”"):
        goals.chosen(at_work, 1, "ord")


def test_a_look_back_knows_only_what_was_measured_by_then() -> None:
    clock = Clock()
    at_work = desk(clock)
    its = made(at_work)
    for days, value in ((10, 120), (5, 140), (0, 160)):
        goals.measure(at_work, its, TODAY - timedelta(days=days), Decimal(value))
    clock.move(days=-4)
    (line,) = goals.lines(at_work, [its])
    assert (line.value, line.measured_on) == (Decimal(140), TODAY - timedelta(days=5))
    assert goals.find(at_work, states=(goals.standing(at_work, line).state,)) == [its]


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(any_goal(), st.lists(st.tuples(VALUES, DAYS), max_size=3)), max_size=4), DAYS)
def test_lists_and_the_rule_say_the_same_of_any_goal(
    told: list[tuple[Goal, list[tuple[Decimal, date]]]], today: date
) -> None:
    at_work = desk()
    client = clients.add(at_work, name="Northwind Traders")
    with at_work.step("Goals"):
        for goal, values in told:
            _put(at_work, client, goal, values)
    lines = store.of_client(at_work.store, client, today=today)
    by_rule = {
        line.id: standing_at(line.goal, value=line.value, measured_on=line.measured_on, today=today).state
        for line in lines
    }
    for state in {*by_rule.values(), "behind"}:
        found = store.find(at_work.store, today=today, states=(state,))
        assert set(found) == {goal_id for goal_id, its in by_rule.items() if its == state}
    at_work.close()


def _put(at_work: Desk, client: int, goal: Goal, values: list[tuple[Decimal, date]]) -> None:
    """A goal as it is, past every form."""
    from amdesk.domain.goal import Measurement

    own = ("name", "direction", "start_on", "due_on", "rhythm", "ended_on")
    its = store.insert(
        at_work.store,
        {
            **{name: getattr(goal, name) for name in own}, "baseline": amount(goal.baseline),
            "target": amount(goal.target), "client_id": client, "created_at": at_work.now(),
        },
    )  # fmt: skip
    for value, on in values:
        store.insert_part(
            at_work.store, Measurement, {"goal_id": its, "taken_on": on, "value": amount(value)}
        )


@pytest.mark.parametrize("formats", [("csv",), ("json",)])
def test_goals_leave_and_come_back_whole(tmp_path: Path, formats: tuple[str, ...]) -> None:
    at_work = desk()
    its = made(at_work, notes="private", ended_on=TODAY, baseline=Decimal("-0.5"), target=Decimal(10) ** 12)
    for value in ("-0.5", "0", "1e12", "0.000001"):
        goals.measure(at_work, its, TODAY, Decimal(value))
    goals.add_milestone(at_work, its, title="Half way", due_on=TODAY, reached_on=TODAY)
    goals.plan_action(at_work, its, title="=1+1", side="third", owner="The agency")
    files = exchange.drain(exchange.export(at_work, tmp_path, formats=formats))
    again = desk()
    for path in exchange.in_order(files):
        assert counts(bring(again, path))[1:] == (0, 0, 0)
    for noun in ("goal", "measurement", "milestone", "planned_action"):
        assert dump(again)[noun] == dump(at_work)[noun]
    assert check.check(again) == ()


@pytest.mark.parametrize(
    ("was", "becomes", "said"),
    [
        ('"baseline": "100"', '"baseline": "many"', "“baseline” cannot hold “many”"),
        ('"baseline": "100"', '"baseline": "1e400000"', "“baseline” cannot hold"),
        ('"direction": "up"', '"direction": "sideways"', "but only: up, down"),
        ('"due_on": "2027-02-02"', '"due_on": "2026-10-01"', "is not after the start"),
        ('"value": "150"', '"value": "NaN"', "“value” cannot hold “NaN”"),
        ('"taken_on": "2026-12-14"', '"taken_on": "9999-12-31"', "“taken_on” cannot hold"),
    ],
)
def test_an_archive_with_what_no_goal_can_hold_is_told_by_its_line(
    tmp_path: Path, was: str, becomes: str, said: str
) -> None:
    at_work = desk()
    goals.measure(at_work, made(at_work), TODAY, Decimal(150))
    exchange.drain(exchange.export(at_work, tmp_path, formats=("json",)))
    path = tmp_path / "amdesk.json"
    text = path.read_text(encoding="utf-8")
    assert was in text
    path.write_text(text.replace(was, becomes), encoding="utf-8")
    told = [str(error.message) for error in exchange.preview(desk(), path).result.errors]
    assert said in told[0]
