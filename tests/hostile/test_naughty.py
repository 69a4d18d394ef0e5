"""Every naughty string through every field, the search, the mail, and out and in again: unchanged."""

from __future__ import annotations

import json
from datetime import date
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from amdesk.domain.points import POINT_KINDS, Point
from amdesk.services import (
    clients,
    contacts,
    drafts,
    exchange,
    handing,
    interactions,
    reminders,
    search,
    summaries,
    tasks,
)
from amdesk.services.check import check
from amdesk.services.desk import Desk
from tests.desks import desk

NAUGHTY = [
    text
    for text in json.loads((Path(__file__).parents[1] / "data" / "blns.json").read_text(encoding="utf-8"))
    if text.strip()
]


def called(text: str) -> str:
    """A name of which a naughty string is a part: names lose the blanks at their ends."""
    return f"A{text}Z"


def filled() -> Desk:
    """A desk with one client, contact, call and summary for each string, the string in every field."""
    at = desk()
    with at.step("Fill"):
        for text in NAUGHTY:
            client = clients.add(at, name=called(text), notes=text, next_step=text)
            person = contacts.add(at, client, name=called(text), role=text, notes=text, preferred_hours=text)
            contacts.add_address(at, client, contact_id=person, medium="post", value=called(text))
            call = interactions.log(
                at, client_id=client, contact_ids=[person], occasion=called(text), participants=called(text),
                private_note=text,
            )  # fmt: skip
            points = [Point(kind, text, owner=text, from_value=text, to_value=text) for kind in POINT_KINDS]
            summaries.write(at, summaries.start(at, call), points)
    return at


@pytest.fixture(scope="module")
def full() -> Desk:
    return filled()


def told(at: Desk) -> list[tuple[object, ...]]:
    """All that a portfolio says, without the ids of this file."""
    found: list[tuple[object, ...]] = []
    for client in clients.find(at, sort="code"):
        kept = clients.get(at, client)
        (card,) = clients.page(at, client).contacts
        (entry,) = clients.timeline(at, client)
        person, call = card.contact, entry.interaction
        found.append((kept.code, kept.name, kept.notes, kept.next_step))
        found.append(
            (person.name, person.role, person.notes, person.preferred_hours, card.addresses[0].value)
        )
        found.append((call.reference, call.occasion, call.participants, call.private_note, entry.people))
        found.extend((p.kind, p.text, p.owner, p.from_value, p.to_value) for p in entry.points)
    return found


def test_every_field_keeps_what_was_typed(full: Desk) -> None:
    said = told(full)
    for text in NAUGHTY:
        assert (called(text), text, text, text, called(text)) in said
        assert ("action", text, text, text, text) in said
    assert check(full) == ()


@pytest.mark.parametrize("text", NAUGHTY, ids=range(len(NAUGHTY)))
def test_a_search_for_it_is_no_query_of_its_own(full: Desk, text: str) -> None:
    clients.find(full, text)
    found = {hit.title for hit in search.search(full, called(text), limit=600)}
    from amdesk.domain.text import fold

    assert called(text) in found or not fold(called(text)).replace(" ", "").isalnum()


def test_every_mail_can_be_written_and_read(full: Desk) -> None:
    for call in interactions.find(full, limit=1000):
        summary = summaries.start(full, call)
        draft = drafts.compose(full, summary)
        mail = message_from_bytes(handing.eml(full, drafts.compose(full, summary)), policy=policy.default)
        assert not mail.defects
        assert str(mail["Subject"]) == draft.subject
        assert "<script" not in draft.html.lower().replace("&lt;script", "")


@pytest.mark.parametrize("form", ["csv", "xlsx", "json"])
def test_everything_comes_back_as_it_left(full: Desk, tmp_path: Path, form: str) -> None:
    files = exchange.drain(exchange.export(full, tmp_path, formats=(form,)))
    again = desk()
    for path in exchange.in_order(list(files)):
        result = exchange.drain(exchange.run(again, exchange.preview(again, path)))
        assert (result.counts.errors, result.errors) == (0, ())
    assert told(again) == told(full)
    for path in exchange.in_order(list(files)):
        counts = exchange.preview(again, path).counts
        assert counts.rows == counts.duplicates, f"{path.name} again changes nothing"
    again.close()


def test_cards_come_back_with_the_people_they_left_with(full: Desk, tmp_path: Path) -> None:
    (path,) = exchange.drain(exchange.export(full, tmp_path, formats=("vcard",)))
    again = desk()
    exchange.drain(exchange.run(again, exchange.preview(again, path)))
    assert [said(again, client) for client in clients.find(again)] == [
        said(full, client) for client in clients.find(full)
    ]
    again.close()


def said(at: Desk, client: int) -> tuple[object, ...]:
    """All that a card can say of a client with one contact."""
    kept = clients.get(at, client)
    (card,) = clients.page(at, client).contacts
    one = card.contact
    words = (one.name, one.role, one.notes, one.preferred_hours, card.addresses[0].value)
    return (kept.code, kept.name, kept.notes, kept.next_step, *words)


def test_calendars_come_back_with_every_word(tmp_path: Path) -> None:
    at, again, day = desk(), desk(), date(2027, 1, 4)
    with at.step("Fill"):
        for text in NAUGHTY:
            reminders.add(at, text=called(text), due_on=day)
            tasks.add(at, title=called(text), result=text, requirements=text, assignee=text, due_on=day)
    (path,) = exchange.drain(exchange.export(at, tmp_path, formats=("icalendar",)))
    assert exchange.drain(exchange.run(again, exchange.preview(again, path))).errors == ()
    for sql in (
        "SELECT uuid, text, due_on FROM reminder ORDER BY uuid",
        "SELECT uuid, title, result, requirements, assignee, due_on FROM task ORDER BY uuid",
    ):
        assert list(map(tuple, again.store.rows(sql))) == list(map(tuple, at.store.rows(sql)))
    counts = exchange.preview(again, path).counts
    assert counts.rows == counts.duplicates
    at.close()
    again.close()
