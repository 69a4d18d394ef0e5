"""Whatever a list says, and however its rows contradict each other: the second time it changes nothing."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amdesk.services import exchange
from amdesk.services.desk import Desk
from amdesk.store import kept
from tests.desks import desk, dump
from tests.files import bring, nothing

COLUMNS = {
    "Company": ["", "Acme", "ACME", "Delta", "צה״ר", "🙂"],
    "Contact": ["", "Bob", "Bob Smith", "Smith, Bob", "Anna Smith", "дана", "Acme", "🙂"],
    "Role": ["", "CEO", "Founder"],
    "Mobile": ["", "+44 7700 900123", "+447700900123", "+972 52-765-4321", "extension 7", "1;2"],
    "Phone": ["", "+44 7700 900123", "+44 7700 900124 ::: 7"],
    "E-mail": ["", "bob@acme.example", "BOB@acme.example", "anna@acme.example, bob@acme.example", "no mail"],
    "Birthday": ["", "1.2.1980", "--02-01", "soon", "30.2.1980"],
    "Notes": ["", "golf", "golf\ntennis", "tennis"],
    "Tier": ["", "A", "B", "Z"],
    "Language": ["", "English", "Klingon"],
    "Code": ["", "ACM", "x-1"],
    "Address": ["", "1 High Street", "1 high street"],
    "Anything": ["", "goes"],
}
ROWS = st.lists(st.tuples(*map(st.sampled_from, COLUMNS.values())), min_size=1, max_size=8)


@settings(max_examples=150)
@given(rows=ROWS, before=ROWS | st.just([]))
def test_a_list_changes_nothing_the_second_time(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, ...]], before: list[tuple[str, ...]]
) -> None:
    at_work = desk()
    folder = tmp_path_factory.mktemp("lists")
    if before:
        bring(at_work, written(folder / "before.csv", before))
    start = dump(at_work)
    path = written(folder / "list.csv", rows)
    seen = exchange.preview(at_work, path)
    assert dump(at_work) == start
    assert bring(at_work, path) == seen.result
    after = dump(at_work)
    again = bring(at_work, path)
    assert (again.counts.new, again.counts.updated) == (0, 0)
    assert dump(at_work) == after
    assert not wrongly_lacking(at_work)
    if after != start:
        at_work.undo()
        assert dump(at_work) == start
        at_work.redo()
        assert dump(at_work) == after
        at_work.undo()
    assert dump(at_work) == start
    assert before or nothing(at_work)


def wrongly_lacking(at: Desk) -> list[int]:
    """Clients of whom the file says that they lack what they do not, or the other way round."""
    return at.store.column(f"SELECT id FROM client WHERE lacks <> ({kept.lacks('client.id')})")


def written(path: Path, rows: list[tuple[str, ...]]) -> Path:
    """A list as another program writes it."""
    text = io.StringIO()
    csv.writer(text).writerows([tuple(COLUMNS), *rows])
    path.write_text(text.getvalue(), encoding="utf-8", newline="")
    return path
