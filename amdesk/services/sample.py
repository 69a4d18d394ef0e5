"""The sample portfolio: twelve clients in five languages, told in resources/sample and dated from today."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from amdesk.domain.calendars import PartialDate
from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_
from amdesk.domain.points import Point
from amdesk.domain.summary import CHASE_AFTER
from amdesk.domain.workdays import add_workdays, is_workday
from amdesk.i18n.languages import weekend_of
from amdesk.services import clients, contacts, interactions, summaries
from amdesk.services.desk import Desk
from amdesk.services.open_desk import open_desk
from amdesk.system import paths
from amdesk.system.settings import Settings

_ME = {
    "my_name": "Noa Adler",
    "my_company": "Meridian Digital",
    "my_email": "noa@meridian.example",
    "my_phone": "+44 20 7946 0958",
}
_WRITTEN = timedelta(minutes=20)  # after the call
_SENT = timedelta(minutes=45)
_ANSWERED_AT, _CHASED_AT = time(11, 40), time(10, 5)

Story = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Week:
    """A client's week as seen from the desk: days are counted in its working days, from today."""

    desk: Desk
    weekend: frozenset[int]

    def day(self, count: int, *, since: date | None = None) -> date:
        """The ``count``-th working day after (or before) a day, or that day itself for 0."""
        day = since or self.desk.today()
        if count >= 0:
            return add_workdays(day, count, weekend=self.weekend)
        for _ in range(-count):
            day -= timedelta(days=1)
            while not is_workday(day, weekend=self.weekend):
                day -= timedelta(days=1)
        return day

    def moment(self, day: date, at: time) -> datetime:
        """A wall clock's time on a day where the person is."""
        return datetime.combine(day, at, self.desk.zone)

    def at(self, moment: datetime) -> Desk:
        """The desk as it was at a moment; never later than now."""
        passed = min(moment, self.desk.now())
        return replace(self.desk, clock=lambda: passed)


def provide(folder: Path) -> None:
    """Put the sample into a folder that has no portfolio yet, or only a sample left unfinished."""
    there = paths.library(folder).exists()
    desk = open_desk(folder)
    try:
        if not there:
            paths.sample_mark(folder).touch()
        if paths.sample_mark(folder).exists() and not clients.find(desk):
            fill(desk)
    finally:
        desk.close()


def clear(folder: Path) -> None:
    """Take an earlier sample away; a portfolio that is not a sample is refused, and one that is open."""
    library = paths.library(folder)
    if not library.exists():
        return
    if not paths.sample_mark(folder).exists():
        raise AmdeskError(
            N_(
                "The portfolio in {folder} is not the sample, so it stays. Choose another folder with --data."
            ),
            folder=str(folder),
        )
    open_desk(folder).close()
    for name in (library.name, f"{library.name}-wal", f"{library.name}-shm"):
        library.with_name(name).unlink(missing_ok=True)


def fill(desk: Desk) -> None:
    """Put the sample into an empty desk: all of it or nothing."""
    for key, value in _ME.items():
        if not desk.settings[key]:
            desk.settings.choose(key, value)
    with desk.step(N_("Sample portfolio")):
        for story in _stories():
            _client(desk, story)


def _stories() -> Iterator[Story]:
    for path in sorted(paths.resource("sample").glob("*.toml")):
        yield tomllib.loads(path.read_text(encoding="utf-8"))


def _client(desk: Desk, story: Story) -> None:
    week = _Week(desk, weekend_of(story["country"]))
    own = ("name", "code", "stage", "tier", "vip", "language", "calendar", "country", "notes", "next_step")
    client_id = clients.add(desk, **{key: story[key] for key in own if key in story})
    _addresses(desk, client_id, story)
    people = [_contact(week, client_id, one) for one in story["contacts"]]
    for call in sorted(story["calls"], key=lambda call: -call.get("days_ago", 0)):
        _call(week, client_id, people, call)
    clients.change(desk, client_id, next_contact_on=week.day(story["next_contact"]))


def _contact(week: _Week, client_id: int, told: Story) -> int:
    contact_id = contacts.add(
        week.desk,
        client_id,
        name=told["name"],
        role=told["role"],
        notes=told.get("notes", ""),
        preferred_channel=told.get("channel"),
        preferred_hours=told.get("hours", ""),
        birthday=_birthday(told),
    )
    _addresses(week.desk, client_id, told, contact_id=contact_id)
    if "left" in told:
        contacts.mark_left(week.desk, contact_id, on=week.day(-told["left"]))
    return contact_id


def _birthday(told: Story) -> PartialDate | None:
    """``1984-03-09``, or ``--05-20`` without a year, in the calendar named beside it."""
    if "birthday" not in told:
        return None
    year, month, day = told["birthday"].rsplit("-", 2)
    known = None if year == "-" else int(year)
    return PartialDate(int(month), int(day), known, told.get("birthday_calendar", "gregorian"))


def _addresses(desk: Desk, client_id: int, told: Story, *, contact_id: int | None = None) -> None:
    kinds = {
        "mobile": ("phone", "mobile"),
        "office": ("phone", "office"),
        "email": ("email", "office"),
        "web": ("web", "office"),
    }
    for key, (medium, label) in kinds.items():
        if key in told:
            contacts.add_address(
                desk, client_id, medium=medium, value=told[key], label=label, contact_id=contact_id
            )


def _call(week: _Week, client_id: int, people: Sequence[int], told: Story) -> None:
    began = _began(week, told)
    minutes = told.get("minutes", 0)
    ended = began + timedelta(minutes=minutes)
    interaction_id = interactions.log(
        week.at(ended),
        client_id=client_id,
        contact_ids=[people[place] for place in told["with"]],
        channel=told.get("channel", "mobile"),
        direction=told.get("direction", "out"),
        outcome=told.get("outcome", "reached"),
        started_at=began,
        minutes=minutes,
        occasion=told["occasion"],
        participants=told.get("participants", ""),
        private_note=told.get("private", ""),
    )
    if "summary" in told:
        _summary(week, interaction_id, ended, told["summary"])


def _began(week: _Week, told: Story) -> datetime:
    if "minutes_ago" in told:
        return week.desk.now() - timedelta(minutes=told["minutes_ago"])
    return week.moment(week.day(-told["days_ago"]), time.fromisoformat(told["time"]))


def _summary(week: _Week, interaction_id: int, ended: datetime, told: Story) -> None:
    """One version of a summary, brought to the state it is told to end in."""
    then = week.at(ended + _WRITTEN)
    summary_id = summaries.start(then, interaction_id)
    summaries.write(then, summary_id, [_point(week, ended, one) for one in told.get("points", ())])
    if told["state"] == "not_needed":
        summaries.not_needed(then, summary_id, reason=told["reason"])
    elif told["state"] != "draft":
        summaries.hand_over(week.at(ended + _SENT), summary_id, by=told.get("by", "eml"))
        if told["state"] != "handed_over":
            _sent(week, summary_id, ended + _SENT, told)


def _sent(week: _Week, summary_id: int, moment: datetime, told: Story) -> None:
    """What became of a summary after it was handed over: sent, chased, answered or not."""
    sending = week.at(moment)
    if told["state"] == "silent":
        sending = replace(sending, settings=_silence_accepts(week.desk))
    summaries.mark_sent(sending, summary_id)
    sent_on = sending.today()
    for days in CHASE_AFTER[: told.get("chases", 0)]:
        summaries.chase(_later(week, days, sent_on, at=_CHASED_AT), summary_id)
    if told["state"] == "no_answer":
        summaries.give_up(_later(week, CHASE_AFTER[-1] + 2, sent_on), summary_id)
    elif told["state"] == "silent":
        summaries.accept_silently(sending, summary_id)
    elif told["state"] == "confirmed":
        answer = told["confirmed"]
        then = _later(week, answer["after"], sent_on)
        summaries.confirm(then, summary_id, who=answer["who"], how=answer["how"])
    if "corrected" in told:
        _corrected(week, summary_id, sent_on, told["corrected"])


def _corrected(week: _Week, summary_id: int, sent_on: date, told: Story) -> None:
    """The second version, sent soon after the client had asked for it."""
    then = _later(week, told["after"], sent_on)
    second = summaries.correct(then, summary_id)
    summaries.write(then, second, [_point(week, then.now(), one) for one in told["points"]])
    summaries.hand_over(then, second, by="eml")
    summaries.mark_sent(week.at(then.now() + _WRITTEN), second)


def _later(week: _Week, days: int, since: date, *, at: time = _ANSWERED_AT) -> Desk:
    """The desk some of the client's working days after a day; on that day itself, at its end."""
    day = week.day(days, since=since)
    return week.at(week.moment(day, at if days else time(18, 15)))


def _silence_accepts(desk: Desk) -> Settings:
    """The person's settings as they were while no answer still counted as accepted."""
    former = Settings()
    for key in _ME:
        former.choose(key, desk.settings[key])
    former.choose("silence_accepts", True)
    return former


def _point(week: _Week, said_at: datetime, told: Story) -> Point:
    answered = "answered" in told
    said_on = said_at.astimezone(week.desk.zone).date()
    return Point(
        kind=told["kind"],
        text=told["text"],
        change_kind=told.get("change"),
        from_value=told.get("from", ""),
        to_value=told.get("to", ""),
        effective_on=week.day(told["effective"]) if "effective" in told else None,
        side=told.get("side"),
        owner=told.get("owner", ""),
        due_on=week.day(told["due"]) if "due" in told else None,
        answered_on=week.day(told["after"], since=said_on) if answered else None,
        answer=told.get("answered", ""),
    )
