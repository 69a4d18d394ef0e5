"""Every page, editor and dialog in languages nobody speaks: all is translated, nothing is cut, all turns."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QWidget

from amdesk.gui.application import make_qt, speak
from amdesk.gui.translators import Translators
from amdesk.i18n.languages import LANGUAGES, language
from tests.quality import pseudo, walkers
from tests.quality.walkers import Finding, Part


@pytest.fixture(scope="module")
def both(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[QApplication]:
    """The application with the two languages."""
    make_qt(["amdesk"])
    with pytest.MonkeyPatch.context() as patch, pseudo.spoken(tmp_path_factory.mktemp("pseudo"), patch):
        yield qapp
        speak(qapp, Translators(), "en")


@pytest.fixture(scope="module")
def found(both: QApplication) -> dict[str, list[Finding]]:
    return walkers.findings(both)


@pytest.mark.parametrize("walker", walkers.WALKERS)
def test_no_piece_of_any_page_is_amiss(found: dict[str, list[Finding]], walker: str) -> None:
    assert not [str(one) for one in found[walker]]


def shown(app: QApplication, widget: QWidget, *, width: int = 200) -> tuple[Part, ...]:
    widget.resize(width, 40)
    widget.show()
    walkers.settle(app)
    parts = walkers.parts_of(widget)
    widget.close()
    return parts


def row_of(words: str, direction: Qt.LayoutDirection, *, before: int = 0) -> QWidget:
    """A row with one label at its leading end."""
    made = QWidget()
    made.setLayoutDirection(direction)
    across = QHBoxLayout(made)
    across.setContentsMargins(before, 0, 0, 0)
    made_label = QLabel(words)
    made_label.setObjectName("words")
    across.addWidget(made_label)
    across.addStretch()
    return made


def test_words_without_brackets_are_found(qapp: QApplication) -> None:
    seen = {"one": shown(qapp, row_of("Save it", Qt.LayoutDirection.LeftToRight))}
    assert [one.what for one in walkers.untranslated(seen, frozenset())] == ["'Save it' in 'Save it'"]
    assert not list(walkers.untranslated(seen, frozenset({"Save it"})))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("⟦Sávé óñé⟧", ""),
        ("⟦Ópéñ ⟦thé⟧ óñé⟧ (Ctrl+S)", ""),
        ("⟦Fór óñé⟧ \u2068Harbour & Vale\u2069 · 3", ""),
        ("⟦Fór óñé⟧ · today", "today"),
        ("English", ""),
    ],
)
def test_only_what_is_nobodys_own_is_left_of_a_text(text: str, left: str) -> None:
    assert walkers.foreign(text, frozenset({"Harbour & Vale"})) == left


def test_words_that_do_not_fit_are_found(qapp: QApplication) -> None:
    narrow = row_of("A long text in a narrow room", Qt.LayoutDirection.LeftToRight)
    label = narrow.findChild(QLabel, "words")
    assert isinstance(label, QLabel)
    label.setFixedWidth(20)
    assert [one.part for one in walkers.clipped({"one": shown(qapp, narrow)})] == ["QWidget > QLabel words"]


def test_a_side_that_does_not_turn_is_found(qapp: QApplication) -> None:
    ltr, rtl = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
    even = {"one": shown(qapp, row_of("Save", ltr))}, {"one": shown(qapp, row_of("Save", rtl))}
    assert not list(walkers.unmirrored(*even))
    # margins of a layout are left and right, whatever the direction
    odd = (
        {"one": shown(qapp, row_of("Save", ltr, before=9))},
        {"one": shown(qapp, row_of("Save", rtl, before=9))},
    )
    assert [one.part for one in walkers.unmirrored(*odd)] == ["QWidget > QLabel words"]


@pytest.mark.parametrize(
    "text", ["Save", "{n} days", "&File", "<b>%1</b> is a folder", "Save &amp; close", "", "…"]
)
def test_a_text_grows_by_two_fifths_at_least_and_keeps_its_fields(text: str) -> None:
    made = pseudo.pseudo(text)
    for kept in ("{n}", "&F", "%1", "<b>", "&amp;"):
        assert (kept in text) == (kept in made)
    assert made.startswith("⟦")
    assert made.endswith("⟧")
    assert len(made) >= 1.4 * len(re.sub("<.*?>|&amp;", "", text))


def test_the_languages_nobody_speaks_are_in_no_list(both: QApplication) -> None:
    assert not {pseudo.LTR, pseudo.RTL} & set(LANGUAGES)
    assert language(pseudo.RTL).rtl
    assert not language(pseudo.LTR).rtl
