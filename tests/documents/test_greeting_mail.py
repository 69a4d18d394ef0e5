"""The mail that congratulates: short, in the contact's language, and silent about what is our affair."""

from __future__ import annotations

from dataclasses import replace

import pytest

from amdesk.documents.greeting_mail import GreetingMail, render
from amdesk.domain.personal_date import KIND_NAMES, RELATION_NAMES
from amdesk.i18n.languages import LANGUAGES

MAIL = GreetingMail(
    language="en",
    calendar="gregorian",
    kind="birthday",
    relation="",
    is_belated=False,
    greeting_name="Maya Stern",
    my_name="Noa Bar",
    my_company="Blue Agency",
    my_phone="+44 20 7946 0958",
)


def test_a_birthday_is_congratulated_on_shortly_and_warmly() -> None:
    mail = render(MAIL)
    assert mail.subject == "Happy birthday!"
    assert mail.plain == (
        "Dear Maya Stern,\n\n"
        "Happy birthday! I wish you good health, much joy and a year of success.\n\n"
        "It is a pleasure to work with you.\n\n"
        "Kind regards,\nNoa Bar\nBlue Agency\n+44 20 7946 0958\n"
    )
    assert "Happy birthday! I wish you" in mail.html


def test_a_belated_one_says_so() -> None:
    assert "a little late" in render(replace(MAIL, is_belated=True)).plain


def test_for_a_relative_the_contact_is_written_to() -> None:
    mail = render(replace(MAIL, relation="daughter"))
    assert mail.subject == "Congratulations on your daughter’s birthday"
    assert "Dear Maya Stern," in mail.plain
    said = "Congratulations on your daughter’s birthday! Health and much joy to your whole family!"
    assert said in mail.plain.replace("\n", " ")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("relation", ["", *RELATION_NAMES])
@pytest.mark.parametrize("kind", KIND_NAMES)
def test_every_language_has_words_for_every_day(language: str, relation: str, kind: str) -> None:
    mail = render(replace(MAIL, language=language, relation=relation, kind=kind, is_belated=True))
    english = render(replace(MAIL, relation=relation, kind=kind, is_belated=True))
    assert mail.subject.strip()
    assert len(mail.plain) < 600
    assert not set(mail.plain) & set("{}")
    if language != "en":
        said = mail.plain.replace("Maya Stern", "").splitlines()
        assert not set(filter(None, said[1:5])) & set(english.plain.splitlines())


def test_hebrew_and_persian_pages_are_written_from_the_right() -> None:
    for language in ("he", "fa"):
        assert 'dir="rtl"' in render(replace(MAIL, language=language)).html
