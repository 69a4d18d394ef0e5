"""What is open with a client: the next contact, promises of both sides, questions without an answer."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from amdesk.domain.client import Client
from amdesk.domain.task import OURS
from amdesk.gui import promise_rows, show, words
from amdesk.gui.next_editor import NextEditor
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.buttons import icon_button
from amdesk.gui.widgets.labels import label, paragraph
from amdesk.gui.widgets.layout import column, empty, fill
from amdesk.gui.widgets.pressed import Pressed
from amdesk.i18n import format as formats
from amdesk.i18n.catalog import _, current
from amdesk.services import clients, tasks
from amdesk.services.clients import ClientPage
from amdesk.services.desk import Desk


class OpenMatters(QWidget):
    """What is open with a client; ``changeable``, the next step is written where it stands."""

    place_requested = Signal(object)

    def __init__(self, desk: Desk, *, changeable: bool = False) -> None:
        super().__init__()
        self._desk = desk
        self._changeable = changeable
        self.writing: NextEditor | None = None
        self.setObjectName("open-matters")
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(SPACE.xl)

    def show_page(self, page: ClientPage) -> None:
        """Show these; a next step that is being written stays as it is."""
        if self.writing is not None:
            return
        empty(self._rows)
        ours, theirs, others = self._tasks(page.client.id)
        questions = [self._question(one.point.text, one.said_at) for one in page.open_questions]
        questions += [self._question(one.question.text, one.question.asked_at) for one in page.asked]
        self._rows.addWidget(self._next_contact(page))
        asked = [label(_(words.ASK[gap]), "body", name="to-ask", wrap=True) for gap in page.asking]
        if asked:
            self._rows.addWidget(_section(_("Ask next time"), asked))
        for title, parts in (
            (_("We promised"), ours),
            (_("They promised"), theirs),
            (_("Tasks"), others),
            (_("Open questions"), questions),
        ):
            if parts:
                self._rows.addWidget(_section(title, parts))
        self._rows.addStretch()

    def leave(self) -> None:
        """Keep a next step that is being written, where it can be read: another client is shown next."""
        if (writing := self.writing) is not None:
            writing.keep()
            writing.leave()

    def _next_contact(self, page: ClientPage) -> QWidget:
        heading = label(_("Next contact"), "section", name="open-title", wrap=True)
        if not self._changeable:
            return column(heading, self._next(page.client), name="open-section", gap=SPACE.m)
        top = QWidget()
        top.setObjectName("next-top")
        across = QHBoxLayout(top)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(heading, 1)
        made = QWidget()
        made.setObjectName("open-section")
        write = partial(self._write, page, made)
        across.addWidget(icon_button(_("Write the next step"), name="next-edit", icon="edit", run=write))
        fill(
            QVBoxLayout(made),
            (top, Pressed(self._next(page.client), write, name="next-pressed")),
            gap=SPACE.xs,
            margin=0,
        )
        return made

    def _write(self, page: ClientPage, instead: QWidget) -> None:
        """The next step becomes two fields, where it stands."""
        self.writing = NextEditor(self._desk, page.client)
        self.writing.done.connect(lambda: self._written(page))
        self._rows.replaceWidget(instead, self.writing)
        instead.hide()
        instead.deleteLater()
        self.writing.setFocus(Qt.FocusReason.OtherFocusReason)

    def _written(self, page: ClientPage) -> None:
        had, self.writing = self.writing, None
        focus = QApplication.focusWidget()
        held = had is not None and focus is not None and had.isAncestorOf(focus)
        self.show_page(clients.page(self._desk, page.client.id))
        found = self.findChild(QPushButton, "next-edit")
        if held and isinstance(found, QPushButton):
            found.setFocus(Qt.FocusReason.OtherFocusReason)

    def _next(self, client: Client) -> QWidget:
        on = client.next_contact_on
        late = on is not None and on < self._desk.today()
        when = show.overdue(on) if on is not None and late else show.day(on) or _("No date set")
        parts: list[QWidget] = [label(when, "error" if late else "body", name="next-contact-on")]
        if client.next_step:
            parts.append(paragraph(client.next_step, name="next-step"))
        return column(*parts, name="next-contact", gap=SPACE.xs)

    def _tasks(self, client_id: int) -> tuple[list[QWidget], list[QWidget], list[QWidget]]:
        """What we promised, what they did, and what else is to be done here."""
        parts: tuple[list[QWidget], list[QWidget], list[QWidget]] = ([], [], [])
        for one in tasks.of_client(self._desk, client_id):
            part = 2 if not one.promise else 0 if one.side in OURS else 1
            parts[part].append(
                promise_rows.to_do(self._desk, one, self.place_requested.emit)
                if self._changeable
                else promise_rows.to_read(self._desk, one)
            )
        return parts

    def _question(self, text: str, at: datetime) -> QWidget:
        days = (self._desk.today() - at.astimezone(self._desk.zone).date()).days
        asked = _("asked {when}").format(when=formats.age_text(days, current()))
        told = label(asked, "caption", name="question-age", wrap=True)
        return column(paragraph(text, name="question-text"), told, name="question", gap=0)


def _section(title: str, parts: Iterable[QWidget]) -> QWidget:
    heading = label(title, "section", name="open-title", wrap=True)
    return column(heading, *parts, name="open-section", gap=SPACE.m)
