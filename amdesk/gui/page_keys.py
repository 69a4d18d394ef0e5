"""Keys that mean something on one page or in one kind of field: the only list of them, read by both sides.

Pages, fields and editors take their keys from here, and the sheet of shortcuts shows what stands here.
"""

from __future__ import annotations

from dataclasses import dataclass

from amdesk.domain.messages import N_, Message, Words
from amdesk.domain.points import SIGNS

AREAS: dict[str, Words] = {
    "lists": N_("Lists"),
    "client": N_("A client’s page"),
    "today": N_("Today"),
    "goals": N_("Goals"),
    "board": N_("Timelines and the board"),
    "tasks": N_("Tasks"),
    "reminders": N_("Reminders"),
    "call": N_("Log a call"),
    "summary": N_("Writing a summary"),
    "forms": N_("Forms"),
    "text": N_("Texts"),
    "dates": N_("Dates"),
}


@dataclass(frozen=True, slots=True)
class PageKey:
    """What keys do in an area; several keys do the same, or, with ``upto``, are a row from first to last."""

    id: str
    area: str
    words: Words
    keys: tuple[str, ...]
    upto: bool = False


_ALL = (
    PageKey("list.open", "lists", N_("Open the line"), ("Return",)),
    PageKey("list.move", "lists", N_("From line to line"), ("Up", "Down")),
    PageKey("list.enter", "lists", N_("From the search field into the list"), ("Down",)),
    PageKey("list.clear", "lists", N_("Empty the search field, then leave it"), ("Esc",)),
    PageKey("list.next", "lists", N_("Write the next step of the client"), ("F2",)),
    PageKey("list.client", "lists", N_("In the log: open the client"), ("Space",)),
    PageKey("list.copy", "lists", N_("Copy the lines chosen, as cards or with their mail"), ("Ctrl+C",)),
    PageKey("list.paste", "lists", N_("Paste people: a new client with them"), ("Ctrl+V",)),
    PageKey("list.remove", "lists", N_("Move the lines chosen to the trash"), ("Del",)),
    PageKey("trash.back", "lists", N_("In the trash: put the lines chosen back"), ("Return",)),
    PageKey("trash.remove", "lists", N_("In the trash: delete the lines chosen for good"), ("Del",)),
    PageKey("outbox.again", "lists", N_("In the outbox: send now, or once more"), ("Ctrl+Return",)),
    PageKey("outbox.arrived", "lists", N_("In the outbox: it arrived"), ("Space",)),
    PageKey("outbox.draft", "lists", N_("In the outbox: open as a draft"), ("Ctrl+O",)),
    PageKey("outbox.out", "lists", N_("In the outbox: take out"), ("Del",)),
    PageKey("duplicates.apart", "lists", N_("Among duplicates: the two are not the same"), ("Del",)),
    PageKey("list.menu", "lists", N_("What can be done with the line"), ("Shift+F10",)),
    PageKey("filter.rename", "lists", N_("Rename a saved filter"), ("F2",)),
    PageKey("filter.remove", "lists", N_("Remove a saved filter"), ("Del",)),
    PageKey("filter.leave", "lists", N_("Leave its name as it was"), ("Esc",)),
    PageKey("past.move", "client", N_("From call to call"), ("Up", "Down")),
    PageKey("past.open", "client", N_("Open the summary"), ("Return",)),
    PageKey("past.paste", "client", N_("Paste people: they become contacts"), ("Ctrl+V",)),
    PageKey("history.move", "lists", N_("In a history: from step to step"), ("Up", "Down")),
    PageKey("history.back", "lists", N_("In a history: what can be put back"), ("Return",)),
    PageKey("notes.keep", "client", N_("Keep the notes"), ("Ctrl+Return",)),
    PageKey("today.act", "today", N_("Do what the line asks for"), ("Space",)),
    PageKey("today.open", "today", N_("Open the client"), ("Return",)),
    PageKey("today.menu", "today", N_("What can be done: snooze, drop…"), ("Ctrl+.",)),
    PageKey("today.view", "today", N_("Today, tomorrow, the week"), ("Alt+1", "Alt+2", "Alt+3"), upto=True),
    PageKey("board.rows", "board", N_("On the board: from line to line"), ("Up", "Down")),
    PageKey("board.pages", "board", N_("A page up or down"), ("PgUp", "PgDown")),
    PageKey("board.ends", "board", N_("The first line, the last"), ("Ctrl+Home", "Ctrl+End")),
    PageKey("board.marks", "board", N_("From mark to mark"), ("Left", "Right")),
    PageKey("board.pan", "board", N_("Back or on in time"), ("Shift+Left", "Shift+Right")),
    PageKey("board.zoom", "board", N_("Less time or more of it"), ("+", "-")),
    PageKey("board.today", "board", Message.named("key", "Today"), ("T", "Home")),
    PageKey("board.open", "board", N_("Open the line or the mark"), ("Return",)),
    PageKey("picture.ends", "board", N_("Of a timeline: the first mark, the last"), ("Home", "End")),
    PageKey("goal.client", "goals", N_("In the list: open the client"), ("Space",)),
    PageKey("goal.edit", "goals", N_("Edit the goal"), ("F2",)),
    PageKey("measure.keep", "goals", N_("Keep the measurement typed"), ("Return",)),
    PageKey("measure.change", "goals", N_("In the list of measurements: change one"), ("Return",)),
    PageKey("measure.paste", "goals", N_("Paste two columns: day and value"), ("Ctrl+V",)),
    PageKey("measure.remove", "goals", N_("Delete the measurements chosen"), ("Del",)),
    PageKey("task.view", "tasks", N_("List, board, who has what"), ("Alt+1", "Alt+2", "Alt+3"), upto=True),
    PageKey(
        "task.quadrant", "tasks", N_("How much it counts: the four fields of the board"),
        tuple("1234"), upto=True,
    ),
    PageKey("task.field", "tasks", N_("On the board: to the field beside"), ("Left", "Right")),
    PageKey("task.done", "tasks", N_("Done, or open again"), ("Space",)),
    PageKey("task.menu", "tasks", N_("What can be done with the line"), ("Ctrl+.",)),
    PageKey("task.remove", "tasks", N_("Delete the task"), ("Del",)),
    PageKey("task.edit", "tasks", N_("Edit the task"), ("F2",)),
    PageKey("task.settle", "tasks", N_("On its page: done, or what is asked"), ("Ctrl+Return",)),
    PageKey(
        "task.outcome", "tasks", N_("On its page: on track, not clear, hand over, move, do it myself"),
        tuple("12345"), upto=True,
    ),
    PageKey("reminder.done", "reminders", N_("Done"), ("Space",)),
    PageKey("reminder.snooze", "reminders", N_("What can be done: snooze, drop…"), ("Ctrl+.",)),
    PageKey("reminder.remove", "reminders", N_("Delete the reminder"), ("Del",)),
    PageKey("call.log", "call", N_("Log the call"), ("Return",)),
    PageKey("call.onward", "call", N_("Log it and go on to the summary"), ("Ctrl+Return",)),
    PageKey("call.timer", "call", N_("Start or stop the timer"), ("Ctrl+T",)),
    PageKey("call.outcome", "call", N_("Reached, or not reached"), ("Ctrl+R",)),
    PageKey(
        "call.channel", "call", N_("Choose the channel"), tuple(f"Alt+{n}" for n in range(1, 10)), upto=True
    ),
    PageKey("call.aside", "call", N_("Close and keep what is typed"), ("Esc",)),
    PageKey("summary.main", "summary", N_("Take the next step: send, confirm"), ("Ctrl+Return",)),
    PageKey("point.next", "summary", N_("The next point"), ("Return",)),
    PageKey(
        "point.kind", "summary", N_("Decision, change, action, insight, question"),
        tuple(f"Ctrl+{n}" for n in range(1, 6)), upto=True,
    ),
    PageKey("point.prefix", "summary", N_("The same, typed before the line"), tuple(SIGNS.values())),
    PageKey("point.raise", "summary", N_("Move the point up"), ("Alt+Up",)),
    PageKey("point.lower", "summary", N_("Move the point down"), ("Alt+Down",)),
    PageKey("point.date", "summary", N_("Take the date in the line as due date"), ("Ctrl+D",)),
    PageKey("point.join", "summary", N_("At the beginning: join with the point above"), ("Backspace",)),
    PageKey("form.save", "forms", Message.named("key", "Save"), ("Ctrl+S", "Ctrl+Return")),
    PageKey("form.cancel", "forms", N_("Leave without saving"), ("Esc",)),
    PageKey("form.next", "forms", N_("To the next field, and back"), ("Tab", "Shift+Tab")),
    PageKey("form.choices", "forms", N_("Open a list of choices"), ("Alt+Down",)),
    PageKey("text.rtl", "text", N_("Write right to left"), ("Ctrl+Shift+A",)),
    PageKey("text.ltr", "text", N_("Write left to right"), ("Ctrl+Shift+D",)),
    PageKey("date.open", "dates", N_("Open the calendar"), ("Alt+Down", "F4")),
    PageKey("date.month", "dates", N_("A month back or on"), ("PgUp", "PgDown")),
    PageKey("date.year", "dates", N_("A year back or on"), ("Shift+PgUp", "Shift+PgDown")),
    PageKey("date.today", "dates", Message.named("key", "Today"), ("T",)),
)  # fmt: skip
PAGE_KEYS = {one.id: one for one in _ALL}


def keys_of(id_: str) -> tuple[str, ...]:
    """The keys, in Qt's portable form."""
    return PAGE_KEYS[id_].keys


def key_of(id_: str) -> str:
    """The first of the keys."""
    return keys_of(id_)[0]
