"""Goals in the window: the list, setting one, measuring, pasting two columns, its plan, its client."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from amdesk.gui.editors.goal import GoalEditor
from amdesk.gui.editors.milestone import MilestoneEditor
from amdesk.gui.editors.planned_action import PlannedActionEditor
from amdesk.gui.editors.reminder import ReminderEditor
from amdesk.gui.pages.client import ClientPage
from amdesk.gui.pages.goal import GoalPageView
from amdesk.gui.pages.goals import GoalsPage
from amdesk.gui.pages.measurements import ReadMeasurements
from amdesk.gui.place import Place
from amdesk.gui.window import Window
from amdesk.i18n.catalog import _
from amdesk.i18n.format import digits
from amdesk.services import goals, reminders
from amdesk.services.desk import Desk
from amdesk.services.picking import Choice
from tests.gui.keys import CTRL, Key, Keyboard


@pytest.fixture
def desk(empty_desk: Desk) -> Desk:
    """Nothing in it but what a test sets."""
    return empty_desk


def orders(desk: Desk, client: int, **values: object) -> int:
    """From 100 to 200 orders in the hundred days around today."""
    usual: dict[str, object] = {
        "name": "Orders per week", "unit": "orders", "baseline": Decimal(100), "target": Decimal(200),
        "start_on": desk.today() - timedelta(days=50), "due_on": desk.today() + timedelta(days=50),
    }  # fmt: skip
    return goals.add(desk, client_id=client, **{**usual, **values})  # type: ignore[arg-type]


def list_page(window: Window) -> GoalsPage:
    window.go(Place("goals"))
    shown = window.pages.page
    assert isinstance(shown, GoalsPage)
    return shown


def goal_page(window: Window, goal: int) -> GoalPageView:
    window.go(Place("goal", goal))
    QApplication.processEvents()
    shown = window.pages.page
    assert isinstance(shown, GoalPageView)
    return shown


def editor(window: Window) -> GoalEditor:
    shown = window.pages.page
    assert isinstance(shown, GoalEditor)
    return shown


def said(window: Window, name: str) -> str:
    found = window.findChild(QLabel, name)
    assert isinstance(found, QLabel)
    return found.text()


def test_the_list_says_how_each_goal_stands_and_opens_it(window: Window, desk: Desk, client: int) -> None:
    one = orders(desk, client)
    goals.measure(desk, one, desk.today(), Decimal(110))
    shown = list_page(window)
    state = shown.rows.data(shown.rows.index(0, 2), int(Qt.ItemDataRole.AccessibleTextRole))
    assert state in {"Behind", "عقب از برنامه"}
    shown.table.select_id(one)
    QTest.keyClick(shown.table, Qt.Key.Key_Return)
    assert window.place == Place("goal", one, client)


def test_the_list_is_narrowed_by_state_and_by_words(window: Window, desk: Desk, client: int) -> None:
    one = orders(desk, client)
    goals.measure(desk, one, desk.today(), Decimal(170))
    orders(desk, client, name="Cost per order", direction="down", baseline=Decimal(20), target=Decimal(10))
    shown = list_page(window)
    assert shown.rows.rowCount() == 2
    shown.state.choose("on_track")
    shown.refresh()
    assert [shown.rows.id_at(0), shown.rows.rowCount()] == [one, 1]
    shown.clear()
    shown.search.setText("northwind cost")
    assert shown.rows.rowCount() == 1


def test_deleted_by_its_key_a_goal_comes_back_by_undo(window: Window, desk: Desk, client: int) -> None:
    one = orders(desk, client)
    shown = list_page(window)
    shown.table.select_id(one)
    QTest.keyClick(shown.table, Qt.Key.Key_Delete)
    assert shown.rows.rowCount() == 0
    window.undo()
    assert goals.find(desk) == [one]


def test_a_goal_is_set_from_its_client_and_shown_at_once(window: Window, desk: Desk, client: int) -> None:
    window.go(Place("client", client))
    window.commands.by_id["goal.new"].trigger()
    shown = editor(window)
    assert shown.client.choice == Choice(client, None, "Northwind Traders", ("NT",))
    shown.name.setText("Orders per week")
    shown.baseline.put_text(digits("1120", "fa"))
    shown.target.put_text("1800,5")
    shown.due_on.put(date(2026, 12, 31))
    shown.save()
    (one,) = goals.find(desk)
    assert window.place == Place("goal", one, client)
    goal = goals.get(desk, one).goal
    assert (goal.baseline, goal.target, goal.shared) == (Decimal(1120), Decimal("1800.5"), False)


@pytest.mark.parametrize(
    ("field", "text"), [("target", ""), ("target", "a few"), ("target", "50"), ("due_on", "01/01/2020")]
)
def test_what_is_wrong_with_a_goal_is_said_beside_its_field(
    window: Window, desk: Desk, client: int, field: str, text: str
) -> None:
    desk.settings.choose("calendar", "gregorian")
    window.go(Place("edit_goal", about=client))
    shown = editor(window)
    shown.name.setText("Orders per week")
    shown.baseline.put_text("100")
    shown.target.put_text("200")
    shown.due_on.put(date(2026, 12, 31))
    getattr(shown, field).put_text(text)
    shown.save()
    assert shown.fields[field].below.property("kind") == "error"
    assert goals.find(desk) == []


def test_measurements_are_typed_one_after_another_with_enter(window: Window, desk: Desk, client: int) -> None:
    desk.settings.choose("calendar", "gregorian")
    one = orders(desk, client)
    shown = goal_page(window, one)
    keys = Keyboard(window)
    keys.type("150")
    keys.press(Key.Key_Return)
    keys.type("09/03/2026")
    keys.press(Key.Key_Tab)
    keys.type(digits("148", "fa"))
    keys.press(Key.Key_Return)
    page = goals.get(desk, one)
    assert [(m.taken_on.day, m.value) for m in page.measurements] == [(9, Decimal(148)), (10, Decimal(150))]
    assert shown.measurements.rows.rowCount() == 2
    assert shown.timeline.view.picture is not None
    assert "150" in said(window, "figure-now-value") or "۱۵۰" in said(window, "figure-now-value")


def test_a_value_that_is_none_is_told_and_stays_to_be_mended(window: Window, desk: Desk, client: int) -> None:
    shown = goal_page(window, orders(desk, client))
    keys = Keyboard(window)
    keys.type("12,5,1.")
    keys.press(Key.Key_Return)
    line = shown.measurements.line
    assert line.below.property("kind") == "error"
    assert line.value.text() == "12,5,1."


def test_a_measurement_is_changed_in_the_line_and_deleted_by_key(
    window: Window, desk: Desk, client: int
) -> None:
    one = orders(desk, client)
    kept = goals.measure(desk, one, desk.today(), Decimal(150))
    shown = goal_page(window, one)
    shown.measurements.table.take_focus()
    keys = Keyboard(window)
    keys.press(Key.Key_Return)
    assert shown.measurements.line.keep.text() == _("Save")
    keys.type("160")
    keys.press(Key.Key_Return)
    assert goals.measurement(desk, kept).value == 160
    shown.measurements.table.take_focus()
    keys.press(Key.Key_Delete)
    assert goals.get(desk, one).measurements == ()
    window.undo()
    assert len(goals.get(desk, one).measurements) == 1


def test_two_columns_are_looked_at_before_they_are_kept_as_one_step(
    window: Window, desk: Desk, client: int
) -> None:
    desk.settings.choose("calendar", "gregorian")
    one = orders(desk, client)
    goals.measure(desk, one, desk.today(), Decimal(150))
    QGuiApplication.clipboard().setText("Day\tOrders\n2026-03-02\t120\n2026-03-09\t130\nnever\t1\n")
    goal_page(window, one)
    Keyboard(window).press(Key.Key_V, CTRL)
    preview = window.pages.page
    assert isinstance(preview, ReadMeasurements)
    verdicts = [
        preview.rows.data(preview.rows.index(row, 1), int(Qt.ItemDataRole.AccessibleTextRole))
        for row in range(preview.rows.rowCount())
    ]
    assert len(verdicts) == 3
    assert verdicts[0] == verdicts[1] != verdicts[2]
    preview.save()
    assert window.place.page == "goal"
    assert len(goals.get(desk, one).measurements) == 3
    window.undo()
    assert len(goals.get(desk, one).measurements) == 1


def test_escape_goes_from_the_line_to_the_list_and_then_off_the_page(
    window: Window, desk: Desk, client: int
) -> None:
    one = orders(desk, client)
    list_page(window)
    shown = goal_page(window, one)
    keys = Keyboard(window)
    keys.press(Key.Key_Escape)
    assert window.place.page == "goals", "nothing is measured yet: there is no list to go to"
    goals.measure(desk, one, desk.today(), Decimal(150))
    shown = goal_page(window, one)
    keys.press(Key.Key_F2)
    assert window.place.page == "edit_goal"
    keys.press(Key.Key_Escape)
    shown = goal_page(window, one)
    keys.type("12")
    keys.press(Key.Key_Escape)
    assert shown.measurements.line.value.text() == ""
    keys.press(Key.Key_Escape)
    assert shown.measurements.table.hasFocus()
    keys.press(Key.Key_Escape)
    assert window.place.page == "goals"


def test_nothing_pasted_keeps_nothing(window: Window, desk: Desk, client: int) -> None:
    one = orders(desk, client)
    window.go(Place("read_measurements", one, client, text="only words"))
    preview = window.pages.page
    assert isinstance(preview, ReadMeasurements)
    assert not preview.keep.isEnabled()
    preview.save()
    assert goals.get(desk, one).measurements == ()


def test_milestones_and_actions_are_planned_done_and_opened_again(
    window: Window, desk: Desk, client: int
) -> None:
    one = orders(desk, client)
    page = goal_page(window, one)
    page.findChild(QPushButton, "add-milestone").click()  # type: ignore[union-attr]
    milestone = window.pages.page
    assert isinstance(milestone, MilestoneEditor)
    milestone.title.setText("Half way")
    milestone.due_on.put(desk.today() + timedelta(days=5))
    milestone.save()
    window.pages.page.findChild(QPushButton, "add-action").click()  # type: ignore[union-attr]
    action = window.pages.page
    assert isinstance(action, PlannedActionEditor)
    action.title.setText("New landing page")
    action.save()
    its = goals.get(desk, one)
    for kind, part in (("milestone", its.milestones[0]), ("action", its.actions[0])):
        window.pages.page.findChild(QPushButton, f"{kind}-done-{part.id}").click()  # type: ignore[union-attr]
    its = goals.get(desk, one)
    assert its.milestones[0].reached_on == its.actions[0].done_on == desk.today()
    window.undo()
    assert goals.get(desk, one).actions[0].done_on is None


def test_what_is_deleted_in_its_editor_comes_back_by_undo(window: Window, desk: Desk, client: int) -> None:
    one = orders(desk, client)
    kept = goals.add_milestone(desk, one, title="Half way", due_on=desk.today())
    goal_page(window, one)
    for place, button in (
        (Place("edit_milestone", kept, client, within=one), "milestone-remove"),
        (Place("edit_goal", one, client), "goal-remove"),
    ):
        window.go(place)
        window.findChild(QPushButton, button).click()  # type: ignore[union-attr]
    assert (window.place, goals.find(desk)) == (Place("goals"), [])
    window.undo()
    window.undo()
    assert [it.title for it in goals.get(desk, one).milestones] == ["Half way"]


def test_a_milestone_without_a_day_is_told_beside_the_day(window: Window, desk: Desk, client: int) -> None:
    window.go(Place("edit_milestone", about=client, within=orders(desk, client)))
    shown = window.pages.page
    assert isinstance(shown, MilestoneEditor)
    shown.title.setText("Half way")
    shown.save()
    assert shown.fields["due_on"].below.property("kind") == "error"


def test_a_reminder_set_from_a_goal_is_about_it_and_leads_back(
    window: Window, desk: Desk, client: int
) -> None:
    one = orders(desk, client)
    goal_page(window, one)
    window.commands.by_id["reminder.new"].trigger()
    shown = window.pages.page
    assert isinstance(shown, ReminderEditor)
    assert "Orders per week" in shown.about.text()
    shown.text.setText("Ask for the figures")
    shown.save()
    (its,) = reminders.lines(desk, reminders.find(desk))
    assert (its.reminder.noun, its.reminder.client_id) == ("goal", client)


def test_the_clients_page_has_a_strip_that_leads_to_each_goal(
    window: Window, desk: Desk, client: int
) -> None:
    window.go(Place("client", client))
    shown = window.pages.page
    assert isinstance(shown, ClientPage)
    assert shown.goals.isHidden()
    one = orders(desk, client)
    QApplication.processEvents()
    assert not shown.goals.isHidden()
    shown.goals.findChild(QPushButton, f"client-goal-{one}").click()  # type: ignore[union-attr]
    assert window.place == Place("goal", one, client)
