"""What the client reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date

import pytest

from amdesk.documents.summary_mail import SummaryMail, render, standard_closing
from amdesk.domain.interaction import CHANNELS
from amdesk.domain.points import Point
from amdesk.i18n import catalog
from tests.documents.letters import ENGLISH, GOLDEN, GREEK, HEBREW, LETTERS, PERSIAN, RUSSIAN, as_read

LANGUAGES = sorted(LETTERS)
BIDI_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture(params=LANGUAGES)
def letter(request: pytest.FixtureRequest) -> SummaryMail:
    """A full mail, in each language in turn."""
    return LETTERS[str(request.param)]


@pytest.fixture
def back_to_english() -> Iterator[None]:
    """Whatever language a test sets, the next one starts in English."""
    yield
    catalog.set_language("en")


def visible(text: str) -> str:
    """The text without what only steers its direction."""
    return BIDI_CONTROLS.sub("", text)


def test_the_mail_reads_as_it_was_approved(letter: SummaryMail) -> None:
    approved = (GOLDEN / f"{letter.language}.txt").read_text(encoding="utf-8")
    assert as_read(render(letter)) == approved


def test_the_language_of_the_window_changes_nothing_in_the_mail(
    letter: SummaryMail, back_to_english: None
) -> None:
    before = render(letter)
    for code in LANGUAGES:
        catalog.set_language(code)
        assert render(letter) == before


def test_no_english_word_of_ours_is_left_in_another_language(letter: SummaryMail) -> None:
    told = render(replace(letter, points=letter.points[:1], greeting_names=()))
    latin = {word for word in re.findall("[A-Za-z]{3,}", told.plain) if word.lower() != "email"}
    assert not latin or letter.language == "en"


@pytest.mark.parametrize("channel", CHANNELS)
def test_subject_and_opening_name_the_channel_and_the_day(letter: SummaryMail, channel: str) -> None:
    told = render(replace(letter, channel=channel))
    day = re.search(r"2026|۱۴۰۵", told.subject)
    assert day is not None
    assert day[0] in told.plain.split("\n\n")[1]


def test_calls_and_meetings_are_told_apart() -> None:
    called, met = (render(replace(ENGLISH, channel=channel)) for channel in ("mobile", "meeting"))
    assert called.subject == "Summary of our call on 14 December 2026 [NT-2026-003]"
    assert met.subject == "Summary of our meeting on 14 December 2026 [NT-2026-003]"
    assert "Below is the summary of our meeting on 14 December 2026." in met.plain


def test_subjects_have_no_direction_marks(letter: SummaryMail) -> None:
    for version in (1, 2):
        subject = render(replace(letter, version=version)).subject
        assert not BIDI_CONTROLS.search(subject)
        assert subject.endswith("[NT-2026-003]")


def test_points_are_numbered_through_the_whole_mail_in_the_order_of_their_kinds() -> None:
    jumbled = replace(ENGLISH, points=tuple(reversed(ENGLISH.points)))
    told = render(jumbled).plain
    assert re.findall(r"^(\d+)\. ", told, re.MULTILINE) == [str(n) for n in range(1, 10)]
    headings = ["Decisions", "Changes", "Who does what by when", "Insights", "Open questions"]
    assert [line for line in told.splitlines() if line in headings] == headings
    assert "9. May the video" in told


def test_persian_numbers_and_dates_are_the_clients_own() -> None:
    told = render(PERSIAN)
    assert "۲۳ آذر ۱۴۰۵" in told.subject
    assert re.findall(r"^\u200f?(\S+)\. ", told.plain, re.MULTILINE) == list("۱۲۳۴۵۶۷۸۹")


def test_the_calendar_is_the_clients_not_the_languages() -> None:
    assert "בטבת תשפ״ז" in render(replace(HEBREW, calendar="hebrew")).subject
    assert "1405" in render(replace(ENGLISH, calendar="jalali")).subject


def test_kinds_without_points_have_no_heading() -> None:
    told = render(replace(ENGLISH, points=(Point("insight", "Evenings sell best."),)))
    for text in (told.plain, told.html):
        assert "Insights" in text
        assert not [
            word for word in ("Decisions", "Changes", "Who does what", "Open questions") if word in text
        ]


def test_without_any_points_the_letter_is_still_whole() -> None:
    told = render(replace(ENGLISH, points=(), occasion="", greeting_names=(" ",), my_company="", my_phone=""))
    assert told.plain.startswith("Hello,\n\nBelow is the summary")
    assert told.plain.endswith("Kind regards,\nNoa Bar\n")
    assert "Topic" not in told.plain


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("10%", "12%", "Rate: from 10% to 12%"),
        ("", "12%", "Rate: in future 12%"),
        ("10%", "", "Rate: so far 10%"),
        ("", "", "Kind of change: Rate"),
    ],
)
def test_a_change_says_from_what_to_what(before: str, after: str, said: str) -> None:
    point = Point("change", "Search", change_kind="rate", from_value=before, to_value=after)
    told = render(replace(ENGLISH, points=(point,)))
    assert f"1. Search\n   {said}\n\n" in told.plain
    assert said in told.html


def test_an_amount_of_money_is_written_as_the_client_writes_it() -> None:
    point = Point("change", "Search", change_kind="budget", from_value="18,000 GBP", to_value="about £20k")
    for letter, said in (
        (ENGLISH, "Budget: from £18,000 to about £20k"),
        (RUSSIAN, "Бюджет: было 18 000 £, станет about £20k"),
        (GREEK, "Προϋπολογισμός: από 18.000 £ σε about £20k"),
    ):
        assert said in render(replace(letter, points=(point,))).plain.replace("\u00a0", " ")
    schedule = replace(point, change_kind="schedule")
    assert "18,000 GBP" in render(replace(RUSSIAN, points=(schedule,))).plain


def test_a_direction_that_was_chosen_for_a_point_holds_in_the_mail() -> None:
    point = Point("decision", "\u200fGoogle Ads בלבד")
    told = render(replace(HEBREW, points=(point,)))
    assert "1. \u200fGoogle Ads בלבד\n" in told.plain
    assert '<p dir="rtl" align="right" style="text-align:right;margin:0">\u200fGoogle Ads' in told.html


def test_a_change_says_from_when() -> None:
    point = Point("change", "Search stops", change_kind="other", effective_on=date(2027, 1, 1))
    assert (
        "1. Search stops\n   Effective from 1 January 2027\n"
        in render(replace(ENGLISH, points=(point,))).plain
    )


@pytest.mark.parametrize(
    ("side", "owner", "who"),
    [
        ("us", "Dana Levi", "Dana Levi (Blue Agency)"),
        ("us", "", "Blue Agency"),
        ("client", "Ben", "Ben (Northwind Traders)"),
        ("client", "Northwind Traders", "Northwind Traders"),
        ("third", "Webworks", "Webworks"),
        ("third", "", "A third party"),
        (None, "", "to be agreed"),
    ],
)
def test_an_action_names_its_owner_and_their_company(side: str | None, owner: str, who: str) -> None:
    told = render(replace(ENGLISH, points=(Point("action", "Call", side=side, owner=owner),)))
    assert f"   Who: {who}\n   By when: to be agreed\n" in told.plain


def test_without_names_of_companies_the_sides_are_we_and_you() -> None:
    points = (Point("action", "Call", side="us"), Point("action", "Wait", side="client"))
    told = render(replace(ENGLISH, points=points, my_name="", my_company="", client_name="")).plain
    assert "Who: We\n" in told
    assert "Who: You\n" in told


def test_an_answered_question_carries_its_answer() -> None:
    point = Point("question", "May we?", answered_on=date(2026, 12, 14), answer="Yes, from Monday.")
    assert "1. May we?\n   Answer: Yes, from Monday.\n" in render(replace(ENGLISH, points=(point,))).plain


def test_a_second_version_says_so_in_subject_and_opening(letter: SummaryMail) -> None:
    first, second = render(letter), render(replace(letter, version=2))
    assert first.subject != second.subject
    assert re.search("[2۲]", visible(second.subject).replace("2026", ""))
    assert len(second.plain.split("\n\n")[1]) > len(first.plain.split("\n\n")[1])


def test_the_second_version_in_english() -> None:
    told = render(replace(ENGLISH, version=2))
    assert told.subject == "Summary of our call on 14 December 2026, corrected version 2 [NT-2026-003]"
    opening = "This is the corrected version 2; it takes the place of the earlier one."
    assert opening in told.plain.replace("\n", " ")


def test_the_standard_closing_asks_for_approval_and_for_what_is_missing(letter: SummaryMail) -> None:
    asked = standard_closing(letter.language)
    assert asked in " ".join(render(letter).plain.split())
    assert asked in render(letter).html


def test_an_edited_closing_stands_in_place_of_the_standard_one() -> None:
    told = render(replace(ENGLISH, closing="Please say yes.\n\nThank you!"))
    assert "\n\nPlease say yes.\n\nThank you!\n\nKind regards," in told.plain
    assert ">Please say yes.</p>" in told.html
    assert "approval" not in told.plain + told.html


def test_a_closing_deleted_on_purpose_leaves_nothing_behind() -> None:
    told = render(replace(ENGLISH, closing=""))
    assert "(חיפה)?\n\nKind regards," in told.plain
    assert "approval" not in told.plain + told.html


@pytest.mark.parametrize("closing", [None, "", "Please say yes."])
def test_where_silence_counts_the_mail_always_says_so(letter: SummaryMail, closing: str | None) -> None:
    asked = render(replace(letter, closing=closing, silence_accepts=True))
    sentence = standard_closing(letter.language, silence_accepts=True).splitlines()[-1]
    assert re.search("[4۴]", sentence)
    assert sentence in " ".join(asked.plain.split())
    assert sentence in asked.html
    assert sentence not in " ".join(render(replace(letter, closing=closing)).plain.split())


def test_the_sentence_about_silence_stands_there_once_when_it_is_part_of_the_closing() -> None:
    own = "Hello again. " + standard_closing("en", silence_accepts=True)
    told = render(replace(ENGLISH, closing=own, silence_accepts=True))
    assert " ".join(told.plain.split()).count("counts as accepted") == 1


def test_the_values_of_a_mail_have_no_place_for_anything_private() -> None:
    assert {field.name for field in fields(SummaryMail)} == {
        "language", "calendar", "reference", "version", "started_on", "channel", "occasion", "greeting_names",
        "points", "closing", "silence_accepts", "my_name", "my_company", "my_phone", "client_name",
    }  # fmt: skip
    assert not [field.name for field in fields(Point) if "note" in field.name or "private" in field.name]
