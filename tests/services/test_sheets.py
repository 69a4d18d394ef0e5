"""The client sheet: what is in it, what never is, what is kept of it, and what the next one says is new."""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from amdesk.documents import drawing
from amdesk.domain.calendars import PartialDate
from amdesk.domain.errors import AmdeskError
from amdesk.domain.points import Point
from amdesk.domain.share import changes, known
from amdesk.services import (
    clients,
    contacts,
    exchange,
    goals,
    interactions,
    personal_dates,
    preparing,
    reminders,
    reports,
    sheets,
    tasks,
)  # fmt: skip
from amdesk.services.composed import Composed
from amdesk.services.desk import Desk
from amdesk.store.migrations import NOUNS
from tests.desks import client_with_contact
from tests.desks import desk as empty_desk
from tests.showing import WORDS, Shown, draft, shown

CANARY = "Kanarienvogel"
# What a client may read of the records in this test, and what is no text of a person's (lists of words the
# program knows, numbers). Every other column of text gets a canary, those that are still to come as well.
SHOWN = {
    "client": {"name", "sort_name", "code"}, "interaction": {"reference"}, "point": {"text", "owner"},
    "goal": {"name", "kpi", "unit", "baseline", "target", "value"}, "measurement": {"value"},
    "milestone": {"title", "value"}, "planned_action": {"title", "owner"}, "task": {"title", "assignee"},
}  # fmt: skip
KNOWN_WORDS = {
    "stage", "tier", "language", "calendar", "country", "channel", "direction", "outcome", "zone", "state",
    "kind", "change_kind", "side", "rhythm", "medium", "birth_calendar", "clock", "repeat", "repeat_from",
    "relation", "early", "assignee_language", "noun", "about", "handed_over_by", "confirmed_how",
    "preferred_channel",
}  # fmt: skip


@pytest.fixture
def on_show() -> Shown:
    return shown()


def readable(page: Composed) -> str:
    """Everything a page holds: its two forms, and the words inside its pictures."""
    addresses = re.findall(r'src="(shapes:[^"]+)"', page.paper)
    pictures = [str(drawing.unpacked(address)) for address in addresses]
    assert all(picture != "None" for picture in pictures)
    return "\n".join([page.html, page.paper, page.facts, page.title, page.name, *pictures])


def fill_with_canaries(desk: Desk) -> int:
    """Put a canary into each private column of each record; how many there are."""
    count = 0
    with desk.step("Canaries"):
        for noun in NOUNS:
            columns = desk.store.rows("SELECT name, type FROM pragma_table_info(?)", [noun])
            for column in columns:
                name = column["name"]
                is_plain = name.endswith(("_on", "_at", "_to", "uuid")) or name in KNOWN_WORDS
                if column["type"] == "TEXT" and not is_plain and name not in SHOWN.get(noun, ()):
                    count += 1
                    desk.store.execute(f"UPDATE {noun} SET {name} = '{CANARY} {noun} {name} ' || id")
    return count


def with_everything_private(on_show: Shown) -> int:
    """A record of every noun around the client, with much that is not theirs to read."""
    desk, client, goal = on_show
    today = desk.today()
    _other, person = client_with_contact(desk, code="OTH")
    mine = contacts.add(desk, client, name=f"{CANARY} contact", role="Head")
    contacts.add_address(desk, client, contact_id=mine, medium="email", value="kanarienvogel@x.example")
    relative = personal_dates.add_relative(desk, mine, name=f"{CANARY} relative")
    personal_dates.add(desk, given=PartialDate(3, 4), relative_id=relative, kind="other", label=CANARY)
    interactions.log(
        desk, client_id=client, contact_ids=[mine], minutes=5, occasion=CANARY, private_note=CANARY
    )
    draft(desk, client, Point("action", f"{CANARY} draft", side="us"), Point("question", f"{CANARY} draft?"))
    reminders.add(desk, text=CANARY, due_on=today, client_id=client)
    tasks.add(desk, client_id=client, title=f"{CANARY} task", due_on=today, no_goal_reason=CANARY)
    hidden = goals.add(
        desk, client_id=client, name=f"{CANARY} goal", kpi=CANARY, unit=CANARY, baseline=Decimal(1),
        target=Decimal(2), start_on=today, due_on=today + timedelta(days=9), notes=CANARY,
    )  # fmt: skip
    goals.measure(desk, hidden, today, Decimal(1), note=CANARY)
    goals.add_milestone(desk, hidden, title=CANARY, due_on=today)
    goals.plan_action(desk, hidden, title=CANARY, owner=CANARY)
    goals.measure(desk, goal, today, Decimal(1500), note=CANARY)
    return person


@pytest.mark.parametrize("code", WORDS)
def test_nothing_private_reaches_a_sheet_or_a_report_whatever_stands_around_it(code: str) -> None:
    on_show = shown(code)
    with_everything_private(on_show)
    assert fill_with_canaries(on_show.desk) > 40
    desk, client, _goal = on_show
    first = sheets.compose(desk, client).page
    sheets.record(desk, first)
    pages = [first, sheets.compose(desk, client).page]
    pages += [reports.compose(desk, client, day) for day in (None, desk.today())]
    for page in pages:
        assert WORDS[code].goal in page.html
        found = [line for line in readable(page).splitlines() if CANARY.lower() in line.lower()]
        assert found == []


def test_what_is_only_for_oneself_has_the_taste_and_no_private_note(on_show: Shown) -> None:
    desk, client, _goal = on_show
    mine = contacts.add(desk, client, name="Maya Stern", notes="Likes tea without sugar")
    interactions.log(desk, client_id=client, contact_ids=[mine], minutes=5, private_note=CANARY)
    personal_dates.add(desk, given=PartialDate(12, 20), contact_id=mine, kind="name_day")
    contacts.change(desk, mine, birthday=PartialDate(11, 30, 1980))
    goals.change(desk, on_show.goal, shared=False)
    page = preparing.compose(desk, client)
    for told in (
        "Likes tea",
        "name day",
        "now 46 years old",
        "Send the new banners",
        "does not see",
        "mobile",
    ):
        assert told in page.html
    assert CANARY not in readable(page)
    with pytest.raises(AmdeskError, match="for yourself"):
        sheets.record(desk, page)


def test_a_promise_is_on_the_sheet_once_its_summary_was_sent(on_show: Shown) -> None:
    desk, client, _goal = on_show
    draft(desk, client, Point("action", "Ask for a discount", side="us"))
    page = sheets.compose(desk, client).page
    assert "Send the new banners" in page.html
    assert "Ask for a discount" not in page.html


def test_a_new_day_of_a_promise_is_on_the_sheet_when_the_client_was_told(on_show: Shown) -> None:
    desk, client, _goal = on_show
    row = desk.store.row("SELECT id FROM task WHERE promise")
    assert row is not None
    for told, stands in ((0, False), (1, True)):
        with desk.step("Move"):
            desk.store.execute(
                "UPDATE task SET due_on = '2027-05-06', told = ? WHERE id = ?", [told, row["id"]]
            )
        assert ("6 May 2027" in sheets.compose(desk, client).page.html) == stands


def test_a_shared_page_stays_as_it_was_to_the_letter(on_show: Shown) -> None:
    desk, client, goal = on_show
    page = sheets.compose(desk, client).page
    kept = sheets.record(desk, page)
    goals.change(desk, goal, name="Another name")
    clients.change(desk, client, name="Another client", language="ru")
    again = sheets.kept(desk, kept)
    assert (again.html, again.paper, again.title, again.language) == (
        page.html, page.paper, page.title, "en",
    )  # fmt: skip
    assert [one.id for one in sheets.shared(desk, client)] == [kept]


def test_recording_is_a_step_that_can_be_taken_back_and_forgotten(on_show: Shown) -> None:
    desk, client, _goal = on_show
    kept = sheets.record(desk, sheets.compose(desk, client).page)
    desk.undo()
    assert sheets.shared(desk, client) == []
    desk.redo()
    sheets.forget(desk, kept)
    assert sheets.shared(desk, client) == []
    with pytest.raises(AmdeskError):
        sheets.kept(desk, kept)
    assert sheets.compose(desk, client).changes == ()


def test_the_first_sheet_has_no_news_and_the_next_one_says_what_changed(on_show: Shown) -> None:
    desk, client, goal = on_show
    first = sheets.compose(desk, client)
    assert first.last is None
    assert "New since" not in first.page.html
    sheets.record(desk, first.page)
    assert "Nothing has changed" in sheets.compose(desk, client).page.html
    goals.measure(desk, goal, desk.today(), Decimal(1800))
    goals.plan_action(desk, goal, title="A second video")
    planned = next(one for one in goals.get(desk, goal).actions if one.done_on is None)
    goals.do_action(desk, planned.id, on=desk.today())
    goals.add(
        desk, client_id=client, name="Cost", baseline=Decimal(4), target=Decimal(2), direction="down",
        start_on=desk.today(), due_on=desk.today() + timedelta(days=9), shared=True,
    )  # fmt: skip
    told = [str(one) for one in sheets.compose(desk, client).changes]
    assert told == [
        "New goal: Cost",  # due before the others
        "Orders from search: 1 new measurement, now 1800 orders",
        "Orders from search: “On track” before, “Reached” now",
        "Done: Send the new banners",
        "Newly planned: A second video",
    ]


def test_what_is_gone_from_the_sheet_is_said_as_well(on_show: Shown) -> None:
    desk, client, goal = on_show
    sheets.record(desk, sheets.compose(desk, client).page)
    goals.change(desk, goal, shared=False)
    told = [str(one) for one in sheets.compose(desk, client).changes]
    assert "No longer on this sheet: Orders from search" in told


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", '{"goals": 3}', '{"goals": {"a": {}}}', "\0"])
def test_what_was_kept_by_nobody_we_know_is_no_news(text: str) -> None:
    assert known(text) is None


def test_facts_that_are_the_same_are_no_change(on_show: Shown) -> None:
    facts = known(sheets.compose(on_show.desk, on_show.client).page.facts)
    assert facts is not None
    assert facts.goals
    assert changes(facts, facts) == ()


def test_a_client_without_goals_has_a_sheet_that_says_so() -> None:
    desk, client, goal = shown()
    goals.trash(desk, goal)
    assert "No goals have been agreed yet." in sheets.compose(desk, client).page.html


@pytest.mark.parametrize("address", ["shapes:", "shapes:!!!", "shapes:eJwDAAAAAAE=", "data:x", ""])
def test_a_picture_that_is_none_is_not_drawn(address: str) -> None:
    assert drawing.unpacked(address) is None


def test_what_was_shared_comes_back_from_an_archive_to_the_letter(on_show: Shown, tmp_path: Path) -> None:
    desk, client, _goal = on_show
    page = sheets.compose(desk, client).page
    sheets.record(desk, page)
    exchange.drain(exchange.export(desk, tmp_path, formats=("json",)))
    other = empty_desk()
    exchange.drain(exchange.run(other, exchange.preview(other, tmp_path / "amdesk.json")))
    found = sheets.shared(other, clients.named(other, "NW"))
    assert [sheets.kept(other, one.id).html for one in found] == [page.html]
