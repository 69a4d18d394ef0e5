"""The sample portfolio: twelve clients, five languages, every state, whatever the day."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from amdesk.domain.errors import AmdeskError
from amdesk.domain.summary import STATES
from amdesk.domain.workdays import is_workday
from amdesk.i18n.languages import weekend_of
from amdesk.services import clients, interactions, sample, summaries
from amdesk.services.agenda import today
from amdesk.services.check import check
from amdesk.services.desk import Desk
from amdesk.services.open_desk import open_desk, open_in_memory
from tests.desks import Clock, MailBox, client_with_contact, dump

# A noon, an early morning of a new year, a weekend of each kind, a day on which clocks change.
MOMENTS = [
    datetime(2026, 12, 14, 12, 0, tzinfo=UTC),
    datetime(2027, 1, 1, 0, 3, tzinfo=UTC),
    datetime(2026, 12, 18, 8, 0, tzinfo=UTC),
    datetime(2026, 12, 20, 23, 50, tzinfo=UTC),
    datetime(2027, 3, 28, 1, 30, tzinfo=UTC),
]


def filled(moment: datetime = MOMENTS[0], zone: str = "Europe/Athens") -> Desk:
    """A desk with the sample, at a moment."""
    desk = open_in_memory(clock=Clock(moment), zone=ZoneInfo(zone), mail=MailBox())
    sample.fill(desk)
    return desk


def test_there_are_twelve_clients_in_five_languages_with_people_and_numbers() -> None:
    desk = filled()
    portfolio = [clients.page(desk, client_id) for client_id in clients.find(desk)]
    assert Counter(page.client.language for page in portfolio) == {
        "en": 3,
        "he": 3,
        "fa": 2,
        "ru": 2,
        "el": 2,
    }
    assert {page.client.tier for page in portfolio} == {"A", "B", "C"}
    assert sum(page.client.vip for page in portfolio) == 3
    for page in portfolio:
        numbers = [a for card in page.contacts for a in card.addresses if a.medium == "phone"]
        assert numbers
        assert all(a.normal and a.normal.startswith("+") for a in numbers)
        assert any(a.medium == "email" for card in page.contacts for a in card.addresses)
        assert page.client.notes
        assert page.client.next_step
    birthdays = [
        card.contact.birthday for page in portfolio for card in page.contacts if card.contact.birthday
    ]
    assert {birthday.calendar for birthday in birthdays} == {"gregorian", "jalali"}
    assert any(birthday.year is None for birthday in birthdays)


@pytest.mark.parametrize("moment", MOMENTS, ids=str)
def test_every_state_is_there_whatever_the_day(moment: datetime) -> None:
    desk = filled(moment)
    calls = interactions.lines(desk, interactions.find(desk))
    assert {call.state for call in calls} == {"missing", *STATES} - {"corrected"}
    versions = [v for call in calls for v in summaries.versions(desk, call.id)]
    assert {version.state for version in versions} == set(STATES)
    assert any(call.outcome == "not_reached" for call in calls)
    kinds = {point.kind for version in versions for point in summaries.points(desk, version.id)}
    assert kinds == {"decision", "change", "action", "insight", "question"}
    assert check(desk) == ()


@pytest.mark.parametrize("moment", MOMENTS, ids=str)
def test_nothing_lies_in_the_future_and_everything_follows_in_order(moment: datetime) -> None:
    desk = filled(moment)
    for call in interactions.lines(desk, interactions.find(desk)):
        assert call.started_at < moment
        for version in summaries.versions(desk, call.id):
            told = (
                call.started_at, version.created_at, version.handed_over_at, version.sent_at,
                version.chased_at, version.confirmed_at,
            )  # fmt: skip
            passed = [one for one in told if one is not None]
            assert passed == sorted(passed)
            assert passed[-1] <= moment


def test_calls_took_place_on_working_days_of_the_client() -> None:
    desk = filled()
    for client_id in clients.find(desk):
        weekend = weekend_of(clients.get(desk, client_id).country)
        for entry in clients.timeline(desk, client_id):
            began = entry.interaction.started_at.astimezone(desk.zone)
            assert is_workday(began.date(), weekend=weekend)
            assert 8 <= began.hour < 19


def test_today_has_something_to_write_to_chase_and_to_contact() -> None:
    agenda = today(filled())
    sections = {section.name: section.rows for section in agenda.sections}
    assert [row.urgent for row in sections["summaries"]].count(True) >= 1
    assert any(row.age_days == 0 and not row.urgent for row in sections["summaries"])
    assert {row.action for row in sections["confirmations"]} == {"chase", "open", "sent"}
    assert {row.urgent for row in sections["next_contacts"]} == {True, False}
    assert sections["questions"][0].age_days > 14


def test_the_mails_are_signed_and_written_in_the_clients_language() -> None:
    desk = filled()
    sent = [
        version.sent_plain
        for call_id in interactions.find(desk)
        for version in summaries.versions(desk, call_id)
        if version.sent_at
    ]
    assert all("Noa Adler" in mail for mail in sent)
    for letters in ("שלום", "سلام", "Здравствуйте", "Γεια σας", "Dear"):
        assert any(letters in mail for mail in sent), letters


def test_the_sample_is_one_step_all_of_it_or_nothing() -> None:
    desk = filled()
    assert desk.undo() == "Sample portfolio"
    assert all(not rows for rows in dump(desk).values())


def test_a_folder_gets_the_sample_once_and_keeps_what_was_done_to_it(tmp_path: Path) -> None:
    sample.provide(tmp_path)
    desk = open_desk(tmp_path)
    clients.remove(desk, clients.find(desk)[0])
    desk.close()
    sample.provide(tmp_path)
    desk = open_desk(tmp_path)
    assert len(clients.find(desk)) == 11
    desk.close()


def test_a_sample_left_unfinished_is_finished_the_next_time(tmp_path: Path) -> None:
    sample.provide(tmp_path)
    sample.clear(tmp_path)
    open_desk(tmp_path).close()
    sample.provide(tmp_path)
    desk = open_desk(tmp_path)
    assert len(clients.find(desk)) == 12
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


def test_a_sample_that_is_open_is_not_cleared(tmp_path: Path) -> None:
    sample.provide(tmp_path)
    desk = open_desk(tmp_path)
    with pytest.raises(AmdeskError, match="already open"):
        sample.clear(tmp_path)
    assert len(clients.find(desk)) == 12
    desk.close()
