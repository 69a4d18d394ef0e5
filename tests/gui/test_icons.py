"""Icons are there, take the theme's colour, and turn round where they point."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication

from amdesk.gui import icons
from amdesk.system.paths import resource


def ink(image: QImage) -> set[str]:
    """The colours of the pixels that are fully drawn."""
    points = [(x, y) for x in range(image.width()) for y in range(image.height())]
    return {image.pixelColor(x, y).name() for x, y in points if image.pixelColor(x, y).alpha() == 255}


@pytest.mark.parametrize("name", icons.FILES)
def test_every_icon_can_be_drawn(name: str) -> None:
    drawn = icons.picture(name, "#a8261c", 32)
    assert drawn.size() == QSize(32, 32)
    assert "#a8261c" in ink(drawn)


def test_no_drawing_lies_about_unused() -> None:
    drawings = {path.stem for path in resource("icons").glob("*.svg")}
    assert drawings == set(icons.FILES.values())


@pytest.mark.parametrize("name", sorted(icons.DIRECTIONAL))
def test_what_points_turns_with_the_direction(name: str) -> None:
    ahead, behind = (icons.picture(name, "#000000", 32, mirrored=turned) for turned in (False, True))
    assert ahead != behind
    assert ahead == behind.flipped(Qt.Orientation.Horizontal)


def test_an_icon_that_cannot_be_used_is_paler(qapp: QApplication) -> None:
    made = icons.icon("back")
    modes = (QIcon.Mode.Normal, QIcon.Mode.Disabled)
    able, unable = (made.pixmap(QSize(16, 16), mode).toImage() for mode in modes)
    assert able != unable
    assert QColor(qapp.palette().buttonText().color()).name() in ink(able)


def test_an_icon_has_all_the_dots_of_a_sharp_screen(qapp: QApplication) -> None:
    drawn = icons.icon("calendar").pixmap(QSize(16, 16), 2.0)
    assert (drawn.size(), drawn.devicePixelRatio()) == (QSize(32, 32), 2.0)
