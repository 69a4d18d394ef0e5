"""What an HTML mail says, as plain lines; nothing is fetched and nothing is run."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_LONGEST = 200_000  # characters: more is no letter, and parsing broken HTML takes the square of its length
# the standard library's parser raises for marked sections that it does not know
_MARKED = re.compile(r"<!\[[^>]{0,200}>?")


def words_of(html: str) -> str:
    """The words of an HTML mail, a line for each block; nothing is fetched and nothing is run."""
    reader = _Words()
    reader.feed(_MARKED.sub("", html[:_LONGEST]))
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.pieces).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


class _Words(HTMLParser):
    """Collects text outside of scripts and styles."""

    _BLOCKS = frozenset("p div br li tr h1 h2 h3 h4 h5 h6 blockquote table ul ol hr pre".split())
    _UNSEEN = frozenset("script style head title template".split())

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._unseen += tag in self._UNSEEN
        if tag in self._BLOCKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._unseen = max(0, self._unseen - (tag in self._UNSEEN))
        if tag in self._BLOCKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            # line breaks of the source are spaces of the page
            self.pieces.append(data.replace("\n", " "))
