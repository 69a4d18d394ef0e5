"""Every letter the program can say in a language is in one of the fonts that travel with it."""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtGui import QRawFont
from PySide6.QtWidgets import QApplication

from amdesk.gui.fonts import FILES
from amdesk.i18n.languages import LANGUAGES, Language
from amdesk.i18n.places import data_folder
from amdesk.system.paths import resource
from tests.quality.reading import ROOT

# What draws nothing: breaks, spaces and marks of direction.
UNSEEN = {"Cc", "Cf", "Zs"}
OTHERS = [code for code in LANGUAGES if code != "en"]


def fonts_of(language: Language) -> list[QRawFont]:
    """The bundled fonts whose families a language names."""
    return [font for font in map(raw, FILES) if font.familyName() in language.fonts]


def raw(name: str) -> QRawFont:
    return QRawFont(str(resource("fonts", name)), 16)


def catalogue(code: str) -> Iterator[str]:
    """Every text of the program in a language, where it is translated."""
    path = data_folder("translations") / code / "LC_MESSAGES" / "amdesk.po"
    with path.open("rb") as lines:
        for message in read_po(lines, locale=code):
            forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
            yield from (str(form) for form in forms if message.id)


def english() -> Iterator[str]:
    with (data_folder("translations") / "amdesk.pot").open("rb") as lines:
        for message in read_po(lines):
            yield from message.id if isinstance(message.id, tuple | list) else (str(message.id),)


def texts_of_qt(code: str) -> Iterator[str]:
    """What Qt's own file says in a language, of the texts that a Greek reader can meet."""
    translator = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if not translator.load(f"qtbase_{code}", folder):
        return
    path = data_folder("translations") / "el" / "LC_MESSAGES" / "amdesk.po"
    with path.open("rb") as lines:
        for message in read_po(lines, locale="el"):
            if (message.context or "").startswith("Q"):
                yield translator.translate(message.context or "", str(message.id)) or ""


def boxes(texts: Iterator[str], fonts: list[QRawFont]) -> dict[str, str]:
    """Characters that no font has, each with a text it stands in."""
    seen: dict[str, str] = {}
    for text in texts:
        for letter in text:
            seen.setdefault(letter, text)
    return {
        f"U+{ord(letter):04X} {letter}": text
        for letter, text in seen.items()
        if unicodedata.category(letter) not in UNSEEN
        and not any(font.supportsCharacter(ord(letter)) for font in fonts)
    }


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_language_names_three_families_that_are_there(qapp: QApplication, code: str) -> None:
    assert len(fonts_of(LANGUAGES[code])) == len(LANGUAGES[code].fonts) == len(FILES)


@pytest.mark.parametrize("code", OTHERS)
def test_no_text_of_a_language_shows_as_boxes(qapp: QApplication, code: str) -> None:
    assert not boxes(catalogue(code), fonts_of(LANGUAGES[code]))


@pytest.mark.parametrize("code", OTHERS)
def test_no_text_of_qt_shows_as_boxes(qapp: QApplication, code: str) -> None:
    assert not boxes(texts_of_qt(code), fonts_of(LANGUAGES[code]))


def test_no_english_text_shows_as_boxes(qapp: QApplication) -> None:
    assert not boxes(english(), fonts_of(LANGUAGES["en"]))


def test_names_and_digits_of_each_language_are_drawn(qapp: QApplication) -> None:
    for spoken in LANGUAGES.values():
        own = [spoken.digits, spoken.group, spoken.decimal, *(one.name for one in LANGUAGES.values())]
        assert not boxes(iter(own), fonts_of(spoken))


def test_the_first_family_of_a_language_has_its_letters(qapp: QApplication) -> None:
    letters = {
        "en": "abc",
        "he": "אבגדהוזחטיכלמנסעפצקרשתךםןףץ׳״־",
        "fa": "پچژگکیآ۰۱۲",
        "ru": "абвёщъ",
        "el": "άέήίόύώϊΐς",
    }
    for code, alphabet in letters.items():
        (first,) = (font for font in map(raw, FILES) if font.familyName() == LANGUAGES[code].fonts[0])
        assert not boxes(iter([alphabet]), [first])


def test_a_character_that_is_in_no_font_is_told(qapp: QApplication) -> None:
    assert boxes(iter(["a → b"]), fonts_of(LANGUAGES["en"])) == {"U+2192 →": "a → b"}


@pytest.mark.skipif(sys.platform != "linux", reason="fontconfig is what can be told of no fonts")
def test_a_start_in_persian_where_no_font_is_installed_shows_no_boxes(tmp_path: Path) -> None:
    nothing = tmp_path / "fonts.conf"
    nothing.write_text("<fontconfig></fontconfig>", encoding="utf-8")
    bare = {"HOME": str(tmp_path), "PATH": os.environ["PATH"], "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-m", "tests.quality.bare", "fa"], cwd=ROOT, capture_output=True, check=False,
        encoding="utf-8", env=bare | {"FONTCONFIG_FILE": str(nothing), "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert (done.stdout, done.returncode) == ("", 0), done.stderr
