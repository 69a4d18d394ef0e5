"""Dialogs of files that Qt draws itself: paths from left to right, days as the window says them."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)
from pytestqt.qtbot import QtBot

from amdesk.i18n.bidi import strip_isolates
from amdesk.i18n.catalog import calendar_in_use
from amdesk.i18n.format import moment_text


@pytest.mark.parametrize("reads", [Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight])
def test_a_path_is_read_from_left_to_right_and_no_endings_are_scrambled(
    qapp: QApplication, qtbot: QtBot, reads: Qt.LayoutDirection
) -> None:
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setLayoutDirection(reads)
    dialog.setNameFilters(["رسم (*.png *.svg)"])
    dialog.open()
    qtbot.waitUntil(lambda: qapp.focusWidget() is not None)
    place, kind = (dialog.findChild(QComboBox, name) for name in ("lookInCombo", "fileTypeCombo"))
    assert place is not None
    assert kind is not None
    assert place.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert ("*" in kind.currentText()) == (reads == Qt.LayoutDirection.LeftToRight)
    assert dialog.selectedNameFilter() == "رسم (*.png *.svg)"


def test_when_a_file_was_changed_is_said_in_the_language_and_calendar_of_the_window(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, tongue: str
) -> None:
    file = tmp_path / "list.csv"
    file.touch()
    when = datetime(2026, 3, 4, 9, 30, tzinfo=UTC).astimezone()
    os.utime(file, (when.timestamp(), when.timestamp()))
    dialog = QFileDialog(directory=str(tmp_path))
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setViewMode(QFileDialog.ViewMode.Detail)
    dialog.open()
    files = dialog.findChild(QTreeView)
    assert isinstance(files, QTreeView)
    qtbot.waitUntil(lambda: qapp.focusWidget() is not None and files.model().rowCount(files.rootIndex()) == 1)
    said = QStyleOptionViewItem()
    cell = files.model().index(0, 3, files.rootIndex())
    shows = files.itemDelegateForColumn(3)
    assert isinstance(shows, QStyledItemDelegate)
    shows.initStyleOption(said, cell)
    assert said.text == strip_isolates(moment_text(when, tongue, calendar=calendar_in_use(), style="short"))


def test_the_folder_one_is_in_is_painted_from_its_beginning_at_the_left(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, tongue: str
) -> None:
    dialog = QFileDialog(directory=str(tmp_path))
    dialog.resize(2400, 400)  # the path fits
    dialog.setStyleSheet("QComboBox { background: white; border: 1px solid gray; }")  # as in the window
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.open()
    qtbot.waitUntil(lambda: qapp.focusWidget() is not None)
    place = dialog.findChild(QComboBox, "lookInCombo")
    assert isinstance(place, QComboBox)
    drawn = place.grab().toImage()
    dark = [
        x for x in range(drawn.width() - 40) for y in range(8, drawn.height() - 8)
        if QColor(drawn.pixel(x, y)).lightness() < 80
    ]  # fmt: skip
    assert max(dark) < drawn.width() / 2
