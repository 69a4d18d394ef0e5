"""The catalogues hold every text of the program, and what they say of it is in order."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog, Message

from tests.quality.reading import ROOT


@pytest.fixture(scope="module")
def catalogs() -> ModuleType:
    """The script that keeps the catalogues."""
    spec = importlib.util.spec_from_file_location("catalogs", ROOT / "packaging" / "catalogs.py")
    assert spec is not None
    assert spec.loader is not None
    sys.modules["catalogs"] = module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def other_folder(catalogs: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Catalogues in a folder of their own."""
    monkeypatch.setattr(catalogs, "TRANSLATIONS", tmp_path)
    return tmp_path


def told(catalogs: ModuleType, message: Message, code: str) -> list[str]:
    """What the check says of one translation, without the text it says it of."""
    return [line.partition(": ")[0] for line in catalogs.wrong(message, code)]


def test_the_catalogues_are_current_and_in_order(catalogs: ModuleType) -> None:
    assert catalogs.problems() == []


def test_a_text_is_found_however_it_is_marked(catalogs: ModuleType) -> None:
    found = {(text.context, text.text, text.plural) for text in catalogs.texts_of_code()}
    assert ("age", "in {n} day", "in {n} days") in found
    assert ("Jalali month", "Esfand", None) in found
    assert (None, "There is no {day} {month}: {month} has {days} days.", None) in found


@pytest.mark.parametrize(
    ("text", "said", "wrong"),
    [
        ("Send {n} mails", "שליחת {n} אימיילים", []),
        ("Send {n} mails", "שליחת {m} אימיילים", ["other fields"]),
        ("Send {n} mails", "שליחת אימיילים", ["other fields"]),
        ("Name:", "שם", ["ends otherwise"]),
        ("Name…", "שם...", ["ends otherwise"]),
        ("Name", "\u2068שם", ["isolates do not balance"]),
        ("Name", "\u2069שם\u2068", ["isolates do not balance"]),
        ("Name", "\u202bשם\u202c", ["an invisible mark that may not be there"]),
        ("Name", " שם", ["other spaces or lines"]),
        ("Name", "שם  פרטי", ["other spaces or lines"]),
        ("&File", "קובץ", ["a mnemonic too many or too few"]),
        ("&File", "&קו&בץ", ["a mnemonic too many or too few"]),
        ("File && folder", "קובץ && תיקייה", []),
        ("File &amp; folder", "קובץ &amp; תיקייה", []),
        ("Name", "имя", ["letters of another script"]),
        ("Name", "Name", ["the English words again"]),
        ("Read a file", "קריאת file", []),
        ("Read the list", "קריאת file", ["Latin words that the English has not"]),
        ("Reports", 'דו"ח', ["straight quotes for geresh or gershayim"]),
        ("Tel Aviv", "תל-אביב", ["a hyphen for a maqaf"]),
    ],
)
def test_a_wrong_hebrew_translation_is_told(
    catalogs: ModuleType, text: str, said: str, wrong: list[str]
) -> None:
    assert told(catalogs, Message(text, said), "he") == wrong


@pytest.mark.parametrize(
    ("code", "said", "wrong"),
    [
        ("fa", "مشتري", ["Arabic letters for Persian ones"]),
        ("fa", "مشتری ٣", ["Arabic digits for Persian ones"]),
        ("fa", "مشتری, تماس", ["Latin punctuation"]),
        ("fa", "مشتری، تماس؟", []),
        ("fa", "می رود", ["a space for the non-joiner"]),
        ("fa", "مشتری ها", ["a space for the non-joiner"]),
        ("fa", "می‌رود", []),
        ("ru", "Еще один", ["е for ё"]),
        ("ru", "Клиент удален", ["е for ё"]),
        ("ru", "Клиенты удалены", []),
        ("ru", "Отчёт - это", ["a hyphen for a dash"]),
        ("ru", 'Файл "имя"', ["straight quotes"]),
        ("ru", "Имя cлово", ["Latin words that the English has not", "two scripts in one word"]),
        ("el", "Θέλετε;", []),
        ("el", "Θέλετε?", ["? for the Greek question mark"]),
        ("el", "Θέλετε\u037e", ["a Greek question mark that is not ;"]),
    ],
)
def test_letters_and_marks_of_another_language_are_told(
    catalogs: ModuleType, code: str, said: str, wrong: list[str]
) -> None:
    assert told(catalogs, Message("A text", said), code) == wrong


@pytest.mark.parametrize(
    ("code", "said", "wrong"),
    [
        ("he", ("יום אחד", "יומיים", "{n} ימים"), []),
        ("he", ("יום אחד", "יומיים", "ימים"), ["other fields"]),
        ("fa", ("یک روز", "{n} روز"), ["other fields"]),  # its first form is for nought too
        ("ru", ("один день", "{n} дня", "{n} дней"), ["other fields"]),  # and this one for 21
        ("ru", ("{n} день", "{n} дня", "{n} дней"), []),
        ("el", ("μία ημέρα", "{n} ημέρες"), []),
        ("el", ("μία ημέρα",), ["wrong number of plural forms"]),
        ("ru", ("{n} день", "", ""), ["some plural forms are empty"]),
    ],
)
def test_a_plural_needs_its_number_unless_the_form_is_for_one_number_only(
    catalogs: ModuleType, code: str, said: tuple[str, ...], wrong: list[str]
) -> None:
    assert told(catalogs, Message(("{n} day", "{n} days"), said), code) == wrong


@pytest.mark.parametrize("context", [None, "mail", "QPlatformTheme"])
def test_a_missing_word_is_told(catalogs: ModuleType, context: str | None) -> None:
    assert told(catalogs, Message("Hello,", "", context=context), "ru") == ["not translated"]


def test_a_doubtful_translation_is_told(catalogs: ModuleType) -> None:
    assert told(catalogs, Message("Name", "Имя", flags=["fuzzy"]), "ru") == ["fuzzy"]


def test_mnemonics_that_fall_together_are_told(catalogs: ModuleType) -> None:
    menu = Catalog(locale="el")
    menu.add("&File", "&Αρχείο")
    menu.add("&Edit", "&Επεξεργασία")
    assert list(catalogs.clashes(menu)) == []
    menu.add("&Go", "Μετ&άβαση")
    menu.add("&Help", "Βο&ήθεια")
    menu.add("&View", "&Εμφάνιση")
    assert len(list(catalogs.clashes(menu))) == 1


def test_qts_own_words_stay_when_a_catalogue_is_brought_up_to_date(
    catalogs: ModuleType, other_folder: Path
) -> None:
    template = Catalog()
    template.add("Save", locations=[("amdesk/app.py", 0)])
    catalogs.update("el", template)
    path = catalogs.catalogue_of("el")
    catalogue = catalogs.read(path)
    catalogue.add("Save", "Αποθήκευση", context="QPlatformTheme", locations=[("qtbase", None)])
    catalogue.add("Gone", "Χαμένο", locations=[("amdesk/app.py", None)])
    path.write_bytes(catalogs.written(catalogue))
    catalogs.update("el", template)
    kept = {(message.context, message.id) for message in catalogs.read(path) if message.id}
    assert kept == {(None, "Save"), ("QPlatformTheme", "Save")}
    assert catalogs.PLURALS["el"] in path.read_text(encoding="utf-8")
