"""Relatives in a form: for each the name, who they are, whose as well, and their personal dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from amdesk.domain.contact import Contact
from amdesk.domain.errors import AmdeskError
from amdesk.domain.personal_date import KIND_NAMES, RELATION_NAMES, Relative
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.buttons import button, icon_button
from amdesk.gui.widgets.fields import LineField, Picker
from amdesk.gui.widgets.form import Field
from amdesk.gui.widgets.layout import margins
from amdesk.gui.widgets.personal_dates import DatesField, TypedDate
from amdesk.i18n.bidi import isolate
from amdesk.i18n.catalog import _
from amdesk.services.personal_dates import RelativeCard


@dataclass(frozen=True, slots=True)
class TypedRelative:
    """A relative as they stand in the form; ``id`` is nothing for a new one, ``other`` the other contact."""

    id: int | None
    name: str
    relation: str
    other: int | None
    dates: tuple[TypedDate, ...]
    is_out: bool = False


class RelativeLine(QWidget):
    """One relative being edited; ``is_out`` once taken out."""

    def __init__(
        self, card: RelativeCard | None, *, of: int | None, others: Sequence[Contact], name: str
    ) -> None:
        """``of`` is the contact whose form it is, ``others`` those who can be the other parent."""
        super().__init__()
        known = card.relative if card else Relative(0, "", 0, "")
        self.id = known.id or None
        self.is_out = False
        self.setObjectName(name)
        self.name = LineField(
            known.name, name=f"{name}-name", accessible=_("First name"), placeholder=_("First name")
        )
        relations = [(one, _(said)) for one, said in RELATION_NAMES.items()]
        self.relation = Picker(
            relations, known.relation, name=f"{name}-relation", accessible=_("Who they are")
        )
        offered = [
            (None, _("Of nobody else here")),
            *((one.id, _("Also of {name}").format(name=isolate(one.name))) for one in others),
        ]
        other = known.contact_id if known.other_contact_id == of else known.other_contact_id
        self.other = Picker(offered, other, name=f"{name}-other", accessible=_("Also a relative of"))
        self.dates = DatesField(card.dates if card else (), kinds=tuple(KIND_NAMES), name=f"{name}-dates")
        self.field = Field("", self.name)
        self.remove = icon_button(
            _("Remove this relative"), name=f"{name}-remove", icon="close", run=self.take_out
        )
        self._lay_out()
        self.other.setVisible(len(offered) > 1)  # before it has a parent it is a window

    def _lay_out(self) -> None:
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, SPACE.m)
        down.setSpacing(SPACE.s)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE.s)
        grid.setVerticalSpacing(SPACE.s)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self.field, 0, 0, top)
        grid.addWidget(self.relation, 0, 1, top)
        grid.addWidget(self.remove, 0, 2, top)
        grid.addWidget(self.other, 1, 0, 1, 2, top)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        down.addLayout(grid)
        within = QVBoxLayout()
        margins(within, leading=SPACE.l, top=0, trailing=0, bottom=0)
        within.addWidget(self.dates)
        down.addLayout(within)

    def take_out(self) -> None:
        """Out of the form; out of the file once it is saved."""
        self.is_out = True
        self.hide()

    def typed(self) -> TypedRelative:
        """What stands there now."""
        other = self.other.value()
        return TypedRelative(
            self.id, self.name.text().strip(), str(self.relation.value()),
            other if isinstance(other, int) else None, self.dates.typed(), self.is_out,
        )  # fmt: skip

    def put_typed(self, typed: TypedRelative) -> None:
        """Put back what stood there."""
        self.id = typed.id
        self.name.setText(typed.name)
        self.relation.choose(typed.relation)
        self.other.choose(typed.other)
        self.dates.show_typed(typed.dates)
        if typed.is_out:
            self.take_out()

    def say(self, error: AmdeskError) -> None:
        """Show what is wrong with the name."""
        self.field.say(error)
        self.name.setFocus()


class RelativesField(QWidget):
    """The relatives of a contact, and a button to add one."""

    def __init__(self, cards: Sequence[RelativeCard], *, of: int | None, others: Sequence[Contact]) -> None:
        super().__init__()
        self.setObjectName("relatives")
        self.setAccessibleName(_("Relatives"))
        self._of, self._others = of, others
        self.lines: list[RelativeLine] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE.s)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(SPACE.s)
        outer.addLayout(self._rows)
        for card in cards:
            self.add(card)
        adder = button(_("Relative"), "link", name="relatives-add", icon="add", run=self._begin)
        adder.setAccessibleName(_("Add a relative"))
        outer.addWidget(adder, 0, Qt.AlignmentFlag.AlignLeading)

    def add(self, card: RelativeCard | None) -> RelativeLine:
        """One more, known or new."""
        number = len(self.lines)
        line = RelativeLine(card, of=self._of, others=self._others, name=f"relative-{number}")
        self.lines.append(line)
        self._rows.addWidget(line)
        return line

    def typed(self) -> tuple[TypedRelative, ...]:
        """All of them, those taken out among them."""
        return tuple(line.typed() for line in self.lines)

    def show_typed(self, typed: Sequence[TypedRelative]) -> None:
        """Put back what stood in the form when it was left."""
        for line in self.lines:
            line.setParent(None)
            line.deleteLater()
        self.lines.clear()
        for one in typed:
            self.add(None).put_typed(one)

    def _begin(self) -> None:
        line = self.add(None)
        line.dates.add(None)
        line.name.setFocus()
