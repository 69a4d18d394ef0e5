"""Every page and editor as a screen reader is told of it: nothing nameless, nothing that is a mere part."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QTableView, QWidget

from amdesk.gui.application import Application, make_qt
from amdesk.gui.pages.trouble import TroublePage
from amdesk.gui.speaking import say_role
from amdesk.services.desk import Desk
from tests.gallery.__main__ import DAY
from tests.gallery.pictures import BESIDE, SHOTS, Beside, Shot
from tests.portfolios import sample_desk
from tests.quality import heard
from tests.quality.heard import Heard
from tests.quality.walkers import settle

# Roles of what has no role of its own: what takes the keys must say more than that it is there.
MERE_PARTS = frozenset({heard.Role.Client, heard.Role.Border, heard.Role.Pane, heard.Role.NoRole})


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with closing(sample_desk(DAY)) as made:
        yield made


@pytest.fixture(scope="module")
def app(qapp: QApplication) -> QApplication:
    return make_qt(["amdesk"])


def seen(app: QApplication, desk: Desk, shot: Shot) -> list[Heard]:
    """The tree of the window at a line of the gallery's table."""
    with closing(Application(app, desk, spoken="en")) as running:
        running.window.show()
        settle(app)
        running.window.go(shot.place(desk))
        settle(app)
        shot.act(running.window)
        settle(app)
        assert shot.shows_trouble == isinstance(running.window.pages.page, TroublePage)
        found = list(heard.walk(running.window))
    app.clipboard().clear()  # a copied mail that Python made would outlive Python
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return found


def nameless(found: list[Heard]) -> list[str]:
    """What says nothing of itself; an empty cell has nothing to say."""
    reached = [one for one in found if one.role in heard.CONTROLS or one.focusable]
    return [str(one) for one in reached if not one.name and one.role != heard.Role.Cell]


@pytest.mark.parametrize("shot", SHOTS, ids=lambda shot: shot.name)
def test_every_control_of_a_page_says_what_it_is(app: QApplication, desk: Desk, shot: Shot) -> None:
    found = seen(app, desk, shot)
    assert not nameless(found)
    assert not [str(one) for one in found if one.focusable and one.role in MERE_PARTS]


@pytest.mark.parametrize("beside", BESIDE, ids=lambda beside: beside.name)
def test_every_control_of_a_window_beside_says_what_it_is(app: QApplication, beside: Beside) -> None:
    with closing(beside.make()) as shown:
        shown.show()
        settle(app)
        found = list(heard.walk(shown))
    assert not nameless(found)
    assert not [str(one) for one in found if one.focusable and one.role in MERE_PARTS]


def test_a_list_is_walked_row_by_row(app: QApplication, desk: Desk) -> None:
    clients = next(shot for shot in SHOTS if shot.name == "clients")
    rows = [one.name for one in seen(app, desk, clients) if one.role == heard.Role.Cell]
    harbour = next(name for name in rows if "Harbour & Vale" in name)
    for part in ("HAV", "Eleanor Marsh", "Stage: Active client", "Next step: "):
        assert part in harbour


def test_a_control_without_a_name_is_found(app: QApplication) -> None:
    field = QLineEdit()
    assert nameless_in(app, field) == ["EditableText “” in "]
    field.setAccessibleName("Name")
    assert nameless_in(app, field) == []


def test_a_button_without_words_is_found(app: QApplication) -> None:
    assert nameless_in(app, QPushButton()) == ["Button “” in "]


def test_an_empty_cell_is_no_fault_and_one_with_words_says_them(app: QApplication) -> None:
    model = QStandardItemModel()
    model.appendRow([QStandardItem("Harbour"), QStandardItem("")])
    table = QTableView()
    table.setModel(model)
    table.setAccessibleName("Clients")
    table.show()
    settle(app)
    cells = [one.name for one in heard.walk(table) if one.role == heard.Role.Cell]
    table.close()
    assert cells == ["Harbour", ""]


def test_what_is_made_of_other_parts_says_what_it_is_as_a_whole(app: QApplication) -> None:
    row = QWidget()
    say_role(row, "ListItem")
    interface = QAccessible.queryAccessibleInterface(row)
    assert interface is not None
    assert interface.role() == heard.Role.ListItem


def nameless_in(app: QApplication, widget: QWidget) -> list[str]:
    widget.show()
    settle(app)
    found = nameless(list(heard.walk(widget)))
    widget.close()
    return found
