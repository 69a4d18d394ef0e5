"""Log a call: a few letters of the client, the line, Enter. What is typed is kept until it is logged."""

from __future__ import annotations

from contextlib import suppress
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amdesk.domain.errors import AmdeskError, DiskError
from amdesk.domain.interaction import CHANNELS, Interaction
from amdesk.domain.messages import N_
from amdesk.gui import theme
from amdesk.gui.editors.call_client import CallClient
from amdesk.gui.editors.call_fields import CallFields
from amdesk.gui.editors.saving import Saver
from amdesk.gui.editors.sheet import beside, tell
from amdesk.gui.enter_key import presses_button
from amdesk.gui.keys import keys_text, with_keys
from amdesk.gui.open_work import forget_open, keep_open
from amdesk.gui.own_keys import OwnKeys
from amdesk.gui.page import Face
from amdesk.gui.page_keys import key_of, keys_of
from amdesk.gui.place import Place
from amdesk.gui.theme import SIZE, SPACE
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.form import Field, Form
from amdesk.gui.widgets.labels import label
from amdesk.gui.widgets.layout import margins, scroll
from amdesk.i18n.catalog import _
from amdesk.services import interactions, summaries, unfinished
from amdesk.services.desk import Desk


class Begun(QWidget):
    """Says that the panel holds what was begun before. ``thrown_away`` when it is not wanted."""

    thrown_away = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("call-restored")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.as_kind(self, "notice")
        row = QHBoxLayout(self)
        margins(row, leading=SPACE.m, top=SPACE.xs, trailing=SPACE.xs, bottom=SPACE.xs)
        row.addWidget(label(_("This is what you had begun."), "body", name="call-restored-words"), 1)
        row.addWidget(button(_("Start afresh"), "plain", name="call-afresh", run=self.thrown_away.emit))
        self.hide()


class LogCall(QWidget):
    """The panel in which a call is logged; for a client, where one was looked at, with a person there."""

    TABLES = frozenset({"client", "contact"})
    place_requested = Signal(object)
    finished = Signal(object)

    def __init__(self, desk: Desk, *, client_id: int | None = None, contact_id: int | None = None) -> None:
        super().__init__()
        self._desk, self._about, self._with = desk, client_id, contact_id
        self._slot = f"call {client_id}" if client_id else "call"
        self.setObjectName("log-call")
        self.setAccessibleName(_("Log a call"))
        self.saver = Saver(self, desk.work)
        self.who = CallClient(desk, self)
        self.call = CallFields(desk, self)
        self.begun = Begun()
        self._fields = {"client": Field(_("Client"), self.who.pick)}
        self._build()
        self._connect()
        self._begin()
        save = button(_("Log call"), "primary", name="call-save", run=partial(self.save, summarise=False))
        onward = button(
            _("Log and summarise"), "", name="call-summarise", run=partial(self.save, summarise=True)
        )
        save.setToolTip(with_keys(_("Log call"), key_of("call.log")))
        onward.setToolTip(with_keys(_("Log and summarise"), key_of("call.onward")))
        for tool in (self.call.watch, onward, save):  # they stand in the window's frame, outside of the panel
            OwnKeys(tool, {"call.onward": partial(self.save, summarise=True)})
        self.face = Face(
            title=lambda: _("Log a call"), tools=(self.call.watch, onward, save), focus=self._first_field(),
            settle=self.saver.flush, bounded=True,
        )  # fmt: skip

    def _first_field(self) -> QWidget:
        return self.call.line if self.who.id is not None else self.who.pick

    def _build(self) -> None:
        form = Form(name="call-form")
        form.add(self.begun)
        form.add(self._fields["client"])
        self._fields |= self.call.lay_into(form, self.who.with_whom)
        hint = _("{log} logs it, {onward} goes on to the summary, {aside} keeps it for later.").format(
            log=keys_text(key_of("call.log")),
            onward=keys_text(key_of("call.onward")),
            aside=keys_text(key_of("call.aside")),
        )
        form.add(label(hint, "caption", name="call-hint", wrap=True))
        form.end()
        inner = QWidget()
        inner.setObjectName("call-inner")
        page = QVBoxLayout(inner)
        page.setContentsMargins(SPACE.xl, SPACE.s, SPACE.xl, SPACE.xl)
        page.setSpacing(SPACE.xxl)
        self._beside, self._below = QHBoxLayout(), QHBoxLayout()
        self._beside.setSpacing(SPACE.xxl)
        self._beside.addWidget(form, 3)
        self._beside.addWidget(self.who.glance, 2, Qt.AlignmentFlag.AlignTop)
        self._beside.addStretch()
        page.addLayout(self._beside)
        self._below.addStretch()
        page.addLayout(self._below)
        page.addStretch()
        self.who.glance.setMaximumWidth(theme.scaled(SIZE.promises))
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(scroll(inner, name="call-scroll"))

    def _connect(self) -> None:
        self.who.picked.connect(self._picked)
        self.who.changed.connect(self._touch)
        self.call.changed.connect(self._touch)
        self.begun.thrown_away.connect(self.start_afresh)
        for keys, run in (
            (key_of("call.timer"), self.call.watch.toggle),
            (key_of("call.outcome"), self.call.turn_outcome),
            (key_of("call.aside"), self.put_aside),
            *(
                (keys, partial(self.call.choose_channel, one))
                for keys, one in zip(keys_of("call.channel"), CHANNELS, strict=True)
            ),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)

    def _begin(self) -> None:
        """With what was begun before, or with the client one comes from."""
        begun = unfinished.read(self._desk, self._slot)
        last = self.who.show_if_there(begun.get("client") if begun else self._about)
        if begun is None:
            self._as_last_time(last)
            self.who.tick([self._with] if self._with is not None else None)
            return
        self.call.put(begun)
        self.who.tick(begun.get("people"))
        if self.who.id is None:
            self.who.pick.setText(str(begun.get("typed", "")))
        self.begun.show()

    def refresh(self) -> None:
        """The client may have changed meanwhile."""
        self.who.glance.show_client(self.who.id)

    def _picked(self, last: Interaction | None) -> None:
        tell(self._fields, None)
        self._as_last_time(last)
        self._touch()
        self.call.line.setFocus(Qt.FocusReason.TabFocusReason)

    def _as_last_time(self, last: Interaction | None) -> None:
        if last is not None:
            self.call.channel.choose(last.channel)

    def _touch(self) -> None:
        self.saver.touch("call", self._keep)

    def _keep(self) -> None:
        who = {"client": self.who.id, "typed": self.who.pick.text(), "people": self.who.people.ticked()}
        unfinished.keep(self._desk, self._slot, {**who, **self.call.values()})
        keep_open(self._desk, Place("log_call", about=self._about))

    def start_afresh(self) -> None:
        """Forget what was begun."""
        self.call.watch.stop()
        self.call.put({})
        self.who.clear()
        self.who.pick.show_choice(None)
        self._as_last_time(self.who.show_if_there(self._about))
        self.begun.hide()
        self._forget()
        self._first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def put_aside(self) -> None:
        """Close without logging; what was typed waits for the next time."""
        self.finished.emit(None)

    def save(self, *, summarise: bool) -> None:
        """Log the call, and go on to its summary or back to where one was."""
        tell(self._fields, None)
        onward = summarise and self.call.outcome.value() == "reached"
        try:
            with self._desk.step(N_("Log call")):
                interaction_id = self._log()
                if onward:
                    summaries.start(self._desk, interaction_id)
        except AmdeskError as error:
            if not tell(self._fields, error):
                raise
            return
        self.call.watch.stop()
        self._forget()
        if onward:
            self.finished.emit(Place("summary", interaction_id, self.who.id))
        else:
            self.finished.emit(None)

    def _log(self) -> int:
        if self.who.id is None:
            said = N_("Say which client it was: a few letters of the name are enough.")
            raise AmdeskError(said, beside="client")
        call = self.call
        return interactions.log(
            self._desk,
            client_id=self.who.id,
            occasion=call.line.text(),
            contact_ids=self.who.people.ticked(),
            channel=call.channel.value(),
            direction=call.direction.value(),
            outcome=call.outcome.value(),
            started_at=beside("began", call.began_at),
            minutes=beside("minutes", call.length),
            next_contact_on=beside("again", call.again.value),
        )

    def _forget(self) -> None:
        self.saver.drop()
        unfinished.forget(self._desk, self._slot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter logs from any field, Ctrl+Enter goes on."""
        if presses_button(event):
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.save(summarise=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window, what one knows of the client stands below the form."""
        super().resizeEvent(event)
        wide = self.width() >= theme.scaled(SIZE.two_columns)
        glance = self.who.glance
        if wide and self._beside.indexOf(glance) < 0:
            self._beside.insertWidget(1, glance, 2, Qt.AlignmentFlag.AlignTop)
        elif not wide and self._below.indexOf(glance) < 0:
            self._below.insertWidget(0, glance, 1)

    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():
            with suppress(DiskError):  # ``settle`` told of it before, and what waits is still here
                self.saver.flush()
                forget_open(self._desk)
        super().hideEvent(event)
