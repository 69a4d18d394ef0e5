"""The leading side of a client's page: what kind of client, what is missing, who is there, their numbers."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amdesk.domain.client import Client
from amdesk.domain.contact import LABEL_NAMES, MEDIUM_NAMES, Address, Contact
from amdesk.gui import client_dates, show, words
from amdesk.gui.client_badges import client_badges
from amdesk.gui.place import Place
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.data_button import DataButton
from amdesk.gui.widgets.flow import Flow
from amdesk.gui.widgets.labels import data_label, label
from amdesk.gui.widgets.layout import column, empty
from amdesk.gui.widgets.notes import NotesField
from amdesk.i18n.bidi import isolate
from amdesk.i18n.catalog import _
from amdesk.i18n.language_names import language_name
from amdesk.services import clients, personal_dates
from amdesk.services.clients import ClientPage, ContactCard
from amdesk.services.desk import Desk

_ICON = {"email": "mail", "web": "web", "post": "place"}
_COPIED_MS = 1600


class Facts(QWidget):
    """Facts and people, changed where they stand; gaps are buttons that note what is to be asked."""

    place_requested = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._id = 0
        self.setObjectName("facts")
        self.notes = NotesField(name="client-notes", accessible=_("Notes"), placeholder=_("Notes"))
        self.notes.kept.connect(lambda text: clients.change(desk, self._id, notes=text))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(SPACE.l)
        self._above, self._below = QVBoxLayout(), QVBoxLayout()
        for part in (self._above, self._below):
            part.setSpacing(SPACE.l)
        rows.addLayout(self._above)
        rows.addWidget(self.notes)
        rows.addLayout(self._below)

    def show_page(self, page: ClientPage) -> None:
        """Show these facts."""
        empty(self._above)
        empty(self._below)
        client = page.client
        self._id = client.id
        self._above.addWidget(client_badges(self._desk, client))
        self._above.addWidget(self._lines(client))
        if page.gaps:
            self._above.addWidget(self._gaps(page))
        self.notes.show_text(client.notes)
        if page.addresses:
            self._below.addWidget(
                column(*map(_address, page.addresses), name="client-addresses", gap=SPACE.xs)
            )
        for card in page.contacts:
            self._below.addWidget(self._card(card))

    def _lines(self, client: Client) -> QWidget:
        last = show.ago(self._desk, client.last_contact_at) or _("never")
        told = (
            show.joined(isolate(client.code), language_name(client.language)),
            show.joined(_("Last contact: {when}").format(when=last), show.turn(self._desk, client)),
        )
        return column(
            *(label(text, "muted", name="client-fact") for text in told), name="client-lines", gap=SPACE.xs
        )

    def _gaps(self, page: ClientPage) -> QWidget:
        """What is missing: a click notes it to be asked next time, or takes that back; or fill it in now."""
        first = page.contacts[0].contact.id if page.contacts else None
        place = Place("edit_contact", first, page.client.id)
        fill = lambda: self.place_requested.emit(place)  # noqa: E731 - for two buttons
        if page.gaps == ("contact",):
            return Flow(
                [button(_(words.GAP["contact"]), "gap", name="gap-contact", run=fill)], name="client-gaps"
            )
        made: list[QWidget] = [self._gap(page, gap) for gap in page.gaps]
        return column(
            Flow(made, name="client-gaps"),
            button(_("Fill in now"), "link", name="gaps-fill", run=fill),
            name="client-missing", gap=SPACE.xs,
        )  # fmt: skip

    def _gap(self, page: ClientPage, gap: str) -> QWidget:
        noted = gap in page.asking
        client_id = page.client.id
        made = button(
            _(words.ASK[gap] if noted else words.GAP[gap]), "offer" if noted else "gap",
            name=f"gap-{gap}", icon="done" if noted else "",
            run=lambda: clients.ask_next_time(self._desk, client_id, gap, wanted=not noted),
        )  # fmt: skip
        made.setToolTip(_("Click: ask no more") if noted else _("Click: ask next time"))
        return made

    def _card(self, card: ContactCard) -> QWidget:
        contact = card.contact
        place = Place("edit_contact", contact.id, contact.client_id)
        name = DataButton(
            contact.name, "name", name=f"contact-{contact.id}", run=lambda: self.place_requested.emit(place)
        )
        parts: list[QWidget] = [name]
        if contact.role:
            parts.append(data_label(contact.role, "caption", name="contact-role", wrap=True))
        told = [*_more(contact), *client_dates.lines(personal_dates.of_contact(self._desk, contact.id))]
        parts += [label(text, "caption", name="contact-fact", wrap=True) for text in told]
        return column(*parts, *map(_address, card.addresses), name="contact", gap=SPACE.xs // 2)


def _more(contact: Contact) -> list[str]:
    told = []
    if contact.left_on:
        told.append(_("No longer there since {date}").format(date=show.day(contact.left_on)))
    if contact.birthday:
        told.append(_("Birthday: {date}").format(date=show.given_day(contact.birthday)))
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
