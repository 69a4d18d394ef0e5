"""Which commands stand in which menu: the menu bar and the sheet of shortcuts are made of it."""

from __future__ import annotations

from amdesk.domain.messages import N_
from amdesk.i18n.catalog import _

LINE = "-"
MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        N_("&File"),
        (
            "call.log",
            "client.new",
            "contact.new",
            "goal.new",
            "task.new",
            "reminder.new",
            LINE,
            "summary.send",
            LINE,
            "client.prepare",
            "client.sheet",
            "client.report",
            LINE,
            "data.import",
            "data.export",
            LINE,
            "data.back_up",
            "data.backups",
            "data.move",
            LINE,
            "mail.account",
            LINE,
            "page.print",
            LINE,
            "window.lock",
            "window.close",
        ),
    ),
    (
        N_("&Edit"),
        (
            "edit.undo",
            "edit.redo",
            LINE,
            "edit.find",
            LINE,
            "client.edit",
            "client.merge",
            "goal.edit",
            "goal.measure",
            "task.edit",
            LINE,
            "record.history",
        ),
    ),
    (N_("&View"), ("view.next", "view.before", LINE, "view.side", "view.full")),
    (
        N_("&Go"),
        (
            "go.back",
            "go.forward",
            LINE,
            "go.today",
            "go.clients",
            "go.duplicates",
            "go.calls",
            "go.goals",
            "goal.board",
            "go.tasks",
            "go.reminders",
            "go.outbox",
            "go.trash",
            "go.settings",
        ),
    ),
    (
        N_("&Help"),
        (
            "help.keys",
            "help.commands",
            "help.explain",
            LINE,
            "help.welcome",
            LINE,
            "help.report",
            "help.about",
        ),
    ),
)


def wheres() -> dict[str, str]:
    """In which menu each command stands, by its id."""
    return {id_: _(title).replace("&", "") for title, ids in MENUS for id_ in ids if id_ != LINE}
