"""Small forms for what a checkpoint shows: what is not clear, who takes over, until when it is moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from amdesk.domain.errors import AmdeskError
from amdesk.gui import theme
from amdesk.gui.editors.confirmation import Notice
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.dates import DateField
from amdesk.gui.widgets.fields import CodeField, LineField, Picker
from amdesk.gui.widgets.flow import FlowLayout
from amdesk.gui.widgets.form import Field
from amdesk.gui.widgets.labels import label
from amdesk.gui.widgets.name_field import NameField
from amdesk.gui.widgets.segments import Segment, Segments
from amdesk.i18n.catalog import _, pgettext
from amdesk.i18n.languages import LANGUAGES
from amdesk.services.week import Week


class AskForm(QWidget):
    """A question, what comes of its answer, and the fields for it. ``done`` when the main button is pressed.

    ``fields`` are those that an error is said beside.
    """

    done = Signal()
    closed = Signal()

    def __init__(
        self, question: str, told: str, fields: Mapping[str, Field], *, name: str, yes: str,
        more: Sequence[QWidget] = (),
    ) -> None:  # fmt: skip
        super().__init__()
        self.fields = dict(fields)
        self.setObjectName(f"{name}-form")
        notice = Notice(name=f"{name}-notice")
        notice.ask(question)
        notice.down.addWidget(label(told, "muted", name=f"{name}-told", wrap=True))
        line = FlowLayout(gap=SPACE.m, below=SPACE.s)
        for field in fields.values():
            field.setMinimumWidth(theme.scaled(5 * SPACE.xxl))
            line.addWidget(field)
        notice.down.addLayout(line)
        if more:
            notice.down.addSpacing(SPACE.xs)
        for part in more:
            notice.down.addWidget(part)
        notice.down.addSpacing(SPACE.s)
        foot = FlowLayout(gap=SPACE.s)
        foot.addWidget(button(yes, "primary", name=f"{name}-ok", run=self.done.emit))
        foot.addWidget(button(_("Cancel"), "plain", name=f"{name}-cancel", run=self.closed.emit))
        notice.down.addLayout(foot)
        notice.entered.connect(self.done)
        notice.closed.connect(self.closed)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(notice)
        for one in notice.findChildren(QPushButton):
            one.setAutoDefault(True)  # Enter presses the button one is on, not the form's own
        self.setFocusProxy(next(iter(fields.values())).editor)

    def say(self, error: AmdeskError) -> bool:
        """Show what is wrong beside its field; whether it has one."""
        for name, field in self.fields.items():
            field.say(error if error.beside == name else None)
        found = self.fields.get(error.beside)
        if found is not None:
            found.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return found is not None


class ClarifyForm(AskForm):
    """What has to be found out."""

    def __init__(self) -> None:
        self.text = LineField(name="clarify-text", accessible=pgettext("field", "Question"))
        super().__init__(
            _("What is not clear?"),
            _("It becomes an open question and ages until it is answered. The task waits for it."),
            {"text": Field(pgettext("field", "Question"), self.text)}, name="clarify",
            yes=_("Note the question"),
        )  # fmt: skip


class AnswerForm(AskForm):
    """What came out of a question."""

    def __init__(self, question: str) -> None:
        self.text = LineField(name="answer-text", accessible=pgettext("field", "Answer"))
        super().__init__(
            question, _("The task goes on once nothing is left to be cleared up."),
            {"answer": Field(pgettext("field", "Answer"), self.text)},
            name="answer", yes=_("Note the answer"),
        )  # fmt: skip


class HandOverForm(AskForm):
    """Who takes it over, with their address and language as far as they are known."""

    def __init__(self, people: Mapping[str, tuple[str, str]]) -> None:
        """``people`` had a task before: their addresses and languages by name."""
        self._people = people
        self.name = NameField(
            "", name="hand-over-name", accessible=_("To whom"), offered=_("People who had a task before")
        )
        self.name.offer(list(people))
        self.address = CodeField(name="hand-over-address", accessible=_("E-mail"))
        spoken = [("", _("The language I work in")), *((code, one.name) for code, one in LANGUAGES.items())]
        self.language = Picker(spoken, "", name="hand-over-language", accessible=_("Language of the request"))
        super().__init__(
            _("Who takes it over?"),
            _("What was agreed with the one before is kept in the history; the new one has to agree anew."),
            {
                "assignee": Field(_("To whom"), self.name),
                "assignee_address": Field(_("E-mail"), self.address),
                "assignee_language": Field(_("Language of the request"), self.language),
            },
            name="hand-over", yes=_("Hand it over"),
        )  # fmt: skip
        self.name.known.connect(self._fill_in)

    def _fill_in(self, name: str) -> None:
        if name in self._people and not self.address.text():
            address, spoken = self._people[name]
            self.address.setText(address)
            self.language.choose(spoken)


class MoveForm(AskForm):
    """The new day, and whether the client knows of it."""

    def __init__(self, *, week: Week, asks_whether_told: bool) -> None:
        self.due_on = DateField(None, week=week, name="move-due", accessible=_("New due date"))
        choices = [Segment("told", _("The client was told")), Segment("untold", _("Not yet: write a mail"))]
        self.told = Segments(choices, "untold", name="move-told", accessible=_("Was the client told?"))
        more = (label(_("Was the client told?"), "body", name="move-told-name"), self.told)
        super().__init__(
            _("Until when?"), _("The checkpoint moves with it, unless it was set by hand."),
            {"due_on": Field(_("New due date"), self.due_on, hint=_("A date, or “Friday”"))},
            name="move", yes=_("Move the deadline"), more=more if asks_whether_told else (),
        )  # fmt: skip
        self._asks = asks_whether_told

    def is_told(self) -> bool:
        """Whether nobody has to be told any more."""
        return not self._asks or self.told.value() == "told"
