"""What every editor has: a column to fill in, Save and Cancel, keys for both, errors beside their fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QLineEdit, QTextEdit, QVBoxLayout, QWidget

from amdesk.domain.errors import AmdeskError
from amdesk.gui.page import Page
from amdesk.gui.page_keys import key_of, keys_of
from amdesk.gui.place import Left
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.fields import Picker
from amdesk.gui.widgets.form import Field, Form
from amdesk.gui.widgets.layout import bounded, scroll
from amdesk.gui.widgets.reading import ReadField
from amdesk.i18n.catalog import _

Value = TypeVar("Value")
SAVE_KEYS = (*keys_of("form.save"), "Ctrl+Enter")  # the other Enter, beside the figures


def build(page: QWidget, form: Form, *, save: Callable[[], object]) -> tuple[QWidget, QWidget]:
    """Lay the form out on its page; the Cancel and Save buttons, to stand beside the title."""
    finished = cast(Page, page).finished

    def cancel() -> None:
        finished.emit(Left())

    inner = QWidget()
    inner.setObjectName(f"{page.objectName()}-inner")
    rows = QVBoxLayout(inner)
    rows.setContentsMargins(SPACE.xl, SPACE.s, SPACE.xl, SPACE.l)
    rows.addLayout(bounded(form))
    rows.addStretch(1)  # in a high window the fields stay together
    outer = QVBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(scroll(inner, name=f"{page.objectName()}-scroll"))
    tools = (
        button(_("Cancel"), "plain", name=f"{page.objectName()}-cancel", run=cancel),
        button(_("Save"), "primary", name=f"{page.objectName()}-save", run=save),
    )
    keys_to(page, *tools, save=save, cancel=cancel)
    return tools


def keys_to(*parts: QWidget, save: Callable[[], object], cancel: Callable[[], object]) -> None:
    """The keys that keep what stands on a page, and the one that leaves it: on the page, and on its tools,
    which stand beside the title.
    """
    for part in parts:
        for keys in SAVE_KEYS:
            _shortcut(part, keys, save)
        _shortcut(part, key_of("form.cancel"), cancel)


def tell(fields: Mapping[str, Field], error: AmdeskError | None) -> bool:
    """Show an error beside its field and put the keys there; whether it has one. Nothing clears them all."""
    for name, field in fields.items():
        field.say(error if error is not None and error.beside == name else None)
    if error is None or error.beside not in fields:
        return False
    fields[error.beside].come_into_sight()
    return True


class ToldError(AmdeskError):
    """What is said already beside a line of the form, and only has to end the step."""


def kept(fields: Mapping[str, Field], keep: Callable[[], Value]) -> Value | None:
    """Keep what stands in a form: what came of it, or nothing where an error is said beside its field."""
    tell(fields, None)
    try:
        return keep()
    except ToldError:
        return None
    except AmdeskError as error:
        if not tell(fields, error):
            raise
        return None


def beside(name: str, read: Callable[[], Value]) -> Value:
    """Read a field; what is wrong with its text is said beside it."""
    try:
        return read()
    except AmdeskError as error:
        raise AmdeskError(error.message, beside=name) from error


def typed(fields: Mapping[str, Field]) -> dict[str, object]:
    """What stands in the fields, to be put back when one returns to an editor left in the middle."""
    return {name: _raw(field.editor) for name, field in fields.items()}


def put_back(fields: Mapping[str, Field], values: Mapping[str, object]) -> None:
    """Put back what ``typed`` gave."""
    for name, value in values.items():
        match fields[name].editor:
            case ReadField() as read:
                read.put_text(str(value))
            case QLineEdit() as line:
                line.setText(str(value))
            case QTextEdit() as text:
                text.setPlainText(str(value))
            case Picker() as picker:
                picker.choose(value)
            case QCheckBox() as check:
                check.setChecked(bool(value))


def _raw(editor: QWidget) -> object:
    match editor:
        case QLineEdit():
            return editor.text()
        case QTextEdit():
            return editor.toPlainText()
        case Picker():
            return editor.value()
        case QCheckBox():
            return editor.isChecked()
    return None


def _shortcut(page: QWidget, keys: str, run: Callable[[], object]) -> None:
    made = QShortcut(QKeySequence(keys), page)
    made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    made.activated.connect(run)
