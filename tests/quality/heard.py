"""What a screen reader is told of a window: role, name and states of all in it, from Qt's own tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

Role = QAccessible.Role

# What a person acts on or walks through: each needs a name of its own.
CONTROLS = frozenset(
    {
        Role.Button, Role.ButtonMenu, Role.CheckBox, Role.RadioButton, Role.ComboBox, Role.EditableText,
        Role.List, Role.Table, Role.Tree, Role.SpinBox, Role.Slider, Role.PageTab, Role.MenuBar,
        Role.MenuItem, Role.PopupMenu, Role.Link, Role.ProgressBar, Role.Dialog, Role.ColumnHeader,
        Role.ListItem,
    }
)  # fmt: skip
# How many of a list's cells are looked at: its first page and more.
_CELLS = 120


@dataclass(frozen=True)
class Heard:
    """One node of the tree: where it is, what it is, what it is called, and what can be done with it."""

    place: str
    role: QAccessible.Role
    name: str
    focusable: bool
    checkable: bool

    def __str__(self) -> str:
        return f"{self.role.name} “{self.name}” in {self.place}"


def walk(window: QWidget) -> Iterator[Heard]:
    """Every node that is shown, the window first."""
    root = QAccessible.queryAccessibleInterface(window)
    assert root is not None
    yield from _below(root, "")


def _below(node: QAccessibleInterface, place: str) -> Iterator[Heard]:
    state = node.state()
    if state.invisible:
        return
    name = node.text(QAccessible.Text.Name)
    yield Heard(place, node.role(), name, bool(state.focusable), bool(state.checkable))
    here = f"{place} > {node.object().objectName() if node.object() is not None else node.role().name}"
    for number in range(min(node.childCount(), _CELLS)):
        child: QAccessibleInterface | None = node.child(number)
        if child is not None and child.isValid():
            yield from _below(child, here)
