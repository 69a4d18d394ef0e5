"""Where a page for people goes: into an HTML file, a PDF, or onto a printer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_
from amdesk.gui import leaf_paper, paper
from amdesk.gui.ask_files import ask_new
from amdesk.i18n.catalog import _
from amdesk.services.composed import Composed, save_html

_ASKED = {"html": N_("Save as HTML"), "pdf": N_("Save as PDF")}


def ask(page: Composed, ending: str, *, parent: QWidget, then: Callable[[Path], object]) -> None:
    """Ask where to, and save; ``then`` hears of the file."""
    ask_new(
        parent, _(_ASKED[ending]), name="leaf-dialog", then=lambda file: then(save(page, file)),
        file=f"{page.name}.{ending}", kinds=[f"{ending.upper()} (*.{ending})"],
    )  # fmt: skip


def save(page: Composed, file: Path) -> Path:
    """Write the page in the form its name ends with; an AmdeskError where that is not possible."""
    if file.suffix.lower() in {".html", ".htm"}:
        save_html(page, file)
    elif file.suffix.lower() == ".pdf":
        leaf_paper.write_pdf(page, file)
    else:
        raise AmdeskError(
            N_("A page can be saved as HTML or as PDF. Let the name end with .html or .pdf."), file=file.name
        )
    return file


def ask_printer(page: Composed, *, parent: QWidget) -> None:
    """Ask which printer, and print; where there is none, ask for a PDF."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

    if not QPrinterInfo.availablePrinterNames():
        ask(page, "pdf", parent=parent, then=lambda _file: None)
        return
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(page.name)
    printer.setPageLayout(paper.usual(leaf_paper.MARGINS))
    asking = QPrintDialog(printer, parent)
    asking.setObjectName("print-dialog")
    asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    asking.setWindowModality(Qt.WindowModality.WindowModal)
    asking.accepted.connect(lambda: leaf_paper.print_on(page, printer))
    asking.show()
