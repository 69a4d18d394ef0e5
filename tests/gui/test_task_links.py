"""Tasks that wait for each other, on a task's page, and the person at the client who has one."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from amdesk.domain.errors import AmdeskError
from amdesk.gui.editors.task import TaskEditor
from amdesk.gui.editors.task_link import LinkForm
from amdesk.gui.pages.task import TaskPage
from amdesk.gui.place import Place
from amdesk.gui.window import Window
from amdesk.services import clients, task_links, tasks
from amdesk.services.desk import Desk
from tests.desks import client_with_contact
from tests.gui.keys import Key
from tests.gui.task_pages import page


@pytest.fixture
def desk(kept_desk: Desk) -> Desk:
    return kept_desk


def asked(shown: TaskPage) -> LinkForm:
    shown.outcomes.do("link")
    QApplication.processEvents()
    return next(one for one in shown.findChildren(LinkForm) if not one.isHidden())


def button(shown: TaskPage, name: str) -> QPushButton:
    QApplication.processEvents()
    return next(one for one in shown.findChildren(QPushButton, name) if one.isVisibleTo(shown))


def test_a_task_waits_for_one_found_by_letters_which_opens_and_is_taken_out(
    window: Window, desk: Desk, client: int
) -> None:
    first = tasks.add(desk, title="Write the brief", client_id=client)
    tasks.add(desk, title="Tidy up")
    one = tasks.add(desk, title="Draw the banner", client_id=client)
    shown = page(window, one)
    form = asked(shown)
    form.pick.setFocus()
    QTest.keyClicks(form.pick, "bri")
    assert [choice.label for choice in form.pick.model.choices] == ["Write the brief"]
    QTest.keyClick(form.pick, Key.Key_Return)
    QTest.keyClick(form.pick, Key.Key_Return)
    assert [line.id for line in tasks.page(desk, one).after] == [first]
    button(shown, f"task-link-{first}").click()
    assert window.place == Place("task", first)
    shown = page(window, one)
    button(shown, f"task-link-{first}-out").click()
    assert tasks.page(desk, one).after == ()
    assert window.focusWidget() is shown.face.focus


def test_a_circle_is_refused_beside_the_field(window: Window, desk: Desk) -> None:
    first, second = tasks.add(desk, title="Write"), tasks.add(desk, title="Draw")
    task_links.link(desk, second, after=first)
    form = asked(page(window, first))
    form.done.emit()
    assert form.fields["after"].below.text()
    form.pick.look()
    form.pick.take(0)
    form.done.emit()
    assert "Draw" in form.fields["after"].below.text()
    assert tasks.page(desk, first).after == ()


def test_tasks_of_another_client_are_not_offered(desk: Desk, client: int) -> None:
    other = clients.add(desk, name="Another")
    one = tasks.add(desk, title="Draw", client_id=client)
    ours = tasks.add(desk, title="Tidy up", due_on=date(2026, 3, 11))
    same = tasks.add(desk, title="Write", client_id=client)
    tasks.add(desk, title="Theirs", client_id=other)
    done = tasks.add(desk, title="Settled", client_id=client)
    tasks.finish(desk, done)
    assert [line.id for line in task_links.free(desk, one)] == [same, ours]
    assert [line.id for line in task_links.free(desk, one, "tid")] == [ours]
    task_links.link(desk, one, after=same)
    assert [line.id for line in task_links.free(desk, one)] == [ours]


def test_a_task_of_the_client_is_given_to_a_person_there(window: Window, desk: Desk) -> None:
    client, contact = client_with_contact(desk)
    window.go(Place("edit_task", about=client))
    shown = window.pages.page
    assert isinstance(shown, TaskEditor)
    assert shown.its.fields["contact_id"].isHidden()
    shown.its.title.setText("Send the logo")
    shown.its.side.choose("client")
    shown.its.side.picked.emit("client")
    assert not shown.its.fields["contact_id"].isHidden()
    shown.its.contact.choose(contact)
    shown.its.contact.picked.emit(contact)
    shown.save()
    task = tasks.get(desk, window.place.id or 0)
    assert task.contact_id == contact
    assert task.assignee


def test_without_a_choice_the_sentence_says_so(window: Window, desk: Desk) -> None:
    form = asked(page(window, tasks.add(desk, title="Draw")))
    with pytest.raises(AmdeskError, match="from the list"):
        form.chosen()
