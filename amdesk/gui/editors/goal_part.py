"""What the forms of a goal's parts have in common: their buttons, and what is found again half typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from amdesk.gui.editors import sheet
from amdesk.gui.page import Face
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.form import Field, Form
from amdesk.i18n.catalog import _


def face(
    page: QWidget, form: Form, fields: Mapping[str, Field], *, title: str, goal: str,
    save: Callable[[], object], remove: Callable[[], object] | None,
) -> Face:  # fmt: skip
    """Lay out the form of a part of the ``goal`` of that name; only what is kept already can be removed."""
    tools: tuple[QWidget, ...] = sheet.build(page, form, save=save)
    if remove is not None:
        name = f"{form.objectName().removesuffix('-form')}-remove"
        tools = (button(_("Delete"), "plain", name=name, icon="remove", run=remove), *tools)

    def recall(memory: Mapping[str, Any]) -> None:
        if memory:
            sheet.put_back(fields, memory["typed"])

    return Face(
        title=lambda: title, tools=tools, status=lambda: goal, focus=fields["title"].editor,
        memory=lambda: {"typed": sheet.typed(fields)}, recall=recall, bounded=True,
    )  # fmt: skip
