"""Goals over time: every goal, or those of one client, as bars in groups that can be scrolled and zoomed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from amdesk.domain.board import GROUPINGS
from amdesk.domain.picture import Picture
from amdesk.gui import picture_files, show
from amdesk.gui.board_hand import ZOOM, BoardHand
from amdesk.gui.board_view import BoardView
from amdesk.gui.keys import with_keys
from amdesk.gui.page import Face
from amdesk.gui.page_keys import keys_of
from amdesk.gui.place import Place
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.buttons import button, icon_button
from amdesk.gui.widgets.empty import Empty
from amdesk.gui.widgets.segments import Segment, Segments
from amdesk.i18n.bidi import isolate
from amdesk.i18n.catalog import _, ngettext, pgettext
from amdesk.services import board, clients
from amdesk.services.desk import Desk


class GoalsBoard(QWidget):
    """The board with what groups it, zooms it and brings it back to today."""

    TABLES = frozenset({"goal", "measurement", "milestone", "client", "interaction", "summary"})
    place_requested = Signal(object)
    finished = Signal(object)

    def __init__(self, desk: Desk, client_id: int | None = None) -> None:
        super().__init__()
        self._desk, self._client_id = desk, client_id
        self.setObjectName("goals-board")
        self.setAccessibleName(_("Goals over time"))
        self.view = BoardView(desk)
        self._hand = BoardHand(self.view)
        self.view.place_requested.connect(self.place_requested)
        choices = [Segment(by, _(said)) for by, said in GROUPINGS.items()]
        self.grouping = Segments(
            choices, "client", name="board-grouping", accessible=pgettext("grouping", "Grouping")
        )
        self.grouping.picked.connect(lambda _by: self.refresh())
        self._stack = QStackedWidget()
        self._stack.setObjectName("board-stack")
        self._none = self._nothing()
        for part in (self.view, self._none):
            self._stack.addWidget(part)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(SPACE.l, 0, SPACE.l, 0)
        rows.addWidget(self._stack)
        self.face = Face(
            title=self._title, tools=self._tools(), status=self._status, focus=self.view,
            memory=self._memory, recall=self._recall, client=self._client,
        )  # fmt: skip

    def _tools(self) -> tuple[QWidget, ...]:
        closer, farther = keys_of("board.zoom")
        zoom = QWidget()
        zoom.setObjectName("board-zoom")
        across = QHBoxLayout(zoom)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        for made in (
            icon_button(_("Less time"), name="board-closer", icon="zoom_in", shortcut=closer,
                        run=lambda: self.view.zoom(1 / ZOOM)),
            icon_button(_("More time"), name="board-farther", icon="zoom_out", shortcut=farther,
                        run=lambda: self.view.zoom(ZOOM)),
        ):  # fmt: skip
            across.addWidget(made)
        today = button(
            pgettext("board", "Today"), "", name="board-today", icon="calendar", run=self.view.go_today
        )
        today.setToolTip(with_keys(_("Bring today into sight"), keys_of("board.today")[0]))
        save = icon_button(_("Save the picture…"), name="board-save", icon="import", run=self.save)
        return (zoom, today, self.grouping, save) if self._client_id is None else (zoom, today, save)

    def _nothing(self) -> Empty:
        first = button(
            _("New goal"), "primary", name="board-first", icon="add",
            run=lambda: self.place_requested.emit(Place("edit_goal", about=self._client_id)),
        )  # fmt: skip
        told = _("Set one with a client: a figure, from where to where, and until when.")
        return Empty("goal", _("No goals yet"), told, action=first)

    def refresh(self) -> None:
        """Ask again for the goals, in their groups."""
        found = board.lines(self._desk, by=self.grouping.value(), client_id=self._client_id)
        self.view.show_rows(found)
        self._stack.setCurrentWidget(self.view if found else self._none)

    def save(self) -> None:
        """Ask where to save what is seen."""
        made: Picture = self.view.picture()
        picture_files.ask(made, self.view.reads, name=self._title(), parent=self)

    def _title(self) -> str:
        if self._client_id is None:
            return _("Goals over time")
        client = clients.get(self._desk, self._client_id)
        return _("Goals of {client} over time").format(client=isolate(client.name))

    def _status(self) -> str:
        count = sum(row.kind == "goal" for row in self.view.walk.rows)
        return ngettext("{n} goal", "{n} goals", count).format(n=show.count(count))

    def _client(self) -> int | None:
        line = self.view.walk.line
        return (line.client_id if line is not None else 0) or self._client_id

    def _memory(self) -> Mapping[str, object]:
        seen = self.view.view
        return {
            "by": self.grouping.value(),
            "begin": seen.begin,
            "days": seen.days,
            "row": self.view.walk.row,
        }

    def _recall(self, memory: Mapping[str, object]) -> None:
        if not memory:
            return
        self.grouping.choose(str(memory["by"]))
        self.refresh()
        begin, days, row = memory["begin"], memory["days"], memory["row"]
        if isinstance(begin, float) and isinstance(days, float):
            self.view.look(self.view.view._replace(begin=begin, days=days))
        if isinstance(row, int):
            self.view.walk.go(row)
