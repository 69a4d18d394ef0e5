"""The gallery draws what its table names."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from amdesk.gui.application import speak
from amdesk.gui.registry import PAGES
from amdesk.gui.translators import Translators
from amdesk.services.desk import Desk
from tests.gallery import drawing
from tests.gallery.pictures import SHOTS
from tests.gui.conftest import NOW


def test_a_picture_is_drawn_in_each_theme(qapp: QApplication, tmp_path: Path) -> None:
    for theme in ("light", "dark"):
        drawing.draw(qapp, tmp_path, language="he", theme=theme, at=NOW, only="today")
    speak(qapp, Translators(), "en")
    light, dark = (QImage(str(tmp_path / f"today.he.{theme}.png")) for theme in ("light", "dark"))
    assert light.size() == dark.size()
    assert light.pixelColor(5, 300).lightness() > 128 > dark.pixelColor(5, 300).lightness()


def test_every_page_and_editor_has_a_picture(desk: Desk) -> None:
    drawn = {shot.place(desk).page for shot in SHOTS}
    if any(shot.name == "recovery-code" for shot in SHOTS):
        drawn.add("recovery_code")  # shown from the settings, for the sample has no key
    assert drawn == set(PAGES)
