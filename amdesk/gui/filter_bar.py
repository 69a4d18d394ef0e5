"""The line above a list of clients: filters saved under a name, the parts of the one in force, and Save."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from amdesk.domain.client_filter import ClientFilter
from amdesk.gui import saved_filters, theme
from amdesk.gui.keys import keys_text
from amdesk.gui.list_memory import below
from amdesk.gui.own_keys import OwnKeys
from amdesk.gui.page_keys import key_of
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.buttons import button, icon_button
from amdesk.gui.widgets.fields import LineField
from amdesk.gui.widgets.flow import FlowLayout, let_it_break
from amdesk.gui.widgets.labels import tool_tip
from amdesk.gui.widgets.layout import empty
from amdesk.gui.widgets.menu import Menu
from amdesk.i18n.bidi import isolate
from amdesk.i18n.catalog import _
from amdesk.services.desk import Desk


class FilterBar(QWidget):
    """Shows ``wanted`` and what is saved; hidden while there is neither. ``changed`` tells of another one."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """Shown without a parent it would be a window of its own for a moment, and take the keys away."""
        super().__init__(parent)
        self._desk = desk
        self.wanted = ClientFilter()
        self._naming: str | None = None
        self.setObjectName("filter-bar")
        self.setAccessibleName(_("Filters"))
        down = QVBoxLayout(self)
        down.setContentsMargins(SPACE.s, 0, SPACE.s, SPACE.m)
        self._line = FlowLayout(gap=SPACE.s)
        down.addLayout(self._line)
        let_it_break(self)
        self.show_filter(self.wanted)

    def choose(self, wanted: ClientFilter) -> None:
        """Narrow the list to this."""
        if wanted != self.wanted:
            self.show_filter(wanted)
            self.changed.emit()

    def show_filter(self, wanted: ClientFilter) -> None:
        """Show a filter without telling anyone."""
        self.wanted, self._naming = wanted, None
        self._draw()

    def begin_saving(self) -> None:
        """Ask under which name the filter in force is to be kept."""
        if self.wanted:
            self._name(saved_filters.suggested(self.wanted), old="")

    def _draw(self) -> None:
        """Everything anew; the keys stay on the button they were on."""
        held = next((one.objectName() for one in self.findChildren(QPushButton) if one.hasFocus()), "")
        empty(self._line)
        for part in self._parts():
            self._line.addWidget(part)
        self.setVisible(self._line.count() > 0)
        found = next((one for one in self.findChildren(QPushButton, held) if not one.isHidden()), None)
        if held and found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)

    def _parts(self) -> Iterator[QWidget]:
        kept = saved_filters.saved(self._desk)
        for name, one in kept.items():
            yield self._saved(name, one)
            if one == self.wanted:
                yield self._more(name)
        if not self.wanted:
            return
        known = self.wanted in kept.values()
        if not known:
            for text, without in _without_each(self.wanted):
                yield self._part(text, without)
            yield button(_("Save filter…"), "link", name="filter-save", run=self.begin_saving)
        clear = lambda: self.choose(ClientFilter())  # noqa: E731 - said twice below
        yield button(_("Show every client"), "link", name="filter-clear", run=clear)

    def _saved(self, name: str, one: ClientFilter) -> QPushButton:
        made = button(isolate(name).replace("&", "&&"), "chip", name=f"filter-{name}", icon="saved")
        made.setAccessibleName(name)
        made.setToolTip(tool_tip(saved_filters.suggested(one)))
        made.setCheckable(True)
        made.setChecked(one == self.wanted)
        made.clicked.connect(lambda on: self.choose(one if on else ClientFilter()))
        made.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        made.customContextMenuRequested.connect(lambda at: self._open_menu(name, made.mapToGlobal(at)))
        OwnKeys(
            made,
            {"filter.rename": lambda: self._rename(name), "filter.remove": lambda: self._remove(name)},
        )  # fmt: skip
        return made

    def _more(self, name: str) -> QPushButton:
        made = icon_button(
            _("Rename or remove this filter"), name="filter-more", icon="other",
            run=lambda: below(made, self.menu(name)),
        )  # fmt: skip
        theme.as_kind(made, "inset")  # no higher than the filters it stands with
        return made

    def _part(self, text: str, without: ClientFilter) -> QPushButton:
        made = button(text, "chip", name=f"part-{text}", icon="close", run=lambda: self.choose(without))
        made.setToolTip(tool_tip(_("Without “{part}”").format(part=isolate(text))))
        return made

    def menu(self, name: str) -> Menu:
        """What can be done with a saved filter."""
        made = Menu(self, name="saved-menu", title=name)
        made.do(_("Rename…"), lambda: self._rename(name), name="saved-rename", icon="edit",
                shortcut=keys_text(key_of("filter.rename")))  # fmt: skip
        if self.wanted and saved_filters.saved(self._desk).get(name) != self.wanted:
            made.do(_("Save what is shown here"), lambda: self._keep(name), name="saved-keep", icon="saved")
        made.do(_("Remove"), lambda: self._remove(name), name="saved-remove", icon="remove",
                shortcut=keys_text(key_of("filter.remove")))  # fmt: skip
        return made

    def _open_menu(self, name: str, at: QPoint) -> None:
        self.menu(name).popup(at)

    def _rename(self, name: str) -> None:
        self._name(name, old=name)

    def _keep(self, name: str) -> None:
        saved_filters.save(self._desk, name, self.wanted)
        self._draw()

    def _remove(self, name: str) -> None:
        """Forget the name; the list stays as that filter narrowed it, so that it can be saved again."""
        gone = saved_filters.saved(self._desk).get(name, self.wanted)
        saved_filters.remove(self._desk, name)
        if gone == self.wanted:
            self._draw()
        else:
            self.choose(gone)

    def _name(self, text: str, *, old: str) -> None:
        """A line to type the name into, at the end of the bar."""
        self._naming = old
        line = LineField(text, name="filter-name", accessible=_("Name of the filter"))
        line.setMinimumWidth(SPACE.xxl * 7)
        OwnKeys(line, {"filter.leave": lambda: self.show_filter(self.wanted)})
        line.returnPressed.connect(lambda: self._take_name(line.text()))
        self._line.addWidget(line)
        line.show()
        self._line.invalidate()
        line.selectAll()
        line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_name(self, name: str) -> None:
        old, self._naming = self._naming, None
        if name.strip() and old:
            saved_filters.rename(self._desk, old, name)
        elif name.strip():
            saved_filters.save(self._desk, name, self.wanted)
        self._draw()


def _without_each(wanted: ClientFilter) -> Iterator[tuple[str, ClientFilter]]:
    """Each part of a filter in words, with the filter that remains without it."""
    for part in ("tiers", "stages", "languages", "lacks"):
        for value in getattr(wanted, part):
            only = ClientFilter().but(**{part: (value,)})
            left = tuple(one for one in getattr(wanted, part) if one != value)
            yield next(saved_filters.parts(only)), wanted.but(**{part: left})
    for part, none in (("vip", False), ("quiet_days", 0), ("overdue", False), ("unplanned", False)):
        if getattr(wanted, part):
            only = ClientFilter().but(**{part: getattr(wanted, part)})
            yield next(saved_filters.parts(only)), wanted.but(**{part: none})
