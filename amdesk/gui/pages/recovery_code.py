"""The recovery code: shown once, taken by the person, and two groups of it typed back to be sure."""

from __future__ import annotations

import random
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from amdesk.domain.errors import AmdeskError
from amdesk.domain.key import groups
from amdesk.gui import code_paper, show
from amdesk.gui.ask_files import ask_new
from amdesk.gui.editors import sheet
from amdesk.gui.enter_key import presses_button
from amdesk.gui.page import Face
from amdesk.gui.place import Place
from amdesk.gui.speaking import announce
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.code_shown import CodeShown
from amdesk.gui.widgets.fields import CodeField
from amdesk.gui.widgets.flow import Flow
from amdesk.gui.widgets.form import Field, Form
from amdesk.gui.widgets.labels import label, set_text
from amdesk.gui.widgets.layout import column, form_area
from amdesk.i18n.catalog import _, pgettext
from amdesk.services import keys
from amdesk.services.desk import Desk

_ASKED = 2  # groups that are typed back


class RecoveryCodePage(QWidget):
    """Shows a code, then asks for two of its groups; “Later” leaves, and the next start shows another code.

    A code that was shown stays the same while the program runs: another language is no other code.
    """

    TABLES: frozenset[str] = frozenset()
    place_requested = Signal(object)
    finished = Signal(object)

    def __init__(self, desk: Desk, *, then: str = "") -> None:
        """``then`` is the page that follows; without one it is the page before."""
        super().__init__()
        self._desk, self._then = desk, then
        self._code = ""
        self._is_another = False
        self.asked: tuple[int, ...] = ()
        self.setObjectName("recovery")
        self.setAccessibleName(_("Recovery code"))
        self.code = CodeShown(name="recovery-shown")
        self.said = label("", "caption", name="recovery-said", wrap=True)
        self.said.hide()
        self.typed = [_group_field(place) for place in range(_ASKED)]
        self.stack = QStackedWidget()
        self.stack.setObjectName("recovery-steps")
        for step in (self._showing(), self._typing()):
            self.stack.addWidget(step)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.stack)
        self.face = Face(
            title=lambda: _("Recovery code"), focus=self.kept, quiet=True,
            memory=lambda: {"code": self._code, "is_another": self._is_another}, recall=self._recall,
        )  # fmt: skip

    def _showing(self) -> QWidget:
        why = _(
            "Your records are encrypted, and this computer keeps the key. Without this code and without this "
            "computer nobody can open them, not even us."
        )
        advice = _(
            "Write it down or print it, and keep it elsewhere than this computer. "
            "Only the newest code counts."
        )
        self.older = label(_(keys.OF_ITS_DAY), "muted", name="recovery-older", wrap=True)
        self.older.hide()
        self.kept = button(_("I have kept it"), "primary", name="recovery-kept", run=self.ask_groups)
        ways = (
            button(_("Copy"), "", name="recovery-copy", icon="copy", run=self._copy),
            button(_("Print…"), "", name="recovery-print", icon="print", run=self._print),
            button(_("Save as a file…"), "", name="recovery-save", icon="import", run=self._ask_file),
        )
        return _step(
            label(why, "body", name="recovery-why", wrap=True),
            self.code,
            Flow(ways, name="recovery-ways", gap=SPACE.s),
            self.said,
            label(advice, "muted", name="recovery-advice", wrap=True),
            self.older,
            Flow([self.kept, self._later("recovery-later")], name="recovery-on", gap=SPACE.s),
            name="recovery-showing",
        )

    def _typing(self) -> QWidget:
        self.done = button(pgettext("code", "Done"), "primary", name="recovery-done", run=self.confirm)
        again = button(_("Show the code again"), "", name="recovery-again", run=self.show_code)
        side_by_side = Form(name="recovery-groups")
        side_by_side.add(*self.typed)
        return _step(
            label(_("Two groups of it, to be sure"), "title", name="recovery-asking"),
            label(_("Type them from what you have kept."), "body", name="recovery-from", wrap=True),
            side_by_side,
            Flow([self.done, again, self._later("recovery-later-2")], name="recovery-on-2", gap=SPACE.s),
            name="recovery-typing",
        )

    def _later(self, name: str) -> QWidget:
        return button(_("Later"), "plain", name=name, run=self._leave)

    def refresh(self) -> None:
        """Make a code where none was shown yet."""
        if not self._code:
            self._is_another = keys.has_code(self._desk)
            self._code = keys.new_code(self._desk)
        self.older.setVisible(self._is_another)
        self.code.show_groups(groups(self._code))

    def show_code(self) -> None:
        """Show the code again."""
        self.stack.setCurrentIndex(0)
        self.kept.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_groups(self) -> None:
        """Ask for two groups, each time for others."""
        numbers = range(1, len(groups(self._code)) + 1)
        self.asked = tuple(sorted(random.sample(numbers, _ASKED)))
        for field, number in zip(self.typed, self.asked, strict=True):
            _ask(field, number)
        self.stack.setCurrentIndex(1)
        self.typed[0].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def confirm(self) -> None:
        """Take what was typed; what is not as it was shown is said beside its field."""
        fields = {str(number): field for field, number in zip(self.typed, self.asked, strict=True)}
        typed = {int(number): _text(field) for number, field in fields.items()}
        sheet.tell(fields, None)
        try:
            keys.confirm_code(self._desk, self._code, typed)
        except AmdeskError as error:
            if not sheet.tell(fields, error):
                raise
            return
        self._leave()

    def _leave(self) -> None:
        self.finished.emit(Place(self._then) if self._then else None)

    def _go_back(self) -> None:
        """To where one came from; at a start that is nowhere."""
        self.finished.emit(Place("today") if self._then == "today" else None)

    def _recall(self, memory: Mapping[str, Any]) -> None:
        self._code = str(memory.get("code", self._code))
        self._is_another = bool(memory.get("is_another"))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._code)
        self._say(_("Copied. Paste it where others cannot read it, such as a password manager."))

    def _print(self) -> None:
        code_paper.print_code(self._code, self._desk.today(), parent=self)

    def _ask_file(self) -> None:
        file = f"{_('amdesk recovery code')}.txt"
        ask_new(self, _("Save the recovery code"), name="recovery-dialog", then=self.save, file=file)

    def save(self, file: Path) -> None:
        """Write it into a file that only its owner can read."""
        code_paper.save(self._code, self._desk.today(), file)
        self._say(_("Saved. Put the file on a stick or into a password manager: here it is no help."))

    def _say(self, words: str) -> None:
        set_text(self.said, words)
        self.said.show()
        announce(self.said, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the step on; Escape shows the code again, and from there leaves."""
        if presses_button(event):
            return
        typing = self.stack.currentIndex() == 1
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            (self.confirm if typing else self.ask_groups)()
        elif event.key() == Qt.Key.Key_Escape:
            (self.show_code if typing else self._go_back)()
        else:
            super().keyPressEvent(event)


def _group_field(place: int) -> Field:
    return Field(" ", CodeField(name=f"recovery-group-{place + 1}", accessible=_("Recovery code")))


def _ask(field: Field, number: int) -> None:
    """Another group is asked for: nothing is typed yet, and nothing is wrong."""
    name = _("Group {number} of 8").format(number=show.count(number))
    field.call(name)
    field.say(None)
    assert isinstance(field.editor, CodeField)
    field.editor.clear()


def _text(field: Field) -> str:
    assert isinstance(field.editor, CodeField)
    return field.editor.text()


def _step(*parts: QWidget, name: str) -> QWidget:
    made = column(*parts, name=f"{name}-column", gap=SPACE.l)
    return form_area(made, name=name, sides=SPACE.xl, top=SPACE.s)
