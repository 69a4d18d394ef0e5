"""Dialogs of files in a language from right to left."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog
from pytestqt.qtbot import QtBot


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
