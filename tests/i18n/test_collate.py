"""Names in the order people of each language expect; QCollator with the Persian locale is the judge."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCollator, QLocale

from amdesk.i18n.collate import sort_key

PERSIAN = "آ ا ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن و ه ی".split()
RUSSIAN = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
ALPHABETS = (
    "".join(PERSIAN),
    RUSSIAN,
    "αβγδεζηθικλμνξοπρστυφχψω",
    "אבגדהוזחטיכלמנסעפצקרשת",
    "abcdefghijklmnopqrstuvwxyz",
)


@pytest.mark.parametrize(
    "ordered",
    [
        PERSIAN,
        "باران پارس تهران جام چشمه ژاله کرج گرگان لاله وحید هما یزد".split(),
        ["Ежов", "Енин", "Жуков"],
        ["елка", "ёлка", "елкб", "Ёлкин", "Енин"],
        ["иод", "ион", "йод"],
        ["Ανδρέας", "Αννα", "Άννα", "Ωμέγα"],
        ["סם", "סמי", "שלום", "שָׁלוֹם", "שלומית"],
        ["elan", "élan", "Emma", "Strauß", "Strausz"],
        ["", "10 days", "2 days", "a b", "ab", "ab c", "abc"],
        ["Zoe", "Ωμέγα", "Яков", "תמר", "آرش"],
    ],
)
def test_names_stand_in_their_own_order(ordered: list[str]) -> None:
    mixed = ordered[::-1]
    assert sorted(mixed, key=sort_key) == ordered


@pytest.mark.parametrize(
    ("one", "other"),
    [("علي", "علی"), ("كيوان", "کیوان"), ("ACME", "acme"), ("کسب‌وکار", "کسبوکار"), ("Фёдор", "ФЁДОР")],
)
def test_other_forms_of_the_same_letters_sort_together(one: str, other: str) -> None:
    assert sort_key(one) == sort_key(other)


@given(st.sampled_from(ALPHABETS).flatmap(lambda letters: st.tuples(*[st.text(letters, max_size=6)] * 2)))
def test_the_order_is_that_of_the_collator(pair: tuple[str, str]) -> None:
    judge = QCollator(QLocale("fa_IR")).compare(*pair)
    ours = (sort_key(pair[0]) > sort_key(pair[1])) - (sort_key(pair[0]) < sort_key(pair[1]))
    assert ours == judge


@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12), max_size=8
    )
)
def test_sqlite_orders_the_keys_as_python_does(texts: list[str]) -> None:
    keys = [sort_key(text) for text in texts]
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE name (key TEXT)")
    connection.executemany("INSERT INTO name VALUES (?)", [(key,) for key in keys])
    assert [key for (key,) in connection.execute("SELECT key FROM name ORDER BY key")] == sorted(keys)
    connection.close()
