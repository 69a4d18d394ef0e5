"""A cell stands where its language begins, and mirrors with the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

from amdesk.gui import theme
from amdesk.gui.colours import LIGHT
from amdesk.gui.delegates import CellDelegate
from amdesk.gui.rows import Align, Cell, Column, Rows
from amdesk.gui.widgets.badge import Badge

LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
WIDTH, HEIGHT = 400, 52
HEBREW, ENGLISH = "שלום רב", "Good day"


class _Line:
    id = 1


def painted(
    cell: Cell, direction: Qt.LayoutDirection, align: Align = "leading", *, wraps: bool = False
) -> set[tuple[int, int]]:
    """The pixels that were painted on, but for the line below."""
    rows = Rows((Column[_Line]("x", "", lambda _: cell, align=align),), lambda _ids: [_Line()])
    rows.set_ids([1])
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    ground = QColor(LIGHT.page)
    image.fill(ground)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, WIDTH, HEIGHT)
    option.direction = direction
    option.palette = theme.palette(LIGHT)
    painter = QPainter(image)
    CellDelegate(align, tall=True, wraps=wraps).paint(painter, option, rows.index(0, 0))
    painter.end()
    return {(x, y) for x in range(WIDTH) for y in range(HEIGHT - 1) if image.pixelColor(x, y) != ground}


def ink(cell: Cell, direction: Qt.LayoutDirection, align: Align = "leading") -> tuple[int, int]:
    """The first and last column of pixels that were painted on."""
    across = [x for x, _y in painted(cell, direction, align)]
    return min(across), max(across)


@pytest.mark.parametrize(
    ("text", "direction"), [(HEBREW, LTR), (ENGLISH, LTR), (HEBREW, RTL), (ENGLISH, RTL)]
)
def test_a_long_note_goes_on_in_a_second_line_at_the_same_edge(
    qapp: QApplication, text: str, direction: Qt.LayoutDirection
) -> None:
    dots = painted(Cell(" ".join([text] * 7)), direction, wraps=True)
    middle = HEIGHT // 2
    edges = [
        (min(line), max(line))
        for line in ([x for x, y in dots if y < middle - 2], [x for x, y in dots if y > middle + 2])
    ]
    assert all(left < 16 if direction == LTR else right > WIDTH - 16 for left, right in edges)
    assert edges[0] != edges[1]


@pytest.mark.parametrize("text", [HEBREW, ENGLISH])
def test_names_stand_at_the_leading_edge_whatever_their_script(qapp: QApplication, text: str) -> None:
    left, _ = ink(Cell(text), LTR)
    _, right = ink(Cell(text), RTL)
    assert left < 16
    assert right > WIDTH - 16


def test_the_last_digits_of_figures_stand_at_the_right_in_any_direction(qapp: QApplication) -> None:
    assert ink(Cell("12"), LTR, "figures")[1] > WIDTH - 16
    assert ink(Cell("12"), RTL, "figures")[1] > WIDTH - 16


def test_a_cell_of_another_direction_is_the_mirror_image_in_extent(qapp: QApplication) -> None:
    cell = Cell(ENGLISH, "detail", icon="calls")
    (left, right), (mirrored_left, mirrored_right) = ink(cell, LTR), ink(cell, RTL)
    assert abs(left - (WIDTH - 1 - mirrored_right)) <= 2
    assert abs((right - left) - (mirrored_right - mirrored_left)) <= 2


def test_a_long_text_is_cut_within_its_cell(qapp: QApplication) -> None:
    for direction in (LTR, RTL):
        left, right = ink(Cell("endless " * 40), direction)
        assert left > 4
        assert right < WIDTH - 4


def test_a_badge_gives_way_to_words_that_would_be_cut_to_bits_unless_it_warns(qapp: QApplication) -> None:
    said = "A promise that fills the whole of its column, and more than that"
    calm = Cell(said, badges=(Badge("Promise", "info"),))
    warning = Cell(said, badges=(Badge("VIP" * 20, "warn"),))
    plain = Cell(said)
    assert ink(Cell("Short", badges=(Badge("Promise", "info"),)), LTR)[1] < WIDTH / 2
    wide = Cell(said, badges=(Badge("Promise" * 5, "info"),))
    assert ink(wide, LTR) == ink(plain, LTR)
    assert ink(warning, LTR) != ink(plain, LTR)
    assert ink(calm, LTR) != ink(plain, LTR), "beside a small one there is enough room"
