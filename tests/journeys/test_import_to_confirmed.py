"""From an imported list to a confirmed summary, in the window, by keyboard alone; and all of it back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from amdesk.domain.interaction import Interaction
from amdesk.domain.points import POINT_KINDS
from amdesk.gui.pages.clients import ClientsPage
from amdesk.gui.pages.importing import ImportPage
from amdesk.gui.pages.summary import SummaryPage
from amdesk.gui.pages.today import TodayPage
from amdesk.gui.place import Place
from amdesk.services import agenda, clients, interactions, summaries
from amdesk.services.desk import Desk
from tests.desks import Clock, MailBox, dump
from tests.gui.keys import ALT, CTRL, SHIFT, Key, Keyboard

LIST = Path(__file__).parents[1] / "data" / "clients-hebrew-cp1255.csv"
OREN = 'אורן שיווק בע"מ'


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_from_an_imported_list_to_a_confirmed_summary_and_back(
    keyboard: Keyboard, desk: Desk, clock: Clock, mail: MailBox, qtbot: QtBot
) -> None:
    before = dump(desk)
    import_the_list(keyboard, qtbot)
    find_the_client(keyboard, desk)
    log_the_call(keyboard, desk)
    write_the_summary(keyboard, desk, qtbot)
    send_it(keyboard, desk, mail, version=1)
    be_reminded_after_two_working_days(keyboard, desk, clock)
    correct_it(keyboard, desk)
    send_it(keyboard, desk, mail, version=2)
    confirm_it(keyboard, desk)
    after = dump(desk)
    while desk.undo_label is not None:
        keyboard.press(Key.Key_Z, CTRL)
    assert dump(desk) == before
    while desk.redo_label is not None:
        keyboard.press(Key.Key_Z, CTRL | SHIFT)
    assert dump(desk) == after


def import_the_list(keyboard: Keyboard, qtbot: QtBot) -> None:
    keyboard.press(Key.Key_I, CTRL)
    keyboard.press(Key.Key_Return)
    dialog = keyboard.window.findChild(QFileDialog, "import-dialog")
    assert dialog is not None
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    assert field is not None
    qtbot.waitUntil(field.hasFocus)
    keyboard.type(str(LIST))
    keyboard.press(Key.Key_Return)
    keyboard.window.activateWindow()  # what a window manager does when a dialog closes
    page = keyboard.window.pages.page
    assert isinstance(page, ImportPage)
    qtbot.waitUntil(page.go.hasFocus)
    assert page.view.preview is not None
    assert (page.view.preview.encoding, page.view.preview.counts.new) == ("cp1255", 4)
    keyboard.press(Key.Key_Return)
    qtbot.waitUntil(page.outcome.onward.hasFocus)
    keyboard.press(Key.Key_Return)
    assert keyboard.window.place == Place("clients")


def find_the_client(keyboard: Keyboard, desk: Desk) -> None:
    keyboard.press(Key.Key_F, CTRL)
    keyboard.type("אורן שיו")
    page = keyboard.window.pages.page
    assert isinstance(page, ClientsPage)
    assert page.rows.rowCount() == 1
    keyboard.press(Key.Key_Return)
    assert keyboard.window.place == Place("client", clients.named(desk, OREN))


def log_the_call(keyboard: Keyboard, desk: Desk) -> None:
    keyboard.press(Key.Key_1, CTRL)
    before, line = keyboard.struck, "תקציב הקיץ"
    keyboard.press(Key.Key_L, CTRL)
    keyboard.type("דנה")
    keyboard.press(Key.Key_Return)
    keyboard.type(line)
    keyboard.press(Key.Key_Return, CTRL)
    assert keyboard.struck - before - len(line) == 6
    call = the_call(desk)
    assert (clients.get(desk, call.client_id).name, call.occasion) == (OREN, line)
    assert keyboard.window.place.page == "summary"


def write_the_summary(keyboard: Keyboard, desk: Desk, qtbot: QtBot) -> None:
    for line in ("! התקציב עולה", "~ עמלה", "> לשלוח תוכנית מדיה עד 18/12", "* קמפיין באביב", "? מי מאשר?"):
        keyboard.type(line)
        keyboard.press(Key.Key_Return)
    for _ in range(3):
        keyboard.press(Key.Key_Up)
    keyboard.press(Key.Key_D, CTRL)
    keyboard.press(Key.Key_Up, ALT)
    keyboard.press(Key.Key_Up, ALT)
    page = summary_page(keyboard)
    qtbot.waitUntil(lambda: not page.editor.saver.is_waiting)
    points = summaries.points(desk, newest(desk))
    first, *others = points
    assert (first.kind, first.due_on) == ("action", date(2026, 12, 18))
    assert [point.kind for point in others] == [kind for kind in POINT_KINDS if kind != "action"]
    assert "18 בדצמבר 2026" in page.mail.body.toPlainText()


def send_it(keyboard: Keyboard, desk: Desk, mail: MailBox, *, version: int) -> None:
    keyboard.press(Key.Key_Return, CTRL)
    assert len(mail.drafts) == version
    assert mail.drafts[-1][0].endswith(f"-v{version}")
    assert summaries.get(desk, newest(desk)).state == "handed_over"
    keyboard.press(Key.Key_Return)
    sent = summaries.get(desk, newest(desk))
    assert (sent.state, sent.version, sent.sent_to) == ("sent", version, ("dana@oren.example",))


def be_reminded_after_two_working_days(keyboard: Keyboard, desk: Desk, clock: Clock) -> None:
    clock.move(days=1)
    assert chases(desk) == []
    clock.move(days=1)
    keyboard.press(Key.Key_1, CTRL)
    page = keyboard.window.pages.page
    assert isinstance(page, TodayPage)
    assert chases(desk) == ["chase"]
    shown = [label.text() for label in page.findChildren(QLabel) if the_call(desk).reference in label.text()]
    assert shown
    [row] = [line for line in page.lines if line.row.action == "chase"]
    keyboard.press_until(Key.Key_Down, row.hasFocus)
    keyboard.press(Key.Key_Space)
    assert keyboard.window.place.page == "summary"


def correct_it(keyboard: Keyboard, desk: Desk) -> None:
    press_button(keyboard, "act-correct")
    keyboard.type(" (מתוקן)")
    page = summary_page(keyboard)
    page.editor.saver.flush()
    assert summaries.get(desk, newest(desk)).version == 2
    kinds = [one.kind for one in summaries.difference(desk, newest(desk))]
    assert kinds == ["edited", "same", "same", "same", "same"]
    assert page.head.versions is not None


def confirm_it(keyboard: Keyboard, desk: Desk) -> None:
    keyboard.press(Key.Key_Return, CTRL)
    keyboard.press(Key.Key_Return)
    done = summaries.get(desk, newest(desk))
    assert (done.state, done.confirmed_by, done.confirmed_how) == ("confirmed", "דנה לוי", "reply")
    earlier = summaries.versions(desk, the_call(desk).id)[0]
    assert (earlier.state, "מתוקן" in earlier.sent_plain) == ("corrected", False)
    assert agenda.today(desk).sections[-1].name != "confirmations"


def press_button(keyboard: Keyboard, name: str) -> None:
    """Go by Tab to a button and press it."""
    for _ in range(60):
        if keyboard.at.objectName() == name:
            keyboard.press(Key.Key_Space)
            return
        keyboard.press(Key.Key_Tab)
    pytest.fail(f"no Tab leads to {name}")


def summary_page(keyboard: Keyboard) -> SummaryPage:
    page = keyboard.window.pages.page
    assert isinstance(page, SummaryPage)
    return page


def the_call(desk: Desk) -> Interaction:
    return interactions.get(desk, interactions.find(desk)[0])


def newest(desk: Desk) -> int:
    return summaries.versions(desk, interactions.find(desk)[0])[-1].id


def chases(desk: Desk) -> list[str]:
    """What Today asks for of confirmations."""
    return [
        row.action
        for section in agenda.today(desk).sections
        if section.name == "confirmations"
        for row in section.rows
    ]
