"""The catalogues hold every text of the program, and what they say of it is in order."""

from __future__ import annotations

import importlib.util
import sys
from types import ModuleType

import pytest
from babel.messages.catalog import Message

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


def test_the_catalogues_are_current_and_in_order(catalogs: ModuleType) -> None:
    assert catalogs.problems() == []


def test_a_text_is_found_however_it_is_marked(catalogs: ModuleType) -> None:
    found = {(text.context, text.text, text.plural) for text in catalogs.texts_of_code()}
    assert ("duration", "{n} day", "{n} days") in found
    assert ("Jalali month", "Esfand", None) in found
    assert (None, "There is no {day} {month}: the last day of {month} is {days}.", None) in found


@pytest.mark.parametrize(
    ("text", "said", "wrong"),
    [
        ("Send {n} mails", "שליחת {n} אימיילים", []),
        ("Send {n} mails", "שליחת {m} אימיילים", ["other fields"]),
        ("Name:", "שם", ["ends otherwise"]),
        ("Name", "\u2068שם", ["isolates do not balance"]),
    ],
)
def test_a_wrong_translation_is_told(catalogs: ModuleType, text: str, said: str, wrong: list[str]) -> None:
    told = [line.partition(": ")[0] for line in catalogs.wrong(Message(text, said), "he")]
    assert told == wrong


def test_arabic_letters_in_persian_are_told(catalogs: ModuleType) -> None:
    assert len(list(catalogs.wrong(Message("Client", "مشتري"), "fa"))) == 1


def test_a_missing_word_is_told_only_where_clients_would_see_it(catalogs: ModuleType) -> None:
    assert len(list(catalogs.wrong(Message("Hello,", "", context="mail"), "ru"))) == 1
    assert list(catalogs.wrong(Message("Hello,", ""), "ru")) == []


def test_fuzzy_and_half_translated_plurals_are_told(catalogs: ModuleType) -> None:
    assert len(list(catalogs.wrong(Message("Name", "Имя", flags=["fuzzy"]), "ru"))) == 1
    assert len(list(catalogs.wrong(Message(("{n} day", "{n} days"), ("{n} день", "", "")), "ru"))) == 1
