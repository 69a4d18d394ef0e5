"""The look keeps its promises: readable in both themes, on one grid, every token used by its name."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QPropertyAnimation, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication, QLabel

from amdesk.gui import theme
from amdesk.gui.application import Application
from amdesk.gui.colours import DARK, HIGH_DARK, HIGH_LIGHT, LIGHT, Colours
from amdesk.gui.sheet import sheet
from amdesk.services.desk import Desk

THEMES = {"light": LIGHT, "dark": DARK, "high light": HIGH_LIGHT, "high dark": HIGH_DARK}
TONES = ("quiet", "info", "good", "warn", "danger")
GROUNDS = ("page", "side", "raised", "hover", "selected")
# Which words stand on which grounds, beside those of the tones.
WORDS = {
    "text": (*GROUNDS, "pressed", "warn.fill", "info.fill"),
    "muted": (*GROUNDS, "pressed"),
    "faint": ("page", "side", "raised", "hover"),
    "accent": GROUNDS,
    "accent_hover": ("page", "side", "raised"),
    "on_accent": ("accent", "accent_hover"),
    "on_inverse": ("inverse",),
    "inverse_link": ("inverse",),
    "on_paper": ("paper",),
    "danger.ink": ("page", "raised", "side"),
}
# What has to be seen, without being read: fields, the keys, the scroll bar's handle, a bar above the page.
PARTS = {
    "field": ("page", "raised", "side"),
    "focus": (*GROUNDS, "quiet.fill", "info.fill", "warn.fill"),
    "slider": ("page", "side"),
    "on_accent": ("accent",),
    "inverse": ("page",),
}
# Nothing is known by these alone: they part what is parted by room as well, or frame a button's words.
ORNAMENT = {"line", "edge"}
AA, AAA, SEEN = 4.5, 7.0, 3.0


def colour(of: Colours, name: str) -> str:
    """A colour by its name; that of a tone is its ink or its fill."""
    first, _dot, part = name.partition(".")
    found = getattr(of, first)
    return str(getattr(found, part) if part else found)


def pairs(table: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(ink, ground) for ink, grounds in table.items() for ground in grounds]


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    c = QColor(colour)
    shares = zip((0.2126, 0.7152, 0.0722), (c.redF(), c.greenF(), c.blueF()), strict=True)
    return sum(share * (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4) for share, v in shares)


def contrast(one: str, other: str) -> float:
    """From 1 (the same) to 21 (black on white)."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(("ink", "ground"), pairs(WORDS))
@pytest.mark.parametrize("name", THEMES)
def test_words_can_be_read_on_every_ground(name: str, ink: str, ground: str) -> None:
    c = THEMES[name]
    assert contrast(colour(c, ink), colour(c, ground)) >= (AAA if c.lined else AA)


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("name", THEMES)
def test_states_can_be_read_on_their_badge_and_in_a_list(name: str, tone: str) -> None:
    c = THEMES[name]
    said = c.tone(tone)
    grounds = (said.fill, c.page, c.hover, c.selected)
    assert min(contrast(said.ink, on) for on in grounds) >= (AAA if c.lined else AA)


@pytest.mark.parametrize(("part", "ground"), pairs(PARTS))
@pytest.mark.parametrize("name", THEMES)
def test_fields_and_the_keys_can_be_seen(name: str, part: str, ground: str) -> None:
    c = THEMES[name]
    assert contrast(colour(c, part), colour(c, ground)) >= SEEN


@pytest.mark.parametrize("name", ["high light", "high dark"])
def test_in_high_contrast_every_line_can_be_seen(name: str) -> None:
    c = THEMES[name]
    assert min(contrast(line, ground) for line in (c.line, c.edge) for ground in (c.page, c.side)) >= SEEN


def test_no_colour_escapes_these_tests() -> None:
    looked_at = {name.partition(".")[0] for table in (WORDS, PARTS) for one in pairs(table) for name in one}
    own = set(Colours._fields) - {"lined"}
    assert own - looked_at - set(TONES) == ORNAMENT


def test_distances_are_on_a_grid_of_four() -> None:
    assert all(distance % 4 == 0 for distance in theme.SPACE)


@pytest.mark.parametrize("name", THEMES)
def test_the_style_sheet_knows_every_token_it_names(name: str) -> None:
    rules = sheet(theme.tokens(THEMES[name]))
    assert "<<" not in rules
    assert THEMES[name].accent in rules


def test_the_theme_of_a_palette_is_found_again() -> None:
    assert [theme.colours(theme.palette(c)) for c in THEMES.values()] == list(THEMES.values())


def test_strong_words_are_heavier_than_others(qapp: QApplication) -> None:
    words = "Northwind Traders"
    widths = {}
    for kind in ("body", "strong"):
        label = QLabel(words)
        theme.as_kind(label, kind)
        widths[kind] = label.fontMetrics().horizontalAdvance(words)
    assert widths["strong"] > widths["body"]


def test_following_the_system_is_light_where_it_says_nothing(qapp: QApplication) -> None:
    assert theme.chosen("system") == LIGHT
    assert (theme.chosen("light"), theme.chosen("dark")) == (LIGHT, DARK)


def test_high_contrast_is_to_be_had_in_light_and_dark(qapp: QApplication) -> None:
    assert (theme.chosen("light", "high"), theme.chosen("dark", "high")) == (HIGH_LIGHT, HIGH_DARK)


def ground(application: Application) -> QColor:
    """The colour of the side bar's ground, as it is painted where nothing stands on it."""
    side = application.window.side
    return side.grab().toImage().pixelColor(side.rect().center())


def test_the_window_turns_dark_and_light_with_the_desktop_while_it_is_open(application: Application) -> None:
    said = QApplication.styleHints().colorSchemeChanged
    seen = []
    for scheme in (Qt.ColorScheme.Dark, Qt.ColorScheme.Light):
        said.emit(scheme)
        seen.append(ground(application))
    assert seen == [QColor(DARK.side), QColor(LIGHT.side)]


def test_who_chose_a_theme_keeps_it_when_the_desktop_changes(application: Application, desk: Desk) -> None:
    desk.settings.choose("theme", "light")
    QApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert ground(application) == QColor(LIGHT.side)


def test_high_contrast_is_worn_at_once(application: Application, desk: Desk) -> None:
    for key, value in (("theme", "dark"), ("contrast", "high")):
        desk.settings.choose(key, value)
        application.window.setting_changed.emit(key)
    assert ground(application) == QColor(HIGH_DARK.side)
    for key, value in (("theme", "light"), ("contrast", "normal")):
        desk.settings.choose(key, value)
        application.window.setting_changed.emit(key)


def test_nothing_moves_by_itself(application: Application) -> None:
    assert not [effect for effect in Qt.UIEffect if QApplication.isEffectEnabled(effect)]
    # a cross within a field may fade in; nothing goes from place to place but at once
    moving = [one for one in application.window.findChildren(QPropertyAnimation) if one.duration()]
    assert not [one for one in moving if one.propertyName() != b"opacity"]


@pytest.mark.parametrize(
    ("points", "times"), [(9.0, 1.0), (11.0, 1.0), (16.5, 1.5), (60.0, 2.0), (-1.0, 1.0)]
)
def test_letters_are_as_much_larger_as_those_of_the_desktop(
    monkeypatch: pytest.MonkeyPatch, points: float, times: float
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    desktop, usual = QFont(), QFont()
    desktop.setPointSizeF(points) if points > 0 else desktop.setPixelSize(40)
    usual.setPointSizeF(11)
    theme.follow(desktop)
    try:
        assert theme.enlargement() == pytest.approx(times)
        assert theme.scaled(100) == 100 * times
    finally:
        theme.follow(usual)
