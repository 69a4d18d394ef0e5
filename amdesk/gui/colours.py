"""Every colour of the program, in four themes: light and dark, each also in high contrast."""

from __future__ import annotations

from typing import Any, NamedTuple


class Tone(NamedTuple):
    """The two colours a state is said in: its words and what lies under them."""

    ink: str
    fill: str


class Colours(NamedTuple):
    """Every colour of one theme.

    Words have 4.5 to 1 on every ground they stand on (WCAG AA), in high contrast 7 to 1 (AAA); what shows
    where a field, the keys or the scroll bar is has 3 to 1. ``lined`` draws a line around what else is told
    from its ground by a tint only.
    """

    page: str
    side: str
    raised: str
    hover: str
    selected: str
    pressed: str
    line: str
    edge: str
    field: str
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
    lined: bool = False

    def tone(self, name: str) -> Tone:
        """The tone of a state by its name; an unknown name is quiet."""
        found = getattr(self, name, None)
        return found if isinstance(found, Tone) else self.quiet

    def chosen(self) -> Colours:
        """The same on a row that is chosen: there the tints of states would be lost in its own."""
        tones: dict[str, Any] = {
            name: one._replace(fill=self.raised)
            for name, one in self._asdict().items()
            if isinstance(one, Tone)
        }
        return self._replace(**tones)


LIGHT = Colours(
    page="#ffffff",
    side="#f5f4f1",
    raised="#ffffff",
    hover="#f6f5f2",
    selected="#e7eef6",
    pressed="#e7e5e0",
    line="#e7e5e0",
    edge="#cfccc5",
    field="#8f8b84",
    text="#201f1d",
    muted="#5d5a55",
    faint="#6b6862",
    accent="#245a92",
    accent_hover="#1c4a7a",
    on_accent="#ffffff",
    focus="#3f7ab5",
    slider="#8c8881",
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
    pressed="#32312f",
    line="#32312f",
    edge="#4a4845",
    field="#76736d",
    text="#eceae6",
    muted="#aeaaa3",
    faint="#a29e97",
    accent="#8db9e8",
    accent_hover="#a9cbef",
    on_accent="#10202f",
    focus="#6b9fd4",
    slider="#7c7973",
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
HIGH_LIGHT = Colours(
    page="#ffffff",
    side="#ffffff",
    raised="#ffffff",
    hover="#ececec",
    selected="#d6e8ff",
    pressed="#d9d9d9",
    line="#595959",
    edge="#000000",
    field="#000000",
    text="#000000",
    muted="#262626",
    faint="#3d3d3d",
    accent="#00388f",
    accent_hover="#00256b",
    on_accent="#ffffff",
    focus="#0050e6",
    slider="#404040",
    inverse="#000000",
    on_inverse="#ffffff",
    inverse_link="#ffe066",
    paper="#ffffff",
    on_paper="#000000",
    quiet=Tone("#262626", "#ffffff"),
    info=Tone("#00388f", "#ffffff"),
    good=Tone("#00491c", "#ffffff"),
    warn=Tone("#5c2e00", "#ffffff"),
    danger=Tone("#8f0000", "#ffffff"),
    lined=True,
)
HIGH_DARK = Colours(
    page="#000000",
    side="#000000",
    raised="#000000",
    hover="#262626",
    selected="#00315e",
    pressed="#333333",
    line="#a6a6a6",
    edge="#ffffff",
    field="#ffffff",
    text="#ffffff",
    muted="#e6e6e6",
    faint="#d0d0d0",
    accent="#7fd1ff",
    accent_hover="#b8e6ff",
    on_accent="#000000",
    focus="#ffd60a",
    slider="#d0d0d0",
    inverse="#ffffff",
    on_inverse="#000000",
    inverse_link="#00388f",
    paper="#ffffff",
    on_paper="#000000",
    quiet=Tone("#e6e6e6", "#000000"),
    info=Tone("#9fdcff", "#000000"),
    good=Tone("#7dff9e", "#000000"),
    warn=Tone("#ffd27a", "#000000"),
    danger=Tone("#ffb0a8", "#000000"),
    lined=True,
)
