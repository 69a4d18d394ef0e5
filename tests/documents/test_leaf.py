"""Pages for people as HTML: one file that asks nobody for anything, in the direction of its language."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from amdesk.services import clients, goals, reports, sheets
from tests.showing import WORDS, shown

_ALONE = {"meta", "br", "hr", "img", "rect", "line", "circle", "polyline", "polygon", "path"}
_KNOWN = {
    "html", "head", "meta", "title", "style", "body", "main", "header", "section", "footer", "div", "p", "h1",
    "h2", "h3", "span", "bdi", "dl", "dt", "dd", "i", "b", "figure", "svg", "rect", "circle", "polyline",
    "polygon", "text", "table", "thead", "tbody", "tr", "th", "td", "ul", "li",
}  # fmt: skip


class Reader(HTMLParser):
    """Walks a page and notes what stands in it; a tag that is not closed is an error."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.first: dict[str, dict[str, str | None]] = {}
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs
        self.first.setdefault(tag, dict(attrs))
        if tag not in _ALONE:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs

    def handle_endtag(self, tag: str) -> None:
        if tag not in _ALONE:
            assert self.open.pop() == tag


@pytest.fixture(params=WORDS)
def page(request: pytest.FixtureRequest) -> tuple[str, str]:
    """A language and the sheet in it, the second one after something changed."""
    desk, client, _goal = shown(request.param)
    sheets.record(desk, sheets.compose(desk, client).page)
    return request.param, sheets.compose(desk, client).page.html


def test_a_page_has_no_script_and_asks_nobody_for_anything(page: tuple[str, str]) -> None:
    _code, html = page
    read = Reader(html)
    assert read.tags <= _KNOWN
    assert not [name for name, _value in read.attributes if name.startswith("on") or name in {"href", "src"}]
    assert "default-src 'none'" in html
    bare = html.replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert not re.search(r"https?:|//[a-z]|url\(|@import", bare)


def test_a_page_says_its_language_direction_and_letters(page: tuple[str, str]) -> None:
    code, html = page
    read = Reader(html)
    assert read.first["html"] == {"lang": code, "dir": "rtl" if code in {"he", "fa"} else "ltr"}
    assert html.encode().index(b'charset="utf-8"') < 1024
    assert WORDS[code].goal in html


def test_sides_follow_the_direction_one_reads_in_and_paper_has_rules_of_its_own(
    page: tuple[str, str],
) -> None:
    style = page[1].partition("<style>")[2].partition("</style>")[0]
    assert not re.search(r"\b(left|right)\b", style)
    assert "&#" not in style
    assert "@media print" in style


def test_the_state_of_a_goal_is_said_in_words(page: tuple[str, str]) -> None:
    states = {
        "en": "On track",
        "he": "לפי התוכנית",
        "fa": "طبق برنامه",
        "ru": "По плану",
        "el": "Σε καλό δρόμο",
    }
    code, html = page
    assert f">{states[code]}</span>" in html


def test_dates_are_those_of_the_clients_calendar_in_their_digits() -> None:
    desk, client, _goal = shown("fa")
    html = sheets.compose(desk, client).page.html
    assert "۲۳ آذر ۱۴۰۵" in html
    assert "2026" not in re.sub(r"NW-2026-\d+", "", html)
    assert "۱٬۴۸۰٫۵" in html


def test_what_people_typed_is_text_whatever_it_looks_like() -> None:
    desk, client, goal = shown()
    bad = '<script>alert(1)</script>"><img src=x onerror=y>'
    goals.change(desk, goal, name=bad, kpi=bad, unit=bad)
    goals.plan_action(desk, goal, title=bad, owner=bad)
    clients.change(desk, client, name=bad)
    for html in (sheets.compose(desk, client).page.html, reports.compose(desk, client).html):
        assert "&lt;script&gt;" in html
        read = Reader(html)
        assert read.tags <= _KNOWN
        assert not [name for name, _value in read.attributes if name.startswith("on") or name == "src"]


def test_words_that_run_the_other_way_are_kept_whole_and_begin_where_the_page_does() -> None:
    desk, client, goal = shown("he")
    goals.plan_action(desk, goal, title="Landing page (v2)!", owner="+972 50-123")
    html = sheets.compose(desk, client).page.html
    assert re.search(r'<p><bdi><span dir="ltr"[^>]*>Landing page \(v2\)!</span></bdi></p>', html)
    assert re.search(r'<bdi><span dir="ltr"[^>]*>\+972 50-123</span></bdi>', html)
