"""Points to read: as they were sent, or as a version changed them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from amdesk.domain.difference import Difference
from amdesk.domain.messages import N_
from amdesk.domain.points import CHANGE_KIND_NAMES, POINT_KIND_NAMES, Point
from amdesk.gui import show, theme, words
from amdesk.gui.theme import SPACE, ToneName
from amdesk.gui.widgets.badge import Badge, BadgeLabel
from amdesk.gui.widgets.labels import label, paragraph
from amdesk.i18n.bidi import isolate
from amdesk.i18n.catalog import _

_SAID = {"same": N_("Unchanged"), "added": N_("Added"), "removed": N_("Removed"), "edited": N_("Edited")}
_TONE: dict[str, ToneName] = {"same": "quiet", "added": "good", "removed": "danger", "edited": "warn"}
_ICON = {"same": "done", "added": "add", "removed": "remove", "edited": "edit"}


def points_read(points: Iterable[Point], *, name: str) -> QWidget:
    """Points one under the other, each with its kind and what it says beside its text."""
    made, table = _table(name)
    for number, point in enumerate(points):
        badge = Badge(_(POINT_KIND_NAMES[point.kind]), words.POINT_TONE[point.kind], point.kind)
        _line(table, badge, [_told(point, f"{name}-{number}")])
    table.setRowStretch(table.rowCount(), 1)
    return made


def differences(found: Iterable[Difference], *, name: str) -> QWidget:
    """A version against the one before: what came, went and changed, said in words beside each point."""
    made, table = _table(name)
    for number, one in enumerate(found):
        parts = []
        if one.before is not None and one.kind in {"removed", "edited"}:
            parts.append(_told(one.before, f"{name}-{number}-before", struck=True))
        if one.after is not None:
            parts.append(_told(one.after, f"{name}-{number}-after"))
        _line(table, Badge(_(_SAID[one.kind]), _TONE[one.kind], _ICON[one.kind]), parts)
    table.setRowStretch(table.rowCount(), 1)
    return made


def facts(point: Point) -> str:
    """What a change or an action says beside its text, in one line."""
    if point.kind == "action":
        owner = isolate(point.owner) if point.owner else ""
        due = _("by {day}").format(day=show.day(point.due_on)) if point.due_on else ""
        return show.joined(_(words.SIDE[point.side or "us"]), owner, due)
    if point.kind != "change":
        return ""
    told = ""
    if point.from_value or point.to_value:
        before, after = show.changed_values(point)
        told = _("from {before} to {after}").format(before=before, after=after)
    since = _("as of {day}").format(day=show.day(point.effective_on)) if point.effective_on else ""
    return show.joined(_(CHANGE_KIND_NAMES[point.change_kind or "other"]), told, since)


def _column(name: str) -> tuple[QWidget, QVBoxLayout]:
    made = QWidget()
    made.setObjectName(name)
    down = QVBoxLayout(made)
    down.setContentsMargins(0, 0, 0, 0)
    down.setSpacing(0)
    return made, down


def _table(name: str) -> tuple[QWidget, QGridLayout]:
    """Kinds in a column as wide as the widest of them, and beside each what is said."""
    made = QWidget()
    made.setObjectName(name)
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(SPACE.m)
    grid.setHorizontalSpacing(SPACE.s)
    grid.setColumnMinimumWidth(0, SPACE.xxl * 3)
    grid.setColumnStretch(1, 1)
    return made, grid


def _line(grid: QGridLayout, badge: Badge, parts: list[QWidget]) -> None:
    row = grid.rowCount()
    aligned = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading
    grid.addWidget(BadgeLabel(badge, name="badge"), row, 0, aligned)
    column = QVBoxLayout()
    column.setSpacing(SPACE.xs)
    for part in parts:
        column.addWidget(part)
    grid.addLayout(column, row, 1)


def _told(point: Point, name: str, *, struck: bool = False) -> QWidget:
    made, down = _column(name)
    text = paragraph(point.text, name=f"{name}-text")
    if struck:
        theme.as_kind(text, "struck")
    down.addWidget(text)
    beside = facts(point)
    if beside:
        down.addWidget(label(beside, "caption", name=f"{name}-facts", wrap=True))
    return made
