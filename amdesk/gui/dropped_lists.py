"""Files dropped anywhere on the window: a list goes to the import page, a mail to where it belongs."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from amdesk.gui.dropping import Drops
from amdesk.gui.navigation import Navigation
from amdesk.gui.place import Place
from amdesk.services.desk import Desk

# Spreadsheets that cannot be read are taken as well: whoever drops one is told what to do.
LISTS = (
    ".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".vcf", ".vcard", ".ics", ".json",
)  # fmt: skip
MAILS = (".eml",)


def accept_files(window: QWidget, desk: Desk, pages: Navigation) -> None:
    """Take lists and mails; a page that knows better takes them first."""

    def take_mail(file: Path) -> None:
        from amdesk.gui import dropped_mail

        dropped_mail.take_mail(desk, pages, file)

    Drops(window, {**dict.fromkeys(LISTS, partial(_preview, pages)), **dict.fromkeys(MAILS, take_mail)})


def _preview(pages: Navigation, file: Path) -> None:
    """Show what a list would bring before anything of it is kept."""
    from amdesk.gui.pages.importing import ImportPage

    pages.go(Place("import"))
    if isinstance(pages.page, ImportPage):
        pages.page.open_files([file])
