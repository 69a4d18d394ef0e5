"""The mail as the client will see it: its head, and its body as they read it or as plain text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from amdesk.documents.preview import enlarged, for_qt
from amdesk.domain.difference import Difference
from amdesk.gui import bold_words, show, theme
from amdesk.gui.speaking import say_role
from amdesk.gui.theme import SIZE, SPACE
from amdesk.gui.widgets.badge import Badge, BadgeLabel
from amdesk.gui.widgets.labels import data_label, label, paragraph
from amdesk.gui.widgets.layout import bounded
from amdesk.gui.widgets.paper_view import PaperView
from amdesk.gui.widgets.points_read import differences
from amdesk.gui.widgets.ring import hold_keys
from amdesk.gui.widgets.segments import Segment, Segments
from amdesk.i18n.bidi import mark
from amdesk.i18n.catalog import _
from amdesk.i18n.language_names import language_name
from amdesk.i18n.languages import language
from amdesk.services.drafts import Draft


class MailView(QWidget):
    """Shows a draft, scrolled to where it was when it is written on; beside it, what a version changed.

    ``seen`` names the view of it as it arrives, where that is not to a client.
    """

    def __init__(self, *, seen: str = "") -> None:
        super().__init__()
        self.setObjectName("mail")
        self.setAccessibleName(_("Mail"))
        self._draft: Draft | None = None
        self._found: tuple[Difference, ...] | None = None
        told = seen or _("The mail as the client will see it")
        self.body = PaperView(name="mail-body", accessible=told)
        self.body.document().setDocumentMargin(SPACE.l)
        self.changes = QScrollArea()
        say_role(self.changes, "Grouping")
        self.to = data_label("", "muted", name="mail-to", wrap=True)
        self.subject = paragraph("", "strong", name="mail-subject")
        self._language = QHBoxLayout()
        self.views = Segments(
            [
                Segment("html", seen or _("As the client sees it")),
                Segment("plain", _("Plain text")),
                Segment("changes", _("What changed")),
            ],
            "html", name="mail-view", accessible=_("How the mail is shown"),
        )  # fmt: skip
        self.views.offer("changes", offered=False)
        self.views.picked.connect(lambda _view: self._show_body())
        self._build()

    def _build(self) -> None:
        self.changes.setObjectName("mail-changes")
        self.changes.setAccessibleName(_("What this version changed"))
        self.changes.setWidgetResizable(True)
        self.changes.setFrameShape(QScrollArea.Shape.NoFrame)
        theme.as_kind(self.changes, "page")
        hold_keys(self.changes)
        self._stack = QStackedWidget()
        self._stack.setObjectName("mail-stack")
        self._stack.addWidget(self.body)
        self._stack.addWidget(self.changes)
        top = QHBoxLayout()
        top.addWidget(self.views, 1)
        top.addLayout(self._language)
        inner = QWidget()
        inner.setObjectName("mail-inner")
        inner.setMaximumWidth(theme.scaled(SIZE.leaf))
        around = bounded(inner)
        around.setContentsMargins(0, 0, 0, 0)
        self.setLayout(around)
        down = QVBoxLayout(inner)
        down.setContentsMargins(SPACE.s, SPACE.xs, SPACE.s, SPACE.l)
        down.setSpacing(SPACE.xs)
        down.addLayout(top)
        down.addSpacing(SPACE.s)
        down.addWidget(self.subject)
        down.addWidget(self.to)
        down.addSpacing(SPACE.s)
        down.addWidget(self._stack, 1)

    def show_changes(self, found: Sequence[Difference]) -> None:
        """Offer the difference to the version before, where there is one."""
        if tuple(found) == self._found:
            return
        self._found = tuple(found)
        self.views.offer("changes", offered=bool(found))
        made = differences(found, name="changes")
        theme.as_kind(made, "page")
        made.setContentsMargins(0, SPACE.m, 0, SPACE.m)
        self.changes.setWidget(made)
        self._turn()

    def show_draft(self, draft: Draft) -> None:
        """Show a mail; the same one again changes nothing on the screen."""
        if draft == self._draft:
            return
        if self._draft is None or self._draft.language != draft.language:
            self._say_language(draft.language)
        self._draft = draft
        rtl = language(draft.language).rtl  # “Re:” decides nothing
        way = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        self.subject.write(mark(draft.subject, rtl=rtl), way)
        self.subject.setAccessibleName(_("Subject: {subject}").format(subject=draft.subject))
        to = _("To: {people}").format(people=show.listed(draft.to))
        self.to.setText(to if draft.to else _("Nobody to send it to yet"))
        self._show_body()

    def _turn(self) -> None:
        turned = self.views.value() == "changes"
        self._stack.setCurrentWidget(self.changes if turned else self.body)

    def _show_body(self) -> None:
        view = self.views.value()
        self._turn()
        if self._draft is None:
            return
        bar = self.body.verticalScrollBar()
        at = bar.value()
        if view == "plain" or not self._draft.html:
            self._show_plain(self._draft)
        else:
            self.body.setHtml(enlarged(for_qt(self._draft.html), theme.enlargement()))
            bold_words.drawn(self.body.document())
        bar.setValue(at)

    def _show_plain(self, draft: Draft) -> None:
        rtl = language(draft.language).rtl
        option = self.body.document().defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        self.body.document().setDefaultTextOption(option)
        self.body.setPlainText(draft.plain)

    def _say_language(self, code: str) -> None:
        while (item := self._language.takeAt(0)) is not None:
            if (before := item.widget()) is not None:
                before.deleteLater()
        name = language_name(code)
        self._language.addWidget(BadgeLabel(Badge(name, "info", "language"), name="mail-language"))


def nothing_yet() -> QWidget:
    """Stands where the mail will be."""
    words = label(_("The mail appears here with the first point."), "muted", name="mail-nothing", wrap=True)
    words.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return words
