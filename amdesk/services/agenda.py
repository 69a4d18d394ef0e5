"""Today: what wants attention now, and why; and what falls on the days ahead."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time, timedelta

from amdesk.domain import cadence
from amdesk.domain.agenda import (
    Moment,
    OpenCall,
    Waiting,
    to_answer,
    to_chase,
    to_congratulate,
    to_contact,
    to_remember,
    to_write,
)
from amdesk.domain.agenda_rows import Agenda, Day, Row, days_of, section, soonest
from amdesk.domain.cadence import Cadence
from amdesk.domain.client import Client, ClientLine
from amdesk.domain.goal_agenda import to_catch_up, to_measure
from amdesk.domain.moments import EARLIEST
from amdesk.domain.task import OURS, THEIRS
from amdesk.domain.task_agenda import to_claim, to_do, to_find_out, to_keep, to_look_at
from amdesk.services import occasions, reminders
from amdesk.services.desk import Desk
from amdesk.services.week import work_week
from amdesk.store import agenda as store
from amdesk.store import goals, questions, summaries, tasks

_MOST = 100  # of each section: nobody reads further, and it says that there is more
_ASKED = _MOST + 1
_NEXT = 3  # things to come, where nothing waits
WEEK, _MONTH = 7, 31

Rows = Iterable[Row | None]


def today(desk: Desk) -> Agenda:
    """The sections that have rows, in their order; the next things to come where there are none."""
    at = _moment(desk)
    found = [section(name, rows(desk, at), today=at.today, most=_MOST) for name, rows in _SECTIONS.items()]
    sections = tuple(one for one in found if one.rows)
    return Agenda(at.now, sections, () if sections else _soonest(desk, at))


def ahead(desk: Desk, *, first: date, days: int) -> tuple[Day, ...]:
    """What falls on some days from ``first`` on, which is today or later: each has its reminders, agreed
    contacts, clients whose turn it is, and chases.
    """
    at = _moment(desk)
    last = first + timedelta(days=days - 1)
    began = max(_begins(desk, first), at.now)
    ends = _begins(desk, last + timedelta(days=1))
    rings = reminders.between(desk, began, ends)
    sent = store.newest_calls(desk.store, ("sent",), now=at.now, limit=3 * _MOST)
    rows = [
        *(to_remember(one, at) for one in rings),
        *_chases(at, sent),
        *_contacts(desk, at, store.next_contacts(desk.store, first=first, last=last, limit=_ASKED)),
        *_contacts(desk, at, _turns(desk, first=first, last=last, limit=_ASKED)),
        *_comes(desk, at, first=first, last=last),
        *_looks_ahead(desk, at, began, ends),
        *_tasks_due(desk, at, first=first, last=last, limit=3 * _MOST),
    ]
    return days_of(rows, [first + timedelta(days=count) for count in range(days)])


def cadences(desk: Desk) -> Mapping[str, Cadence]:
    """How often clients of each tier should hear from the person."""
    return cadence.from_values(desk.settings["cadence"])


def due_on(desk: Desk, client: Client | ClientLine) -> date | None:
    """The day since which, or on which, it is a client's turn by its tier; none where another is agreed."""

    def local(moment: datetime | None) -> date | None:
        return moment.astimezone(desk.zone).date() if moment is not None else None

    turn = cadence.due(
        cadences(desk), tier=client.tier, stage=client.stage, last_on=local(client.last_contact_at),
        added_on=local(client.created_at), next_contact_on=client.next_contact_on,
    )  # fmt: skip
    return turn.on if turn is not None else None


def _moment(desk: Desk) -> Moment:
    return Moment(desk.now(), lambda moment: moment.astimezone(desk.zone).date())


def _begins(desk: Desk, day: date) -> datetime:
    return datetime.combine(day, time(), desk.zone)


def _come(desk: Desk, at: Moment) -> Rows:
    return (to_remember(one, at) for one in reminders.most_wanted(desk, limit=_ASKED))


def _unwritten(desk: Desk, at: Moment) -> Rows:
    calls = store.open_calls(desk.store, ("missing", "draft"), now=at.now, limit=_ASKED)
    return (to_write(call, at) for call in calls)


def _unanswered(desk: Desk, at: Moment) -> Rows:
    states = ("handed_over", "sent", "no_answer")
    return _chases(at, store.open_calls(desk.store, states, now=at.now, limit=_ASKED))


def _chases(at: Moment, calls: Iterable[OpenCall]) -> Rows:
    return (to_chase(call, at, work_week(call.country)) for call in calls)


def _due(desk: Desk, at: Moment) -> Rows:
    agreed = store.next_contacts(desk.store, first=date.min, last=at.today, limit=_ASKED)
    waiting = _turns(desk, first=date.min, last=at.today, limit=_ASKED)
    return _contacts(desk, at, [*agreed, *waiting])


def _turns(desk: Desk, *, first: date, last: date, limit: int) -> list[Waiting]:
    """Clients whose turn by cadence comes between two days: it follows from when they last heard of us."""
    spans = []
    for tier, one in cadences(desk).items():
        gap = timedelta(days=one.ideal)
        begins = EARLIEST if first == date.min else _begins(desk, first - gap)
        spans.append((tier, begins, _begins(desk, last - gap + timedelta(days=1))))
    return store.heard_between(desk.store, spans, limit=limit)


def _contacts(desk: Desk, at: Moment, clients: Iterable[Waiting]) -> Rows:
    usual = cadences(desk)
    return (to_contact(client, at, usual) for client in clients)


def _told(desk: Desk, at: Moment) -> Rows:
    return (to_congratulate(one, at, on=one.told_on) for one in occasions.told(desk))


def _comes(desk: Desk, at: Moment, *, first: date, last: date) -> Rows:
    """Personal dates on the days on which they come."""
    found = occasions.told(desk, first=first, last=last)
    return (to_congratulate(one, at, on=one.occurs_on) for one in found)


def _promised(desk: Desk, at: Moment) -> Rows:
    late = tasks.late_promises(desk.store, OURS, before=at.today, limit=_ASKED)
    found = tasks.lines(desk.store, [*late, *tasks.untold(desk.store, limit=_ASKED)])
    return (to_keep(one, at) for one in {line.id: line for line in found}.values())


def _to_look_at(desk: Desk, at: Moment) -> Rows:
    found = tasks.ringing(desk.store, until=at.now, limit=_ASKED)
    return (to_look_at(one, at) for one in tasks.lines(desk.store, [task for task, _rang in found]))


def _to_do(desk: Desk, at: Moment) -> Rows:
    return _tasks_due(desk, at, first=date.min, last=at.today, limit=_ASKED)


def _tasks_due(desk: Desk, at: Moment, *, first: date, last: date, limit: int) -> Rows:
    found = tasks.due_between(desk.store, OURS, first, last, limit=limit)
    return (to_do(one, at) for one in tasks.lines(desk.store, found))


def _owed(desk: Desk, at: Moment) -> Rows:
    found = tasks.late_promises(desk.store, THEIRS, before=at.today, limit=_ASKED)
    return (to_claim(one, at) for one in tasks.lines(desk.store, found))


def _looks_ahead(desk: Desk, at: Moment, began: datetime, ends: datetime) -> Rows:
    found = tasks.ringing(desk.store, after=began, until=ends)
    return (to_look_at(one, at) for one in tasks.lines(desk.store, [task for task, _rang in found]))


def _unmeasured(desk: Desk, at: Moment) -> Rows:
    found = goals.to_measure(desk.store, today=at.today, limit=_ASKED)
    return (to_measure(one, at) for one in found)


def _behind(desk: Desk, at: Moment) -> Rows:
    found = goals.to_catch_up(desk.store, today=at.today, limit=_ASKED)
    return (to_catch_up(one, at) for one in found)


def _questions(desk: Desk, at: Moment) -> Rows:
    said = (to_answer(one, at) for one in summaries.open_questions(desk.store, limit=_ASKED))
    return (*said, *(to_find_out(one, at) for one in questions.waiting(desk.store, limit=_ASKED)))


def _soonest(desk: Desk, at: Moment) -> tuple[Row, ...]:
    tomorrow = at.today + timedelta(days=1)
    furthest = at.today + timedelta(days=cadence.LONGEST)
    agreed = store.soonest_contacts(desk.store, first=tomorrow, limit=_NEXT)
    turns = _turns(desk, first=tomorrow, last=furthest, limit=_NEXT)
    rows = [
        *(to_remember(one, at) for one in reminders.coming(desk, limit=_NEXT)),
        *_contacts(desk, at, [*agreed, *turns]),
        *_chases(at, store.newest_calls(desk.store, ("sent",), now=at.now, limit=_MOST)),
        *_comes(desk, at, first=tomorrow, last=at.today + timedelta(days=_MONTH)),
        *_tasks_due(desk, at, first=tomorrow, last=at.today + timedelta(days=_MONTH), limit=_NEXT),
    ]
    return soonest(rows, after=at.today, most=_NEXT)


# One line for each section: where its rows come from. A new one needs its words in SECTION_NAMES as well.
_SECTIONS: Mapping[str, Callable[[Desk, Moment], Rows]] = {
    "promises": _promised,
    "checkpoints": _to_look_at,
    "tasks": _to_do,
    "reminders": _come,
    "summaries": _unwritten,
    "confirmations": _unanswered,
    "clients": _due,
    "their_promises": _owed,
    "personal_dates": _told,
    "measurements": _unmeasured,
    "goals": _behind,
    "questions": _questions,
}
