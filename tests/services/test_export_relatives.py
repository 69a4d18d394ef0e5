"""Relatives of contacts are nobody's business: they leave only where that is asked for, and then whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from amdesk.domain.calendars import PartialDate
from amdesk.services import contacts, exchange, exporting, occasions, personal_dates
from amdesk.services.desk import Desk
from tests.desks import NOON, client_with_contact, desk, dump
from tests.files import bring, counts, listed, told

CANARIES = (b"Zilpah", b"Quackenbush", b"1987-07-17", b"--07-17", b"Tashlich day")
TODAY = PartialDate(NOON.month, NOON.day)


@pytest.fixture
def at() -> Desk:
    """Maya Stern with days of her own, her child and her husband, whose names stand nowhere else."""
    made = desk()
    client, maya = client_with_contact(made)
    ben = contacts.add(made, client, name="Ben Stern")
    contacts.change(made, maya, birthday=TODAY)
    personal_dates.tell_birthday_early(made, maya, "on")
    personal_dates.add(made, contact_id=maya, given=PartialDate(5, 3, 2016), kind="work")
    zilpah = personal_dates.add_relative(made, maya, name="Zilpah", relation="daughter", other_contact_id=ben)
    personal_dates.add(made, relative_id=zilpah, given=PartialDate(7, 17, 1987))
    quack = personal_dates.add_relative(made, maya, name="Quackenbush", relation="husband")
    personal_dates.add(
        made, relative_id=quack, given=PartialDate(7, 17), kind="other", label="Tashlich day", early="off"
    )
    return made


def written(at: Desk, folder: Path, **asked: bool) -> list[Path]:
    return exchange.in_order(exchange.drain(exchange.export(at, folder, **asked)))  # type: ignore[arg-type]


def test_they_stay_out_of_every_file_unless_asked_for(at: Desk, tmp_path: Path) -> None:
    files = written(at, tmp_path)
    assert "relatives.csv" not in {path.name for path in files}
    everything = b"".join(path.read_bytes() for path in files) + exporting.cards(at, [1])
    assert b"Maya Stern" in everything
    assert not [canary for canary in CANARIES if canary in everything]
    assert b"daughter" not in everything
    assert b"husband" not in everything


def test_the_contact_s_own_days_leave_all_the_same(at: Desk, tmp_path: Path) -> None:
    files = {path.name: path for path in written(at, tmp_path)}
    again = desk()
    for name in ("clients.csv", "personal_dates.csv"):
        assert bring(again, files[name]).counts.errors == 0
    own = personal_dates.of_contact(again, 1)
    assert (own.early, [one.kind for one in own.dates], own.relatives) == ("on", ["work"], ())


def test_those_of_an_earlier_export_do_not_stay_behind(at: Desk, tmp_path: Path) -> None:
    (tmp_path / "notes.csv").write_text("mine")
    written(at, tmp_path, relatives=True)
    assert (tmp_path / "relatives.csv").exists()
    written(at, tmp_path)
    assert not (tmp_path / "relatives.csv").exists(), "it was asked that they stay at home"
    everything = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert not [canary for canary in CANARIES if canary in everything]
    assert (tmp_path / "notes.csv").read_text() == "mine"


@pytest.mark.parametrize("parent", [1, 2])
def test_a_child_of_two_leaves_while_one_of_them_is_in_the_trash(
    at: Desk, tmp_path: Path, parent: int
) -> None:
    contacts.remove(at, parent)
    files = {path.name: path for path in written(at, tmp_path, relatives=True)}
    again = desk()
    for name in ("clients.csv", "relatives.csv", "personal_dates.csv"):
        assert bring(again, files[name]).counts.errors == 0
    (zilpah,) = again.store.rows("SELECT * FROM relative WHERE name = 'Zilpah'")
    assert zilpah["other_contact_id"] is None
    assert again.store.value("SELECT count(*) FROM personal_date WHERE relative_id = ?", [zilpah["id"]]) == 1
    before = dump(at)
    for name in ("relatives.csv", "personal_dates.csv"):
        assert counts(bring(at, files[name]))[:2] == (0, 0)
    assert dump(at) == before, "what comes back keeps whose it is, whoever is in the trash"


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_asked_for_they_leave_and_come_back_whole(at: Desk, tmp_path: Path, kind: str) -> None:
    occasions.finish(at, "contact", 1)
    files = exchange.in_order(exchange.drain(exchange.export(at, tmp_path, formats=[kind], relatives=True)))
    again = desk()
    for path in files:
        assert counts(bring(again, path))[1:] == (0, 0, 0)
    ours, theirs = dump(at), dump(again)
    for noun in ("relative", "personal_date"):
        assert theirs[noun] == ours[noun]
        assert theirs[noun]
    for path in files:
        assert bring(at, path).counts.new == 0
    assert dump(at) == ours


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        ("{uuid},,,other,Day,2,3,,gregorian,vip,,", "Line 2 has nothing in"),
        ("{uuid},{maya},,other,Day,2,30,,gregorian,vip,,", "Line 2: the personal date is no day."),
        ("{uuid},{maya},,other,Day,,,,,vip,,", "Line 2 has nothing in"),
        ("{uuid},{maya},,party,Day,2,3,,gregorian,vip,,", "cannot hold “party”"),
        ("{uuid},{maya},,other,Day,2,3,,roman,vip,,", "cannot hold “roman”"),
    ],
)
def test_a_row_that_cannot_be_is_an_error_with_its_line(
    at: Desk, tmp_path: Path, row: str, wrong: str
) -> None:
    maya = at.store.value("SELECT uuid FROM contact WHERE id = 1")
    head = (
        "uuid,contact_uuid,relative_uuid,kind,label,month,day,year,calendar,early,settled_on,snoozed_until_at"
    )
    text = f"{head}\n{row.format(uuid='01a1ffff-0000-7000-8000-000000000001', maya=maya)}\n"
    before = dump(at)
    (said,) = told(bring(at, listed(tmp_path, text)))
    assert wrong in said
    assert dump(at) == before
