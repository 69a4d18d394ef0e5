"""The field of a setting, built from its line in the table; every choice is kept at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time

from PySide6.QtWidgets import QWidget

from amdesk.gui.help_terms import OF_SETTING
from amdesk.gui.widgets.cadence_field import CadenceField
from amdesk.gui.widgets.fields import Check, CodeField, LineField, Picker
from amdesk.gui.widgets.figures import TimeField
from amdesk.gui.widgets.folder_field import FolderField
from amdesk.gui.widgets.form import Field
from amdesk.gui.widgets.order import OrderField
from amdesk.gui.widgets.reading import beside, understood
from amdesk.i18n.catalog import _
from amdesk.services import week
from amdesk.services.desk import Desk
from amdesk.system.settings import Setting

Keep = Callable[[object], None]
_LEFT_TO_RIGHT = frozenset({"my_email", "my_phone"})


def setting_field(
    desk: Desk, setting: Setting, changed: Callable[[str], object], *, hint: str | None = None
) -> Field:
    """A setting with its name; ``changed`` hears the key when another value was chosen.

    ``hint`` (already translated) stands below it instead of the setting's own.
    """

    def keep(value: object) -> None:
        if value != desk.settings[setting.key]:
            desk.settings.choose(setting.key, value)
            changed(setting.key)

    made = _MAKERS[setting.kind](setting, desk.settings[setting.key], keep)
    said = hint if hint is not None else _(setting.hint) if setting.hint else ""
    name = "" if setting.kind == "flag" else _(setting.label)
    return Field(name, made, hint=said, term=OF_SETTING.get(setting.key, ""))


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


def _time(setting: Setting, value: object, keep: Keep) -> QWidget:
    shown = time.fromisoformat(str(value)) if value else None
    made = TimeField(shown, name=f"setting-{setting.key}", accessible=_(setting.label))
    made.changed.connect(lambda: _keep_time(made, keep))
    said = understood(made, refusals=True)
    return beside(made, said)


def _keep_time(field: TimeField, keep: Keep) -> None:
    """Keep what can be read; what cannot is said beside the field, which keeps it as typed."""
    found = field.meant()
    if isinstance(found, time) or not field.text().strip():
        keep(f"{found:%H:%M}" if found else "")


def _cadence(setting: Setting, value: object, keep: Keep) -> QWidget:
    made = CadenceField(value, name=f"setting-{setting.key}", accessible=_(setting.label))
    made.chosen.connect(keep)
    return made


def _folder(setting: Setting, value: object, keep: Keep) -> QWidget:
    made = FolderField(str(value), name=f"setting-{setting.key}", accessible=_(setting.label))
    made.chosen.connect(keep)
    return made


_MAKERS: dict[str, Callable[[Setting, object, Keep], QWidget]] = {
    "text": _text,
    "choice": _choice,
    "country": _country,
    "flag": _flag,
    "order": _order,
    "time": _time,
    "cadence": _cadence,
    "folder": _folder,
}
