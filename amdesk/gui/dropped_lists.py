"""A list dropped anywhere on the window goes to the import page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from amdesk.gui.dropping import Drops
from amdesk.gui.navigation import Navigation
from amdesk.gui.place import Place

LISTS = (".csv", ".tsv", ".vcf", ".vcard", ".json")


def accept_lists(window: QWidget, pages: Navigation) -> None:
    """A list dropped anywhere on the window is previewed on the import page."""

    def take(file: Path) -> None:
        from amdesk.gui.pages.importing import ImportPage

        pages.go(Place("import"))
        if isinstance(pages.page, ImportPage):
            pages.page.open_files([file])

    Drops(window, dict.fromkeys(LISTS, take))
