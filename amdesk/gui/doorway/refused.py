"""Why there is no desk, in a sentence, with the ways on below it and what a report needs folded away."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from amdesk import __version__
from amdesk.gui import faults, theme
from amdesk.gui.doorway.layout import inside, title
from amdesk.gui.doorway.leaving import quit_from
from amdesk.gui.doorway.page import DoorPage, Refused, Way
from amdesk.gui.doorway.ways import show_folder
from amdesk.gui.sample_window import open_sample
from amdesk.gui.speaking import announce
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.choice_card import ChoiceCard
from amdesk.gui.widgets.labels import label, rule, set_text
from amdesk.gui.widgets.layout import column, row
from amdesk.i18n.catalog import _, sentence
from amdesk.system import paths


class Kind(NamedTuple):
    """One kind of refusal: what stands above the sentence (a message id), the ways on, the best one first."""

    title: str
    ways: Sequence[Way]


class RefusedPage(DoorPage):
    """A refusal that is told, with its ways on."""

    def __init__(self, refused: Refused, kind: Kind) -> None:
        super().__init__(refused)
        self.setObjectName("door-refused")
        self.setAccessibleName(_(kind.title))
        cards = [
            ChoiceCard(_(way.title), _(way.text), icon=way.icon, name=way.name, run=partial(way.go, self))
            for way in kind.ways
        ]
        self.first = cards[0]
        self.said = label("", "caption", name="door-said", wrap=True)
        self.said.hide()
        inside(
            self,
            title(_(kind.title)),
            label(sentence(refused.error.message), "body", name="door-text", wrap=True),
            label(
                _("Nothing was changed: what is there stays as it is."), "muted", name="door-calm", wrap=True
            ),
            column(*cards, name="door-ways"),
            self._beside(),
            self.said,
            rule(),
            Exactly(refused),
        )

    def _beside(self) -> QWidget:
        buttons = [
            button(_("Open the sample"), "", name="door-sample", run=self._open_sample),
            quit_from(self),
        ]
        if (folder := self.refused.folder) is not None:
            show = button(_("Show the folder"), "", name="door-show", run=lambda: show_folder(folder))
            buttons.insert(0, show)
        return row(*buttons, name="door-beside")

    def _open_sample(self) -> None:
        self.say(open_sample(paths.demo_folder()))

    def say(self, told: str) -> None:
        """A line about what was just done."""
        set_text(self.said, told)
        self.said.setVisible(bool(told))
        announce(self.said, told)


class Exactly(QWidget):
    """The type of the error and where it came from, folded away: for a report, without a word of anybody."""

    def __init__(self, refused: Refused) -> None:
        super().__init__()
        self.setObjectName("door-exactly")
        self._told = exactly(refused)
        self.fold: QPushButton = button(_("Details"), "link", name="door-fold", run=self._turn)
        self.fold.setCheckable(True)
        copy = button(
            _("Copy these lines"), "", name="door-copy", icon="copy",
            run=lambda: QGuiApplication.clipboard().setText(self._told),
        )  # fmt: skip
        lines = QLabel(self._told)
        lines.setObjectName("door-lines")
        lines.setTextFormat(Qt.TextFormat.PlainText)
        lines.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        lines.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        lines.setWordWrap(True)
        theme.as_kind(lines, "caption")
        self.folded = column(lines, row(copy, name="door-copy-row"), name="door-folded")
        self.folded.hide()
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(SPACE.s)
        down.addWidget(row(self.fold, name="door-fold-row"))
        down.addWidget(self.folded)

    def _turn(self) -> None:
        self.folded.setVisible(self.fold.isChecked())


def exactly(refused: Refused) -> str:
    """What a report needs: the program's version, the kind of refusal, the error below it."""
    error = refused.error
    below = error.__cause__
    kind = f"{type(error).__name__} {getattr(error, 'reason', '')}".strip()
    lines = [f"amdesk {__version__}", kind]
    if below is not None:
        code = getattr(below, "sqlite_errorname", None) or getattr(below, "errno", None) or ""
        lines.append(f"{type(below).__name__} {code}".strip())
    return "\n".join([*lines, *faults.describe(type(error), error.__traceback__).splitlines()[1:]])
