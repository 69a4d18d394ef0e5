"""The list of clients as a person makes it their own: columns, density, filters, next steps, selections."""

from __future__ import annotations

from datetime import timedelta
from typing import cast

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt
from PySide6.QtGui import QTextLayout, QTextOption
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from amdesk.domain.client_filter import ClientFilter, from_values
from amdesk.gui import saved_filters, theme
from amdesk.gui.pages.clients import ClientsPage
from amdesk.gui.place import Place
from amdesk.gui.rows import CELL_ROLE
from amdesk.gui.widgets.fields import LineField
from amdesk.i18n.bidi import strip_isolates
from amdesk.services import clients, contacts, interactions
from amdesk.services.desk import Desk

KEY_CLIENTS = ClientFilter(tiers=("A",), quiet_days=14)


@pytest.fixture
def desk(empty_desk: Desk) -> Desk:
    """Three clients: one kept well, one forgotten, one without anybody."""
    kept = clients.add(empty_desk, name="Adler", code="ADL", tier="A", next_step="Send the plan")
    forgotten = clients.add(empty_desk, name="Brook", tier="A", vip=True)
    clients.add(empty_desk, name="Cedar", stage="prospect")
    person = contacts.add(empty_desk, kept, name="Maya Stern", language="en")
    contacts.add_address(
        empty_desk, kept, contact_id=person, medium="phone", label="mobile", value="+44 7700 900123"
    )
    contacts.add(empty_desk, forgotten, name="Tom Beck")
    now = empty_desk.now()
    interactions.log(empty_desk, client_id=kept, started_at=now - timedelta(days=1))
    interactions.log(empty_desk, client_id=forgotten, started_at=now - timedelta(days=30))
    return empty_desk


@pytest.fixture
def page(desk: Desk, qtbot: QtBot, spoken: str) -> ClientsPage:
    return shown(desk, qtbot)


def shown(desk: Desk, qtbot: QtBot) -> ClientsPage:
    made = ClientsPage(desk)
    qtbot.addWidget(made)
    for tool in made.face.tools:
        tool.setParent(made)
    made.resize(1000, 700)
    with qtbot.waitExposed(made):
        made.show()
        made.activateWindow()
    made.refresh()
    return made


class Windows(QObject):
    """Remembers every window that is shown, for however short a time."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.shown: list[str] = []
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(watched.objectName())
        return False


def names(page: ClientsPage) -> list[str]:
    return [str(page.rows.index(row, 0).data()) for row in range(page.rows.rowCount())]


def titles(page: ClientsPage) -> list[str]:
    return [page.rows.columns[number].id for number in page.table.header.visible()]


def column(page: ClientsPage, name: str) -> int:
    return next(n for n, one in enumerate(page.rows.columns) if one.id == name)


def tick(page: ClientsPage, name: str) -> None:
    action = next(one for one in page.list.menu().actions() if one.objectName() == name)
    action.trigger()


def test_a_column_that_is_ticked_stands_in_the_list_the_next_time_too(
    page: ClientsPage, desk: Desk, qtbot: QtBot
) -> None:
    tick(page, "column-phone")
    tick(page, "column-stage")
    assert titles(page) == ["name", "last", "next", "phone"]
    assert titles(shown(desk, qtbot)) == ["name", "last", "next", "phone"]


def test_hebrew_names_of_a_client_stand_in_their_order_in_a_line_of_another_direction(
    page: ClientsPage, desk: Desk
) -> None:
    names = "נועה אדלר", "דנה לוי"
    client = clients.add(desk, name="Zebra")
    for name in names:
        contacts.add(desk, client, name=name)
    page.refresh()
    told = page.rows.index(page.rows.row_of(client), 0).data(CELL_ROLE).detail
    option = QTextOption()
    option.setTextDirection(page.layoutDirection())
    line = QTextLayout(told)
    line.setTextOption(option)
    line.beginLayout()
    drawn = line.createLine()
    line.endLayout()
    places = [
        cast(tuple[float, int], drawn.cursorToX(told.index(one))) for one in sorted(names, key=told.index)
    ]
    (first, _), (second, _) = places
    assert (first < second) == (page.layoutDirection() == Qt.LayoutDirection.LeftToRight)


def test_what_has_a_column_of_its_own_is_not_said_twice(page: ClientsPage) -> None:
    first = page.rows.index(0, 0)
    assert "ADL" in first.data(CELL_ROLE).detail
    tick(page, "column-code")
    assert "ADL" not in first.data(CELL_ROLE).detail


def test_columns_that_were_moved_and_widened_stay_so(page: ClientsPage, desk: Desk, qtbot: QtBot) -> None:
    header = page.table.header
    header.moveSection(header.visualIndex(column(page, "last")), 1)
    header.resizeSection(column(page, "last"), 222)
    header.arranged.emit()
    again = shown(desk, qtbot)
    assert titles(again) == ["name", "last", "stage", "next"]
    assert abs(again.table.header.sectionSize(column(again, "last")) - 222) <= 2


def test_the_usual_columns_come_back(page: ClientsPage) -> None:
    usual = titles(page)
    tick(page, "column-country")
    tick(page, "columns-reset")
    assert titles(page) == usual


def test_the_order_is_remembered(page: ClientsPage, desk: Desk, qtbot: QtBot) -> None:
    page.table.sorted_by.emit("name", True)
    assert names(page) == ["Cedar", "Brook", "Adler"]
    assert names(shown(desk, qtbot)) == ["Cedar", "Brook", "Adler"]


def test_stages_are_sorted_as_they_follow_each_other(page: ClientsPage) -> None:
    page.table.sorted_by.emit("stage", False)
    assert names(page)[0] == "Cedar"


def test_compact_rows_are_lower_at_once(page: ClientsPage) -> None:
    tick(page, "density-compact")
    assert page.table.rowHeight(0) == theme.row_height(compact=True, tall=True)
    tick(page, "density-comfortable")
    assert page.table.rowHeight(0) == theme.row_height(compact=False, tall=True)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (ClientFilter(tiers=("A",)), ["Adler", "Brook"]),
        (ClientFilter(vip=True), ["Brook"]),
        (ClientFilter(stages=("prospect",)), ["Cedar"]),
        (ClientFilter(quiet_days=14), ["Brook", "Cedar"]),
        (ClientFilter(lacks=("mobile",)), ["Brook", "Cedar"]),
        (ClientFilter(lacks=("language",)), ["Brook", "Cedar"]),
        (ClientFilter(unplanned=True), ["Adler", "Brook", "Cedar"]),
        (KEY_CLIENTS, ["Brook"]),
        (ClientFilter(languages=("he",)), []),
    ],
)
def test_parts_of_a_filter_narrow_the_list_together(
    page: ClientsPage, wanted: ClientFilter, found: list[str]
) -> None:
    page.filters.choose(wanted)
    assert names(page) == found


def test_a_next_contact_of_today_is_not_overdue_but_one_of_yesterday_is(
    page: ClientsPage, desk: Desk
) -> None:
    adler, brook = clients.find(desk, "Adler")[0], clients.find(desk, "Brook")[0]
    clients.change(desk, adler, next_contact_on=desk.today())
    clients.change(desk, brook, next_contact_on=desk.today() - timedelta(days=1))
    page.filters.choose(ClientFilter(overdue=True))
    assert names(page) == ["Brook"]


def test_every_part_can_be_ticked_in_the_menu(page: ClientsPage) -> None:
    from amdesk.gui.filter_menu import filter_menu
    from amdesk.gui.widgets.menu import Menu

    menu = filter_menu(page, lambda: page.filters.wanted, page.filters.choose)
    lines = [*menu.actions(), *(one for inner in menu.findChildren(Menu) for one in inner.actions())]
    for name in ("filter-tiers-A", "quiet-14"):
        next(one for one in lines if one.objectName() == name).trigger()
    assert page.filters.wanted == KEY_CLIENTS


def test_a_filter_is_saved_under_a_name_found_again_renamed_and_removed(
    page: ClientsPage, desk: Desk, qtbot: QtBot
) -> None:
    page.filters.choose(KEY_CLIENTS)
    page.filters.begin_saving()
    line = page.filters.findChild(LineField, "filter-name")
    assert isinstance(line, LineField)
    line.setText("Key clients not called")
    QTest.keyClick(line, Qt.Key.Key_Return)
    again = shown(desk, qtbot)
    chip = again.filters.findChild(QPushButton, "filter-Key clients not called")
    assert isinstance(chip, QPushButton)
    chip.click()
    assert names(again) == ["Brook"]
    saved_filters.rename(desk, "Key clients not called", "Call them")
    assert list(saved_filters.saved(desk)) == ["Call them"]
    saved_filters.remove(desk, "Call them")
    assert saved_filters.saved(desk) == {}


def test_a_filter_that_is_removed_still_narrows_the_list_so_that_it_can_be_saved_again(
    page: ClientsPage, desk: Desk
) -> None:
    saved_filters.save(desk, "Mine", KEY_CLIENTS)
    page.filters.show_filter(ClientFilter())
    chip = page.filters.findChild(QPushButton, "filter-Mine")
    assert isinstance(chip, QPushButton)
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Delete)
    assert saved_filters.saved(desk) == {}
    assert names(page) == ["Brook"]


def test_saved_filters_are_never_a_window_of_their_own(desk: Desk, qtbot: QtBot, qapp: QApplication) -> None:
    saved_filters.save(desk, "Mine", KEY_CLIENTS)
    windows = Windows(qapp)
    shown = ClientsPage(desk)
    qtbot.addWidget(shown)
    shown.refresh()
    assert windows.shown == []


def test_a_filter_somebody_else_wrote_does_no_harm() -> None:
    assert from_values(
        {"stages": ["nowhere", "active"], "quiet_days": -3, "vip": "yes", "x": 1}
    ) == ClientFilter(stages=("active",))
    assert from_values(["nothing"]) == ClientFilter()


def test_f2_writes_the_next_step_where_it_stands(page: ClientsPage, desk: Desk) -> None:
    page.table.take_focus()
    QTest.keyClick(page.table, Qt.Key.Key_F2)
    form = page.next.form
    assert form is not None
    assert form.step.text() == "Send the plan"
    form.step.setText("Call about the plan")
    form.on.put_text("12/03/2026")
    QTest.keyClick(form.step, Qt.Key.Key_Return)
    adler = clients.get(desk, clients.find(desk, "Adler")[0])
    assert adler.next_step == "Call about the plan"
    desk.undo()
    assert clients.get(desk, adler.id).next_step == "Send the plan"


def test_escape_leaves_the_next_step_as_it_was(page: ClientsPage, desk: Desk) -> None:
    page.table.take_focus()
    QTest.keyClick(page.table, Qt.Key.Key_F2)
    form = page.next.form
    assert form is not None
    form.step.setText("Nothing of this")
    QTest.keyClick(form.step, Qt.Key.Key_Escape)
    assert page.next.isHidden()
    assert clients.get(desk, clients.find(desk, "Adler")[0]).next_step == "Send the plan"


def choose_all(page: ClientsPage) -> None:
    rows = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row in range(page.rows.rowCount()):
        page.table.selectionModel().select(page.rows.index(row, 0), rows)


def test_several_clients_are_changed_and_moved_to_the_trash_as_one_step(
    page: ClientsPage, desk: Desk
) -> None:
    choose_all(page)
    clients.change_all(desk, page.table.selected_ids(), tier="B")
    page.refresh()
    assert {line.tier for line in clients.lines(desk, clients.find(desk))} == {"B"}
    assert len(page.table.selected_ids()) == 3
    page.acts.remove()
    page.refresh()
    assert names(page) == []
    desk.undo()
    desk.undo()
    assert [line.tier for line in clients.lines(desk, clients.find(desk))] == ["A", "A", None]


def test_rows_leave_as_cards_and_text(page: ClientsPage) -> None:
    choose_all(page)
    page.acts.copy()
    data = QApplication.clipboard().mimeData()
    cards = bytes(data.data("text/vcard").data()).decode()
    assert cards.count("BEGIN:VCARD") == 3
    assert "Maya Stern" in cards
    assert "Adler" in data.text()
    assert data.urls()[0].toLocalFile().endswith(".vcf")
    QApplication.clipboard().clear()


def test_people_pasted_on_the_list_offer_a_new_client(page: ClientsPage) -> None:
    places: list[Place] = []
    page.place_requested.connect(places.append)
    QApplication.clipboard().setText("Nora Quist, Quist & Co <nora@quist.example>")
    page.paste()
    assert places[0].page == "edit_client"
    assert "nora@quist.example" in places[0].text


def test_a_number_pasted_on_the_list_is_looked_for_and_found(page: ClientsPage) -> None:
    QApplication.clipboard().setText("07700 900-123\n")
    page.paste()
    assert names(page) == ["Adler"]


def test_what_is_missing_shows_as_a_sign_that_says_so(page: ClientsPage) -> None:
    brook = page.rows.row_of(page.rows.id_at(1) or 0)
    tip = str(page.rows.index(brook, 0).data(int(Qt.ItemDataRole.ToolTipRole)))
    assert tip
    tick(page, "column-lacks")
    assert str(page.rows.index(brook, column(page, "lacks")).data()) == strip_isolates(tip)
