"""What leaves comes back: into an empty file, and from there it leaves again as the same files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from amdesk.formats import xlsx
from amdesk.services import exchange
from amdesk.services.desk import Desk
from amdesk.store import records
from tests.desks import desk, dump
from tests.files import bring
from tests.portfolios import sample_desk
from tests.quality.reading import ROOT

# Whatever a person keeps, and the formats that carry the whole of it; the README has the same table.
PEOPLE = ("client", "contact", "address")
CARRIED = {
    "json": tuple(records.REFERENCES),
    "xlsx": tuple(records.REFERENCES),
    "csv": tuple(records.REFERENCES),
    "vcard": PEOPLE,
    "icalendar": (),  # what is ahead, not the records whole
}


@pytest.fixture(scope="module")
def full() -> Iterator[Desk]:
    made = sample_desk()
    yield made
    made.close()


def exported(at: Desk, folder: Path, form: str) -> list[Path]:
    return list(exchange.drain(exchange.export(at, folder, formats=(form,), relatives=True)))


def told(path: Path) -> Sequence[object]:
    """What a file says, in no order, without when its records were last written."""
    if path.suffix == ".xlsx":
        with path.open("rb") as stream:
            book = xlsx.Book(stream, name=path.name)
            return sorted((name, row.cells) for name in book.sheets for row in book.chosen(name).rows())
    lines = path.read_bytes().replace(b",\n", b"\n").splitlines()
    return sorted(line for line in lines if not line.startswith((b"DTSTAMP", b"LAST-MODIFIED")))


@pytest.mark.parametrize("form", exchange.FORMATS)
def test_what_comes_back_leaves_again_as_the_same_files(full: Desk, tmp_path: Path, form: str) -> None:
    before = dump(full)
    files = exported(full, tmp_path / "first", form)
    again = desk()
    for path in exchange.in_order(files):
        assert bring(again, path).errors == ()
    for path, back in zip(files, exported(again, tmp_path / "second", form), strict=True):
        assert told(back) == told(path), path.name
    for path in exchange.in_order(files):
        counts = bring(full, path).counts
        assert counts.rows == counts.duplicates, f"{path.name} changes nothing where it came from"
    assert dump(full) == before
    assert sizes(again, form) == sizes(full, form)
    again.close()


def sizes(at: Desk, form: str) -> dict[str, int]:
    """How many rows there are of what a format carries whole."""
    found = {
        noun: len(list(records.records(at.store, noun, trash=False, relatives=True)))
        for noun in CARRIED[form]
    }
    return {noun: count for noun, count in found.items() if form == "json" or noun != "attachment"}


def test_the_readme_says_which_format_carries_what() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.startswith("|")]
    table = {
        cells[0]: cells[1:] for cells in ([one.strip() for one in row.strip("|").split("|")] for row in rows)
    }
    assert table[""] == ["JSON", "XLSX", "CSV", "vCard", "iCalendar"]
    assert table["clients, contacts, their addresses"] == ["all"] * 4 + ["who is spoken of"]
    assert table["the trash, files"] == ["all", "–", "–", "–", "–"]
