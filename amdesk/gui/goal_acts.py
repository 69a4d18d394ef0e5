"""What can be done with a goal chosen in a list: its menu, its keys."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from amdesk.gui.keys import keys_text
from amdesk.gui.own_keys import OwnKeys
from amdesk.gui.page_keys import key_of
from amdesk.gui.place import Place
from amdesk.gui.records import history_of
from amdesk.gui.table import Table
from amdesk.gui.widgets.menu import Menu
from amdesk.i18n.catalog import _
from amdesk.services import goals, reminder_about
from amdesk.services.desk import Desk


class GoalActs(QObject):
    """Acts on the row of a table the keys are on."""

    place_requested = Signal(object)

    def __init__(self, desk: Desk, table: Table) -> None:
        super().__init__(table)
        self._desk, self._table = desk, table
        table.menu_asked.connect(lambda at: self.menu().popup(at))
        table.opened.connect(self.open)
        OwnKeys(
            table, {"goal.edit": self.edit, "goal.client": self.open_client, "list.remove": self.remove},
            possible=lambda: table.current_id() is not None,
        )  # fmt: skip

    def menu(self) -> Menu:
        """Everything that can be done with the goal."""
        made = Menu(self._table, name="goals-menu", title=_("Goals"))
        made.do(_("Open goal"), lambda: self.open(self._id()), name="goal-open", icon="open",
                shortcut=keys_text(key_of("list.open")))  # fmt: skip
        made.do(_("Open client"), self.open_client, name="goal-client", icon="client",
                shortcut=keys_text(key_of("goal.client")))  # fmt: skip
        made.do(_("Edit"), self.edit, name="goal-edit", icon="edit",
                shortcut=keys_text(key_of("goal.edit")))  # fmt: skip
        made.do(_("History"), self.open_history, name="goal-history", icon="history")
        made.do(_("New reminder"), self.remind, name="goal-remind", icon="reminders")
        made.addSeparator()
        made.do(_("Move to the trash"), self.remove, name="goal-remove", icon="remove",
                shortcut=keys_text(key_of("list.remove")))  # fmt: skip
        return made

    def open(self, goal_id: int) -> None:
        """Go to a goal."""
        self.place_requested.emit(Place("goal", goal_id, self._client(goal_id)))

    def open_client(self) -> None:
        """Go to whose goal it is."""
        self.place_requested.emit(Place("client", self._client(self._id())))

    def edit(self) -> None:
        """Change what it is."""
        self.place_requested.emit(Place("edit_goal", self._id(), self._client(self._id())))

    def open_history(self) -> None:
        """Go to what the goal and its parts were before."""
        one = self._id()
        self.place_requested.emit(history_of("goal", one, self._client(one)))

    def remind(self) -> None:
        """Set a reminder about it."""
        client, name = reminder_about.naming(self._desk, "goal", self._id())
        self.place_requested.emit(Place("edit_reminder", about=client, ask=name))

    def remove(self) -> None:
        """Put the goal into the trash, from where undo brings it back."""
        goals.trash(self._desk, self._id())

    def _id(self) -> int:
        return self._table.current_id() or 0

    def _client(self, goal_id: int) -> int:
        return goals.lines(self._desk, [goal_id])[0].goal.client_id
