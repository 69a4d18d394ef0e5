"""The leading side of a client's page: what kind of client, what is missing, who is there, their numbers."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amdesk.domain.client import STAGE_NAMES, Client
from amdesk.domain.contact import LABEL_NAMES, MEDIUM_NAMES, Address, Contact
from amdesk.gui import show, words
from amdesk.gui.place import Place
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.badge import Badge, BadgeLabel
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.data_button import DataButton
from amdesk.gui.widgets.flow import Flow
from amdesk.gui.widgets.labels import data_label, label, paragraph
from amdesk.gui.widgets.layout import column, empty
from amdesk.i18n import format as formats
from amdesk.i18n.bidi import isolate
from amdesk.i18n.catalog import _, current
from amdesk.i18n.languages import language
from amdesk.services.clients import ClientPage, ContactCard
from amdesk.services.desk import Desk

_ICON = {"email": "mail", "web": "web", "post": "place"}
_COPIED_MS = 1600


class Facts(QWidget):
    """Facts and people; gaps are buttons that lead to where they are filled."""

    place_requested = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("facts")
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(SPACE.l)

    def show_page(self, page: ClientPage) -> None:
        """Show these facts."""
        empty(self._rows)
        client = page.client
        self._rows.addWidget(Flow(_badges(client), name="client-badges"))
        self._rows.addWidget(self._lines(client))
        if page.gaps:
            self._rows.addWidget(self._gaps(page))
        if client.notes.strip():
            self._rows.addWidget(paragraph(client.notes, "muted", name="client-notes"))
        if page.addresses:
            self._rows.addWidget(
                column(*map(_address, page.addresses), name="client-addresses", gap=SPACE.xs)
            )
        for card in page.contacts:
            self._rows.addWidget(self._card(card))

    def _lines(self, client: Client) -> QWidget:
        last = show.ago(self._desk, client.last_contact_at) or _("never")
        told = (
            show.joined(client.code, language(client.language).name),
            _("Last contact: {when}").format(when=last),
        )
        return column(
            *(label(text, "muted", name="client-fact") for text in told), name="client-lines", gap=SPACE.xs
        )

    def _gaps(self, page: ClientPage) -> QWidget:
        """What is missing, each a click away from being filled."""
        first = page.contacts[0].contact.id if page.contacts else None
        place = Place("edit_contact", first, page.client.id)
        made = [
            button(_(words.GAP[gap]), "gap", name=f"gap-{gap}", run=lambda: self.place_requested.emit(place))
            for gap in page.gaps
        ]
        return Flow(made, name="client-gaps")

    def _card(self, card: ContactCard) -> QWidget:
        contact = card.contact
        place = Place("edit_contact", contact.id, contact.client_id)
        name = DataButton(
            contact.name, "name", name=f"contact-{contact.id}", run=lambda: self.place_requested.emit(place)
        )
        parts: list[QWidget] = [name]
        if contact.role:
            parts.append(data_label(contact.role, "caption", name="contact-role", wrap=True))
        parts += [label(text, "caption", name="contact-fact", wrap=True) for text in _more(contact)]
        return column(*parts, *map(_address, card.addresses), name="contact", gap=SPACE.xs // 2)


def _badges(client: Client) -> list[QWidget]:
    stage = Badge(_(STAGE_NAMES[client.stage]), words.STAGE_TONE.get(client.stage, "quiet"))
    made = [BadgeLabel(stage, name="client-stage")]
    if client.tier:
        made.append(BadgeLabel(Badge(_("Tier {tier}").format(tier=client.tier)), name="client-tier"))
    if client.vip:
        made.append(BadgeLabel(Badge(_("VIP"), "warn", "vip"), name="client-vip"))
    return list(made)


def _more(contact: Contact) -> list[str]:
    told = []
    if contact.left_on:
        told.append(_("No longer there since {date}").format(date=show.day(contact.left_on)))
    if contact.birthday:
        told.append(_("Birthday: {date}").format(date=formats.partial_text(contact.birthday, current())))
    if contact.preferred_hours:
        told.append(_("Best reached: {hours}").format(hours=isolate(contact.preferred_hours)))
    return told


def _address(address: Address) -> DataButton:
    """An address as it was typed, written left to right unless it is a postal one; a click copies it."""
    icon = _ICON.get(address.medium, "mobile" if address.label == "mobile" else "office_phone")
    made = DataButton(
        address.value, "link", name=f"address-{address.id}", icon=icon, code=address.medium != "post",
        run=lambda: _copy(made, address, icon),
    )  # fmt: skip
    told = _(MEDIUM_NAMES[address.medium] if address.medium != "phone" else LABEL_NAMES[address.label])
    made.setAccessibleName(f"{told}: {address.value}")
    made.setToolTip(_("{what}: click to copy").format(what=told))
    return made


def _copy(made: DataButton, address: Address, icon: str) -> None:
    """Copy as typed, and say so with a tick that goes by itself."""
    QGuiApplication.clipboard().setText(address.value)
    made.show_icon("done")
    QTimer.singleShot(_COPIED_MS, made, lambda: made.show_icon(icon))
