"""What the check finds in a file that somebody else has written into."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from amdesk.services import clients, goals, interactions, summaries
from amdesk.services.check import check
from amdesk.services.desk import Desk
from tests.desks import client_with_contact, desk, open_desk, summary_of_call

WRONG = {
    "UPDATE client SET last_contact_at = NULL": (
        "The last contact kept with client NT is not that of their calls."
    ),
    "UPDATE interaction SET state = 'confirmed'": (
        "The state kept with call {call} is not that of its summary."
    ),
    "UPDATE summary SET state = 'lost'": "The summary of {call} is in a state that does not exist.",
    "UPDATE summary SET state = 'handed_over'": (
        "The summary of {call} is handed over, and nothing says when."
    ),
    "UPDATE summary SET state = 'sent'": (
        "The summary of {call} went out, and its text or its moment is missing."
    ),
    "UPDATE summary SET state = 'confirmed', sent_at = created_at, sent_plain = 'x'": (
        "The summary of {call} is confirmed, and who, when or how is missing."
    ),
    "UPDATE summary SET state = 'not_needed'": "The summary of {call} is not needed, and no reason is given.",
    "UPDATE summary SET state = 'corrected', sent_at = created_at, sent_plain = 'x'": (
        "The versions of the summary of {call} do not follow each other."
    ),
    "INSERT INTO point(uuid, summary_id, position, kind, text) VALUES ('u', 1, 4, 'decision', 'x')": (
        "The points of the summary of {call} are not numbered one after the other."
    ),
    "DELETE FROM client_squash": "The index of words does not have each row of the table clients once.",
    "INSERT INTO interaction_search(rowid, words) VALUES (77, 'x')": (
        "The index of words does not have each row of the table calls once."
    ),
    "INSERT INTO client_search(client_search) VALUES ('delete-all');"
    "INSERT INTO client_search(rowid, words) VALUES (1, 'something else')": (
        "The index of words does not find NT by its own words."
    ),
    "PRAGMA foreign_keys = OFF; UPDATE address SET contact_id = 99": (
        "A row of the table addresses belongs to something that is not there."
    ),
}  # fmt: skip


def told(desk: Desk) -> list[str]:
    """The problems as sentences in English."""
    return [str(problem) for problem in check(desk)]


def test_a_file_that_amdesk_alone_has_written_is_sound() -> None:
    at_work = desk()
    summary = summary_of_call(at_work)
    assert check(at_work) == ()
    clients.add(at_work, name="(*)")
    clients.add(at_work, name="𞤀𞤁 שלום")
    interactions.log(at_work, client_id=1, occasion="ᱚ ~~~ الوقت")
    clients.remove(at_work, 1)
    at_work.undo()
    summaries.not_needed(at_work, summary, reason="Only said hello")
    assert check(at_work) == ()


@pytest.mark.parametrize("writing", WRONG)
def test_each_thing_that_went_wrong_has_its_sentence(writing: str) -> None:
    at_work = desk()
    call = interactions.get(at_work, summaries.get(at_work, summary_of_call(at_work)).interaction_id)
    for statement in writing.split("; " if "PRAGMA" in writing else ";INSERT"):
        at_work.store.connection.execute(statement if statement[0] in "IUDP" else f"INSERT{statement}")
    assert WRONG[writing].format(call=call.reference) in told(at_work)


def test_an_address_of_somebody_elses_contact_is_found() -> None:
    at_work = desk()
    client_with_contact(at_work)
    clients.add(at_work, name="Other", code="OTH")
    at_work.store.connection.execute("UPDATE address SET client_id = 2 WHERE id = 1")
    assert told(at_work)[0] == "An address of client OTH belongs to a contact of another client."


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ("value = '3'", "The last value kept with goal Orders is not that of its measurements."),
        ("measured_on = NULL", "The last value kept with goal Orders is not that of its measurements."),
        ("due_on = start_on", "The goal Orders is due before it begins."),
    ],
)
def test_a_goal_that_contradicts_itself_is_found(wrong: str, sentence: str) -> None:
    at_work = desk()
    client, _maya = client_with_contact(at_work)
    goal = goals.add(
        at_work, client_id=client, name="Orders", baseline=Decimal(1), target=Decimal(2),
        start_on=date(2026, 9, 1), due_on=date(2027, 2, 1),
    )  # fmt: skip
    goals.measure(at_work, goal, date(2026, 12, 1), Decimal("1.5"))
    assert told(at_work) == []
    at_work.store.connection.execute(f"UPDATE goal SET {wrong}")
    assert told(at_work) == [sentence]


def test_a_page_of_the_file_that_was_overwritten_is_damage(tmp_path: Path) -> None:
    library = tmp_path / "amdesk.sqlite"
    at_work = open_desk(tmp_path)
    summary_of_call(at_work)
    page = at_work.store.value("SELECT rootpage FROM sqlite_schema WHERE name = 'interaction_by_time'")
    at_work.close()
    content = bytearray(library.read_bytes())
    content[(page - 1) * 4096 : (page - 1) * 4096 + 200] = b"\xff" * 200
    library.write_bytes(content)
    at_work = open_desk(tmp_path)
    problems = told(at_work)
    at_work.close()
    assert problems
    assert all(problem.startswith("The file is damaged: ") for problem in problems)
