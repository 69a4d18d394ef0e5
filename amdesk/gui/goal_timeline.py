"""A goal's timeline on its page: the picture, a line that tells the mark the keys are on, and saving it."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amdesk.domain.goal_picture import course, timeline
from amdesk.domain.picture import Picture
from amdesk.gui import picture_files, theme
from amdesk.gui.painting import Letters
from amdesk.gui.picture_reading import directed, reads
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.buttons import icon_button
from amdesk.gui.widgets.labels import label, set_text
from amdesk.gui.widgets.menu import Menu
from amdesk.gui.widgets.picture_view import PictureView
from amdesk.i18n.catalog import _
from amdesk.services.desk import Desk
from amdesk.services.goals import GoalPage

_HIGH, _HIGHEST, _SHARE = 280, 520, 0.4
_FILE = (960.0, 400.0)


class GoalTimeline(QWidget):
    """The pace agreed, what was measured, milestones, today, and the forecast."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("goal-timeline")
        self._desk, self._letters = desk, Letters()
        self._reads = reads(desk, self._letters)
        self._page: GoalPage | None = None
        self.view = PictureView(self._letters, self._reads, name="goal-picture", height=_HIGH)
        self._told = label("", "caption", name="goal-picture-told", wrap=True)
        self.view.told.connect(self._tell)
        save = icon_button(_("Save the picture…"), name="goal-picture-save", icon="import", run=self.save)
        foot = QHBoxLayout()
        foot.setContentsMargins(SPACE.s, 0, SPACE.s, 0)
        foot.setSpacing(SPACE.s)
        foot.addWidget(self._told, 1)
        foot.addWidget(save)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(SPACE.xs)
        down.addWidget(self.view)
        down.addLayout(foot)
        self._tell("")

    def stand_in(self, high: int) -> None:
        """Take a fair share of a page so high."""
        least, most = theme.scaled(_HIGH), theme.scaled(_HIGHEST)
        self.view.setFixedHeight(round(min(max(high * _SHARE, least), most)))

    def show_page(self, page: GoalPage) -> None:
        """Show a goal as it stands today."""
        self._page = page
        self.view.show_picture(partial(self._picture, page, title=""))

    def _picture(self, page: GoalPage, size: tuple[float, float], *, title: str) -> Picture:
        today = self._desk.today()
        of = course(page.goal, page.measurements, page.milestones, today=today, title=title)
        return directed(timeline(of, self._reads, today=today, size=size), self._desk)

    def _tell(self, said: str) -> None:
        set_text(self._told, said or _("Arrow keys go from mark to mark; pointing at one tells what it is."))

    def save(self) -> None:
        """Ask where to save the picture, with its name above it."""
        if self._page is not None:
            name = self._page.goal.name
            made = self._picture(self._page, _FILE, title=name)
            picture_files.ask(made, self._reads, name=name, parent=self)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = Menu(self, name="goal-picture-menu", title=_("Timeline"))
        menu.do(_("Save the picture…"), self.save, name="goal-picture-save-as", icon="import")
        menu.popup(event.globalPos())
