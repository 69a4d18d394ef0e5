"""The history of a record: what each step changed, in words, and putting back what was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from amdesk.domain.calendars import PartialDate
from amdesk.domain.errors import AmdeskError
from amdesk.domain.points import Point
from amdesk.domain.record_past import Change, Past
from amdesk.i18n.catalog import sentence
from amdesk.services import (
    attachments,
    clients,
    contacts,
    duplicates,
    goals,
    history,
    interactions,
    personal_dates,
    reminders,
    summaries,
    tasks,
    trash,
)
from amdesk.services.desk import Desk
from amdesk.system import paths
from tests.desks import Clock, client_with_contact, desk, open_desk


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def mine(clock: Clock) -> Desk:
    return desk(clock)


def told(mine: Desk, noun: str, one: int, *, of: str = "") -> list[tuple[str, list[str]]]:
    """The steps of a record, or ``of`` one that went into it, with their sentences, newest first."""
    record = history.look(mine, noun, one)
    return [
        (past.step.label, [sentence(each.message) for each in history.tell(mine, record, past)])
        for past in record.past
        if past.of == of
    ]


def change_of(mine: Desk, noun: str, one: int, field: str) -> tuple[history.Record, Past, Change]:
    """The newest change of a field."""
    record = history.look(mine, noun, one)
    return next(
        (record, past, change) for past in record.past for change in past.changes if change.field == field
    )


def test_each_field_says_what_it_was_in_the_words_of_the_program(mine: Desk) -> None:
    client, _maya = client_with_contact(mine)
    clients.change(
        mine,
        client,
        stage="at_risk",
        vip=True,
        language="he",
        next_contact_on=date(2026, 12, 31),
        country="IL",
    )
    assert told(mine, "client", client)[0] == (
        "Change client",
        [
            "Stage: from “Active client” to “At risk”.",
            "VIP: from “no” to “yes”.",
            "Next contact on: “31 Dec 2026”.",
            "Language: from “English” to “Hebrew”.",
            "Country: “Israel”.",
        ],
    )
    assert told(mine, "client", client)[-1] == ("New client", ["It is new here."])


def test_a_long_text_is_told_line_by_line(mine: Desk) -> None:
    client, _maya = client_with_contact(mine)
    clients.change(mine, client, notes="First\nSecond")
    clients.change(mine, client, notes="First\nThird")
    record = history.look(mine, "client", client)
    (notes,) = history.tell(mine, record, record.past[0])
    assert [(line.text, line.is_new) for line in notes.lines] == [("Second", False), ("Third", True)]


def test_what_was_taken_back_and_done_again_says_so(mine: Desk) -> None:
    client, _maya = client_with_contact(mine)
    clients.change(mine, client, tier="A")
    mine.undo()
    mine.redo()
    ways = [past.step.way for past in history.look(mine, "client", client).past[:3]]
    assert ways == ["redone", "undone", "done"]


def test_people_and_addresses_that_came_and_went_are_named(mine: Desk) -> None:
    client, maya = client_with_contact(mine)
    relative = personal_dates.add_relative(mine, maya, name="Noa")
    personal_dates.add(mine, relative_id=relative, given=PartialDate(3, 14, None, "gregorian"))
    personal_dates.remove_relative(mine, relative)
    contacts.remove(mine, maya)
    assert told(mine, "client", client)[0] == ("Delete contact", ["Into the trash: contact “Maya Stern”."])
    assert told(mine, "contact", maya)[:2] == [
        ("Delete contact", ["It went into the trash."]),
        ("Delete relative", ["Removed: relative “Noa”.", "Removed: personal date “Birthday”."]),
    ]
    assert ("New address", ["Added: address “maya@northwind.example”."]) in told(mine, "contact", maya)
    assert not any(
        "maya@" in said for _label, all_of_it in told(mine, "client", client) for said in all_of_it
    )


def test_typing_a_summary_is_told_once_and_every_version_is_there(mine: Desk, clock: Clock) -> None:
    client, maya = client_with_contact(mine)
    call = interactions.log(mine, client_id=client, contact_ids=[maya])
    first = summaries.start(mine, call)
    for text in ("T", "Ten", "Ten posters"):
        clock.move(seconds=20)
        written = summaries.points(mine, first)
        point = replace(written[0], text=text) if written else Point("decision", text)
        summaries.write(mine, first, [point])
    summaries.mark_sent(mine, first)
    second = summaries.correct(mine, first)
    summaries.write(mine, second, [Point("decision", "Twelve posters")])
    steps = told(mine, "interaction", call)
    assert [label for label, _said in steps] == [
        "Write summary", "Correct summary", "Summary sent", "Write summary", "Begin summary", "Log call",
    ]  # fmt: skip
    assert steps[3][1] == ["Added: point “Ten posters”."]
    assert any("Summary “version 1”" in said and "Corrected" in said for said in steps[1][1])


def test_one_field_is_put_back_by_one_step_that_can_be_undone(mine: Desk) -> None:
    client, _maya = client_with_contact(mine)
    clients.change(mine, client, name="Northwind Ltd", stage="dormant", notes="x")
    record, _past, change = change_of(mine, "client", client, "name")
    history.put_back(mine, record, change)
    assert (clients.get(mine, client).name, clients.get(mine, client).stage) == (
        "Northwind Traders",
        "dormant",
    )
    assert list(clients.find(mine, "Traders")) == [client]
    assert mine.undo() == "Put back an earlier state"
    assert clients.get(mine, client).name == "Northwind Ltd"


def test_a_due_date_put_back_moves_the_checkpoint_as_any_other(mine: Desk) -> None:
    client, _maya = client_with_contact(mine)
    task = tasks.add(mine, title="Count", client_id=client, side="colleague", due_on=date(2026, 12, 30))
    before = tasks.get(mine, task)
    tasks.change(mine, task, due_on=date(2027, 1, 20))
    record, _past, change = change_of(mine, "task", task, "due_on")
    history.put_back(mine, record, change)
    after = tasks.get(mine, task)
    assert (after.due_on, after.checkpoint_at) == (before.due_on, before.checkpoint_at)


def test_the_whole_goal_as_it_was_brings_back_its_parts(mine: Desk) -> None:
    client, _maya = client_with_contact(mine)
    goal = goals.add(
        mine, client_id=client, name="Orders", baseline=Decimal(1), target=Decimal(9),
        start_on=date(2026, 1, 1), due_on=date(2027, 1, 1),
    )  # fmt: skip
    kept = goals.add_milestone(mine, goal, title="Half way", due_on=date(2026, 7, 1))
    goals.change(mine, goal, name="Sales")
    goals.remove_milestone(mine, kept)
    goals.add_milestone(mine, goal, title="Another", due_on=date(2026, 8, 1))
    record = history.look(mine, "goal", goal)
    (renamed,) = (past for past in record.past if past.step.label == "Change goal")
    history.put_all_back(mine, record, renamed)
    page = goals.get(mine, goal)
    assert (page.goal.name, [one.title for one in page.milestones]) == ("Orders", ["Half way"])
    mine.undo()
    assert [one.title for one in goals.get(mine, goal).milestones] == ["Another"]


def test_people_stay_when_their_client_is_put_back(mine: Desk) -> None:
    client, maya = client_with_contact(mine)
    clients.change(mine, client, tier="B")
    other = contacts.add(mine, client, name="Dan Or")
    contacts.change(mine, maya, role="Owner")
    record = history.look(mine, "client", client)
    (changed,) = (past for past in record.past if past.step.label == "Change client")
    history.put_all_back(mine, record, changed)
    assert clients.get(mine, client).tier is None
    assert contacts.get(mine, other).name == "Dan Or"
    assert contacts.get(mine, maya).role == "Owner"


def test_what_a_client_was_sent_cannot_be_put_back(mine: Desk) -> None:
    client, maya = client_with_contact(mine)
    call = interactions.log(mine, client_id=client, contact_ids=[maya])
    summary = summaries.start(mine, call)
    summaries.write(mine, summary, [Point("decision", "Ten")])
    summaries.mark_sent(mine, summary)
    record = history.look(mine, "interaction", call)
    of_summary = [c for past in record.past for c in past.changes if c.noun in {"summary", "point"}]
    assert of_summary
    assert not any(history.can_put_back(mine, record, change) for change in of_summary)
    history.put_all_back(mine, record, record.past[-2])
    assert [one.text for one in summaries.points(mine, summary)] == ["Ten"]


def test_a_point_taken_out_of_a_draft_comes_back_with_its_task(mine: Desk, clock: Clock) -> None:
    client, maya = client_with_contact(mine)
    call = interactions.log(mine, client_id=client, contact_ids=[maya])
    summary = summaries.start(mine, call)
    summaries.write(mine, summary, [Point("action", "Send figures", side="us")], typing="one")
    clock.move(hours=1)
    summaries.write(mine, summary, [], typing="two")
    assert not tasks.find(mine)
    record = history.look(mine, "interaction", call)
    gone = next(c for past in record.past for c in past.changes if c.noun == "point" and c.how == "removed")
    history.put_back(mine, record, gone)
    assert [tasks.get(mine, one).title for one in tasks.find(mine)] == ["Send figures"]


def test_a_file_taken_off_a_task_is_put_back_while_what_it_held_is_kept(tmp_path: Path) -> None:
    kept = open_desk(tmp_path / "data")
    (tmp_path / "plan.txt").write_text("The plan")
    task = tasks.add(kept, title="Draw the plan")
    uuid = tasks.get(kept, task).uuid
    attachments.remove(kept, attachments.add(kept, "task", uuid, tmp_path / "plan.txt"))
    record = history.look(kept, "task", task)
    gone = record.past[0].changes[0]
    assert history.can_put_back(kept, record, gone)
    history.put_back(kept, record, gone)
    (file,) = attachments.of(kept, "task", uuid)
    assert attachments.contents(kept, file) == b"The plan"
    kept.undo()
    assert attachments.of(kept, "task", uuid) == []
    for sealed in paths.files(tmp_path / "data").iterdir():
        sealed.unlink()
    assert not history.can_put_back(kept, record, gone)
    kept.close()


def test_a_code_that_another_client_has_by_now_is_refused(mine: Desk) -> None:
    client, _maya = client_with_contact(mine)
    clients.change(mine, client, code="NWT")
    clients.add(mine, name="Other", code="NT")
    record, _past, change = change_of(mine, "client", client, "code")
    with pytest.raises(AmdeskError, match="Another record has this by now: Code “NT”"):
        history.put_back(mine, record, change)


def test_who_gets_an_id_anew_has_no_past_of_another(mine: Desk) -> None:
    client, maya = client_with_contact(mine)
    first = contacts.add(mine, client, name="Dan Or")
    contacts.change(mine, first, role="Temp")
    contacts.remove(mine, first)
    trash.remove(mine, trash.find(mine))
    second = contacts.add(mine, client, name="Gil Paz")
    assert second == first
    assert told(mine, "contact", second) == [("New contact", ["It is new here."])]
    assert maya


def test_who_stayed_has_the_past_of_those_who_went_into_it(mine: Desk) -> None:
    first, second, third = (clients.add(mine, name=name) for name in ("Northwind", "Northwind Ltd", "NW"))
    for one in (first, second, third):
        contacts.add_address(mine, one, medium="email", value=f"{one}@n.example")
    clients.change(mine, third, tier="C")
    clients.change(mine, second, notes="Pays late")
    before = [told(mine, "client", one) for one in (first, second, third)]
    duplicates.merge(mine, second, third)
    duplicates.merge(mine, first, second)
    clients.add(mine, name="Who has the id of one of them now")
    went = ("Merge clients", ["It was merged into this one."])
    assert told(mine, "client", first, of="NW") == [went, *before[2]]
    of_second = told(mine, "client", first, of="Northwind Ltd")
    assert (of_second[0], of_second[1][0], of_second[2:]) == (went, "Merge clients", before[1])
    assert told(mine, "client", first, of="")[1:] == before[0]
    for _step in range(3):
        mine.undo()
    assert {one.of for one in history.look(mine, "client", first).past} == {""}


def test_undo_reaches_through_everything_and_says_each_step(mine: Desk) -> None:
    client, _maya = client_with_contact(mine)
    reminders.add(mine, text="Call", due_on=date(2026, 12, 20), client_id=client)
    clients.change(mine, client, tier="A")
    clients.remove(mine, client)
    trash.put_back(mine, trash.find(mine))
    heard: list[str] = []
    mine.listen(lambda touched: heard.append(touched.label))
    said = []
    while (label := mine.undo()) is not None:
        said.append(label)
    assert said == heard
    assert said == [
        "Put back what was deleted", "Delete client", "Change client", "New reminder", "New address",
        "New address", "New contact", "New client",
    ]  # fmt: skip
    assert not clients.find(mine)


def test_a_thousand_steps_are_read_by_a_handful_of_queries(mine: Desk) -> None:
    client, _maya = client_with_contact(mine)
    with mine.step("Many"):
        pass
    for n in range(300):
        clients.change(mine, client, next_step=f"Step {n}")
    asked: list[str] = []
    mine.store.connection.set_trace_callback(asked.append)
    assert len(history.look(mine, "client", client).past) == 302
    mine.store.connection.set_trace_callback(None)
    assert len(asked) < 40


def test_nothing_is_known_of_what_never_was(mine: Desk) -> None:
    with pytest.raises(AmdeskError, match="no longer in the file"):
        history.look(mine, "client", 99)
