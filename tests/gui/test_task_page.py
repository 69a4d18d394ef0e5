"""One task in the window: setting it, its files, and what its checkpoint may end with."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from amdesk.domain.errors import AmdeskError
from amdesk.gui.editors.task import TaskEditor
from amdesk.gui.editors.task_outcomes import AskForm, HandOverForm, MoveForm
from amdesk.gui.pages.client import ClientPage
from amdesk.gui.pages.task import TaskPage
from amdesk.gui.place import Place
from amdesk.gui.widgets.badge import BadgeLabel
from amdesk.gui.window import Window
from amdesk.services import attachments, goals, task_outcomes, tasks
from amdesk.services.desk import Desk
from tests.gui.keys import CTRL, NONE, Key
from tests.gui.task_pages import page


@pytest.fixture
def spoken() -> str:
    return "en"


@pytest.fixture
def desk(kept_desk: Desk) -> Desk:
    return kept_desk


def editor(window: Window, place: Place) -> TaskEditor:
    window.go(place)
    shown = window.pages.page
    assert isinstance(shown, TaskEditor)
    return shown


def strike(shown: TaskPage, key: Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    """Press a key where the page has the keys as one comes to it."""
    assert shown.face.focus is not None
    QTest.keyClick(shown.face.focus, key, modifier)


def form(shown: TaskPage) -> AskForm:
    QApplication.processEvents()
    return next(one for one in shown.findChildren(AskForm) if not one.isHidden())


def delegated(desk: Desk, **values: object) -> int:
    usual: dict[str, Any] = {"title": "Draw the banner", "side": "colleague", "assignee": "Roni Levi"}
    return tasks.add(desk, **{**usual, "due_on": date(2026, 3, 20), **values})


def test_a_task_is_set_for_a_client_and_shown(window: Window, desk: Desk, client: int) -> None:
    shown = editor(window, Place("edit_task", about=client))
    shown.its.title.setText("Draw the banner")
    shown.its.side.choose("colleague")
    shown.its.assignee.setText("Roni Levi")
    shown.its.due_on.put_text("20/03/2026")
    shown.save()
    task = tasks.get(desk, window.place.id or 0)
    assert window.place.page == "task"
    assert (task.title, task.client_id, task.assignee, task.due_on) == (
        "Draw the banner", client, "Roni Levi", date(2026, 3, 20),
    )  # fmt: skip
    assert task.checkpoint_at is not None


def test_what_is_wrong_is_said_beside_its_field(window: Window, desk: Desk) -> None:
    shown = editor(window, Place("edit_task"))
    shown.save()
    assert shown.its.fields["title"].below.text()
    shown.its.title.setText("Draw")
    shown.its.start_on.put_text("20/03/2026")
    shown.its.due_on.put_text("12/03/2026")
    shown.save()
    assert "before it starts" in shown.its.fields["due_on"].below.text()
    assert tasks.find(desk) == []


def test_the_checkpoint_is_reckoned_until_a_hand_changes_it_and_then_again(
    window: Window, desk: Desk
) -> None:
    shown = editor(window, Place("edit_task", delegated(desk)))
    reckoned = shown.its.look_on.meant()
    assert reckoned is not None
    assert shown.back.isHidden()
    shown.its.look_on.choose(date(2026, 3, 12))
    assert "Set by hand" in shown.reckoned.text()
    shown.save()
    one = window.place.id or 0
    assert tasks.get(desk, one).checkpoint_by_hand
    shown = editor(window, Place("edit_task", one))
    shown.back.click()
    shown.save()
    task = tasks.get(desk, one)
    assert not task.checkpoint_by_hand
    assert task.checkpoint_at is not None
    assert task.checkpoint_at.date() == reckoned


def test_somebody_known_brings_their_address(window: Window, desk: Desk) -> None:
    delegated(desk, assignee_address="roni@bright.example", assignee_language="he")
    shown = editor(window, Place("edit_task"))
    shown.its.assignee.known.emit("Roni Levi")
    assert shown.its.address.text() == "roni@bright.example"
    assert shown.its.language.value() == "he"


def test_files_are_kept_with_the_task_and_taken_out(window: Window, desk: Desk, tmp_path: Path) -> None:
    paper = tmp_path / "Form.txt"
    paper.write_text("Name:", "utf-8")
    one = delegated(desk)
    shown = editor(window, Place("edit_task", one))
    shown.take_file(paper)
    shown.save()
    uuid = tasks.get(desk, one).uuid
    assert [found.name for found in attachments.of(desk, "task", uuid)] == ["Form.txt"]
    shown = editor(window, Place("edit_task", one))
    out = shown.its.files.findChild(QPushButton, "task-files-0-remove")
    assert isinstance(out, QPushButton)
    assert out.accessibleName() == "Take out Form.txt"
    out.click()
    shown.save()
    assert attachments.of(desk, "task", uuid) == []


def test_a_file_too_large_is_refused_beside_the_files(window: Window, desk: Desk, tmp_path: Path) -> None:
    large = tmp_path / "film.mov"
    with large.open("wb") as stream:
        stream.truncate(100_000_001)
    shown = editor(window, Place("edit_task"))
    shown.take_file(large)
    assert "film.mov" in shown.its.fields["files"].below.text()
    assert shown.its.files.new == []


def test_ticks_follow_what_is_typed_and_hold_nothing_up(window: Window, desk: Desk) -> None:
    shown = editor(window, Place("edit_task"))
    advice = shown.smart.findChild(QLabel, "smart-measurable-advice")
    assert isinstance(advice, QLabel)
    assert advice.text()
    shown.its.title.setText("Draw")
    shown.its.result.setText("Three sizes")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    advice = shown.smart.findChild(QLabel, "smart-measurable-advice")
    assert isinstance(advice, QLabel)
    assert not advice.text()
    shown.save()
    assert len(tasks.find(desk)) == 1


def test_what_is_typed_is_there_when_one_comes_back(window: Window, desk: Desk, client: int) -> None:
    shown = editor(window, Place("edit_task", about=client))
    shown.its.title.setText("Draw the")
    shown.its.side.choose("third")
    window.go(Place("today"))
    window.back()
    again = window.pages.page
    assert isinstance(again, TaskEditor)
    assert (again.its.title.text(), again.its.side.value()) == ("Draw the", "third")
    assert again.its.client_id() == client


def test_on_track_asks_no_more(window: Window, desk: Desk) -> None:
    one = delegated(desk)
    page(window, one).cards.cards["on_track"].click()
    assert tasks.get(desk, one).state == "checked"


def test_what_is_overdue_is_not_said_to_be_on_track(window: Window, desk: Desk) -> None:
    one = delegated(desk, due_on=desk.today() - timedelta(days=4))
    task_outcomes.on_track(desk, one)
    shown = page(window, one)
    badges = [made.accessibleName() for made in shown.facts.head.findChildren(BadgeLabel)]
    assert "Overdue" in badges
    assert "On track" not in badges
    assert not shown.cards.cards["on_track"].isVisible()
    assert shown.cards.cards["move"].isVisible()


def test_what_is_not_clear_becomes_a_question_and_its_answer_lets_the_task_go_on(
    window: Window, desk: Desk
) -> None:
    one = delegated(desk)
    shown = page(window, one)
    strike(shown, Key.Key_2)
    asked = form(shown)
    asked.done.emit()
    assert asked.fields["text"].below.text()
    asked.fields["text"].editor.setText("Which sizes?")  # type: ignore[attr-defined]
    QTest.keyClick(asked.fields["text"].editor, Key.Key_Return)
    assert tasks.get(desk, one).state == "waiting"
    (question,) = tasks.page(desk, one).questions
    shown.facts.answer_requested.emit(question)
    form(shown).fields["answer"].editor.setText("All three")  # type: ignore[attr-defined]
    form(shown).done.emit()
    assert tasks.get(desk, one).state == "open"
    assert tasks.page(desk, one).questions[0].answer == "All three"


def test_handed_over_it_is_agreed_anew_and_the_history_names_the_one_before(
    window: Window, desk: Desk
) -> None:
    one = delegated(desk, agreed_on=date(2026, 3, 9))
    shown = page(window, one)
    shown.outcomes.do("hand_over")
    asked = form(shown)
    assert isinstance(asked, HandOverForm)
    asked.done.emit()
    assert asked.fields["assignee"].below.text()
    asked.name.setText("Dana Katz")
    asked.done.emit()
    task = tasks.get(desk, one)
    assert (task.assignee, task.agreed_on) == ("Dana Katz", None)
    QApplication.processEvents()
    told = " ".join(label.text() for label in shown.past.findChildren(QLabel))
    assert "Roni Levi" in told


def test_a_moved_deadline_moves_the_checkpoint_and_asks_whether_the_client_was_told(
    window: Window, desk: Desk, client: int
) -> None:
    one = delegated(desk, client_id=client, promise=True)
    before = tasks.get(desk, one).checkpoint_at
    shown = page(window, one)
    shown.outcomes.do("move")
    asked = form(shown)
    assert isinstance(asked, MoveForm)
    asked.due_on.put_text("30/02/2026")
    asked.done.emit()
    assert asked.fields["due_on"].below.text()
    asked.due_on.put_text("27/03/2026")
    asked.done.emit()
    task = tasks.get(desk, one)
    assert (task.due_on, task.told) == (date(2026, 3, 27), False)
    assert before is not None
    assert task.checkpoint_at is not None
    assert task.checkpoint_at - before > timedelta(days=1)


def test_done_myself_it_is_mine_and_only_what_fits_is_offered(window: Window, desk: Desk) -> None:
    one = delegated(desk)
    shown = page(window, one)
    shown.cards.cards["mine"].click()
    assert tasks.get(desk, one).side == "us"
    assert shown.cards.cards["mine"].isHidden()
    strike(shown, Key.Key_1)
    assert tasks.get(desk, one).state == "open"
    assert not shown.cards.cards["move"].isHidden()


def test_a_key_settles_the_task_and_opens_it_again(window: Window, desk: Desk) -> None:
    one = delegated(desk)
    shown = page(window, one)
    strike(shown, Key.Key_Return, CTRL)
    assert tasks.get(desk, one).state == "done"
    assert shown.cards.isHidden()
    strike(shown, Key.Key_Return, CTRL)
    assert tasks.get(desk, one).is_open


def test_escape_leaves_a_question_unasked(window: Window, desk: Desk) -> None:
    shown = page(window, delegated(desk))
    shown.outcomes.do("clarify")
    QTest.keyClick(form(shown).fields["text"].editor, Qt.Key.Key_Escape)
    assert not shown.cards.isHidden()
    assert window.focusWidget() is shown.face.focus


def test_a_colleague_is_asked_by_a_mail_that_is_seen_first(window: Window, desk: Desk, client: int) -> None:
    one = delegated(desk, client_id=client, assignee_address="roni@bright.example")
    shown = page(window, one)
    shown.letters.ask_request()
    assert not shown.mail.isHidden()
    assert shown.mail.subject.text()
    press(shown, "hand-mail-clipboard")
    assert "Draw the banner" in QApplication.clipboard().text()
    assert shown.mail.isHidden()


def test_a_client_is_told_of_a_moved_day_by_mail_and_it_is_noted_once_sent(
    window: Window, desk: Desk, client: int
) -> None:
    one = delegated(desk, client_id=client, promise=True)
    shown = page(window, one)
    shown.outcomes.do("move")
    asked = form(shown)
    assert isinstance(asked, MoveForm)
    asked.due_on.put_text("27/03/2026")
    asked.done.emit()
    assert "27" in shown.mail.subject.text() + shown.mail.body.toPlainText()
    press(shown, "hand-mail-clipboard")
    assert not tasks.get(desk, one).told
    press(shown, "sent-yes")
    assert tasks.get(desk, one).told


def test_without_an_address_nothing_is_asked_by_mail_and_it_is_said_why(window: Window, desk: Desk) -> None:
    shown = page(window, delegated(desk))
    with pytest.raises(AmdeskError, match="no e-mail address"):
        shown.letters.ask_request()


def test_promises_of_both_sides_stand_on_the_clients_page_and_are_done_there(
    window: Window, desk: Desk, client: int
) -> None:
    ours = delegated(desk, client_id=client, promise=True)
    tasks.add(desk, title="Send the logo", side="client", client_id=client, assignee="Maya Stern")
    tasks.add(desk, title="Tidy up", client_id=client)
    window.go(Place("client", client))
    shown = window.pages.page
    assert isinstance(shown, ClientPage)
    titles = [label.text() for label in shown.open.findChildren(QLabel, "open-title")]
    assert {"We promised", "They promised", "Tasks"} <= set(titles)
    done = press(shown, f"promise-done-{ours}")
    assert done.accessibleName() == "Done: Draw the banner"
    assert not tasks.get(desk, ours).is_open
    press(shown, f"promise-open-{tasks.find(desk, 'logo')[0]}")
    assert window.place.page == "task"


def press(shown: QWidget, name: str) -> QPushButton:
    QApplication.processEvents()
    found = next(one for one in shown.findChildren(QPushButton, name) if one.isVisibleTo(shown))
    found.click()
    return found


def test_a_task_serves_a_goal_of_its_client_and_begins_so_beside_it(
    window: Window, desk: Desk, client: int
) -> None:
    goal = goals.add(
        desk, client_id=client, name="Orders a week", kpi="Orders", unit="", baseline=Decimal(10),
        target=Decimal(20), start_on=date(2026, 3, 1), due_on=date(2026, 6, 1), rhythm="weekly",
    )  # fmt: skip
    window.go(Place("goal", goal, client))
    window.commands.by_id["task.new"].trigger()
    shown = window.pages.page
    assert isinstance(shown, TaskEditor)
    assert shown.its.fields["no_goal_reason"].isHidden()
    shown.its.title.setText("Write the brief")
    shown.save()
    task = tasks.get(desk, window.place.id or 0)
    assert (task.goal_id, task.client_id) == (goal, client)
    assert "Orders a week" in " ".join(one.text() for one in window.findChildren(QLabel, "task-fact"))
