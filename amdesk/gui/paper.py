"""The paper that is usual where the person is, and a PDF file of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_

_DOTS_PER_INCH = 600


def usual(margins: QMarginsF) -> QPageLayout:
    """Letter or A4, upright; ``margins`` in millimetres."""
    american = QLocale().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
    size = QPageSize(QPageSize.PageSizeId.Letter if american else QPageSize.PageSizeId.A4)
    return QPageLayout(size, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)


def pdf(path: Path, *, title: str, margins: QMarginsF) -> QPdfWriter:
    """A file to be printed on; an AmdeskError where it cannot be written: Qt would say nothing."""
    try:
        path.touch()
    except OSError as error:
        raise AmdeskError(
            N_("{file} cannot be written. Choose another folder, or make room."), file=path.name
        ) from error
    writer = QPdfWriter(str(path))
    writer.setResolution(_DOTS_PER_INCH)
    writer.setTitle(title)
    writer.setCreator("amdesk")
    writer.setPageLayout(usual(margins))
    return writer
