"""The passphrase: set, changed, taken away; it unlocks the program, and opens the file without a keyring."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_
from amdesk.gui.background import patience
from amdesk.gui.editors import sheet
from amdesk.gui.page import Face
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.flow import Flow
from amdesk.gui.widgets.form import Field, Form
from amdesk.gui.widgets.labels import label
from amdesk.gui.widgets.new_passphrase import NewPassphrase
from amdesk.gui.widgets.secret_field import SecretField
from amdesk.i18n.catalog import _
from amdesk.services import keys
from amdesk.services.desk import Desk


class PassphrasePage(QWidget):
    """A form; who changes a passphrase types the present one first. ``setting_changed`` tells what follows.

    ``ask`` is what it is set for: “lock” locks at once, “lock_after 10” after so many minutes.
    """

    TABLES: frozenset[str] = frozenset()
    place_requested = Signal(object)
    finished = Signal(object)
    setting_changed = Signal(str)

    def __init__(self, desk: Desk, *, ask: str = "") -> None:
        super().__init__()
        self._desk, self._ask = desk, ask
        self._has_one = keys.has_passphrase(desk)
        self.setObjectName("passphrase-page")
        self._title = _("Change the passphrase") if self._has_one else _("Set a passphrase")
        self.setAccessibleName(self._title)
        self.present = SecretField(name="present-passphrase", accessible=_("Present passphrase"))
        self._field = Field(_("Present passphrase"), self.present, hint=_("The recovery code does as well."))
        self.fields = NewPassphrase(name="new-passphrase")
        self.fields.settled.connect(self.save)
        self.present.textChanged.connect(lambda _: self._field.say(None))
        tools = sheet.build(self, self._form(), save=self.save)
        self.face = Face(
            title=lambda: self._title, tools=tools, setting_changed=self.setting_changed,
            focus=self.present if self._has_one else self.fields.first, bounded=True,
        )  # fmt: skip

    def _form(self) -> Form:
        form = Form(name="passphrase-form")
        form.add(label(self._why(), "body", name="passphrase-why", wrap=True))
        if self._has_one:
            form.add(self._field)
        form.add(self.fields)
        if self._has_one and keys.in_keyring(self._desk):
            form.add(
                label(_("Without one the program is not locked."), "muted", name="passphrase-off", wrap=True)
            )
            away = button(_("Take the passphrase away"), "", name="passphrase-remove", run=self.remove)
            form.add(Flow([away], name="passphrase-ways"))
        form.end()
        return form

    def _why(self) -> str:
        if self._ask:
            return _("A passphrase is what unlocks amdesk. It is set here once; then amdesk locks.")
        if keys.in_keyring(self._desk):
            return _("It unlocks amdesk. Whoever forgets it gets in with the recovery code.")
        return _("It opens your records at each start. Whoever forgets it gets in with the recovery code.")

    def refresh(self) -> None:
        """What is being typed is not asked again."""

    def save(self) -> None:
        """Set it, and do what it was set for."""
        if not self._is_allowed() or (text := self.fields.value()) is None:
            return
        try:
            with patience():
                keys.set_passphrase(self._desk, text)
        except AmdeskError as error:
            self.fields.say(error)
            return
        what, _space, value = self._ask.partition(" ")
        if what == "lock_after":
            self._desk.settings.choose("lock_after", value)
        self.finished.emit(None)
        self.setting_changed.emit("locked" if what == "lock" else "lock_after")

    def remove(self) -> None:
        """Take it away: the keyring opens the file, and nothing locks."""
        if not self._is_allowed():
            return
        keys.remove_passphrase(self._desk)
        self._desk.settings.choose("lock_after", "")
        self.finished.emit(None)
        self.setting_changed.emit("lock_after")

    def _is_allowed(self) -> bool:
        """Whether who sits here knows the present one; said beside the field where not."""
        with patience():
            allowed = not self._has_one or keys.fits(self._desk, self.present.text())
        if not allowed:
            self._field.say(AmdeskError(N_("This is not the passphrase. Try once more.")))
            self.present.setFocus(Qt.FocusReason.OtherFocusReason)
        return allowed
