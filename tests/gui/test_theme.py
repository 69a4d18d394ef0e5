"""The look keeps its promises: readable in both themes, on one grid, every token used by its name."""

from __future__ import annotations

from dataclasses import astuple

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel

from amdesk.gui import theme
from amdesk.gui.sheet import sheet

THEMES = {"light": theme.LIGHT, "dark": theme.DARK}
TONES = ("quiet", "info", "good", "warn", "danger")
GROUNDS = ("page", "side", "raised", "hover", "selected")
AA = 4.5


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    c = QColor(colour)
    shares = zip((0.2126, 0.7152, 0.0722), (c.redF(), c.greenF(), c.blueF()), strict=True)
    return sum(share * (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4) for share, v in shares)


def contrast(one: str, other: str) -> float:
    """From 1 (the same) to 21 (black on white)."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("ink", ["text", "muted", "faint", "accent"])
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("name", THEMES)
def test_words_can_be_read_on_every_ground(name: str, ground: str, ink: str) -> None:
    colours = THEMES[name]
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= AA


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("name", THEMES)
def test_states_can_be_read_on_their_badge_and_in_a_list(name: str, tone: str) -> None:
    colours = THEMES[name]
    said = colours.tone(tone)
    assert min(contrast(said.ink, on) for on in (said.fill, colours.page, colours.selected)) >= AA


@pytest.mark.parametrize("name", THEMES)
def test_buttons_and_the_undo_bar_can_be_read(name: str) -> None:
    c = THEMES[name]
    pairs = [(c.on_accent, c.accent), (c.on_accent, c.accent_hover), (c.on_inverse, c.inverse)]
    assert min(contrast(*pair) for pair in [*pairs, (c.inverse_link, c.inverse)]) >= AA


@pytest.mark.parametrize("name", THEMES)
def test_where_the_keys_are_can_be_seen(name: str) -> None:
    c = THEMES[name]
    assert min(contrast(c.focus, ground) for ground in (c.page, c.side, c.raised)) >= 3


def test_distances_are_on_a_grid_of_four() -> None:
    assert all(distance % 4 == 0 for distance in astuple(theme.SPACE))


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
    assert theme.chosen("system") in THEMES.values()
    assert (theme.chosen("light"), theme.chosen("dark")) == (theme.LIGHT, theme.DARK)
