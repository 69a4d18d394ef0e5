"""The head of a summary's page: its state in words, what is known, which version, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from amdesk.domain.hand_over import HAND_OVER_NAMES
from amdesk.domain.interaction import CHANNEL_NAMES, Interaction
from amdesk.domain.outgoing import Outgoing
from amdesk.domain.summary import STATE_NAMES, Summary
from amdesk.gui import icons, outgoing_words, show, words
from amdesk.gui.keys import with_keys
from amdesk.gui.page_keys import key_of
from amdesk.gui.summary_state import SEND, Act, acts, further, known, version_words
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets import help_mark
from amdesk.gui.widgets.badge import Badge, BadgeLabel
from amdesk.gui.widgets.buttons import button, icon_button, stand_out
from amdesk.gui.widgets.fields import Picker
from amdesk.gui.widgets.labels import label, set_text
from amdesk.gui.widgets.menu import KeyMenu
from amdesk.i18n.bidi import isolate
from amdesk.i18n.catalog import _
from amdesk.services.desk import Desk


class SummaryHead(QWidget):
    """One line of facts and one of what is known; ``version_picked`` gives the id of another version."""

    version_picked = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("summary-head")
        self.state = BadgeLabel(Badge(""), name="summary-state")
        self.facts = label("", "muted", name="summary-facts", wrap=True)
        self.known = label("", "muted", name="summary-known", wrap=True)
        self.saved = label("", "caption", name="summary-saved")
        self._versions = QHBoxLayout()
        self.versions: Picker | None = None
        top = QHBoxLayout()
        top.setSpacing(SPACE.m)
        top.addWidget(help_mark.beside(self.state, "confirmed"))
        top.addWidget(self.facts, 1)
        top.addWidget(self.saved)
        top.addLayout(self._versions)
        down = QVBoxLayout(self)
        down.setContentsMargins(SPACE.s, 0, SPACE.s, 0)
        down.setSpacing(SPACE.xs)
        down.addLayout(top)
        down.addWidget(self.known)

    def show_summary(
        self,
        call: Interaction,
        summary: Summary | None,
        *,
        versions: Sequence[Summary],
        posted: Outgoing | None = None,
    ) -> None:
        """Say how things stand."""
        state = summary.state if summary else "missing"
        badge = Badge(_(STATE_NAMES[state]), words.STATE_TONE[state], _ICON[state])
        self.state.show_badge(outgoing_words.badge(posted) if posted is not None else badge)
        set_text(
            self.facts,
            show.joined(
                isolate(call.reference), _(CHANNEL_NAMES[call.channel]),
                isolate(show.moment(self._desk, call.started_at)), isolate(show.minutes(call.minutes)),
            ),
        )  # fmt: skip
        told = known(self._desk, summary) if summary else ""
        set_text(self.known, told)
        self.known.setVisible(bool(told))
        self._show_versions(versions, summary)

    def say_saved(self, words: str) -> None:
        """Say when what is typed was last kept."""
        self.saved.setText(words)

    def _show_versions(self, versions: Sequence[Summary], shown: Summary | None) -> None:
        if self.versions is not None:
            self._versions.removeWidget(self.versions)
            self.versions.hide()
            self.versions.deleteLater()
            self.versions = None
        if len(versions) < 2 or shown is None:
            return
        choices = [(one.id, version_words(one)) for one in reversed(versions)]
        self.versions = Picker(
            choices, shown.id, name="summary-version", accessible=_("Version"), kind="filter"
        )
        self.versions.picked.connect(lambda id_: self.version_picked.emit(int(id_)))
        self._versions.addWidget(self.versions)


_ICON = {
    "missing": "alert", "draft": "edit", "handed_over": "question", "sent": "clock", "confirmed": "confirmed",
    "corrected": "history", "no_answer": "missed", "silent": "clock", "not_needed": "close",
}  # fmt: skip


class SummaryActs(QWidget):
    """The buttons for what can be done now; ``asked`` gives the verb, or “way:” and a way of handing over."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("summary-acts")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACE.s)
        self._shown: object = None
        self._main: QPushButton | None = None
        self._stands_out: tuple[QPushButton, str] | None = None
        self._is_asking = False

    def show_acts(
        self, summary: Summary | None, *, ways: Sequence[str], silence: bool, posted: Outgoing | None = None
    ) -> None:
        """Show what can be done; the same again leaves the buttons and the keys where they are."""
        shown = acts(summary, posted)
        more = tuple(act for act in further(summary, silence=silence) if act not in shown)
        now = (shown, more, tuple(ways))
        if now == self._shown:
            return
        self._shown, self._stands_out = now, None
        while (item := self._row.takeAt(0)) is not None:
            if (before := item.widget()) is not None:
                before.hide()
                before.deleteLater()
        menu = self._menu_button(now[1], ways)
        self._row.addWidget(menu)
        made = [self._button(act) for act in now[0]]
        for one in reversed(made):
            self._row.addWidget(one)
        self._main = made[0] if made else menu
        for one, other in pairwise([*made, menu]):
            QWidget.setTabOrder(one, other)
        self.step_back(asking=self._is_asking)

    def step_back(self, *, asking: bool) -> None:
        """As long as something is asked, what answers it stands out, and nothing here."""
        self._is_asking = asking
        if self._stands_out is not None:
            main, icon = self._stands_out
            stand_out(main, icon=icon, on=not asking)

    def take_keys(self) -> None:
        """Put the keys on the main thing that can be done."""
        if self._main is not None:
            self._main.show()  # one just made would be shown a moment later, and take no keys before
            self._main.setFocus(Qt.FocusReason.OtherFocusReason)

    def _button(self, act: Act) -> QPushButton:
        kind = "primary" if act.main else ""
        made = button(
            _(act.label), kind, name=f"act-{act.verb}", icon=act.icon, run=lambda: self.asked.emit(act.verb)
        )
        if act.main:
            self._stands_out = (made, act.icon)
        if act == SEND:
            made.setToolTip(with_keys(_(act.label), key_of("summary.main")))
        return made

    def _menu_button(self, more: Sequence[Act], ways: Sequence[str]) -> QPushButton:
        made = icon_button(_("More"), name="act-more", icon="other", run=lambda: None)
        menu = KeyMenu(made)
        menu.setObjectName("act-menu")
        if any(act.verb == "send" for act in (*self._main_acts(),)):
            for way in ways:
                action = menu.addAction(_(HAND_OVER_NAMES[way]))
                action.setObjectName(f"way-{way}")
                action.triggered.connect(lambda _=False, way=way: self.asked.emit(f"way:{way}"))
            menu.addSeparator()
        for act in more:
            action = menu.addAction(_(act.label))
            if act.icon:
                action.setIcon(icons.icon(act.icon))
            action.setObjectName(f"act-{act.verb}")
            action.triggered.connect(lambda _=False, verb=act.verb: self.asked.emit(verb))
        made.setMenu(menu)
        return made

    def _main_acts(self) -> tuple[Act, ...]:
        shown = self._shown
        return shown[0] if isinstance(shown, tuple) else ()
