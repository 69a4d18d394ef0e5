"""Going from one part of the window to the next by a key: side bar, tools, each part of the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def step(parts: Sequence[QWidget], by: int) -> None:
    """Put the keys into the next part, or the one before, that can take them: where they were in it last."""
    open_ = [one for one in parts if one.isVisible() and _stop(one) is not None]
    if not open_:
        return
    at = _present(open_)
    target = open_[(at + by) % len(open_)] if at is not None else open_[0 if by > 0 else -1]
    stop = _stop(target)
    if stop is not None:
        stop.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _present(parts: Sequence[QWidget]) -> int | None:
    focus = QApplication.focusWidget()
    within = (n for n, part in enumerate(parts) if focus is not None and _holds(part, focus))
    return next(within, None)


def _holds(part: QWidget, widget: QWidget) -> bool:
    return part is widget or part.isAncestorOf(widget)


def _stop(part: QWidget) -> QWidget | None:
    """Where the keys were last in this part, or the first place for them."""
    last = part.focusWidget()
    if last is not None and _takes(last) and _holds(part, last):
        return last
    return next((one for one in chain(part) if _holds(part, one) and _takes(one)), None)


def chain(start: QWidget, *, going: Callable[[QWidget], QWidget] = QWidget.nextInFocusChain) -> list[QWidget]:
    """All widgets of the window in the order of Tab, beginning here."""
    found, one = [start], going(start)
    while one is not start:
        found.append(one)
        one = going(one)
    return found


def _takes(widget: QWidget) -> bool:
    tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return tab and widget.isVisible() and widget.isEnabled()
