"""Putting a page on paper: by the printers there are, or as a PDF file where there is none."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import (
    QGuiApplication,
    QPagedPaintDevice,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QWidget

from amdesk.gui import bold_words, paper, theme
from amdesk.gui.ask_files import ask_new
from amdesk.gui.closed_document import ClosedDocument
from amdesk.gui.paging import keep_whole
from amdesk.i18n.catalog import _

# Millimetres that no printer reaches; Qt's documents keep two centimetres within them by themselves.
_MARGINS = QMarginsF(2, 2, 2, 2)


def document(html: str, *, title: str) -> QTextDocument:
    """A page of ours as Qt prints it: in the window's letters and direction, whatever its theme."""
    made = ClosedDocument()
    made.setDefaultFont(theme.font("body"))
    option = QTextOption()
    option.setTextDirection(QGuiApplication.layoutDirection())
    made.setDefaultTextOption(option)
    made.setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, title)
    made.setHtml(html)
    bold_words.drawn(made)
    return made


def print_document(made: QTextDocument, *, name: str, parent: QWidget) -> None:
    """Ask where to, and print; ``name`` is suggested for a file."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

    if not QPrinterInfo.availablePrinterNames():
        ask_new(
            parent, _("Save as PDF"), name="print-file-dialog", then=partial(write_pdf, made),
            file=f"{name}.pdf", kinds=["PDF (*.pdf)"],
        )  # fmt: skip
        return
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setPageLayout(paper.usual(_MARGINS))
    asking = QPrintDialog(printer, parent)
    asking.setObjectName("print-dialog")
    asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    asking.setWindowModality(Qt.WindowModality.WindowModal)
    asking.accepted.connect(lambda: _print(made, printer))
    asking.show()


def write_pdf(made: QTextDocument, path: Path) -> None:
    """The document as a file; an AmdeskError where it cannot be written."""
    title = made.metaInformation(QTextDocument.MetaInformation.DocumentTitle)
    _print(made, paper.pdf(path, title=title, margins=_MARGINS))


def _print(made: QTextDocument, device: QPagedPaintDevice) -> None:
    keep_whole(made, device)
    made.print_(device)
