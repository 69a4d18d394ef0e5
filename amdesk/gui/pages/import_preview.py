"""A file before it is imported: what it is, how it was understood, what becomes of its rows."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amdesk.domain.verdict import KIND_NAMES
from amdesk.gui import show
from amdesk.gui.pages.import_tables import ICON, Mapping, Verdicts, counts_badges, heading
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.badge import BadgeLabel
from amdesk.gui.widgets.fields import Picker
from amdesk.gui.widgets.labels import OneLine, label, set_text
from amdesk.gui.widgets.layout import empty
from amdesk.gui.widgets.segments import Segment, Segments
from amdesk.i18n.bidi import isolate
from amdesk.i18n.catalog import _, pgettext, sentence
from amdesk.services import encodings
from amdesk.services.exchange import Preview


class PreviewView(QWidget):
    """Shows a preview; its signals ask for the file to be read anew."""

    encoding_picked = Signal(str)
    sheet_picked = Signal(str)
    mapping_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.preview: Preview | None = None
        self.setObjectName("import-preview")
        self.name = OneLine("title", name="import-file")
        self._counts = QHBoxLayout()
        self._counts.setSpacing(SPACE.xs)
        self.encoding = Picker(
            [(code, sentence(said)) for code, said in encodings.choices()],
            name="import-encoding", accessible=_("Encoding"), kind="filter",
        )  # fmt: skip
        self.encoding.picked.connect(lambda code: self.encoding_picked.emit(str(code)))
        self.sheet = Picker(
            [], name="import-sheet", accessible=pgettext("spreadsheet", "Sheet"), kind="filter"
        )
        self.sheet.picked.connect(lambda name: self.sheet_picked.emit(str(name)))
        self.mapping = Mapping()
        self.mapping.changed.connect(self.mapping_changed)
        self.verdicts = Verdicts()
        self.kinds = Segments(
            [
                Segment("", _("All")),
                *(Segment(kind, _(said), ICON[kind]) for kind, said in KIND_NAMES.items()),
            ],
            "", name="import-kinds", accessible=_("Rows shown"),
        )  # fmt: skip
        self.kinds.picked.connect(lambda _kind: self._show_rows())
        self._more = label("", "caption", name="import-more", wrap=True)
        self._build()

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(SPACE.m)
        top.addWidget(self.name)
        top.addLayout(self._counts)
        top.addStretch()
        below = QHBoxLayout()
        below.addWidget(heading(_("What becomes of the rows"), name="import-rows-heading"), 1)
        below.addWidget(self.kinds)
        self._columns = heading(_("How the columns were understood"), name="import-columns-heading")
        self._encoded = label(_("Encoding"), "caption", name="import-encoding-name")
        understood = QHBoxLayout()
        understood.addWidget(self._columns, 1)
        understood.addStretch()  # where there is no heading, the picker is no wider for it
        self._sheet_name = label(pgettext("spreadsheet", "Sheet"), "caption", name="import-sheet-name")
        for part in (self._sheet_name, self.sheet):
            part.hide()  # until there is a choice of sheets
            understood.addWidget(part)
        understood.addWidget(self._encoded)
        understood.addWidget(self.encoding)
        down = QVBoxLayout(self)
        down.setContentsMargins(SPACE.s, 0, SPACE.s, SPACE.s)
        down.setSpacing(SPACE.s)
        down.addLayout(top)
        down.addSpacing(SPACE.s)
        down.addLayout(understood)
        down.addWidget(self.mapping)
        down.addLayout(below)
        down.addWidget(self.verdicts, 1)
        down.addWidget(self._more)

    def show_preview(self, found: Preview) -> None:
        """Show what a file would bring."""
        self.preview = found
        self.name.say(found.path.name)
        empty(self._counts)
        for badge in counts_badges(found):
            self._counts.addWidget(BadgeLabel(badge, name="import-count"))
        listed = bool(found.mapping)
        for part in (self._columns, self.mapping):
            part.setVisible(listed)
        for other in (self._encoded, self.encoding):
            other.setVisible(bool(found.encoding))
        self._show_encoding(found.encoding)
        self._show_sheets(found)
        self.mapping.setEnabled(True)
        self.encoding.setEnabled(True)
        self.sheet.setEnabled(True)
        if listed:
            self.mapping.show_preview(found)
        present = {one.kind for one in found.verdicts}
        for kind in KIND_NAMES:
            self.kinds.offer(kind, offered=kind in present)
        self._show_rows()
        self._say_more(found)

    def freeze(self) -> None:
        """It has been imported: nothing about it can be corrected any more."""
        self.mapping.setEnabled(False)
        self.encoding.setEnabled(False)
        self.sheet.setEnabled(False)

    def _show_rows(self) -> None:
        if self.preview is not None:
            self.verdicts.show_verdicts(self.preview.verdicts, kind=self.kinds.value())

    def _show_encoding(self, code: str) -> None:
        if code and self.encoding.findData(code) < 0:
            self.encoding.addItem(code, code)
        self.encoding.choose(code)

    def _show_sheets(self, found: Preview) -> None:
        """The sheets of a spreadsheet, where there is a choice."""
        self.sheet.clear()
        for name in found.sheets:
            self.sheet.addItem(isolate(name), name)
        self.sheet.choose(found.sheet)
        for part in (self._sheet_name, self.sheet):
            part.setVisible(len(found.sheets) > 1)

    def _say_more(self, found: Preview) -> None:
        shown, rows = len(found.verdicts), found.counts.rows
        said = _("The first {shown} of {rows} rows are listed, and every error.")
        set_text(self._more, said.format(shown=show.count(shown), rows=show.count(rows)))
        self._more.setVisible(not found.is_complete)
