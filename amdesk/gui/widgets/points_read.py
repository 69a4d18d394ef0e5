"""Points to read: as they were sent, or as a version changed them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

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
    made, down = _column(name)
    for number, point in enumerate(points):
        badge = Badge(_(POINT_KIND_NAMES[point.kind]), words.POINT_TONE[point.kind], point.kind)
        down.addLayout(_line(badge, [_told(point, f"{name}-{number}")]))
    down.addStretch()
    return made


def differences(found: Iterable[Difference], *, name: str) -> QWidget:
    """A version against the one before: what came, went and changed, said in words beside each point."""
    made, down = _column(name)
    for number, one in enumerate(found):
        parts = []
        if one.before is not None and one.kind in {"removed", "edited"}:
            parts.append(_told(one.before, f"{name}-{number}-before", struck=True))
        if one.after is not None:
            parts.append(_told(one.after, f"{name}-{number}-after"))
        down.addLayout(_line(Badge(_(_SAID[one.kind]), _TONE[one.kind], _ICON[one.kind]), parts))
    down.addStretch()
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
    down.setSpacing(SPACE.m)
    return made, down


def _line(badge: Badge, parts: list[QWidget]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SPACE.s)
    holder = QWidget()
    holder.setObjectName("kind")
    holder.setMinimumWidth(SPACE.xxl * 3)
    within = QHBoxLayout(holder)
    within.setContentsMargins(0, 0, 0, 0)
    within.addWidget(BadgeLabel(badge, name="badge"), 0, Qt.AlignmentFlag.AlignTop)
    within.addStretch()
    row.addWidget(holder, 0, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.setSpacing(SPACE.xs)
    for part in parts:
        column.addWidget(part)
    row.addLayout(column, 1)
    return row


def _told(point: Point, name: str, *, struck: bool = False) -> QWidget:
    made, down = _column(name)
    down.setSpacing(0)
    text = paragraph(point.text, name=f"{name}-text")
    if struck:
        theme.as_kind(text, "struck")
    down.addWidget(text)
    beside = facts(point)
    if beside:
        down.addWidget(label(beside, "caption", name=f"{name}-facts", wrap=True))
    return made
