"""The sample portfolio: forty clients in five languages, told in resources/sample and dated from today."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from datetime import datetime, time
from pathlib import Path

from amdesk.domain.calendars import PartialDate
from amdesk.domain.contact import Contact
from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_
from amdesk.services import clients, contacts, key_state, reminders
from amdesk.services.desk import Desk
from amdesk.services.open_desk import open_desk, refuse_absent
from amdesk.services.sample_calls import Rows, Story, Telling, tell
from amdesk.services.sample_dates import tell_dates
from amdesk.services.sample_days import Days, Diary, days_of
from amdesk.services.sample_goals import tell_goals
from amdesk.services.sample_tasks import tell_tasks
from amdesk.store import write_log
from amdesk.system import paths

_ME = {
    "my_name": "Noa Adler",
    "my_company": "Meridian Digital",
    "my_email": "noa@meridian.example",
    "my_phone": "+44 20 7946 0958",
}
_MORNING = time(8, 30)


def provide(folder: Path) -> None:
    """Put the sample into a folder that has no portfolio yet, or only a sample left unfinished."""
    if not key_state.is_plain_sample(folder):
        if paths.library(folder).exists() or not key_state.can_begin(folder):
            return  # a portfolio of one's own
        refuse_absent(folder)
        mark(folder)
    desk = open_desk(folder)
    try:
        if not clients.find(desk):
            fill(desk)
    finally:
        desk.close()


def mark(folder: Path) -> None:
    """Note of a folder that what will lie in it is the sample: nothing in it is real, so it has no key."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        paths.sample_mark(folder).touch()
    except OSError as error:
        raise AmdeskError(
            N_("No file could be made in {folder}. Choose a folder that can be written to and has room."),
            folder=str(folder),
        ) from error


def clear(folder: Path) -> None:
    """Take an earlier sample away; a portfolio that is not a sample is refused, and one that is open."""
    library = paths.library(folder)
    if not library.exists():
        return
    if not key_state.is_plain_sample(folder):
        raise AmdeskError(
            N_(
                "The portfolio in {folder} is not the sample, so it stays. Choose another folder with --data."
            ),
            folder=str(folder),
        )
    open_desk(folder).close()
    for one in (library, *write_log.beside(library)):
        one.unlink(missing_ok=True)


def fill(desk: Desk) -> None:
    """Put the sample into an empty desk: all of it or nothing."""
    for key, value in _ME.items():
        if not desk.settings[key]:
            desk.settings.choose(key, value)
    with desk.step(N_("Sample portfolio")):
        rows, stories = Rows(desk, Diary()), list(_stories())
        days = {country: days_of(desk, country) for country in {story["country"] for story in stories}}
        told = [(days[story["country"]], story) for story in stories]
        ids = [_client(desk, rows, its, story) for its, story in told]
        rows.write()
        for client_id, (its, story) in zip(ids, told, strict=True):
            tell_tasks(its, client_id, story)


def _stories() -> Iterator[Story]:
    for path in sorted(paths.resource("sample").glob("*.toml")):
        yield tomllib.loads(path.read_text(encoding="utf-8"))


def _client(desk: Desk, rows: Rows, days: Days, story: Story) -> int:
    own = ("name", "code", "stage", "tier", "vip", "language", "calendar", "country", "notes", "next_step")
    client_id = clients.add(
        days.at(_met(days, story)),
        **{key: story[key] for key in own if key in story},
        next_contact_on=days.day(story["next_contact"]) if "next_contact" in story else None,
    )
    _addresses(desk, client_id, story)
    people = [_contact(days, client_id, one) for one in story["contacts"]]
    tell_dates(desk, people, story["contacts"])
    emails = [one.get("email") for one in story["contacts"]]
    tell(Telling(rows, days, clients.get(desk, client_id), people, emails), story["calls"])
    tell_goals(desk, client_id, story)
    for told in story.get("reminders", ()):
        _reminder(days, client_id, people, told)
    return client_id


def _met(days: Days, story: Story) -> datetime:
    """The morning of the first day that is told of a client."""
    first = max(call.get("days_ago", 0) for call in story["calls"])
    return days.moment(days.day(-first), _MORNING)


def _contact(days: Days, client_id: int, told: Story) -> Contact:
    contact_id = contacts.add(
        days.desk,
        client_id,
        name=told["name"],
        role=told["role"],
        language=told.get("language"),
        notes=told.get("notes", ""),
        preferred_channel=told.get("channel"),
        preferred_hours=told.get("hours", ""),
        birthday=_birthday(told),
    )
    _addresses(days.desk, client_id, told, contact_id=contact_id)
    if "left" in told:
        contacts.mark_left(days.desk, contact_id, on=days.day(-told["left"]))
    return contacts.get(days.desk, contact_id)


def _reminder(days: Days, client_id: int, people: Sequence[Contact], told: Story) -> None:
    own = {key: told[key] for key in ("kind", "repeat", "urgent") if key in told}
    about = {"noun": "contact", "about": people[told["about"]].uuid} if "about" in told else {}
    made = reminders.add(
        _morning_of(days, told["set"]), text=told["text"], due_on=days.day(told["due"]), client_id=client_id,
        clock=told.get("time", ""), lead_minutes=told.get("lead", 0), **own, **about,
    )  # fmt: skip
    if "done" in told:
        reminders.finish(_morning_of(days, told["done"]), made)


def _morning_of(days: Days, count: int) -> Desk:
    """The desk on the morning of a working day."""
    return days.at(days.moment(days.day(count), _MORNING))


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
