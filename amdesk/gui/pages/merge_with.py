"""Merge with …: which record is the same as this one, the likely ones first."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amdesk.gui import merge_words, theme
from amdesk.gui.client_pick import ClientPick
from amdesk.gui.editors import sheet
from amdesk.gui.page import Face
from amdesk.gui.place import Place
from amdesk.gui.speaking import announce
from amdesk.gui.theme import SIZE, SPACE
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.data_button import DataButton
from amdesk.gui.widgets.empty import Empty
from amdesk.gui.widgets.form import Field
from amdesk.gui.widgets.labels import label
from amdesk.gui.widgets.layout import bounded, column, empty, scroll
from amdesk.i18n.bidi import isolate
from amdesk.i18n.catalog import _
from amdesk.services import duplicates, picking
from amdesk.services.desk import Desk
from amdesk.services.picking import Choice

_OFFERED = 20
_LOOKED_AT = 60  # clients and contacts, of which those of the other kind are left out


class MergeWith(QWidget):
    """A line that finds the other client or contact, and above it those that are likely meant."""

    TABLES: frozenset[str] = frozenset()
    place_requested = Signal(object)
    finished = Signal(object)

    def __init__(self, desk: Desk, noun: str, row_id: int) -> None:
        super().__init__()
        self._desk, self._noun, self._id = desk, noun, row_id
        self.setObjectName("merge-with")
        title = _("Merge with another client") if noun == "client" else _("Merge with another contact")
        self.setAccessibleName(title)
        self.pick = ClientPick(self._find, name="merge-pick", within=self, is_quiet=True)
        self.pick.picked.connect(self._picked)
        self.pick.textEdited.connect(lambda _text: self._say_found())
        self._likely = QVBoxLayout()
        self._likely.setSpacing(SPACE.s)
        words = _("Client") if noun == "client" else _("Contact")
        self.pick.setAccessibleName(words)
        self._none = self._nothing()
        inner = column(Field(words, self.pick), name="merge-with-inner", gap=SPACE.l)
        inner.layout().addLayout(self._likely)  # type: ignore[union-attr]
        inner.layout().addWidget(self._none)  # type: ignore[union-attr]
        inner.setMaximumWidth(theme.scaled(SIZE.form))
        around = QWidget()
        around.setObjectName("merge-with-around")
        down = QVBoxLayout(around)
        down.setContentsMargins(SPACE.xl, SPACE.s, SPACE.xl, SPACE.xl)
        down.addLayout(bounded(inner))
        down.addStretch()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(scroll(around, name="merge-with-scroll"))
        sheet.keys_to(self, save=lambda: None, cancel=lambda: self.finished.emit(None))
        cancel = button(_("Cancel"), "plain", name="merge-with-cancel", run=lambda: self.finished.emit(None))
        self._name = ""
        self.face = Face(
            title=lambda: title, tools=(cancel,), status=lambda: self._name, focus=self.pick, bounded=True
        )

    def refresh(self) -> None:
        """Ask again who is likely meant."""
        empty(self._likely)
        self._name = duplicates.known(self._desk, self._noun, self._id).name
        found = duplicates.likely(self._desk, self._noun, self._id)
        told = _("Likely the same as {name}:") if found else _("Nothing else looks like {name}.")
        told = told.format(name=isolate(self._name))
        self._likely.addWidget(label(told, "muted", name="merge-likely", wrap=True))
        for pair in found:
            other = pair.other
            name = DataButton(
                other.name, "name", name=f"merge-likely-{other.id}", run=partial(self._take, other.id)
            )
            why = label(merge_words.reasons_text(pair.reasons), "caption", name="merge-why", wrap=True)
            self._likely.addWidget(column(name, why, name="merge-likely-one", gap=0))

    def _nothing(self) -> Empty:
        """What stands where nobody is found."""
        title = _("No client found") if self._noun == "client" else _("No contact found")
        told = _(
            "Try fewer letters, or a part of a number or an address. What was deleted lies in the trash."
        )
        pairs = lambda: self.place_requested.emit(Place("duplicates"))  # noqa: E731
        made = Empty(
            "search", title, told,
            actions=(
                button(_("Clear the field"), "", name="merge-with-clear", icon="close", run=self._clear),
                button(_("Show the duplicates"), "", name="merge-with-pairs", icon="copy", run=pairs),
            ),
        )  # fmt: skip
        made.hide()
        return made

    def _say_found(self) -> None:
        is_lost = bool(self.pick.text().strip()) and not self.pick.model.choices
        if is_lost and self._none.isHidden():
            announce(self, self._none.accessibleName())
        self._none.setVisible(is_lost)

    def _clear(self) -> None:
        self.pick.clear()
        self.pick.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say_found()

    def _find(self, text: str) -> list[Choice]:
        is_client = self._noun == "client"
        found = picking.pick(self._desk, text, limit=_LOOKED_AT)
        if is_client:
            return [one for one in found if one.contact_id is None and one.client_id != self._id][:_OFFERED]
        return [one for one in found if one.contact_id not in (None, self._id)][:_OFFERED]

    def _picked(self, choice: Choice) -> None:
        other = choice.client_id if self._noun == "client" else choice.contact_id
        if other is not None:
            self._take(other)

    def _take(self, other: int) -> None:
        self.finished.emit(Place("merge", self._id, within=other, ask=self._noun))
