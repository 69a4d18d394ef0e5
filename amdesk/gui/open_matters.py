"""What is open with a client: the next contact, promises of both sides, questions without an answer."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amdesk.domain.client import Client
from amdesk.domain.timeline import OpenPoint
from amdesk.gui import show, words
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.labels import label, paragraph
from amdesk.gui.widgets.layout import column, empty
from amdesk.i18n import format as formats
from amdesk.i18n.bidi import isolate
from amdesk.i18n.catalog import _, current
from amdesk.services.clients import ClientPage
from amdesk.services.desk import Desk


class OpenMatters(QWidget):
    """What is open with a client."""

    place_requested = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("open-matters")
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(SPACE.xl)

    def show_page(self, page: ClientPage) -> None:
        """Show these."""
        empty(self._rows)
        ours = [self._promise(one) for one in page.promises if one.point.side == "us"]
        theirs = [self._promise(one) for one in page.promises if one.point.side != "us"]
        questions = [self._question(one) for one in page.open_questions]
        self._rows.addWidget(_section(_("Next contact"), [self._next(page.client)]))
        for title, parts in (
            (_("We promised"), ours),
            (_("They promised"), theirs),
            (_("Open questions"), questions),
        ):
            if parts:
                self._rows.addWidget(_section(title, parts))
        self._rows.addStretch()

    def _next(self, client: Client) -> QWidget:
        on = client.next_contact_on
        late = on is not None and on <= self._desk.today()
        when = show.day(on) or _("No date set")
        parts: list[QWidget] = [label(when, "error" if late else "body", name="next-contact-on")]
        if client.next_step:
            parts.append(paragraph(client.next_step, name="next-step"))
        return column(*parts, name="next-contact", gap=SPACE.xs)

    def _promise(self, one: OpenPoint) -> QWidget:
        point, today = one.point, self._desk.today()
        late = point.due_on is not None and point.due_on < today
        until = _("until {date}").format(date=show.day(point.due_on)) if point.due_on else _("no date agreed")
        who = isolate(point.owner) if point.owner else _(words.SIDE[point.side or "us"])
        told = label(show.joined(who, until), "error" if late else "caption", name="promise-who", wrap=True)
        return column(paragraph(point.text, name="promise-text"), told, name="promise", gap=0)

    def _question(self, one: OpenPoint) -> QWidget:
        days = (self._desk.today() - one.said_at.astimezone(self._desk.zone).date()).days
        asked = _("asked {when}").format(when=formats.age_text(days, current()))
        told = label(asked, "caption", name="question-age", wrap=True)
        return column(paragraph(one.point.text, name="question-text"), told, name="question", gap=0)


def _section(title: str, parts: Iterable[QWidget]) -> QWidget:
    heading = label(title, "section", name="open-title", wrap=True)
    return column(heading, *parts, name="open-section", gap=SPACE.m)
