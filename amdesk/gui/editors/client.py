"""Adding or changing a client."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from amdesk.domain.calendars import CALENDAR_NAMES, CALENDARS
from amdesk.domain.client import STAGE_NAMES, TIERS, Client
from amdesk.domain.duplicate import Pair
from amdesk.domain.messages import N_
from amdesk.gui import show
from amdesk.gui.editors import addresses, sheet
from amdesk.gui.editors.likeness import like_hint, merge_link, reached
from amdesk.gui.page import Face
from amdesk.gui.place import Place
from amdesk.gui.widgets.addresses import AddressesField
from amdesk.gui.widgets.dates import DateField
from amdesk.gui.widgets.fields import Check, CodeField, LineField, Picker, TextField
from amdesk.gui.widgets.form import Field, Form
from amdesk.gui.widgets.labels import label
from amdesk.i18n.catalog import _, current, pgettext
from amdesk.i18n.languages import LANGUAGES, country_for, language
from amdesk.services import clients, duplicates, pasting
from amdesk.services.desk import Desk
from amdesk.services.week import week_of


class ClientEditor(QWidget):
    """A form for one client; only the name is needed."""

    TABLES: frozenset[str] = frozenset()
    place_requested = Signal(object)
    finished = Signal(object)

    def __init__(self, desk: Desk, client_id: int | None, *, pasted: str = "") -> None:
        """``pasted`` names people who are to be the contacts of a new client."""
        super().__init__()
        self._people = pasting.people(pasted)
        self._desk, self._id = desk, client_id
        self.setObjectName("edit-client")
        client = clients.get(desk, client_id) if client_id else _blank()
        self._before = clients.page(desk, client_id).addresses if client_id else ()
        title = _("Edit {client}").format(client=client.name) if client_id else _("New client")
        self.setAccessibleName(title)
        self._make_fields(client)
        self.addresses = AddressesField(self._before)
        company = next((one.company for one in self._people if one.company), "")
        if company:
            self.name.setText(company)
        self.like = like_hint(self, self._like, name="client-like")
        form = self._lay_out()
        tools = sheet.build(self, form, save=self.save)
        self.face = Face(
            title=lambda: title, tools=tools, focus=self.name, memory=self._memory, recall=self._recall,
            bounded=True,
        )  # fmt: skip

    def _make_fields(self, client: Client) -> None:
        self.name = LineField(client.name, name="client-name", accessible=pgettext("company", "Name"))
        self.code = CodeField(
            client.code, name="client-code", accessible=_("Code"), placeholder=_("Made from the name")
        )
        stages = [(stage, _(said)) for stage, said in STAGE_NAMES.items()]
        self.stage = Picker(stages, client.stage, name="client-stage", accessible=_("Stage"))
        tiers = [(None, _("No tier")), *((tier, _("Tier {tier}").format(tier=tier)) for tier in TIERS)]
        self.tier = Picker(tiers, client.tier, name="client-tier", accessible=_("Tier"))
        self.vip = Check(_("VIP: comes first on Today"), name="client-vip")
        self.vip.setChecked(client.vip)
        spoken = [(code, one.name) for code, one in LANGUAGES.items()]
        self.language = Picker(spoken, client.language, name="client-language", accessible=_("Language"))
        calendars = [(one, _(CALENDAR_NAMES[one])) for one in CALENDARS]
        self.calendar = Picker(calendars, client.calendar, name="client-calendar", accessible=_("Calendar"))
        self.language.picked.connect(lambda code: self.calendar.choose(language(str(code)).calendar))
        self.next_step = LineField(client.next_step, name="client-next-step", accessible=_("Next step"))
        self.next_contact_on = DateField(
            client.next_contact_on, week=week_of(self._desk), name="client-next-contact",
            accessible=_("Next contact on"),
        )  # fmt: skip
        self.notes = TextField(client.notes, name="client-notes", accessible=_("Notes"))

    def _lay_out(self) -> Form:
        self.fields = {
            "name": Field(pgettext("company", "Name"), self.name),
            "code": Field(_("Code"), self.code, hint=_("Starts every reference")),
            "stage": Field(_("Stage"), self.stage, term="stage"),
            "tier": Field(_("Tier"), self.tier, term="tier"),
            "vip": Field("", self.vip, term="vip"),
            "language": Field(_("Language of their mails"), self.language, term="mail_language"),
            "calendar": Field(_("Their calendar"), self.calendar),
            "next_step": Field(_("Next step"), self.next_step),
            "next_contact_on": Field(
                _("Next contact on"), self.next_contact_on, hint=_("A date, or “Friday”"), term="next_contact"
            ),
            "notes": Field(_("Notes"), self.notes),
        }
        form = Form(name="client-form")
        for row in (
            ("name", "code"), ("stage", "tier"), ("vip",), ("language", "calendar"),
            ("next_step", "next_contact_on"), ("notes",),
        ):  # fmt: skip
            wide = row[0] in {"name", "next_step"}
            form.add(*(self.fields[name] for name in row), stretch=(2, 1) if wide else ())
            if row[0] == "name":
                form.add(self.like)
        if self._people:
            names = show.listed(f"{pasting.named(one)} <{one.email}>" for one in self._people)
            told = _("With these people: {names}").format(names=names)
            form.add(label(told, "muted", name="client-people", wrap=True))
        form.heading(_("How to reach the company"), name="client-addresses-title")
        form.add(self.addresses)
        if self._id is not None:
            form.add(merge_link(self, "client", self._id))
        form.end()
        return form

    def _like(self) -> Pair | None:
        """Who is there already, while a new one is written."""
        if self._id is not None:
            return None
        country = country_for(None, str(self.language.value()))
        return duplicates.like_client(
            self._desk, name=self.name.text(), reach=reached(self.addresses), country=country
        )

    def refresh(self) -> None:
        """What is being typed is not asked again."""

    def save(self) -> None:
        """Keep what stands here as one step, and show the client."""
        client_id = sheet.kept(self.fields, self._keep)
        if client_id is not None:
            self.finished.emit(Place("client", client_id))

    def _keep(self) -> int:
        values = self._values()
        with self._desk.step(N_("Change client") if self._id else N_("New client")):
            client_id = self._id or clients.add(self._desk, **values)
            if self._id is not None:
                clients.change(self._desk, self._id, **values)
            if self._people:
                pasting.take(self._desk, client_id, self._people)
            addresses.keep(self._desk, self.addresses, self._before, client_id=client_id)
        return client_id

    def _values(self) -> dict[str, Any]:
        return {
            "name": self.name.text(),
            "code": self.code.text(),
            "stage": self.stage.value(),
            "tier": self.tier.value(),
            "vip": self.vip.isChecked(),
            "language": self.language.value(),
            "calendar": self.calendar.value(),
            "next_step": self.next_step.text().strip(),
            "next_contact_on": sheet.beside("next_contact_on", self.next_contact_on.value),
            "notes": self.notes.toPlainText(),
        }

    def _memory(self) -> Mapping[str, object]:
        return {"typed": sheet.typed(self.fields), "addresses": tuple(self.addresses.typed())}

    def _recall(self, memory: Mapping[str, Any]) -> None:
        if memory:
            sheet.put_back(self.fields, memory["typed"])
            self.addresses.show_typed(memory["addresses"])


def _blank() -> Client:
    """What a new client starts as: a prospect who speaks the window's language."""
    spoken = language(current())
    return Client(
        0,
        "",
        "",
        "",
        stage="prospect",
        language=spoken.code,
        calendar=spoken.calendar,
        country=spoken.country,
    )
