"""How a page stands when it is left, and finding it so again: what had the keys, how far it was scrolled."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollArea, QWidget

from amdesk.gui.page import Page


def read(page: Page) -> Mapping[str, object]:
    """The widget with the keys, by name and number among those so called; how far areas are scrolled."""
    here = cast(QWidget, page)
    grounds = (here, *page.face.tools)
    focus = QApplication.focusWidget()
    found: dict[str, object] = {}
    if focus is not None and any(ground is focus or ground.isAncestorOf(focus) for ground in grounds):
        found["focus"] = focus.objectName()
        found["number"] = next(
            (n for n, one in enumerate(_named(page, focus.objectName())) if one is focus), 0
        )
    found["scrolled"] = {area.objectName(): area.verticalScrollBar().value() for area in _areas(here)}
    return found


def put_back(page: Page, standing: Mapping[str, object]) -> None:
    """Put the keys where they were; the areas are scrolled when all is laid out."""
    name, number = standing.get("focus"), standing.get("number")
    if isinstance(name, str) and isinstance(number, int):
        same = _named(page, name)
        if number < len(same):
            _give_keys(same[number])
    scrolled = standing.get("scrolled")
    if isinstance(scrolled, dict):
        here = cast(QWidget, page)
        QTimer.singleShot(0, here, partial(_scroll, here, scrolled))


def stand_at(page: Page, name: str) -> None:
    """Put the keys on the widget of this name, and bring it into sight when all is laid out."""
    for widget in _named(page, name)[:1]:
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
        QTimer.singleShot(0, widget, partial(_show, widget))


def _named(page: Page, name: str) -> list[QWidget]:
    """Those of a name; it is Qt that looks through the page, for each widget given out costs its time."""
    if not name:
        return []
    grounds = (cast(QWidget, page), *page.face.tools)
    found = [
        one
        for ground in grounds
        for one in (*([ground] if ground.objectName() == name else []), *ground.findChildren(QWidget, name))
    ]
    return [one for one in found if not _is_gone(one)]


def _is_gone(widget: QWidget) -> bool:
    """Whether it was put away; what has just come is not shown yet either, but nobody hid it."""
    return widget.isHidden() and widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)


def _give_keys(widget: QWidget) -> None:
    """Put the keys on it, now or as soon as it is shown."""
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
    if not widget.isVisible() and not _is_gone(widget):
        QTimer.singleShot(0, widget, partial(_give_keys_once, widget))


def _give_keys_once(widget: QWidget) -> None:
    if widget.isVisible():
        widget.setFocus(Qt.FocusReason.OtherFocusReason)


def _areas(page: QWidget) -> list[QAbstractScrollArea]:
    found = page.findChildren(QAbstractScrollArea)
    return [one for one in found if one.objectName() and one.verticalScrollBar().maximum()]


def _scroll(page: QWidget, scrolled: Mapping[str, int]) -> None:
    for area in page.findChildren(QAbstractScrollArea):
        if area.objectName() in scrolled:
            area.verticalScrollBar().setValue(scrolled[area.objectName()])


def _show(widget: QWidget) -> None:
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if area is not None:
        area.ensureWidgetVisible(widget, 0, area.height() // 3)
