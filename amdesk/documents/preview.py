"""A mail's HTML for Qt's text view, which is no mail program: shown alike, never sent.

Qt neither mirrors the columns of a table nor knows ``<bdi>``, and takes left and right for leading and
trailing.
"""

from __future__ import annotations

import re

from amdesk.i18n.bidi import FSI, PDI

_ROW = re.compile(r"(?<=<tr>\n).*?(?=</tr>)", re.DOTALL)
_CELL = re.compile(r"<t[dh].*?</t[dh]>\n", re.DOTALL)
_BDI = re.compile(r"<bdi><span dir=\"[^>]*\">(.*?)</span></bdi>", re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
_LETTERS = re.compile(r"(?<=font-size:)\d+(?:\.\d+)?(?=px|pt)")
_LEADING = re.compile(r'(?<=dir="rtl") align="right" style="text-align:right;')


def for_qt(html: str) -> str:
    """The HTML of a rendered mail, now or as it was kept, as Qt has to read it to show it as it is."""
    shown = _BDI.sub(rf"{FSI}\1{PDI}", html)
    if '<body lang="' in shown and ' dir="rtl"' in shown.partition("<head>")[0]:
        shown = _ROW.sub(lambda row: "".join(reversed(_CELL.findall(row[0]))), shown)
    return _LEADING.sub(' align="left" style="text-align:left;', shown)


def enlarged(html: str, times: float) -> str:
    """The same in letters so many times as large: Qt takes sizes in a page as they are, whoever reads it."""

    def larger(size: re.Match[str]) -> str:
        return f"{float(size[0]) * times:g}"

    return html if times == 1 else _TAG.sub(lambda tag: _LETTERS.sub(larger, tag[0]), html)
