"""A page for a client, composed or kept: what it is called, what it looks like, and saving it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_

if TYPE_CHECKING:
    from amdesk.documents.leaf import Leaf


@dataclass(frozen=True, slots=True)
class Composed:
    """A page as it is: ``html`` is the file for a browser, ``paper`` the same as Qt prints it.

    ``kind`` is "sheet", "report" or "prepare", ``name`` what a file of it is called, without its ending;
    ``facts`` says what stands in it, for the next one.
    """

    kind: str
    client_id: int
    language: str
    title: str
    name: str
    html: str
    paper: str
    facts: str = ""


def composed(leaf: Leaf, *, kind: str, client_id: int, name: str, facts: str = "") -> Composed:
    """A page that was written, laid out in both ways."""
    from amdesk.documents import leaf_html
    from amdesk.i18n.bidi import strip_isolates

    return Composed(
        kind=kind,
        client_id=client_id,
        language=leaf.language,
        title=strip_isolates(leaf.title),
        name=name,
        html=leaf_html.web(leaf),
        paper=leaf_html.paper(leaf),
        facts=facts,
    )


def save_html(page: Composed, file: Path) -> None:
    """The page as one file; an AmdeskError when it cannot be written."""
    try:
        file.write_text(page.html, encoding="utf-8", newline="\n")
    except OSError as error:
        raise AmdeskError(
            N_("{file} cannot be written. Choose another folder, or make room."), file=file.name
        ) from error
