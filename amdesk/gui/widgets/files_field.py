"""The files that go with something: added by a button or dropped, opened by the system, taken out again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from amdesk.domain.attachment import Attachment
from amdesk.gui import show
from amdesk.gui.ask_files import dialog
from amdesk.gui.speaking import say_role
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.buttons import button, icon_button
from amdesk.gui.widgets.data_button import DataButton
from amdesk.gui.widgets.labels import label
from amdesk.gui.widgets.layout import empty
from amdesk.i18n.catalog import _


class FilesField(QWidget):
    """``kept`` are in the file already, ``new`` paths still to be copied in, ``gone`` ids to be taken out.

    ``opened`` gives a kept one to be opened, ``offered`` the path of one that was chosen.
    """

    opened = Signal(int)
    offered = Signal(object)

    def __init__(self, kept: Sequence[Attachment], *, name: str) -> None:
        super().__init__()
        self._all = tuple(kept)
        self.new: list[Path] = []
        self.gone: set[int] = set()
        self.setObjectName(name)
        say_role(self, "Grouping")
        self.setAccessibleName(_("Files"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE.xs)
        add = button(_("Add a file…"), "", name=f"{name}-add", icon="add", run=self.ask)
        self.setFocusProxy(add)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE.m)
        foot.addWidget(add)
        foot.addWidget(label(_("or drop it here"), "caption", name=f"{name}-drop"))
        foot.addStretch()
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(SPACE.s)
        down.addLayout(self._rows)
        down.addLayout(foot)
        self._show()

    @property
    def kept(self) -> list[Attachment]:
        """Those in the file that are to stay there."""
        return [one for one in self._all if one.id not in self.gone]

    def ask(self) -> None:
        """Choose files."""
        made = dialog(self, _("Add a file"), name=f"{self.objectName()}-dialog")
        made.setFileMode(QFileDialog.FileMode.ExistingFiles)
        made.filesSelected.connect(self._offer)
        made.open()

    def _offer(self, names: Sequence[str]) -> None:
        for name in names:
            self.offered.emit(Path(name))

    def take(self, path: Path) -> None:
        """Add a file, to be copied in when all is kept."""
        if path not in self.new:
            self.new.append(path)
        self._show()

    def typed(self) -> Mapping[str, object]:
        """What was added and taken out, to be put back when one returns."""
        return {"new": tuple(self.new), "gone": frozenset(self.gone)}

    def put_back(self, typed: Mapping[str, Any]) -> None:
        """Put back what ``typed`` gave."""
        self.new, self.gone = list(typed["new"]), set(typed["gone"])
        self._show()

    def _drop_new(self, path: Path) -> None:
        self.new.remove(path)
        self._show()

    def _take_out(self, one: int) -> None:
        self.gone.add(one)
        self._show()

    def _show(self) -> None:
        empty(self._rows)
        for number, kept in enumerate(self.kept):
            told = show.size(kept.size)
            self._add(
                number, kept.name, told, partial(self.opened.emit, kept.id), partial(self._take_out, kept.id)
            )
        for number, path in enumerate(self.new, len(self.kept)):
            self._add(number, path.name, _("added when you save"), None, partial(self._drop_new, path))

    def _add(
        self, number: int, name: str, told: str, run: Callable[[], object] | None, out: Callable[[], object]
    ) -> None:
        key = f"{self.objectName()}-{number}"
        row = QHBoxLayout()
        row.setSpacing(SPACE.s)
        if run is not None:
            row.addWidget(DataButton(name, "link", name=key, icon="post", run=run))
        else:
            row.addWidget(label(show.listed([name]), "body", name=key))
        row.addWidget(label(told, "caption", name=f"{key}-size"))
        row.addStretch()
        said = _("Take out {name}").format(name=name)
        row.addWidget(icon_button(said, name=f"{key}-remove", icon="close", run=out))
        self._rows.addLayout(row)
