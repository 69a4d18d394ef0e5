"""The sample portfolio: forty clients, five languages, a year of calls, every state, whatever the day."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from statistics import median
from zoneinfo import ZoneInfo

import pytest

from amdesk.domain.client import STAGES
from amdesk.domain.errors import AmdeskError
from amdesk.domain.interaction import CHANNELS, CallLine
from amdesk.domain.summary import CONFIRMED_HOW, STATES, Summary
from amdesk.domain.workdays import is_workday
from amdesk.services import clients, drafts, interactions, sample, summaries, tasks
from amdesk.services.agenda import today
from amdesk.services.check import check
from amdesk.services.desk import Desk
from amdesk.services.open_desk import open_in_memory
from amdesk.services.week import work_week
from amdesk.system import paths
from tests.desks import Clock, client_with_contact, dump, open_desk
from tests.portfolios import sample_desk

# A noon, an early morning of a new year, a weekend of each kind, a day on which clocks change.
MOMENTS = [
    datetime(2026, 12, 14, 12, 0, tzinfo=UTC),
    datetime(2027, 1, 1, 0, 3, tzinfo=UTC),
    datetime(2026, 12, 18, 8, 0, tzinfo=UTC),
    datetime(2026, 12, 20, 23, 50, tzinfo=UTC),
    datetime(2027, 3, 28, 1, 30, tzinfo=UTC),
]
ZONE = ZoneInfo("Europe/Athens")
# Days from one conversation to the next, half of the time: S23 of the trade, and the tiers' own rhythm.
RHYTHM = {"A": (5, 14), "B": (12, 28), "C": (24, 50)}


def filled(moment: datetime = MOMENTS[0]) -> Desk:
    """A desk with the sample, at a moment."""
    return sample_desk(moment, ZONE)


def calls(desk: Desk) -> list[CallLine]:
    return interactions.lines(desk, interactions.find(desk, limit=10_000))


def versions(desk: Desk) -> Iterator[Summary]:
    for call in calls(desk):
        yield from summaries.versions(desk, call.id)


def stories() -> Iterator[dict[str, object]]:
    """What the files tell."""
    for path in sorted(paths.resource("sample").glob("*.toml")):
        yield tomllib.loads(path.read_text(encoding="utf-8"))


def test_there_are_forty_clients_in_five_languages_with_people_and_numbers() -> None:
    desk = filled()
    portfolio = [clients.page(desk, client_id) for client_id in clients.find(desk)]
    assert Counter(page.client.language for page in portfolio) == dict.fromkeys(
        ("en", "he", "fa", "ru", "el"), 8
    )
    assert {page.client.tier for page in portfolio} == {"A", "B", "C"}
    assert {page.client.stage for page in portfolio} == set(STAGES)
    assert sum(page.client.vip for page in portfolio) == 8
    numbers = Counter(a.normal for page in portfolio for card in page.contacts for a in card.addresses)
    assert set(numbers.values()) == {1}
    for page in portfolio:
        mine = [a for card in page.contacts for a in card.addresses if a.medium == "phone"]
        assert mine
        assert all(a.normal and a.normal.startswith("+") for a in mine)
        mails = [a.value for card in page.contacts for a in card.addresses if a.medium == "email"]
        assert mails
        assert all(mail.endswith(".example") for mail in mails)
        assert page.client.notes
        assert page.client.next_step
    birthdays = [
        card.contact.birthday for page in portfolio for card in page.contacts if card.contact.birthday
    ]
    assert {birthday.calendar for birthday in birthdays} == {"gregorian", "jalali", "hebrew"}
    assert {birthday.year is None for birthday in birthdays} == {True, False}


def test_clients_are_heard_as_often_as_their_tier_asks_for_a_year() -> None:
    desk = filled()
    assert 600 <= len(calls(desk)) <= 900
    for line in clients.lines(desk, clients.find(desk)):
        reached = sorted(
            c.started_at for c in calls(desk) if c.client_id == line.id and c.outcome == "reached"
        )
        gaps = [(later - earlier) / timedelta(days=1) for earlier, later in pairwise(reached)]
        if line.stage in {"active", "at_risk", "dormant", "former"}:
            least, most = RHYTHM[line.tier or ""]
            assert least <= median(gaps) <= most, line.name
            assert timedelta(days=300) < desk.now() - reached[0] < timedelta(days=390), line.name


@pytest.mark.parametrize("moment", MOMENTS, ids=str)
def test_every_state_is_there_whatever_the_day(moment: datetime) -> None:
    desk = filled(moment)
    assert {call.state for call in calls(desk)} == {"missing", *STATES} - {"corrected"}
    assert {call.channel for call in calls(desk)} == set(CHANNELS) - {"post", "other"}
    assert {call.outcome for call in calls(desk)} == {"reached", "not_reached"}
    assert {version.state for version in versions(desk)} == set(STATES)
    assert {v.confirmed_how for v in versions(desk) if v.state == "confirmed"} == set(CONFIRMED_HOW)
    kinds = {point.kind for version in versions(desk) for point in summaries.points(desk, version.id)}
    assert kinds == {"decision", "change", "action", "insight", "question"}
    assert check(desk) == ()


@pytest.mark.parametrize("moment", MOMENTS, ids=str)
def test_nothing_lies_in_the_future_and_everything_follows_in_order(moment: datetime) -> None:
    desk = filled(moment)
    for call in calls(desk):
        assert call.started_at < moment
        for version in summaries.versions(desk, call.id):
            told = (
                call.started_at, version.created_at, version.handed_over_at, version.sent_at,
                version.chased_at, version.confirmed_at,
            )  # fmt: skip
            passed = [one for one in told if one is not None]
            assert passed == sorted(passed)
            assert passed[-1] <= moment
            answers = [p.answered_on for p in summaries.points(desk, version.id) if p.answered_on]
            assert all(on <= desk.today() for on in answers)


@pytest.mark.parametrize("moment", MOMENTS, ids=str)
def test_calls_took_place_in_working_hours_on_working_days_of_the_client(moment: datetime) -> None:
    desk = filled(moment)
    weeks = {line.id: work_week(clients.get(desk, line.id).country or "")
             for line in clients.lines(desk, clients.find(desk))}  # fmt: skip
    just_now = moment - timedelta(minutes=70)
    for call in calls(desk):
        began, week = call.started_at.astimezone(ZONE), weeks[call.client_id]
        if call.started_at != just_now:
            assert is_workday(began.date(), weekend=week.weekend, holidays=week.holidays), call.reference
            assert 8 <= began.hour < 19, call.reference


@pytest.mark.parametrize("moment", MOMENTS, ids=str)
def test_nobody_is_on_two_phones_at_once(moment: datetime) -> None:
    times = sorted((c.started_at, c.started_at + timedelta(minutes=c.minutes)) for c in calls(filled(moment)))
    assert all(ended <= began for (_, ended), (began, _) in pairwise(times))


def test_the_sample_is_as_old_on_every_day() -> None:
    ages = []
    for moment in MOMENTS[0], MOMENTS[4]:
        desk = filled(moment)
        ages.append({call.reference[:3]: (moment - call.started_at).days for call in reversed(calls(desk))})
    assert all(abs(ages[0][code] - ages[1][code]) <= 12 for code in ages[0])


def test_no_promise_is_older_than_two_months() -> None:
    desk = filled()
    promises = [one.task for client_id in clients.find(desk) for one in tasks.promises(desk, client_id)]
    assert {one.side for one in promises} == {"us", "colleague", "client", "third"}
    assert all(one.due_on and one.assignee and one.created_at for one in promises)
    assert all(desk.now() - (one.created_at or desk.now()) < timedelta(days=60) for one in promises)


def test_no_point_is_said_twice() -> None:
    desk = filled()
    newest = (version for version in versions(desk) if version.state != "corrected")
    said = Counter(
        point.text
        for version in newest
        for point in summaries.points(desk, version.id)
        if point.kind != "change"
    )
    assert [text for text, times in said.items() if times > 1] == []


def test_what_the_files_tell_is_understood() -> None:
    known = {
        "days_ago", "minutes_ago", "time", "channel", "direction", "outcome", "minutes", "with", "occasion",
        "participants", "private", "summary", "state", "reason", "by", "chases", "confirmed", "corrected",
        "points", "after", "kind", "text", "change", "from", "to", "effective", "side", "owner", "due",
        "answered", "who", "how", "done",
    }  # fmt: skip

    def names(told: object) -> Iterator[str]:
        if isinstance(told, dict):
            yield from told
        for one in told.values() if isinstance(told, dict) else told if isinstance(told, list) else ():
            yield from names(one)

    assert {name for story in stories() for name in names(story["calls"])} <= known


def test_today_has_something_to_write_to_chase_and_to_contact() -> None:
    agenda = today(filled())
    sections = {section.name: section.rows for section in agenda.sections}
    assert [row.urgent for row in sections["summaries"]].count(True) >= 1
    assert any(row.age_days == 0 and not row.urgent for row in sections["summaries"])
    assert {row.action for row in sections["confirmations"]} == {"call", "chase", "open", "sent"}
    assert {row.urgent for row in sections["clients"]} == {True, False}
    assert sections["questions"][0].age_days > 14


def test_the_mails_are_signed_and_written_in_the_clients_language() -> None:
    sent = [version.sent_plain for version in versions(filled()) if version.sent_at]
    assert all("Noa Adler" in mail for mail in sent)
    for letters in ("שלום", "سلام", "Здравствуйте", "Γεια σας", "Dear"):
        assert any(letters in mail for mail in sent), letters


def test_the_mails_are_those_that_the_desk_would_have_written() -> None:
    desk = filled()
    kept = [version for version in versions(desk) if version.sent_at]
    with desk.step("Forget what went out"):
        desk.store.execute("UPDATE summary SET sent_plain = '', sent_html = ''")
    for version in kept:
        desk.settings.choose("silence_accepts", version.state == "silent")
        draft = drafts.compose(desk, version.id)
        assert (draft.to, draft.message_id) == (version.sent_to, version.message_id)
        assert (draft.subject, draft.plain, draft.html) == (
            version.subject, version.sent_plain, version.sent_html
        )  # fmt: skip
        assert not [guard for guard in drafts.guards(desk, version.id) if guard.blocks]


def test_the_sample_is_one_step_all_of_it_or_nothing() -> None:
    desk = open_in_memory(clock=Clock())
    heard: list[str] = []
    desk.listen(lambda touched: heard.append(touched.label))
    sample.fill(desk)
    assert heard == ["Sample portfolio"]
    assert desk.undo() == "Sample portfolio"
    assert all(not rows for rows in dump(desk).values())


def test_a_folder_gets_the_sample_once_and_keeps_what_was_done_to_it(tmp_path: Path) -> None:
    sample.provide(tmp_path)
    desk = open_desk(tmp_path)
    clients.remove(desk, clients.find(desk)[0])
    with pytest.raises(AmdeskError, match="already open"):
        sample.clear(tmp_path)
    desk.close()
    sample.provide(tmp_path)
    desk = open_desk(tmp_path)
    assert len(clients.find(desk)) == 39
    desk.close()


def test_a_sample_left_unfinished_is_finished_the_next_time(tmp_path: Path) -> None:
    paths.sample_mark(tmp_path).touch()
    open_desk(tmp_path).close()
    sample.provide(tmp_path)
    desk = open_desk(tmp_path)
    assert len(clients.find(desk)) == 40
    desk.close()


def test_a_portfolio_of_ones_own_is_neither_filled_nor_cleared(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    client_with_contact(desk)
    desk.close()
    sample.provide(tmp_path)
    with pytest.raises(AmdeskError, match="is not the sample"):
        sample.clear(tmp_path)
    desk = open_desk(tmp_path)
    assert len(clients.find(desk)) == 1
    desk.close()
