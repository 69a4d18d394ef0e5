"""The calls of the sample, written as they ended: a year of them would take too long verb by verb."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import datetime, time, timedelta
from typing import Any

from uuid6 import uuid7

from amdesk.documents.summary_mail import SummaryMail, render
from amdesk.domain.action import born
from amdesk.domain.client import Client
from amdesk.domain.contact import Contact
from amdesk.domain.interaction import reference
from amdesk.domain.points import Point
from amdesk.domain.summary import CHASE_AFTER, STATES
from amdesk.domain.task import Task
from amdesk.services import task_looks
from amdesk.services.desk import Desk
from amdesk.services.sample_days import Days, Diary
from amdesk.store import interactions, records, tasks
from amdesk.store.table import encoded

Story = Mapping[str, Any]

_WRITTEN = timedelta(minutes=20)  # after the call
_SENT = timedelta(minutes=45)
_ANSWERED_AT, _CHASED_AT, _LATE = time(11, 40), time(10, 5), time(18, 15)
_OF_POINT = [one.name for one in fields(Point) if one.name not in {"id", "uuid"}]
_LONGEST_LATE = 4  # working days: what was due before that was done on its day
_NOUNS = ("interaction", "interaction_contact", "summary", "point", "task")
# The person, as the mails of each language write them.
_ME = ("Noa Adler", "נועה אדלר", "نوا آدلر", "Ноа Адлер", "Νόα Άντλερ")
_IN_FORCE = frozenset(STATES) - {"corrected", "not_needed"}


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of calls, kept until all are known: they go into the file a table at a time."""

    desk: Desk
    diary: Diary
    kept: dict[str, list[dict[str, object]]] = field(default_factory=lambda: {noun: [] for noun in _NOUNS})

    def add(self, noun: str, values: Mapping[str, object]) -> int:
        """One more row; the id it will have."""
        rows = self.kept[noun]
        row_id = int(str(rows[-1]["id"])) + 1 if rows else records.last_id(self.desk.store, noun) + 1
        rows.append({"id": row_id, **encoded({"uuid": str(uuid7()), **values})})
        return row_id

    def write(self) -> None:
        """Put them into the file, within a step."""
        for noun in _NOUNS:
            records.insert(self.desk.store, noun, self.kept[noun])


@dataclass(frozen=True, slots=True)
class Telling:
    """One client whose calls are told: their days, their people, and the mail address of each."""

    rows: Rows
    days: Days
    client: Client
    people: Sequence[Contact]
    emails: Sequence[str | None]

    def began(self, told: Story) -> datetime:
        """When a call began: as told, or where the person was on the phone then, as near to it as can be."""
        if "minutes_ago" in told:
            wanted = self.days.desk.now() - timedelta(minutes=told["minutes_ago"])
        else:
            day = self.days.day(-told["days_ago"])
            wanted = self.days.moment(day, time.fromisoformat(told["time"]))
        return self.rows.diary.free(wanted, timedelta(minutes=told.get("minutes", 0)))


@dataclass(frozen=True, slots=True)
class _Call:
    """A call that was told, with the number it got."""

    interaction_id: int
    reference: str
    told: Story
    began: datetime

    @property
    def ended(self) -> datetime:
        return self.began + timedelta(minutes=self.told.get("minutes", 0))


def tell(telling: Telling, calls: Sequence[Story]) -> None:
    """All calls of a client, the oldest first."""
    for told in sorted(calls, key=lambda call: -call.get("days_ago", 0)):
        call = _logged(telling, told)
        if "summary" in told:
            _summary(telling, call, told["summary"])


def _logged(telling: Telling, told: Story) -> _Call:
    desk, client, began = telling.days.desk, telling.client, telling.began(told)
    year = telling.days.local(began).year
    named = reference(client.code, year, interactions.next_number(desk.store, client.code, year))
    interaction_id = telling.rows.add(
        "interaction",
        {
            "client_id": client.id,
            "reference": named,
            "channel": told.get("channel", "mobile"),
            "direction": told.get("direction", "out"),
            "outcome": told.get("outcome", "reached"),
            "started_at": began,
            "zone": str(desk.zone),
            "minutes": told.get("minutes", 0),
            "occasion": told["occasion"],
            "participants": told.get("participants", ""),
            "private_note": told.get("private", ""),
        },
    )
    for place in told["with"]:
        person = telling.people[place]
        telling.rows.add("interaction_contact", {"interaction_id": interaction_id, "contact_id": person.id})
    return _Call(interaction_id, named, told, began)


def _summary(telling: Telling, call: _Call, told: Story) -> None:
    """A summary in the state it is told to end in, and the version that corrected it."""
    days = telling.days
    points = [_point(days, call.ended, one) for one in told.get("points", ())]
    values: dict[str, object] = {"state": told["state"], "created_at": days.passed(call.ended + _WRITTEN)}
    if told["state"] == "not_needed":
        values["reason"] = told["reason"]
    elif told["state"] != "draft":
        values |= _left_the_desk(telling, call, told, points)
    if "corrected" not in told:
        _version(telling, call, values, points, told=told.get("points", ()))
        return
    _version(telling, call, {**values, "state": "corrected"}, points, told=told["points"])
    _corrected(telling, call, told["corrected"], since=days.passed(call.ended + _SENT))


def _left_the_desk(telling: Telling, call: _Call, told: Story, points: Sequence[Point]) -> dict[str, object]:
    """What a summary has that was handed over, and sent, chased, answered or not."""
    days = telling.days
    moment = days.passed(call.ended + _SENT)
    values: dict[str, object] = {"handed_over_at": moment, "handed_over_by": told.get("by", "eml")}
    if told["state"] == "handed_over":
        return values
    values |= {"sent_at": moment, **_mail(telling, call, points, silent=told["state"] == "silent")}
    if chases := told.get("chases", 0):
        chased_at = _later(days, CHASE_AFTER[chases - 1], moment, at=_CHASED_AT)
        values |= {"chases": chases, "chased_at": chased_at}
    return values | _confirmed(days, told, moment)


def _corrected(telling: Telling, call: _Call, told: Story, *, since: datetime) -> None:
    """The second version, sent soon after the client had asked for it."""
    days = telling.days
    then = _later(days, told["after"], since)
    points = [_point(days, then, one) for one in told["points"]]
    sent_at = days.passed(then + _WRITTEN)
    values = {
        "version": 2, "state": "confirmed" if "confirmed" in told else "sent", "created_at": then,
        "handed_over_at": then, "handed_over_by": "eml", "sent_at": sent_at,
        **_mail(telling, call, points, version=2), **_confirmed(days, told, sent_at),
    }  # fmt: skip
    _version(telling, call, values, points, told=told["points"])


def _confirmed(days: Days, told: Story, sent_at: datetime) -> dict[str, object]:
    if "confirmed" not in told:
        return {}
    answer = told["confirmed"]
    confirmed_at = _later(days, answer["after"], sent_at)
    return {"confirmed_by": answer["who"], "confirmed_how": answer["how"], "confirmed_at": confirmed_at}


def _version(
    telling: Telling, call: _Call, values: Mapping[str, object], points: Sequence[Point], *,
    told: Sequence[Story],
) -> None:  # fmt: skip
    own = str(uuid7())
    named = {"message_id": _message_id(telling, own)} if "handed_over_at" in values else {}
    summary_id = telling.rows.add(
        "summary", {"interaction_id": call.interaction_id, "uuid": own, **named, **values}
    )
    for position, point in enumerate(points):
        kept = {name: getattr(point, name) for name in _OF_POINT}
        known = replace(point, uuid=str(uuid7()))
        point_id = telling.rows.add(
            "point", {**kept, "uuid": known.uuid, "summary_id": summary_id, "position": position}
        )
        if point.kind == "action" and values["state"] in _IN_FORCE:
            _task(telling, call, replace(known, id=point_id), told[position])


def _task(telling: Telling, call: _Call, point: Point, told: Story) -> None:
    """What became of an action: kept on the day that is told, or open still."""
    days = telling.days
    values = born(point, client_id=telling.client.id, me=_ME, at=call.ended)
    task = Task(
        0, "", str(values["title"]), side=str(values["side"]), due_on=point.due_on, created_at=call.ended
    )
    found = task_looks.would_look(days.desk, task)
    # what was to be looked at by now, was
    became: dict[str, object] = {"state": "checked" if found.reason == "now" else "open"}
    if "done" in told:
        became = {"state": "done", "done_at": _later(days, told["done"], call.ended)}
    elif point.due_on is not None and point.due_on < days.day(-_LONGEST_LATE):
        became = {"state": "done", "done_at": days.passed(days.moment(point.due_on, _LATE))}
    names = {"title": values["title"], "assignee": values["assignee"]}
    telling.rows.add("task", {**values, **became, "checkpoint_at": found.at, "folded": tasks.folded(names)})


def _message_id(telling: Telling, uuid: str) -> str:
    return f"<{uuid}@{str(telling.days.desk.settings['my_email']).rpartition('@')[2]}>"


def _mail(
    telling: Telling, call: _Call, points: Sequence[Point], *, version: int = 1, silent: bool = False
) -> dict[str, object]:
    """What went out, to the letter; while no answer still counted as accepted, it said so."""
    settings, client = telling.days.desk.settings, telling.client
    mail = render(
        SummaryMail(
            language=client.language,
            calendar=client.calendar,
            reference=call.reference,
            version=version,
            started_on=telling.days.local(call.began),
            channel=call.told.get("channel", "mobile"),
            occasion=call.told["occasion"],
            greeting_names=tuple(telling.people[place].name for place in call.told["with"]),
            points=tuple(points),
            closing=None,
            silence_accepts=silent,
            my_name=settings["my_name"],
            my_company=settings["my_company"],
            my_phone=settings["my_phone"],
            client_name=client.name,
        )
    )
    to = tuple(email for place in call.told["with"] if (email := telling.emails[place]))
    return {"sent_to": to, "subject": mail.subject, "sent_plain": mail.plain, "sent_html": mail.html}


def _later(days: Days, count: int, since: datetime, *, at: time = _ANSWERED_AT) -> datetime:
    """A moment some of the client's working days after another; on that day itself, at its end."""
    day = days.day(count, since=days.local(since))
    return days.passed(days.moment(day, at if count else _LATE))


def _point(days: Days, said_at: datetime, told: Story) -> Point:
    """A point; whether a promise was kept is said by its task."""
    return Point(
        kind=told["kind"],
        text=told["text"],
        change_kind=told.get("change"),
        from_value=told.get("from", ""),
        to_value=told.get("to", ""),
        effective_on=days.day(told["effective"]) if "effective" in told else None,
        side=told.get("side"),
        owner=told.get("owner", ""),
        due_on=days.day(told["due"]) if "due" in told else None,
        answered_on=days.day(told["after"], since=days.local(said_at)) if "answered" in told else None,
        answer=told.get("answered", ""),
    )
