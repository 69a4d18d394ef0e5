"""A session with a canary in every field: the window walked, files opened, mails handed over, a fault raised.

The password of the account to send from is a canary as well, and in servers' words there is one.

Run as a program it says "done" when all of that has happened, and then ends as its window does, or is killed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from amdesk import app
from amdesk.gui import application
from amdesk.gui.leaving import Leaving
from amdesk.gui.place import Place
from amdesk.gui.window import Window
from amdesk.services import (
    attachments,
    backups,
    clients,
    drafts,
    exchange,
    handing,
    interactions,
    mail_account,
    outbox,
    queued,
    sample,
    summaries,
    tasks,
    unfinished,
)
from amdesk.services.desk import Desk
from amdesk.services.unlocked import open_here
from tests.post_office import post_office

CANARIES = ("zqxjcanary", "קנריתזמר")
_BOTH = " ".join(CANARIES)
# The columns that hold words: what is not here is a date, a number, a name of a state, or somebody's id.
_WORDS = {
    "client": "name sort_name notes next_step asking",
    "contact": "name sort_name role preferred_hours notes",
    "address": "label",
    "interaction": "occasion participants private_note",
    "summary": "closing subject sent_plain sent_html confirmed_by reason",
    "point": "text from_value to_value owner answer",
    "reminder": "text folded",
    "relative": "name",
    "personal_date": "label",
    "goal": "name sort_name folded kpi unit notes",
    "measurement": "note",
    "milestone": "title",
    "planned_action": "title owner",
    "client_share": "title html",
    "task": "title folded result requirements assignee assignee_address no_goal_reason",
    "question": "text answer",
    "outgoing": "subject plain html",
}
_PAGES = (
    "today", "clients", "client", "calls", "reminders", "goals", "goals_board", "goal", "tasks", "task",
    "trash", "backups", "settings", "summary", "log_call", "edit_client", "edit_contact", "edit_reminder",
    "edit_goal", "edit_task", "prepare", "sheet", "monthly_report",
)  # fmt: skip


def marked(desk: Desk) -> None:
    """The sample, as if all of it were real: a canary in every word of it."""
    sample.fill(desk)
    with desk.step("Mark"):
        for noun, columns in _WORDS.items():
            for column in columns.split():
                said = f"UPDATE {noun} SET {column} = {column} || ? WHERE {column} <> ''"
                desk.store.execute(said, [f" {_BOTH}"])
        for column in ("value", "normal"):
            desk.store.execute(f"UPDATE address SET {column} = ? || {column}", [CANARIES[0]])
    unfinished.keep(desk, unfinished.FILTERS, {_BOTH: {"vip": True}})


def use(desk: Desk, own: Path) -> None:
    """What a person does in a day, with files of their ``own``."""
    form = own / f"{_BOTH}.txt"
    form.write_bytes((_BOTH * 5_000).encode() + (_BOTH * 5_000).encode("utf-16"))
    attachments.open_file(desk, attachments.add(desk, "task", tasks.get(desk, 1).uuid, form))
    listed = own / "list.csv"
    listed.write_text(f"Company,Name,Notes\n{_BOTH} Ltd,{_BOTH},{_BOTH}\n", encoding="utf-8")
    exchange.drain(exchange.run(desk, exchange.preview(desk, listed)))
    desk.undo()
    desk.redo()
    clients.remove(desk, clients.find(desk, CANARIES[0])[0])
    for call in interactions.find(desk, states=("draft",)):
        draft = drafts.compose(desk, summaries.start(desk, call))
        handing.hand(desk, draft, way="eml", own=handing.NO_OWN)
    exchange.drain(backups.back_up(desk))
    exchange.drain(backups.restore(desk, backups.kept(desk)[0].path))
    desk.undo()


def main(folder: Path, own: Path) -> int:
    """Fill the folder, open the window on it, and go through it."""
    with closing(open_here(folder)) as desk:
        marked(desk)
        use(desk, own)
    qt = application.make_qt(["amdesk"])

    def look() -> None:
        shown = next((one for one in qt.topLevelWidgets() if isinstance(one, Window)), None)
        if shown is None:
            QTimer.singleShot(50, look)
            return
        try:
            _walk(shown)
            _send(shown.desk)
            walked.append(True)
        finally:
            QTimer.singleShot(0, _fail)
            QTimer.singleShot(0, say_done)

    def say_done() -> None:
        sys.stdout.write("done\n" if walked else "did not come to the end\n")
        sys.stdout.flush()
        if sys.stdin.readline() == "end\n":
            qt.exit(0)  # closing the window might be asked about

    walked: list[bool] = []
    QTimer.singleShot(0, look)
    return app.open_window(folder, language="en")


def _walk(window: Window) -> None:
    """Every page, and the canary typed into every line that stands there."""
    desk = window.desk
    call, client = interactions.find(desk)[0], clients.find(desk)[0]
    ids = {"client": client, "edit_client": client, "summary": call, "goal": 1, "task": 1}
    for page in _PAGES:
        window.go(Place(page, ids.get(page, 1 if page.startswith("edit") else None), client))
        QApplication.processEvents()
        for line in _lines(window):
            line.setFocus()
            line.setText(_BOTH) if isinstance(line, QLineEdit) else line.setPlainText(_BOTH)
            QApplication.processEvents()
    leaving = Leaving(desk)
    leaving.clients([client])
    leaving.calls(interactions.find(desk)[:3])
    window.grab()


def _send(desk: Desk) -> None:
    """Mails that a server puts off, refuses and takes, with a canary in its words."""
    call = interactions.find(desk, states=("draft",))[0]
    draft = drafts.compose(desk, summaries.start(desk, call))
    for step, outcome in (("AUTH", "535"), ("RCPT", "550"), (".", "250")):
        with post_office({step: f"{outcome} {_BOTH}"}) as office:
            mail_account.keep(desk, office.account(), password=_BOTH)
            handing.hand(desk, draft, way="smtp", own=handing.NO_OWN)
            one = queued.waits(desk, draft.message_id)
            assert one is not None
            outbox.try_again(desk, one.id)
            while not outbox.get(desk, one.id).answered_at:
                QApplication.processEvents()


def _lines(window: Window) -> Iterator[QLineEdit | QPlainTextEdit]:
    found: tuple[QLineEdit | QPlainTextEdit, ...]
    found = (*window.findChildren(QLineEdit), *window.findChildren(QPlainTextEdit))
    for one in found:
        may_be_written = one.isVisible() and one.isEnabled() and not one.isReadOnly()
        if may_be_written and "setting" not in one.objectName():
            yield one


def _fail() -> None:
    raise ValueError(_BOTH)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
