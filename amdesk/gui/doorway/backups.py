"""Choosing a backup while there is no desk, and putting it where the file should be."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from amdesk.domain.errors import AmdeskError, BackupNeedsKeyError
from amdesk.domain.key import Key
from amdesk.gui import show
from amdesk.gui.ask_files import ask_backup
from amdesk.gui.doorway.asked import BackupKeyPage, with_key_at_hand
from amdesk.gui.doorway.layout import inside, title
from amdesk.gui.doorway.leaving import back_from
from amdesk.gui.doorway.page import DoorPage, Refused
from amdesk.gui.doorway.under_way import whole_or_nothing
from amdesk.gui.widgets.backup_line import BackupLine
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.labels import label
from amdesk.gui.widgets.layout import column, row
from amdesk.gui.widgets.outcome import Outcome
from amdesk.gui.widgets.work_stack import WorkStack
from amdesk.i18n import format as formats
from amdesk.i18n.catalog import _, calendar_in_use, current, pgettext, sentence
from amdesk.services import recovery
from amdesk.services.backups import Backup
from amdesk.system import paths
from amdesk.system.secrets import SystemSecrets
from amdesk.system.zone import LocalZone


class BackupsInDoor(DoorPage):
    """The backups of a folder that cannot be opened, newest first; the one chosen takes the file's place."""

    def __init__(self, refused: Refused) -> None:
        super().__init__(refused)
        self.setObjectName("door-backups")
        self.setAccessibleName(pgettext("title", "Restore a backup"))
        self._folder = refused.folder or paths.data_folder()
        self.other = button(_("Restore from a file…"), "", name="door-backup-file", run=self._ask_file)
        self.back = back_from(self)
        self.outcome = Outcome(name="door-outcome")
        shown = QWidget()
        shown.setObjectName("door-backups-shown")
        self.stack = WorkStack(shown, name="door-backups-stack")
        self.stack.progress.say_beside(whole_or_nothing())
        found = recovery.backups_of(self._folder)
        said = _(
            "The file that cannot be opened is set aside under a name with today’s date. It is not deleted."
        )
        lines = [self._line(one) for one in found]
        where = show.own(str(paths.backups(self._folder)))
        said_none = _("There is no backup in {folder}.").format(folder=where)
        none = label(said_none, "body", name="door-no-backup", wrap=True)
        inside(
            shown,
            title(pgettext("title", "Restore a backup")),
            label(said, "muted", name="door-backups-said", wrap=True),
            self.outcome,
            column(*lines, *([] if lines else [none]), name="door-backups-list"),
            row(self.other, self.back, name="door-backups-beside"),
        )
        self.first = lines[0].restore if lines else self.other
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(self.stack)

    def _line(self, one: Backup) -> BackupLine:
        at = one.made_at.astimezone(LocalZone())
        when = formats.unbroken(formats.moment_text(at, current(), calendar=calendar_in_use()))
        go = partial(self.restore, one.path)
        return BackupLine(when, one.size, _("Restore"), name="door-backup", run=go)

    def restore(self, file: Path, key: Key | None = None) -> None:
        """Put it in the place of what cannot be opened, and open that."""
        self.outcome.hide()
        if key is not None:
            self._restore(file, key)
        else:
            with_key_at_hand(self, partial(self._restore, file))

    def _restore(self, file: Path, known: Key | None) -> None:
        # nobody waits for a keyring here: where it is locked the code is asked
        kept = self.refused.attempt.given.get("secrets") or SystemSecrets(waits=False)
        steps = recovery.bring_back(self._folder, file, known, secrets=kept)
        work = self.stack.start(steps, _("Restoring"))
        given = {"key": known} if known is not None else {}
        work.done.connect(lambda _: self.attempt_requested.emit(self.refused.attempt.with_given(**given)))
        work.failed.connect(self._refuse)

    def _refuse(self, error: AmdeskError) -> None:
        if isinstance(error, BackupNeedsKeyError):
            self.page_requested.emit(BackupKeyPage(self.refused, error, partial(self.restore, error.file)))
            return
        self.outcome.say(sentence(error.message), tone="danger")

    def _ask_file(self) -> None:
        ask_backup(self, name="door-restore-dialog", then=self.restore)
