"""What an HTML mail says, as plain lines; nothing is fetched and nothing is run.

The standard library's parser is not used: it raises for some broken pages, and for others takes the square of
their length. Here each letter is looked at once, whatever the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from amdesk.formats import limits

_BLOCKS = frozenset("p div br li tr h1 h2 h3 h4 h5 h6 blockquote table ul ol hr pre".split())
_UNSEEN = frozenset("script style head title template".split())
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)")
_BLANKS = re.compile(r"\n{3,}")


def words_of(html: str) -> str:
    """The words of an HTML mail, a line for each block; nothing is fetched and nothing is run."""
    said = "".join(_pieces(html[: limits.TEXT]))
    lines = (" ".join(line.split()) for line in said.split("\n"))
    return _BLANKS.sub("\n\n", "\n".join(lines)).strip()


def _pieces(html: str) -> Iterator[str]:
    """The text between the tags, and a line break for each block."""
    at, unseen = 0, ""
    for begin, end in _tags(html):
        if not unseen:
            # line breaks of the source are spaces of the page
            yield unescape(html[at:begin]).replace("\n", " ").replace("\r", " ")
        at = end
        found = _TAG.match(html, begin, end)
        if found is None:
            continue
        tag, closes = found[1].lower(), html[begin + 1] == "/"
        if unseen:
            unseen = "" if closes and tag == unseen else unseen
        elif tag in _UNSEEN and not closes:
            unseen = tag
        elif tag in _BLOCKS:
            yield "\n"
    if not unseen:
        yield unescape(html[at:]).replace("\n", " ").replace("\r", " ")


def _tags(html: str) -> Iterator[tuple[int, int]]:
    """Where each tag and each comment begins and ends; one without an end is text."""
    at = 0
    while (begin := html.find("<", at)) >= 0:
        mark = html[begin + 1 : begin + 2]
        if not (mark.isalpha() or mark in {"/", "!", "?"}):
            at = begin + 1
            continue
        is_comment = html.startswith("<!--", begin)
        end = html.find("-->" if is_comment else ">", begin + 1)
        if end < 0 and not is_comment:
            return  # nor has any that follows
        at = len(html) if end < 0 else end + (3 if is_comment else 1)
        yield begin, at
