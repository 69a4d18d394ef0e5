"""The order in which Tab goes through the window: as one reads it, whatever came when to where it stands.

Qt keeps a chain of its own, by when a widget came into the window; rows that come and go, and tools that
change their place, break it. Here the order is found anew at each key, from the layouts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QScrollArea, QSplitter, QWidget


class Ground(QWidget):
    """What everything stands on; Tab leads from what has the keys to the next control on it.

    ``late`` gives the controls that come after another part instead of where they stand: Save and Cancel
    beside the title come after the fields they are for.
    """

    def __init__(self, late: Callable[[], tuple[Sequence[QWidget], QWidget]]) -> None:
        super().__init__()
        self._late = late
        self.setObjectName("ground")

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own name
        here = QApplication.focusWidget()
        target = following(self.order(), here, by=1 if next else -1)
        if target is None:
            return False
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        target.setFocus(reason)
        bring_into_sight(target)
        return True

    def order(self) -> list[QWidget]:
        """All that is shown, in the order of reading."""
        late, part = self._late()
        found = list(_walk(self, frozenset(late)))
        behind = next((n for n in reversed(range(len(found))) if _within(found[n], part)), len(found) - 1)
        found[behind + 1 : behind + 1] = [one for tool in late for one in _walk(tool, frozenset())]
        return found


def following(order: Sequence[QWidget], here: QWidget | None, *, by: int) -> QWidget | None:
    """The next control that takes the keys, round the end; the first where they are nowhere yet."""
    at = order.index(here) if here in order else (-1 if by > 0 else 0)
    around = (order[(at + by * step) % len(order)] for step in range(1, len(order) + 1))
    return next((one for one in around if takes_keys(one)), None)


def takes_keys(widget: QWidget) -> bool:
    """Whether Tab stops here."""
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def _walk(widget: QWidget, without: frozenset[QWidget]) -> Iterator[QWidget]:
    if widget in without or not widget.isVisible():
        return
    yield widget
    for child in _children(widget):
        yield from _walk(child, without)


def _children(widget: QWidget) -> Iterator[QWidget]:
    """Those in its layout in their order, then those that float above them."""
    if isinstance(widget, QSplitter):
        yield from (part for n in range(widget.count()) if (part := widget.widget(n)) is not None)
        return
    beside = [one for one in widget.children() if isinstance(one, QWidget)]
    layout = widget.layout()
    laid = list(_laid(layout, beside)) if layout is not None else []
    yield from laid
    known = set(laid)
    yield from (one for one in beside if one not in known)


def _laid(layout: QLayout, widgets: Sequence[QWidget]) -> Iterator[QWidget]:
    """Those of the widgets that stand in a layout or one within it, in their order.

    They are asked for by their place: what ``itemAt`` gives, Python knows of for as long as the layout lives.
    Qt frees it without a word, something else comes to stand there in memory, and deleting that is a crash.
    """
    placed: list[tuple[int, QLayout | QWidget]] = [(layout.indexOf(one), one) for one in widgets]
    placed += [(layout.indexOf(one), one) for one in layout.children() if isinstance(one, QLayout)]
    for _place, one in sorted((pair for pair in placed if pair[0] >= 0), key=lambda pair: pair[0]):
        if isinstance(one, QLayout):
            yield from _laid(one, widgets)
        else:
            yield one


def _within(widget: QWidget, part: QWidget) -> bool:
    return widget is part or part.isAncestorOf(widget)


def bring_into_sight(widget: QWidget) -> None:
    """Scroll to a widget."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()
