"""What is mended in a dialog of files that Qt draws itself: how paths are read, and how days are told."""

from __future__ import annotations

from datetime import datetime
from typing import cast

from PySide6.QtCore import QEvent, QFileInfo, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFileSystemModel,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStyleOptionViewItem,
    QStylePainter,
    QTreeView,
)

from amdesk.i18n.bidi import strip_isolates
from amdesk.i18n.catalog import calendar_in_use, current
from amdesk.i18n.format import moment_text

_PLACE = "lookInCombo"  # Qt's name for the folder one is in
_WHEN = 3  # the column that says when a file was changed


def mend(dialog: QFileDialog) -> None:
    """Mend what is not mended yet."""
    if dialog.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        _turn(dialog)
    for files in dialog.findChildren(QTreeView):
        if not isinstance(files.itemDelegateForColumn(_WHEN), _When):
            files.setItemDelegateForColumn(_WHEN, _When(files))
            files.header().setStretchLastSection(True)  # Qt made it as wide as its own words


def _turn(dialog: QFileDialog) -> None:
    place = dialog.findChild(QComboBox, _PLACE)
    if place is not None and place.layoutDirection() != Qt.LayoutDirection.LeftToRight:
        place.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        place.installEventFilter(_Place(place))
        dialog.setOption(QFileDialog.Option.HideNameFilterDetails)  # *.csv among words is scrambled


class _Place(QObject):
    """Paints a choice that reads the other way than the window: Qt's painter takes the window's way."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Paint or not isinstance(watched, QComboBox):
            return False
        option = QStyleOptionComboBox()
        watched.initStyleOption(option)
        painter = QStylePainter(watched)
        painter.setLayoutDirection(watched.layoutDirection())
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()
        return True


class _When(QStyledItemDelegate):
    """Says when a file was changed as the window says it; Qt would ask the system, whatever its language."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        path = index.sibling(index.row(), 0).data(int(QFileSystemModel.Roles.FilePathRole))
        changed = QFileInfo(str(path)).lastModified() if path else None
        if changed is not None and changed.isValid():
            when = cast(datetime, changed.toPython())
            said = moment_text(when, current(), calendar=calendar_in_use(), style="short")
            option.text = strip_isolates(said)
