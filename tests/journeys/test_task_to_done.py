"""From an action agreed in a call to a task done in time by somebody else, by keyboard alone."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from amdesk.domain.task import Task
from amdesk.gui.pages.summary import SummaryPage
from amdesk.gui.pages.today import TodayPage
from amdesk.gui.place import Place
from amdesk.services import alarms, history, interactions, summaries, tasks
from amdesk.services.desk import Desk
from tests import desks
from tests.desks import Clock, MailBox
from tests.gui.keys import CTRL, Key, Keyboard


@pytest.fixture
def northwind(desk: Desk) -> int:
    client, _maya = desks.client_with_contact(desk)
    return client


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_an_action_becomes_a_task_that_is_asked_for_looked_at_handed_over_and_done(
    northwind: int, keyboard: Keyboard, desk: Desk, clock: Clock, mail: MailBox, qtbot: QtBot
) -> None:
    agree_on_it(keyboard, desk, qtbot)
    agreed = the_task(desk).id
    give_it_to_roni(keyboard, desk)
    ask_by_mail(keyboard, mail)
    look_at_it_in_time(keyboard, desk, clock)
    hand_it_to_dana(keyboard, desk)
    settle_it(keyboard, desk)
    confirm_the_summary(keyboard, desk, mail)
    assert tasks.get(desk, agreed).state == "done"


def agree_on_it(keyboard: Keyboard, desk: Desk, qtbot: QtBot) -> None:
    keyboard.press(Key.Key_L, CTRL)
    keyboard.type("maya")
    keyboard.press(Key.Key_Return)
    keyboard.type("Spring campaign")
    keyboard.press(Key.Key_Return, CTRL)
    keyboard.type("> Audit the landing pages until 18/12")
    keyboard.press(Key.Key_D, CTRL)
    page = keyboard.window.pages.page
    assert isinstance(page, SummaryPage)
    qtbot.waitUntil(lambda: not page.editor.saver.is_waiting)
    assert (the_task(desk).due_on, the_task(desk).promise) == (date(2026, 12, 18), True)


def give_it_to_roni(keyboard: Keyboard, desk: Desk) -> None:
    keyboard.press(Key.Key_K, CTRL)
    keyboard.type("tasks")
    keyboard.press(Key.Key_Return)
    keyboard.press(Key.Key_Down)
    keyboard.press(Key.Key_Return)
    assert keyboard.window.place == Place("task", the_task(desk).id)
    keyboard.press(Key.Key_F2)
    tab_to(keyboard, "task-result")
    keyboard.type("A list of ten pages")
    tab_to(keyboard, "task-side")
    keyboard.type("A coll")
    tab_to(keyboard, "task-assignee")
    keyboard.type("Roni Levi")
    tab_to(keyboard, "task-address")
    keyboard.type("roni@bright.example")
    keyboard.press(Key.Key_S, CTRL)
    task = the_task(desk)
    assert (task.side, task.assignee, task.agreed_on) == ("colleague", "Roni Levi", None)
    assert task.checkpoint_at is not None


def ask_by_mail(keyboard: Keyboard, mail: MailBox) -> None:
    tab_to(keyboard, "task-request")
    keyboard.press(Key.Key_Space)
    keyboard.press(Key.Key_Return)
    (_name, draft) = mail.drafts[-1]
    assert b"roni@bright.example" in draft
    assert keyboard.window.place.page == "task"


def look_at_it_in_time(keyboard: Keyboard, desk: Desk, clock: Clock) -> None:
    at = the_task(desk).checkpoint_at
    assert at is not None
    assert alarms.due(desk) == []
    clock.at = at
    assert [one.noun for one in alarms.due(desk)] == ["task"]
    alarms.note_rung(desk, alarms.due(desk))
    keyboard.press(Key.Key_1, CTRL)
    page = keyboard.window.pages.page
    assert isinstance(page, TodayPage)
    for _ in page.lines:
        _place, line = page.list.focused()
        if line is not None and line.row.action == "check":
            break
        keyboard.press(Key.Key_Down)
    keyboard.press(Key.Key_Space)
    assert keyboard.window.place.page == "task"


def hand_it_to_dana(keyboard: Keyboard, desk: Desk) -> None:
    keyboard.press(Key.Key_3)
    keyboard.type("Dana Katz")
    keyboard.press(Key.Key_Return)
    task = the_task(desk)
    assert (task.assignee, task.state) == ("Dana Katz", "open")
    assert task.checkpoint_at is not None
    assert task.checkpoint_at > desk.now()
    record = history.look(desk, "task", task.id)
    told = [str(one.message) for step in record.past for one in history.tell(desk, record, step)]
    assert any("Roni Levi" in words for words in told)


def settle_it(keyboard: Keyboard, desk: Desk) -> None:
    keyboard.press(Key.Key_Return, CTRL)
    assert tasks.find(desk) == []
    assert alarms.due(desk) == []


def confirm_the_summary(keyboard: Keyboard, desk: Desk, mail: MailBox) -> None:
    keyboard.press(Key.Key_3, CTRL)
    keyboard.press(Key.Key_Down)
    keyboard.press(Key.Key_Return)
    assert keyboard.window.place.page == "summary"
    keyboard.press(Key.Key_Return, CTRL)
    keyboard.press(Key.Key_Return)
    assert b"maya@northwind.example" in mail.drafts[-1][1]
    keyboard.press(Key.Key_Return, CTRL)
    keyboard.press(Key.Key_Return)
    call = interactions.find(desk)[0]
    done = summaries.versions(desk, call)[-1]
    assert (done.state, done.confirmed_by) == ("confirmed", "Maya Stern")


def tab_to(keyboard: Keyboard, name: str) -> None:
    """Go by Tab to a control."""
    for _ in range(60):
        if keyboard.at.objectName() == name:
            return
        keyboard.press(Key.Key_Tab)
    pytest.fail(f"no Tab leads to {name}")


def the_task(desk: Desk) -> Task:
    return tasks.get(desk, tasks.find(desk, "landing")[0])
