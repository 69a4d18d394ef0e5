"""Everything leaves, in files other programs read, and comes back without loss."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amdesk.domain.calendars import PartialDate
from amdesk.domain.contact import LABELS, MEDIA
from amdesk.domain.errors import AmdeskError
from amdesk.domain.points import Point
from amdesk.domain.text import is_blank
from amdesk.services import clients, contacts, exchange, interactions, summaries
from amdesk.services.desk import Desk
from tests.desks import client_with_contact, desk, dump, summary_of_call
from tests.files import DATA, bring, counts, portfolio
from tests.portfolios import sample_desk

NAUGHTY = [one for one in json.loads((DATA / "blns.json").read_text(encoding="utf-8")) if not is_blank(one)]


@pytest.fixture
def full() -> Desk:
    """A desk with the sample portfolio."""
    return sample_desk()


def written(at_work: Desk, folder: Path, *formats: str) -> list[Path]:
    """Export; the files in the order in which they come back."""
    files = exchange.drain(exchange.export(at_work, folder, formats=formats or exchange.FORMATS))
    return exchange.in_order(files)


def rows(at_work: Desk) -> dict[str, list[dict[str, object]]]:
    """All tables with uuids in the place of ids, in no order."""
    from amdesk.store import records

    return {
        noun: sorted(records.records(at_work.store, noun, trash=True), key=lambda row: str(row["uuid"]))
        for noun in records.REFERENCES
    }


def test_an_export_writes_every_file_and_no_other(full: Desk, tmp_path: Path) -> None:
    files = written(full, tmp_path / "new" / "folder")
    assert sorted(path.name for path in files) == [
        "amdesk.ics", "amdesk.json", "amdesk.xlsx", "apart.csv", "attachments.csv", "client_shares.csv",
        "clients.csv", "contacts.vcf", "goals.csv", "interaction_contacts.csv", "interactions.csv",
        "measurements.csv", "merged.csv", "milestones.csv", "outbox.csv", "personal_dates.csv",
        "planned_actions.csv", "points.csv", "questions.csv", "reminders.csv", "summaries.csv",
        "task_links.csv", "tasks.csv",
    ]  # fmt: skip
    assert sorted(files) == sorted((tmp_path / "new" / "folder").iterdir())


@pytest.mark.parametrize("formats", [("csv",), ("xlsx",), ("json",)])
def test_everything_comes_back_into_an_empty_file(
    full: Desk, tmp_path: Path, formats: tuple[str, ...]
) -> None:
    files = written(full, tmp_path, *formats)
    again = desk()
    for path in files:
        _new, updated, *rest = counts(bring(again, path))
        assert rest == [0, 0]
        assert updated == 0 or path.name == "tasks.csv"  # actions come in with their tasks
    ours, theirs = rows(full), rows(again)
    if formats != ("json",):  # addresses have no uuid there: nothing refers to one
        ours.pop("address"), theirs.pop("address")
    assert theirs == ours
    assert portfolio(again) == portfolio(full)
    assert again.store.column("SELECT last_contact_at FROM client ORDER BY uuid") == full.store.column(
        "SELECT last_contact_at FROM client ORDER BY uuid"
    )
    assert again.store.column("SELECT state FROM interaction ORDER BY uuid") == full.store.column(
        "SELECT state FROM interaction ORDER BY uuid"
    )


def test_cards_bring_back_clients_people_and_addresses(full: Desk, tmp_path: Path) -> None:
    (cards,) = written(full, tmp_path, "vcard")
    again = desk()
    bring(again, cards)
    assert portfolio(again) == portfolio(full)


def test_a_change_in_an_exported_table_comes_back_as_an_update(tmp_path: Path) -> None:
    at_work = desk()
    summary_of_call(at_work)
    files = {path.name: path for path in written(at_work, tmp_path)}
    path = files["interactions.csv"]
    path.write_bytes(path.read_bytes().replace(b",mobile,", b",video,"))
    assert counts(bring(at_work, path)) == (0, 1, 0, 0)
    assert at_work.store.value("SELECT channel FROM interaction") == "video"
    assert at_work.undo() == "Import"
    assert at_work.store.value("SELECT channel FROM interaction") == "mobile"


def test_files_given_in_any_order_are_taken_in_the_order_of_their_references(
    full: Desk, tmp_path: Path
) -> None:
    files = written(full, tmp_path, "csv")
    renamed = [path.rename(path.with_name(f"{number}.csv")) for number, path in enumerate(reversed(files))]
    again = desk()
    for path in exchange.in_order(renamed):
        assert bring(again, path).counts.errors == 0
    assert portfolio(again) == portfolio(full)


def test_a_row_that_refers_to_nobody_is_an_error_with_its_line(full: Desk, tmp_path: Path) -> None:
    files = {path.name: path for path in written(full, tmp_path, "csv")}
    again = desk()
    result = bring(again, files["interactions.csv"])
    assert result.counts.errors == result.counts.rows > 0
    assert str(result.errors[0].message).startswith("Line 2: client_uuid is ")
    assert dump(again)["interaction"] == []


def test_the_trash_leaves_in_the_archive_only(tmp_path: Path) -> None:
    at_work = desk()
    client, _maya = client_with_contact(at_work)
    interactions.log(at_work, client_id=client)
    clients.remove(at_work, client)
    files = {path.name: path for path in written(at_work, tmp_path)}
    assert b"Northwind" in files["amdesk.json"].read_bytes()
    assert b"Northwind" not in files["clients.csv"].read_bytes() + files["contacts.vcf"].read_bytes()
    assert exchange.preview(at_work, files["interactions.csv"]).counts.rows == 0
    again = desk()
    bring(again, files["amdesk.json"])
    assert list(clients.find(again)) == []
    assert rows(again) == rows(at_work)


def test_an_old_export_brings_back_what_was_deleted_since(tmp_path: Path) -> None:
    at_work = desk()
    client, _maya = client_with_contact(at_work)
    files = {path.name: path for path in written(at_work, tmp_path)}
    clients.remove(at_work, client)
    assert counts(bring(at_work, files["clients.csv"])) == (0, 1, 0, 0)
    assert list(clients.find(at_work)) == [client]


def test_a_code_in_use_gives_way_and_the_row_says_so(tmp_path: Path) -> None:
    at_work, other = desk(), desk()
    clients.add(at_work, name="Acme", code="ACM")
    clients.add(other, name="Acmeon", code="ACM")
    (archive,) = written(other, tmp_path, "json")
    seen = exchange.preview(at_work, archive)
    assert str(seen.verdicts[0].message) == "The code ACM belongs to another client; this one has ACM2."
    bring(at_work, archive)
    assert counts(bring(at_work, archive)) == (0, 0, 1, 0)


@pytest.mark.parametrize(
    ("table", "column", "wrong", "said"),
    [
        ("client", "stage", "gone", "Line 3: the column “stage” cannot hold “gone”, but only: prospect"),
        ("client", "uuid", "1", "Line 3: the column “uuid” cannot hold “1”"),
        ("client", "name", " ", "Line 3 has nothing in name"),
        ("client", "vip", 7, "Line 3: the column “vip” cannot hold “7”"),
        ("client", "next_contact_on", "soon", "Line 3: the column “next_contact_on” cannot hold “soon”"),
        ("contact", "birth_month", 14, "the birthday is no day"),
        ("contact", "client_uuid", "x", "client_uuid is x, which is not there"),
        ("address", "medium", "pigeon", "the column “medium” cannot hold “pigeon”"),
        ("interaction", "started_at", "2026-01-01", "the column “started_at” cannot hold"),
        ("interaction", "minutes", "many", "the column “minutes” cannot hold “many”"),
        ("interaction", "reference", None, "has nothing in reference"),
        ("summary", "sent_to", '"x"', "the column “sent_to” cannot hold"),
        ("point", "kind", "joke", "the column “kind” cannot hold “joke”, but only: decision"),
        ("point", "text", 5, "the column “text” cannot hold “5”"),
    ],
)
def test_every_value_that_comes_back_is_checked(
    tmp_path: Path, table: str, column: str, wrong: object, said: str
) -> None:
    at_work = desk()
    summary = summary_of_call(at_work)
    summaries.write(at_work, summary, [Point("decision", "go on")])
    _client, maya = 1, 1
    contacts.change(at_work, maya, birthday=PartialDate(4, 9, 1986))
    (archive,) = written(at_work, tmp_path, "json")
    held = json.loads(archive.read_text(encoding="utf-8"))
    held["tables"][table][0][column] = wrong
    text = json.dumps({**held, "tables": {}}, ensure_ascii=False)[:-2]
    tables = ",".join(
        f'\n"{name}": [' + ",".join("\n" + json.dumps(row) for row in of) + "]"
        for name, of in held["tables"].items()
    )
    archive.write_text(f"{text}{tables}\n}}}}\n", encoding="utf-8")
    again = desk()
    result = bring(again, archive)
    assert any(said in str(error.message) for error in result.errors)
    assert len(dump(again)[table]) == len(dump(at_work)[table]) - 1


def test_a_folder_that_cannot_be_written_to_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(AmdeskError, match="No export can be written in"):
        written(desk(), tmp_path / "file")


def test_a_file_of_another_program_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "clients.csv").write_text("mine", encoding="utf-8")
    with pytest.raises(AmdeskError, match="not from amdesk"):
        written(desk(), tmp_path)
    assert (tmp_path / "clients.csv").read_text(encoding="utf-8") == "mine"
    assert [path.name for path in tmp_path.iterdir()] == ["clients.csv"]


def test_an_export_stopped_half_way_leaves_the_folder_as_it_was(full: Desk, tmp_path: Path) -> None:
    written(full, tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    clients.add(full, name="One more")
    work = exchange.export(full, tmp_path)
    for _ in range(4):
        next(work)
    work.close()
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_format_that_is_not_known_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AmdeskError, match="There is no export format “xls”"):
        written(desk(), tmp_path, "xls")


def test_an_empty_file_leaves_and_comes_back(tmp_path: Path) -> None:
    again = desk()
    for path in written(desk(), tmp_path):
        if path.suffix != ".vcf":
            assert bring(again, path).counts.rows == 0


def test_formulas_leave_harmless_and_come_back_as_they_were(tmp_path: Path) -> None:
    at_work = desk()
    clients.add(at_work, name='=HYPERLINK("http://evil.example")')
    files = {path.name: path for path in written(at_work, tmp_path)}
    assert b"'=HYPERLINK" in files["clients.csv"].read_bytes()
    again = desk()
    bring(again, files["clients.csv"])
    assert portfolio(again) == portfolio(at_work)


@pytest.mark.parametrize("name", ["clients.csv", "amdesk.json", "contacts.vcf"])
def test_naughty_strings_come_back_from_every_field(tmp_path: Path, name: str) -> None:
    at_work = desk()
    with at_work.step("Fill"):
        for number, text in enumerate(NAUGHTY):
            client = clients.add(at_work, name=f"{number} {text}", notes=text, next_step=text)
            person = contacts.add(at_work, client, name=text, role=text, notes=text, preferred_hours=text)
            for medium in ("phone", "post", "web"):
                contacts.add_address(at_work, client, medium=medium, value=text, contact_id=person)
                contacts.add_address(at_work, client, medium=medium, value=f"x {text}")
    files = {path.name: path for path in written(at_work, tmp_path)}
    again = desk()
    assert counts(bring(again, files[name]))[3] == 0
    assert portfolio(again) == portfolio(at_work)
    assert counts(bring(again, files[name]))[:2] == (0, 0)


TEXTS = st.one_of(
    st.sampled_from(NAUGHTY),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), min_size=1, max_size=30),
)
NAMES = TEXTS.filter(lambda text: text.strip() == text and not is_blank(text))
BIRTHDAYS = st.none() | st.sampled_from(
    [
        PartialDate(2, 29),
        PartialDate(12, 30, 1370, "jalali"),
        PartialDate(13, 5, None, "hebrew"),
        PartialDate(3, 1, 1985),
    ]
)
ADDRESSES = st.lists(st.tuples(st.sampled_from(MEDIA), st.sampled_from(LABELS), NAMES), max_size=4)
PEOPLE = st.lists(st.tuples(NAMES, TEXTS, BIRTHDAYS, ADDRESSES), max_size=3)
PORTFOLIOS = st.lists(st.tuples(NAMES, TEXTS, ADDRESSES, PEOPLE), max_size=4)


@pytest.mark.parametrize("name", ["clients.csv", "amdesk.json", "contacts.vcf"])
@settings(max_examples=200)
@given(made=PORTFOLIOS)
def test_any_portfolio_comes_back(
    tmp_path_factory: pytest.TempPathFactory,
    name: str,
    made: list[
        tuple[str, str, list[tuple[str, str, str]], list[tuple[str, str, object, list[tuple[str, str, str]]]]]
    ],
) -> None:
    at_work = desk()
    with at_work.step("Fill"):
        for company, notes, own, team in made:
            client = clients.add(at_work, name=company, notes=notes)
            add_all(at_work, client, None, own)
            for person, role, birthday, addresses in team:
                contact = contacts.add(
                    at_work, client, name=person, role=role, notes=notes, birthday=birthday
                )
                add_all(at_work, client, contact, addresses)
    files = {path.name: path for path in written(at_work, tmp_path_factory.mktemp("out"))}
    again = desk()
    if made or name != "contacts.vcf":
        assert counts(bring(again, files[name]))[1:] == (0, 0, 0)
        assert portfolio(again) == portfolio(at_work)
        assert counts(bring(again, files[name]))[:2] == (0, 0)


def add_all(at_work: Desk, client: int, contact: int | None, addresses: list[tuple[str, str, str]]) -> None:
    """Addresses of a client or contact; a text in the place of a mail address is made into one."""
    for medium, label, text in addresses:
        value = f"a{len(text)}@acme.example" if medium == "email" else text
        contacts.add_address(at_work, client, contact_id=contact, medium=medium, label=label, value=value)
