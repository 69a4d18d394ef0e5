"""A line for anybody's name: it offers those it knows and takes any other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QListView

from amdesk.gui import theme
from amdesk.gui.widgets.fields import LineField


class NameField(LineField):
    """``known`` tells that one of the names offered stands in the line."""

    known = Signal(str)

    def __init__(self, text: str, *, name: str, accessible: str, offered: str, placeholder: str = "") -> None:
        """``offered`` is what the list of names is called."""
        super().__init__(text, name=name, accessible=accessible, placeholder=placeholder)
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        popup = QListView()
        completer.setPopup(popup)
        popup.setObjectName(f"{name}-names")
        popup.setAccessibleName(offered)
        theme.as_kind(popup, "names")
        completer.activated.connect(self.known)
        self.setCompleter(completer)

    def offer(self, names: Sequence[str]) -> None:
        """Offer these from now on."""
        self._names.setStringList(list(names))
