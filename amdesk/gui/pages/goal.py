"""A goal's page: what it is at the leading side, how it stands with its picture, and what was measured."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from amdesk.gui import show, theme
from amdesk.gui.goal_facts import GoalFacts
from amdesk.gui.goal_measurements import GoalMeasurements
from amdesk.gui.goal_plan import GoalPlan
from amdesk.gui.goal_standing import GoalStanding
from amdesk.gui.goal_timeline import GoalTimeline
from amdesk.gui.page import Face
from amdesk.gui.page_keys import key_of
from amdesk.gui.place import Place
from amdesk.gui.theme import SIZE, SPACE
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.labels import upright
from amdesk.gui.widgets.layout import margins, scroll
from amdesk.i18n.catalog import _
from amdesk.services import goals, reminder_about
from amdesk.services.desk import Desk


class GoalPageView(QWidget):
    """Everything about one goal; a value is typed as soon as one arrives."""

    TABLES = frozenset({"goal", "measurement", "milestone", "planned_action", "client"})
    place_requested = Signal(object)
    finished = Signal(object)

    def __init__(self, desk: Desk, goal_id: int) -> None:
        super().__init__()
        self._desk, self._id = desk, goal_id
        self._name = self._since = ""
        self._client_id: int | None = None
        self.setObjectName("goal")
        self.facts, self.standing, self.plan = GoalFacts(), GoalStanding(), GoalPlan(desk)
        self.timeline = GoalTimeline(desk)
        self.measurements = GoalMeasurements(desk, goal_id)
        for part in (self.facts, self.plan, self.measurements):
            part.place_requested.connect(self.place_requested)
        self._edge = upright(name="goal-edge")
        self._side, self._main = self._build_side(), self._build_main()
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self._side)
        across.addWidget(self._edge)
        across.addWidget(self._main, 1)
        self._arrange()
        line, table = self.measurements.line, self.measurements.table
        line.changing_begun.connect(lambda: self._main.ensureWidgetVisible(line))
        line.left.connect(lambda: self._main.ensureWidgetVisible(table))
        edit = QShortcut(QKeySequence(key_of("goal.edit")), self, self._edit)
        edit.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.face = Face(
            title=lambda: self._name, tools=self._tools(), status=lambda: self._since,
            focus=self.measurements.line.value,
            parts=(self._side, self.measurements.line, self.timeline, self.measurements.table),
            client=lambda: self._client_id, verbs=lambda: {"goal.measure": self.measure},
        )  # fmt: skip

    def _build_side(self) -> QScrollArea:
        holder = QWidget()
        holder.setObjectName("goal-side")
        down = QVBoxLayout(holder)
        margins(down, leading=SPACE.xl, top=SPACE.s, trailing=SPACE.l, bottom=SPACE.xl)
        self._beside = QVBoxLayout()
        self._beside.setSpacing(SPACE.xl)
        down.addLayout(self._beside)
        down.addStretch(1)
        made = scroll(holder, name="goal-side-scroll")
        made.setFixedWidth(theme.scaled(SIZE.facts))
        return made

    def _build_main(self) -> QScrollArea:
        holder = QWidget()
        holder.setObjectName("goal-main")
        down = QVBoxLayout(holder)
        margins(down, leading=SPACE.xl, top=SPACE.s, trailing=SPACE.xl, bottom=SPACE.m)
        down.setSpacing(SPACE.xl)
        down.addWidget(self.standing)
        down.addWidget(self.measurements.line)  # in sight in any window, and its picture right below
        down.addWidget(self.timeline)
        down.addWidget(self.measurements, 1)
        self._below = QVBoxLayout()
        self._below.setSpacing(SPACE.xl)
        down.addLayout(self._below)
        return scroll(holder, name="goal-main-scroll")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """In a narrow window the facts and the plan stand below, where they leave the picture its room; in
        a high one it has more.
        """
        self.timeline.stand_in(self.height())
        wide = self.width() >= theme.scaled(SIZE.two_columns)
        self._edge.setVisible(wide)
        self._side.setVisible(wide)
        target = self._beside if wide else self._below
        if target.indexOf(self.facts) < 0:
            target.addWidget(self.facts)
            target.addWidget(self.plan)

    def _tools(self) -> tuple[QWidget, ...]:
        return (
            button(_("New reminder"), "", name="goal-remind", icon="reminders", run=self._remind),
            button(_("Edit"), "", name="goal-edit", icon="edit", run=self._edit),
        )

    def measure(self) -> None:
        """Put the keys where a value is typed."""
        self.measurements.line.begin()
        self._main.ensureWidgetVisible(self.measurements.line)
        self.measurements.line.value.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Ask again for everything shown; a value that is being typed stays."""
        page = goals.get(self._desk, self._id)
        self._name, self._client_id = page.goal.name, page.goal.client_id
        since = show.moment_day(self._desk, page.goal.created_at)
        self._since = _("In the file since {date}").format(date=since) if since else ""
        self.setAccessibleName(page.goal.name)
        for part in (self.facts, self.standing, self.timeline, self.plan, self.measurements):
            part.show_page(page)

    def _edit(self) -> None:
        self.place_requested.emit(Place("edit_goal", self._id, self._client_id))

    def _remind(self) -> None:
        client, name = reminder_about.naming(self._desk, "goal", self._id)
        self.place_requested.emit(Place("edit_reminder", about=client, ask=name))
