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
        ("en", "0 days|1 day|2 days|3 days|5 days|11 days|21 days|22 days|101 days"),
        ("he", "0 ימים|יום אחד|יומיים|3 ימים|5 ימים|11 ימים|21 ימים|22 ימים|101 ימים"),
        ("fa", "0 روز|1 روز|2 روز|3 روز|5 روز|11 روز|21 روز|22 روز|101 روز"),
        ("ru", "0 дней|1 день|2 дня|3 дня|5 дней|11 дней|21 день|22 дня|101 день"),
        ("el", "0 ημέρες|1 ημέρα|2 ημέρες|3 ημέρες|5 ημέρες|11 ημέρες|21 ημέρες|22 ημέρες|101 ημέρες"),
    ],
)
def test_each_plural_form_is_chosen_where_it_belongs(code: str, shown: str) -> None:
    words = translation(code)
    counts = (0, 1, 2, 3, 5, 11, 21, 22, 101)
    said = [words.npgettext("duration", "{n} day", "{n} days", n=n).format(n=n) for n in counts]
    assert "|".join(said) == shown


def test_a_message_finds_its_words_by_context_and_count() -> None:
    words = translation("ru")
    assert words.template(Message.named("Gregorian month", "May")) == "мая"
    counted = Message("{n} day", {"n": 21}, "{n} days", 21, "duration")
    assert words.template(counted) == "{n} день"
    assert Catalog("en", gettext.NullTranslations()).template(counted) == "{n} days"


def test_without_a_home_folder_the_words_are_there_all_the_same(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nowhere(*_name: str, **_options: object) -> Path:
        raise RuntimeError("could not determine the home directory")

    monkeypatch.setattr(platformdirs, "user_cache_path", nowhere)
    assert translation("he").gettext("Clients") == "לקוחות"
    assert not (checkout.parents[3] / "cache").exists()
