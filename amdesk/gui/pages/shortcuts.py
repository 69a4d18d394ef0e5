"""The sheet of shortcuts: every command and every key, by area, found by a word or by the key itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amdesk.domain.text import fold
from amdesk.gui import theme
from amdesk.gui.commands import COMMANDS
from amdesk.gui.keys import keys_text
from amdesk.gui.menu_table import LINE, MENUS
from amdesk.gui.page import Face
from amdesk.gui.page_keys import AREAS, PAGE_KEYS, PageKey
from amdesk.gui.theme import SIZE, SPACE
from amdesk.gui.widgets.empty import Empty
from amdesk.gui.widgets.keycaps import KeyCaps
from amdesk.gui.widgets.labels import label
from amdesk.gui.widgets.layout import margins, scroll
from amdesk.gui.widgets.ring import hold_keys
from amdesk.gui.widgets.search import SearchField
from amdesk.i18n.catalog import _, current, ngettext
from amdesk.i18n.format import number_text


@dataclass(frozen=True, slots=True)
class Line:
    """What something is called (already translated) and its keys; ``upto`` when they are a row of keys."""

    words: str
    keys: tuple[str, ...]
    upto: bool = False
    english: str = ""


def sections() -> dict[str, list[Line]]:
    """Everything with a key: the menus' commands, then the keys of each area."""
    found: dict[str, list[Line]] = {}
    for title, ids in MENUS:
        commands = [COMMANDS[id_] for id_ in ids if id_ != LINE and COMMANDS[id_].shortcut]
        if commands:
            found[_(title).replace("&", "")] = [
                Line(_(one.label), (one.shortcut,), english=one.label) for one in commands
            ]
    for area, name in AREAS.items():
        found[_(name)] = [_line(one) for one in PAGE_KEYS.values() if one.area == area]
    return found


def _line(key: PageKey) -> Line:
    return Line(_(key.words), key.keys, key.upto, str(key.words))


class ShortcutsPage(QWidget):
    """Cards, one for each area; typing leaves those lines that fit."""

    TABLES: frozenset[str] = frozenset()
    place_requested = Signal(object)
    finished = Signal(object)
    counted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._count = 0
        self.setObjectName("keys")
        self.setAccessibleName(_("Keyboard shortcuts"))
        self.search = SearchField(
            name="keys-search",
            accessible=_("Find a shortcut"),
            placeholder=_("A word, or a key"),
            is_first=True,
        )
        self.cards = [
            _Card(title, lines, name=f"keys-{n}") for n, (title, lines) in enumerate(sections().items())
        ]
        inner = QWidget()
        inner.setObjectName("keys-inner")
        down = QVBoxLayout(inner)
        down.setContentsMargins(SPACE.xl, SPACE.s, SPACE.xl, SPACE.xl)
        self._columns = _Columns(self.cards)
        self.nothing = Empty("search", _("No shortcut found"), _("Try another word, or a key such as Ctrl."))
        down.addWidget(self._columns)
        down.addWidget(self.nothing)
        down.addStretch()
        self.area = scroll(inner, name="keys-scroll")
        self.area.setAccessibleName(_("Keyboard shortcuts"))
        hold_keys(self.area)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)
        self.search.textChanged.connect(self._look)
        self.search.down_pressed.connect(self.area.setFocus)
        self.face = Face(
            title=lambda: _("Keyboard shortcuts"), tools=(self.search,), status=self._status,
            focus=self.search, find=self.search, retold=self.counted,
            memory=lambda: {"text": self.search.text()},
            recall=lambda memory: self.search.setText(str(memory.get("text", ""))),
        )  # fmt: skip

    def refresh(self) -> None:
        """Nothing on the desk changes what stands here."""
        self._look(self.search.text())

    def _look(self, text: str) -> None:
        self._count = sum(card.look(text) for card in self.cards)
        self.nothing.setVisible(not self._count)
        self._columns.setVisible(bool(self._count))
        self._columns.arrange()
        self.counted.emit()

    def _status(self) -> str:
        n = self._count
        return ngettext("{n} shortcut", "{n} shortcuts", n).format(n=number_text(n, current()))


class _Card(QWidget):
    """An area: its name, and a line for each thing one can do there."""

    def __init__(self, title: str, lines: Sequence[Line], *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, SPACE.l)
        down.setSpacing(0)
        heading = label(title, "strong", name=f"{name}-title")
        margins(down, leading=0, top=0, trailing=0, bottom=SPACE.l)
        down.addWidget(heading)
        down.addSpacing(SPACE.xs)
        self._rows = [(_Row(line, name=f"{name}-{n}"), _sought(title, line)) for n, line in enumerate(lines)]
        for row, _said in self._rows:
            down.addWidget(row)

    def look(self, text: str) -> int:
        """Leave the lines whose words begin so, or whose keys do; how many."""
        words, pressed = fold(text).split(), text.strip().lower()
        for row, said in self._rows:
            row.setVisible(
                all(f" {word}" in said.words for word in words)
                or any(key.startswith(pressed) for key in said.keys)
            )
        shown = sum(not row.isHidden() for row, _said in self._rows)
        self.setVisible(bool(shown))
        return shown

    @property
    def weight(self) -> int:
        """How high it is, in lines."""
        return 2 + sum(not row.isHidden() for row, _said in self._rows)


class _Row(QWidget):
    """What it is called, and its keys at the trailing end."""

    def __init__(self, line: Line, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.as_kind(self, "line-row")
        keys = [keys_text(one) or one for one in line.keys]
        self.setAccessibleName(
            f"{line.words}: {' – '.join((keys[0], keys[-1])) if line.upto else ', '.join(keys)}"
        )
        across = QHBoxLayout(self)
        margins(across, leading=0, top=SPACE.xs, trailing=0, bottom=SPACE.xs)
        across.setSpacing(SPACE.s)
        across.addWidget(label(line.words, name=f"{name}-words", wrap=True), 1)
        for part in _keys(line, name):
            across.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)


def _keys(line: Line, name: str) -> list[QWidget]:
    if not line.upto:
        return [KeyCaps(keys, name=f"{name}-key{n}") for n, keys in enumerate(line.keys)]
    first, last = line.keys[0], line.keys[-1]
    between = label("–", "muted", name=f"{name}-upto")
    return [KeyCaps(first, name=f"{name}-first"), between, KeyCaps(last, name=f"{name}-last")]


@dataclass(frozen=True, slots=True)
class _Sought:
    """All by which a line is found: its words here and in English with its area's, and its keys."""

    words: str
    keys: frozenset[str]


def _sought(title: str, line: Line) -> _Sought:
    keys = frozenset(said.lower() for one in line.keys for said in (one, keys_text(one)))
    return _Sought(f" {fold(f'{title} {line.words} {line.english}')}", keys)


class _Columns(QWidget):
    """The cards in as many columns as there is room for, each put where the least stands so far."""

    def __init__(self, cards: Sequence[_Card]) -> None:
        super().__init__()
        for card in cards:
            card.setParent(self)  # shown without a parent it would be a window
        self.setObjectName("keys-columns")
        self._cards = cards
        self._across = QHBoxLayout(self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(SPACE.xxl)
        self._columns: list[QVBoxLayout] = []
        self._before: tuple[object, ...] = ()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Deal the cards out again, where their number of lines or the room has changed."""
        room = max(
            1, min(3, (self.width() + SPACE.xxl) // (theme.scaled(SIZE.promises + SPACE.xxl) + SPACE.xxl))
        )
        now = (room, *(card.weight if not card.isHidden() else 0 for card in self._cards))
        if now == self._before:
            return
        self._before = now
        self._clear()
        self._columns = [QVBoxLayout() for _column in range(room)]
        heights = [0] * room
        for column in self._columns:
            column.setSpacing(SPACE.s)
            self._across.addLayout(column, 1)
        for card in self._cards:
            place = heights.index(min(heights))
            heights[place] += card.weight if not card.isHidden() else 0
            self._columns[place].addWidget(card)
        for column in self._columns:
            column.addStretch()

    def _clear(self) -> None:
        for column in self._columns:
            while column.takeAt(0) is not None:
                pass
            self._across.removeItem(column)
