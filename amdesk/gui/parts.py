"""Going from one part of the window to the next by a key: side bar, tools, each part of the page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from amdesk.gui.tab_order import takes_keys


def step(parts: Sequence[QWidget], by: int, *, order: Sequence[QWidget]) -> None:
    """Put the keys into the next part, or the one before, that can take them: where they were in it last.

    ``order`` is that of Tab: a part where they never were is entered at its first control.
    """
    open_ = [part for part in parts if part.isVisible()]
    stops = [(part, stop) for part in open_ if (stop := _stop(part, order)) is not None]
    if not stops:
        return
    focus = QApplication.focusWidget()
    at = next((n for n, (part, _) in enumerate(stops) if focus is not None and _holds(part, focus)), None)
    ahead = 0 if by > 0 else -1
    _part, target = stops[(at + by) % len(stops) if at is not None else ahead]
    target.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _holds(part: QWidget, widget: QWidget) -> bool:
    return part is widget or part.isAncestorOf(widget)


def _stop(part: QWidget, order: Sequence[QWidget]) -> QWidget | None:
    """Where the keys were last in this part, or the first place for them."""
    last = cast(QWidget | None, part.focusWidget())  # none where the keys never were
    if last is not None and takes_keys(last) and _holds(part, last):
        return last
    return next((one for one in order if _holds(part, one) and takes_keys(one)), None)
