"""Cards: what each program's cards say is found, nothing is lost, one bad card never spoils the others."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amdesk.domain.errors import AmdeskError
from amdesk.formats import vcard
from amdesk.formats.vcard import Card

DATA = Path(__file__).parents[1] / "data"
NAUGHTY: list[str] = json.loads((DATA / "blns.json").read_text(encoding="utf-8"))


def sample(name: str) -> list[Card]:
    return list(vcard.read((DATA / name).read_bytes(), name=name))


def cards(data: bytes, **options: str) -> list[Card]:
    return list(vcard.read(data, name="cards.vcf", **options))


def fault_of(data: bytes) -> str:
    try:
        cards(data)
    except AmdeskError as error:
        return str(error)
    return ""


def card(*lines: str | bytes, version: str = "3.0") -> Card:
    raw = [line.encode() if isinstance(line, str) else line for line in lines]
    head = [b"BEGIN:VCARD", b"VERSION:" + version.encode()]
    (found,) = cards(b"\r\n".join([*head, *raw, b"END:VCARD", b""]))
    return found


def written(made: Iterable[Card]) -> bytes:
    return b"".join(vcard.write(made))


def test_android_cards_keep_every_phone_address_and_note() -> None:
    found = sample("John_Doe_ANDROID.vcf")
    assert [one.line for one in found] == [1, 6, 11, 18, 36, 71]
    assert not any(one.problem for one in found)
    assert found[0].name == "john.doe@company.com"
    assert found[0].notes == "Categories: My Contacts"
    assert found[2].name == "Ñ Ñ Ñ Ñ Ñ"
    assert found[3].name == " ".join("Ñ" * 11)
    assert found[3].phones == (
        ("mobile", "123456"),
        ("home", "234567"),
        ("mobile", "3456789"),
        ("home", "45678901"),
    )
    assert found[3].notes.startswith("Ñ Ñ Ñ Ñ Ñ Ñ Ñ ÑÑ Ñ Ñ")
    assert found[4].emails == (("office", "bob@company.com"), ("other", "Ñ" * 14))
    assert found[4].webs == (("other", "www.company.com"), ("other", "http://www.company.com"))
    assert found[4].left_out == ("PHOTO",)
    assert found[5].organisation == "Ñ" * 44


def test_a_second_organisation_stands_in_the_notes_and_a_stray_byte_is_seen() -> None:
    assert sample("John_Doe_ANDROID.vcf")[5].notes.split("\n")[-1].startswith("Organization: Ñ")
    assert "�" in sample("John_Doe_ANDROID.vcf")[5].notes


def test_an_outlook_card_is_read_whole() -> None:
    (found,) = sample("outlook-2007.vcf")
    assert (found.name, found.organisation, found.role) == (
        "Mr. Michael Angstadt Jr.",
        "TheCompany",
        "TheJobTitle",
    )
    assert found.phones == (
        ("office", "(111) 555-1111"),
        ("home", "(111) 555-2222"),
        ("mobile", "(111) 555-4444"),
        ("fax", "(111) 555-3333"),
    )
    assert found.addresses == (("office", "TheOffice\n222 Broadway\nNew York, NY 99999\nUSA"),)
    assert found.birthday == "1922-03-10"
    lines = found.notes.split("\n")
    assert lines[:2] == [
        "This is the NOTE field\t",
        "I assume it encodes this text inside a NOTE vCard type.",
    ]
    assert {
        "Nickname: Mike",
        "Department: TheDepartment",
        "Spouse: TheSpouse",
        "Manager: TheManagerName",
        "Assistant: TheAssistantName",
        "IM: im@aim.com",
        "Role: TheProfession",
    } <= set(lines)
    assert {"KEY", "PHOTO", "REV", "X-MS-OL-DESIGN"} <= set(found.left_out)


def test_a_gmail_card_keeps_commas_and_its_own_labels() -> None:
    (found,) = sample("John_Doe_GMAIL.vcf")
    assert found.name == "Mr. John Richter, James Doe Sr."
    assert found.webs == (("office", "http://www.ibm.com"),)
    assert found.addresses[0][1].split("\n")[2] == "Nice Area, Albaney, New York 12345"
    assert found.birthday == "1980-03-22"
    assert "Spouse: Jenny" in found.notes.split("\n")
    assert "Anniversary: 1975-03-01" in found.notes.split("\n")
    assert '"AS IS"' in found.notes
    assert "Full name" not in found.notes


def test_the_example_of_rfc_6350_is_read_with_its_date_without_a_year() -> None:
    (found,) = sample("rfc6350-example.vcf")
    assert found.birthday == "--02-03"
    assert found.phones == (("office", "+1-418-656-9254 ext. 102"), ("mobile", "+1-418-262-6501"))
    assert found.language == "fr"
    assert found.organisation == "Viagenie"
    assert "Full name: Simon Perreault ing. jr,M.Sc." in found.notes
    assert "Language: en" in found.notes


@pytest.mark.parametrize(
    "name", ["John_Doe_ANDROID.vcf", "John_Doe_GMAIL.vcf", "outlook-2007.vcf", "rfc6350-example.vcf"]
)
def test_every_sample_written_by_us_says_the_same_again(name: str) -> None:
    found = [replace(one, left_out=()) for one in sample(name)]
    assert cards(written(found)) == found


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["FN;CHARSET=windows-1251;ENCODING=QUOTED-PRINTABLE:=CF=B8=F2=F0"], "Пётр"),
        (["FN;ENCODING=QUOTED-PRINTABLE;CHARSET=windows-1255:=E0=E5=F8=", "=EF"], "אורן"),
        ([b"FN;CHARSET=windows-1253:" + "Γιώργος".encode("cp1253")], "Γιώργος"),
        (["FN;QUOTED-PRINTABLE:=41nn"], "Ann"),
        (["N:Koroleva;Anna;Petrovna;Dr.;"], "Dr. Anna Petrovna Koroleva"),
        (["FN:", "N:Stern;Maya"], "Maya Stern"),
        (["ORG:Acme Inc.;Media", "TEL:1"], "Acme Inc."),
        (["TEL:050-1"], "050-1"),
        (["item1.FN:Ann", "fn:Bo"], "Ann"),
    ],
)
def test_a_name_is_found(lines: list[str | bytes], name: str) -> None:
    assert card(*lines, version="2.1").name == name


def test_letters_without_a_charset_are_guessed_for_the_whole_file() -> None:
    text = "BEGIN:VCARD\r\nVERSION:2.1\r\nFN:Пётр Королёв\r\nNOTE:владелец компании\r\nEND:VCARD\r\n"
    data = text.encode("cp1251")
    assert vcard.encoding_of(data, name="cards.vcf") == "cp1251"
    assert cards(data)[0].name == "Пётр Королёв"
    assert cards(text.encode("utf-16"))[0].name == "Пётр Королёв"
    assert cards(text.encode("utf-8-sig"))[0].name == "Пётр Королёв"
    assert vcard.count(text.encode("utf-16")) == 1


def test_a_wrong_encoding_is_refused_with_its_line() -> None:
    data = "BEGIN:VCARD\r\nFN:Пётр Королёв\r\nEND:VCARD\r\n".encode("cp1251")
    with pytest.raises(AmdeskError, match=r"cards\.vcf cannot be read as utf-8: line 2, column 5"):
        cards(data, encoding="utf-8")
    with pytest.raises(AmdeskError, match="no encoding “cp9999”"):
        cards(data, encoding="cp9999")


def test_parameters_of_all_versions_are_understood() -> None:
    found = card(
        "FN:A",
        "TEL;CELL;PREF:1",
        'TEL;VALUE=uri;TYPE="work,fax":tel:+2',
        "TEL;TYPE=HOME,VOICE:3",
        'ADR;LABEL="High: Street^nLondon";TYPE=work:;;1 High Street;London;;;',
        "item1.TEL:4",
        "item1.X-ABLabel:Direct line",
        "item2.EMAIL:a@b.example",
        "item2.X-ABLabel:_$!<Home>!$_",
        "TEL;TYPE=pager:5",
    )
    assert found.phones == (("mobile", "1"), ("fax", "+2"), ("home", "3"), ("other", "4"), ("other", "5"))
    assert found.emails == (("home", "a@b.example"),)
    assert "Direct line: 4" in found.notes.split("\n")
    assert "Pager: 5" in found.notes.split("\n")


def test_several_notes_are_joined_and_unfolded_lines_belong_to_the_notes() -> None:
    found = card("FN:A", "NOTE:one", "NOTE:two\\nthree", "this is no property", "see http://x.example")
    assert found.notes == "one\ntwo\nthree\nthis is no property\nsee http://x.example"


def test_version_21_keeps_the_space_at_which_it_folds() -> None:
    assert card("FN:Ann", "NOTE:two", " words", version="2.1").notes == "two words"
    assert card("FN:Ann", "NOTE:one w", " ord", version="4.0").notes == "one word"


def test_a_letter_that_a_program_cut_in_two_when_folding_is_whole_again() -> None:
    assert card(b"FN:Jos\xc3", b" \xa9").name == "José"


@pytest.mark.parametrize(
    ("line", "birthday"),
    [
        ("BDAY:--0203", "--02-03"),
        ("BDAY:19220310", "1922-03-10"),
        ("BDAY:1980-03-22", "1980-03-22"),
        ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-03-22", "--03-22"),
        ("BDAY;VALUE=text:circa 1800", "circa 1800"),
        ("BDAY:14.03.1985", "14.03.1985"),
        ("BDAY:20090808T1430-0500", "20090808T1430-0500"),
    ],
)
def test_birthdays_keep_what_is_known_and_guess_no_year(line: str, birthday: str) -> None:
    assert card("FN:A", line).birthday == birthday


def test_companies_are_told_from_people() -> None:
    assert card("FN:Acme", "ORG:Acme").kind == "org"
    assert card("FN:Acme", "KIND:org").kind == "org"
    assert card("FN:Acme", "X-ABShowAs:COMPANY").kind == "org"
    assert card("FN:Ann", "ORG:Acme").kind == "individual"
    assert card("FN:Friends", "KIND:group").kind == "group"


@pytest.mark.parametrize(
    "line",
    [
        "PHOTO;VALUE=uri:file:///etc/passwd",
        "PHOTO;ENCODING=b:!!!",
        "PHOTO:data:image/png;base64,AAAA",
        "KEY;VALUE=uri:http://x.example/k.asc",
        "SOUND;BASE64:AAAA",
    ],
)
def test_pictures_and_keys_are_left_out_by_name_and_never_opened(line: str) -> None:
    found = card("FN:A", line)
    assert len(found.left_out) == 1
    assert found == replace(Card("A"), left_out=found.left_out)


def test_a_picture_without_indentation_ends_at_the_blank_line() -> None:
    found = card("FN:A", "PHOTO;ENCODING=BASE64;JPEG:AAAA", "BBBB", "CCCC==", "", "TEL:1", version="2.1")
    assert found.phones == (("other", "1"),)
    assert found.notes == ""


def test_an_agent_inside_a_card_stands_in_its_notes() -> None:
    found = card("FN:Boss", "AGENT:", "BEGIN:VCARD", "FN:Jo", "TEL:7", "END:VCARD", "TEL:8", version="2.1")
    assert found.name == "Boss"
    assert found.phones == (("other", "8"),)
    assert "Agent: Jo, 7" in found.notes


def test_a_card_cut_off_is_told_by_its_line_and_the_others_stay() -> None:
    whole, cut = b"BEGIN:VCARD\nFN:%s\nEND:VCARD\n", b"BEGIN:VCARD\nFN:Bo\nTEL:12\n"
    data = whole % b"Ann" + cut + whole % b"Cy" + b"BEGIN:VCARD\nF"
    found = cards(data)
    assert [(one.name, one.line, bool(one.problem)) for one in found[:3]] == [
        ("Ann", 1, False),
        ("Bo", 4, True),
        ("Cy", 7, False),
    ]
    assert "begins in line 4 is cut off: its END:VCARD is missing" in str(found[1].problem)
    assert "begins in line 10 is cut off" in str(found[3].problem)


def test_a_nul_byte_an_endless_text_and_a_nameless_card_cost_only_themselves() -> None:
    data = (
        b"BEGIN:VCARD\nFN:A\nTEL:1\0\nEND:VCARD\nBEGIN:VCARD\nFN:B\nNOTE:" + b"x" * 204_800 + b"\nEND:VCARD\n"
        b"BEGIN:VCARD\nREV:1\nEND:VCARD\nBEGIN:VCARD\n" + b"X-A:1\n" * 3_000 + b"END:VCARD\n"
        b"BEGIN:VCARD\nFN:C\nEND:VCARD\n"
    )
    found = cards(data)
    told = [str(one.problem or "") for one in found]
    assert "Line 3 has a NUL byte in TEL" in told[0]
    assert "NOTE in line 7 has more than 200000 characters" in told[1]
    assert "begins in line 9 names nobody" in told[2]
    assert "more than 2000 lines" in told[3]
    assert (found[4].name, told[4]) == ("C", "")


@pytest.mark.parametrize("agent", [b"", b"AGENT:\r\n"])
def test_cards_nested_five_thousand_deep_are_refused_with_a_line(agent: bytes) -> None:
    data = (b"BEGIN:VCARD\r\n" + agent) * 5_000 + b"END:VCARD\r\n" * 5_000
    with pytest.raises(AmdeskError, match=r"In cards\.vcf, line \d+, cards begin inside one another"):
        cards(data)


def test_lone_carriage_returns_end_lines_too() -> None:
    assert cards(b"BEGIN:VCARD\rVERSION:3.0\rFN:Ann\rTEL:1\rEND:VCARD\r")[0].phones == (("other", "1"),)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b"hello\nworld\n", "holds no card"),
        (b"\x89PNG\r\n\x1a\n\0\0", "holds nothing to import"),
        (b"BEGIN:VCARD\n" + b"x" * 10_000_000, "larger than 10 megabytes"),
        (b"BEGIN:VCARD\nEND:VCARD\n" * 20_001, "holds 20001 cards, more than 20000"),
    ],
)
def test_what_is_no_file_of_cards_is_refused_before_the_first_card(data: bytes, said: str) -> None:
    with pytest.raises(AmdeskError, match=said):
        vcard.read(data, name="cards.vcf")


@pytest.mark.parametrize(
    "inside",
    [
        b"NOTE:" + b"x\r\n " * 600_000,
        b"NOTE" + b';A="' * 600_000 + b":x",
        b"N:" + b"\\" * 2_000_000,
        b"NOTE;ENCODING=QUOTED-PRINTABLE:" + b"=\r\n" * 600_000,
        b"X" + b";" * 2_000_000 + b":x",
        b"".join(b"TEL:%d\r\n" % n for n in range(200_000)),
        b"ORG:" + b";" * 2_000_000,
    ],
    ids=["folds", "quotes", "backslashes", "soft breaks", "semicolons", "phones", "departments"],
)
def test_hostile_cards_take_time_in_proportion_to_their_size(inside: bytes) -> None:
    begun = time.thread_time()  # what else the machine does is no fault of the cards
    assert len(cards(b"BEGIN:VCARD\r\nFN:A\r\n" + inside + b"\r\nEND:VCARD\r\n")) == 1
    # a quadratic step would take minutes
    assert time.thread_time() - begun < 30


def test_a_card_is_written_as_version_4_says() -> None:
    made = Card(
        name="Дана; Леви",
        organisation="Acme, Inc.",
        phones=(("mobile", "+972-50-1234567"),),
        kind="org",
        birthday="--03-14",
        uid="0190a2b4-7c1e-7000-8000-000000000001",
        extra=(("client-uuid", "x"),),
        notes="a\nb" + "é" * 100,
    )
    data = written([made])
    lines = data.decode().split("\r\n")
    assert lines[:2] == ["BEGIN:VCARD", "VERSION:4.0"]
    assert {
        "KIND:org",
        "BDAY:--0314",
        "TEL;TYPE=cell:+972-50-1234567",
        "FN:Дана\\; Леви",
        "X-AMDESK-CLIENT-UUID:x",
        "UID:urn:uuid:0190a2b4-7c1e-7000-8000-000000000001",
        "ORG:Acme\\, Inc.",
    } <= set(lines)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert cards(data) == [made]


def test_a_jalali_birthday_stands_beside_its_gregorian_day() -> None:
    made = Card("علی", birthday="1364-07-15", birthday_calendar="jalali")
    lines = written([made]).decode().split("\r\n")
    assert "BDAY:19851007" in lines
    assert "X-AMDESK-BDAY;CALENDAR=jalali:1364-07-15" in lines
    yearless = replace(made, birthday="--07-15")
    assert "\r\nBDAY" not in written([yearless]).decode()
    assert cards(written([made, yearless])) == [made, yearless]


def everywhere(text: str) -> Card:
    """A card with this text in every field it fits."""
    pair = (("mobile", text),)
    return Card(
        name=text,
        organisation=text,
        role=text,
        phones=pair,
        emails=(("office", text),),
        addresses=pair,
        webs=(("home", text),),
        birthday=text,
        language=text,
        notes=text,
        uid=text,
        extra=(("code", text),),
    )


def test_every_naughty_string_comes_back_unchanged_from_every_field() -> None:
    made = [everywhere(text) for text in NAUGHTY if text]
    assert cards(written(made)) == made


TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), min_size=1)
LABEL = st.sampled_from(["mobile", "office", "home", "fax", "other"])
WAYS = st.lists(st.tuples(LABEL, TEXT), max_size=3).map(tuple)
MAYBE = st.just("") | TEXT
CARDS = st.builds(
    Card,
    name=TEXT,
    organisation=MAYBE,
    role=MAYBE,
    phones=WAYS,
    emails=WAYS,
    addresses=WAYS,
    webs=WAYS,
    birthday=MAYBE | st.dates().map(str) | st.just("--02-29"),
    language=MAYBE,
    notes=MAYBE,
    uid=st.uuids().map(str) | st.text("abc-", max_size=5),
    kind=st.sampled_from(["individual", "org"]),
    extra=st.lists(
        st.tuples(
            st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True).filter(lambda one: one != "bday"), MAYBE
        ),
        max_size=3,
    ).map(tuple),
)


@given(st.lists(CARDS, min_size=1, max_size=3))
def test_everything_written_is_read_back(made: list[Card]) -> None:
    assert cards(written(made)) == made


@given(
    st.lists(
        st.sampled_from(
            [
                b"BEGIN:VCARD",
                b"END:VCARD",
                b"AGENT:",
                b"FN:A",
                b"NOTE;ENCODING=QUOTED-PRINTABLE:=C3=",
                b" x",
                b"\xff\xfe",
                b"PHOTO;BASE64:AAAA",
                b'TEL;=;"',
                b"VERSION:2.1",
                b";:",
                b"a.b.c:d",
                b"BDAY:2001",
                b"ORG:;;;",
                b"\\",
                b"=",
                b"X-AMDESK-BDAY;CALENDAR=mars:1-1",
                b"TEL;PREF=99999999999:1",
                b"",
            ]
        ),
        max_size=12,
    ),
    st.sampled_from([b"\r\n", b"\n", b"\r"]),
)
def test_no_file_brings_more_than_a_sentence(lines: list[bytes], end: bytes) -> None:
    assert "cards.vcf" in (fault_of(end.join(lines)) or "cards.vcf")


def test_an_encoding_that_is_none_is_refused_though_no_letter_needs_it() -> None:
    card = b"BEGIN:VCARD\nVERSION:3.0\nFN:Ada\nEND:VCARD\n"
    with pytest.raises(AmdeskError, match="There is no encoding “nonsense”"):
        list(vcard.read(card, name="ada.vcf", encoding="nonsense"))
