"""A goal's timeline and the board look as they did, in three languages and calendars, also in grey.

Edges of letters and lines are smoothed a little differently from one version of Qt to the next. So each pixel
has to be as light or dark as one of its neighbours in the picture that is kept; nothing more is forgiven.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests import golden
from tests.gui.tongues import speaking

SHADES = 48  # of 255
FEW = 0.001  # of the pixels


def shades(image: QImage) -> list[bytes]:
    """The rows of a picture in grey."""
    data, step = bytes(image.constBits()), image.bytesPerLine()
    return [data[row * step : row * step + image.width()] for row in range(image.height())]


def around(rows: list[bytes], choose: Callable[[int, int, int], int]) -> list[bytes]:
    """The darkest or lightest of each pixel and its neighbours."""
    across = [bytes(map(choose, row, row[1:] + row[-1:], row[:1] + row[:-1])) for row in rows]
    return [
        bytes(map(choose, row, above, below))
        for row, above, below in zip(across, across[:1] + across[:-1], across[1:] + across[-1:], strict=True)
    ]


def unlike(shown: list[bytes], kept: list[bytes]) -> int:
    """How many pixels are as light or dark as none beside them in the other picture."""
    darkest, lightest = around(kept, min), around(kept, max)
    return sum(
        not low - SHADES <= shade <= high + SHADES
        for row, lows, highs in zip(shown, darkest, lightest, strict=True)
        for shade, low, high in zip(row, lows, highs, strict=True)
    )


@pytest.mark.parametrize("code", golden.READERS)
@pytest.mark.parametrize("name", golden.PICTURES)
def test_a_picture_looks_as_it_did(qapp: QApplication, name: str, code: str) -> None:
    with speaking(qapp, code):
        shown, kept = golden.draw(name, code), QImage(str(golden.path(name, code)))
    assert shown.size() == kept.size()
    rows, others = shades(shown), shades(kept.convertToFormat(QImage.Format.Format_Grayscale8))
    most = FEW * shown.width() * shown.height()
    assert unlike(rows, others) <= most
    assert unlike(others, rows) <= most


def test_a_mark_in_another_place_is_seen() -> None:
    kept = [bytes([255] * 9) for _ in range(9)]
    dot = [bytes([0 if 3 <= x < 6 and 3 <= y < 6 else 255 for x in range(9)]) for y in range(9)]
    moved = [row[2:] + row[:2] for row in dot]
    assert unlike(dot, dot) == 0
    assert unlike(dot, kept) == 9
    assert unlike(moved, dot) + unlike(dot, moved) > 0
