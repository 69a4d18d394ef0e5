"""The command palette: everything that has a name, found by a few letters of it and run by Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsDropShadowEffect, QListView, QVBoxLayout, QWidget
from shiboken6 import isValid

from amdesk.gui import palette_items, theme
from amdesk.gui.commands import Shell
from amdesk.gui.keys import keys_text
from amdesk.gui.palette_items import KINDS, Item
from amdesk.gui.palette_row import ITEM_ROLE, ItemDelegate
from amdesk.gui.speaking import announce
from amdesk.gui.theme import SIZE, SPACE
from amdesk.gui.widgets.labels import label, rule, set_text
from amdesk.gui.widgets.search import SearchField
from amdesk.i18n.bidi import isolate
from amdesk.i18n.catalog import _, current
from amdesk.i18n.format import listed

Index = QModelIndex | QPersistentModelIndex
_ROWS = 9  # shown at once
_PAGE = _ROWS - 1
_WAYS = {
    Qt.Key.Key_Down: 1, Qt.Key.Key_Tab: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Backtab: -1,
    Qt.Key.Key_PageDown: _PAGE, Qt.Key.Key_PageUp: -_PAGE,
}  # fmt: skip


class Items(QAbstractListModel):
    """The lines found."""

    def __init__(self) -> None:
        super().__init__()
        self.items: Sequence[Item] = ()

    def show_items(self, items: Sequence[Item]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self.items = items
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid() or index.row() >= len(self.items):
            return None
        item = self.items[index.row()]
        if role == ITEM_ROLE:
            return item
        if role == Qt.ItemDataRole.DisplayRole:
            return item.title
        return spoken(item) if role == Qt.ItemDataRole.AccessibleTextRole else None


def spoken(item: Item) -> str:
    """What a screen reader says of a line."""
    parts = (item.title, _(KINDS[item.kind]), *item.detail, keys_text(item.shortcut) if item.shortcut else "")
    return listed(filter(None, parts), current())


class Palette(QWidget):
    """Lies over the whole window while it is open; ``chosen`` gives the line that was picked."""

    chosen = Signal(object)

    def __init__(self, window: QWidget, shell: Shell, *, wheres: dict[str, str]) -> None:
        super().__init__(window)
        self._shell, self._wheres = shell, wheres
        self._before: QWidget | None = None
        self.setObjectName("palette")
        self.setAccessibleName(_("Commands"))
        self.model = Items()
        self.field = _Field()
        self.list = _list(self.model)
        self.nothing = label("", "muted", name="palette-nothing", wrap=True)
        self._card = self._build()
        self.field.textChanged.connect(self.look)
        self.field.stepped.connect(self.step)
        self.field.entered.connect(self.take)
        self.field.left.connect(self.close_and_return)
        self.field.lost.connect(self.hide)
        self.list.clicked.connect(lambda _index: self.take())
        window.installEventFilter(self)
        self.hide()

    def _build(self) -> QFrame:
        card = QFrame(self)
        card.setObjectName("palette-card")
        theme.as_kind(card, "palette")
        self._rows = down = QVBoxLayout(card)
        down.setContentsMargins(SPACE.s, SPACE.s, SPACE.s, SPACE.s)
        down.setSpacing(SPACE.s)
        down.addWidget(self.field)
        down.addWidget(rule(name="palette-rule"))
        down.addWidget(self.list)
        self.nothing.setContentsMargins(SPACE.m, SPACE.m, SPACE.m, SPACE.m)
        down.addWidget(self.nothing)
        hint = _("{up} {down} to choose, {enter} to open, {esc} to close").format(
            up=keys_text("Up"), down=keys_text("Down"), enter=keys_text("Enter"), esc=keys_text("Esc")
        )
        foot = label(hint, "caption", name="palette-hint")
        foot.setContentsMargins(SPACE.m, 0, SPACE.m, 0)
        down.addWidget(foot)
        shadow = QGraphicsDropShadowEffect(card)
        shadow.setBlurRadius(SPACE.xxl)
        shadow.setOffset(0, SPACE.s)
        shadow.setColor(theme.SHADOW)
        card.setGraphicsEffect(shadow)
        return card

    def open(self) -> None:
        """Open over the window, empty; what had the keys gets them back."""
        if self.isVisible():
            self.field.selectAll()
            return
        self._before = QApplication.focusWidget()
        self.show()  # first: what is not shown takes no room
        self.raise_()
        self.field.clear()
        self.look("")
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def look(self, text: str) -> None:
        """Show what fits the text so far."""
        found = palette_items.items(self._shell, text, wheres=self._wheres)
        self.model.show_items(found)
        self.list.setVisible(bool(found))
        self.nothing.setVisible(not found)
        set_text(self.nothing, _("Nothing is found for “{text}”.").format(text=isolate(text)))
        if found:
            self._stand(0)
        else:
            self.field.say(self.nothing.text())
        self._place()

    def step(self, by: int) -> None:
        """To another line: round the ends by one, to them by pages."""
        rows = self.model.rowCount()
        if rows:
            at = self.list.currentIndex().row() + by
            self._stand(at % rows if abs(by) == 1 else max(0, min(at, rows - 1)))

    def take(self) -> None:
        """Run the line one stands on."""
        item = self.model.data(self.list.currentIndex(), ITEM_ROLE)
        if isinstance(item, Item):
            self.close_and_return()
            self.chosen.emit(item)

    def close_and_return(self) -> None:
        """Close; the keys go back to where they were."""
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def _stand(self, row: int) -> None:
        index = self.model.index(row, 0)
        self.list.setCurrentIndex(index)
        self.field.say(str(self.model.data(index, int(Qt.ItemDataRole.AccessibleTextRole))))

    def _place(self) -> None:
        """In the middle above, as high as what was found."""
        parent = self.parentWidget()
        if parent is None:
            return
        self.setGeometry(parent.rect())
        rows = min(self.model.rowCount(), _ROWS)
        self.list.setFixedHeight(rows * theme.scaled(SIZE.row + SPACE.xs))
        layout = self._rows
        layout.activate()
        width = min(theme.scaled(SIZE.palette), self.width() - 2 * SPACE.xl)
        wraps = layout.hasHeightForWidth()
        high = layout.totalHeightForWidth(width) if wraps else layout.totalSizeHint().height()
        self._card.setGeometry((self.width() - width) // 2, self.height() // 8, width, high)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Beside it is out of it."""
        if not self._card.geometry().contains(event.position().toPoint()):
            self.close_and_return()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            QTimer.singleShot(0, self, self._place)
        return super().eventFilter(watched, event)


class _Field(SearchField):
    """``stepped`` gives how far to go in the list, ``left`` comes by Escape, ``lost`` as the keys go."""

    stepped = Signal(int)
    left = Signal()
    lost = Signal()

    def __init__(self) -> None:
        super().__init__(
            name="palette-field",
            accessible=_("Commands"),
            placeholder=_("A command, client, person, reference or setting"),
        )

    def say(self, line: str) -> None:
        """Let a screen reader say the line one stands on: the keys stay in the field."""
        self.setAccessibleDescription(line)
        announce(self, line)

    def event(self, event: QEvent) -> bool:
        """Tab goes down the list: there is nothing else to go to."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._step(event):
            return True
        ours = isinstance(event, QKeyEvent) and event.key() in {Qt.Key.Key_Escape, *_WAYS}
        if event.type() == QEvent.Type.ShortcutOverride and ours:
            event.accept()
            return True
        return super().event(event)

    def _step(self, event: QKeyEvent) -> bool:
        by = _WAYS.get(Qt.Key(event.key()))
        if by is None:
            return False
        self.stepped.emit(by)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        stays = {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}
        if event.reason() not in stays:
            self.lost.emit()


def _list(model: Items) -> QListView:
    made = QListView()
    made.setObjectName("palette-list")
    made.setAccessibleName(_("Found"))
    made.setModel(model)
    made.setItemDelegate(ItemDelegate())
    made.setUniformItemSizes(True)
    made.setMouseTracking(True)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.viewport().setObjectName("palette-lines")
    return made
