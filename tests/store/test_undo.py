"""Every write can be taken back and done again, at any depth."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amdesk.domain.errors import AmdeskError
from amdesk.domain.points import POINT_KINDS, Point
from amdesk.domain.text import is_blank
from amdesk.domain.touched import Touched
from amdesk.services import clients, contacts, interactions, summaries
from amdesk.services.desk import Desk
from tests.desks import Clock, client_with_contact, desk, dump, summary_of_call
from tests.files import bring, listed

TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=30)
ACTS = st.lists(st.tuples(st.integers(0, 8), st.integers(0, 50), TEXT), max_size=25)


def act(at: Desk, kind: int, number: int, text: str) -> None:
    """One thing a person might do, chosen by number, on whatever is there."""
    ids = list(clients.find(at))
    if kind == 0 or not ids:
        clients.add(at, name="No name" if is_blank(text) else text)
        return
    client = ids[number % len(ids)]
    people = [card.contact.id for card in clients.page(at, client).contacts]
    calls = interactions.find(at, client_id=client)
    if kind == 1:
        clients.change(at, client, notes=text, vip=bool(number % 2))
    elif kind == 2:
        contacts.add(at, client, name="Somebody" if is_blank(text) else text)
    elif kind == 3:
        interactions.log(at, client_id=client, occasion=text, contact_ids=people[:2])
    elif kind == 4:
        clients.remove(at, client)
    elif kind == 5 and people:
        contacts.remove(at, people[number % len(people)])
    elif kind in {6, 7} and calls:
        summary = summaries.start(at, calls[number % len(calls)])
        points = summaries.points(at, summary)
        new = Point(POINT_KINDS[number % 5], text)
        summaries.write(at, summary, [new, *reversed(points)] if kind == 6 else points[1:])
    elif kind == 8 and calls:
        interactions.remove(at, calls[0])


def half_done(at: Desk, client: int) -> None:
    """A step whose second half is refused."""
    with at.step("Two things"):
        clients.change(at, client, code="LOST")
        clients.change(at, client, name="  ")


def words(at: Desk) -> list[tuple[object, ...]]:
    """The word index, as the search sees it."""
    return [
        tuple(row)
        for table in ("client_search", "interaction_search")
        for row in at.store.rows(f"SELECT rowid FROM {table} ORDER BY rowid")
    ]


@settings(max_examples=40)
@given(ACTS)
def test_undo_and_redo_go_through_every_state_there_was(acts: list[tuple[int, int, str]]) -> None:
    at = desk()
    states = [(dump(at), words(at))]
    for kind, number, text in acts:
        with at.step("An act"):
            act(at, kind, number, text)
        if (now := (dump(at), words(at))) != states[-1]:
            states.append(now)
    for before in reversed(states[:-1]):
        assert at.undo() is not None
        assert (dump(at), words(at)) == before
    while at.undo():
        pass
    assert not any(dump(at).values())
    while at.redo():
        pass
    assert (dump(at), words(at)) == states[-1]
    at.close()


def test_typing_a_paragraph_is_one_undo() -> None:
    at = desk()
    summary = summary_of_call(at)
    for typed in ("B", "Bu", "Bud", "Budget"):
        points = summaries.points(at, summary)
        summaries.write(
            at, summary, [replace(points[0], text=typed)] if points else [Point("decision", typed)]
        )
    assert at.undo() == "Write summary"
    assert summaries.points(at, summary) == ()
    at.redo()
    assert [point.text for point in summaries.points(at, summary)] == ["Budget"]


def test_a_new_step_forgets_what_was_undone() -> None:
    at = desk()
    clients.add(at, name="A")
    at.undo()
    clients.add(at, name="B")
    assert at.redo() is None
    assert [line.name for line in clients.lines(at, clients.find(at))] == ["B"]


def test_a_step_that_fails_leaves_nothing_behind() -> None:
    at = desk()
    client, _ = client_with_contact(at)
    before = dump(at)

    with pytest.raises(AmdeskError, match="name"):
        half_done(at, client)
    assert dump(at) == before
    assert at.undo_label == "New address"


def test_an_inner_step_that_fails_takes_only_itself_back() -> None:
    at = desk()
    client, _ = client_with_contact(at)
    with at.step("Outer"):
        clients.change(at, client, notes="kept")
        with pytest.raises(AmdeskError):
            half_done(at, client)
    assert (clients.get(at, client).notes, clients.get(at, client).code) == ("kept", "NT")


def test_writing_outside_a_step_is_refused() -> None:
    at = desk()
    with pytest.raises(RuntimeError, match="outside of a step"):
        at.store.insert("client", {"name": "X"})


def test_a_step_is_announced_once_with_the_tables_it_touched() -> None:
    at = desk()
    client, _ = client_with_contact(at)
    heard: list[Touched] = []
    at.listen(heard.append)
    with at.step("Outer"):
        clients.change(at, client, notes="x")
        interactions.log(at, client_id=client)
    assert [(what.label, what.tables) for what in heard] == [("Outer", frozenset({"client", "interaction"}))]
    clients.change(at, client, notes="x")
    assert len(heard) == 1, "nothing changed, nothing to announce"


def test_a_number_given_once_is_never_given_again() -> None:
    at = desk(Clock())
    client, _ = client_with_contact(at)
    first = interactions.get(at, interactions.log(at, client_id=client)).reference
    at.undo()
    second = interactions.get(at, interactions.log(at, client_id=client)).reference
    assert (first, second) == ("NT-2026-001", "NT-2026-002")


def test_history_keeps_what_a_record_was() -> None:
    at = desk()
    client, _ = client_with_contact(at)
    clients.change(at, client, name="Northwind Ltd")
    rows = at.store.rows(
        "SELECT s.label, json_extract(h.was, '$.name') FROM history h JOIN step s ON s.id = h.step_id "
        "WHERE h.noun = 'client' AND h.row_id = ?",
        [client],
    )
    assert [tuple(row) for row in rows] == [("Change client", "Northwind Traders")]


def test_an_import_is_taken_back_and_done_again_with_what_came_before_and_after(tmp_path: Path) -> None:
    at = desk()
    client, _ = client_with_contact(at)
    states = [dump(at)]
    everybody = "".join(f"Firm {n},Person {n},p{n}@firm{n}.example\n" for n in range(1_200))
    bring(at, listed(tmp_path, f"Company,Contact,E-mail\nNorthwind Traders,Bob,bob@nt.example\n{everybody}"))
    states.append(dump(at))
    for change in (
        lambda: clients.change(at, client, notes="called"),
        lambda: contacts.add(at, clients.find(at, "Firm 7")[0], name="Another"),
        lambda: clients.remove(at, clients.find(at, "Firm 9")[0]),
    ):
        change()
        states.append(dump(at))
    for before in reversed(states[:-1]):
        at.undo()
        assert dump(at) == before
    for after in states[1:]:
        at.redo()
        assert dump(at) == after
    assert list(clients.find(at, "Person 1199"))


def test_a_long_import_takes_a_few_lines_of_the_undo_log(tmp_path: Path) -> None:
    at = desk()
    bring(
        at, listed(tmp_path, "Company,Phone\n" + "".join(f"Firm {n},+97252700{n:04}\n" for n in range(1_000)))
    )
    assert at.store.value("SELECT count(*) FROM undolog") < 20


def test_what_is_undone_again_and_again_takes_no_more_of_the_memory(tmp_path: Path) -> None:
    at = desk()
    bring(at, listed(tmp_path, "Company\n" + "".join(f"Firm {n}\n" for n in range(300))))
    at.undo()
    once = at.store.value("SELECT count(*) FROM undolog")
    for _again in range(3):
        at.redo()
        at.undo()
    assert at.store.value("SELECT count(*) FROM undolog") == once
    clients.add(at, name="Another")
    assert at.store.value("SELECT count(*) FROM undolog") < 20


def test_rows_that_are_put_back_together_keep_every_letter() -> None:
    at = desk()
    client, _ = client_with_contact(at)
    names = ["');DELETE FROM client--", "one\ntwo", ") VALUES(1,2", "O'Hara", "a=b, id=3", "ёлка \U0001f384"]
    with at.step("Many"):
        for name in names:
            contacts.add(at, client, name=name, notes=name)
    states = [dump(at)]
    with at.step("None"):
        for contact in range(2, 2 + len(names)):
            at.store.delete("contact", contact)
    states.append(dump(at))
    for _again in range(3):
        at.undo()
        assert dump(at) == states[0]
        at.redo()
        assert dump(at) == states[1]


def test_rows_that_became_the_same_together_are_each_what_they_were_again() -> None:
    at = desk()
    was = ["O'Hara WHERE id=3", "", "A", "one\ntwo", "A", "A", "id=7 WHERE id=8", "A"]
    client, *_others = (clients.add(at, name=f"Firm {n}", notes=notes) for n, notes in enumerate(was))
    states = [dump(at)]
    with at.step("All alike"):
        at.store.execute("UPDATE client SET notes = 'B', vip = id % 2, tier = iif(id < 4, 'A', tier)")
        clients.change(at, client, notes="C")
        at.store.execute("UPDATE client SET notes = 'B'")
    states.append(dump(at))
    for _again in range(2):
        at.undo()
        assert dump(at) == states[0]
        at.redo()
        assert dump(at) == states[1]
    with at.step("Nothing"):
        at.store.execute("UPDATE client SET notes = notes")
    at.undo()
    assert dump(at) == states[0]


def test_undo_of_what_became_of_many_rows_takes_a_few_statements() -> None:
    at = desk()
    with at.step("Many"):
        for n in range(600):
            clients.add(at, name=f"Firm {n}")
    with at.step("All alike"):
        at.store.execute("UPDATE client SET vip = 1")
    told: list[str] = []
    at.store.connection.set_trace_callback(told.append)
    at.undo()
    at.store.connection.set_trace_callback(None)
    assert len({one for one in told if one.startswith("UPDATE client SET vip")}) == 2
