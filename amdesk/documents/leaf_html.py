"""A leaf as HTML: for a browser in one file that asks nobody for anything, and for Qt's paper."""

from __future__ import annotations

from amdesk.documents.html import page
from amdesk.documents.leaf import Bar, Block, Facts, Leaf, Picture, Said, Table
from amdesk.i18n.languages import language

_FONTS = {
    "en": "system-ui,'Segoe UI','Noto Sans','DejaVu Sans',Arial,sans-serif",
    "he": "system-ui,'Segoe UI','Noto Sans Hebrew','DejaVu Sans',Arial,sans-serif",
    "fa": "Vazirmatn,'Noto Sans Arabic',Tahoma,'Segoe UI','DejaVu Sans',sans-serif",
}
_KINDS: dict[type, str] = {Said: "said", Facts: "facts", Bar: "bar", Picture: "picture", Table: "table"}


def web(leaf: Leaf) -> str:
    """The page for a browser: no script, nothing fetched, readable in the dark and in black and white."""
    return page(
        "leaf.html.j2", leaf=leaf, kind=_kind, fonts=_FONTS.get(leaf.language, _FONTS["en"]),
        leading="1.8" if leaf.language == "fa" else "1.5",
    )  # fmt: skip


def paper(leaf: Leaf) -> str:
    """The same for Qt's text documents, which neither mirror the columns of a table nor know logical sides:
    in a language written from right to left the columns are put down in the other order.

    Pictures stand in it whole, and bars as ``<img src="bar:40:55">``: whoever prints draws them.
    """
    return page("leaf_paper.html.j2", leaf=leaf, kind=_kind, rtl=language(leaf.language).rtl)


def _kind(block: Block) -> str:
    return _KINDS[type(block)]
