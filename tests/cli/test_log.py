"""``amdesk log``."""

from __future__ import annotations

import re

import pytest

from amdesk.services import clients, contacts, interactions
from tests.cli.terminal import Terminal
from tests.desks import open_desk


def test_a_logged_call_answers_with_its_reference(northwind: Terminal) -> None:
    told = northwind("log", "NWT", "Called about March", "--as-of", "2026-12-14T12:00Z", "--json")
    assert told.code == 0
    assert told.json.keys() == {"id", "uuid", "reference"}
    assert re.fullmatch(r"NWT-2026-\d\d\d", told.json["reference"])
    assert northwind("log", "northwind", "Again").out.startswith("Logged as NWT-")


def test_every_option_reaches_the_file(northwind: Terminal) -> None:
    northwind(
        "log", "nwt", "Prices of spring", "--contact", "maya", "--channel", "video", "--direction", "in",
        "--minutes", "35", "--at", "2026-12-11T14:30", "--next", "2026-12-21",
        "--private", "They are worried",
        "--as-of", "2026-12-14",
        TZ="Asia/Jerusalem",
    )  # fmt: skip
    desk = open_desk(northwind.folder)
    call = interactions.get(desk, 2)
    client = clients.get(desk, 1)
    desk.close()
    assert (call.channel, call.direction, call.outcome, call.minutes) == ("video", "in", "reached", 35)
    assert (call.occasion, call.private_note) == ("Prices of spring", "They are worried")
    assert (call.started_at.isoformat(), call.zone) == ("2026-12-11T12:30:00+00:00", "Asia/Jerusalem")
    assert len(call.contact_ids) == 1
    assert str(client.next_contact_on) == "2026-12-21"


def test_not_reached_is_no_contact_and_the_call_began_its_minutes_ago(northwind: Terminal) -> None:
    before = northwind("clients", "--json").json[0]["last_contact_at"]
    northwind("log", "NWT", "No answer", "--not-reached", "--minutes", "2", "--as-of", "2031-01-01T10:00Z")
    assert northwind("clients", "--json").json[0]["last_contact_at"] == before
    desk = open_desk(northwind.folder)
    call = interactions.get(desk, 2)
    desk.close()
    assert (call.outcome, call.started_at.isoformat()) == ("not_reached", "2031-01-01T09:58:00+00:00")


def test_a_date_in_words_counts_from_the_moment_named(northwind: Terminal) -> None:
    northwind("log", "NWT", "Call again", "--next", "tomorrow", "--as-of", "2026-12-14")
    assert northwind("clients", "--json").json[0]["next_contact_on"] == "2026-12-15"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ("log", "Northwind", "x"),
            "Several clients match “Northwind”: NO (Northwind Outlet), NWT (Northwind Traders)",
        ),
        (
            ("log", "NWT", "x", "--contact", "Zoe"),
            "No contact there is called “Zoe”. There are: Maya Stern, May Lee.",
        ),
        (("log", "NWT", "x", "--contact", "may"), "Several contacts there match “may”: Maya Stern, May Lee."),
        (
            ("log", "NO", "x", "--contact", "may"),
            "This client has no contacts yet, so “may” cannot be named.",
        ),
    ],
)
def test_who_is_meant_has_to_be_clear(northwind: Terminal, words: tuple[str, ...], sentence: str) -> None:
    desk = open_desk(northwind.folder)
    clients.add(desk, name="Northwind Outlet", code="NO")
    contacts.add(desk, 1, name="May Lee")
    desk.close()
    told = northwind(*words)
    assert told.code == 1
    assert sentence in told.err
    desk = open_desk(northwind.folder)
    assert interactions.find(desk) == [1]
    desk.close()
