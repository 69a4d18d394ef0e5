"""Each plural of each language: the form for a number is the one its grammar asks for."""

from __future__ import annotations

from dataclasses import dataclass
from gettext import c2py

import pytest
from babel import Locale
from babel.messages.pofile import read_po

from amdesk.i18n.places import data_folder
from amdesk.i18n.translations import translation

OTHERS = ("he", "fa", "ru", "el")
COUNTS = (0, 1, 2, 3, 5, 11, 21, 22, 101)
# CLDR's names of the forms, in the order the catalogues have them.
ORDER = {
    "he": ("one", "two", "other"),
    "fa": ("one", "other"),
    "ru": ("one", "few", "many"),
    "el": ("one", "other"),
}


@dataclass(frozen=True)
class Plural:
    """A text with a plural, and a language's forms of it."""

    context: str | None
    one: str
    many: str
    forms: tuple[str, ...]

    def said(self, code: str, n: int) -> str:
        """What the language says of ``n`` things, before the fields are filled in."""
        words = translation(code)
        if self.context:
            return words.npgettext(self.context, self.one, self.many, n=n)
        return words.ngettext(self.one, self.many, n)


def plurals(code: str) -> list[Plural]:
    """Every text with a plural that a language has words for."""
    path = data_folder("translations") / code / "LC_MESSAGES" / "amdesk.po"
    with path.open("rb") as lines:
        catalogue = read_po(lines, locale=code)
    return [
        Plural(message.context, message.id[0], message.id[1], tuple(message.string or ()))
        for message in catalogue
        if isinstance(message.id, tuple) and all(message.string or ("",))
    ]


@pytest.mark.parametrize("code", OTHERS)
def test_a_number_takes_the_form_its_grammar_asks_for(code: str) -> None:
    rule = Locale(code).plural_form
    for plural in plurals(code):
        for n in COUNTS:
            assert plural.said(code, n) == plural.forms[ORDER[code].index(rule(n))]


@pytest.mark.parametrize("code", OTHERS)
def test_the_rule_of_a_catalogue_is_that_of_the_language_for_every_number(code: str) -> None:
    path = data_folder("translations") / code / "LC_MESSAGES" / "amdesk.po"
    with path.open("rb") as lines:
        which = c2py(read_po(lines, locale=code).plural_expr)
    rule = Locale(code).plural_form
    assert [ORDER[code][which(n)] for n in range(2000)] == [rule(n) for n in range(2000)]


@pytest.mark.parametrize("code", OTHERS)
def test_a_number_is_said_unless_the_words_are_for_it_alone(code: str) -> None:
    for plural in plurals(code):
        forms = [plural.said(code, n) for n in range(200)]
        for n in COUNTS:
            if "{n}" in plural.many and forms.count(forms[n]) > 1:
                assert "{n}" in forms[n]


def test_there_are_plurals_to_look_at() -> None:
    assert all(plurals(code) for code in OTHERS)
