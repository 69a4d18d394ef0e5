"""Walks over every page, editor and dialog: words not translated, words cut short, sides that did not turn.

``python -m tests.quality.walkers`` prints all it finds.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QMainWindow,
    QScrollArea,
    QSizePolicy,
    QTabBar,
    QTextEdit,
    QWidget,
)

from amdesk.gui import theme
from amdesk.gui.application import Application, speak
from amdesk.gui.page_keys import PAGE_KEYS
from amdesk.gui.pages.about import LIBRARIES, WORKS
from amdesk.gui.place import Trail
from amdesk.gui.translators import Translators
from amdesk.gui.widgets.choice_card import ChoiceCard
from amdesk.gui.widgets.fields import Check
from amdesk.gui.widgets.labels import OneLine
from amdesk.gui.widgets.mail_view import MailView
from amdesk.services import week
from amdesk.services.desk import Desk
from tests import workbooks
from tests.gallery import pictures, posts
from tests.gallery.__main__ import DAY
from tests.gallery.drawing import letters
from tests.gallery.pictures import BESIDE, DATA, SHOTS, Shot
from tests.portfolios import sample_desk
from tests.quality import pseudo

# Words that are the same in every language: the program's name, keys, file types, and languages' own names.
_SAME = re.compile(
    r"\b(amdesk|vCard|CSV|JSON|Outlook|Google|UTF-\d+|English|עברית|فارسی|Русский|Ελληνικά|(?<=\()[A-Z](?=\))"
    r"|([0-9A-Z]{4}\s+)+[0-9A-Z]{4}"  # a recovery code
    r"|(Ctrl|Alt|Shift|Meta|PgUp|PgDown|Return|Enter|Esc|Left|Right|Up|Down|Del|Space|F\d+)(\+\w+)*)\b"
)
_MARKED = re.compile("⟦[^⟦⟧]*⟧")
_INVISIBLE = re.compile("[\u200e\u200f\u2066-\u2069\u2060]")
# The files that the gallery reads, and how long a piece of one of their cells has to be to be known for one.
_FILES = ("clients-hebrew-cp1255.csv", "outlook-2007.vcf", "other-calendar.ics")
_TELLING = 4
_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"
_NEVER = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
# What Qt keeps free around the text of a line, with the line's border.
_AROUND_TEXT = 6
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True)
class Part:
    """A visible piece of a window: which, where in what it stands in, what it says, what room it lacks."""

    name: str
    place: QRect
    room: int
    texts: tuple[str, ...]
    lacks: tuple[int, int]


@dataclass(frozen=True)
class Finding:
    """Something amiss: on which line of the gallery's table, in which piece, and what."""

    shot: str
    part: str
    what: str

    def __str__(self) -> str:
        return f"{self.shot}: {self.part}: {self.what}"


Survey = Mapping[str, tuple[Part, ...]]


def survey(
    app: QApplication, language: str, *, scale: float = 1.0, smallest: bool = False, only: str = ""
) -> Survey:
    """Every line of the gallery's table in a language, its letters ``scale`` times as large, in the window
    as it opens or in the smallest there is.
    """
    found: dict[str, tuple[Part, ...]] = {}
    with letters(scale), closing(_desk()) as desk:
        for shot in SHOTS:
            if only in shot.name:
                found[shot.name] = _shown(app, desk, shot, language, smallest=smallest)
    speak(app, kept := Translators(), language)
    for beside in BESIDE:
        if only in beside.name:
            with closing(beside.make()) as other:
                other.show()
                settle(app)
                found[beside.name] = parts_of(other)
    speak(app, kept, "en")
    return found


def _desk() -> Desk:
    return sample_desk(DAY)


def _shown(app: QApplication, desk: Desk, shot: Shot, language: str, *, smallest: bool) -> tuple[Part, ...]:
    with closing(Application(app, desk, spoken=language)) as running:
        if smallest:
            running.window.resize(running.window.minimumSize())
        running.window.pages.trail = Trail(shot.place(desk))
        running.window.show()
        settle(app)
        shot.act(running.window)
        settle(app)
        found = parts_of(running.window)
    app.clipboard().clear()  # a copied mail that Python made would outlive Python
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return found


def parts_of(window: QWidget) -> tuple[Part, ...]:
    """Every visible piece of a window, mails aside: they are in their readers' language and direction."""
    seen = [w for w in window.findChildren(QWidget) if w.isVisible() and not _within_mail(w)]
    return tuple(Part(_name(w), w.geometry(), _room(w), texts(w), lacks(w)) for w in [window, *seen])


def settle(app: QApplication) -> None:
    """Let layouts, deferred refreshes and deletions happen."""
    for _ in range(5):
        app.sendPostedEvents()
        app.processEvents()


def _within_mail(widget: QWidget) -> bool:
    """Whether it is a piece of a mail."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, MailView):
            return True
        above = above.parentWidget()
    return False


def _room(widget: QWidget) -> int:
    """The width of what it stands in; nothing for a window."""
    above = widget.parentWidget()
    return 0 if widget.isWindow() or above is None else above.width()


def _name(widget: QWidget) -> str:
    """Its kind and name, with what it stands in."""
    above = widget.parentWidget()
    home = f"{above.objectName() or type(above).__name__} > " if above is not None else ""
    return f"{home}{type(widget).__name__} {widget.objectName()}".strip()


def texts(widget: QWidget) -> tuple[str, ...]:
    """Everything a widget says, to the eye and to a screen reader; lists say what their rows say."""
    said = [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.statusTip()]
    match widget:
        case QLabel():
            said.append(widget.text())
        case QAbstractButton():
            said.append(widget.text().replace("&&", "&"))  # two are drawn as one: a name has its "&" so
        case QLineEdit():
            said += [widget.placeholderText(), "" if widget.isModified() else widget.displayText()]
        case QComboBox():
            said += [widget.itemText(row) for row in range(widget.count())]
        case QGroupBox():
            said.append(widget.title())
        case QTextEdit():
            said.append(widget.placeholderText())  # what stands there is the person's own
        case QTabBar():
            said += [widget.tabText(number) for number in range(widget.count())]
        case QHeaderView() | QAbstractItemView():
            said += _cells(widget)
        case _:
            pass
    said += [text for action in widget.findChildren(QAction) for text in (action.text(), action.toolTip())]
    said.append(widget.windowTitle() if widget.isWindow() else "")
    return tuple(dict.fromkeys(filter(None, said)))


def _cells(view: QHeaderView | QAbstractItemView) -> list[str]:
    """The words of a list's first rows, or of a header."""
    model: QAbstractItemModel | None = view.model()
    if model is None:
        return []
    columns = range(1 if isinstance(view, QListView) else model.columnCount(QModelIndex()))
    if isinstance(view, QHeaderView):
        heads = (model.headerData(column, view.orientation()) for column in columns)
        return [str(head) for head in heads if head]
    rows = range(min(model.rowCount(QModelIndex()), 20))
    indexes = [model.index(row, column) for row in rows for column in columns]
    return [str(index.data()) for index in indexes if index.data()]


def lacks(widget: QWidget) -> tuple[int, int]:
    """How many pixels of width and height a widget is short of; nothing where it scrolls or shortens."""
    match widget:
        case QMainWindow():
            return _beyond(widget.centralWidget(), widget), 0
        case QScrollArea() if widget.horizontalScrollBarPolicy() == _NEVER:
            return _beyond(widget.widget(), widget.viewport()), 0
        case QLineEdit() if not isinstance(widget.parentWidget(), QComboBox):
            margins = widget.textMargins().left() + widget.textMargins().right()
            words = 0 if widget.text() else widget.fontMetrics().horizontalAdvance(widget.placeholderText())
            return max(words - (widget.width() - 2 * theme.SPACE.s - _AROUND_TEXT - margins), 0), 0
        case Check() | ChoiceCard() | QLabel() if widget.hasHeightForWidth():
            return _longest_word(widget), max(widget.heightForWidth(widget.width()) - widget.height(), 0)
        case QLabel() | QAbstractButton() | QComboBox() if not isinstance(widget, OneLine):
            return _lacks_of_hint(widget)
        case _:
            return 0, 0


def _beyond(within: QWidget | None, room: QWidget) -> int:
    """How much of what stands in a room cannot be brought into sight."""
    return max(within.minimumSizeHint().width() - room.width(), 0) if within is not None else 0


def _lacks_of_hint(widget: QWidget) -> tuple[int, int]:
    """How much smaller than it wants to be a widget is."""
    if isinstance(widget.parentWidget(), QLineEdit):
        return 0, 0  # the cross that clears a field is drawn to the field's measure
    hint = widget.sizeHint()
    ignored = widget.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Ignored
    across = 0 if ignored and not isinstance(widget, QLabel) else max(hint.width() - widget.width(), 0)
    return across, max(hint.height() - widget.height(), 0)


def _longest_word(label: QLabel | Check | ChoiceCard) -> int:
    """How much wider than a label its longest word is."""
    if isinstance(label, Check | ChoiceCard):
        return max(label.minimumSizeHint().width() - label.width(), 0)
    widths = [label.fontMetrics().horizontalAdvance(word) for word in label.text().split()]
    return max(max(widths, default=0) - label.contentsRect().width(), 0)


def untranslated(found: Survey, data: frozenset[str]) -> Iterator[Finding]:
    """Words that no catalogue was asked for; ``data`` is all the person's own words."""
    for shot, parts in found.items():
        for part in parts:
            for text in part.texts:
                left = foreign(text, data)
                if left:
                    yield Finding(shot, part.name, f"{left!r} in {text!r}")


def foreign(text: str, data: frozenset[str]) -> str:
    """What is left of a text when brackets, the person's own words and names are taken away."""
    bare = _INVISIBLE.sub("", text)
    while _MARKED.search(bare):
        bare = _MARKED.sub("\n", bare)
    pieces = (piece.strip(" ,;:–—()&\t") for piece in re.split(r"[\n·…]|, ", _SAME.sub("\n", bare)))
    return " | ".join(piece for piece in pieces if _LETTER.search(piece) and not _is_data(piece, data))


def _is_data(piece: str, data: frozenset[str]) -> bool:
    """Whether a piece is the person's own, whole or in part; short parts prove nothing."""
    return piece in data or (len(piece) >= _TELLING and any(piece in value for value in data))


def clipped(found: Survey) -> Iterator[Finding]:
    """Words that have too little room."""
    for shot, parts in found.items():
        for part in parts:
            across, down = part.lacks
            if across > 1 or down > 1:
                lacking = f"lacks {across} px across, {down} px down: {part.texts}"
                yield Finding(shot, part.name, lacking)


def unmirrored(ltr: Survey, rtl: Survey) -> Iterator[Finding]:
    """What does not stand on the other side, at the same distance from it."""
    for shot, parts in ltr.items():
        turned = rtl[shot]
        if [part.name for part in parts] != [part.name for part in turned]:
            other = {part.name for part in parts} ^ {part.name for part in turned}
            yield Finding(shot, "", f"built of other parts: {sorted(other)}")
            continue
        for one, two in zip(parts, turned, strict=True):
            there = QRect(one.place)
            there.moveLeft(two.room - one.place.x() - one.place.width())
            if one.room and max(abs(there.x() - two.place.x()), abs(there.width() - two.place.width())) > 1:
                turn = f"{_box(one.place)} became {_box(two.place)}, not {_box(there)}"
                yield Finding(shot, one.name, turn)


def _box(place: QRect) -> str:
    return f"({place.x()}, {place.y()}, {place.width()} × {place.height()})"


def words_of_the_person() -> frozenset[str]:
    """All that is data: in the sample's file and settings, in the files the gallery reads, typed by it."""
    with closing(_desk()) as desk:
        pictures.twin(desk)
        tables = desk.store.column(_TABLES)
        rows = [row for name in tables for row in desk.store.rows(f"SELECT * FROM [{name}]")]
        cells = [value for row in rows for value in tuple(row) if isinstance(value, str)]
        cells.append(str(desk.settings["my_email"]))
    files = [_text_of(DATA / name) for name in _FILES]
    cells += [*_FILES, *files, *(cell for text in files for cell in re.split("[,;:\t\n]", text))]
    for made in (pictures.__file__, posts.__file__):
        cells += re.findall(r'"([^"]*)"', Path(made).read_text(encoding="utf-8"))
    cells += [str(cell) for row in (*workbooks.PEOPLE, *workbooks.MORE) for cell in row]
    cells += ["list.xlsx", "Sheet", "Partners"]  # its sheets, the first as openpyxl calls it
    cells += [name for _, name in week.countries()]
    cells += [*LIBRARIES, *LIBRARIES.values(), *WORKS, *WORKS.values()]
    cells += [keys for one in PAGE_KEYS.values() for keys in one.keys]
    return frozenset(line.strip() for cell in cells for line in cell.splitlines())


def _text_of(path: Path) -> str:
    codec = re.search(r"cp\d+", path.name)
    return path.read_text(encoding=codec[0] if codec else "utf-8-sig").replace('""', '"')


WALKERS = (
    "untranslated",
    "clipped at 100 %",
    "clipped at 150 %",
    "clipped in the smallest window",
    "clipped in the smallest window at 125 %",
    "not mirrored",
)
# The languages with the longest words; in the smallest window, those nobody speaks would ask too much.
_LONGEST = ("ru", "el")


def findings(app: QApplication, *, only: str = "") -> dict[str, list[Finding]]:
    """What each walker finds; both languages have to be spoken."""
    ltr, rtl = (survey(app, code, only=only) for code in (pseudo.LTR, pseudo.RTL))
    large = survey(app, pseudo.LTR, scale=1.5, only=only)
    small = survey(app, pseudo.LTR, smallest=True, only=only)
    real = [survey(app, code, scale=1.25, smallest=True, only=only) for code in _LONGEST]
    found = (
        untranslated(ltr, words_of_the_person()),
        clipped(ltr),
        clipped(large),
        clipped(small),
        (one for seen in real for one in clipped(seen)),
        unmirrored(ltr, rtl),
    )
    return {name: list(dict.fromkeys(lines)) for name, lines in zip(WALKERS, found, strict=True)}


def main() -> int:
    """Print everything the walkers find."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from amdesk.gui.application import make_qt

    app = make_qt(["amdesk"])
    only = sys.argv[1] if len(sys.argv) > 1 else ""
    with (
        tempfile.TemporaryDirectory() as folder,
        pytest.MonkeyPatch.context() as patch,
        pseudo.spoken(Path(folder), patch),
    ):
        for name, lines in findings(app, only=only).items():
            print(f"== {name}: {len(lines)}", *lines, sep="\n")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
