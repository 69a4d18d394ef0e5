"""Dates as people type them and as other programs write them, and what only looks like a date."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amdesk.domain.calendars import CALENDARS, PartialDate
from amdesk.domain.errors import AmdeskError
from amdesk.i18n.format import date_text
from amdesk.i18n.languages import LANGUAGES
from amdesk.i18n.parse import find_date, parse_date, parse_partial, prepare

TODAY = date(2026, 11, 18)  # a Wednesday; 27 Aban 1405, 8 Kislev 5787


def found(line: str, *, language: str = "en", calendar: str = "gregorian") -> tuple[str, str] | None:
    """The day found in a line, with the words that say it."""
    day = find_date(line, language=language, calendar=calendar, today=TODAY)
    return (day[0].isoformat(), line[day[1] : day[2]]) if day else None


def read(typed: str, *, language: str = "en", calendar: str = "gregorian") -> str:
    return parse_date(typed, language=language, calendar=calendar, today=TODAY).isoformat()


@pytest.mark.parametrize(
    ("line", "day", "said"),
    [
        ("send offer by 14/12", "2026-12-14", "14/12"),
        ("send offer by Friday", "2026-11-20", "Friday"),
        ("on Monday we agreed: offer by Friday", "2026-11-20", "Friday"),
        ("offer by Friday 4/12 at noon", "2026-12-04", "Friday 4/12"),
        ("call again tomorrow", "2026-11-19", "tomorrow"),
        ("report on 2026-12-14, in English", "2026-12-14", "2026-12-14"),
        ("by 3rd of December.", "2026-12-03", "3rd of December"),
        ("Dec 3, 2026: launch", "2026-12-03", "Dec 3, 2026"),
        ("renew the contract of 14.12.2020 by 14.12.2026", "2026-12-14", "14.12.2026"),
        ("Due 1/3/27", "2027-03-01", "1/3/27"),
        ("until Wed", "2026-11-25", "Wed"),
        ("by May 5", "2027-05-05", "May 5"),
        ("до пятницы прислать отчёт", "2026-11-20", "пятницы"),
        ("отчёт к 14.12", "2026-12-14", "14.12"),
        ("до 14 декабря 2026 г. прислать", "2026-12-14", "14 декабря 2026 г."),
        ("созвон в среду", "2026-11-25", "среду"),
        ("до ср", "2026-11-25", "ср"),
        ("послезавтра", "2026-11-20", "послезавтра"),
        ("עד 14.12 לשלוח הצעה", "2026-12-14", "14.12"),
        ("עד ה-4.5", "2027-05-04", "4.5"),
        ("הדוח יישלח ב-14/12", "2026-12-14", "14/12"),
        ("עד ליום שישי", "2026-11-20", "יום שישי"),
        ("נדבר ביום ב׳", "2026-11-23", "יום ב׳"),
        ("עד חמישי", "2026-11-19", "חמישי"),
        ("ב-3 בדצמבר", "2026-12-03", "3 בדצמבר"),
        ("עד כ״ה בכסלו תשפ״ז", "2026-12-05", "כ״ה בכסלו תשפ״ז"),
        ("למחרתיים", "2026-11-20", "מחרתיים"),
        ("תא 15 Shevat", "2027-01-23", "15 Shevat"),
        ("έως 3 Δεκεμβρίου", "2026-12-03", "3 Δεκεμβρίου"),
        ("μέχρι την Παρασκευή", "2026-11-20", "Παρασκευή"),
        ("έως ΔΕΥΤΕΡΑ", "2026-11-23", "ΔΕΥΤΕΡΑ"),
        ("αύριο", "2026-11-19", "αύριο"),
    ],
)
def test_a_day_in_a_line_is_found(line: str, day: str, said: str) -> None:
    assert found(line) == (day, said)


@pytest.mark.parametrize(
    ("line", "day", "said"),
    [
        ("تا ۱۵ آذر ارسال شود", "2026-12-06", "۱۵ آذر"),
        ("از اول دی‌ماه اجرا شود", "2026-12-22", "اول دی‌ماه"),
        ("تا یکم فروردین ۱۴۰۶", "2027-03-21", "یکم فروردین ۱۴۰۶"),
        ("تا ۱۵ آذرماه ۱۴۰۵", "2026-12-06", "۱۵ آذرماه ۱۴۰۵"),
        ("تا تاریخ ۱۴۰۵/۰۹/۲۳", "2026-12-14", "۱۴۰۵/۰۹/۲۳"),
        ("تا ۹/۱۵", "2026-12-06", "۹/۱۵"),
        ("تا ۱۵/۹", "2026-12-06", "۱۵/۹"),
        ("تا جمعه", "2026-11-20", "جمعه"),
        ("تا روز سه‌شنبه", "2026-11-24", "سه‌شنبه"),
        ("تا سه شنبه", "2026-11-24", "سه شنبه"),
        ("تا پنج‌شنبه", "2026-11-19", "پنج‌شنبه"),
        ("تا شنبه", "2026-11-21", "شنبه"),
        ("فردا", "2026-11-19", "فردا"),
        ("پس‌فردا", "2026-11-20", "پس‌فردا"),
        ("تا ۱۴ دسامبر", "2026-12-14", "۱۴ دسامبر"),
        ("by 14 Dec", "2026-12-14", "14 Dec"),
    ],
)
def test_a_day_in_a_persian_line_is_found(line: str, day: str, said: str) -> None:
    assert found(line, language="fa", calendar="jalali") == (day, said)


@pytest.mark.parametrize(
    "line",
    """
at 14:00|until 14.00|call at 10.30|в 9.10|12.50 EUR|CPO: 12.10|€12.10|12.10€|12.10 ₪|lower it by 4.5
by 12.10 EUR|up by 3.5%|3.10 %|с 3.5 до 4.5|до 10.12 руб|12,5|budget 1.5 million|۱۲٫۵ میلیون
until 10.12 percent
call 050-1234567|+7 912 345-67-89|8 912 345-12-11|03-5551234|tel 03-12-11|697 12 11 10|تماس ۰۹۱۲۳۴۵۶۷۸۹
version 2.1|v1.2.24|release 1.12.26|Babel 2.18.10|192.168.1.1|10.0.12.24|NWT-2026-001|http://a.example/12/11
24/7 support|50/50 split|1/2 of the budget|3/4 done|9/10 satisfied|scored 9/11|a/12/11/b|room 5/5|Q4/26
2 may be late|we sat with them|in the sun|option 3 march on|average (ср. чек)|среда разработки|τρίτη προσφορά
לקוח שני|פעם שלישית|שנייה|۲ می‌خواهیم|every Friday we call|last Friday|בכל יום שישי|ביום שישי שעבר|هر جمعه
yesterday we met|אתמול|вчера|on 14/12/2020|14/12/2086|31/11|by 30/02/2027|30 February|in 2026|7|March 20%|
""".replace("\n", "|")
    .strip("|")
    .split("|"),
)
def test_what_only_looks_like_a_day_is_left_alone(line: str) -> None:
    assert found(line) is None


@given(
    st.text(
        alphabet=st.sampled_from("0123456789./-: ,%abv€\u200cעדתודо۱۲۹'\"") | st.characters(), max_size=40
    )
)
def test_any_line_can_be_looked_at(line: str) -> None:
    day = find_date(line, language="fa", calendar="jalali", today=TODAY)
    assert day is None or (day[0] >= TODAY and 0 <= day[1] < day[2] <= len(line))


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("14/12", "2026-12-14"),
        ("14.12", "2026-12-14"),
        ("18/11", "2026-11-18"),
        ("17/11", "2027-11-17"),
        ("12/14", "2026-12-14"),
        ("3.4.27", "2027-04-03"),
        ("14-12-2026", "2026-12-14"),
        ("2026/12/14", "2026-12-14"),
        ("1405/09/23", "2026-12-14"),
        ("۲۳/۹/۱۴۰۵", "2026-12-14"),
        ("29/2", "2028-02-29"),
        ("wed", "2026-11-25"),
        ("Wednesday", "2026-11-25"),
        ("today", "2026-11-18"),
        ("Yesterday", "2026-11-17"),
        ("day after tomorrow", "2026-11-20"),
        ("χτες", "2026-11-17"),
        ("امروز", "2026-11-18"),
        ("ПЯТНИЦА", "2026-11-20"),
        ("14 дек.", "2026-12-14"),
        ("14 dec", "2026-12-14"),
        ("ל׳ בכסלו", "2026-12-10"),
    ],
)
def test_a_typed_date_is_read(typed: str, day: str) -> None:
    assert read(typed) == day


@pytest.mark.parametrize(
    ("typed", "calendar", "day"),
    [
        ("۹/۲۳", "jalali", "2026-12-14"),
        ("۰۵/۰۹/۲۳", "jalali", "2026-12-14"),
        ("30/12", "jalali", "2030-03-20"),
        ("12/14", "gregorian", "2026-12-14"),
        ("2026-12-14", "jalali", "2026-12-14"),
        ("14/12", "hebrew", "2026-12-14"),
    ],
)
def test_figures_are_read_in_the_readers_calendar(typed: str, calendar: str, day: str) -> None:
    assert read(typed, language="fa", calendar=calendar) == day


@given(
    st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31)),
    st.sampled_from(list(LANGUAGES)),
    st.sampled_from(CALENDARS),
    st.sampled_from(["short", "medium", "long", "full"]),
)
def test_every_date_shown_can_be_typed_back(day: date, language: str, calendar: str, style: str) -> None:
    shown = date_text(day, language, calendar=calendar, style=style)
    assert parse_date(shown, language=language, calendar=calendar, today=TODAY) == day


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("30/02/2027", "There is no 30 February in that year: February has 28 days."),
        ("31 November", "There is no 31 November: November has 30 days."),
        ("1404/12/30", "There is no 30 Esfand in that year: Esfand has 29 days."),
        (
            "soon",
            "“soon” is not a date. Write it like 18/11/2026, or as a day such as “tomorrow” or “Friday”.",
        ),
        ("", "“” is not a date. Write it like 18/11/2026, or as a day such as “tomorrow” or “Friday”."),
    ],
)
def test_a_typed_date_that_cannot_be_is_refused_with_a_reason(typed: str, sentence: str) -> None:
    with pytest.raises(AmdeskError) as refusal:
        read(typed)
    assert str(refusal.value) == sentence


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("14/03/1985", PartialDate(3, 14, 1985)),
        ("2.11.1979", PartialDate(11, 2, 1979)),
        ("01.06.1982", PartialDate(6, 1, 1982)),
        ("15/8/1975", PartialDate(8, 15, 1975)),
        ("29/02/1988", PartialDate(2, 29, 1988)),
        ("8/15/1975", PartialDate(8, 15, 1975)),
        ("--05-20", PartialDate(5, 20)),
        (" --05-20", PartialDate(5, 20)),
        ("--0203", PartialDate(2, 3)),
        ("--02-29", PartialDate(2, 29)),
        ("14/03", PartialDate(3, 14)),
        ("14 March", PartialDate(3, 14)),
        ("۱۳۶۴/۰۷/۱۵", PartialDate(7, 15, 1364, "jalali")),
        ("1370/12/30", PartialDate(12, 30, 1370, "jalali")),
        ("۱۵ مهر ۱۳۶۴", PartialDate(7, 15, 1364, "jalali")),
        ("19220310", PartialDate(3, 10, 1922)),
        ("1980-03-22", PartialDate(3, 22, 1980)),
        ("1980-03-22 00:00:00", PartialDate(3, 22, 1980)),
        ("1980-03-22T00:00:00Z", PartialDate(3, 22, 1980)),
        ("20090808T1430-0500", PartialDate(8, 8, 2009)),
        ("1604-05-20", PartialDate(5, 20)),
        ("15 Shevat 5745", PartialDate(11, 15, 5745, "hebrew")),
        ("14 марта 1985 г.", PartialDate(3, 14, 1985)),
    ],
)
def test_a_birthday_is_read_as_other_programs_write_it(written: str, expected: PartialDate) -> None:
    assert parse_partial(written) == expected


def test_a_hint_tells_the_calendar_where_figures_do_not() -> None:
    assert parse_partial("--07-15", hint_calendar="jalali") == PartialDate(7, 15, None, "jalali")
    assert parse_partial("1364-07-15", hint_calendar="gregorian") == PartialDate(7, 15, 1364)


@pytest.mark.parametrize(
    "written",
    ["14/03/85", "85-03-14", "unknown", "", "0/0/00", "30/02/1985", "19850230", "---14", "tomorrow"],
)
def test_a_birthday_that_cannot_be_is_refused(written: str) -> None:
    with pytest.raises(AmdeskError):
        parse_partial(written)


@given(st.text(max_size=30))
def test_any_text_is_a_birthday_or_refused(written: str) -> None:
    with suppress(AmdeskError):
        assert parse_partial(written).day


def test_what_is_made_ready_bit_by_bit_holds_nobody_up_for_long() -> None:
    assert sum(1 for _ in prepare()) >= 8  # a rest between any two patterns
    assert found("send it by Friday") == ("2026-11-20", "Friday")


@pytest.mark.parametrize(
    ("language", "typed", "day"),
    [
        ("en", "next Monday|on Monday|this Monday|by Monday", "2026-11-23"),
        ("he", "יום שני הבא|ביום שני הקרוב|עד יום שני|שני", "2026-11-23"),
        ("fa", "دوشنبهٔ آینده|دوشنبه بعد|روز دوشنبه|تا دوشنبه", "2026-11-23"),
        ("ru", "следующий понедельник|в понедельник|в следующий понедельник|до понедельника", "2026-11-23"),
        ("el", "την επόμενη Δευτέρα|τη Δευτέρα|ερχόμενη Δευτέρα|μέχρι τη Δευτέρα", "2026-11-23"),
        ("en", "in a week|a week from now|within 7 days|in 1 week", "2026-11-25"),
        ("he", "בעוד שבוע|עוד שבוע|בעוד 7 ימים|תוך 7 ימים", "2026-11-25"),
        ("fa", "یک هفته دیگر|هفتهٔ دیگر|۷ روز دیگر|تا ۷ روز دیگر", "2026-11-25"),
        ("ru", "через неделю|через 7 дней|через 1 неделю", "2026-11-25"),
        ("el", "σε μία εβδομάδα|σε 7 ημέρες|σε 7 μέρες", "2026-11-25"),
    ],
)
def test_words_around_a_weekday_and_spans_of_time_are_read_in_a_field(
    language: str, typed: str, day: str
) -> None:
    assert {one: read(one, language=language) for one in typed.split("|")} == dict.fromkeys(
        typed.split("|"), day
    )


@pytest.mark.parametrize("line", ["we had 300 answers in 7 days", "за отчёт взялись через неделю"])
def test_in_a_line_a_span_of_time_may_be_how_long_it_took(line: str) -> None:
    assert found(line) is None


@pytest.mark.parametrize("typed", ["next week", "הבא", "هفتهٔ آینده", "на следующей неделе", "next", "on"])
def test_what_names_no_day_is_refused(typed: str) -> None:
    with pytest.raises(AmdeskError):
        read(typed)
