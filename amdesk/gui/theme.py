"""The look, and the only place for it: distances, type, which theme holds, its palette."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Literal, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from amdesk.gui.colours import DARK, HIGH_DARK, HIGH_LIGHT, LIGHT, Colours, Tone
from amdesk.gui.sheet import sheet

Role = QPalette.ColorRole
Group = QPalette.ColorGroup
Choice = Literal["system", "light", "dark"]
Contrast = Literal["system", "normal", "high"]
ToneName = Literal["quiet", "info", "good", "warn", "danger"]
Kind = Literal["caption", "muted", "body", "strong", "title", "display", "section", "error"]


class Space(NamedTuple):
    """Distances in logical pixels, all on a grid of four."""

    xs: int = 4
    s: int = 8
    m: int = 12
    l: int = 16  # noqa: E741 - the usual name of the size
    xl: int = 24
    xxl: int = 40


class Radius(NamedTuple):
    """Corner radii in logical pixels."""

    s: int = 4
    m: int = 6
    l: int = 10  # noqa: E741 - the usual name of the size


class Size(NamedTuple):
    """Fixed measures in logical pixels."""

    side_bar: int = 188
    row: int = 32
    tall_row: int = 52
    compact_row: int = 30
    entry: int = 120
    control: int = 32
    icon: int = 16
    big_icon: int = 40
    facts: int = 268
    promises: int = 256
    form: int = 560
    reading: int = 960
    agenda: int = 1080
    leaf: int = 840
    action: int = 132
    palette: int = 640
    popup: int = 500
    three_columns: int = 940
    two_columns: int = 760
    undo_ms: int = 12_000
    window: tuple[int, int] = (1280, 820)
    least_window: tuple[int, int] = (900, 600)
    door: tuple[int, int] = (760, 720)
    least_door: tuple[int, int] = (480, 400)


class Type(NamedTuple):
    """One step of the type scale: points and weight."""

    points: float
    weight: int = 400


SPACE = Space()
RADIUS = Radius()
SIZE = Size()
TYPE: dict[str, Type] = {
    "caption": Type(9),
    "muted": Type(10),
    "body": Type(10),
    "strong": Type(10, 600),
    "section": Type(9, 600),
    "title": Type(13, 600),
    "display": Type(20, 600),
    "error": Type(9),
}

# Kinds of buttons whose words are not of the body's step.
_STEP_OF = {
    "primary": "strong",
    "gap": "caption",
    "chip": "caption",
    "name": "strong",
    "kind": "caption",
    "offer": "caption",
    "segment": "body",
    "struck": "body",
    "code": "display",
}
_BODY = TYPE["body"].points  # what the measures are made for
_STEPS = dict(TYPE)
# The letters a desktop has before anybody chose larger ones, in points; below a sixth more nobody has.
_SYSTEM = {"win32": 9.0, "darwin": 13.0}
_SYSTEM_ELSEWHERE = 11.0
_LARGER, _LARGEST = 7 / 6, 2.0
# The count on the mark in the tray: it has to be seen on panels of any colour.
COUNT = Tone("#ffffff", "#c0392b")
SHADOW = QColor(0, 0, 0, 60)
CLEAR = QColor(0, 0, 0, 0)
RING = 2  # how wide the line is that shows where the keys are


# Nothing moves by itself, whatever the desktop allows: menus, lists and tool tips are there at once.
_EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu, Qt.UIEffect.UI_FadeMenu, Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip, Qt.UIEffect.UI_FadeTooltip,
)  # fmt: skip
THEMES = {(dark, high): c for dark, high, c in (
    (False, False, LIGHT), (True, False, DARK), (False, True, HIGH_LIGHT), (True, True, HIGH_DARK),
)}  # fmt: skip
# A palette is known by its links: no rule of the style sheet touches their colour.
_BY_LINK = {c.accent: c for c in THEMES.values()}


def colours(palette: QPalette) -> Colours:
    """The theme a palette belongs to; painting code asks with the palette it is given."""
    found = _BY_LINK.get(palette.color(Role.Link).name())
    return found or (DARK if palette.color(Role.Window).lightness() < 128 else LIGHT)


def chosen(choice: Choice, contrast: Contrast = "system", *, scheme: Qt.ColorScheme | None = None) -> Colours:
    """The theme for the person's choices; ``system`` follows the desktop, light and normal where it is mute.

    ``scheme`` is what the desktop has just said, where it has.
    """
    told = scheme if scheme is not None else QGuiApplication.styleHints().colorScheme()
    dark = choice == "dark" or (choice == "system" and told == Qt.ColorScheme.Dark)
    high = contrast == "high" or (contrast == "system" and _desktop_wants_contrast())
    return THEMES[dark, high]


def _desktop_wants_contrast() -> bool:
    """Whether the desktop is set to high contrast; Qt tells since 6.10."""
    hints = QGuiApplication.styleHints()
    if not hasattr(hints, "accessibility"):
        return False
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def font(kind: str) -> QFont:
    """The application's font at a step of the type scale.

    The bundled fonts are variable; Qt does not list their named weights, so the weight is set on the axis.
    """
    step = TYPE[kind]
    made = QFont(QGuiApplication.font())
    made.setPointSizeF(step.points)
    made.setVariableAxis(QFont.Tag("wght"), step.weight)
    return made


def plain_font(kind: str) -> QFont:
    """The same font before letters were made larger: what is drawn whole is enlarged whole."""
    made = font(kind)
    made.setPointSizeF(made.pointSizeF() / enlargement())
    return made


def tallest_line(kind: str) -> int:
    """How high a line is in whatever script: letters that the first family lacks come from another one."""
    first = font(kind)
    ways = []
    for family in first.families():
        alone = QFont(first)
        alone.setFamilies([family])
        ways.append(QFontMetrics(alone))
    return max(one.ascent() for one in ways) + max(one.descent() for one in ways)


def enlargement() -> float:
    """How many times as large as usual letters are."""
    return TYPE["body"].points / _BODY


def follow(system: QFont) -> None:
    """Let all letters be as much larger than usual as the desktop's own are."""
    times = system.pointSizeF() / _SYSTEM.get(sys.platform, _SYSTEM_ELSEWHERE)
    grown = min(times, _LARGEST) if times >= _LARGER else 1.0
    TYPE.update({kind: step._replace(points=step.points * grown) for kind, step in _STEPS.items()})


def count_font(side: int, *, is_short: bool) -> QFont:
    """The font of a count on a disc of so many pixels, of one figure or of two."""
    made = font("strong")
    made.setPixelSize(max(round(side * (0.72 if is_short else 0.56)), 1))
    return made


def scaled(pixels: int) -> int:
    """A measure that has to hold words: it grows with the letters."""
    return round(pixels * TYPE["body"].points / _BODY)


def row_height(*, compact: bool, tall: bool) -> int:
    """How high a row of a list is: room for two lines, for one, or for as little as can be read."""
    if compact:
        return scaled(SIZE.compact_row)
    return scaled(SIZE.tall_row if tall else SIZE.row + SPACE.xs)


def palette(c: Colours) -> QPalette:
    """The Fusion palette of a theme."""
    made = QPalette(QColor(c.raised), QColor(c.side))
    for name, colour in (
        (Role.Window, c.side), (Role.WindowText, c.text), (Role.Base, c.page), (Role.AlternateBase, c.hover),
        (Role.Text, c.text), (Role.Button, c.raised), (Role.ButtonText, c.text),
        (Role.BrightText, c.danger.ink),
        (Role.ToolTipBase, c.inverse), (Role.ToolTipText, c.on_inverse), (Role.PlaceholderText, c.faint),
        (Role.Highlight, c.accent), (Role.HighlightedText, c.on_accent), (Role.Accent, c.accent),
        (Role.Link, c.accent), (Role.LinkVisited, c.accent), (Role.Light, c.raised), (Role.Midlight, c.line),
        (Role.Mid, c.edge), (Role.Dark, c.edge), (Role.Shadow, c.line),
    ):  # fmt: skip
        made.setColor(name, QColor(colour))
    for name in (Role.WindowText, Role.Text, Role.ButtonText):
        made.setColor(Group.Disabled, name, QColor(c.faint))
    made.setColor(Group.Disabled, Role.Highlight, QColor(c.pressed))
    return made


def apply(app: QApplication, theme: Colours) -> None:
    """Dress the whole application in a theme; costly, so only when it is another one."""
    rules = sheet(tokens(theme))
    if app.styleSheet() == rules:
        return
    if not app.styleSheet():
        for effect in _EFFECTS:
            app.setEffectEnabled(effect, False)
    app.setPalette(palette(theme))
    app.setStyleSheet(rules)


def tokens(c: Colours) -> dict[str, object]:
    """Every token of a theme by the name the style sheet calls it."""
    named: dict[str, object] = {f"space_{k}": v for k, v in SPACE._asdict().items()}
    named |= {f"radius_{k}": v for k, v in RADIUS._asdict().items()}
    named["control_words"] = scaled(SIZE.control) - 2 * SPACE.xs  # within an edge of 1 and 3 of room
    for name, value in c._asdict().items():
        if isinstance(value, Tone):
            named |= {f"{name}_ink": value.ink, f"{name}_fill": value.fill}
            named[f"{name}_line"] = value.ink if c.lined else value.fill
        else:
            named[name] = value
    return named


def base_font(families: Sequence[str]) -> QFont:
    """The font everything starts from, in the families of a language."""
    made = QFont(list(families))
    made.setPointSizeF(TYPE["body"].points)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def paper_font(families: Sequence[str], kind: str) -> QFont:
    """A step of the type scale in the families of a language, as large on paper as on any screen."""
    made = base_font(families)
    made.setPointSizeF(TYPE[kind].points / enlargement())
    made.setVariableAxis(QFont.Tag("wght"), TYPE[kind].weight)
    return made


def picture_font(families: Sequence[str], kind: str) -> QFont:
    """The same in pixels: it grows with the picture, whatever that is painted on."""
    made = paper_font(families, kind)
    made.setPixelSize(round(made.pointSizeF() * 96 / 72))
    return made


def as_kind(widget: QWidget, kind: str) -> None:
    """Say what a widget is: the style sheet knows its colours by it, the type scale its font."""
    widget.setProperty("kind", kind)
    step = _STEP_OF.get(kind, kind)
    if step in TYPE:
        widget.setFont(font(step))


def restyle(widget: QWidget) -> None:
    """Look up the style again after a property changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
