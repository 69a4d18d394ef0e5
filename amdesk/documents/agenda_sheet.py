"""Today on paper: a list to call from and to tick off, in the person's own language, black on white.

It is laid out by Qt's text documents, which do not mirror the columns of a table: in a language written from
right to left they are put down in the other order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from amdesk.documents.html import page
from amdesk.i18n.languages import language


@dataclass(frozen=True, slots=True)
class Line:
    """A row in words: ``who`` it is about over ``why`` (either may be empty), a number to call, and when."""

    who: str
    why: str
    phone: str
    when: str
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """Lines under a heading, with a note beside it; ``above`` begins a new part of the sheet."""

    title: str
    lines: tuple[Line, ...]
    note: str = ""
    above: str = ""


def render(parts: Sequence[Part], *, title: str, below: str, late: str, code: str) -> str:
    """The sheet as HTML; ``below`` stands under the title, ``late`` is the word for what is overdue."""
    rtl = language(code).rtl
    return page(
        "agenda.html.j2", parts=parts, title=title, below=below, late=late, lang=code,
        dir="rtl" if rtl else "ltr", columns=("when", "phone", "words", "box") if rtl else _COLUMNS,
    )  # fmt: skip


_COLUMNS = ("box", "words", "phone", "when")
