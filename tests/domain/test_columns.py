"""Columns say what they mean, in five languages and in the words of other programs."""

from __future__ import annotations

import pytest

from amdesk.domain import columns
from amdesk.domain.column_words import CONTEXT, WORDS
from amdesk.domain.incoming import language_of, may_be_same, may_share_mail, name_key

OUTLOOK = (
    "Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,"
    "Business Street 2,Business City,Business State,Business Postal Code,Business Country/Region,Home Street,"
    "Home City,Business Fax,Business Phone,Home Phone,Mobile Phone,Other Phone,Birthday,E-mail Address,"
    "E-mail Type,E-mail 2 Address,Notes,Priority,Private,Sensitivity,Web Page"
)


@pytest.mark.parametrize(
    "header",
    [
        "Company,Contact,Role,Mobile,Office phone,E-mail,Birthday,Notes",
        "שם חברה,איש קשר,תפקיד,נייד,טלפון משרד,אימייל,יום הולדת,הערות",
        "شرکت,مخاطب,سمت,تلفن همراه,تلفن دفتر,ایمیل,تاریخ تولد,یادداشت",
        "Компания,Контакт,Должность,Мобильный,Рабочий телефон,E-mail,День рождения,Комментарий",
        "Εταιρεία,Επαφή,Θέση,Κινητό,Τηλέφωνο εργασίας,Email,Γενέθλια,Σημειώσεις",
    ],
)
def test_a_header_is_understood_in_each_language(header: str) -> None:
    expected = "company person role mobile office_phone email birthday notes"
    assert columns.guess(header.split(",")) == tuple(expected.split())


def test_spelling_does_not_matter_to_a_header() -> None:
    header = [" COMPANY  name ", "e-Mail", "Κινητο", "ФИО", 'דוא"ל', "Имя"]
    guessed = columns.guess(header)
    assert guessed[:5] == ("company", "email", "mobile", "person", "email")


def test_outlook_calls_a_title_what_google_calls_a_prefix() -> None:
    guessed = dict(zip(OUTLOOK.split(","), columns.guess(OUTLOOK.split(",")), strict=True))
    assert guessed["Title"] == "prefix"
    assert guessed["Job Title"] == "role"
    assert guessed["Business Street 2"] == guessed["Business Country/Region"] == "post_part"
    assert guessed["E-mail 2 Address"] == "email"
    assert guessed["Department"] == "note_line"
    assert guessed["Priority"] is None


def test_a_first_name_in_russian_is_a_whole_name_without_a_family_name() -> None:
    assert columns.guess(["Имя", "Фамилия"]) == ("first_name", "last_name")
    assert columns.guess(["Имя", "Телефон"]) == ("person", "phone")


def test_a_name_beside_a_contact_is_the_company() -> None:
    assert columns.guess(["Name", "Contact", "Phone"]) == ("company", "person", "phone")


def test_a_field_of_which_there_is_one_takes_the_first_column() -> None:
    assert columns.guess(["Company", "Client", "Birthday", "Birthday"]) == (
        "company", "note_line", "birthday", "note_line",
    )  # fmt: skip


def test_columns_without_a_known_word_are_told_by_their_cells() -> None:
    rows = [("Acme", "a@acme.example", "+972 50 123 4567"), ("Delta", "d@delta.example", "03-555 1234")]
    assert columns.guess(["Société", "Courriel", "Portable"], rows) == ("note_line", "email", "phone")


def test_a_country_beside_a_street_belongs_to_the_address() -> None:
    assert columns.guess(["Company", "Street", "Country"])[2] == "post_part"
    assert columns.guess(["Company", "Country"])[1] == "country"


def test_parts_of_an_address_are_kept_together_by_number_or_word() -> None:
    titles = ["Address 1 - City", "Address 2 - City", "Business City", "Business Street 2", "City"]
    assert [columns.group_of(title) for title in titles] == ["1", "2", "business", "business", ""]


def test_every_word_leads_to_a_field_that_is_offered_and_none_to_two() -> None:
    assert WORDS.keys() - {""} <= columns.FIELDS.keys()
    assert {meaning for _beside, *both in CONTEXT.values() for meaning in both} <= columns.FIELDS.keys()
    meanings: dict[str, set[str]] = {}
    for field, words in WORDS.items():
        for word in words.split(","):
            meanings.setdefault(columns.column_key(word), set()).add(field)
    assert {key: fields for key, fields in meanings.items() if len(fields) > 1} == {}


@pytest.mark.parametrize(
    ("names", "language"),
    [
        ("צה״ר מדיה Acme", "he"),
        ("كيوان يزدي", "fa"),
        ("ООО «Ёлка»", "ru"),
        ("Αθηναϊκές Εκδόσεις", "el"),
        ("Strauß & Partner", None),
        ("", None),
    ],
)
def test_the_script_of_a_name_tells_its_language(names: str, language: str | None) -> None:
    assert language_of(names) == language


def test_two_people_on_one_telephone_stay_two_people() -> None:
    assert may_be_same("Bob Smith", "B. Smith")
    assert may_be_same("Анна", "Щёголева Анна")
    assert not may_be_same("Bob Smith", "Anna Smith")


def test_one_mail_box_with_another_surname_or_script_is_one_person() -> None:
    assert may_share_mail("Anna Smith", "Anna Jones")
    assert may_share_mail("Dana Levi", "דנה לוי")
    assert not may_share_mail("Bob Smith", "Anna Smith")


def test_a_name_without_letters_is_compared_as_it_is() -> None:
    assert name_key("🙂") == "🙂"
    assert name_key("كيوان") == name_key("کیوان")
