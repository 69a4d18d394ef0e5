"""A call's summary: written at the leading side, seen as the client will see it at the trailing one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from amdesk.domain.errors import AmdeskError, DiskError
from amdesk.domain.summary import Summary, is_editable
from amdesk.gui import theme
from amdesk.gui.background import Work
from amdesk.gui.dropping import Drops
from amdesk.gui.editors.sending import Sending, as_widget
from amdesk.gui.editors.summary import SummaryEditor
from amdesk.gui.open_work import forget_open, keep_open
from amdesk.gui.page import Face
from amdesk.gui.page_keys import key_of
from amdesk.gui.pages.summary_head import SummaryActs, SummaryHead
from amdesk.gui.place import Place
from amdesk.gui.summary_state import OUTBOX, acts, posted
from amdesk.gui.theme import SIZE, SPACE
from amdesk.gui.widgets.mail_view import MailView, nothing_yet
from amdesk.i18n.catalog import _, current, sentence
from amdesk.i18n.format import time_text
from amdesk.services import clients, drafts, handing, interactions, proofs, summaries
from amdesk.services.desk import Desk


class SummaryPage(QWidget):
    """The page of one call's summary, its newest version first."""

    TABLES = frozenset(
        {"interaction", "summary", "point", "contact", "address", "client", "interaction_contact", "outgoing"}
    )
    place_requested = Signal(object)
    finished = Signal(object)

    def __init__(self, desk: Desk, interaction_id: int, *, ask: str = "") -> None:
        super().__init__()
        self._desk, self._id, self._ask = desk, interaction_id, ask
        self._chosen: int | None = None
        self._form: QWidget | None = None
        self._looked_at: drafts.Draft | None = None
        self.setObjectName("summary")
        self.setAccessibleName(_("Summary"))
        self.head = SummaryHead(desk)
        self.acts = SummaryActs()
        self.editor = SummaryEditor(desk, interaction_id)
        self.mail = MailView()
        self._nothing = nothing_yet()
        self.sending = Sending(desk, interaction_id, self)
        self._build()
        self._connect()
        Work(summaries.prepare_offers(), self)
        self.face = Face(
            title=partial(_title, desk, interaction_id),
            tools=(self.acts,),
            focus=self,
            memory=self._memory,
            recall=self._recall,
            quiet=True,
            parts=(self.head, self.editor, self._trailing),
            verbs=lambda: _verbs(self),
            settle=self.editor.saver.flush,
        )

    def _build(self) -> None:
        down = QVBoxLayout(self)
        down.setContentsMargins(SPACE.l, 0, SPACE.l, 0)
        down.setSpacing(SPACE.m)
        down.addWidget(self.head)
        self._slot = QVBoxLayout()
        self._slot.setContentsMargins(SPACE.s, 0, SPACE.s, 0)
        down.addLayout(self._slot)
        self._split = split = QSplitter(Qt.Orientation.Horizontal)
        split.setObjectName("summary-split")
        split.setChildrenCollapsible(False)
        split.addWidget(self.editor)
        trailing = QStackedWidget()
        trailing.setObjectName("summary-trailing")
        trailing.addWidget(self._nothing)
        trailing.addWidget(self.mail)
        trailing.setContentsMargins(0, 0, 0, 0)
        split.addWidget(trailing)
        self._trailing = trailing
        split.setHandleWidth(SPACE.l + 1)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 1)
        split.setSizes([SIZE.form, SIZE.form])
        down.addWidget(split, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the mail stands below what one writes."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Where both stand one below the other, a mail one is asked about has all the room; in a low window
        what is asked about anything else has the mail's.
        """
        wide = self.width() >= theme.scaled(SIZE.two_columns)
        self._split.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)
        self.editor.setVisible(wide or self._looked_at is None)
        low = not wide and self.height() < theme.scaled(SIZE.form)
        self._trailing.setVisible(not low or self._form is None or self._looked_at is not None)

    def _connect(self) -> None:
        self.head.version_picked.connect(self._show_version)
        self.acts.asked.connect(self.do)
        self.editor.saved.connect(self._saved)
        self.editor.begun.connect(lambda _id: self.refresh())
        self.editor.undo_requested.connect(self._desk.undo)
        self.editor.redo_requested.connect(self._desk.redo)
        self.sending.form_shown.connect(self._show_form)
        self.sending.mail_shown.connect(self._look_at)
        self.sending.version_made.connect(self._show_version)
        Drops(self, {".eml": self.take_proof})
        keys = QShortcut(QKeySequence(key_of("summary.main")), self)
        keys.activated.connect(partial(self.do, "main"))

    def refresh(self) -> None:
        """Ask again how the summary stands. A version that was taken back gives way to the one before.

        Where one was writing, and can no longer, for the mail has gone out, the keys go to what can be done.
        """
        at = QApplication.focusWidget()
        was_writing = at is not None and self.editor.isAncestorOf(at)
        call = interactions.get(self._desk, self._id)
        versions = summaries.versions(self._desk, self._id)
        summary = next((one for one in versions if one.id == self._chosen), None)
        summary = summary or (versions[-1] if versions else None)
        silence = bool(self._desk.settings["silence_accepts"])
        mail = posted(self._desk, summary)
        self.editor.show_version(summary, is_going_out=mail is not None and mail.state == "giving")
        self.head.show_summary(call, summary, versions=versions, posted=mail)
        draft = drafts.compose(self._desk, summary.id) if summary else None
        ways = handing.ways(self._desk, draft) if draft else ()
        self.acts.show_acts(summary, ways=ways, silence=silence, posted=mail)
        self._show_mail(summary, draft)
        if was_writing and at is not None and not at.isVisible():
            self._take_keys()

    def _show_mail(self, summary: Summary | None, draft: drafts.Draft | None) -> None:
        self._trailing.setCurrentWidget(self.mail if draft else self._nothing)
        if summary is not None and draft is not None:
            self.mail.show_draft(self._looked_at or draft)
            self.mail.show_changes(summaries.difference(self._desk, summary.id))

    def do(self, verb: str) -> None:
        """Run a verb on the version shown, on what is typed so far; ``main`` is what stands out most."""
        self.editor.saver.flush()
        summary = self.summary()
        if verb == "outbox" or (verb == "main" and OUTBOX in acts(summary, posted(self._desk, summary))):
            self.place_requested.emit(Place("outbox"))
        else:
            self.sending.do(verb, summary)

    def summary(self) -> Summary | None:
        """The version shown."""
        versions = summaries.versions(self._desk, self._id)
        return next((one for one in versions if one.id == self._chosen), versions[-1] if versions else None)

    def _show_version(self, summary_id: object) -> None:
        self.editor.saver.flush()
        self._chosen = int(str(summary_id))
        self.refresh()
        self._take_keys()

    def _take_keys(self) -> None:
        """Answer what is asked, go on writing, or, where all is said, on to what can be done."""
        if self._form is not None:
            self._form.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        writing = self.editor.points.isVisibleTo(self.editor)
        if writing:
            self.editor.points.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.acts.take_keys()

    def _show_form(self, form: object) -> None:
        if self._form is not None:
            self._slot.removeWidget(self._form)
            self._form.hide()
            self._form.deleteLater()
        had, self._form = self._form, as_widget(form)
        self.acts.step_back(asking=self._form is not None)
        if self._form is not None:
            self._slot.addWidget(self._form)
            self._share()
            self._form.setFocus(Qt.FocusReason.OtherFocusReason)
        elif had is not None:
            self._looked_at = None
            self._share()
            self.refresh()
            self._take_keys()

    def _look_at(self, draft: drafts.Draft) -> None:
        """Show a mail that a form asks about, for as long as it asks."""
        self._looked_at = draft
        self._share()
        self.mail.views.choose("html")
        self.mail.show_draft(draft)

    def take_proof(self, file: Path) -> None:
        self.editor.saver.flush()
        summary = self.summary()
        if summary is None:
            return
        proof = proofs.take_file(self._desk, summary.id, file)
        if proof.kind == "reply":
            self.sending.ask_confirmation(summary, who=proof.who, at=proof.at)
        else:
            self._show_form(None)  # what was asked is answered

    def _saved(self) -> None:
        now = self._desk.now().astimezone(self._desk.zone)
        self.head.say_saved(_("Saved {time}").format(time=time_text(now, current())))
        point, cursor = self.editor.points.where()
        keep_open(self._desk, Place("summary", self._id), point=point, cursor=cursor)

    def _memory(self) -> Mapping[str, object]:
        self.editor.saver.flush()
        point, cursor = self.editor.points.where()
        return {"point": point, "cursor": cursor}

    def _recall(self, memory: Mapping[str, object]) -> None:
        self.refresh()
        self._ask_on_arrival()
        if memory:
            self.editor.points.go_to(int(str(memory["point"])), int(str(memory["cursor"])))

    def _ask_on_arrival(self) -> None:
        """What one came for, as long as it is due: who comes back once it is done is not asked again."""
        summary, ask, self._ask = self.summary(), self._ask, ""
        if summary and ask == "chase" and summaries.is_chase_due(self._desk, summary.id):
            self.do(ask)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._take_keys()

    def hideEvent(self, event: QHideEvent) -> None:
        """Left on purpose: all is kept, and no crash will have to bring it back."""
        if not event.spontaneous():
            with suppress(DiskError):  # ``settle`` told of it before, and what waits is still here
                self.editor.saver.flush()
                forget_open(self._desk)
        super().hideEvent(event)


def _title(desk: Desk, interaction_id: int) -> str:
    """Whose summary it is."""
    try:
        call = interactions.get(desk, interaction_id)
        return clients.get(desk, call.client_id).name
    except AmdeskError as error:
        return sentence(error)


def _verbs(page: SummaryPage) -> Mapping[str, Callable[[], object]]:
    """The commands that only this page can run, as far as the summary lets it."""
    summary = page.summary()
    return {"summary.send": partial(page.do, "send")} if summary and is_editable(summary) else {}
