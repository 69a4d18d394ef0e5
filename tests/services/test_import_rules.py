"""What a row adds to what is there already, and what it never does."""

from __future__ import annotations

from pathlib import Path

import pytest

from amdesk.domain.errors import AmdeskError
from amdesk.domain.verdict import Verdict
from amdesk.services import clients, contacts, exchange
from amdesk.services.desk import Desk
from tests.desks import Clock, client_with_contact, desk, dump
from tests.files import bring, counts, listed, nothing, people, reached, told, value


@pytest.fixture
def at_work() -> Desk:
    """A desk with Northwind Traders and Maya Stern."""
    made = desk()
    client_with_contact(made)
    return made


def test_a_client_is_known_by_its_folded_name(at_work: Desk, tmp_path: Path) -> None:
    result = bring(at_work, listed(tmp_path, "Company,Contact\nNORTHWIND  traders,maya STERN\n"))
    assert counts(result) == (0, 0, 1, 0)
    assert people(at_work) == {"Northwind Traders": ["Maya Stern"]}


def test_empty_fields_are_filled(at_work: Desk, tmp_path: Path) -> None:
    path = listed(tmp_path, "Company,Contact,Birthday,Tier\nNorthwind Traders,Maya Stern,9/4/1986,a\n")
    assert counts(bring(at_work, path)) == (0, 1, 0, 0)
    assert value(at_work, "contact", "birth_year", name="Maya Stern") == 1986
    assert value(at_work, "client", "tier", name="Northwind Traders") == "A"


def test_another_value_takes_the_place_of_ours_and_the_former_stays_in_the_history(
    at_work: Desk, tmp_path: Path
) -> None:
    path = listed(tmp_path, "Company,Contact,Role\nNorthwind Traders,Maya Stern,CEO\n")
    assert counts(bring(at_work, path)) == (0, 1, 0, 0)
    assert value(at_work, "contact", "role", name="Maya Stern") == "CEO"
    former = at_work.store.value("SELECT was FROM history WHERE noun = 'contact' ORDER BY id DESC LIMIT 1")
    assert "Head of Media" in former


def test_what_a_later_row_says_otherwise_is_a_line_in_the_notes(tmp_path: Path) -> None:
    at_work = desk()
    path = listed(tmp_path, "Firma,Company,Contact,Position\nx,Acme,Bob,CEO\nx,Acme,Bob,Founder\n")
    assert counts(bring(at_work, path)) == (1, 1, 0, 0)
    assert value(at_work, "contact", "role", name="Bob") == "CEO"
    assert value(at_work, "contact", "notes", name="Bob") == "Firma: x\nPosition: Founder"
    assert counts(bring(at_work, path)) == (0, 0, 2, 0)


def test_addresses_are_added_in_whatever_way_they_are_not_there_yet(at_work: Desk, tmp_path: Path) -> None:
    path = listed(
        tmp_path,
        "Company,Contact,Mobile,E-mail\n"
        "Northwind Traders,Maya Stern,0044 7700 900123,MAYA@northwind.example; m@stern.example\n",
    )
    assert counts(bring(at_work, path)) == (0, 1, 0, 0)
    assert [row[2] for row in reached(at_work, "Maya Stern")] == [
        "+44 7700 900123", "maya@northwind.example", "m@stern.example",
    ]  # fmt: skip


def test_a_mobile_number_without_a_kind_is_known_as_one(tmp_path: Path) -> None:
    at_work = desk()
    bring(at_work, listed(tmp_path, "Contact,Phone\nדנה לוי,052-7654321 ::: 03-5551234\n"))
    assert [row[1] for row in reached(at_work, "דנה לוי")] == ["mobile", "office"]


def test_notes_are_appended_once(at_work: Desk, tmp_path: Path) -> None:
    path = listed(
        tmp_path, 'Company,Contact,Notes\nNorthwind Traders,Maya Stern,"likes tea\nhates Mondays"\n'
    )
    client = clients.find(at_work, "Northwind")[0]
    maya = clients.page(at_work, client).contacts[0].contact.id
    contacts.change(at_work, maya, notes="met in Athens")
    assert counts(bring(at_work, path)) == (0, 1, 0, 0)
    contacts.change(at_work, maya, notes=f"{contacts.get(at_work, maya).notes}\nhas moved")
    assert counts(bring(at_work, path)) == (0, 0, 1, 0)
    assert contacts.get(at_work, maya).notes == "met in Athens\nlikes tea\nhates Mondays\nhas moved"


def test_a_person_is_known_by_mail_whatever_their_new_surname(at_work: Desk, tmp_path: Path) -> None:
    path = listed(tmp_path, "Company,Contact,E-mail\nNorthwind Traders,Maya Jones,maya@northwind.example\n")
    assert counts(bring(at_work, path)) == (0, 1, 0, 0)
    assert people(at_work) == {"Northwind Traders": ["Maya Jones"]}


def test_two_people_on_one_telephone_are_not_merged(at_work: Desk, tmp_path: Path) -> None:
    path = listed(tmp_path, "Company,Contact,Mobile\nNorthwind Traders,Tom Stern,+44 7700 900123\n")
    assert counts(bring(at_work, path)) == (1, 0, 0, 0)
    assert people(at_work) == {"Northwind Traders": ["Maya Stern", "Tom Stern"]}


def test_a_row_without_a_company_finds_the_person_anywhere(at_work: Desk, tmp_path: Path) -> None:
    path = listed(tmp_path, "Contact,Phone,Birthday\nM. Stern,+447700900123,--04-09\n")
    assert counts(bring(at_work, path)) == (0, 1, 0, 0)
    assert list(people(at_work)) == ["Northwind Traders"]


def test_a_row_without_a_company_or_match_is_a_client_of_their_own(at_work: Desk, tmp_path: Path) -> None:
    path = listed(tmp_path, "Contact,Phone\nZoe,+447700900999\nZoe,+447700900998\n")
    assert counts(bring(at_work, path)) == (1, 1, 0, 0)
    assert people(at_work)["Zoe"] == ["Zoe"]


def test_a_birthday_that_cannot_be_read_stands_in_the_notes(tmp_path: Path) -> None:
    at_work = desk()
    path = listed(tmp_path, "Company,Contact,Birthday\nAcme,Bob,some day in May\nAcme,Eve,31.02.1980\n")
    seen = exchange.preview(at_work, path)
    assert [one.kind for one in seen.verdicts] == ["new", "new"]
    assert "some day in May" in str(seen.verdicts[0].message)
    bring(at_work, path)
    assert value(at_work, "contact", "notes", name="Bob") == "Birthday: some day in May"
    assert value(at_work, "contact", "notes", name="Eve") == "Birthday: 31.02.1980"
    assert counts(bring(at_work, path)) == (0, 0, 2, 0)


def test_a_column_with_the_month_first_is_read_so_throughout(tmp_path: Path) -> None:
    at_work = desk()
    bring(at_work, listed(tmp_path, "Contact,Birthday\nBob,3/14/1985\nEve,3/4/1985\nOutlook,0/0/00\n"))
    assert value(at_work, "contact", "birth_month", name="Eve") == 3
    assert value(at_work, "contact", "notes", name="Outlook") == ""


def test_a_cell_of_hundreds_of_kilobytes_is_an_error_and_its_neighbours_come_in(tmp_path: Path) -> None:
    at_work = desk()
    result = bring(at_work, listed(tmp_path, f"Company,Notes\nAcme,x\nDelta,{'y' * 200_001}\nOmega,z\n"))
    assert counts(result) == (2, 0, 0, 1)
    assert result.errors[0].line == 3
    assert list(people(at_work)) == ["Acme", "Omega"]


def test_what_is_no_mail_address_and_no_stage_stands_in_the_notes(tmp_path: Path) -> None:
    at_work = desk()
    path = listed(
        tmp_path, "Company,Contact,E-mail,Stage\nAcme,Bob,bob at acme,Lead\nDelta,Eve,e@d.example,at risk\n"
    )
    bring(at_work, path)
    assert value(at_work, "contact", "notes", name="Bob") == "E-mail: bob at acme"
    assert value(at_work, "client", "notes", name="Acme") == "Stage: Lead"
    assert value(at_work, "client", "stage", name="Delta") == "at_risk"
    assert counts(bring(at_work, path)) == (0, 0, 2, 0)


def test_what_is_said_of_a_person_who_is_not_named_stays_with_the_company(tmp_path: Path) -> None:
    at_work = desk()
    bring(at_work, listed(tmp_path, "Company,Role,E-mail,Notes\nAcme,CEO,info@acme.example,no names\n"))
    assert value(at_work, "client", "notes", name="Acme") == "no names\nRole: CEO"
    assert [row[2] for row in reached(at_work, "Acme")] == ["info@acme.example"]


def test_a_street_and_a_town_become_one_address(tmp_path: Path) -> None:
    at_work = desk()
    header = "Company,Business Street,Business City,Business Country/Region,Home City"
    bring(at_work, listed(tmp_path, f"{header}\nAcme,1 High Street,London,UK,Leeds\n"))
    assert [row[1:3] for row in reached(at_work, "Acme")] == [
        ("office", "1 High Street\nLondon\nUK"),
        ("home", "Leeds"),
    ]


def test_codes_are_made_and_those_given_are_kept_where_they_are_free(tmp_path: Path) -> None:
    at_work = desk()
    bring(at_work, listed(tmp_path, "Company,Code\nAcme Ltd,\nAcme Lab,AL\nAlpha Line,\nOdd,x-1\n"))
    codes = dict(at_work.store.connection.execute("SELECT name, code FROM client").fetchall())
    assert codes == {"Acme Ltd": "AL", "Acme Lab": "AL2", "Alpha Line": "AL3", "Odd": "ODD"}
    assert value(at_work, "client", "notes", name="Odd") == "Code: x-1"


def test_who_is_in_the_trash_is_not_brought_back_by_a_name(at_work: Desk, tmp_path: Path) -> None:
    clients.remove(at_work, clients.find(at_work, "Northwind")[0])
    assert counts(bring(at_work, listed(tmp_path, "Company\nNorthwind Traders\n"))) == (1, 0, 0, 0)


def test_a_mapping_corrected_by_hand_is_used_and_remembered(tmp_path: Path) -> None:
    at_work = desk(Clock())
    path = listed(tmp_path, "A,B,C\nAcme,Bob,golf\n")
    guessed = exchange.preview(at_work, path)
    assert guessed.mapping == ("note_line",) * 3
    assert [one.kind for one in guessed.verdicts] == ["error"]
    corrected = exchange.preview(at_work, path, mapping=("company", "person", None))
    assert corrected.verdicts[0].left_out == ("C",)
    exchange.drain(exchange.run(at_work, corrected))
    assert people(at_work) == {"Acme": ["Bob"]}
    again = exchange.preview(at_work, listed(tmp_path, "A,B,C\nDelta,Eve,tennis\n", name="other.csv"))
    assert again.mapping == ("company", "person", None)
    assert again.verdicts[0].title == "Delta · Eve"


def test_a_mapping_of_one_field_to_two_columns_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AmdeskError, match="Two columns are said to hold “Company”"):
        exchange.preview(desk(), listed(tmp_path, "A,B\nx,y\n"), mapping=("company", "company"))


def test_an_encoding_corrected_by_hand_is_used(tmp_path: Path) -> None:
    at_work = desk()
    path = listed(tmp_path, "Company\nПривет\n", encoding="cp1251")
    assert exchange.preview(at_work, path, encoding="cp1251").verdicts[0].title == "Привет"
    bring(at_work, path, encoding="cp1251")
    assert list(people(at_work)) == ["Привет"]


def test_stopping_in_the_middle_takes_everything_back(at_work: Desk, tmp_path: Path) -> None:
    rows = "".join(f"Company {n},Person {n},p{n}@c{n}.example\n" for n in range(2400))
    path = listed(tmp_path, f"Company,Contact,E-mail\n{rows}")
    before = dump(at_work)
    seen = exchange.preview(at_work, path)
    work = exchange.run(at_work, seen)
    progress = next(work)
    assert (progress.unit, progress.total) == ("rows", 2400)
    while dump(at_work) == before:
        next(work)
    work.close()
    assert dump(at_work) == before
    assert at_work.undo_label == "New address"
    assert list(clients.find(at_work, "Company 7")) == []


def test_an_import_is_one_undo_and_one_redo(at_work: Desk, tmp_path: Path) -> None:
    path = listed(tmp_path, "Company,Contact,Role\nNorthwind Traders,Maya Stern,CEO\nAcme,Bob,\n")
    before = dump(at_work)
    bring(at_work, path)
    after = dump(at_work)
    assert at_work.undo() == "Import"
    assert dump(at_work) == before
    assert at_work.redo() == "Import"
    assert dump(at_work) == after
    assert len(clients.find(at_work, "Bob")) == 1


def test_clients_are_found_by_their_words_after_an_import(tmp_path: Path) -> None:
    at_work = desk()
    bring(at_work, listed(tmp_path, "Company,Contact,Mobile\nצה״ר מדיה,יואב כהן,052-7654321\n"))
    assert len(clients.find(at_work, "צהר")) == 1
    assert len(clients.find(at_work, "+972527654321")) == 1


def test_a_preview_of_very_many_rows_keeps_the_first_and_the_errors(tmp_path: Path) -> None:
    rows = "".join(f"Company {n}\n" for n in range(1500)) + ",,too many cells\n"
    seen = exchange.preview(desk(), listed(tmp_path, f"Company\n{rows}"))
    assert (seen.counts.rows, seen.counts.new, seen.counts.errors) == (1501, 1500, 1)
    assert len(seen.verdicts) == 1001
    assert not seen.is_complete
    assert seen.verdicts[-1].line == 1502


def test_rows_that_are_wrong_are_told_with_their_lines_and_the_others_come_in(tmp_path: Path) -> None:
    at_work = desk()
    path = listed(tmp_path, 'Company,Contact\nAcme,Bob\n,\n"open,Eve\nDelta,Zoe,more\nOmega,\0\nLast,One\n')
    result = bring(at_work, path)
    assert [error.line for error in result.errors] == [4, 5, 6]
    assert all(f"ine {error.line}" in str(error.message) for error in result.errors)
    assert counts(result) == (2, 0, 0, 3)
    assert list(people(at_work)) == ["Acme", "Last"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"   \r\n", "is empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "nothing to import"),
        (b"PK\x03\x04" + bytes(100), "damaged, or no spreadsheet"),
        (b"From: a@b.example\r\nSubject: x\r\n\r\nhello", "is a mail"),
    ],
)
def test_what_is_no_list_is_refused_with_a_sentence(tmp_path: Path, content: bytes, said: str) -> None:
    at_work = desk()
    path = tmp_path / "list.csv"
    path.write_bytes(content)
    with pytest.raises(AmdeskError, match=said):
        exchange.preview(at_work, path)
    assert nothing(at_work)
    assert path.read_bytes() == content


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(AmdeskError, match=r"gone\.csv cannot be read"):
        exchange.preview(desk(), tmp_path / "gone.csv")
    with pytest.raises(AmdeskError, match="cannot be read"):
        exchange.preview(desk(), tmp_path)


def test_a_wrong_encoding_is_told_with_line_and_column(tmp_path: Path) -> None:
    path = listed(tmp_path, "Company\nשלום\n", encoding="cp1255")
    with pytest.raises(AmdeskError, match="line 2, column 1"):
        exchange.preview(desk(), path, encoding="utf-8")


def test_a_row_that_names_nobody_says_what_to_do(tmp_path: Path) -> None:
    result = bring(desk(), listed(tmp_path, "Company,Contact,Notes\n,,lost\n"))
    assert told(result) == [
        "Line 2 names neither a company nor a person and has no e-mail or phone. "
        "Fill one of them in, or choose the columns they stand in."
    ]


def said(verdict: Verdict) -> str:
    """A verdict's words as one reads them."""
    return " ".join(map(str, verdict.told))


def test_columns_without_a_field_are_said_to_stand_in_the_notes(tmp_path: Path) -> None:
    at_work = desk()
    text = "Company,Shoe size,Parking\nAcme,44,Level 2\n"
    seen = exchange.preview(at_work, listed(tmp_path, text))
    assert "No field of their own, so in the notes: Shoe size, Parking." in said(seen.verdicts[0])


def test_what_was_changed_by_hand_is_not_replaced_without_a_word(tmp_path: Path) -> None:
    at_work = desk()
    text = "Company,Contact,Role,Tier,Birthday\nAcme,Bob,Founder,A,1.2.1980\n"
    bring(at_work, listed(tmp_path, text))
    client = clients.find(at_work)[0]
    clients.change(at_work, client, tier="B", stage="at_risk")
    bob = clients.page(at_work, client).contacts[0].contact.id
    contacts.change(at_work, bob, role="Chair", birthday=None)
    seen = exchange.preview(at_work, listed(tmp_path, text))
    assert (
        said(seen.verdicts[0]) == "Tier: “B” becomes “A”. Role: “Chair” becomes “Founder”. Added: birthday."
    )


def test_what_an_update_adds_is_named(tmp_path: Path) -> None:
    at_work = desk()
    bring(at_work, listed(tmp_path, "Company,Contact,VIP\nAcme,Bob,no\n"))
    text = "Company,Contact,Mobile,Notes,VIP,Stage\nAcme,Bob,+972527654321,golf,yes,at risk\n"
    told = said(exchange.preview(at_work, listed(tmp_path, text)).verdicts[0])
    assert told == ("VIP: “no” becomes “yes”. Stage: “Active client” becomes “At risk”. Added: phone, notes.")


def test_what_amdesk_would_overwrite_of_its_own_is_named_too(tmp_path: Path) -> None:
    at_work = desk()
    clients.add(at_work, name="Acme", code="ACM", next_step="Offer")
    exchange.drain(exchange.export(at_work, tmp_path / "out", formats=["json"]))
    clients.change(at_work, clients.find(at_work)[0], next_step="Wait")
    seen = exchange.preview(at_work, tmp_path / "out" / "amdesk.json")
    assert said(seen.verdicts[0]) == "Next step: “Wait” becomes “Offer”."


def test_what_is_to_be_asked_next_time_comes_back_with_the_list_and_with_the_cards(tmp_path: Path) -> None:
    at_work = desk()
    client, _maya = client_with_contact(at_work)
    clients.ask_next_time(at_work, client, "birthday")
    exchange.drain(exchange.export(at_work, tmp_path, formats=["csv", "vcard"]))
    for name in ("clients.csv", "contacts.vcf"):
        again = desk()
        bring(again, tmp_path / name)
        assert clients.page(again, clients.find(again)[0]).asking == ("birthday",)
