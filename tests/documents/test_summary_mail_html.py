"""The HTML part: safe in every mail program, and every block knows its direction."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from amdesk.documents.summary_mail import SummaryMail, render
from amdesk.documents.voice import clean
from amdesk.domain.points import Point
from tests.documents.letters import ENGLISH, HEBREW, LETTERS

BLOCKS = {"html", "body", "div", "p", "h2", "table", "th", "td"}
VOID = {"meta"}
KNOWN = BLOCKS | VOID | {"head", "title", "tr", "bdi", "span"}

NAUGHTY = [
    "<script>alert(1)</script>",
    "</p></td></table><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "' & &amp; &lt; &#x27; ]]> <!-- -->",
    "{{ 7 * 7 }} {% raw %} ${7}",
    "{names} {0} %s %(who)s",
    "\u202eevil\u202c \u2066a\u2069 \u2068b",
    "nul \x00 bell \x07 line\u2028break \ud800",
    "ثم نفس سقطت 田中さん 🏳️‍🌈 Z̮̞̠͙͔ͅ",
    "=cmd|'/C calc'!A0",
]


class Page(HTMLParser):
    """What a page consists of; complains of tags that are not closed in their order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.cells: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag in {"td", "th"}:
            self.cells.append("")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        if {"td", "th"} & set(self.open):
            self.cells[-1] += data.strip()


@pytest.fixture(params=sorted(LETTERS))
def letter(request: pytest.FixtureRequest) -> SummaryMail:
    """A full mail, in each language in turn."""
    return LETTERS[str(request.param)]


def everywhere(text: str) -> SummaryMail:
    """A mail that says the same wherever something can be said."""
    kinds = ("decision", "change", "action", "insight", "question")
    points = tuple(
        Point(kind, text, from_value=text, to_value=text, side="us", owner=text, answer=text)
        for kind in kinds
    )
    return replace(
        ENGLISH, occasion=text, greeting_names=(text,), points=points, closing=text,
        my_name=text, my_company=text, my_phone=text, client_name=text,
    )  # fmt: skip


def test_every_block_says_its_direction_and_side(letter: SummaryMail) -> None:
    way, side = ("rtl", "right") if letter.language in {"he", "fa"} else ("ltr", "left")
    for tag, said in Page(render(letter).html).tags:
        if tag in BLOCKS:
            assert said["dir"] in {"ltr", "rtl"}, tag
        if tag in {"html", "body", "div", "table", "td", "th", "h2"}:
            assert said["dir"] == way
        if tag in {"p", "td", "th", "h2", "div"}:
            assert said["align"] == side
        if tag in {"html", "body", "div"}:
            assert said["lang"] == letter.language


def test_a_point_keeps_the_direction_of_its_own_first_letter() -> None:
    html = render(HEBREW).html
    assert re.search(r'<p dir="ltr" align="right" [^>]*>Approve the texts', html)
    assert re.search(r'<p dir="rtl" align="right" [^>]*>שליחת הבאנרים', html)


def test_phones_names_and_references_are_isolated() -> None:
    html = render(HEBREW).html
    for words in ("+972 50 123 4567", "NT-2026-003", "Ben Carter", "Webworks Ltd", "03-555-0123"):
        assert f'<bdi><span dir="ltr" style="white-space:nowrap">{words}</span></bdi>' in html


def test_the_actions_are_a_table_of_who_what_and_by_when() -> None:
    cells = Page(render(ENGLISH).html).cells
    head = cells.index("Who")
    assert cells[head - 1 : head + 7] == [
        "No.", "Who", "What", "By when",
        "5.", "Dana Levi (Blue Agency)", "Send the new banners in all six sizes.", "18 December 2026",
    ]  # fmt: skip


def test_nothing_is_fetched_run_or_linked(letter: SummaryMail) -> None:
    html = render(letter).html
    tags = Page(html).tags
    assert {tag for tag, _ in tags} <= KNOWN
    assert not [
        name
        for _, said in tags
        for name in said
        if name.startswith("on") or name in {"href", "src", "background"}
    ]
    assert "://" not in html
    assert "url(" not in html


def test_no_colour_is_set_that_a_dark_background_would_swallow(letter: SummaryMail) -> None:
    styles = [said.get("style") or "" for _, said in Page(render(letter).html).tags]
    assert not [style for style in styles if re.search(r"(^|;)(color|background)", style)]


@pytest.mark.parametrize("text", NAUGHTY)
def test_text_is_text_whatever_is_written_in_it(text: str) -> None:
    told = render(everywhere(text))
    page = Page(told.html)
    assert {tag for tag, _ in page.tags} <= KNOWN
    assert clean(text) in page.text
    told.html.encode()
    told.plain.encode()
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f]", told.html + told.plain + told.subject)


@given(st.text(alphabet=st.characters(), max_size=80))
@example("\u2066")
def test_any_text_at_all_leaves_the_page_whole(text: str) -> None:
    told = render(everywhere(text))
    assert {tag for tag, _ in Page(told.html).tags} <= KNOWN
    assert "\n\n\n" not in told.plain
    assert not [line for line in told.plain.split("\n") if line != line.rstrip()]


def test_html_and_plain_text_say_the_same(letter: SummaryMail) -> None:
    told = render(letter)
    page = Page(told.html).text
    for point in letter.points:
        words = re.sub("[\u2068\u2069\u200e\u200f]", "", told.plain)
        assert point.text in " ".join(words.split())
        assert point.text in page
