"""The first start: three short steps on one page, each of which may be left out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amdesk.domain.calendars import CALENDAR_NAMES, CALENDARS
from amdesk.gui import theme
from amdesk.gui.page import Face
from amdesk.gui.place import Place
from amdesk.gui.sample_window import open_sample
from amdesk.gui.speaking import announce
from amdesk.gui.theme import SIZE, SPACE
from amdesk.gui.widgets.choice_card import ChoiceCard
from amdesk.gui.widgets.form import Form
from amdesk.gui.widgets.labels import label, set_text
from amdesk.gui.widgets.layout import bounded, column, scroll
from amdesk.gui.widgets.segments import Segment, Segments
from amdesk.gui.widgets.setting_field import setting_field
from amdesk.gui.widgets.step import Step
from amdesk.i18n import format as formats
from amdesk.i18n.catalog import _, calendar_in_use, current
from amdesk.i18n.languages import LANGUAGES
from amdesk.services import first_run, keys
from amdesk.services.desk import Desk
from amdesk.system.settings import SETTINGS

_ME = ("my_name", "my_company", "my_email", "my_phone")


class WelcomePage(QWidget):
    """Language and calendar, who I am, and where the clients come from. Every choice is kept at once."""

    TABLES: frozenset[str] = frozenset()
    place_requested = Signal(object)
    finished = Signal(object)
    setting_changed = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("welcome")
        self.setAccessibleName(_("Welcome to amdesk"))
        self.languages = Segments(
            [Segment(one.code, one.name) for one in LANGUAGES.values()], current(),
            name="welcome-languages", accessible=_("Language"),
        )  # fmt: skip
        self.calendars = Segments(
            [Segment(one, _(CALENDAR_NAMES[one])) for one in CALENDARS], calendar_in_use(),
            name="welcome-calendars", accessible=_("Calendar"),
        )  # fmt: skip
        self.languages.picked.connect(lambda code: self._choose("language", code))
        self.calendars.picked.connect(lambda calendar: self._choose("calendar", calendar))
        self.said = label("", "caption", name="welcome-said", wrap=True)
        self.said.setHidden(True)
        inner = QWidget()
        inner.setObjectName("welcome-inner")
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(SPACE.xl, 0, SPACE.xl, SPACE.l)
        rows.addLayout(bounded(self._steps()))
        rows.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll(inner, name="welcome-scroll"))
        self.face = Face(
            title=lambda: _("Welcome to amdesk"), focus=self.languages, setting_changed=self.setting_changed
        )

    def _steps(self) -> QWidget:
        intro = _("Three short steps. Leave out what you like: all of it is in the settings as well.")
        day = formats.date_text(self._desk.today(), current(), calendar=calendar_in_use(), style="full")
        made = column(
            label(intro, "muted", name="welcome-intro", wrap=True),
            Step(
                1, _("Language and calendar"), "",
                column(
                    self.languages, self.calendars, label(day, "caption", name="welcome-day"),
                    name="welcome-language",
                ),
            ),
            Step(2, _("Who I am"), _("Signs the mails to your clients; nobody else is told."), self._me()),
            Step(3, _("Your clients"), "", self._ways()),
            name="welcome-steps", gap=SPACE.xl,
        )  # fmt: skip
        made.setMaximumWidth(theme.scaled(SIZE.form) + SPACE.xxl)
        return made

    def _me(self) -> QWidget:
        form = Form(name="welcome-me")
        table = {setting.key: setting for setting in SETTINGS}
        name, company, mail, phone = (
            setting_field(self._desk, table[key], self.setting_changed.emit, hint="") for key in _ME
        )
        form.add(name, company)
        form.add(mail, phone)
        return form

    def _ways(self) -> QWidget:
        return column(
            ChoiceCard(
                _("Import my list"),
                _("From another program or the phone: a table (XLSX, CSV), contact cards or a calendar."),
                icon="import", name="welcome-import", run=lambda: self._end(Place("import")),
            ),
            ChoiceCard(
                _("Look at the sample portfolio"),
                _("Invented clients with a year of calls, in a window of their own. Yours stays empty."),
                icon="clients", name="welcome-sample", run=self._open_sample,
            ),
            ChoiceCard(
                _("Start empty"),
                _("Write down the first client, or just look around."),
                icon="add", name="welcome-empty", run=lambda: self._end(Place("clients")),
            ),
            self.said,
            name="welcome-ways",
        )  # fmt: skip

    def refresh(self) -> None:
        """Nothing on the desk changes what stands here."""

    def _choose(self, key: str, value: str) -> None:
        self._desk.settings.choose(key, value)
        self.setting_changed.emit(key)

    def _end(self, place: Place) -> None:
        first_run.welcomed(self._desk)
        if keys.needs_code(self._desk):
            self.place_requested.emit(Place("recovery_code", ask=place.page))
        else:
            self.finished.emit(place)

    def _open_sample(self) -> None:
        """A window of its own, so that nothing invented comes among what is real."""
        told = open_sample(first_run.sample_folder(self._desk))
        set_text(self.said, told)
        self.said.show()
        announce(self.said, told)
