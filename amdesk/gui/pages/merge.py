"""Merging two records: side by side, what stays of each, what moves, and what will be."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amdesk.domain.duplicate import Known, reasons
from amdesk.domain.errors import AmdeskError
from amdesk.domain.merge_choices import FIELD_NAMES
from amdesk.gui import merge_words, theme
from amdesk.gui.editors import sheet
from amdesk.gui.page import Face
from amdesk.gui.place import Place
from amdesk.gui.theme import SIZE, SPACE
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.labels import OneLine, data_label, label, paragraph, rule, set_text
from amdesk.gui.widgets.layout import bounded, column, empty, scroll
from amdesk.gui.widgets.merge_fields import MergeFields
from amdesk.gui.widgets.merge_people import MergePeople
from amdesk.gui.widgets.outcome import Outcome
from amdesk.gui.widgets.work_stack import WorkStack, below_outcome
from amdesk.i18n.bidi import isolate
from amdesk.i18n.catalog import _, sentence
from amdesk.services import duplicates, people_at_both
from amdesk.services.desk import Desk
from amdesk.services.duplicates import Both


class MergePage(QWidget):
    """Two records of a kind; ``back`` is the list one comes from, if it is one."""

    TABLES = frozenset({"client", "contact", "address", "interaction"})
    place_requested = Signal(object)
    finished = Signal(object)

    def __init__(self, desk: Desk, noun: str, stays: int, goes: int, *, back: str = "") -> None:
        super().__init__()
        self._desk, self._noun, self._ids, self._back = desk, noun, (stays, goes), back
        self._is_merging = False
        self._both: Both | None = None
        self.setObjectName("merge")
        title = _("Merge clients") if noun == "client" else _("Merge contacts")
        self.setAccessibleName(title)
        shown = partial(merge_words.value_text, desk)
        self.fields, self.people = MergeFields(shown), MergePeople(shown)
        self.fields.changed.connect(self._say_what_will_be)
        self._make_tools()
        self.outcome = Outcome(name="merge-outcome")
        self.stack = WorkStack(scroll(self._laid_out(), name="merge-scroll"), name="merge-stack")
        below_outcome(self, self.outcome, self.stack)
        self.stack.stopped.connect(self._stopped)
        tools = (self.swap, self.apart, self.go)
        sheet.keys_to(self, *tools, save=self.merge, cancel=self.leave)
        self.face = Face(
            title=lambda: title, tools=tools, status=self._status, focus=self.go,
            client=lambda: self._both.stays.client_id if self._both else None, bounded=True,
        )  # fmt: skip

    def _make_tools(self) -> None:
        self.swap = button(_("The other one stays"), "", name="merge-swap", run=self.change_sides)
        self.apart = button(_("Not the same"), "", name="merge-apart", run=self.keep_apart)
        self.go = button(_("Merge"), "primary", name="merge-go", run=self.merge)
        self.go.setAutoDefault(True)

    def _laid_out(self) -> QWidget:
        self._heads = tuple(_Head(name) for name in ("stays", "goes"))
        heads = QHBoxLayout()
        heads.setSpacing(SPACE.m)
        for one, words in zip(self._heads, (_("Stays"), _("Goes into it")), strict=True):
            one.role.setText(words)
            heads.addWidget(one, 1)
        self._moves = label("", "muted", name="merge-moves", wrap=True)
        self._will_be = QVBoxLayout()
        self._will_be.setSpacing(SPACE.xs)
        inner = column(
            self._moves, rule(), self.fields, self.people, rule(name="merge-rule"), name="merge-inner",
            gap=SPACE.m,
        )  # fmt: skip
        down = inner.layout()
        assert isinstance(down, QVBoxLayout)
        down.insertLayout(0, heads)
        down.addWidget(label(_("Afterwards"), "strong", name="merge-after-title"))
        down.addLayout(self._will_be)
        down.addStretch()
        inner.setMaximumWidth(theme.scaled(SIZE.form) * 3 // 2)
        made = QWidget()
        made.setObjectName("merge-page")
        around = QVBoxLayout(made)
        around.setContentsMargins(SPACE.s, 0, SPACE.s, SPACE.l)
        around.addLayout(bounded(inner))
        return made

    def refresh(self) -> None:
        """Ask again what the two hold; not while they become one."""
        if self._is_merging:
            return
        self._both = duplicates.both(self._desk, self._noun, *self._ids)
        for head, known in zip(self._heads, (self._both.stays, self._both.goes), strict=True):
            head.show_record(known)
        self.fields.show_choices(self._noun, self._both.choices)
        is_client = self._noun == "client"
        self.people.show_people(people_at_both.find(self._desk, *self._ids) if is_client else ())
        set_text(self._moves, merge_words.what_moves(self._both.moves, goes=self._both.goes.name))
        self._say_what_will_be()

    def change_sides(self) -> None:
        """The other one of the two stays."""
        self._ids = self._ids[1], self._ids[0]
        self.fields.wanted.clear()
        self.people.forget()
        self.refresh()

    def keep_apart(self) -> None:
        """The two are not the same."""
        duplicates.keep_apart(self._desk, self._noun, *self._ids)
        self.leave()

    def merge(self) -> None:
        """Let the one go into the other."""
        if self._is_merging:
            return
        self.outcome.hide()
        self._is_merging = True
        steps = duplicates.merging(
            self._desk, *self._ids, noun=self._noun, wanted=dict(self.fields.wanted),
            people=self.people.chosen(),
        )  # fmt: skip
        work = self.stack.start(self._desk.work.pieces(steps), _("Merging"))
        work.done.connect(lambda _none: self._merged())
        work.failed.connect(self._refused)

    def leave(self) -> None:
        """Leave the two as they are."""
        self.finished.emit(Place(self._back) if self._back else None)

    def _merged(self) -> None:
        assert self._both is not None
        stays = self._both.stays.client_id if self._noun == "client" else self._client_after()
        self.finished.emit(Place(self._back) if self._back else Place("client", stays))

    def _client_after(self) -> int:
        """At which client the person is now."""
        assert self._both is not None
        wanted = self.fields.wanted.get("client_id")
        return (self._both.goes if wanted == "goes" else self._both.stays).client_id

    def _refused(self, error: AmdeskError) -> None:
        self._is_merging = False
        self.outcome.say(sentence(error.message), tone="danger")

    def _stopped(self) -> None:
        self._is_merging = False

    def _say_what_will_be(self) -> None:
        """Every field of the one there will be, as it is chosen now."""
        empty(self._will_be)
        if self._both is None:
            return
        names = FIELD_NAMES[self._noun]
        for one in self._both.choices:
            value = one.outcome(self.fields.wanted.get(one.field, one.usual))
            words = merge_words.value_text(self._desk, one.field, value)
            if words:
                self._will_be.addWidget(_line(one.field, _(names[one.field]), words))
        if self._noun == "client":
            self._will_be.addWidget(label(self._still_found(), "muted", name="merge-found", wrap=True))

    def _still_found(self) -> str:
        assert self._both is not None
        goes = self._both.goes
        told = _("{code} and “{name}” still find it, and references that were given stay as they are.")
        return told.format(code=isolate(goes.code), name=isolate(goes.name))

    def _status(self) -> str:
        if self._both is None:
            return ""
        found = reasons(self._both.stays, self._both.goes)
        return merge_words.reasons_text(found) if found else ""


class _Head(QWidget):
    """One of the two records, above its values."""

    def __init__(self, side: str) -> None:
        super().__init__()
        self.setObjectName(f"merge-{side}")
        self.role = label("", "caption", name=f"merge-{side}-role")
        self.name = OneLine("strong", name=f"merge-{side}-name")
        self.detail = OneLine("muted", name=f"merge-{side}-detail")
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        for part in (self.role, self.name, self.detail):
            down.addWidget(part)

    def show_record(self, known: Known) -> None:
        """Show another one."""
        self.setAccessibleName(f"{self.role.text()}: {known.name}")
        self.name.say(known.name)
        self.detail.say(known.code if known.noun == "client" else known.client)


def _line(field: str, title: str, words: str) -> QWidget:
    """A field and its value, side by side where it is short."""
    made = QWidget()
    made.setObjectName(f"after-{field}")
    across = QHBoxLayout(made)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(SPACE.m)
    name = label(title, "caption", name=f"after-{field}-title", wrap=True)
    name.setFixedWidth(theme.scaled(SIZE.form) // 3)
    across.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
    make = paragraph if field == "notes" else data_label
    value = make(words, "body", name=f"after-{field}-value")
    value.setWordWrap(True)
    across.addWidget(value, 1)
    return made
