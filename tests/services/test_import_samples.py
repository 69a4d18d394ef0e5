"""Lists and cards as other programs write them come in whole, once, and go again with one undo."""

from __future__ import annotations

from pathlib import Path

import pytest

from amdesk.services import exchange
from tests.desks import desk, dump
from tests.files import DATA, LISTS_AND_CARDS, bring, counts, nothing, people, reached, value

EXPECTED = {
    "John_Doe_ANDROID.vcf": 6,
    "John_Doe_GMAIL.vcf": 1,
    "clients-greek-cp1253.csv": 2,
    "clients-hebrew-cp1255.csv": 4,
    "clients-persian-utf8-bom.csv": 3,
    "clients-russian-cp1251.csv": 3,
    "google-contacts.csv": 3,
    "outlook-2007.vcf": 1,
    "rfc6350-example.vcf": 1,
}


def test_every_sample_is_tried() -> None:
    assert {path.name for path in LISTS_AND_CARDS} == EXPECTED.keys()


@pytest.mark.parametrize("path", LISTS_AND_CARDS, ids=lambda path: path.name)
def test_every_row_of_a_sample_is_new_and_the_second_time_nothing_changes(path: Path) -> None:
    at_work = desk()
    assert counts(bring(at_work, path)) == (EXPECTED[path.name], 0, 0, 0)
    before = dump(at_work)
    assert counts(bring(at_work, path)) == (0, 0, EXPECTED[path.name], 0)
    assert dump(at_work) == before


@pytest.mark.parametrize("path", LISTS_AND_CARDS, ids=lambda path: path.name)
def test_a_preview_says_what_the_import_does_and_leaves_no_trace(path: Path) -> None:
    at_work = desk()
    before = path.read_bytes()
    seen = exchange.preview(at_work, path)
    assert nothing(at_work)
    assert at_work.undo_label is None
    assert seen.is_complete
    assert seen.result == bring(at_work, path)
    assert path.read_bytes() == before


def test_all_samples_together_come_in_twice_without_a_change_and_go_one_by_one() -> None:
    at_work = desk()
    states = []
    for path in LISTS_AND_CARDS:
        states.append(dump(at_work))
        bring(at_work, path)
    after = dump(at_work)
    assert sum(counts(bring(at_work, path))[2] for path in LISTS_AND_CARDS) == sum(EXPECTED.values())
    assert dump(at_work) == after
    for state in reversed(states):
        assert at_work.undo() == "Import"
        assert dump(at_work) == state
    assert nothing(at_work)


@pytest.mark.parametrize(
    ("name", "encoding", "delimiter"),
    [
        ("clients-hebrew-cp1255.csv", "cp1255", ","),
        ("clients-russian-cp1251.csv", "cp1251", ";"),
        ("clients-greek-cp1253.csv", "cp1253", ";"),
        ("clients-persian-utf8-bom.csv", "utf-8", ","),
    ],
)
def test_encoding_and_delimiter_are_found_and_shown(name: str, encoding: str, delimiter: str) -> None:
    seen = exchange.preview(desk(), DATA / name)
    assert (seen.kind, seen.encoding, seen.delimiter) == ("csv", encoding, delimiter)


def test_two_rows_of_one_company_make_one_client_with_two_people() -> None:
    at_work = desk()
    bring(at_work, DATA / "clients-hebrew-cp1255.csv")
    assert people(at_work) == {
        'אורן שיווק בע"מ': ["דנה לוי", "רות אברהם"],
        "צה״ר מדיה": ["יואב כהן"],
        "תל־אביב דיגיטל": ["ג׳ון סמית"],
    }
    assert value(at_work, "contact", "role", name="יואב כהן") == 'סמנכ"ל'
    assert reached(at_work, "דנה לוי") == [
        ("phone", "mobile", "050-1234567", "+972501234567"),
        ("phone", "office", "03-5551234", "+97235551234"),
        ("email", "other", "dana@oren.example", "dana@oren.example"),
    ]


@pytest.mark.parametrize(
    ("name", "person", "birthday"),
    [
        ("clients-hebrew-cp1255.csv", "דנה לוי", (1985, 3, 14, "gregorian")),
        ("clients-hebrew-cp1255.csv", "רות אברהם", (1979, 11, 2, "gregorian")),
        ("clients-hebrew-cp1255.csv", "יואב כהן", (1988, 2, 29, "gregorian")),
        ("clients-persian-utf8-bom.csv", "علی کریمی", (1364, 7, 15, "jalali")),
        ("clients-persian-utf8-bom.csv", "مریم رضائی", (1370, 12, 30, "jalali")),
        ("clients-russian-cp1251.csv", "Фёдор Андреев", (1982, 6, 1, "gregorian")),
        ("google-contacts.csv", "José Łukasiewicz", (None, 5, 20, "gregorian")),
        ("outlook-2007.vcf", "Mr. Michael Angstadt Jr.", (1922, 3, 10, "gregorian")),
        ("rfc6350-example.vcf", "Simon Perreault", (None, 2, 3, "gregorian")),
    ],
)
def test_birthdays_are_kept_in_the_calendar_they_were_given_in(
    name: str, person: str, birthday: tuple[object, ...]
) -> None:
    at_work = desk()
    bring(at_work, DATA / name)
    row = at_work.store.row(
        "SELECT birth_year, birth_month, birth_day, birth_calendar FROM contact WHERE name = ?", [person]
    )
    assert row is not None
    assert tuple(row) == birthday


@pytest.mark.parametrize(
    ("name", "client", "expected"),
    [
        ("clients-hebrew-cp1255.csv", "צה״ר מדיה", ("he", "gregorian", "IL")),
        ("clients-persian-utf8-bom.csv", "پارس رسانه", ("fa", "jalali", "IR")),
        ("clients-russian-cp1251.csv", "ИП Королёв", ("ru", "gregorian", "RU")),
        ("clients-greek-cp1253.csv", "Αθηναϊκές Εκδόσεις", ("el", "gregorian", "GR")),
        ("google-contacts.csv", "Strauß & Partner GmbH", ("en", "gregorian", "DE")),
    ],
)
def test_a_client_speaks_the_language_its_names_are_written_in(
    name: str, client: str, expected: tuple[str, ...]
) -> None:
    at_work = desk()
    bring(at_work, DATA / name)
    row = at_work.store.row("SELECT language, calendar, country FROM client WHERE name = ?", [client])
    assert row is not None
    assert tuple(row) == expected


def test_googles_three_rows_are_a_person_a_person_and_a_company_without_one() -> None:
    at_work = desk()
    bring(at_work, DATA / "google-contacts.csv")
    formula = '=HYPERLINK("http://evil.example","Acme")'
    assert people(at_work) == {
        "Northwind Traders": ["Maya Stern"],
        "Strauß & Partner GmbH": ["José Łukasiewicz"],
        formula: [],
    }
    assert reached(at_work, formula) == [("phone", "office", "+1 212 555 0100", "+12125550100")]
    assert value(at_work, "client", "notes", name=formula) == "company only, no person"
    assert [row[1:3] for row in reached(at_work, "Maya Stern") if row[0] == "phone"] == [
        ("mobile", "+44 7700 900123"),
        ("mobile", "+44 7700 900124"),
    ]
    assert reached(at_work, "Maya Stern")[-1][2] == "1 High Street\nLondon\nSW1A 1AA"
    notes = value(at_work, "contact", "notes", name="Maya Stern")
    assert notes == "Prefers WhatsApp.\nDaughter: Lia\nLabels: Clients"


def test_a_cell_over_two_lines_and_one_that_looks_like_a_formula_stay_as_they_are() -> None:
    at_work = desk()
    bring(at_work, DATA / "clients-russian-cp1251.csv")
    notes = value(at_work, "contact", "notes", name="Анна Щёголева")
    assert notes == "просит отчёт по форме клиента;\nважно: не звонить после 18:00"
    assert value(at_work, "contact", "notes", name="Пётр Королёв") == "=сумма проверить"


def test_an_error_in_a_later_line_has_the_number_of_that_line() -> None:
    seen = exchange.preview(desk(), DATA / "clients-russian-cp1251.csv")
    assert [one.line for one in seen.verdicts] == [2, 3, 5]


def test_pictures_and_keys_are_left_out_by_name() -> None:
    seen = exchange.preview(desk(), DATA / "outlook-2007.vcf")
    assert {"PHOTO", "KEY"} <= set(seen.verdicts[0].left_out)


def test_people_without_a_company_are_clients_of_their_own() -> None:
    at_work = desk()
    bring(at_work, DATA / "John_Doe_ANDROID.vcf")
    found = people(at_work)
    assert found["john.doe@company.com"] == ["john.doe@company.com"]
    assert found["Ñ Ñ Ñ Ñ Ñ"] == ["Ñ Ñ Ñ Ñ Ñ"]
    assert len(found) == 6
