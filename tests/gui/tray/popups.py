"""What is seen and pressed in the popup."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton

from amdesk.gui.tray.popup import Popup
from amdesk.gui.tray.ringing import Ringing


def popup_of(ringing: Ringing) -> Popup:
    """The popup, which is shown."""
    assert ringing.popup is not None
    assert ringing.popup.isVisible()
    return ringing.popup


def texts(ringing: Ringing) -> list[str]:
    """What its lines say."""
    labels = popup_of(ringing).findChildren(QLabel, "popup-text")
    return [label.text() for label in labels if label.isVisible()]


def press(ringing: Ringing, name: str, *, opens: bool = False) -> None:
    """Press a button, the first of its name; ``opens`` its menu, without waiting for what is chosen."""
    found = popup_of(ringing).findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    if opens:
        found.menu().popup(found.mapToGlobal(found.rect().bottomLeft()))
    else:
        found.click()
