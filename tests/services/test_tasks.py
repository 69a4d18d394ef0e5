"""Tasks: set, looked at with five outcomes, moved, settled; what they ring, and where they stand on Today."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from amdesk.domain.agenda_rows import Section
from amdesk.domain.errors import AmdeskError
from amdesk.services import (
    agenda,
    alarms,
    clients,
    goals,
    history,
    reminder_about,
    reminders,
    task_links,
    task_outcomes,
    tasks,
)
from amdesk.services.desk import Desk
from tests import desks

FRIDAY = date(2026, 12, 18)


@pytest.fixture
def clock() -> desks.Clock:
    return desks.Clock()


@pytest.fixture
def at(clock: desks.Clock) -> Desk:
    found = desks.desk(clock)
    desks.client_with_contact(found)
    return found


def given(desk: Desk, **values: object) -> int:
    """A task of a colleague's for Northwind, promised for Friday."""
    usual = {"client_id": 1, "side": "colleague", "assignee": "Dana Levi", "due_on": FRIDAY, "promise": True}
    title = str(values.pop("title", "Count the orders by shop"))
    return tasks.add(desk, title=title, **{**usual, **values})


def section(desk: Desk, name: str) -> list[str]:
    found = [one for one in agenda.today(desk).sections if one.name == name] or [Section(name, ())]
    return [str(row.reason) for row in found[0].rows]


def test_a_delegated_task_is_looked_at_while_there_is_time(at: Desk) -> None:
    task = tasks.get(at, given(at))
    assert task.checkpoint_at is not None
    assert at.now() < task.checkpoint_at < datetime(2026, 12, 18, 18, tzinfo=task.checkpoint_at.tzinfo)


def test_ones_own_task_has_no_checkpoint_unless_set_by_hand(at: Desk) -> None:
    one = given(at, side="us", assignee="")
    assert tasks.get(at, one).checkpoint_at is None
    by_hand = at.now() + timedelta(days=1)
    tasks.change(at, one, checkpoint_by_hand=True, checkpoint_at=by_hand)
    tasks.change(at, one, due_on=date(2026, 12, 22))
    assert tasks.get(at, one).checkpoint_at == by_hand
    tasks.change(at, one, checkpoint_by_hand=False)
    assert tasks.get(at, one).checkpoint_at is None


def test_the_checkpoint_moves_with_the_due_date(at: Desk) -> None:
    one = given(at)
    before = tasks.get(at, one).checkpoint_at
    tasks.change(at, one, due_on=date(2026, 12, 29))
    after = tasks.get(at, one).checkpoint_at
    assert before is not None
    assert after is not None
    assert after > before
    at.undo()
    assert tasks.get(at, one).checkpoint_at == before


def test_the_checkpoint_rings_once_like_a_reminder_and_can_be_put_off(at: Desk, clock: desks.Clock) -> None:
    one = given(at)
    rings_at = tasks.get(at, one).checkpoint_at
    assert rings_at is not None
    assert alarms.next_rings_at(at) == rings_at
    clock.at = rings_at
    (rang,) = alarms.due(at)
    assert rang.key == ("task", one)
    assert rang.reminder.text == "How far is it? Count the orders by shop (Dana Levi)"
    alarms.note_rung(at, [rang])
    assert alarms.due(at) == []
    assert [found.key for found in alarms.come(at)] == [("task", one)]
    assert section(at, "checkpoints") == ["How far is it? Count the orders by shop (Dana Levi)"]
    alarms.snooze(at, rang, choice="hour")
    assert alarms.come(at) == []
    clock.move(hours=1)
    (again,) = alarms.due(at)
    alarms.finish(at, again)
    assert tasks.get(at, one).state == "checked"
    assert alarms.come(at) == []


def test_something_unclear_becomes_an_open_question_and_the_task_waits(at: Desk) -> None:
    one = given(at)
    asked = task_outcomes.clarify(at, one, "With the shops that closed?")
    assert tasks.get(at, one).state == "waiting"
    assert section(at, "questions") == ["Open question: With the shops that closed?"]
    task_outcomes.answer(at, asked, "Without them")
    assert tasks.get(at, one).state == "open"
    assert section(at, "questions") == []
    (question,) = tasks.page(at, one).questions
    assert (question.answer, question.answered_on) == ("Without them", at.today())


def test_handing_over_keeps_who_had_it_and_asks_for_agreement_anew(at: Desk) -> None:
    one = given(at, agreed_on=date(2026, 12, 14))
    task_outcomes.hand_over(at, one, assignee="Sami Haddad", assignee_address="sami@agency.example")
    task = tasks.get(at, one)
    assert (task.assignee, task.agreed_on, task.state) == ("Sami Haddad", None, "open")
    record = history.look(at, "task", one)
    assert [step.step.label for step in record.past] == ["Hand over task", "New task"]
    told = [str(each.message) for each in history.tell(at, record, record.past[0])]
    assert "Who does it: from “Dana Levi” to “Sami Haddad”." in told
    assert [(load.assignee, load.open, load.not_agreed) for load in tasks.load(at)] == [("Sami Haddad", 1, 1)]
    assert [person.name for person in tasks.people(at)] == ["Sami Haddad"]


def test_a_moved_deadline_of_a_promise_stays_on_today_until_the_client_knows(at: Desk) -> None:
    one = given(at)
    task_outcomes.move(at, one, due_on=date(2026, 12, 22), told=False)
    told = "Due on 2026-12-22 now, and the client does not know it yet: Count the orders by shop"
    assert section(at, "promises") == [told]
    tasks.note_told(at, one)
    assert section(at, "promises") == []


def test_taking_it_over_leaves_nobody_to_be_asked(at: Desk) -> None:
    one = given(at)
    task_outcomes.take_over(at, one)
    task = tasks.get(at, one)
    assert (task.side, task.assignee, task.checkpoint_at) == ("us", "", None)


def test_an_overdue_task_raises_its_promise_before_all_else(at: Desk, clock: desks.Clock) -> None:
    given(at)
    given(at, title="Send the prices", side="client", assignee="Maya Stern")
    given(at, title="Tidy the folder", side="us", assignee="", client_id=None, promise=False)
    clock.at = datetime(2026, 12, 21, 10, tzinfo=clock.at.tzinfo)
    names = [one.name for one in agenda.today(at).sections]
    assert names[0] == "promises"
    assert section(at, "promises") == ["Promised by 2026-12-18: Count the orders by shop (Dana Levi)"]
    assert section(at, "their_promises") == ["They promised by 2026-12-18: Send the prices (Maya Stern)"]
    assert section(at, "tasks") == ["Was due on 2026-12-18: Tidy the folder"]


def test_a_task_that_is_due_falls_on_its_day(at: Desk) -> None:
    given(at, side="us", assignee="")
    days = agenda.ahead(at, first=at.today(), days=7)
    assert [(day.on, str(row.reason)) for day in days for row in day.rows if row.kind == "task"] == [
        (FRIDAY, "Due: Count the orders by shop")
    ]


def test_what_does_not_go_together_is_refused_beside_its_field(at: Desk) -> None:
    for values, beside in (
        ({"title": " "}, "title"),
        ({"start_on": date(2026, 12, 20)}, "due_on"),
        ({"assignee_address": "dana at home"}, "assignee_address"),
        ({"due_on": date(1800, 1, 1)}, "due_on"),
        ({"goal_id": 77}, "goal_id"),
        ({"contact_id": 77}, "contact_id"),
    ):
        with pytest.raises(AmdeskError) as refused:
            given(at, **values)
        assert refused.value.beside == beside
    one = given(at)
    with pytest.raises(AmdeskError, match="has passed"):
        task_outcomes.move(at, one, due_on=date(2026, 12, 1))
    with pytest.raises(AmdeskError, match="Say who"):
        task_outcomes.hand_over(at, one, assignee=" ")
    assert tasks.find(at) == [one]


def test_a_task_whose_goal_was_deleted_can_still_be_changed(at: Desk) -> None:
    goal = goals.add(
        at, client_id=1, name="Orders", kpi="orders", baseline=Decimal(10), target=Decimal(20),
        start_on=date(2026, 12, 1), due_on=date(2027, 3, 1),
    )  # fmt: skip
    one = given(at, goal_id=goal)
    assert tasks.lines(at, [one])[0].goal == "Orders"
    goals.trash(at, goal)
    tasks.change(at, one, important=True)
    assert tasks.get(at, one).important


def test_tasks_cannot_wait_for_each_other_in_a_circle(at: Desk) -> None:
    first, second, third = (given(at, title=title) for title in ("First", "Second", "Third"))
    task_links.link(at, second, after=first)
    task_links.link(at, third, after=second)
    with pytest.raises(AmdeskError, match="“Third” waits for “First” already"):
        task_links.link(at, first, after=third)
    with pytest.raises(AmdeskError, match="cannot wait for itself"):
        task_links.link(at, first, after=first)
    page = tasks.page(at, second)
    assert ([one.id for one in page.after], [one.id for one in page.before]) == ([first], [third])
    task_links.unlink(at, second, after=first)
    assert tasks.page(at, second).after == ()


def test_a_settled_task_wants_nothing_until_it_is_opened_again(at: Desk) -> None:
    one = given(at)
    tasks.finish(at, one)
    assert tasks.find(at) == []
    assert tasks.find(at, settled=True) == [one]
    assert alarms.next_rings_at(at) is None
    with pytest.raises(AmdeskError, match="settled already"):
        task_outcomes.on_track(at, one)
    tasks.reopen(at, one)
    assert tasks.find(at) == [one]
    tasks.remove(at, one)
    assert tasks.find(at) == []


def test_tasks_are_found_by_their_words_their_person_and_their_client(at: Desk) -> None:
    one = given(at, result="A sheet of numbers")
    given(at, title="Something else", client_id=None, assignee="Sami")
    for typed in ("orders", "DANA", "northw shop", "sheet"):
        assert tasks.find(at, typed) == [one]


def test_the_board_has_each_open_task_in_its_field(at: Desk) -> None:
    one, two = given(at, important=True, urgent=True), given(at, important=True)
    three = given(at)
    assert tasks.board(at) == {1: [one], 2: [two], 3: [], 4: [three]}


def test_tasks_of_a_client_in_the_trash_are_asked_about_no_more(at: Desk, clock: desks.Clock) -> None:
    one = given(at)
    clients.remove(at, 1)
    clock.move(days=10)
    assert tasks.find(at) == []
    assert alarms.due(at) == []
    assert tasks.load(at) == []
    assert agenda.today(at).sections == ()
    at.undo()
    assert tasks.find(at) == [one]


def test_a_reminder_can_be_about_a_task(at: Desk) -> None:
    one = given(at)
    client, name = reminder_about.naming(at, "task", one)
    noun, _colon, uuid = name.partition(":")
    made = reminders.add(at, text="Ask Dana", due_on=FRIDAY, client_id=client, noun=noun, about=uuid)
    found = reminder_about.about(at, reminders.get(at, made))
    assert found is not None
    assert (found.noun, found.id, found.name) == ("task", one, "Count the orders by shop")
