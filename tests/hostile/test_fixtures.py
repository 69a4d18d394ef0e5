"""Files that were made to break programs: the fixtures of the icalendar library, and csv-spectrum.

Each is taken over with its counts, entry by entry, or refused with a sentence; nothing else ever happens.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import icalendar
import pytest

from amdesk.domain.errors import AmdeskError
from amdesk.formats import calendar
from amdesk.services import exchange
from amdesk.services.desk import Desk
from tests.desks import client_with_contact, desk, dump
from tests.files import DATA

_LIBRARY = Path(icalendar.__file__).parent
FIXTURES = sorted(path for path in _LIBRARY.rglob("*") if path.suffix in {".ics", ".vcf"})
SPECTRUM = sorted((DATA / "csv-spectrum").glob("*.csv"))


@pytest.fixture(scope="module")
def at_work() -> Iterator[Desk]:
    made = desk()
    client_with_contact(made)
    yield made
    made.close()


def test_the_fixtures_are_there() -> None:
    assert len(FIXTURES) > 100


@pytest.mark.parametrize("path", [*FIXTURES, *SPECTRUM], ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_file_is_counted_or_refused_with_a_sentence(at_work: Desk, path: Path) -> None:
    before = dump(at_work)
    try:
        found = exchange.preview(at_work, path)
    except AmdeskError as error:
        told = str(error)
    else:
        assert found.counts.rows == len(found.verdicts)
        told = " ".join(str(one.message) for one in found.verdicts if one.kind == "error")
    assert "Traceback" not in told
    assert not told or told.rstrip().endswith((".", "!"))
    assert dump(at_work) == before


def test_all_of_them_change_nothing_the_second_time() -> None:
    at = desk()
    taken = [path for path in FIXTURES if _bring(at, path)]
    assert len(taken) > 90
    # a file may contradict another one that calls a different thing by the same UID: then the last one stands
    for path in taken:
        _bring(at, path)
        before = dump(at)
        _bring(at, path)
        assert dump(at) == before, path.name
    at.close()


def _bring(at: Desk, path: Path) -> bool:
    with suppress(AmdeskError):
        exchange.drain(exchange.run(at, exchange.preview(at, path)))
        return True
    return False


@pytest.mark.parametrize(
    "data",
    [
        b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\n" * 1_000,
        b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\nEND:VEVENT\n" * 20_001,
        b"BEGIN:VCALENDAR\n" + b"X:" + b"a" * 10_000_001,
        b"BEGIN:VCALENDAR\x00\n",
        b"",
    ],
    ids=["nested", "many", "large", "binary", "empty"],
)
def test_a_calendar_made_to_keep_us_busy_is_refused(data: bytes) -> None:
    with pytest.raises(AmdeskError):
        calendar.read(data, name="bomb.ics")
