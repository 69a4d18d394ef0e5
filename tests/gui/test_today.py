"""Today by its keys: each line's action, its menu, the days ahead, the sheet of paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from amdesk.domain.agenda_rows import CAP, SECTION_NAMES
from amdesk.gui import agenda_groups, agenda_paper, printing
from amdesk.gui.agenda_row import AgendaRow
from amdesk.gui.application import Application
from amdesk.gui.pages.summary import SummaryPage
from amdesk.gui.pages.today import TodayPage
from amdesk.gui.place import Place
from amdesk.gui.widgets.cadence_field import CadenceField
from amdesk.gui.widgets.menu import Menu
from amdesk.gui.window import Window
from amdesk.i18n.catalog import _
from amdesk.services import agenda, calling, clients, goals, interactions, reminders, summaries
from amdesk.services.desk import Desk
from tests.gui.conftest import NOW
from tests.gui.keys import CTRL, Key, Keyboard


@pytest.fixture
def page(window: Window) -> TodayPage:
    QApplication.processEvents()  # laid out
    shown = window.pages.page
    assert isinstance(shown, TodayPage)
    return shown


@pytest.fixture
def client(desk: Desk) -> int:
    """A client with whom a call is agreed for today, and who has no number."""
    return clients.add(desk, name="Aardvark", tier="A", vip=True, next_contact_on=NOW.date())


def line(page: TodayPage, wanted: Callable[[AgendaRow], bool]) -> AgendaRow:
    """The first line like this, with the keys on it as if one had gone there."""
    page.refresh()
    found = next(one for one in page.lines if wanted(one))
    found.setFocus(Qt.FocusReason.TabFocusReason)
    return found


def menu(page: TodayPage) -> dict[str, QAction]:
    """What stands in the menu that is open, by name."""
    (shown,) = [one for one in page.findChildren(Menu, "today-menu") if one.isVisible()]
    return {action.objectName(): action for action in shown.actions() if action.objectName()}


def test_few_lines_stand_close_and_long_ones_are_read_whole(
    empty_desk: Desk, qtbot: QtBot, spoken: str
) -> None:
    short, long = "Ring Priya", "Ring Priya about the plan for the spring, and what it may cost. " * 3
    for text in (short, long):
        reminders.add(empty_desk, text=text, due_on=empty_desk.today())
    page = TodayPage(empty_desk)
    qtbot.addWidget(page)
    page.resize(420, 900)
    page.refresh()
    page.show()
    QApplication.processEvents()
    heights = sorted(one.height() for one in page.lines)
    assert heights[0] <= 60, "what room is left stands below"
    assert heights[1] > 2 * heights[0]
    for one in page.lines:
        reason = one.findChild(QLabel, "row-reason")
        assert isinstance(reason, QLabel)
        assert reason.height() >= reason.heightForWidth(reason.width())


def test_space_on_a_reminder_settles_it(page: TodayPage, desk: Desk) -> None:
    made = reminders.add(desk, text="Ring Priya", due_on=NOW.date(), urgent=True)
    QTest.keyClick(line(page, lambda one: (one.row.kind, one.row.id) == ("reminder", made)), Key.Key_Space)
    assert reminders.get(desk, made).state == "done"


def test_space_on_a_client_copies_the_number_dials_it_and_begins_the_log(
    window: Window, page: TodayPage, desk: Desk
) -> None:
    dialled: list[str] = []

    def dial(number: str) -> bool:
        dialled.append(number)
        return False

    page.acts._desk = replace(desk, dial=dial)
    due = line(page, lambda one: one.row.kind == "client")
    assert due.row.client_id is not None
    number = calling.number_of(desk, due.row.client_id)
    assert number is not None
    QTest.keyClick(due, Key.Key_Space)
    assert QApplication.clipboard().text() == number.value
    assert dialled == [number.normal]
    assert window.place == Place("log_call", about=due.row.client_id)


def test_the_second_reminder_of_a_summary_is_a_call_that_is_noted_there(
    window: Window, page: TodayPage, desk: Desk
) -> None:
    dialled: list[str] = []

    def dial(number: str) -> bool:
        dialled.append(number)
        return True

    page.acts._desk = replace(desk, dial=dial)
    due = line(page, lambda one: one.row.action == "call")
    made = summaries.get(desk, due.row.id)
    QTest.keyClick(due, Key.Key_Space)
    assert len(dialled) == 1
    shown = window.pages.page
    assert isinstance(shown, SummaryPage)
    QApplication.processEvents()
    said = shown.findChild(QPushButton, "chase-said")
    assert isinstance(said, QPushButton)
    said.click()
    assert (made.chases, summaries.get(desk, made.id).chases) == (1, 2)


def test_log_a_call_takes_the_client_of_the_line_one_went_to(window: Window, page: TodayPage) -> None:
    keyboard = Keyboard(window)
    keyboard.press(Key.Key_Down)
    wanted = page.lines[1].row.client_id
    keyboard.press(Key.Key_L, CTRL)
    assert window.place == Place("log_call", about=wanted)


def test_log_a_call_asks_whom_while_nobody_went_to_a_line(window: Window, page: TodayPage) -> None:
    assert page.lines[0].hasFocus()
    Keyboard(window).press(Key.Key_L, CTRL)
    assert window.place == Place("log_call")


def test_space_on_a_goal_leads_to_where_its_value_is_typed(
    window: Window, page: TodayPage, desk: Desk, client: int
) -> None:
    began = desk.today() - timedelta(days=60)
    goal = goals.add(
        desk, client_id=client, name="Orders", baseline=Decimal(1), target=Decimal(2), start_on=began,
        due_on=began + timedelta(days=120),
    )  # fmt: skip
    page.refresh()
    shown = line(page, lambda one: one.row.kind == "goal" and one.row.id == goal)
    page.acts.act(shown.row)
    assert (window.place.page, window.place.id) == ("goal", goal)


def test_the_menu_of_a_reminder_puts_it_off_drops_it_or_sets_it_anew(page: TodayPage, desk: Desk) -> None:
    made = reminders.add(desk, text="Ring Priya", due_on=NOW.date(), urgent=True)
    one = line(page, lambda one: (one.row.kind, one.row.id) == ("reminder", made))
    QTest.keyClick(one, Key.Key_Period, CTRL)
    found = menu(page)
    assert {"today-act", "today-snooze-hour", "today-edit", "today-drop"} <= found.keys()
    assert "today-open" not in found, "it is about nobody"
    found["today-snooze-hour"].trigger()
    assert reminders.get(desk, made).snoozed_until_at == NOW + timedelta(hours=1)


def test_the_menu_of_a_client_agrees_on_another_day(page: TodayPage, desk: Desk, client: int) -> None:
    one = line(page, lambda one: (one.row.kind, one.row.id) == ("client", client))
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), one.mapToGlobal(QPoint(1, 1)))
    QApplication.sendEvent(one, asked)
    found = menu(page)
    assert "today-call" not in found, "there is no number"
    found["today-later-week"].trigger()
    assert clients.get(desk, client).next_contact_on == NOW.date() + timedelta(days=7)
    assert all((one.row.kind, one.row.id) != ("client", client) for one in page.lines)


def test_the_button_of_the_menu_is_there_for_the_line_with_the_keys(page: TodayPage) -> None:
    more = [each.findChild(QPushButton, "row-more") for each in page.lines[:2]]
    assert [isinstance(each, QPushButton) and each.isVisible() for each in more] == [True, False]
    assert isinstance(more[0], QPushButton)
    QTest.mouseClick(more[0], Qt.MouseButton.LeftButton)
    assert menu(page)


def test_the_days_ahead_are_a_key_away(window: Window, page: TodayPage, desk: Desk) -> None:
    keyboard = Keyboard(window)
    for key, view, title in ((Key.Key_2, "tomorrow", _("Tomorrow")), (Key.Key_3, "week", _("Week"))):
        keyboard.press(key, Qt.KeyboardModifier.AltModifier)
        shown = agenda_groups.view(desk, view)
        assert shown.count
        assert len(page.lines) == sum(min(len(group.lines), CAP) for group in shown.groups)
        heading = window.findChild(QLabel, "title")
        assert isinstance(heading, QLabel)
        assert title in heading.text()
    keyboard.press(Key.Key_1, Qt.KeyboardModifier.AltModifier)
    section = page.findChild(QLabel, "section-summaries")
    assert isinstance(section, QLabel)
    assert _(SECTION_NAMES["summaries"]) in section.text()


def test_an_empty_day_says_what_comes_next(qtbot: object, empty_desk: Desk) -> None:
    clients.add(empty_desk, name="Agreed", next_contact_on=NOW.date() + timedelta(days=3))
    shown = TodayPage(empty_desk)
    qtbot.addWidget(shown)  # type: ignore[attr-defined]
    shown.refresh()
    assert [one.row.client for one in shown.lines] == ["Agreed"]


def test_that_nothing_waits_is_said_in_the_middle_of_the_page(qtbot: QtBot, empty_desk: Desk) -> None:
    shown = TodayPage(empty_desk)
    qtbot.addWidget(shown)
    shown.resize(1600, 800)
    shown.show()
    shown.refresh()
    QApplication.processEvents()
    title = shown.findChild(QLabel, "empty-title")
    assert isinstance(title, QLabel)
    middle = title.mapTo(shown, title.rect().center()).x()
    assert abs(middle - shown.rect().center().x()) <= 8


def test_another_day_is_noticed(application: Application, page: TodayPage, desk: Desk) -> None:
    QApplication.processEvents()
    presence = application.presence
    assert presence is not None
    later = NOW + timedelta(days=1)
    object.__setattr__(desk, "clock", lambda: later)
    presence.ringing.alarm.looked.emit()
    capped = [row for part in agenda.today(desk).sections for row in part.rows[:CAP]]
    assert [one.row for one in page.lines] == capped


def test_the_keys_stay_on_their_line_when_others_go(page: TodayPage, desk: Desk) -> None:
    kept = line(page, lambda one: one.row.kind == "client").row
    interactions.log(desk, client_id=clients.add(desk, name="Zebra", vip=True))
    assert page.list.focused()[1] is not None
    assert page.list.focused()[1].row.id == kept.id  # type: ignore[union-attr]


def test_the_sheet_of_paper_has_every_line_and_a_number(page: TodayPage, desk: Desk, tmp_path: Path) -> None:
    view = agenda_groups.view(desk, "today")
    made = agenda_paper.sheet(desk, view, title=_("Today"))
    told = made.toPlainText()
    for group in view.groups:
        assert group.title in told
        for one in group.lines:
            assert one.row.client in told
    number = calling.number_of(desk, view.groups[0].lines[0].row.client_id or 0)
    assert number is not None
    assert number.value in told
    printing.write_pdf(made, tmp_path / "today.pdf")
    assert (tmp_path / "today.pdf").read_bytes().startswith(b"%PDF")


def test_the_days_of_a_tier_are_typed_in_the_settings(window: Window, desk: Desk) -> None:
    window.go(Place("settings"))
    field = window.findChild(CadenceField, "setting-cadence")
    assert isinstance(field, CadenceField)
    ideal, longest = (field._fields["B", end] for end in ("ideal", "longest"))
    ideal.put_text("10")
    assert agenda.cadences(desk)["B"].ideal == 10
    longest.put_text("5")
    said = field.findChild(QLabel, "setting-cadence-said")
    assert isinstance(said, QLabel)
    assert not said.isHidden()
    assert agenda.cadences(desk)["B"].longest == 28, "what makes no sense is not kept"
    longest.put_text("20")
    assert said.isHidden()
    assert agenda.cadences(desk)["B"].longest == 20


def test_coming_back_to_what_nobody_changed_leaves_the_lines_as_they_stand(
    window: Window, page: TodayPage, desk: Desk
) -> None:
    before = list(page.lines)
    window.go(Place("clients"))
    window.back()
    assert page.lines == before
    reminders.add(desk, text="Ring Priya", due_on=NOW.date(), urgent=True)
    assert page.lines != before
    assert any(one.row.kind == "reminder" for one in page.lines)
