"""A mail of the outbox: what is known of its way, what can be done about it, and the mail itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from amdesk.domain.messages import N_, Message, Words
from amdesk.domain.outgoing import Outgoing
from amdesk.gui import outgoing_words, theme
from amdesk.gui.keys import with_keys
from amdesk.gui.page_keys import key_of
from amdesk.gui.place import Place
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.badge import BadgeLabel
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.flow import FlowLayout, let_it_break
from amdesk.gui.widgets.labels import label, paragraph, set_text
from amdesk.gui.widgets.layout import empty
from amdesk.gui.widgets.mail_view import MailView
from amdesk.i18n.catalog import _
from amdesk.services import outbox
from amdesk.services.desk import Desk


class Act(NamedTuple):
    """Something that can be done with a mail: ``key`` is its line in the table of keys."""

    verb: str
    words: Words
    key: str = ""
    run: Callable[[Desk, int], object] | None = None
    is_main: bool = False


_DRAFT = Act("draft", N_("Open as a draft"), "outbox.draft", outbox.as_draft)
_OUT = Act("out", N_("Take out"), "outbox.out", outbox.take_out)
_OPEN = Act("open", Message.named("button", "Open"))
_AGAIN = Act("again", N_("Try again"), "outbox.again", outbox.try_again, is_main=True)
_ACTS: dict[str, tuple[Act, ...]] = {
    "waiting": (Act("again", N_("Send now"), "outbox.again", outbox.try_again), _DRAFT, _OUT, _OPEN),
    "giving": (_OPEN,),
    "given": (_OPEN,),
    "refused": (_AGAIN, _DRAFT, _OUT, _OPEN),
    "unclear": (
        Act("arrived", N_("It arrived"), "outbox.arrived", outbox.went_out, is_main=True),
        Act("again", N_("Send again"), "outbox.again", outbox.try_again),
        _OUT, _OPEN,
    ),
}  # fmt: skip


def acts_of(one: Outgoing) -> tuple[Act, ...]:
    """What can be done with a mail, the most likely first."""
    return _ACTS[one.state]


class OutgoingView(QWidget):
    """``asked`` gives a verb, ``place_requested`` where the mail's subject is."""

    asked = Signal(str)
    place_requested = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: tuple[Act, ...] = ()
        self.setObjectName("outgoing")
        self.setAccessibleName(_("Mail"))
        self._notice = QWidget()
        self._notice.setObjectName("outgoing-notice")
        theme.as_kind(self._notice, "notice")
        self.told = label("", "body", name="outgoing-told", wrap=True)
        self._words = QVBoxLayout()
        self._ways = QWidget()
        self._ways.setObjectName("outgoing-ways")
        self._acts = FlowLayout(self._ways, gap=SPACE.s, below=SPACE.s)
        let_it_break(self._ways)
        self._badge: BadgeLabel | None = None
        self._top = QVBoxLayout()
        self.mail = MailView(seen=_("The mail"))
        self._build()

    def _build(self) -> None:
        inner = QVBoxLayout(self._notice)
        inner.setContentsMargins(SPACE.l, SPACE.m, SPACE.l, SPACE.m)
        inner.setSpacing(SPACE.s)
        inner.addLayout(self._top)
        inner.addWidget(self.told)
        inner.addLayout(self._words)
        inner.addWidget(self._ways)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(SPACE.s)
        above = QVBoxLayout()
        above.setContentsMargins(SPACE.s, 0, SPACE.s, 0)  # in line with the mail
        above.addWidget(self._notice)
        down.addLayout(above)
        down.addWidget(self.mail, 1)

    def show_mail(self, one: Outgoing) -> None:
        """Show one of them."""
        empty(self._top)
        badge = outgoing_words.badge(one)
        self._notice.setProperty("tone", badge.tone)
        theme.restyle(self._notice)
        self._top.addWidget(BadgeLabel(badge, name="outgoing-state", on_tint=True))
        set_text(self.told, outgoing_words.told(self._desk, one))
        empty(self._words)
        if one.words:
            self._words.addWidget(paragraph(one.words, "strong", name="outgoing-words"))
        self._offer(one)
        self._make_room()
        self.mail.show_draft(outbox.draft(self._desk, one.id))

    def _offer(self, one: Outgoing) -> None:
        acts = acts_of(one)
        if acts == self._shown:
            return  # the keys may be on one of them
        self._shown = acts
        at = QApplication.focusWidget()
        has_keys = at is not None and self._ways.isAncestorOf(at)
        empty(self._acts)
        made = [self._button(act) for act in acts]
        for button_ in made:
            self._acts.addWidget(button_)
        if has_keys:
            made[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _button(self, act: Act) -> QPushButton:
        words = _(act.words)
        made = button(
            words, "primary" if act.is_main else "", name=f"outgoing-{act.verb}",
            run=lambda: self.asked.emit(act.verb),
        )  # fmt: skip
        made.setAutoDefault(True)
        if act.key:
            made.setToolTip(with_keys(words, key_of(act.key)))
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._make_room()
        return done

    def _make_room(self) -> None:
        """What is said of a mail is read whole: a divider asks nobody how high words are in its width."""
        self._notice.setMinimumHeight(self._notice.heightForWidth(self.width() - 2 * SPACE.s))

    def go(self, one: Outgoing) -> None:
        """Go to what a mail is about."""
        place: Place | None = outgoing_words.place_of(self._desk, one)
        if place is not None:
            self.place_requested.emit(place)
