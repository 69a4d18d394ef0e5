"""Importing a list: what a file would bring, how it was understood, bringing it, and taking it back."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from amdesk.domain.errors import AmdeskError
from amdesk.gui import show
from amdesk.gui.ask_files import dialog
from amdesk.gui.background import Work, patience
from amdesk.gui.merge_words import likely_duplicates
from amdesk.gui.page import Face
from amdesk.gui.pages.import_preview import PreviewView
from amdesk.gui.pages.import_tables import counted
from amdesk.gui.place import Place
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.empty import Empty
from amdesk.gui.widgets.outcome import Outcome
from amdesk.gui.widgets.work_stack import WorkStack, below_outcome
from amdesk.i18n.bidi import isolate
from amdesk.i18n.catalog import _, pgettext, sentence
from amdesk.services import duplicates, exchange
from amdesk.services.desk import Desk
from amdesk.services.exchange import ImportResult, Preview

ENDINGS = (".xlsx", ".xlsm", ".csv", ".tsv", ".txt", ".vcf", ".vcard", ".ics", ".json")


_LOOKED_THROUGH = 20_000  # new rows


class ImportPage(QWidget):
    """Choose a file, look at what it would bring, import it."""

    TABLES: frozenset[str] = frozenset()
    place_requested = Signal(object)
    finished = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._waiting: list[Path] = []
        self._path: Path | None = None
        self._at = ""  # where the keys were when the file was asked for once more
        self._before: dict[str, int] = {}
        self._alike = 0  # pairs that the list brought which are likely one
        self.setObjectName("import")
        self.setAccessibleName(pgettext("title", "Import"))
        self.choose = button(_("Choose a file…"), "primary", name="import-choose", run=self.ask_file)
        self.choose.setAutoDefault(True)
        self._none = Empty(
            "import",
            _("Bring in a list you have"),
            _(
                "A spreadsheet, a CSV list, vCards, a calendar or an amdesk archive. "
                "You see what it brings before anything is kept."
            ),
            action=self.choose,
        )
        self.view = PreviewView()
        self.stack = WorkStack(self._none, self.view, name="import-stack")
        self.outcome = Outcome(name="import-outcome")
        go = pgettext("button", "Import")
        self.go = button(go, "primary", name="import-go", icon="import", run=self.run)
        self.go.setAutoDefault(True)
        self.other = button(_("Another file…"), "", name="import-other", run=self.ask_file)
        self._build()
        self.face = Face(
            title=lambda: pgettext("title", "Import"),
            tools=(self.other, self.go),
            focus=self.choose,
            quiet=True,
            heard=self.outcome.hide,
        )
        self._offer(go=False, other=False)

    def _build(self) -> None:
        below_outcome(self, self.outcome, self.stack)
        self.stack.stopped.connect(self._stopped)
        self.view.encoding_picked.connect(lambda code: self._preview(encoding=code))
        self.view.sheet_picked.connect(lambda name: self._preview(sheet=name))
        self.view.mapping_changed.connect(self._remap)
        self.outcome.undo_requested.connect(self._undo)
        self.outcome.onward_requested.connect(self._onward)

    def refresh(self) -> None:
        """Nothing here follows the desk: a preview is of a moment."""

    def ask_file(self) -> None:
        """Choose a file."""
        made = dialog(self, pgettext("title", "Import"), name="import-dialog")
        made.setFileMode(QFileDialog.FileMode.ExistingFiles)
        patterns = " ".join(f"*{ending}" for ending in ENDINGS)
        known = _("Lists, cards and calendars ({endings})").format(endings=patterns)
        made.setNameFilters([known, _("Every file ({endings})").format(endings="*")])
        made.filesSelected.connect(lambda names: self.open_files([Path(name) for name in names]))
        made.open()

    def open_files(self, paths: Sequence[Path]) -> None:
        """Preview the first of these; the others follow one after the other."""
        try:
            self._waiting = exchange.in_order(paths)
        except OSError:
            self._waiting = list(paths)
        self._next()

    def _next(self) -> None:
        if self._waiting:
            self._path = self._waiting.pop(0)
            self._preview()

    def _preview(
        self, *, encoding: str | None = None, mapping: Sequence[str | None] | None = None,
        sheet: str | None = None,
    ) -> None:  # fmt: skip
        if self._path is None:
            return
        self.outcome.hide()
        focus = QApplication.focusWidget()
        self._at = focus.objectName() if focus is not None and self.view.isAncestorOf(focus) else ""
        words = _("Reading {file}").format(file=isolate(self._path.name))
        steps = exchange.previewing(self._desk, self._path, encoding=encoding, mapping=mapping, sheet=sheet)
        work = self._start(steps, words)
        work.done.connect(self._show_preview)
        work.failed.connect(lambda error: self._refused(error, encoding))

    def _remap(self) -> None:
        found = self.view.preview
        if found is not None:
            chosen = self.view.mapping.chosen()
            self._preview(encoding=found.encoding or None, mapping=chosen, sheet=found.sheet or None)

    def run(self) -> None:
        """Import what the preview shows."""
        found = self.view.preview
        if found is None or self.stack.is_working:
            return
        self._before = duplicates.newest(self._desk)
        work = self._start(
            exchange.run(self._desk, found), _("Importing {file}").format(file=found.path.name)
        )
        work.done.connect(self._imported)
        work.failed.connect(lambda error: self._refused(error, None))

    def _stopped(self) -> None:
        previewed = self.view.preview is not None
        self._offer(go=previewed, other=previewed)
        self.outcome.say(_("Stopped. Nothing was imported."), tone="info")

    def _start(self, steps: Generator[Any, None, Any], words: str) -> Work:
        self._offer(go=False, other=False)
        return self.stack.start(self._desk.work.pieces(steps), words)

    def _show_preview(self, found: Preview) -> None:
        self.view.show_preview(found)
        self.stack.setCurrentWidget(self.view)
        brings = found.refusal is None and found.counts.new + found.counts.updated > 0
        if found.refusal is not None:
            self.outcome.say(sentence(found.refusal), tone="danger")
        self._offer(go=brings, other=True)
        at = self.view.findChild(QWidget, self._at) if self._at else None
        go = self.go if brings else self.other
        (at if isinstance(at, QWidget) else go).setFocus(Qt.FocusReason.OtherFocusReason)

    def _refused(self, error: AmdeskError, encoding: str | None) -> None:
        """Say what is wrong with the file; with a wrong encoding, another can be chosen."""
        self.outcome.say(sentence(error), tone="danger")
        keeps = encoding is not None and self.view.preview is not None
        self.stack.setCurrentWidget(self.view if keeps else self._none)
        self._offer(go=False, other=keeps)
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _imported(self, result: ImportResult) -> None:
        self.stack.setCurrentWidget(self.view)
        self.view.freeze()
        self._alike = self._count_alike(result)
        said = show.joined(_said(result), likely_duplicates(self._alike))
        onward = _("Show the duplicates") if self._alike else _("Show the clients")
        self.outcome.say(
            said, tone="good" if not result.counts.errors else "warn", undo=True,
            onward=_("Next file") if self._waiting else onward,
        )  # fmt: skip
        self._offer(go=False, other=True)

    def _count_alike(self, result: ImportResult) -> int:
        """How many of those who are new are likely there already, under another name; long lists are not
        waited for.
        """
        if not 0 < result.counts.new <= _LOOKED_THROUGH:
            return 0
        with patience():
            return len(duplicates.since(self._desk, self._before))

    def _undo(self) -> None:
        with patience():
            self._desk.undo()
        self.outcome.say(_("Undone: nothing of it was kept."), tone="info")
        found = self.view.preview
        if found is not None:
            mapping = found.mapping if found.mapped_by_hand else None
            self._preview(encoding=found.encoding or None, mapping=mapping, sheet=found.sheet or None)

    def _onward(self) -> None:
        if self._waiting:
            self._next()
        else:
            self.place_requested.emit(Place("duplicates" if self._alike else "clients"))

    def _offer(self, *, go: bool, other: bool) -> None:
        self.go.setVisible(go)
        self.other.setVisible(other)


def _said(result: ImportResult) -> str:
    """What came of it, in counts; what did not happen is not mentioned."""
    counts = result.counts.by_kind.items()
    return show.joined(*(counted(kind, n) for kind, n in counts if n)) or _("No rows")
