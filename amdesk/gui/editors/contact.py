"""Adding or changing a person at a client."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from amdesk.domain.contact import Contact
from amdesk.domain.duplicate import Pair
from amdesk.domain.interaction import CHANNEL_NAMES
from amdesk.domain.messages import N_
from amdesk.domain.personal_date import KIND_NAMES
from amdesk.gui.editors import addresses, sheet
from amdesk.gui.editors.likeness import like_hint, merge_link, reached
from amdesk.gui.editors.personal_dates import keep_dates, keep_relatives
from amdesk.gui.page import Face
from amdesk.gui.place import Place
from amdesk.gui.widgets.addresses import AddressesField
from amdesk.gui.widgets.dates import DateField, PartialDateField
from amdesk.gui.widgets.fields import LineField, Picker, TextField
from amdesk.gui.widgets.form import Field, Form
from amdesk.gui.widgets.personal_dates import DatesField, early_picker
from amdesk.gui.widgets.relatives import RelativesField
from amdesk.i18n.catalog import _, pgettext
from amdesk.i18n.languages import LANGUAGES
from amdesk.services import clients, contacts, duplicates, pasting, personal_dates
from amdesk.services.desk import Desk
from amdesk.services.week import week_of


class ContactEditor(QWidget):
    """A form for one person; only the name is needed."""

    TABLES: frozenset[str] = frozenset()
    place_requested = Signal(object)
    finished = Signal(object)

    def __init__(self, desk: Desk, contact_id: int | None, *, client_id: int) -> None:
        super().__init__()
        contact = contacts.get(desk, contact_id) if contact_id else Contact(0, "", client_id, "")
        self._desk, self._id, self._client_id = desk, contact_id, contact.client_id
        cards = clients.page(desk, self._client_id).contacts
        self._before = next((card.addresses for card in cards if card.contact.id == contact_id), ())
        title = _("Edit {contact}").format(contact=contact.name) if contact_id else _("New contact")
        self.setObjectName("edit-contact")
        self.setAccessibleName(title)
        self._make_fields(contact)
        self._make_days([card.contact for card in cards if card.contact.id != contact_id])
        self.addresses = AddressesField(self._before)
        self.name.textChanged.connect(self._part)
        self.like = like_hint(self, self._like, name="contact-like")
        form = self._lay_out(is_new=contact_id is None)
        tools = sheet.build(self, form, save=self.save)
        client = clients.get(desk, self._client_id).name
        self.face = Face(
            title=lambda: title, tools=tools, status=lambda: client, focus=self.name,
            memory=self._memory, recall=self._recall, bounded=True,
        )  # fmt: skip

    def _make_fields(self, contact: Contact) -> None:
        self.name = LineField(contact.name, name="contact-name", accessible=pgettext("person", "Name"))
        self.role = LineField(contact.role, name="contact-role", accessible=_("Role"))
        spoken = [(None, _("As the client")), *((code, one.name) for code, one in LANGUAGES.items())]
        self.language = Picker(spoken, contact.language, name="contact-language", accessible=_("Language"))
        channels = [(None, _("No preference")), *((one, _(said)) for one, said in CHANNEL_NAMES.items())]
        self.channel = Picker(
            channels, contact.preferred_channel, name="contact-channel", accessible=_("Preferred channel")
        )
        self.hours = LineField(contact.preferred_hours, name="contact-hours", accessible=_("Preferred hours"))
        self.birthday = PartialDateField(contact.birthday, name="contact-birthday", accessible=_("Birthday"))
        self.left_on = DateField(
            contact.left_on,
            week=week_of(self._desk),
            name="contact-left-on",
            accessible=_("No longer there since"),
        )
        self.notes = TextField(contact.notes, name="contact-notes", accessible=_("Notes"))

    def _make_days(self, others: Sequence[Contact]) -> None:
        known = personal_dates.of_contact(self._desk, self._id or 0)
        self.early = early_picker(known.early, name="contact-birthday-early")
        own = [kind for kind in KIND_NAMES if kind != "birthday"]  # which is a field of its own
        self.dates = DatesField(known.dates, kinds=own, name="dates")
        self.relatives = RelativesField(known.relatives, of=self._id, others=others)

    def _lay_out(self, *, is_new: bool) -> Form:
        self.fields = {
            "name": Field(pgettext("person", "Name"), self.name),
            "role": Field(_("Role"), self.role),
            "birthday": Field(_("Birthday"), self.birthday, hint=_("The year may be left out")),
            "birthday_calendar": Field(_("Calendar"), self.birthday.calendar),
            "birthday_early": Field(_("When to tell me"), self.early),
            "language": Field(_("Language"), self.language),
            "preferred_channel": Field(_("Preferred channel"), self.channel),
            "preferred_hours": Field(_("Preferred hours"), self.hours),
            "notes": Field(_("Notes"), self.notes),
            "left_on": Field(
                _("No longer there since"), self.left_on, hint=_("What was said with them stays")
            ),
        }
        form = Form(name="contact-form")
        form.add(self.fields["name"], self.fields["role"])
        form.add(self.like)
        form.heading(_("How to reach them"), name="contact-addresses-title", term="mobile", of=self.addresses)
        form.add(self.addresses)
        for row in (
            ("preferred_channel", "language"),
            ("preferred_hours",),
            ("notes",),
        ):
            form.add(*(self.fields[name] for name in row))
        form.heading(_("Personal dates"), name="contact-dates-title")
        for row in (("birthday", "birthday_calendar"), ("birthday_early",)):
            form.add(*(self.fields[name] for name in row))
        form.add(self.dates)
        form.heading(_("Relatives"), name="contact-relatives-title")
        form.add(self.relatives)
        if not is_new:
            form.add(self.fields["left_on"])
            form.add(merge_link(self, "contact", self._id or 0))
        form.end()
        return form

    def _part(self, text: str) -> None:
        """“Name <mail>”, pasted or typed, is a name and an address."""
        found = pasting.people(text) if text.rstrip().endswith(">") else ()
        if len(found) == 1:
            self.name.setText(pasting.named(found[0]))
            self.addresses.offer("email", found[0].email)

    def _like(self) -> Pair | None:
        """Who is there already, while somebody new is written."""
        if self._id is not None:
            return None
        return duplicates.like_contact(
            self._desk, self._client_id, name=self.name.text(), reach=reached(self.addresses)
        )

    def refresh(self) -> None:
        """What is being typed is not asked again."""

    def save(self) -> None:
        """Keep what stands here as one step, and show the client."""
        if sheet.kept(self.fields, self._keep) is not None:
            self.finished.emit(Place("client", self._client_id))

    def _keep(self) -> int:
        values = self._values()
        with self._desk.step(N_("Change contact") if self._id else N_("New contact")):
            contact_id = self._id or contacts.add(self._desk, self._client_id, **values)
            if self._id is not None:
                contacts.change(self._desk, self._id, **values)
            addresses.keep(
                self._desk, self.addresses, self._before, client_id=self._client_id, contact_id=contact_id
            )
            personal_dates.tell_birthday_early(self._desk, contact_id, str(self.early.value()))
            keep_dates(self._desk, self.dates, contact_id=contact_id)
            keep_relatives(self._desk, self.relatives, contact_id=contact_id)
        return contact_id

    def _values(self) -> dict[str, Any]:
        return {
            "name": self.name.text(),
            "role": self.role.text().strip(),
            "language": self.language.value(),
            "preferred_channel": self.channel.value(),
            "preferred_hours": self.hours.text().strip(),
            "birthday": sheet.beside("birthday", self.birthday.value),
            "left_on": sheet.beside("left_on", self.left_on.value),
            "notes": self.notes.toPlainText(),
        }

    def _memory(self) -> Mapping[str, object]:
        return {
            "typed": sheet.typed(self.fields), "addresses": tuple(self.addresses.typed()),
            "dates": self.dates.typed(), "relatives": self.relatives.typed(),
        }  # fmt: skip

    def _recall(self, memory: Mapping[str, Any]) -> None:
        if memory:
            sheet.put_back(self.fields, memory["typed"])
            self.addresses.show_typed(memory["addresses"])
            self.dates.show_typed(memory["dates"])
            self.relatives.show_typed(memory["relatives"])
