"""Addresses in a form: one line each, with what it is, what kind, and a way to take it out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from amdesk.domain.contact import LABEL_NAMES, LABELS, MEDIUM_NAMES, Address
from amdesk.domain.errors import AmdeskError
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.buttons import button, icon_button
from amdesk.gui.widgets.fields import CodeField, LineField, Picker
from amdesk.gui.widgets.flow import Flow
from amdesk.gui.widgets.form import Field
from amdesk.gui.widgets.lines import Lines
from amdesk.i18n.catalog import _

_ICON = {"phone": "office_phone", "email": "mail", "post": "place", "web": "web"}
_FIRST_LABEL = {"phone": "mobile", "email": "office", "post": "office", "web": "other"}


@dataclass(frozen=True, slots=True)
class Typed:
    """An address as it stands in the form; ``id`` is nothing for a new one."""

    id: int | None
    medium: str
    label: str
    value: str


class AddressLine(QWidget):
    """One address being edited."""

    def __init__(self, typed: Typed, *, number: int) -> None:
        super().__init__()
        self.medium, self.id = typed.medium, typed.id
        self.setObjectName(f"address-{number}")
        told = _(MEDIUM_NAMES[typed.medium])
        labels = [
            (label, _(LABEL_NAMES[label])) for label in LABELS if label != "fax" or typed.medium == "phone"
        ]
        self.kind = Picker(labels, typed.label, name=f"address-{number}-label", accessible=_("Kind"))
        make = LineField if typed.medium == "post" else CodeField
        self.value = make(typed.value, name=f"address-{number}-value", accessible=told, placeholder=told)
        self.field = Field("", self.value)
        self.remove = icon_button(
            _("Remove this address"), name=f"address-{number}-remove", icon="close", run=self._take_out
        )
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(SPACE.s)
        for part, share in ((self.kind, 0), (self.field, 1), (self.remove, 0)):
            across.addWidget(part, share, Qt.AlignmentFlag.AlignTop)

    def typed(self) -> Typed:
        """What stands there now; taken out or emptied it has no value."""
        return Typed(self.id, self.medium, str(self.kind.value()), self.value.text().strip())

    def _take_out(self) -> None:
        self.value.clear()
        self.hide()


class AddressesField(QWidget):
    """All addresses of a client or contact, and a button for each medium to add one.

    ``changed`` tells of every letter.
    """

    changed = Signal()

    def __init__(self, addresses: Sequence[Address]) -> None:
        super().__init__()
        self.setObjectName("addresses")
        self.setAccessibleName(_("Addresses"))
        self._lines: Lines[AddressLine] = Lines(self)
        for address in addresses:
            self._add(Typed(address.id, address.medium, address.label, address.value))
        adders = [self._adder(medium) for medium in _ICON]
        self._lines.foot.addWidget(Flow(adders, name="add-address", gap=SPACE.l))

    @property
    def lines(self) -> list[AddressLine]:
        """The lines as they stand, those taken out among them."""
        return self._lines.all

    def typed(self) -> list[Typed]:
        """Every line, those taken out among them."""
        return [line.typed() for line in self.lines]

    def show_typed(self, typed: Sequence[Typed]) -> None:
        """Put back what stood in the form when it was left."""
        self._lines.clear()
        for one in typed:
            self._add(one)
            if not one.value:
                self.lines[-1].hide()

    def offer(self, medium: str, value: str) -> None:
        """A line for an address that was found elsewhere, unless there is one already."""
        if all(one.value.casefold() != value.casefold() for one in self.typed()):
            self._add(Typed(None, medium, _FIRST_LABEL[medium], value))

    def say(self, number: int, error: AmdeskError) -> None:
        """Show what is wrong with one of them, beside it."""
        self.lines[number].field.say(error)
        self.lines[number].value.setFocus()

    def _adder(self, medium: str) -> QWidget:
        return button(
            _(MEDIUM_NAMES[medium]), "link", name=f"add-{medium}", icon="add", run=lambda: self._begin(medium)
        )

    def _begin(self, medium: str) -> None:
        self._add(Typed(None, medium, _FIRST_LABEL[medium], ""))
        self.lines[-1].value.setFocus()

    def _add(self, typed: Typed) -> None:
        line = self._lines.add(AddressLine(typed, number=len(self.lines)))
        line.value.textChanged.connect(lambda _text: self.changed.emit())
        self.changed.emit()
