"""Log a call: a few letters of the client, the line, Enter. What is typed is kept until it is logged."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_
from amdesk.gui import theme
from amdesk.gui.editors.call_fields import CallFields, channel_of_key
from amdesk.gui.editors.call_glance import CallGlance
from amdesk.gui.editors.saving import Saver
from amdesk.gui.editors.sheet import beside, tell
from amdesk.gui.page import Face
from amdesk.gui.place import Place
from amdesk.gui.restoring import forget_open, keep_open
from amdesk.gui.theme import SIZE, SPACE
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.client_pick import ClientPick
from amdesk.gui.widgets.form import Field, Form
from amdesk.gui.widgets.labels import label
from amdesk.gui.widgets.layout import scroll
from amdesk.i18n.catalog import _
from amdesk.services import clients, interactions, picking, summaries, unfinished
from amdesk.services.desk import Desk
from amdesk.services.picking import Choice


class LogCall(QWidget):
    """The panel in which a call is logged; for a client, where one was looked at."""

    TABLES = frozenset({"client", "contact"})
    place_requested = Signal(object)
    finished = Signal(object)

    def __init__(self, desk: Desk, *, client_id: int | None = None) -> None:
        super().__init__()
        self._desk, self._about = desk, client_id
        self._client_id: int | None = None
        self._slot = f"call {client_id}" if client_id else "call"
        self.setObjectName("log-call")
        self.setAccessibleName(_("Log a call"))
        self.saver = Saver(self)
        self.pick = ClientPick(lambda text: picking.pick(desk, text), name="call-client", within=self)
        self.call = CallFields(desk, self)
        self.glance = CallGlance(desk)
        self._notice = self._make_notice()
        self._fields = {"client": Field(_("Client"), self.pick)}
        self._build()
        save = button(_("Log call"), "primary", name="call-save", run=lambda: self.save(summarise=False))
        onward = button(
            _("Log and summarise"), "", name="call-summarise", run=lambda: self.save(summarise=True)
        )
        save.setToolTip(_("Enter"))
        onward.setToolTip(_("Ctrl+Enter"))
        self._connect()
        self._begin()
        self.face = Face(
            title=lambda: _("Log a call"), tools=(self.call.watch, onward, save), focus=self._first_field()
        )

    def _first_field(self) -> QWidget:
        return self.call.line if self._client_id is not None else self.pick

    def _build(self) -> None:
        form = Form(name="call-form")
        form.add(self._notice)
        form.add(self._fields["client"])
        self._fields |= self.call.lay_into(form)
        hint = _("Enter logs it, Ctrl+Enter goes on to the summary, Esc keeps it for later.")
        form.add(label(hint, "caption", name="call-hint", wrap=True))
        form.end()
        inner = QWidget()
        inner.setObjectName("call-inner")
        across = QHBoxLayout(inner)
        across.setContentsMargins(SPACE.xl, SPACE.s, SPACE.xl, SPACE.xl)
        across.setSpacing(SPACE.xxl)
        across.addWidget(form, 3)
        across.addWidget(self.glance, 2)
        across.addStretch()
        self.glance.setMaximumWidth(SIZE.promises)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(scroll(inner, name="call-scroll"))

    def _make_notice(self) -> QWidget:
        notice = QWidget()
        notice.setObjectName("call-restored")
        notice.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.as_kind(notice, "notice")
        row = QHBoxLayout(notice)
        row.setContentsMargins(SPACE.m, SPACE.xs, SPACE.xs, SPACE.xs)
        row.addWidget(label(_("This is what you had begun."), "body", name="call-restored-words"), 1)
        row.addWidget(button(_("Start afresh"), "plain", name="call-afresh", run=self.start_afresh))
        notice.hide()
        return notice

    def _connect(self) -> None:
        self.pick.picked.connect(self._picked)
        self.pick.cleared.connect(self._cleared)
        self.call.changed.connect(self._touch)
        self.pick.textEdited.connect(lambda _text: self._touch())
        for keys, run in (
            ("Ctrl+T", self.call.watch.toggle),
            ("Ctrl+R", self._turn_outcome),
            ("Esc", self.put_aside),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)

    def _begin(self) -> None:
        """With what was begun before, or with the client one comes from."""
        begun = unfinished.read(self._desk, self._slot)
        client = begun.get("client") if begun else self._about
        if isinstance(client, int) and self._is_there(client):
            self._show_client(client)
        if begun:
            self.call.put(begun)
            people = begun.get("people")
            if self._client_id is not None and isinstance(people, list):
                self._offer_people(people)
            if self._client_id is None:
                self.pick.setText(str(begun.get("typed", "")))
            self._notice.show()

    def _is_there(self, client_id: int) -> bool:
        try:
            clients.get(self._desk, client_id)
        except AmdeskError:
            return False
        return True

    def refresh(self) -> None:
        """The client may have changed meanwhile."""
        if self._client_id is not None:
            self.glance.show_client(self._client_id)

    def _picked(self, choice: Choice) -> None:
        self._show_client(choice.client_id, contact_id=choice.contact_id)
        self._touch()
        self.call.line.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_client(self, client_id: int, *, contact_id: int | None = None) -> None:
        self._client_id = client_id
        client = clients.get(self._desk, client_id)
        self.pick.show_choice(Choice(client_id, contact_id, client.name, (client.code,)))
        tell(self._fields, None)
        last = clients.timeline(self._desk, client_id, limit=1)
        before = list(last[0].interaction.contact_ids) if last else []
        self._offer_people([contact_id] if contact_id is not None else before)
        if last:
            self.call.channel.choose(last[0].interaction.channel)
        self.glance.show_client(client_id)

    def _offer_people(self, ticked: list[int]) -> None:
        """The people still there; the only one is ticked without asking."""
        assert self._client_id is not None
        cards = clients.page(self._desk, self._client_id).contacts
        there = [card.contact for card in cards if card.contact.left_on is None]
        chosen = [one.id for one in there] if len(there) == 1 else ticked
        self.call.people.show_people(there, chosen)
        self.call.with_whom.setVisible(bool(there))

    def _cleared(self) -> None:
        self._client_id = None
        self.call.people.show_people((), ())
        self.call.with_whom.hide()
        self.glance.show_client(None)

    def _turn_outcome(self) -> None:
        reached = self.call.outcome.value() == "reached"
        self.call.outcome.choose("not_reached" if reached else "reached")
        self._touch()

    def _touch(self) -> None:
        self.saver.touch("call", self._keep)

    def _keep(self) -> None:
        body = {"client": self._client_id, "typed": self.pick.text(), **self.call.values()}
        unfinished.keep(self._desk, self._slot, body)
        keep_open(self._desk, Place("log_call", about=self._about))

    def start_afresh(self) -> None:
        """Forget what was begun."""
        unfinished.forget(self._desk, self._slot)
        self.call.watch.stop()
        self.call.put({})
        self._cleared()
        self.pick.show_choice(None)
        self._notice.hide()
        if self._about is not None:
            self._show_client(self._about)
        self._first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def put_aside(self) -> None:
        """Close without logging; what was typed waits for the next time."""
        self.finished.emit(None)

    def save(self, *, summarise: bool) -> None:
        """Log the call, and go on to its summary or back to where one was."""
        tell(self._fields, None)
        try:
            interaction_id = self._log()
        except AmdeskError as error:
            if not tell(self._fields, error):
                raise
            return
        self.saver.drop()
        self.call.watch.stop()
        unfinished.forget(self._desk, self._slot)
        reached = self.call.outcome.value() == "reached"
        if summarise and reached:
            summaries.start(self._desk, interaction_id)
            self.finished.emit(Place("summary", interaction_id, self._client_id))
        else:
            self.finished.emit(None)

    def _log(self) -> int:
        if self._client_id is None:
            raise AmdeskError(
                N_("Say which client it was: a few letters of the name are enough."), beside="client"
            )
        call = self.call
        return interactions.log(
            self._desk,
            client_id=self._client_id,
            occasion=call.line.text(),
            contact_ids=call.people.ticked(),
            channel=call.channel.value(),
            direction=call.direction.value(),
            outcome=call.outcome.value(),
            started_at=beside("began", call.began_at),
            minutes=beside("minutes", call.length),
            next_contact_on=beside("again", call.again.checked),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter logs from any field; Ctrl+Enter goes on; Alt and a figure choose the channel."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.save(summarise=bool(modifiers & Qt.KeyboardModifier.ControlModifier))
        elif modifiers == Qt.KeyboardModifier.AltModifier and channel_of_key(event.key()):
            self.call.channel.choose(channel_of_key(event.key()))
            self._touch()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():
            self.saver.flush()
            forget_open(self._desk)
        super().hideEvent(event)
