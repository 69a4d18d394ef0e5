"""What can be done about a task in a list: settling it, weighing it, and the menu of all of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from amdesk.domain.eisenhower import QUADRANT_NAMES, Quadrant, flags, quadrant
from amdesk.gui.keys import keys_text
from amdesk.gui.page_keys import key_of, keys_of
from amdesk.gui.place import Place
from amdesk.gui.records import history_of
from amdesk.gui.widgets.menu import Menu
from amdesk.i18n.catalog import _
from amdesk.services import tasks
from amdesk.services.desk import Desk


class TaskActs(QObject):
    """``place_requested`` asks for the page where something is done."""

    place_requested = Signal(object)

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page

    def settle(self, one: int) -> None:
        """Done, or open again where it was settled."""
        verb = tasks.finish if tasks.get(self._desk, one).is_open else tasks.reopen
        verb(self._desk, one)

    def remove(self, one: int) -> None:
        """Put it into the trash."""
        tasks.remove(self._desk, one)

    def weigh(self, one: int, number: Quadrant) -> None:
        """Put it into a field of the board; what is there already is left as it is."""
        task = tasks.get(self._desk, one)
        if quadrant(important=task.important, urgent=task.urgent) != number:
            important, urgent = flags(number)
            tasks.change(self._desk, one, important=important, urgent=urgent)

    def put(self, number: Quadrant, one: int) -> None:
        """The same, said the other way round."""
        self.weigh(one, number)

    def menu(self, one: int) -> Menu:
        """Everything that can be done about it."""
        task = tasks.get(self._desk, one)
        made = Menu(self._page, name="task-menu", title=_("Task"))
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        go = self.place_requested.emit
        made.do(_("Done") if task.is_open else _("Open again"), partial(self.settle, one), name="task-done",
                icon="done" if task.is_open else "undo", shortcut=keys_text(key_of("task.done")))  # fmt: skip
        if task.is_open:
            board = made.within(_("Importance and urgency"), name="task-board", icon="warning")
            for number, key in zip(QUADRANT_NAMES, keys_of("task.quadrant"), strict=True):
                board.do(_(QUADRANT_NAMES[number]), partial(self.weigh, one, number), name=f"task-{number}",
                         shortcut=keys_text(key))  # fmt: skip
        made.do(_("Open"), partial(go, Place("task", one)), name="task-open", icon="open")
        made.do(_("Edit"), partial(go, Place("edit_task", one)), name="task-edit", icon="edit")
        if task.client_id is not None:
            client = Place("client", task.client_id)
            made.do(_("Open the client"), partial(go, client), name="task-client", icon="client")
        past = history_of("task", one, task.client_id)
        made.do(_("History"), partial(go, past), name="task-history", icon="history")
        remind = Place("edit_reminder", about=task.client_id, ask=f"task:{task.uuid}")
        made.do(_("New reminder"), partial(go, remind), name="task-remind", icon="reminders")
        made.addSeparator()
        if task.is_open:
            made.do(_("Drop"), partial(tasks.drop, self._desk, one), name="task-drop", icon="close")
        made.do(_("Delete"), partial(self.remove, one), name="task-remove", icon="remove",
                shortcut=keys_text(key_of("task.remove")))  # fmt: skip
        return made
