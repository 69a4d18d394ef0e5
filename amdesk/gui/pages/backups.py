"""Backups: those that are kept, one more, and what restoring one would bring before it is done."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amdesk.domain.errors import AmdeskError, BackupNeedsKeyError
from amdesk.domain.key import Key
from amdesk.gui import show
from amdesk.gui.ask_files import ask_backup
from amdesk.gui.own_keys import OwnKeys
from amdesk.gui.page import Face
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.backup_code import BackupCode
from amdesk.gui.widgets.backup_line import BackupLine
from amdesk.gui.widgets.backup_look import BackupLook
from amdesk.gui.widgets.backup_passphrase import BackupPassphrase
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.labels import label, rule
from amdesk.gui.widgets.layout import column, empty, form_area
from amdesk.gui.widgets.outcome import Outcome
from amdesk.gui.widgets.work_stack import WorkStack, below_outcome
from amdesk.i18n.bidi import isolate
from amdesk.i18n.catalog import _, pgettext
from amdesk.services import backups
from amdesk.services.backups import Backup, Contents
from amdesk.services.desk import Desk


class BackupsPage(QWidget):
    """The backups beside the person's file, newest first; with ``ask`` one more is made on arrival."""

    TABLES: frozenset[str] = frozenset()
    place_requested = Signal(object)
    finished = Signal(object)

    def __init__(self, desk: Desk, *, ask: str = "") -> None:
        super().__init__()
        self._desk, self._ask = desk, ask
        self.setObjectName("backups")
        self.setAccessibleName(pgettext("title", "Backups"))
        self.now = button(_("Back up now"), "primary", name="backups-now", icon="export", run=self.back_up)
        self.other = button(_("Restore from a file…"), "", name="backups-file", run=self.ask_file)
        self.outcome = Outcome(name="backups-outcome")
        self.look, self.code, self.words = BackupLook(desk), BackupCode(), BackupPassphrase()
        self._key: Key | None = None  # of the backup that is looked at, where it is not ours
        self._list = QVBoxLayout()
        self._list.setSpacing(SPACE.s)
        self.stack = WorkStack(self._listed(), self.look, self.code, self.words, name="backups-stack")
        below_outcome(self, self.outcome, self.stack)
        self.look.restore_requested.connect(self.restore)
        self.look.left.connect(self._show_list)
        self.code.opened.connect(lambda file, key: self.show_contents(file, key=key))
        self.code.left.connect(self._show_list)
        self.words.chosen.connect(lambda words: self.back_up(passphrase=words))
        self.words.left.connect(self._show_list)
        for part in (self.look, self.code, self.words):
            OwnKeys(part, {"form.cancel": self._show_list})
        self.outcome.undo_requested.connect(self._undo)
        self.stack.stopped.connect(lambda: self.outcome.say(_("Stopped. Nothing was changed."), tone="info"))
        self.face = Face(
            title=lambda: pgettext("title", "Backups"), tools=(self.other, self.now), focus=self.now,
            quiet=True, bounded=True, heard=self.outcome.hide,
        )  # fmt: skip

    def _listed(self) -> QWidget:
        said = _(
            "amdesk makes a backup once a day, and before each import. Those of the last 24 hours stay; "
            "after that the newest of each of 7 days, 4 weeks and 12 months."
        )
        parts: list[QWidget] = [label(said, "muted", name="backups-said", wrap=True)]
        if self._desk.key is not None:
            words = _("Back up with a passphrase…")
            parts.append(button(words, "link", name="backups-passphrase", run=self.ask_passphrase))
        first = column(*parts, rule(), name="backups-first")
        first.layout().addLayout(self._list)  # type: ignore[union-attr]
        return form_area(first, name="backups-scroll", sides=SPACE.s)

    def refresh(self) -> None:
        """Look again which there are."""
        self.show_kept(backups.kept(self._desk))
        if self._ask:
            self._ask = ""
            self.back_up()

    def show_kept(self, found: Sequence[Backup]) -> None:
        """List some backups, newest first."""
        empty(self._list)
        for one in found:
            self._list.addWidget(self._line(one))
        if not found:
            self._list.addWidget(label(_("There is no backup yet."), "body", name="backups-none"))

    def _line(self, one: Backup) -> QWidget:
        when = show.moment(self._desk, one.made_at)
        look = partial(self.show_contents, one.path)
        return BackupLine(when, one.size, _("Restore…"), name="backup", run=look)

    def back_up(self, *, passphrase: str = "") -> None:
        """Make one now; a ``passphrase`` opens it on any machine."""
        self.outcome.hide()
        self.words.forget()
        work = self.stack.start(backups.back_up(self._desk, passphrase=passphrase), _("Backing up"))
        work.done.connect(self._backed_up)
        work.failed.connect(self.show_refusal)

    def ask_passphrase(self) -> None:
        """Choose the passphrase of a backup."""
        self.outcome.hide()
        self._offer(list_tools=False)
        self.stack.setCurrentWidget(self.words)
        self.words.ask()

    def ask_file(self) -> None:
        """Choose a backup that lies elsewhere."""
        ask_backup(self, name="restore-dialog", then=self.show_contents)

    def show_contents(self, file: Path, *, key: Key | None = None) -> None:
        """Show what restoring a backup would bring; one of another machine brings a ``key`` of its own."""
        self.outcome.hide()
        self._key = key
        words = _("Reading {file}").format(file=isolate(file.name))
        work = self.stack.start(backups.look(self._desk, file, key=key), words)
        work.done.connect(self.show_found)
        work.failed.connect(self.show_refusal)

    def restore(self, file: Path) -> None:
        """Put it in the place of what is here."""
        self.outcome.hide()
        steps = self._desk.work.pieces(backups.restore(self._desk, file, key=self._key))
        work = self.stack.start(steps, _("Restoring"))
        work.done.connect(lambda _before: self._restored())
        work.failed.connect(self.show_refusal)

    def show_found(self, found: Contents) -> None:
        """Show what a backup was found to hold."""
        self.look.show_contents(found)
        self._offer(list_tools=False)
        self.stack.setCurrentWidget(self.look)
        self.look.go.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self, *, list_tools: bool) -> None:
        for one in (self.now, self.other):
            one.setVisible(list_tools)

    def _show_list(self) -> None:
        self._offer(list_tools=True)
        self.stack.setCurrentIndex(0)
        self.now.setFocus(Qt.FocusReason.OtherFocusReason)

    def _backed_up(self, made: Path) -> None:
        self._show_list()
        self.refresh()
        said = _("Backed up, and read back: {file}").format(file=isolate(made.name))
        self.outcome.say(said, tone="good")

    def _restored(self) -> None:
        self._show_list()
        self.refresh()
        said = _("Restored. What was here before is kept as the newest backup.")
        self.outcome.say(said, tone="good", undo=True)

    def _undo(self) -> None:
        self._desk.undo()
        self.outcome.say(_("Undone: everything is as it was before."), tone="info")

    def show_refusal(self, error: AmdeskError) -> None:
        """Say why it could not be done; where a code is lacking, ask for it."""
        if isinstance(error, BackupNeedsKeyError):
            self._offer(list_tools=False)
            self.stack.setCurrentWidget(self.code)
            self.code.ask(error)
            return
        if self.stack.currentWidget() is self.words:
            self.words.say(error)
            return
        self._offer(list_tools=self.stack.currentWidget() is not self.look)
        self.show_kept(backups.kept(self._desk))
        self.outcome.say(show.said(error.message), tone="danger")
