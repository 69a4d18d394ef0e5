"""Saving a picture as a file: PNG, SVG or PDF, always as on paper, whatever the theme of the window."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QWidget

from amdesk.documents.svg import svg
from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_
from amdesk.domain.picture import Picture, Reader
from amdesk.gui.ask_files import ask_new
from amdesk.gui.colours import LIGHT
from amdesk.gui.painting import Brush, Letters, inks
from amdesk.i18n.catalog import _, current

KINDS = ("png", "svg", "pdf")
MARGIN = 16  # pixels around it
_SHARP = 2  # dots of a PNG in a pixel
_POINTS = 72  # to the inch


def ask(picture: Picture, reads: Reader, *, name: str, parent: QWidget) -> None:
    """Ask where to, and save."""
    ask_new(
        parent, _("Save the picture"), name="picture-dialog", then=partial(save, picture, reads),
        file=f"{_plain(name)}.{KINDS[0]}", kinds=[f"{kind.upper()} (*.{kind})" for kind in KINDS],
    )  # fmt: skip


def save(picture: Picture, reads: Reader, path: Path) -> None:
    """Write the picture in the form its name ends with; an AmdeskError where that is not possible."""
    try:
        path.touch()
        _SAVERS[path.suffix.lower().removeprefix(".")](picture, reads, path)
    except OSError as error:
        raise AmdeskError(
            N_("{file} cannot be written. Choose another folder, or make room."), file=path.name
        ) from error


def _save_png(picture: Picture, _reads: Reader, path: Path) -> None:
    made = image(picture, sharp=_SHARP)
    if not made.save(str(path)):
        raise OSError(f"cannot write {path}")


def image(picture: Picture, *, sharp: int = 1) -> QImage:
    """The picture on white, with ``sharp`` dots in a pixel each way."""
    wide, high = (round(side + 2 * MARGIN) * sharp for side in (picture.width, picture.height))
    made = QImage(wide, high, QImage.Format.Format_RGB32)
    made.setDevicePixelRatio(sharp)
    made.fill(QColor(LIGHT.paper))
    painter = QPainter(made)
    _paint(painter, picture)
    painter.end()
    return made


def _save_svg(picture: Picture, reads: Reader, path: Path) -> None:
    text = svg(picture, reads, code=current(), inks=inks(LIGHT), ground=True)
    path.write_text('<?xml version="1.0" encoding="UTF-8"?>\n' + text, encoding="utf-8")


def _save_pdf(picture: Picture, reads: Reader, path: Path) -> None:
    writer = QPdfWriter(str(path))
    dots = round(QGuiApplication.primaryScreen().logicalDotsPerInch())  # letters are measured by the screen
    writer.setResolution(dots)
    writer.setTitle(reads.tell(picture.said[:1]))
    size = QSizeF(picture.width + 2 * MARGIN, picture.height + 2 * MARGIN) * _POINTS / dots
    page = QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF()))
    painter = QPainter(writer)
    _paint(painter, picture)
    painter.end()


def _paint(painter: QPainter, picture: Picture) -> None:
    painter.translate(MARGIN, MARGIN)
    Brush(LIGHT, Letters()).paint(painter, picture.shapes)


def _plain(name: str) -> str:
    """A name that every file system takes."""
    return "".join(
        " " if letter in '\\/:*?"<>|' or not letter.isprintable() else letter for letter in name
    ).strip()


_SAVERS = {"png": _save_png, "svg": _save_svg, "pdf": _save_pdf}
