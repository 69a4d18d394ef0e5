"""HTML that may come from outside, before Qt or a browser sees it: pages of ours as they are, others as text.

A page of ours is known by its letter: only tags and attributes that our templates write, each spelt as they
spell it, so that no two programs can read it differently; nothing in it runs, and nothing is fetched for it.
"""

from __future__ import annotations

import re
from html import escape, unescape

from amdesk.formats import limits
from amdesk.formats.html_words import words_of

_TAGS = frozenset("p br b i u ul ol li a".split())
_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_UNSEEN = frozenset("script style head title template svg math object iframe textarea select".split())
_LISTS = frozenset({"ul", "ol"})
_NESTED = re.compile(r'<(/?)(ul|ol|li|p|b|i|u|a)(?: href="[^"<>]*")?>')

# What the templates and pictures of ours are made of.
_OUR_TAGS = frozenset(
    "html head meta title style body main header section div p h1 h2 h3 h4 hr br ul ol li table thead "
    "tbody tr th td dl dt dd span bdi i b strong em footer figure blockquote pre img "
    "svg rect polyline circle polygon text".split()
)
_OUR_ATTRIBUTES = frozenset(
    "lang dir style class width height charset name content cellspacing cellpadding border role aria-label "
    "scope align xmlns viewBox font-family x y dy rx cx cy r points fill fill-opacity stroke stroke-width "
    "stroke-dasharray stroke-linecap stroke-linejoin text-anchor direction font-size font-weight".split()
)
_TOKEN = re.compile(
    r"(?:[^<>]++|<!DOCTYPE html>|</(?!style)[a-z][a-z0-9]*>"
    r'|<(?!style)[a-z][a-z0-9]*(?:\s+[a-zA-Z-]+="[^"<>]*")*\s*/?>'
    r"|<style>[^<]*</style>)*+"
)
_OPENING = re.compile(r'<(/?)([a-z][a-z0-9]*)((?:\s+[a-zA-Z-]+="[^"<>]*")*)\s*(/?)>')
_ATTRIBUTE = re.compile(r'([a-zA-Z-]+)="([^"<>]*)"')
_STYLE = re.compile(r"<style>([^<]*)</style>")
# Ways of a style to fetch something or to run it, and the escapes that would hide them.
_FETCHING = re.compile(r"url|import|image|src|expression|behaviou?r|binding|\\|/\*", re.IGNORECASE)
_OUR_PICTURE = re.compile(r"bar:[0-9.]*:[0-9.]*|shapes:[A-Za-z0-9_=-]*")
_VOID = frozenset({"meta", "hr", "br", "img"})
_LARGEST, _DEEPEST, _TABLES = 8 * limits.MEGABYTE, 40, 3
# As many line breaks and unclosed paragraphs a letter has, perhaps; and as many entities.
_MOST_OPEN, _MOST_ENTITIES = 2_000, 20_000
_DEEPEST_OF_ALL = 12  # elements in elements, lists among them


def harmless(html: str) -> str:
    """A page of ours to the letter; of any other no more than paragraphs, lists, stress and links."""
    return html if not html or is_ours(html) else clean(html)


def clean(html: str) -> str:
    """Strange HTML as a few paragraphs, lists and links, cut off where it is longer than any letter."""
    import nh3  # for strange pages only

    cut = html[: limits.TEXT]
    if _too_deep(cut):
        return "".join(f"<p>{escape(line)}</p>" for line in words_of(cut).split("\n") if line)
    made = nh3.clean(
        cut, tags=set(_TAGS), clean_content_tags=set(_UNSEEN), attributes={"a": {"href"}},
        url_schemes=set(_SCHEMES), url_relative="deny", link_rel=None,
    )  # fmt: skip
    return _flattened(made)


def is_ours(html: str) -> bool:
    """Whether a page could have been written by our templates: nothing else is in it than they write."""
    if len(html) > _LARGEST or _TOKEN.fullmatch(html) is None:
        return False
    if any(_FETCHING.search(style.replace("@page", "")) for style in _STYLE.findall(html)):
        return False
    depth = tables = 0
    for found in _OPENING.finditer(html):
        closes, tag, attributes, empty = found.groups()
        if tag not in _OUR_TAGS or not all(
            _is_our_attribute(tag, *one) for one in _ATTRIBUTE.findall(attributes)
        ):
            return False
        by = -1 if closes else int(not empty and tag not in _VOID)
        depth, tables = depth + by, tables + (by if tag == "table" else 0)
        if depth > _DEEPEST or tables > _TABLES:
            return False
    return True


def _is_our_attribute(tag: str, name: str, value: str) -> bool:
    told = unescape(value)
    if name == "src":
        return tag == "img" and _OUR_PICTURE.fullmatch(told) is not None
    if name == "http-equiv":
        return tag == "meta" and told == "Content-Security-Policy"
    if name == "content":
        return tag == "meta" and "url" not in told.lower()
    if name == "style":
        return _FETCHING.search(told) is None
    return name in _OUR_ATTRIBUTES and "javascript:" not in told.lower()


def _too_deep(html: str) -> bool:
    """Whether tags are opened far deeper than anyone writes: cleaning such a page takes the square of it."""
    depth = 0
    if html.count("&") > _MOST_ENTITIES:
        return True
    for found in re.finditer(r"<(/?)[a-zA-Z]", html):
        depth = max(0, depth - 1) if found[1] else depth + 1
        if depth > _MOST_OPEN:
            return True
    return False


def _flattened(html: str) -> str:
    """Elements no deeper than some: what is deeper goes on in the one around it."""
    open_: list[str] = []  # "" for one that is left out

    def kept(found: re.Match[str]) -> str:
        closes, tag = found.groups()
        if closes:
            return found[0] if open_ and open_.pop() else ""
        fits = len(open_) < _DEEPEST_OF_ALL and (not open_ or open_[-1] != "")
        if tag in _LISTS:
            fits = fits and sum(one in _LISTS for one in open_) < limits.DEEPEST_LISTS
        open_.append(tag if fits else "")
        return found[0] if fits else ""

    return _NESTED.sub(kept, html)
