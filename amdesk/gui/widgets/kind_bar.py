"""The five kinds of points in a row: what a key or a sign makes of a line, and a click as well."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from amdesk.domain.points import POINT_KIND_NAMES, POINT_KINDS, SIGNS
from amdesk.gui import icons, theme
from amdesk.gui.keys import keys_text
from amdesk.gui.page_keys import keys_of
from amdesk.gui.theme import SIZE, SPACE
from amdesk.gui.widgets.flow import Flow
from amdesk.i18n.catalog import _


class KindBar(QWidget):
    """``picked`` gives the kind for the line one is in."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("kinds-bar")
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        keys = zip(POINT_KINDS, keys_of("point.kind"), strict=True)
        made = [self._button(kind, key) for kind, key in keys]
        down.addWidget(Flow(made, name="kinds-flow"))

    def _button(self, kind: str, key: str) -> QPushButton:
        made = QPushButton(_(POINT_KIND_NAMES[kind]))
        made.setObjectName(f"kind-{kind}")
        made.setAccessibleName(_(POINT_KIND_NAMES[kind]))
        made.setIcon(icons.icon(kind))
        made.setIconSize(QSize(SIZE.icon + SPACE.xs, SIZE.icon - 2))
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        told = _("{keys}, or “{sign}” and a space at the beginning")
        made.setToolTip(told.format(keys=keys_text(key), sign=SIGNS[kind]))
        made.clicked.connect(lambda *__: self.picked.emit(kind))
        theme.as_kind(made, "kind")
        return made
