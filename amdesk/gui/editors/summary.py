"""Writing a summary: its points, its closing words, and the private note apart; kept while one types."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from amdesk.domain.summary import Summary, is_editable
from amdesk.gui import theme
from amdesk.gui.editors.saving import Saver
from amdesk.gui.editors.summary_closing import Closing
from amdesk.gui.editors.summary_note import PrivateNote
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets import help_mark
from amdesk.gui.widgets.kind_bar import KindBar
from amdesk.gui.widgets.labels import label
from amdesk.gui.widgets.points import PointList
from amdesk.gui.widgets.points_read import points_read
from amdesk.i18n.catalog import _
from amdesk.services import drafts, interactions, summaries
from amdesk.services.desk import Desk
from amdesk.services.week import week_of


class SummaryEditor(QScrollArea):
    """Edits one version of a call's summary, or shows it where it cannot be edited any more.

    A summary comes into being with its first letter. ``saved`` tells that all is in the file; undo and redo
    are asked of the window, after what was typed has been kept.
    """

    saved = Signal()
    begun = Signal(int)
    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(self, desk: Desk, interaction_id: int) -> None:
        super().__init__()
        self._desk, self._interaction_id = desk, interaction_id
        self._id: int | None = None
        self._beginning = False
        self._read: QWidget | None = None
        self.setObjectName("summary-editor")
        self.setAccessibleName(_("Summary"))
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.as_kind(self, "page")
        self.saver = Saver(self, desk.work)
        self.saver.saved.connect(self.saved)
        self.points = PointList(week=week_of(desk), offers=self._offers)
        self.kinds = KindBar()
        self.closing = Closing()
        self.note = PrivateNote()
        self._build()
        self._connect()

    def _build(self) -> None:
        ground = QWidget()
        ground.setObjectName("summary-ground")
        theme.as_kind(ground, "page")
        down = QVBoxLayout(ground)
        down.setContentsMargins(SPACE.s, SPACE.xs, SPACE.s, SPACE.l)
        down.setSpacing(SPACE.m)
        self._holder = QVBoxLayout()
        self._holder.addWidget(self.points)
        self._heading = label(_("Points"), "section", name="points-heading")
        down.addWidget(
            help_mark.beside(self._heading, "points", of=self.points), 0, Qt.AlignmentFlag.AlignLeading
        )
        down.addWidget(self.kinds)
        down.addLayout(self._holder)
        down.addSpacing(SPACE.s)
        down.addWidget(self.closing)
        down.addSpacing(SPACE.s)
        down.addWidget(self.note)
        down.addStretch(1)
        self.setWidget(ground)

    def _connect(self) -> None:
        self.points.changed.connect(self._points_changed)
        self.points.parting.connect(self.saver.flush)
        self.points.undo_requested.connect(self._undo)
        self.points.redo_requested.connect(self._redo)
        self.kinds.picked.connect(self._become)
        self.closing.changed.connect(lambda: self._touch("closing", self._save_closing))
        self.note.changed.connect(lambda: self.saver.touch("note", self._save_note))
        for field in (self.closing.field, self.note.field):
            field.left.connect(self.saver.flush)
            field.undo_requested.connect(self._undo)
            field.redo_requested.connect(self._redo)

    def show_version(self, summary: Summary | None, *, is_going_out: bool = False) -> None:
        """Show a version of the summary; nothing where there is none yet. One whose mail is going out at this
        moment is only read.
        """
        if self._beginning:
            return
        self.saver.flush()
        self._id = summary.id if summary else None
        editable = summary is None or (is_editable(summary) and not is_going_out)
        for part in (self.points, self.kinds, self.closing):
            part.setVisible(editable)
        self._show_read(None if editable else summary)
        if summary is None:
            self.points.show_points(())
            self.closing.setVisible(False)
        elif editable:
            self.points.show_points(summaries.points(self._desk, summary.id))
            self.closing.show_words(summary.closing, drafts.standard_closing(self._desk, summary.id))
        self.note.show_text(interactions.get(self._desk, self._interaction_id).private_note)

    def _show_read(self, summary: Summary | None) -> None:
        if self._read is not None:
            self._holder.removeWidget(self._read)
            self._read.hide()
            self._read.deleteLater()
            self._read = None
        if summary is not None:
            self._read = points_read(summaries.points(self._desk, summary.id), name="points-read")
            self._holder.addWidget(self._read)

    def _offers(self, text: str) -> tuple[date, int, int] | None:
        return summaries.offers(self._desk, self._id, text) if self._id is not None else None

    def _become(self, kind: str) -> None:
        self.points.become(kind)
        self.points.go_to(*self.points.where())

    def _points_changed(self, typing: str) -> None:
        self._touch("points", lambda: self._save_points(typing))

    def _touch(self, part: str, save: object) -> None:
        assert callable(save)
        if self._id is None:
            self._beginning = True  # the news of it must not undo the letter that brings it about
            self._id = summaries.start(self._desk, self._interaction_id)
            self._beginning = False
            self.saver.touch(part, save)
            self.begun.emit(self._id)
        else:
            self.saver.touch(part, save)

    def _save_points(self, typing: str) -> None:
        if self._id is not None:
            summaries.write(self._desk, self._id, self.points.points(), typing=typing)

    def _save_closing(self) -> None:
        if self._id is not None:
            summaries.set_closing(self._desk, self._id, self.closing.chosen())

    def _save_note(self) -> None:
        interactions.set_private_note(self._desk, self._interaction_id, self.note.text())

    def _undo(self) -> None:
        self.saver.flush()
        self.undo_requested.emit()

    def _redo(self) -> None:
        self.saver.flush()
        self.redo_requested.emit()
