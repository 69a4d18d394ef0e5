"""What is copied leaves the program without the isolates that keep it whole in the window."""

from __future__ import annotations

import re

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QClipboard, QGuiApplication

from amdesk.i18n.bidi import FSI, LRM, RLM, strip_isolates

# The mark that gives a label the window's direction, with what it stands before.
_MARKED = re.compile(f"^[{LRM}{RLM}](?={FSI})")


class Copying(QObject):
    """Watches what this program puts on the clipboard, whichever widget did: labels copy what they show."""

    def __init__(self, clipboard: QClipboard, parent: QObject) -> None:
        super().__init__(parent)
        self._clipboard = clipboard
        clipboard.changed.connect(self._clean)

    def _clean(self, mode: QClipboard.Mode) -> None:
        if not _is_ours(self._clipboard, mode):
            return
        copied: QMimeData | None = self._clipboard.mimeData(mode)
        if copied is None:
            return
        text, html = copied.text(), copied.html()
        if strip_isolates(text) == text and strip_isolates(html) == html:
            return
        clean = QMimeData()
        clean.setText(strip_isolates(_MARKED.sub("", text)))
        if html:
            clean.setHtml(strip_isolates(html))
        self._clipboard.setMimeData(clean, mode)


def _is_ours(clipboard: QClipboard, mode: QClipboard.Mode) -> bool:
    """Whether this program put there what is there: what others copied is theirs."""
    if QGuiApplication.platformName() == "offscreen":
        return True  # no other program can reach that clipboard, and it does not tell whose it is
    if mode == QClipboard.Mode.Clipboard:
        return clipboard.ownsClipboard()
    return mode == QClipboard.Mode.Selection and clipboard.ownsSelection()
