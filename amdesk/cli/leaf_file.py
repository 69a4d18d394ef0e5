"""Writing a page for people into the file that was named: HTML by ourselves, a PDF by whoever can draw."""

from __future__ import annotations

from pathlib import Path

import click

from amdesk.cli.output import document, line
from amdesk.cli.session import Session
from amdesk.i18n.catalog import _
from amdesk.services import composed, sheets
from amdesk.services.composed import Composed
from amdesk.services.desk import Desk


class LeafFile(click.Path):
    """A file that ends with .html or .pdf."""

    def __init__(self) -> None:
        super().__init__(dir_okay=False, path_type=Path)

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        file = Path(str(super().convert(value, param, ctx)))  # type: ignore[arg-type]
        if file.suffix.lower() not in {".html", ".pdf"}:
            told = _("“{file}” is neither HTML nor PDF. Let the name end with .html or .pdf.")
            self.fail(told.format(file=file.name), param, ctx)
        return file


def write(
    session: Session, desk: Desk, page: Composed, file: Path, *, shared: bool = False, as_json: bool
) -> None:
    """Write the page and say so; ``shared``, it is kept as the client has it."""
    if file.suffix.lower() == ".pdf":
        session.paper(page, file)
    else:
        composed.save_html(page, file)
    if shared:
        sheets.record(desk, page)
    if as_json:
        document({"file": str(file), "title": page.title, "language": page.language, "shared": shared})
    else:
        line(str(file))
