"""Importing through the window: seen before it is done, corrected by hand, stopped, and taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from amdesk.domain.verdict import KIND_NAMES
from amdesk.gui.editors.saving import Saver
from amdesk.gui.pages.exporting import ExportPage
from amdesk.gui.pages.importing import ImportPage
from amdesk.gui.place import Place
from amdesk.gui.rows import CELL_ROLE
from amdesk.gui.window import Window
from amdesk.i18n.bidi import strip_isolates
from amdesk.i18n.catalog import _
from amdesk.services import clients, exchange, goals, reminders
from amdesk.services.desk import Desk
from tests import desks, workbooks
from tests.gui.keys import CTRL, Key, Keyboard

DATA = Path(__file__).parents[1] / "data"
HEBREW = DATA / "clients-hebrew-cp1255.csv"


@pytest.fixture
def desk() -> Iterator[Desk]:
    made = desks.desk()
    yield made
    made.close()


@pytest.fixture
def page(window: Window, qtbot: QtBot) -> ImportPage:
    qtbot.waitUntil(window.isActiveWindow)
    window.go(Place("import"))
    shown = window.pages.page
    assert isinstance(shown, ImportPage)
    return shown


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A list long enough to be stopped in the middle."""
    rows = "".join(f"Firm {n},Person {n},p{n}@firm{n}.example\n" for n in range(5000))
    file = tmp_path / "many.csv"
    file.write_text(f"Company,Contact,Email\n{rows}", encoding="utf-8")
    return file


def look(page: ImportPage, file: Path, qtbot: QtBot) -> None:
    """Preview a file to its end."""
    page.open_files([file])
    qtbot.waitUntil(lambda: not page.stack.is_working, timeout=20_000)


def bring(page: ImportPage, qtbot: QtBot) -> None:
    """Import what is previewed."""
    page.run()
    qtbot.waitUntil(lambda: not page.stack.is_working, timeout=20_000)


def badges(page: ImportPage) -> list[str]:
    """The verdicts shown, as the words of their badges."""
    rows = page.view.verdicts.rows
    return [rows.index(row, 1).data(CELL_ROLE).badges[0].text for row in range(rows.rowCount())]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_dialog_takes_a_file_by_keys_alone(window: Window, desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    keyboard = Keyboard(window)
    keyboard.press(Key.Key_I, CTRL)
    keyboard.press(Key.Key_Return)
    dialog = window.findChild(QFileDialog, "import-dialog")
    assert dialog is not None
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    assert field is not None
    qtbot.waitUntil(field.hasFocus)
    keyboard.type(str(HEBREW))
    keyboard.press(Key.Key_Return)
    page = window.pages.page
    assert isinstance(page, ImportPage)
    window.activateWindow()  # what a window manager does when a dialog closes
    qtbot.waitUntil(page.go.hasFocus, timeout=5000)
    keyboard.press(Key.Key_Return)
    qtbot.waitUntil(lambda: len(clients.find(desk)) == 3, timeout=5000)


def test_each_row_has_a_verdict_before_anything_is_kept(page: ImportPage, desk: Desk, qtbot: QtBot) -> None:
    look(page, HEBREW, qtbot)
    assert len(badges(page)) == 4
    assert all(badges(page))
    assert clients.find(desk).tolist() == []  # type: ignore[attr-defined]
    assert desk.undo_label is None


def test_the_encoding_found_is_shown(page: ImportPage, qtbot: QtBot) -> None:
    look(page, HEBREW, qtbot)
    assert page.view.encoding.value() == "cp1255"


def test_cards_have_no_columns_and_the_encoding_takes_no_more_room_for_it(
    page: ImportPage, tmp_path: Path, qtbot: QtBot
) -> None:
    cards = tmp_path / "people.vcf"
    cards.write_bytes(b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana\r\nORG:Brook\r\nEND:VCARD\r\n")
    look(page, cards, qtbot)
    QApplication.processEvents()
    picker = page.view.encoding
    assert picker.isVisible()
    assert picker.width() <= picker.sizeHint().width()


def test_another_encoding_can_be_chosen(page: ImportPage, qtbot: QtBot) -> None:
    look(page, HEBREW, qtbot)
    page.view.encoding_picked.emit("cp1253")
    qtbot.waitUntil(lambda: not page.stack.is_working)
    assert page.view.preview is not None
    assert page.view.preview.encoding == "cp1253"
    assert "אורן" not in str(page.view.preview.sample)


def test_a_wrong_encoding_is_refused_and_can_be_corrected(
    page: ImportPage, window: Window, qtbot: QtBot
) -> None:
    look(page, HEBREW, qtbot)
    page.view.encoding_picked.emit("utf-8")
    qtbot.waitUntil(lambda: not page.stack.is_working)
    assert page.outcome.isVisible()
    assert page.view.isVisible()
    page.view.encoding_picked.emit("cp1255")
    qtbot.waitUntil(lambda: not page.stack.is_working)
    assert not page.outcome.isVisible()
    assert len(badges(page)) == 4


def test_a_column_can_be_taken_for_something_else(page: ImportPage, desk: Desk, qtbot: QtBot) -> None:
    look(page, HEBREW, qtbot)
    role = page.view.mapping.pickers[2]
    role.choose(None)
    role.picked.emit(None)
    qtbot.waitUntil(lambda: not page.stack.is_working)
    bring(page, qtbot)
    people = [card.contact for card in clients.page(desk, clients.find(desk)[0]).contacts]
    assert people
    assert {person.role for person in people} == {""}


def test_a_column_taken_for_something_else_by_keys_keeps_the_keys(page: ImportPage, qtbot: QtBot) -> None:
    look(page, HEBREW, qtbot)
    role = page.view.mapping.pickers[2]
    role.setFocus()
    was = role.value()
    QTest.keyClick(role, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: not page.stack.is_working)
    assert role.value() != was
    assert page.view.preview is not None
    assert page.view.preview.mapping[2] == role.value()
    assert role.hasFocus()


def test_the_columns_of_another_file_are_seen_whole(page: ImportPage, qtbot: QtBot) -> None:
    mapping = page.view.mapping
    for file in (HEBREW, DATA / "clients-greek-cp1253.csv"):
        look(page, file, qtbot)
        values = mapping.findChild(QLabel, "mapping-0-1")
        assert isinstance(values, QLabel)
        assert values.mapTo(mapping, values.rect().bottomLeft()).y() < mapping.height()
    assert mapping.height() > 3 * mapping.pickers[0].height()


def test_what_was_brought_is_said_and_can_be_undone(page: ImportPage, desk: Desk, qtbot: QtBot) -> None:
    look(page, HEBREW, qtbot)
    bring(page, qtbot)
    assert len(clients.find(desk)) == 3
    assert page.outcome.words.text()
    page.outcome.undo.click()
    qtbot.waitUntil(lambda: not page.stack.is_working)
    assert len(clients.find(desk)) == 0


def test_the_same_file_again_brings_nothing_new(page: ImportPage, desk: Desk, qtbot: QtBot) -> None:
    look(page, HEBREW, qtbot)
    bring(page, qtbot)
    look(page, HEBREW, qtbot)
    assert page.view.preview is not None
    assert page.view.preview.counts.duplicates == 4
    assert not page.go.isVisible()


def test_errors_stand_with_their_line_numbers(page: ImportPage, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "faulty.csv"
    file.write_text('Company,Contact,Email\nAcme,Ann,ann@acme.example\n,,\n"Broken,Bob,bob@x.example\n')
    look(page, file, qtbot)
    rows = page.view.verdicts.rows
    assert page.view.preview is not None
    errors = [
        (rows.index(row, 0).data(CELL_ROLE).text, rows.index(row, 3).data(CELL_ROLE).text)
        for row in range(rows.rowCount())
        if rows.line(row).verdict.kind == "error"  # type: ignore[union-attr]
    ]
    assert page.view.preview.counts.errors == len(errors) > 0
    assert all(line and why for line, why in errors)


def test_a_file_that_is_no_list_gets_a_sentence(page: ImportPage, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "picture.csv"
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    look(page, file, qtbot)
    assert page.outcome.isVisible()
    assert len(page.outcome.words.text()) > 10
    assert not page.go.isVisible()


def test_stopping_an_import_keeps_nothing_of_it(
    page: ImportPage, desk: Desk, many: Path, qtbot: QtBot
) -> None:
    look(page, many, qtbot)
    page.run()
    with qtbot.waitSignal(page.stack.progressed, timeout=10_000):
        pass
    page.stack.progress.stop.click()
    assert not page.stack.is_working
    assert len(clients.find(desk)) == 0
    assert desk.undo_label is None
    assert page.go.isVisible()


def test_what_is_typed_elsewhere_is_saved_after_an_import_not_into_it(
    page: ImportPage, many: Path, desk: Desk, qtbot: QtBot
) -> None:
    look(page, many, qtbot)
    saver = Saver(page, desk.work)
    page.go.click()
    qtbot.waitUntil(lambda: desk.work.is_between)
    saver.touch("name", lambda: clients.add(desk, name="Typed meanwhile"))
    in_time = saver.findChild(QTimer)
    assert isinstance(in_time, QTimer)
    in_time.timeout.emit()
    assert saver.is_waiting
    assert in_time.isActive()
    page.stack.stop()
    with qtbot.waitSignal(saver.saved):
        in_time.timeout.emit()
    assert [line.name for line in clients.lines(desk, clients.find(desk))] == ["Typed meanwhile"]


def test_leaving_the_page_stops_what_is_running(
    page: ImportPage, desk: Desk, window: Window, many: Path, qtbot: QtBot
) -> None:
    look(page, many, qtbot)
    page.run()
    with qtbot.waitSignal(page.stack.progressed, timeout=10_000):
        pass
    window.go(Place("clients"))
    assert len(clients.find(desk)) == 0
    clients.add(desk, name="Written at once")
    assert len(clients.find(desk)) == 1


@pytest.mark.parametrize("file", [HEBREW, DATA / "other-calendar.ics"], ids=lambda file: file.suffix)
def test_a_list_dropped_on_the_window_is_previewed(window: Window, qtbot: QtBot, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    copy, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(9, 9), copy, data, button, none))
    QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), copy, data, button, none))
    page = window.pages.page
    assert isinstance(page, ImportPage)
    qtbot.waitUntil(lambda: page.view.preview is not None, timeout=5000)


def test_another_sheet_of_a_workbook_can_be_chosen(
    page: ImportPage, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    look(page, workbooks.book(tmp_path, workbooks.PEOPLE, Partners=workbooks.MORE), qtbot)
    assert page.view.sheet.isVisible()
    assert not page.view.encoding.isVisible()
    assert len(badges(page)) == 2
    page.view.sheet.choose("Partners")
    page.view.sheet.picked.emit("Partners")
    qtbot.waitUntil(lambda: not page.stack.is_working, timeout=20_000)
    bring(page, qtbot)
    assert [clients.get(desk, one).name for one in clients.find(desk)] == ["Acme"]


def test_a_spreadsheet_with_a_password_gets_a_sentence(
    page: ImportPage, tmp_path: Path, qtbot: QtBot
) -> None:
    locked = tmp_path / "locked.xlsx"
    locked.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"))
    look(page, locked, qtbot)
    assert page.outcome.isVisible()
    assert any("locked.xlsx" in label.text() for label in page.outcome.findChildren(QLabel))


def test_each_entry_of_a_calendar_has_a_verdict(page: ImportPage, desk: Desk, qtbot: QtBot) -> None:
    look(page, DATA / "other-calendar.ics", qtbot)
    assert badges(page) == [_(KIND_NAMES[one]) for one in ("new", "new", "new", "error", "error", "new")]
    bring(page, qtbot)
    assert len(reminders.find(desk)) == 3


def test_a_name_that_is_a_formula_or_markup_is_shown_as_it_is(
    page: ImportPage, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "naughty.csv"
    file.write_text('Company,Contact\n"=1+1","<b>Bob</b>"\n', encoding="utf-8")
    look(page, file, qtbot)
    labels = [one for one in page.view.mapping.findChildren(QLabel) if "<b>" in one.text()]
    assert labels
    assert all(one.textFormat() == Qt.TextFormat.PlainText for one in labels)


def test_everything_can_be_exported_into_a_folder(
    window: Window, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    desks.client_with_contact(desk)
    window.go(Place("export"))
    page = window.pages.page
    assert isinstance(page, ExportPage)
    page.export_to(tmp_path / "out")
    qtbot.waitUntil(lambda: not page.stack.is_working, timeout=10_000)
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert {"clients.csv", "amdesk.xlsx", "contacts.vcf", "amdesk.ics", "amdesk.json"} <= names
    assert page.outcome.isVisible()


def test_measurements_with_a_faulty_value_are_refused_before_they_are_imported(
    page: ImportPage, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    client = clients.add(desk, name="Northwind Traders")
    goals.add(
        desk, client_id=client, name="Orders", baseline=Decimal(1), target=Decimal(2),
        start_on=date(2026, 9, 1), due_on=date(2027, 2, 1),
    )  # fmt: skip
    file = tmp_path / "kpi.csv"
    rows = "date,client,goal,value\n2026-12-01,Northwind Traders,Orders,{}\n"
    file.write_text(rows.format("many"), encoding="utf-8")
    look(page, file, qtbot)
    assert page.go.isHidden()
    assert "(value)" in strip_isolates(page.outcome.words.text())
    file.write_text(rows.format("1.5"), encoding="utf-8")
    look(page, file, qtbot)
    bring(page, qtbot)
    assert goals.lines(desk, goals.find(desk))[0].value == Decimal("1.5")


def test_a_table_of_amdesks_own_is_previewed_without_columns_to_choose(
    page: ImportPage, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    client = clients.add(desk, name="Northwind Traders")
    reminders.add(desk, text="Call", due_on=date(2026, 12, 20), client_id=client)
    exchange.drain(exchange.export(desk, tmp_path, formats=("csv",)))
    look(page, tmp_path / "reminders.csv", qtbot)
    assert page.view.preview is not None
    assert page.view.mapping.isHidden()
    assert page.view.preview.counts.duplicates == 1
