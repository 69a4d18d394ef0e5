"""Pages about a client to be shown or printed: Prepare, the client sheet, the monthly report."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from amdesk.domain.messages import N_
from amdesk.domain.months import month_after, month_before
from amdesk.gui import leaf_files, show
from amdesk.gui.page import Face
from amdesk.gui.place import Place
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.badge import Badge, BadgeLabel
from amdesk.gui.widgets.buttons import button, icon_button
from amdesk.gui.widgets.fields import Picker
from amdesk.gui.widgets.flow import Flow
from amdesk.gui.widgets.labels import label, set_text
from amdesk.gui.widgets.layout import empty
from amdesk.gui.widgets.leaf_view import LeafView
from amdesk.gui.widgets.outcome import Outcome
from amdesk.gui.widgets.segments import Segment, Segments
from amdesk.i18n.bidi import isolate
from amdesk.i18n.catalog import _, current
from amdesk.i18n.languages import language
from amdesk.i18n.months import month_title
from amdesk.services import clients, preparing, reports, sheets
from amdesk.services.composed import Composed
from amdesk.services.desk import Desk

TITLES = {"prepare": N_("Prepare"), "sheet": N_("Client sheet"), "monthly_report": N_("Monthly report")}
# What each is kept as, once it was shared.
_KEPT_AS = {"sheet": "sheet", "monthly_report": "report"}
_NOW = "now"


class LeafPage(QWidget):
    """One of the three, as whoever reads it will see it; what was shared can be looked at again."""

    TABLES = frozenset(
        "client contact address relative personal_date interaction summary point goal measurement milestone "
        "planned_action task client_share".split()
    )
    place_requested = Signal(object)
    finished = Signal(object)
    turned = Signal()

    def __init__(self, desk: Desk, kind: str, client_id: int) -> None:
        super().__init__()
        self._desk, self._kind, self._id = desk, kind, client_id
        self._name = ""
        self._month: date | None = None
        self._page: Composed | None = None
        self.setObjectName(kind)
        self.setAccessibleName(_(TITLES[kind]))
        self.kinds = Segments(
            [Segment(one, _(words)) for one, words in TITLES.items()], kind,
            name="leaf-kind", accessible=_("Which page"),
        )  # fmt: skip
        self.kinds.picked.connect(lambda one: self.place_requested.emit(Place(one, about=client_id)))
        self.view, self.outcome = LeafView(name="leaf-view"), Outcome(name="leaf-outcome")
        self.outcome.onward_requested.connect(self._open_folder)
        self.versions = _Versions()
        self.versions.picked.connect(lambda _one: self._look())
        self.month = label("", "strong", name="leaf-month")
        self._language = BadgeLabel(Badge(""), name="leaf-language")
        self._folder = Path()
        self._build()
        self.face = Face(
            title=lambda: f"{_(TITLES[kind])} · {isolate(self._name)}",
            tools=(self.kinds,),
            status=self._status,
            focus=self.view,
            memory=self._memory,
            recall=self._recall,
            verbs=lambda: {"page.print": self.print},
            retold=self.turned,
            client=lambda: client_id,
        )

    def _build(self) -> None:
        shown = [] if self._kind == "prepare" else [self._language]
        down = QVBoxLayout(self)
        down.setContentsMargins(SPACE.l, 0, SPACE.l, SPACE.l)
        down.setSpacing(SPACE.m)
        down.addWidget(Flow([*self._acts(), *self._choosers(), *shown], name="leaf-acts"))
        down.addWidget(self.outcome)
        down.addWidget(self.view, 1)

    def _choosers(self) -> list[QWidget]:
        """What chooses among several pages of a kind: a month, or what was shared before."""
        if self._kind == "prepare":
            return []
        if self._kind == "sheet":
            return [self.versions]
        step = self._step
        return [
            icon_button(
                _("The month before"), name="month-before", icon="earlier", run=lambda: step(month_before)
            ),
            self.month,
            icon_button(
                _("The month after"), name="month-after", icon="later", run=lambda: step(month_after)
            ),
            self.versions,
        ]

    def _acts(self) -> list[QPushButton]:
        made = [
            button(_("Save as PDF…"), "", name="leaf-pdf", icon="export", run=lambda: self.ask_file("pdf")),
            button(_("Print…"), "", name="leaf-print", icon="print", run=self.print),
        ]
        if self._kind != "prepare":
            web = button(
                _("Save as HTML…"), "", name="leaf-html", icon="web", run=lambda: self.ask_file("html")
            )
            made.insert(0, web)
            self.record = button(
                _("Record as shared"), "primary", name="leaf-record", icon="done", run=self.record_share
            )
            made.insert(0, self.record)
        return made

    def refresh(self) -> None:
        """Write the page anew from what is known now."""
        client = clients.get(self._desk, self._id)
        self._name = client.name
        if self._kind != "prepare":
            found = [one for one in sheets.shared(self._desk, self._id) if one.kind == _KEPT_AS[self._kind]]
            self.versions.offer([(one.id, show.moment(self._desk, one.shared_at)) for one in found])
        if self._kind == "monthly_report":
            first = self._month or reports.last_month(self._desk, self._id)
            set_text(self.month, month_title(first, current(), calendar=client.calendar))
        self._show()

    def _look(self) -> None:
        self._show()
        self.turned.emit()

    def _show(self) -> None:
        page = self._compose()
        if page != self._page:
            self._page = page
            self.view.show_page(page)
            self._say_language(page)
        if self._kind != "prepare":
            self.record.setEnabled(self.versions.value() is None)

    def _compose(self) -> Composed:
        kept = self.versions.value() if self._kind != "prepare" else None
        if kept is not None:
            return sheets.kept(self._desk, kept)
        if self._kind == "prepare":
            return preparing.compose(self._desk, self._id)
        if self._kind == "monthly_report":
            return reports.compose(self._desk, self._id, self._month)
        return sheets.compose(self._desk, self._id).page

    def _step(self, by: Callable[[date, str], date]) -> None:
        """Another month; one that has not begun has nothing to tell."""
        calendar = clients.get(self._desk, self._id).calendar
        first = by(self._month or reports.last_month(self._desk, self._id), calendar)
        if first <= self._desk.today() and first > self._desk.today() - timedelta(days=36500):
            self._month = first
            self.versions.choose_now()
            self.refresh()
            self.turned.emit()

    def record_share(self) -> None:
        """The client has it: keep it to the letter."""
        if self._page is not None:
            sheets.record(self._desk, self._page)

    def ask_file(self, ending: str) -> None:
        """Ask where to, and save."""
        if self._page is not None:
            leaf_files.ask(self._page, ending, parent=self, then=self._saved)

    def print(self) -> None:
        """Print it, or make a PDF where there is no printer."""
        if self._page is not None:
            leaf_files.ask_printer(self._page, parent=self)

    def _saved(self, file: Path) -> None:
        self._folder = file.parent
        told = _("{file} is written.").format(file=isolate(file.name))
        if self._kind != "prepare" and self.versions.value() is None:
            told = _("{file} is written. When the client has it, record it as shared.").format(
                file=isolate(file.name)
            )
        self.outcome.say(told, tone="good", onward=_("Open the folder"))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _say_language(self, page: Composed) -> None:
        """In which language the client reads it."""
        self._language.show_badge(Badge(language(page.language).name, "info", "language"))

    def _status(self) -> str:
        if self._kind == "prepare":
            return _("For yourself; private notes are left out")
        if self.versions.value() is not None:
            return _("As it was shared, to the letter")
        return _("Only what is shared with the client")

    def _memory(self) -> Mapping[str, object]:
        return {"month": self._month.isoformat() if self._month else ""}

    def _recall(self, memory: Mapping[str, object]) -> None:
        if kept := str(memory.get("month", "")):
            self._month = date.fromisoformat(kept)


class _Versions(QWidget):
    """The page as it is now, or as it was shared on a day; nothing to see while nothing was shared."""

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("leaf-versions-room")
        self._offered: list[tuple[int, str]] = []
        self._picker: Picker | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def value(self) -> int | None:
        """Which of those that were shared; nothing for the page as it is now."""
        found = self._picker.value() if self._picker else None
        return found if isinstance(found, int) else None

    def choose_now(self) -> None:
        """Back to the page as it is now."""
        if self._picker is not None:
            self._picker.choose(_NOW)

    def offer(self, shared: list[tuple[int, str]]) -> None:
        """Offer these beside the page as it is now; the one chosen stays so while it is there."""
        if shared == self._offered:
            return
        chosen = self.value()
        self._offered = shared
        empty(self._row)
        choices: list[tuple[object, str]] = [(_NOW, _("As it is now"))]
        choices += [(id_, _("Shared: {moment}").format(moment=at)) for id_, at in shared]
        self._picker = Picker(
            choices, chosen or _NOW, name="leaf-versions", accessible=_("Now, or as it was shared")
        )
        self._picker.picked.connect(self.picked)
        self._row.addWidget(self._picker)
        self.setVisible(bool(shared))
