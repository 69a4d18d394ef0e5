"""The look, and the only place for it: distances, type, colours for light and dark, palette."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from amdesk.gui.sheet import sheet

Role = QPalette.ColorRole
Group = QPalette.ColorGroup
Choice = Literal["system", "light", "dark"]
ToneName = Literal["quiet", "info", "good", "warn", "danger"]
Kind = Literal["caption", "muted", "body", "strong", "title", "display", "section", "error"]


@dataclass(frozen=True, slots=True)
class Space:
    """Distances in logical pixels, all on a grid of four."""

    xs: int = 4
    s: int = 8
    m: int = 12
    l: int = 16  # noqa: E741 - the usual name of the size
    xl: int = 24
    xxl: int = 40


@dataclass(frozen=True, slots=True)
class Radius:
    """Corner radii in logical pixels."""

    s: int = 4
    m: int = 6
    l: int = 10  # noqa: E741 - the usual name of the size


@dataclass(frozen=True, slots=True)
class Size:
    """Fixed measures in logical pixels."""

    side_bar: int = 188
    row: int = 32
    tall_row: int = 52
    control: int = 32
    icon: int = 16
    big_icon: int = 40
    facts: int = 268
    promises: int = 256
    form: int = 560
    action: int = 132
    three_columns: int = 940
    two_columns: int = 760
    undo_ms: int = 12_000
    window: tuple[int, int] = (1280, 820)
    least_window: tuple[int, int] = (900, 600)


@dataclass(frozen=True, slots=True)
class Type:
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
    "name": "strong",
    "kind": "caption",
    "offer": "caption",
    "segment": "body",
    "struck": "body",
}
_BODY = TYPE["body"].points  # what the measures are made for
SHADOW = QColor(0, 0, 0, 60)
CLEAR = QColor(0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Tone:
    """The two colours a state is said in: its words and what lies under them."""

    ink: str
    fill: str


@dataclass(frozen=True, slots=True)
class Colours:
    """Every colour of one theme; text colours pass WCAG AA on every ground they are used on."""

    page: str
    side: str
    raised: str
    hover: str
    selected: str
    line: str
    edge: str
    text: str
    muted: str
    faint: str
    accent: str
    accent_hover: str
    on_accent: str
    focus: str
    slider: str
    inverse: str
    on_inverse: str
    inverse_link: str
    paper: str
    on_paper: str
    quiet: Tone
    info: Tone
    good: Tone
    warn: Tone
    danger: Tone

    def tone(self, name: str) -> Tone:
        """The tone of a state by its name; an unknown name is quiet."""
        found = getattr(self, name, None)
        return found if isinstance(found, Tone) else self.quiet


LIGHT = Colours(
    page="#ffffff",
    side="#f5f4f1",
    raised="#ffffff",
    hover="#f6f5f2",
    selected="#e7eef6",
    line="#e7e5e0",
    edge="#cfccc5",
    text="#201f1d",
    muted="#5d5a55",
    faint="#6b6862",
    accent="#245a92",
    accent_hover="#1c4a7a",
    on_accent="#ffffff",
    focus="#5b8fc4",
    slider="#c4c1ba",
    inverse="#2b2a28",
    on_inverse="#f4f3f0",
    inverse_link="#a9cbef",
    paper="#ffffff",
    on_paper="#201f1d",
    quiet=Tone("#5a5751", "#efede8"),
    info=Tone("#22558a", "#e6eef7"),
    good=Tone("#22663b", "#e4f2e8"),
    warn=Tone("#7d4b00", "#fbefd8"),
    danger=Tone("#a8261c", "#fbe8e5"),
)
DARK = Colours(
    page="#1d1d1c",
    side="#171716",
    raised="#272725",
    hover="#242422",
    selected="#233244",
    line="#32312f",
    edge="#4a4845",
    text="#eceae6",
    muted="#aeaaa3",
    faint="#a29e97",
    accent="#8db9e8",
    accent_hover="#a9cbef",
    on_accent="#10202f",
    focus="#6b9fd4",
    slider="#4d4b48",
    inverse="#e8e6e1",
    on_inverse="#201f1d",
    inverse_link="#1c4a7a",
    paper="#f7f5f1",
    on_paper="#201f1d",
    quiet=Tone("#b9b5ae", "#31302e"),
    info=Tone("#a6ccf3", "#20344a"),
    good=Tone("#93d3a7", "#1d3a28"),
    warn=Tone("#ecc078", "#43331a"),
    danger=Tone("#f5aaa1", "#4a2420"),
)


def colours(palette: QPalette) -> Colours:
    """The theme a palette belongs to; painting code asks with the palette it is given."""
    return DARK if palette.color(Role.Window).lightness() < 128 else LIGHT


def chosen(choice: Choice) -> Colours:
    """The theme for the person's choice; ``system`` follows the desktop, light where it says nothing."""
    if choice == "system":
        return DARK if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
    return DARK if choice == "dark" else LIGHT


def font(kind: str) -> QFont:
    """The application's font at a step of the type scale.

    The bundled fonts are variable; Qt does not list their named weights, so the weight is set on the axis.
    """
    step = TYPE[kind]
    made = QFont(QGuiApplication.font())
    made.setPointSizeF(step.points)
    made.setVariableAxis(QFont.Tag("wght"), step.weight)
    return made


def scaled(pixels: int) -> int:
    """A measure that has to hold words: it grows with the letters."""
    return round(pixels * TYPE["body"].points / _BODY)


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
    made.setColor(Group.Disabled, Role.Highlight, QColor(c.line))
    return made


def apply(app: QApplication, choice: Choice) -> None:
    """Dress the whole application in a theme; costly, so only when it is another one."""
    theme = chosen(choice)
    rules = sheet(tokens(theme))
    if app.styleSheet() == rules:
        return
    if not app.styleSheet():
        app.setStyle(QStyleFactory.create("Fusion"))
    app.setPalette(palette(theme))
    app.setStyleSheet(rules)


def tokens(c: Colours) -> dict[str, object]:
    """Every token of a theme by the name the style sheet calls it."""
    named: dict[str, object] = {f"space_{k}": v for k, v in asdict(SPACE).items()}
    named |= {f"radius_{k}": v for k, v in asdict(RADIUS).items()}
    for field in fields(c):
        value = getattr(c, field.name)
        if isinstance(value, Tone):
            named |= {f"{field.name}_ink": value.ink, f"{field.name}_fill": value.fill}
        else:
            named[field.name] = value
    return named


def base_font(families: Sequence[str]) -> QFont:
    """The font everything starts from, in the families of a language."""
    made = QFont(list(families))
    made.setPointSizeF(TYPE["body"].points)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
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
