"""Catalogues are found, compiled when their source has changed, and never blank a text."""

from __future__ import annotations

import gettext
import os
from collections.abc import Iterator
from pathlib import Path

import platformdirs
import pytest

from amdesk.domain.messages import Message
from amdesk.i18n import places
from amdesk.i18n.translations import Catalog, compile_po, translation

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Plural-Forms: {}\\n"\n\n'
HEBREW = HEADER.format("nplurals=3; plural=(n==1) ? 0 : (n==2) ? 1 : 2;")


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A checkout with one Hebrew catalogue and an empty cache."""
    monkeypatch.setattr(places, "_PACKAGE", tmp_path / "amdesk")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("HOME", str(tmp_path))
    translation.cache_clear()
    source = tmp_path / "translations" / "he" / "LC_MESSAGES" / "amdesk.po"
    source.parent.mkdir(parents=True)
    source.write_text(HEBREW + 'msgid "Clients"\nmsgstr "לקוחות"\n', encoding="utf-8")
    yield source
    translation.cache_clear()


def test_a_catalogue_is_compiled_on_first_use_and_kept(checkout: Path) -> None:
    assert translation("he").gettext("Clients") == "לקוחות"
    kept = list(checkout.parents[3].rglob("*.mo"))
    assert len(kept) == 1
    assert kept[0].stat().st_mtime_ns == checkout.stat().st_mtime_ns


def test_a_changed_source_is_compiled_again(checkout: Path) -> None:
    translation("he")
    checkout.write_text(HEBREW + 'msgid "Clients"\nmsgstr "הלקוחות"\n', encoding="utf-8")
    os.utime(checkout, ns=(1, 1))
    translation.cache_clear()
    assert translation("he").gettext("Clients") == "הלקוחות"


def test_a_kept_catalogue_is_not_compiled_again(checkout: Path) -> None:
    translation("he")
    (kept,) = checkout.parents[3].rglob("*.mo")
    written = kept.stat().st_mtime_ns
    other = HEBREW + 'msgid "Clients"\nmsgstr "מהמטמון"\n'
    source = checkout.with_name("other.po")
    source.write_text(other, encoding="utf-8")
    kept.write_bytes(compile_po(source))
    os.utime(kept, ns=(written, written))
    translation.cache_clear()
    assert translation("he").gettext("Clients") == "מהמטמון"


def test_a_cache_that_cannot_be_written_costs_no_words(checkout: Path) -> None:
    (checkout.parents[3] / "cache").write_text("a file where the folder would be")
    assert translation("he").gettext("Clients") == "לקוחות"


def test_an_installed_catalogue_needs_no_compiling(checkout: Path) -> None:
    made = checkout.parents[3] / "amdesk" / "_data" / "translations" / "he" / "LC_MESSAGES" / "amdesk.mo"
    made.parent.mkdir(parents=True)
    made.write_bytes(compile_po(checkout))
    assert translation("he").gettext("Clients") == "לקוחות"
    assert not (checkout.parents[3] / "cache").exists()


def test_a_language_without_a_catalogue_is_english(checkout: Path) -> None:
    assert translation("fa").gettext("Clients") == "Clients"
    assert translation("de").code == "en"


def test_what_is_not_translated_stays_english_and_nothing_is_blank(checkout: Path) -> None:
    checkout.write_text(
        HEBREW + 'msgid "{n} day"\nmsgid_plural "{n} days"\nmsgstr[0] ""\nmsgstr[1] ""\nmsgstr[2] ""\n',
        encoding="utf-8",
    )
    words = translation("he")
    assert words.gettext("") == ""
    assert words.gettext("Offers") == "Offers"
    assert words.pgettext("mail", "Hello,") == "Hello,"
    assert [words.ngettext("{n} day", "{n} days", n) for n in (1, 2, 5)] == [
        "{n} day",
        "{n} days",
        "{n} days",
    ]


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        (
            "en",
            "in 0 days|in 1 day|in 2 days|in 3 days|in 5 days|in 11 days|in 21 days|in 22 days|in 101 days",
        ),
        (
            "he",
            "בעוד 0 ימים|בעוד יום אחד|בעוד יומיים|בעוד 3 ימים|בעוד 5 ימים|"
            "בעוד 11 ימים|בעוד 21 ימים|בעוד 22 ימים|בעוד 101 ימים",
        ),
        (
            "fa",
            "0 روز دیگر|1 روز دیگر|2 روز دیگر|3 روز دیگر|5 روز دیگر|"
            "11 روز دیگر|21 روز دیگر|22 روز دیگر|101 روز دیگر",
        ),
        (
            "ru",
            "через 0 дней|через 1 день|через 2 дня|через 3 дня|через 5 дней|"
            "через 11 дней|через 21 день|через 22 дня|через 101 день",
        ),
        (
            "el",
            "σε 0 ημέρες|σε 1 ημέρα|σε 2 ημέρες|σε 3 ημέρες|σε 5 ημέρες|"
            "σε 11 ημέρες|σε 21 ημέρες|σε 22 ημέρες|σε 101 ημέρες",
        ),
    ],
)
def test_each_plural_form_is_chosen_where_it_belongs(code: str, shown: str) -> None:
    words = translation(code)
    counts = (0, 1, 2, 3, 5, 11, 21, 22, 101)
    said = [words.npgettext("age", "in {n} day", "in {n} days", n=n).format(n=n) for n in counts]
    assert "|".join(said) == shown


def test_a_message_finds_its_words_by_context_and_count() -> None:
    words = translation("ru")
    assert words.template(Message.named("Gregorian month", "May")) == "мая"
    counted = Message("in {n} day", {"n": 21}, "in {n} days", 21, "age")
    assert words.template(counted) == "через {n} день"
    assert Catalog("en", gettext.NullTranslations()).template(counted) == "in {n} days"


def test_without_a_home_folder_the_words_are_there_all_the_same(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nowhere(*_name: str, **_options: object) -> Path:
        raise RuntimeError("could not determine the home directory")

    monkeypatch.setattr(platformdirs, "user_cache_path", nowhere)
    assert translation("he").gettext("Clients") == "לקוחות"
    assert not (checkout.parents[3] / "cache").exists()
