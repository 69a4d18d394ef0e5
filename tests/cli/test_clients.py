"""``amdesk clients``."""

from __future__ import annotations

from amdesk.domain.calendars import PartialDate
from amdesk.services import clients, contacts
from tests.cli.terminal import Terminal
from tests.desks import open_desk


def test_a_client_is_told_with_its_people_numbers_and_dates(northwind: Terminal) -> None:
    told = northwind("clients", "--json")
    assert told.code == 0
    assert told.err == ""
    (client,) = told.json
    assert client["id"] == 1
    assert len(client["uuid"]) == 36
    assert (client["code"], client["name"], client["stage"], client["tier"], client["language"]) == (
        "NWT", "Northwind Traders", "active", "A", "en",
    )  # fmt: skip
    assert client["last_contact_at"].endswith("Z")
    (maya,) = client["contacts"]
    assert len(maya.pop("uuid")) == 36
    assert maya == {
        "name": "Maya Stern",
        "role": "Head of Media",
        "mobile": "+44 7700 900123",
        "mobile_e164": "+447700900123",
        "phones": [{"typed": "+44 7700 900123", "e164": "+447700900123", "label": "mobile"}],
        "emails": ["maya@northwind.example"],
        "birthday": None,
        "birthday_calendar": None,
        "birthday_typed": None,
        "language": None,
        "notes": "",
        "left_on": None,
    }


def test_birthdays_are_iso_with_the_calendar_they_were_given_in(terminal: Terminal) -> None:
    desk = open_desk(terminal.folder)
    client = clients.add(desk, name="Birthdays")
    for birthday in (
        PartialDate(3, 14, 1985), PartialDate(5, 20), PartialDate(7, 15, 1364, "jalali"),
        PartialDate(12, 3, None, "jalali"),
    ):  # fmt: skip
        contacts.add(desk, client, name="Someone", birthday=birthday)
    desk.close()
    told = [
        (one["birthday"], one["birthday_calendar"], one["birthday_typed"])
        for one in terminal("clients", "--json").json[0]["contacts"]
    ]
    assert told == [
        ("1985-03-14", "gregorian", "1985-03-14"),
        ("--05-20", "gregorian", "--05-20"),
        ("1985-10-07", "jalali", "1364-07-15"),
        (None, "jalali", "--12-03"),
    ]


def test_the_list_is_read_in_columns_and_found_by_any_word(northwind: Terminal) -> None:
    told = northwind("clients", "whatsapp")
    head, row = told.out.splitlines()
    assert head.split() == ["Code", "Name", "Stage", "Tier", "Last", "contact", "Next", "contact", "People"]
    assert row.startswith("NWT   Northwind Traders  Active client  A")
    assert row.endswith("Maya Stern")


def test_columns_stay_aligned_whatever_the_script(terminal: Terminal) -> None:
    desk = open_desk(terminal.folder)
    for name in ("שָׁלוֹם בע״מ", "کسب‌وکار نوین", "Ёлка", "Παπαδόπουλος", "Plain"):
        clients.add(desk, name=name, next_step="")
    desk.close()
    from amdesk.cli.output import width

    lines = terminal("clients").out.splitlines()
    assert len(lines) == 6
    assert len({width(line[: line.index("Active client")]) for line in lines[1:]}) == 1


def test_nobody_found_is_said_beside_and_is_not_an_error(northwind: Terminal) -> None:
    shown, told = northwind("clients", "zzz"), northwind("clients", "zzz", "--json")
    assert (shown.code, shown.out, shown.err) == (0, "", "No client matches.\n")
    assert (told.code, told.json, told.err) == (0, [], "")
