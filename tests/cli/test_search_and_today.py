"""``amdesk search`` and ``amdesk today``."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from tests.cli.terminal import Terminal


def test_found_things_are_told_with_where_they_stand(northwind: Terminal) -> None:
    (person,) = northwind("search", "maya", "--json").json
    (call,) = northwind("search", "new rate", "--json").json
    assert person.keys() == call.keys() == {"kind", "id", "uuid", "client", "title", "snippet"}
    assert (person["kind"], person["title"], person["client"]) == (
        "contact",
        "Maya Stern",
        "Northwind Traders",
    )
    assert (call["kind"], call["snippet"]) == ("interaction", "Agreed on the new rate")


def test_search_shows_a_table_and_says_when_nothing_is_found(northwind: Terminal) -> None:
    assert "Call log  Northwind Traders  NWT-" in northwind("search", "rate").out
    nothing = northwind("search", "(")
    assert (nothing.code, nothing.out, nothing.err) == (0, "", "Nothing is found for “(”.\n")


def test_today_says_what_to_summarise_and_why(northwind: Terminal) -> None:
    agenda = northwind("today", "--json").json
    assert agenda.keys() == {"as_of", "sections"}
    (section,) = agenda["sections"]
    assert section["name"] == "summaries"
    (row,) = section["rows"]
    assert {"kind", "uuid", "client", "reason", "age_days"} <= row.keys()
    assert (row["kind"], row["client"], row["urgent"]) == ("interaction", "Northwind Traders", False)
    assert row["reason"].startswith("Summary of NWT-")
    assert not set("\u2066\u2067\u2068\u2069") & set(row["reason"])


def test_as_of_looks_at_the_desk_on_another_day(northwind: Terminal) -> None:
    later = (datetime.now(UTC) + timedelta(days=3)).date().isoformat()
    agenda = northwind("today", "--as-of", later, "--json").json
    assert agenda["as_of"] == f"{later}T23:59:59Z"
    assert [(row["age_days"], row["urgent"]) for row in agenda["sections"][0]["rows"]] == [(3, True)]
    shown = northwind("today", "--as-of", later).out
    assert shown.startswith("Summaries to write\n")
    assert "3 days ago" in shown


def test_a_moment_without_a_zone_is_local(northwind: Terminal) -> None:
    def as_of(moment: str) -> str:
        told = northwind("today", "--as-of", moment, "--json", TZ="Asia/Tehran")
        return str(told.json["as_of"])

    assert as_of("2026-12-14") == "2026-12-14T20:29:59Z"
    assert as_of("2026-12-14T09:00") == "2026-12-14T05:30:00Z"
    assert as_of("2026-12-14T09:00+01:00") == "2026-12-14T08:00:00Z"


def test_an_empty_desk_wants_nothing(terminal: Terminal) -> None:
    assert terminal("today").out == "Nothing wants attention.\n"
    assert terminal("today", "--json", "--as-of", "2026-12-14").json == {
        "as_of": "2026-12-14T23:59:59Z",
        "sections": [],
    }
