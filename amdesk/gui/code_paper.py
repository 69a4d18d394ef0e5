"""The recovery code on paper and in a file, with what it is for beside it."""

from __future__ import annotations

import os
from datetime import date
from html import escape
from pathlib import Path

from PySide6.QtWidgets import QWidget

from amdesk.domain.errors import AmdeskError
from amdesk.domain.key import groups
from amdesk.domain.messages import N_
from amdesk.gui import printing
from amdesk.i18n import format as formats
from amdesk.i18n.bidi import strip_isolates
from amdesk.i18n.catalog import _, calendar_in_use, current


def print_code(code: str, day: date, *, parent: QWidget) -> None:
    """Print it, or save a PDF where there is no printer."""
    made = printing.document(html(code, day), title=_("amdesk recovery code"))
    printing.print_document(made, name=_("amdesk recovery code"), parent=parent)


def html(code: str, day: date) -> str:
    """The page that is printed."""
    lines = [groups(code)[:4], groups(code)[4:]]
    shown = "<br>".join("&nbsp;&nbsp;".join(line) for line in lines)
    title, *rest = _words(day)
    told = "".join(f"<p>{escape(one)}</p>" for one in rest)
    return f'<h2>{escape(title)}</h2>{told}<p dir="ltr" align="center"><big><b>{shown}</b></big></p>'


def save(code: str, day: date, file: Path) -> None:
    """Write it into a file that only its owner can read; an AmdeskError where that is not possible."""
    text = "\n\n".join([*_words(day), code]) + "\n"
    try:
        if file.exists():
            file.chmod(0o600)  # one that is there keeps its rights when it is written anew
        with os.fdopen(os.open(file, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "wb") as stream:
            stream.write(text.encode())
    except OSError as error:
        raise AmdeskError(
            N_("{file} cannot be written. Choose another folder, or make room."), file=file.name
        ) from error


def _words(day: date) -> tuple[str, ...]:
    when = formats.date_text(day, current(), calendar=calendar_in_use(), style="full")
    said = (
        _("amdesk recovery code"),
        _("Of {date}. It opens your records on any computer, until a newer code takes its place.").format(
            date=when
        ),
        _("Keep it where only you find it, and elsewhere than the computer."),
    )
    return tuple(strip_isolates(one) for one in said)
