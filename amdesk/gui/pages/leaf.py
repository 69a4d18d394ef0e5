"""Pages about a client to be shown or printed: Prepare, the client sheet, the monthly report."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amdesk.domain.messages import N_
from amdesk.domain.months import month_after, month_before
from amdesk.gui import show
from amdesk.gui.leaf_acts import LeafActs
from amdesk.gui.page import Face
from amdesk.gui.place import Place
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.badge import Badge, BadgeLabel
from amdesk.gui.widgets.buttons import icon_button
from amdesk.gui.widgets.flow import Flow
from amdesk.gui.widgets.labels import label, set_text
from amdesk.gui.widgets.leaf_view import LeafView
from amdesk.gui.widgets.segments import Segment, Segments
from amdesk.gui.widgets.versions import Versions
from amdesk.i18n.bidi import isolate
from amdesk.i18n.catalog import _, current
from amdesk.i18n.language_names import language_name
from amdesk.i18n.months import month_title
from amdesk.services import clients, preparing, reports, sheets
from amdesk.services.composed import Composed
from amdesk.services.desk import Desk

TITLES = {"prepare": N_("Prepare"), "sheet": N_("Client sheet"), "monthly_report": N_("Monthly report")}
# What each is kept as, once it was shared.
_KEPT_AS = {"sheet": "sheet", "monthly_report": "report"}


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
        self.view = LeafView(name="leaf-view")
        self.acts = LeafActs(desk, lambda: self._page, of=self)
        self.versions = Versions()
        self.versions.picked.connect(lambda _one: self._look())
        self.month = label("", "strong", name="leaf-month")
        self._language = BadgeLabel(Badge(""), name="leaf-language")
        self._build()
        self.face = Face(
            title=lambda: f"{_(TITLES[kind])} · {isolate(self._name)}",
            tools=(self.kinds,),
            status=self._status,
            focus=self.view,
            memory=self._memory,
            recall=self._recall,
            verbs=lambda: {"page.print": self.acts.print},
            retold=self.turned,
            client=lambda: client_id,
        )

    def _build(self) -> None:
        shown = [] if self._kind == "prepare" else [self._language]
        down = QVBoxLayout(self)
        down.setContentsMargins(SPACE.l, 0, SPACE.l, SPACE.l)
        down.setSpacing(SPACE.m)
        acts = self.acts.buttons(shareable=self._kind != "prepare")
        above = QVBoxLayout()
        above.setContentsMargins(SPACE.s, 0, SPACE.s, 0)  # in line with the title
        above.addWidget(Flow([*acts, *self._choosers(), *shown], name="leaf-acts", gap=SPACE.s))
        above.addWidget(self.acts.outcome)
        down.addLayout(above)
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
            self._language.show_badge(Badge(language_name(page.language), "info", "language"))
        if self._kind != "prepare":
            self.acts.record.setEnabled(self.versions.value() is None)

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
