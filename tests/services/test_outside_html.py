"""HTML that a stranger may have written: pages of ours are shown to the letter, of others their words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amdesk.formats import limits
from amdesk.formats.html_words import words_of
from amdesk.formats.outside_html import clean, harmless, is_ours
from amdesk.services import drafts, preparing, reports, sheets, summaries
from amdesk.services.desk import Desk
from tests.showing import WORDS, Shown, shown

LOADED = (
    '<p onclick="steal()">Hi <b>you</b><script>alert(1)</script><style>p{background:url(x)}</style>'
    '<img src="file:///etc/passwd"><a href="javascript:x">j</a><a href="file:///etc">f</a>'
    '<a href="data:text/html,x">d</a><a href="//evil.example">r</a><a href="https://ok.example">ok</a>'
    '<iframe src="https://evil.example">no</iframe></p>'
)
# Pieces that break parsers, to be put together at will.
PIECES = (
    "<ul><li>", "<b>", "</p>", "<table><tr><td>", "<a href='", '"', ">", "&", "<!--", "-->", "<![CDATA[",
    "<svg><math>", "<img src=file:///x>", "\x00", "x", "<style>", "</li>", "\u202e", "<p style=",
)  # fmt: skip


@pytest.mark.parametrize("code", WORDS)
def test_every_page_of_ours_is_known_as_ours(code: str) -> None:
    desk, client, _goal = shown(code)
    pages = [sheets.compose(desk, client).page, reports.compose(desk, client, None)]
    pages.append(preparing.compose(desk, client))
    for page in pages:
        assert is_ours(page.html)
        assert is_ours(page.paper)
    sent = next(one for one in _sent(desk))
    assert drafts.compose(desk, sent).html
    assert is_ours(drafts.compose(desk, sent).html)
    assert is_ours(drafts.compose_chase(desk, sent).html)


def _sent(desk: Desk) -> list[int]:
    return desk.store.column("SELECT id FROM summary WHERE state = 'sent'")


def test_of_a_strange_page_only_words_lists_stress_and_links_are_left() -> None:
    assert clean(LOADED) == (
        '<p>Hi <b>you</b><a>j</a><a>f</a><a>d</a><a>r</a><a href="https://ok.example">ok</a></p>'
    )
    assert clean("<ul><li>1" * 8).count("<ul>") <= limits.DEEPEST_LISTS
    assert len(clean("x" * 10 * limits.TEXT)) == limits.TEXT


@pytest.mark.parametrize(
    "hidden",
    [
        '<img src="file:///etc/passwd">', '<img src="https://evil.example/x.png">', "<script>x</script>",
        '<p style="background:url(file:///x)">x</p>', '<p style="background:&#117;rl(x)">x</p>',
        '<p onclick="x">x</p>', "<p style=color:red>x</p>", "<!-- x -->", '<a href="file:///x">x</a>',
        '<link rel="stylesheet">', '<meta http-equiv="refresh" content="0;url=x">',
        "<style>@import 'x';</style>", "<style>p{b:\\75rl(x)}</style>", "<svg onload=x>", "<table>" * 5,
        '<base href="file:///">', '<div class="a" src="bar:1:">', "<![CDATA[x]]>", "<P>",
        "<style>p{b:url(x)}",
    ],
)  # fmt: skip
def test_a_page_with_something_hidden_in_it_is_none_of_ours(hidden: str) -> None:
    page = f'<!DOCTYPE html>\n<html lang="en"><body>{hidden}</body></html>'
    assert not is_ours(page)
    assert "file:" not in harmless(page)
    assert "<img" not in harmless(page)


def test_what_came_in_an_archive_is_shown_without_what_a_stranger_hid_in_it() -> None:
    desk, client, _goal = on_show = shown("en")
    sent = _sent(desk)[0]
    share = sheets.record(desk, sheets.compose(desk, client).page)
    with desk.step("As if it came in an archive"):
        desk.store.execute("UPDATE summary SET sent_html = ? WHERE id = ?", [LOADED, sent])
        desk.store.execute("UPDATE client_share SET html = :h, paper = :h", {"h": LOADED})
    assert isinstance(on_show, Shown)
    told = [drafts.compose(desk, sent).html, drafts.compose_chase(desk, sent).html]
    told += [sheets.kept(desk, share).html, sheets.kept(desk, share).paper]
    for html in told:
        assert not any(
            bad in html for bad in ("file:", "javascript:", "<script", "<img", "onclick", "iframe")
        )
    assert summaries.get(desk, sent).sent_html == LOADED, "what is kept is kept to the letter"


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40), st.integers(1, 400))
def test_whatever_is_put_together_comes_out_harmless(pieces: list[str], times: int) -> None:
    html = "".join(pieces) * times
    made = harmless(html)
    assert not any(bad in made.lower() for bad in ("<img", "<script", "<style", "<iframe", 'file:///x"'))
    assert len(made) <= 6 * limits.TEXT
    assert "<b>" not in words_of("<b>" + html.replace("<", ""))


def test_words_are_read_once_however_broken_a_page_is() -> None:
    assert words_of("<a href='x" * 20_000).startswith("<a href")
    assert words_of("<p>One<br>two</p><script>x<b>y</b></script><!-- <p>no -->three") == "One\ntwo\nthree"
    assert words_of("1 < 2 & 3 &gt; 2") == "1 < 2 & 3 > 2"
