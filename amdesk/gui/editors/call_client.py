"""Whom a call is with: the client picked, the people ticked, and what is known of them beside."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amdesk.domain.contact import Contact
from amdesk.domain.errors import AmdeskError
from amdesk.domain.interaction import Interaction
from amdesk.gui.client_pick import ClientPick
from amdesk.gui.editors.call_glance import CallGlance
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.fields import Check
from amdesk.gui.widgets.flow import Flow
from amdesk.gui.widgets.form import Field
from amdesk.gui.widgets.layout import empty
from amdesk.i18n.bidi import isolate
from amdesk.i18n.catalog import _, current
from amdesk.i18n.format import listed
from amdesk.services import clients, picking
from amdesk.services.desk import Desk
from amdesk.services.picking import Choice


class People(QWidget):
    """The client's people, to be ticked. ``changed`` tells of a tick."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("call-people")
        self.setAccessibleName(_("With whom"))
        self._boxes: dict[int, Check] = {}
        self._down = QVBoxLayout(self)
        self._down.setContentsMargins(0, 0, 0, 0)

    def show_people(self, people: Sequence[Contact], ticked: Sequence[int]) -> None:
        """Offer these, some of them ticked."""
        empty(self._down)
        self._boxes = {}
        for person in people:
            said = f"{isolate(person.name)} · {isolate(person.role)}" if person.role else isolate(person.name)
            box = Check(said, name=f"call-person-{person.id}")
            box.setAccessibleName(listed(filter(None, (person.name, person.role)), current()))
            box.setChecked(person.id in ticked)
            box.toggled.connect(lambda _on: self.changed.emit())
            self._boxes[person.id] = box
        self._down.addWidget(Flow(self._boxes.values(), name="call-people-flow", gap=SPACE.xl))

    def ticked(self) -> list[int]:
        """The ids of those ticked."""
        return [id_ for id_, box in self._boxes.items() if box.isChecked()]


class CallClient(QObject):
    """``picked`` tells of a client, with the last call there was; ``changed`` of anything else."""

    picked = Signal(object)
    changed = Signal()

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self.id: int | None = None
        self.pick = ClientPick(lambda text: picking.pick(desk, text), name="call-client", within=page)
        self.people = People()
        self.with_whom = Field(_("With whom"), self.people)
        self.with_whom.hide()
        self.glance = CallGlance(desk)
        self.pick.picked.connect(self._pick)
        self.pick.cleared.connect(self.clear)
        self.pick.textEdited.connect(lambda _text: self.changed.emit())
        self.people.changed.connect(self.changed)

    def show_client(self, client_id: int, *, ticked: Sequence[int] | None = None) -> Interaction | None:
        """Show a client, with these people or those of the last call; that call."""
        client = clients.get(self._desk, client_id)
        self.id = client_id
        self.pick.show_choice(Choice(client_id, None, client.name, (client.code,)))
        last = next((entry.interaction for entry in clients.timeline(self._desk, client_id, limit=1)), None)
        self._offer_people(ticked if ticked is not None else last.contact_ids if last else ())
        self.glance.show_client(client_id)
        return last

    def show_if_there(self, client_id: object) -> Interaction | None:
        """The same for a client who may have gone meanwhile."""
        try:
            return self.show_client(client_id) if isinstance(client_id, int) else None
        except AmdeskError:
            return None

    def tick(self, ticked: object) -> None:
        """Tick these people and no others."""
        if self.id is not None and isinstance(ticked, list):
            self._offer_people(ticked)

    def clear(self) -> None:
        """No client."""
        self.id = None
        self.people.show_people((), ())
        self.with_whom.hide()
        self.glance.show_client(None)

    def _pick(self, choice: Choice) -> None:
        ticked = None if choice.contact_id is None else (choice.contact_id,)
        self.picked.emit(self.show_client(choice.client_id, ticked=ticked))

    def _offer_people(self, ticked: Sequence[int]) -> None:
        """The people still there; the only one is ticked without asking."""
        assert self.id is not None
        cards = clients.page(self._desk, self.id).contacts
        there = [card.contact for card in cards if card.contact.left_on is None]
        self.people.show_people(there, [one.id for one in there] if len(there) == 1 else ticked)
        self.with_whom.setVisible(bool(there))
