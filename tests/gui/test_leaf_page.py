"""Prepare, the client sheet and the monthly report in the window: looked at, saved, recorded."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QPdfWriter
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from amdesk.domain.errors import AmdeskError
from amdesk.gui import leaf_files, leaf_paper
from amdesk.gui.commands import COMMANDS
from amdesk.gui.pages.leaf import LeafPage
from amdesk.gui.place import Place
from amdesk.gui.widgets.fields import Picker
from amdesk.gui.window import Window
from amdesk.services import goals, sheets
from amdesk.services.desk import Desk
from tests.gallery.drawing import letters
from tests.showing import Shown, shown

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def on_show() -> Shown:
    return shown()


def page(qtbot: QtBot, desk: Desk, kind: str, client: int) -> LeafPage:
    made = LeafPage(desk, kind, client)
    qtbot.addWidget(made)
    made.refresh()
    return made


def words(made: LeafPage) -> str:
    return made.view.body.toPlainText()


@pytest.mark.parametrize("kind", ["prepare", "sheet", "monthly_report"])
def test_each_page_shows_what_will_be_read(qtbot: QtBot, on_show: Shown, kind: str) -> None:
    made = page(qtbot, on_show.desk, kind, on_show.client)
    assert "Northwind Traders" in words(made)
    assert "Send the new banners" in words(made)


def test_the_preview_is_what_is_printed_and_nothing_private(qtbot: QtBot, on_show: Shown) -> None:
    desk, client, goal = on_show
    goals.change(desk, goal, notes="They do not know yet")
    made = page(qtbot, desk, "sheet", client)
    assert "Orders from search" in words(made)
    assert "They do not know" not in words(made)
    goals.change(desk, goal, shared=False)
    made.refresh()
    assert "Orders from search" not in words(made)


def test_a_page_grows_with_the_letters_on_the_screen_and_not_on_paper(on_show: Shown) -> None:
    shared = sheets.compose(on_show.desk, on_show.client).page
    printer = QPdfWriter("")

    def heights() -> list[float]:
        made = [leaf_paper.document(shared), leaf_paper.document(shared, printer)]
        for one in made:
            one.setTextWidth(2000)
        return [one.size().height() for one in made]

    usual, printed = heights()
    with letters(1.5):
        assert heights() == [pytest.approx(1.5 * usual, rel=0.2), printed]


def test_in_a_small_window_a_page_is_not_scrolled_sideways(qtbot: QtBot, on_show: Shown) -> None:
    made = page(qtbot, on_show.desk, "prepare", on_show.client)
    made.resize(700, 500)
    with qtbot.waitExposed(made):
        made.show()
    assert not made.view.body.horizontalScrollBar().isVisible()


def test_what_was_recorded_can_be_looked_at_again(qtbot: QtBot, on_show: Shown) -> None:
    desk, client, goal = on_show
    made = page(qtbot, desk, "sheet", client)
    assert made.versions.isHidden()
    made.acts.record_share()
    goals.change(desk, goal, name="Another name")
    made.refresh()
    assert "Another name" in words(made)
    picker = made.versions.findChild(Picker, "leaf-versions")
    assert isinstance(picker, Picker)
    picker.setCurrentIndex(1)
    picker.picked.emit(picker.value())
    assert "Orders from search" in words(made)
    assert "Another name" not in words(made)
    assert not made.acts.record.isEnabled()
    assert made.face.status() == "As it was shared, to the letter"


def test_one_goes_from_month_to_month_and_not_beyond_this_one(qtbot: QtBot, on_show: Shown) -> None:
    made = page(qtbot, on_show.desk, "monthly_report", on_show.client)
    assert made.month.text() == "November 2026"
    before, after = (made.findChild(QPushButton, name) for name in ("month-before", "month-after"))
    assert isinstance(before, QPushButton)
    assert isinstance(after, QPushButton)
    for button, told in ((before, "October 2026"), (after, "November 2026"), (after, "December 2026")):
        button.click()
        assert made.month.text() == told
        assert told.partition(" ")[0] in words(made)
    after.click()
    assert made.month.text() == "December 2026"


def test_a_page_is_saved_as_html_and_as_pdf_and_nothing_else(
    qtbot: QtBot, on_show: Shown, tmp_path: Path
) -> None:
    made = page(qtbot, on_show.desk, "sheet", on_show.client)
    shown_now = sheets.compose(on_show.desk, on_show.client).page
    leaf_files.save(shown_now, tmp_path / "a.html")
    leaf_files.save(shown_now, tmp_path / "a.pdf")
    assert (tmp_path / "a.html").read_text("utf-8") == shown_now.html
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
    for name in ("a.txt", "no-such-folder/a.html", "no-such-folder/a.pdf"):
        with pytest.raises(AmdeskError):
            leaf_files.save(shown_now, tmp_path / name)
    made.acts.saved(tmp_path / "a.html")
    assert "record it as shared" in made.acts.outcome.words.text()


def test_asking_where_to_save_offers_a_name(qtbot: QtBot, on_show: Shown, tmp_path: Path) -> None:
    made = page(qtbot, on_show.desk, "sheet", on_show.client)
    made.acts.ask_file("html")
    dialog = made.findChild(QFileDialog, "leaf-dialog")
    assert dialog is not None
    assert [Path(one).name for one in dialog.selectedFiles()] == ["NW-2026-12-14.html"]
    dialog.fileSelected.emit(str(tmp_path / "b.html"))
    assert (tmp_path / "b.html").exists()
    dialog.reject()


def test_the_commands_lead_from_a_client_to_the_three_pages(window: Window) -> None:
    assert not COMMANDS["client.prepare"].enabled(window)
    window.go(Place("client", 1))
    leads = {"client.prepare": "prepare", "client.sheet": "sheet", "client.report": "monthly_report"}
    for id_, kind in leads.items():
        assert COMMANDS[id_].enabled(window)
        COMMANDS[id_].run(window)
        assert window.place == Place(kind, about=1)
        assert isinstance(window.pages.page, LeafPage)
    window.back()
    assert window.place.page == "sheet"
