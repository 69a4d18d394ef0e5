"""A calendar as a file to import: its entries merged, each with what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from amdesk.domain.messages import N_, Message
from amdesk.domain.verdict import Verdict
from amdesk.formats import calendar
from amdesk.i18n import catalog
from amdesk.i18n.catalog import _
from amdesk.services import clients, interactions, summaries
from amdesk.services.calendar_events import Events
from amdesk.services.calendar_plans import Call, Plan, own_plan
from amdesk.services.desk import Desk
from amdesk.services.import_facts import NoList
from amdesk.services.import_tables import TableMerger, Told
from amdesk.services.merging import Merger
from amdesk.store import known, records
from amdesk.store.book import Book
from amdesk.store.table import encode

# The tables that entries have rows of, in the order of their references.
_NOUNS = ("client", "contact", "relative", "personal_date", "reminder", "task")
# What they can be without, where it is not here.
_LOOSE = {
    "reminder": {"client_uuid": "client"},
    "task": {"client_uuid": "client"},
}
# What an entry of another program's calendar becomes here.
_BECOMES = {
    "contact": N_("It becomes a birthday."),
    "personal_date": N_("It becomes a personal date."),
    "reminder": N_("It becomes a reminder."),
    "task": N_("It becomes a task."),
}
_BATCH = 100  # a strange rule takes its time, and one may want to stop
_RANK = ("duplicate", "update", "new", "error")


class CalendarSource(NoList):
    """A file of events and tasks."""

    kind = "calendar"

    def __init__(self, data: bytes, *, name: str, encoding: str | None) -> None:
        self.encoding = encoding or calendar.encoding_of(data, name=name)
        self._entries = calendar.read(data, name=name, encoding=self.encoding)
        self.size = len(self._entries)
        self.position = 0

    def merged(self, desk: Desk) -> Iterator[list[Verdict]]:
        """Merge the entries inside the desk's step, some at a time."""
        work = _Work(desk)
        walk = iter(self._entries)
        while batch := list(islice(walk, _BATCH)):
            self.position += len(batch)
            yield work.take(batch)


class _Work:
    """Entries on their way into the file."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._events = Events(desk)
        self._mergers = {noun: TableMerger(desk.store, noun) for noun in _NOUNS}

    def take(self, batch: Sequence[calendar.Entry]) -> list[Verdict]:
        """Merge some entries; what became of each."""
        plans = [self._plan(one) for one in batch]
        found = {one.line: Verdict(one.line, "duplicate", one.title) for one in plans}
        found |= self._bring_people(plans)
        for noun in _NOUNS:
            told = [
                Told(one.line, self._tied(noun, row)) for one in plans for of, row in one.rows if of == noun
            ]
            for verdict in self._mergers[noun].take(told) if told else ():
                found[verdict.line] = max(found[verdict.line], verdict, key=lambda one: _RANK.index(one.kind))
        for one in plans:
            if one.call is not None and self._log(one.call):
                found[one.line] = replace(found[one.line], kind="new")
        return [_told(one, found[one.line]) for one in plans]

    def _plan(self, entry: calendar.Entry) -> Plan:
        return (
            own_plan(self._desk, entry)
            if entry.own.get("record") and not entry.problem
            else self._events.plan(entry)
        )

    def _bring_people(self, plans: Sequence[Plan]) -> dict[int, Verdict]:
        """Clients and contacts that our own entries speak of and that are not here; what became of them."""
        wanted = [one.people for one in plans if one.people is not None]
        if not wanted:
            return {}
        book = Book(self._desk.store)
        language = self._desk.settings["language"] or catalog.current()
        merger = Merger(book, own_language=language, now=self._desk.now())
        found = {one.line: merger.take(one) for one in wanted}
        book.flush()
        return found

    def _tied(self, noun: str, row: Mapping[str, object]) -> dict[str, object]:
        """The row without references to what is not here, where it can be without."""
        loose = [(name, of) for name, of in _LOOSE.get(noun, {}).items() if name in row]
        lacking = [name for name, of in loose if not records.ids(self._desk.store, of, [str(row[name])])]
        return {name: value for name, value in row.items() if name not in lacking}

    def _log(self, call: Call) -> bool:
        """Log a meeting that has been, unless it was; whether it was new. Nobody has to sum it up."""
        desk = self._desk
        at = str(encode(call.started_at))
        if known.has_call(desk.store, client_id=call.client_id, started_at=at, occasion=call.occasion):
            return False
        with desk.step(N_("Log call")):
            logged = interactions.log(
                desk, client_id=call.client_id, contact_ids=call.contact_ids, occasion=call.occasion,
                channel=call.channel, started_at=call.started_at, minutes=call.minutes,
                next_contact_on=clients.get(desk, call.client_id).next_contact_on,
            )  # fmt: skip
            summaries.not_needed_for(desk, logged, reason=_("It comes from a calendar."))
        return True


def _becomes(plan: Plan) -> str:
    return _BECOMES[plan.rows[0][0]] if plan.rows else N_("It is logged as a call.")


def _told(plan: Plan, verdict: Verdict) -> Verdict:
    if plan.problem is not None:
        return Verdict(plan.line, "error", plan.title, plan.problem)
    is_told = verdict.kind in {"new", "update"} and plan.is_foreign
    message = verdict.message or plan.message or (Message.of(_becomes(plan)) if is_told else None)
    return replace(verdict, title=plan.title, message=message, left_out=plan.left_out or verdict.left_out)
