"""``amdesk goals`` and ``amdesk measure``: how goals stand, and values from the command line."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from amdesk.services import clients, goals
from tests.cli.terminal import Terminal
from tests.desks import open_desk
from tests.files import DATA

AS_OF = ("--as-of", "2026-12-14T12:00Z")


@pytest.fixture
def measured(northwind: Terminal) -> Terminal:
    """Orders per week of Northwind, from 100 to 180 between September and February, as measured in a file."""
    desk = open_desk(northwind.folder)
    (client,) = clients.find(desk)
    goals.add(
        desk, client_id=client, name="Orders per week", unit="orders", baseline=Decimal(100),
        target=Decimal(180), start_on=date(2026, 9, 1), due_on=date(2027, 2, 1),
    )  # fmt: skip
    desk.close()
    return northwind


def test_measurements_come_in_by_a_file_and_show_how_the_goal_stands(measured: Terminal) -> None:
    (one,) = measured("import", DATA / "kpi-measurements.csv", "--json").json["files"]
    assert (one["rows"], one["new"], one["errors"]) == (10, 10, [])
    (again,) = measured("import", DATA / "kpi-measurements.csv", "--json").json["files"]
    assert (again["new"], again["duplicates"]) == (0, 10)
    (goal,) = measured("goals", "--as-of", "2026-11-05", "--json").json
    assert (goal["client"], goal["name"], goal["unit"]) == ("Northwind Traders", "Orders per week", "orders")
    assert (goal["state"], goal["value"], goal["measured_on"]) == ("on_track", 149, "2026-11-03")
    assert (goal["expected"], goal["progress"]) == (134, 0.6125)
    assert goal["forecast_on"] == "2026-12-13"
    told = measured("goals", "orders", "--as-of", "2026-11-05").out
    assert "149 orders" in told
    assert "On track" in told


def test_a_goal_is_told_as_of_a_day_of_the_past(measured: Terminal) -> None:
    measured("import", DATA / "kpi-measurements.csv")
    (goal,) = measured("goals", "--as-of", "2026-09-16", "--json").json
    assert (goal["value"], goal["measured_on"]) == (121, "2026-09-15")
    (goal,) = measured("goals", "--as-of", "2026-08-01", "--json").json
    assert (goal["state"], goal["value"]) == ("not_started", None)


def test_a_value_is_measured_and_may_be_negative(measured: Terminal) -> None:
    told = measured("measure", "NWT", "orders", "151.5", "--on", "2026-12-13", *AS_OF)
    assert told.code == 0
    assert told.out.startswith(
        "Northwind Traders, Orders per week: 151.5 orders on 13 Dec 2026, 64% of the way"
    )
    done = measured("measure", "NWT", "orders", "-3", "--note", "returns", "--json", *AS_OF).json
    assert (done["new"], done["goal"]["value"], done["goal"]["measured_on"]) == (1, -3, "2026-12-14")


def test_two_columns_come_by_the_standard_input_all_or_none(measured: Terminal) -> None:
    two = "2026-12-01\t112\n2026-12-08\t{}\n"
    refused = measured("measure", "NWT", "orders per week", "-", *AS_OF, stdin=two.format("many"))
    assert (refused.code, refused.out) == (1, "")
    assert "Nothing was kept. Line 2: “many” is not a number" in refused.err
    done = measured("measure", "NWT", "orders", "-", "--json", *AS_OF, stdin=two.format("118")).json
    assert (done["new"], done["updated"], done["duplicates"]) == (2, 0, 0)
    again = measured("measure", "NWT", "orders", "-", "--json", *AS_OF, stdin=two.format("118")).json
    assert (again["new"], again["duplicates"]) == (0, 2)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("measure", "NWT", "clicks", "1"), "Northwind Traders has no goal called “clicks”"),
        (("measure", "Nobody", "orders", "1"), "No client is called “Nobody”"),
        (("measure", "NWT", "orders", "many"), "“many” is not a number"),
        (("measure", "NWT", "orders", "1", "--on", "2026-12-15"), "has not come yet"),
        (("measure", "NWT", "orders", "1" + "0" * 15), "is below"),
    ],
)
def test_what_cannot_be_measured_is_said_in_a_sentence(
    measured: Terminal, words: tuple[str, ...], said: str
) -> None:
    told = measured(*words, *AS_OF)
    assert (told.code, told.out) == (1, "")
    assert said in told.err


def test_no_goal_and_none_that_matches_are_said(northwind: Terminal) -> None:
    assert northwind("goals").err == "There is no goal yet.\n"
    assert northwind("goals", "--json").json == []
    assert northwind("goals", "--state", "behind").err == "No goal matches.\n"
    assert northwind("goals", "--state", "lost").code == 2
