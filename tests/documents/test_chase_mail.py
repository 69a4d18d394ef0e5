"""The mail that reminds a client of a summary they have not answered."""

from __future__ import annotations

import re
from dataclasses import fields, replace

import pytest

from amdesk.documents.chase_mail import ChaseMail, render
from amdesk.documents.preview import for_qt
from tests.documents.letters import CHASES, GOLDEN, chases_as_read

LANGUAGES = sorted(CHASES)


@pytest.fixture(params=LANGUAGES)
def mail(request: pytest.FixtureRequest) -> ChaseMail:
    """A reminder of a full mail, in each language in turn."""
    return CHASES[str(request.param)]


def test_both_reminders_read_as_they_were_approved(mail: ChaseMail) -> None:
    approved = (GOLDEN / f"{mail.language}-chase.txt").read_text(encoding="utf-8")
    assert chases_as_read(mail) == approved


def test_the_summary_stands_beneath_to_the_letter(mail: ChaseMail) -> None:
    told = render(mail).plain
    quoted = [line[2:] for line in told.splitlines() if line.startswith("> ")]
    assert quoted == [line for line in mail.sent_plain.splitlines() if line]
    body = mail.sent_html.partition("<body")[2].partition(">")[2].partition("</body>")[0].strip()
    assert body in render(mail).html


def test_what_a_mail_program_changed_before_sending_is_quoted_as_it_went_out(mail: ChaseMail) -> None:
    edited = replace(mail, sent_plain="We agreed <b>nothing</b>.\n\n– Noa", sent_html="")
    told = render(edited)
    assert "> We agreed <b>nothing</b>.\n>\n> – Noa\n" in told.plain
    assert "We agreed &lt;b&gt;nothing&lt;/b&gt;." in told.html


def test_the_second_reminder_says_it_in_other_words(mail: ChaseMail) -> None:
    first, second = (render(replace(mail, chases=number)).plain for number in (0, 1))
    assert first.split("\n\n")[1] != second.split("\n\n")[1]


def test_both_name_the_reference(mail: ChaseMail) -> None:
    for number in (0, 1):
        said = render(replace(mail, chases=number)).plain.partition("\n> ")[0]
        assert mail.reference in said


def test_no_english_word_of_ours_is_left_in_another_language(mail: ChaseMail) -> None:
    bare = replace(mail, greeting_names=(), reference="1-2", sent_plain="", sent_html="", my_company="")
    for number in (0, 1):
        told = render(replace(bare, chases=number)).plain
        assert not re.findall("[A-Za-z]{3,}", told) or mail.language == "en"


def test_it_answers_the_first_mail_and_says_so_once() -> None:
    mail = CHASES["en"]
    assert render(mail).subject == f"Re: {mail.subject}"
    assert render(replace(mail, subject="RE: Budget")).subject == "RE: Budget"
    assert render(replace(mail, subject="")).subject == "Re: NT-2026-003"


def test_the_page_runs_as_its_language_does(mail: ChaseMail) -> None:
    way = "rtl" if mail.language in {"he", "fa"} else "ltr"
    page = render(mail).html
    assert f'<blockquote dir="{way}"' in page
    assert page.count("<body") == 1
    assert "<bdi>" not in for_qt(page)


def test_it_has_no_field_a_private_note_could_stand_in() -> None:
    assert not {field.name for field in fields(ChaseMail)} & {"private_note", "notes", "participants"}
