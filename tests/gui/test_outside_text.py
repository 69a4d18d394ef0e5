"""Names that look like HTML are names: labels, tool tips and lists show them as they were typed."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6 import QtGui
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QAbstractItemView, QLabel, QWidget

from amdesk.gui import leaf_paper, printing
from amdesk.gui.place import Place
from amdesk.gui.records import history_of
from amdesk.gui.widgets.labels import tool_tip
from amdesk.gui.window import Window
from amdesk.services import clients, contacts, interactions, reminders, tasks
from amdesk.services.composed import Composed
from amdesk.services.desk import Desk

LOADED = '<b>bold</b><img src="file:///etc/passwd"> <a href="file:///x">&lt;x&gt;</a>'


@pytest.fixture
def loaded(desk: Desk) -> dict[str, int]:
    client = clients.add(desk, name=f"{LOADED} Ltd", code="HTM", notes=LOADED, next_step=LOADED)
    person = contacts.add(desk, client, name=f"Eve {LOADED}", role=LOADED)
    call = interactions.log(desk, client_id=client, contact_ids=[person], occasion=LOADED, minutes=5)
    task = tasks.add(desk, title=LOADED, client_id=client, due_on=desk.today(), requirements=LOADED)
    reminders.add(desk, text=LOADED, due_on=desk.today() + timedelta(days=1), client_id=client)
    return {"client": client, "call": call, "task": task}


@pytest.mark.parametrize("page", ["client", "clients", "calls", "tasks", "task", "reminders", "history"])
def test_nothing_on_a_page_is_taken_for_html(window: Window, loaded: dict[str, int], page: str) -> None:
    place = {
        "client": Place("client", loaded["client"]),
        "task": Place("task", loaded["task"]),
        "history": history_of("client", loaded["client"]),
    }.get(page, Place(page))
    window.go(place)
    assert not [one.objectName() for one in window.findChildren(QLabel) if _is_rich(one)]
    tips = [one.toolTip() for one in window.findChildren(QWidget)]
    for view in window.findChildren(QAbstractItemView):
        model = view.model()
        for row in range(min(model.rowCount(), 50)):
            tips += [
                str(model.index(row, at).data(Qt.ItemDataRole.ToolTipRole) or "")
                for at in range(model.columnCount())
            ]
    assert not [tip for tip in tips if QtGui.Qt.mightBeRichText(tip)]


def _is_rich(shown: QLabel) -> bool:
    return shown.textFormat() != Qt.TextFormat.PlainText and bool(shown.text())


def test_a_tool_tip_shows_what_was_typed() -> None:
    for typed in (LOADED, "x <b>y</b>", "&lt;b&gt;", "a < b", "<", "Tom & Jerry"):
        tip = tool_tip(typed)
        assert not QtGui.Qt.mightBeRichText(tip)
        assert tip.replace("\N{WORD JOINER}", "").strip("\u2066\u2067\u2068\u2069\u200e\u200f") == typed


def test_no_document_of_ours_fetches_a_picture(tmp_path: Path) -> None:
    picture = tmp_path / "red.png"
    red = QImage(40, 40, QImage.Format.Format_RGB32)
    red.fill(Qt.GlobalColor.red)
    assert red.save(str(picture))
    html = f'<p>x<img src="{QUrl.fromLocalFile(str(picture)).toString()}">y</p>'
    page = Composed("sheet", 1, "en", "T", "T", html, html, "")
    for made in (printing.document(html, title="T"), leaf_paper.document(page)):
        got = made.resource(QTextDocument.ResourceType.ImageResource.value, QUrl.fromLocalFile(str(picture)))
        assert isinstance(got, QImage)
        assert got.width() == 1
