"""Sentences in the language in use: fields in its form, the user's words kept whole."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time

import pytest

from amdesk.domain.calendars import PartialDate
from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import Message, inside
from amdesk.i18n.catalog import _, current, ngettext, npgettext, pgettext, sentence, set_language
from amdesk.i18n.format import moment_text


@pytest.fixture(autouse=True)
def _english_afterwards() -> Iterator[None]:
    yield
    set_language("en")


def test_the_language_in_use_can_be_switched() -> None:
    assert current() == "en"
    assert pgettext("age", "today") == "today"
    set_language("fa_IR")
    assert current() == "fa"
    assert pgettext("age", "today") == "امروز"
    assert npgettext("age", "in {n} day", "in {n} days", n=3) == "{n} روز دیگر"
    set_language("de")
    assert current() == "en"


def test_a_text_without_words_is_itself() -> None:
    set_language("ru")
    assert _("") == ""
    assert _("no such text") == "no such text"
    assert ngettext("one thing", "many things", 2) == "many things"


def test_fields_take_the_form_of_the_language() -> None:
    said = Message.of(
        "{n} {f} {d} {t} {b}", n=1234, f=1.5, d=date(2026, 12, 14), t=time(9, 5), b=PartialDate(3, 14)
    )
    assert sentence(said, language="en") == "1,234 1.5 14 Dec 2026 09:05 14 March"
    assert sentence(said, language="fa") == "۱٬۲۳۴ ۱٫۵ ۲۳ آذر ۱۴۰۵ ۰۹:۰۵ ۱۴ مارس"
    assert sentence(said, language="fa", calendar="gregorian") == "۱٬۲۳۴ ۱٫۵ ۱۴ دسامبر ۲۰۲۶ ۰۹:۰۵ ۱۴ مارس"


def test_a_moment_is_shown_as_the_clocks_here_show_it() -> None:
    moment = datetime(2026, 12, 14, 12, 0, tzinfo=UTC)
    assert sentence(Message.of("{at}", at=moment), language="el") == moment_text(moment.astimezone(), "el")


def test_the_users_words_are_isolated_only_where_they_could_disturb() -> None:
    said = Message.of("The file {file} is empty.", file="list.csv")
    assert sentence(said, language="en") == "The file list.csv is empty."
    assert sentence(said, language="he") == "The file \u2068list.csv\u2069 is empty."
    assert sentence(Message.of("Call {name}", name="דנה"), language="en") == "Call \u2068דנה\u2069"


def test_messages_inside_messages_are_translated_too() -> None:
    with pytest.raises(AmdeskError) as refusal:
        PartialDate(2, 30)
    assert "февраля" in sentence(refusal.value, language="ru")
    assert sentence(refusal.value) == str(refusal.value)


def test_words_with_braces_and_no_fields_are_left_alone() -> None:
    assert sentence(Message.of("Use {name} for a field")) == "Use {name} for a field"
    assert sentence(Message.of("{name}", name="{evil}")) == "{evil}"


def test_a_list_has_the_comma_of_its_language() -> None:
    said = Message.of("{names}", names=("Ali", "Sara"))
    assert sentence(said, language="en") == str(said) == "Ali, Sara"
    assert sentence(said, language="fa") == "\u2068Ali\u2069، \u2068Sara\u2069"


def test_a_name_in_a_table_may_carry_the_context_that_tells_its_sense() -> None:
    set_language("ru")
    assert _(Message.named("person", "Name")) == "Имя"
    assert _(Message.named("company", "Name")) == "Название"


def test_a_persian_month_is_joined_to_the_year_behind_it_and_to_nothing_else() -> None:
    whole, without = PartialDate(1, 5, 1984), PartialDate(1, 5)
    assert sentence(Message.of("{on}", on=whole), language="fa") == "۵ ژانویهٔ ۱۹۸۴"
    assert sentence(Message.of("{on}", on=without), language="fa") == "۵ ژانویه"


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("en", "Added: birthday, VIP."),
        ("ru", "Добавлено: день рождения, VIP."),
        ("el", "Προστέθηκαν: γενέθλια, VIP."),
    ],
)
def test_a_name_inside_a_sentence_begins_with_a_small_letter(code: str, said: str) -> None:
    names = (inside("Birthday"), inside("VIP"))
    assert sentence(Message.of("Added: {columns}.", columns=names), language=code) == said
