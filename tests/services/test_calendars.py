"""Calendars out and in: what is ahead comes back as it left, and other programs' entries find a place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from amdesk.domain.calendars import PartialDate
from amdesk.domain.reminder import Reminder
from amdesk.services import (
    clients,
    contacts,
    exchange,
    interactions,
    personal_dates,
    reminders,
    summaries,
    tasks,
)
from amdesk.services.desk import Desk
from amdesk.services.exchange import ImportResult
from tests.desks import client_with_contact, desk, dump
from tests.files import bring, counts, told
from tests.portfolios import sample_desk


@pytest.fixture
def at_work() -> Iterator[Desk]:
    made = desk()
    yield made
    made.close()


def exported(at: Desk, folder: Path, *, relatives: bool = False) -> Path:
    (path,) = exchange.drain(exchange.export(at, folder, formats=("icalendar",), relatives=relatives))
    return path


def calendar(folder: Path, *entries: str, head: str = "") -> Path:
    """A calendar as another program writes it."""
    path = folder / "other.ics"
    body = "".join(entry.strip().replace("\n", "\r\n") + "\r\n" for entry in (head, *entries) if entry)
    path.write_bytes(f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{body}END:VCALENDAR\r\n".encode())
    return path


def event(*lines: str, uid: str = "one@example.org", kind: str = "VEVENT") -> str:
    return "\n".join([f"BEGIN:{kind}", f"UID:{uid}", *lines, f"END:{kind}"])


def take(at: Desk, folder: Path, *entries: str, head: str = "") -> ImportResult:
    return bring(at, calendar(folder, *entries, head=head))


def only_reminder(at: Desk) -> Reminder:
    (found,) = reminders.find(at)
    return reminders.get(at, found)


# out, and back


def without_changes(data: bytes) -> list[bytes]:
    """A calendar without when its records were last written."""
    return [line for line in data.split(b"\r\n") if not line.startswith((b"DTSTAMP", b"LAST-MODIFIED"))]


def test_what_is_ahead_comes_back_into_an_empty_file_as_it_left(tmp_path: Path) -> None:
    full, again = sample_desk(), desk()
    path = exported(full, tmp_path, relatives=True)
    result = bring(again, path)
    assert result.errors == ()
    back = exported(again, tmp_path / "again", relatives=True)
    assert sorted(without_changes(back.read_bytes())) == sorted(without_changes(path.read_bytes()))
    before = dump(full)
    for at in (full, again):
        kept = dump(at)
        assert bring(at, path).counts.duplicates == result.counts.rows
        assert dump(at) == kept
    assert dump(full) == before


def test_a_calendar_is_one_that_other_programs_read(tmp_path: Path) -> None:
    data = exported(sample_desk(), tmp_path).read_bytes()
    assert max(map(len, data.split(b"\r\n"))) <= 75
    for piece in data.split(b"\r\n"):
        piece.decode()  # no letter is cut in two
    read = Calendar.from_ical(data)
    uids = [str(one["UID"]) for one in read.walk() if "UID" in one]
    assert len(uids) == len(set(uids))
    assert all("DTSTAMP" in one for one in read.walk() if one.name in {"VEVENT", "VTODO"})


def parts(entry: Any) -> set[bytes]:
    """What its rule says, in no order."""
    rule: bytes = entry["RRULE"].to_ical()
    return set(rule.split(b";"))


def test_times_have_their_zone_and_days_are_days(at_work: Desk, tmp_path: Path) -> None:
    client, _maya = client_with_contact(at_work)
    reminders.add(
        at_work, text="Call, then; write\nback", due_on=date(2026, 12, 20), clock="14:30",
        zone="Asia/Jerusalem", client_id=client, lead_minutes=15, repeat="FREQ=MONTHLY",
    )  # fmt: skip
    reminders.add(at_work, text="All day", due_on=date(2026, 12, 31), repeat="FREQ=MONTHLY")
    read = Calendar.from_ical(exported(at_work, tmp_path).read_bytes())
    timed, whole = read.walk("VEVENT")
    assert str(timed["SUMMARY"]) == "Call, then; write\nback"
    assert timed["DTSTART"].to_ical() == b"20261220T143000"
    assert timed["DTSTART"].params["TZID"] == "Asia/Jerusalem"
    assert timed.walk("VALARM")[0]["TRIGGER"].to_ical() == b"-PT15M"
    assert [str(one["TZID"]) for one in read.walk("VTIMEZONE")] == ["Asia/Jerusalem"]
    assert whole["DTSTART"].to_ical() == b"20261231"
    assert whole.walk("VALARM")[0]["TRIGGER"].to_ical() == b"PT9H"
    assert parts(whole) == {
        b"FREQ=MONTHLY",
        b"BYMONTHDAY=28,29,30,31",
        b"BYSETPOS=-1",
    }


@pytest.mark.parametrize(
    ("given", "starts", "rule"),
    [
        (PartialDate(3, 14, 1985), [b"19850314"], b"FREQ=YEARLY"),
        (PartialDate(3, 14), [b"20000314"], b"FREQ=YEARLY"),
        (PartialDate(2, 29, 1988), [b"19880229"], b"FREQ=YEARLY;BYMONTHDAY=28,29;BYMONTH=2;BYSETPOS=-1"),
        (PartialDate(7, 15, 1364, "jalali"), [b"20271007", b"20281006", b"20291006"], b""),
        (PartialDate(7, 1, None, "hebrew"), [b"20271002", b"20280921", b"20290910"], b""),
    ],
)
def test_a_birthday_comes_every_year_in_its_own_calendar(
    at_work: Desk, tmp_path: Path, given: PartialDate, starts: list[bytes], rule: bytes
) -> None:
    client = clients.add(at_work, name="Acme")
    contacts.add(at_work, client, name="Ann", birthday=given)
    found = Calendar.from_ical(exported(at_work, tmp_path).read_bytes()).walk("VEVENT")
    assert [one["DTSTART"].to_ical() for one in found[:3]] == starts
    assert (parts(found[0]) if rule else set()) == set(filter(None, rule.split(b";")))
    again = desk()
    bring(again, tmp_path / "amdesk.ics")
    (person,) = clients.page(again, clients.find(again)[0]).contacts
    assert person.contact.birthday == given
    again.close()


def test_relatives_leave_only_where_that_is_asked_for(at_work: Desk, tmp_path: Path) -> None:
    _client, maya = client_with_contact(at_work)
    lia = personal_dates.add_relative(at_work, maya, name="Lia")
    personal_dates.add(at_work, given=PartialDate(5, 6, 2015), relative_id=lia)
    assert b"Lia" not in exported(at_work, tmp_path).read_bytes()
    assert b"Lia" in exported(at_work, tmp_path, relatives=True).read_bytes()


def test_what_was_done_here_stays_done_whatever_the_calendar_says(at_work: Desk, tmp_path: Path) -> None:
    client_with_contact(at_work)
    one = reminders.add(at_work, text="Call", due_on=date(2026, 12, 20))
    path = exported(at_work, tmp_path)
    reminders.finish(at_work, one)
    assert counts(bring(at_work, path)) == (0, 0, 1, 0)
    assert reminders.get(at_work, one).state == "done"


def test_a_reminder_moved_on_a_phone_that_keeps_only_the_usual_words_is_moved_here(
    at_work: Desk, tmp_path: Path
) -> None:
    reminders.add(at_work, text="Call", due_on=date(2026, 12, 20))
    uuid = only_reminder(at_work).uuid
    moved = event("SUMMARY:Call", "DTSTART:20261221T100000Z", uid=uuid)
    assert counts(take(at_work, tmp_path, moved)) == (0, 1, 0, 0)
    assert (only_reminder(at_work).due_on, only_reminder(at_work).clock) == (date(2026, 12, 21), "10:00")


# in, from other programs


def test_an_event_to_come_is_a_reminder_of_the_client_whose_people_take_part(
    at_work: Desk, tmp_path: Path
) -> None:
    client, _maya = client_with_contact(at_work)
    meeting = event(
        "SUMMARY:Quarterly review", "DTSTART;TZID=Asia/Jerusalem:20261220T143000", "LOCATION:Office",
        "ATTENDEE;CN=Maya:mailto:maya@northwind.example", "BEGIN:VALARM", "TRIGGER:-PT30M", "END:VALARM",
    )  # fmt: skip
    assert counts(take(at_work, tmp_path, meeting)) == (1, 0, 0, 0)
    found = only_reminder(at_work)
    assert (found.text, found.client_id) == ("Quarterly review · Office", client)
    assert (found.due_on, found.clock, found.zone) == (date(2026, 12, 20), "14:30", "Asia/Jerusalem")
    assert found.lead_minutes == 30
    before = dump(at_work)
    assert counts(take(at_work, tmp_path, meeting)) == (0, 0, 1, 0)
    assert dump(at_work) == before
    assert counts(take(at_work, tmp_path, meeting.replace("20261220", "20261222"))) == (0, 1, 0, 0)
    assert at_work.undo() == "Import"


def test_what_an_entry_becomes_is_told_before_it_is_kept(at_work: Desk, tmp_path: Path) -> None:
    entries = (
        event("SUMMARY:Call", "DTSTART:20261220T100000Z"),
        event("SUMMARY:Write", kind="VTODO"),
    )
    seen = exchange.preview(at_work, calendar(tmp_path, *entries))
    assert [str(one.message) for one in seen.verdicts] == ["It becomes a reminder.", "It becomes a task."]


def test_the_name_of_a_client_in_the_title_says_whose_it_is(at_work: Desk, tmp_path: Path) -> None:
    client, _maya = client_with_contact(at_work)
    take(at_work, tmp_path, event("SUMMARY:Lunch with northwind traders?", "DTSTART:20261220T143000Z"))
    assert only_reminder(at_work).client_id == client


def test_a_meeting_that_has_been_is_logged_and_wants_no_summary(at_work: Desk, tmp_path: Path) -> None:
    client_with_contact(at_work, next_contact_on=date(2026, 12, 1))
    meeting = event(
        "SUMMARY:Kick-off", "DTSTART:20261101T090000Z", "DTEND:20261101T101500Z", "LOCATION:https://zoom.us/j/1",
        "ORGANIZER:MAILTO:Maya@Northwind.example",
    )  # fmt: skip
    assert counts(take(at_work, tmp_path, meeting)) == (1, 0, 0, 0)
    (call,) = interactions.find(at_work)
    kept = interactions.get(at_work, call)
    assert (kept.started_at, kept.minutes) == (datetime(2026, 11, 1, 9, tzinfo=UTC), 75)
    assert (kept.channel, kept.occasion) == ("video", "Kick-off")
    summary = summaries.newest(at_work, call)
    assert summary is not None
    assert summary.state == "not_needed"
    assert clients.get(at_work, kept.client_id).next_contact_on == date(2026, 12, 1)
    assert counts(take(at_work, tmp_path, meeting)) == (0, 0, 1, 0)


def test_a_birthday_finds_its_contact_and_guesses_no_year(at_work: Desk, tmp_path: Path) -> None:
    client_with_contact(at_work)
    day = event("SUMMARY:Maya Stern's birthday", "DTSTART;VALUE=DATE:20260409", "RRULE:FREQ=YEARLY")
    day = day.replace("'s", "")
    assert counts(take(at_work, tmp_path, day)) == (0, 1, 0, 0)
    (person,) = clients.page(at_work, clients.find(at_work)[0]).contacts
    assert person.contact.birthday == PartialDate(4, 9)
    assert counts(take(at_work, tmp_path, day)) == (0, 0, 1, 0)


def test_a_birthday_of_nobody_known_is_a_reminder_of_every_year(at_work: Desk, tmp_path: Path) -> None:
    day = event("SUMMARY:יום הולדת של סבתא", "DTSTART;VALUE=DATE:19400409", "RRULE:FREQ=YEARLY")
    assert counts(take(at_work, tmp_path, day)) == (1, 0, 0, 0)
    found = only_reminder(at_work)
    assert (found.due_on, found.repeat, found.kind) == (date(2027, 4, 9), "FREQ=YEARLY", "personal")


def test_a_task_is_a_task_and_one_done_is_done(at_work: Desk, tmp_path: Path) -> None:
    open_one = event("SUMMARY:Write", "DUE;VALUE=DATE:20261220", "DESCRIPTION:All of it", kind="VTODO")
    done = event("SUMMARY:Read", "STATUS:COMPLETED", "COMPLETED:20261201T080000Z", uid="two", kind="VTODO")
    assert counts(take(at_work, tmp_path, open_one, done)) == (2, 0, 0, 0)
    kept = {one.title: one for one in (tasks.get(at_work, number) for number in (1, 2))}
    assert (kept["Write"].due_on, kept["Write"].requirements) == (date(2026, 12, 20), "All of it")
    assert (kept["Read"].state, kept["Read"].done_at) == ("done", datetime(2026, 12, 1, 8, tzinfo=UTC))
    assert counts(take(at_work, tmp_path, open_one, done)) == (0, 0, 2, 0)


def test_a_row_of_events_goes_on_from_today_and_stays_where_it_is_here(at_work: Desk, tmp_path: Path) -> None:
    weekly = event("SUMMARY:Stand-up", "DTSTART:20260105T090000Z", "RRULE:FREQ=WEEKLY")
    take(at_work, tmp_path, weekly)
    assert only_reminder(at_work).due_on == date(2026, 12, 14)
    reminders.finish(at_work, only_reminder(at_work).id)
    assert only_reminder(at_work).due_on == date(2026, 12, 21)
    assert counts(take(at_work, tmp_path, weekly)) == (0, 0, 1, 0)
    assert only_reminder(at_work).due_on == date(2026, 12, 21)


def test_days_left_out_and_added_are_kept_and_leave_again(at_work: Desk, tmp_path: Path) -> None:
    weekly = event(
        "SUMMARY:Stand-up", "DTSTART;TZID=Europe/Berlin:20261216T090000", "RRULE:FREQ=WEEKLY",
        "EXDATE;TZID=Europe/Berlin:20261223T090000,20261230T090000", "EXDATE:20261216T080000Z",
        "RDATE;TZID=Europe/Berlin:20261221T090000",
    )  # fmt: skip
    assert "days" not in str(exchange.preview(at_work, calendar(tmp_path, weekly)).verdicts[0].message)
    take(at_work, tmp_path, weekly)
    assert only_reminder(at_work).due_on == date(2026, 12, 21), "the first day itself is left out"
    reminders.finish(at_work, only_reminder(at_work).id)
    assert only_reminder(at_work).due_on == date(2027, 1, 6)
    written = exported(at_work, tmp_path / "out")
    (entry,) = (one for one in Calendar.from_ical(written.read_bytes()).walk("VEVENT"))
    left_out: Any = entry["EXDATE"]
    days = {day.dt.date() for told in left_out for day in told.dts}
    assert days == {date(2026, 12, 16), date(2026, 12, 23), date(2026, 12, 30)}
    again = desk()
    bring(again, written)
    assert only_reminder(again).repeat == only_reminder(at_work).repeat
    assert counts(take(at_work, tmp_path, weekly)) == (0, 0, 1, 0)


@pytest.mark.parametrize(
    "told", ["EXDATE:20261223T100000Z", "EXDATE:nonsense", "RDATE:20261221T100000Z", "EXRULE:FREQ=MONTHLY"]
)
def test_what_is_not_kept_of_the_days_is_told(at_work: Desk, tmp_path: Path, told: str) -> None:
    weekly = event("SUMMARY:Stand-up", "DTSTART:20261216T090000Z", "RRULE:FREQ=WEEKLY", told)
    seen = exchange.preview(at_work, calendar(tmp_path, weekly))
    assert "its days" in str(seen.verdicts[0].message) or "more days" in str(seen.verdicts[0].message)
    exchange.drain(exchange.run(at_work, seen))
    assert only_reminder(at_work).repeat == "FREQ=WEEKLY"


@pytest.mark.parametrize(
    "rule", ["FREQ=SECONDLY", "FREQ=HOURLY;INTERVAL=2", "FREQ=DAILY;INTERVAL=0", "NONSENSE"]
)
def test_a_rule_that_is_not_kept_is_told_and_the_event_comes_once(
    at_work: Desk, tmp_path: Path, rule: str
) -> None:
    path = calendar(tmp_path, event("SUMMARY:Tick", "DTSTART:20261220T090000Z", f"RRULE:{rule}"))
    seen = exchange.preview(at_work, path)
    assert "comes once" in str(seen.verdicts[0].message)
    exchange.drain(exchange.run(at_work, seen))
    assert only_reminder(at_work).repeat == ""


ISRAEL = """
BEGIN:VTIMEZONE
TZID:Ours
BEGIN:STANDARD
DTSTART:16010101T020000
TZOFFSETFROM:+0300
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;INTERVAL=1;BYMONTH=10;BYDAY=-1SU
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0200
TZOFFSETTO:+0300
RRULE:FREQ=YEARLY;INTERVAL=1;BYMONTH=3;BYDAY=-1FR
END:DAYLIGHT
END:VTIMEZONE
"""


@pytest.mark.parametrize(
    ("zone", "clock"),
    [
        ("W. Europe Standard Time", ("10:00", "Europe/Berlin")),
        ("/example.org/2026/Asia/Tehran", ("10:00", "Asia/Tehran")),
        ("Ours", ("08:00", "UTC")),
        ("Nowhere/At all", ("10:00", "UTC")),
    ],
)
def test_zones_are_found_by_whatever_name_or_told(
    at_work: Desk, tmp_path: Path, zone: str, clock: tuple[str, str]
) -> None:
    entry = event("SUMMARY:Call", f"DTSTART;TZID={zone}:20261220T100000")
    seen = exchange.preview(at_work, calendar(tmp_path, entry, head=ISRAEL))
    exchange.drain(exchange.run(at_work, seen))
    assert (only_reminder(at_work).clock, only_reminder(at_work).zone) == clock
    assert ("not known" in str(seen.verdicts[0].message)) == (zone == "Nowhere/At all")


def test_a_zone_that_changes_every_second_is_not_followed(at_work: Desk, tmp_path: Path) -> None:
    endless = ISRAEL.replace("FREQ=YEARLY;INTERVAL=1;BYMONTH=10;BYDAY=-1SU", "FREQ=SECONDLY")
    take(at_work, tmp_path, event("SUMMARY:Call", "DTSTART;TZID=Ours:20261220T100000"), head=endless)
    assert only_reminder(at_work).clock == "10:00"


def test_what_brings_nothing_says_why_with_its_line(at_work: Desk, tmp_path: Path) -> None:
    result = take(
        at_work, tmp_path,
        event("SUMMARY:Gone", "DTSTART:20261220T100000Z", "STATUS:CANCELLED", uid="1"),
        event("SUMMARY:Past", "DTSTART:20200101T100000Z", uid="2"),
        event("DTSTART:20261220T100000Z", uid="3"),
        event("SUMMARY:No day", uid="4"),
        event("SUMMARY:Far", "DTSTART:99991231T235959Z", uid="5"),
        event("SUMMARY:Diary", kind="VJOURNAL", uid="6"),
        "BEGIN:VEVENT\nSUMMARY:Cut",
    )  # fmt: skip
    said = zip(
        told(result),
        ["called off", "over", "title", "no date", "far away", "VJOURNAL", "cut off"],
        strict=True,
    )
    assert all(word in text for text, word in said)
    assert [error.line for error in result.errors] == [3, 9, 14, 18, 22, 27, 31]


def test_a_calendar_that_calls_off_puts_nothing_in(at_work: Desk, tmp_path: Path) -> None:
    result = take(at_work, tmp_path, event("SUMMARY:X", "DTSTART:20261220T100000Z"), head="METHOD:CANCEL")
    assert "called off" in told(result)[0]
