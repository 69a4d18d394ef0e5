"""Settings: built by itself from the table of settings; every choice is kept at once."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amdesk.gui.page import Face
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.fields import Check, CodeField, LineField, Picker
from amdesk.gui.widgets.form import Field, Form
from amdesk.gui.widgets.layout import bounded, scroll
from amdesk.gui.widgets.order import OrderField
from amdesk.i18n.catalog import _
from amdesk.services import week
from amdesk.services.desk import Desk
from amdesk.system.settings import SETTINGS, Setting


class SettingsPage(QWidget):
    """One field for each line of the table; ``setting_changed`` carries the key of what was chosen."""

    TABLES: frozenset[str] = frozenset()
    place_requested = Signal(object)
    finished = Signal(object)
    setting_changed = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("settings")
        self.setAccessibleName(_("Settings"))
        self.form = Form(name="settings-form")
        for group, settings in groupby(SETTINGS, key=lambda setting: setting.group):
            self.form.heading(_(group), name="settings-group")
            for setting in settings:
                self.form.add(self._field(setting))
        self.form.end()
        inner = QWidget()
        inner.setObjectName("settings-inner")
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(SPACE.xl, 0, SPACE.xl, SPACE.xl)
        rows.addLayout(bounded(self.form))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll(inner, name="settings-scroll"))
        self.face = Face(title=lambda: _("Settings"), setting_changed=self.setting_changed)

    def refresh(self) -> None:
        """Nothing on the desk changes what stands here."""

    def _field(self, setting: Setting) -> QWidget:
        hint = _(setting.hint) if setting.hint else ""
        made = _MAKERS[setting.kind](setting, self._desk.settings[setting.key], self._keep(setting.key))
        return Field("" if setting.kind == "flag" else _(setting.label), made, hint=hint)

    def _keep(self, key: str) -> Callable[[object], None]:
        def keep(value: object) -> None:
            if value != self._desk.settings[key]:
                self._desk.settings.choose(key, value)
                self.setting_changed.emit(key)

        return keep


Keep = Callable[[object], None]
_LEFT_TO_RIGHT = frozenset({"my_email", "my_phone"})


def _text(setting: Setting, value: object, keep: Keep) -> QWidget:
    make = CodeField if setting.key in _LEFT_TO_RIGHT else LineField
    made = make(str(value), name=f"setting-{setting.key}", accessible=_(setting.label))
    made.editingFinished.connect(lambda: keep(made.text().strip()))
    return made


def _choice(setting: Setting, value: object, keep: Keep) -> QWidget:
    choices = [(key, _(words)) for key, words in setting.choices]
    made = Picker(choices, value, name=f"setting-{setting.key}", accessible=_(setting.label))
    made.picked.connect(keep)
    return made


def _country(setting: Setting, value: object, keep: Keep) -> QWidget:
    choices = [("", _("As the language has it")), *week.countries()]
    made = Picker(choices, value, name=f"setting-{setting.key}", accessible=_(setting.label))
    made.picked.connect(keep)
    return made


def _flag(setting: Setting, value: object, keep: Keep) -> QWidget:
    made = Check(_(setting.label), name=f"setting-{setting.key}")
    made.setChecked(bool(value))
    made.toggled.connect(keep)
    return made


def _order(setting: Setting, value: object, keep: Keep) -> QWidget:
    words = {key: _(text) for key, text in setting.choices}
    chosen = tuple(value) if isinstance(value, tuple) else tuple(words)
    made = OrderField(chosen, words, name=f"setting-{setting.key}", accessible=_(setting.label))
    made.ordered.connect(keep)
    return made


_MAKERS: dict[str, Callable[[Setting, object, Keep], QWidget]] = {
    "text": _text,
    "choice": _choice,
    "country": _country,
    "flag": _flag,
    "order": _order,
}
