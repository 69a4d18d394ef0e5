"""Settings: built by itself from the table of settings; every choice is kept at once."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amdesk.gui.data_place import DataPlace
from amdesk.gui.page import Face
from amdesk.gui.place import Place
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.account_field import AccountField
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.fields import Picker
from amdesk.gui.widgets.form import Form
from amdesk.gui.widgets.key_field import KeyField
from amdesk.gui.widgets.layout import bounded, scroll
from amdesk.gui.widgets.order import OrderField
from amdesk.gui.widgets.setting_field import setting_field
from amdesk.i18n.catalog import _
from amdesk.services.desk import Desk
from amdesk.system.settings import SETTINGS

# What there is only where a key is.
_OF_KEY = frozenset({"lock_after"})


class SettingsPage(QWidget):
    """One field for each line of the table; ``setting_changed`` carries the key of what was chosen."""

    TABLES: frozenset[str] = frozenset()
    place_requested = Signal(object)
    finished = Signal(object)
    setting_changed = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("settings")
        self.setAccessibleName(_("Settings"))
        self.form = Form(name="settings-form")
        self._desk = desk
        self.key: KeyField | None = None
        self.place: DataPlace | None = None
        self.account = AccountField(desk, self.place_requested.emit)
        shown = [one for one in SETTINGS if not one.is_remembered and (desk.key or one.key not in _OF_KEY)]
        for group, settings in groupby(shown, key=lambda setting: setting.group):
            self.form.heading(_(group), name="settings-group")
            for setting in settings:
                self.form.add(setting_field(desk, setting, self.setting_changed.emit))
                if setting.key == "backup_folder" and desk.key is not None:
                    self.place = DataPlace(desk, lambda: self.setting_changed.emit("moving_to"))
                    self.form.add(self.place)
                if setting.key == "hand_over":
                    self.form.add(self.account)
                if setting.key in _OF_KEY:
                    self.key = KeyField(desk, self.place_requested.emit)
                    self.form.add(self.key)
        self.form.add(
            button(
                _("Open the first steps again"), "link", name="settings-welcome",
                run=lambda: self.place_requested.emit(Place("welcome")),
            )
        )  # fmt: skip
        self.form.add(
            button(
                _("Backups, and restoring one"), "link", name="settings-backups",
                run=lambda: self.place_requested.emit(Place("backups")),
            )
        )  # fmt: skip
        self.form.end()
        inner = QWidget()
        inner.setObjectName("settings-inner")
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(SPACE.xl, 0, SPACE.xl, SPACE.xl)
        rows.addLayout(bounded(self.form))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll(inner, name="settings-scroll"))
        self.face = Face(
            title=lambda: _("Settings"), setting_changed=self.setting_changed,
            focus=self.findChild(Picker, "setting-language"),  # in a window of another language as well
        )  # fmt: skip

    def refresh(self) -> None:
        """What opens the file may have changed, and with it whether the program locks; so may the account,
        and with it the ways to hand over.
        """
        self.account.refresh()
        order = self.findChild(OrderField, "setting-hand_over")
        assert isinstance(order, OrderField)
        order.show_values(self._desk.settings["hand_over"])
        if self.key is not None:
            self.key.refresh()
            picker = self.findChild(Picker, "setting-lock_after")
            assert isinstance(picker, Picker)
            picker.choose(self._desk.settings["lock_after"])
