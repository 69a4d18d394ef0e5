"""The fields of a call: the one line, the people, how it took place, when, and when to speak again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from decimal import Decimal

from PySide6.QtCore import QObject, Signal

from amdesk.domain.errors import AmdeskError
from amdesk.domain.interaction import CHANNEL_NAMES, DIRECTION_NAMES, OUTCOME_NAMES
from amdesk.domain.messages import N_
from amdesk.gui.page_keys import key_of, keys_of
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.dates import DateField
from amdesk.gui.widgets.fields import LineField
from amdesk.gui.widgets.figures import NumberField, TimeField
from amdesk.gui.widgets.flow import Flow
from amdesk.gui.widgets.form import Field, Form
from amdesk.gui.widgets.segments import Segment, Segments
from amdesk.gui.widgets.stopwatch import Stopwatch
from amdesk.i18n.catalog import _, current
from amdesk.i18n.format import number_text
from amdesk.services.desk import Desk
from amdesk.services.week import week_of

_DAY = 24 * 60


class CallFields(QObject):
    """Everything of a call but its client. ``changed`` tells that something was typed or chosen."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._began_typed = False
        self.line = LineField(name="call-line", accessible=_("What was it about?"))
        channels = [
            Segment(one, _(said), one, key)
            for key, (one, said) in zip(keys_of("call.channel"), CHANNEL_NAMES.items(), strict=True)
        ]
        self.channel = Segments(
            channels, "mobile", name="call-channel", accessible=_("Channel"), pictures=True
        )
        ways = [Segment(one, _(said), one) for one, said in DIRECTION_NAMES.items()]
        self.direction = Segments(ways, "out", name="call-direction", accessible=_("Direction"))
        ends = [
            Segment(one, _(said), _END[one], key_of("call.outcome")) for one, said in OUTCOME_NAMES.items()
        ]
        self.outcome = Segments(ends, "reached", name="call-outcome", accessible=_("Outcome"))
        self.minutes = NumberField(
            None,
            name="call-minutes",
            accessible=_("Minutes"),
            placeholder=number_text(0, current()),
            check=_check_length,
            example=Decimal(25),
        )
        self.began = TimeField(None, name="call-began", accessible=_("Began at"))
        week = week_of(desk)
        self.day = DateField(None, name="call-day", accessible=_("Day"), week=week, placeholder=_("Today"))
        self.again = DateField(
            None,
            name="call-next",
            accessible=_("Next contact on"),
            week=week,
            placeholder=_("tomorrow, Monday, 14/12…"),
        )
        self.watch = Stopwatch(desk.now, name="call-timer")
        self._connect()
        self.show_began()

    def lay_into(self, form: Form, with_whom: Field) -> dict[str, Field]:
        """Put the fields into a form, the people after the line; those that may be wrong, by name."""
        fields = {
            "minutes": Field(_("Minutes"), self.minutes),
            "began": Field(_("Began at"), self.began),
            "day": Field(_("Day"), self.day),
            "again": Field(_("Next contact on"), self.again, term="next_contact"),
        }
        form.add(Field(_("What was it about?"), self.line))
        form.add(with_whom)
        form.add(Field(_("Channel"), self.channel, term="channel"))
        how = (Field(_("Direction"), self.direction), Field(_("Outcome"), self.outcome, term="outcome"))
        form.add(Flow(how, name="call-how", gap=SPACE.xl, below=SPACE.l))
        form.add(fields["minutes"], fields["began"], fields["day"], stretch=(1, 1, 3))
        form.add(fields["again"])
        return fields

    def _connect(self) -> None:
        for line in (self.line, self.minutes, self.began, self.day, self.again):
            line.textEdited.connect(lambda _text: self.changed.emit())
        for day in (self.day, self.again):
            day.changed.connect(self.changed)
        for choice in (self.channel, self.direction, self.outcome):
            choice.picked.connect(lambda _value: self.changed.emit())
        self.minutes.textEdited.connect(lambda _text: self.show_began())
        self.began.textEdited.connect(self._began_edited)
        self.watch.ticked.connect(self._ticked)

    def choose_channel(self, channel: str) -> None:
        """Choose a channel by its key."""
        self.channel.choose(channel)
        self.changed.emit()

    def turn_outcome(self) -> None:
        """Reached, or not."""
        self.outcome.choose("not_reached" if self.outcome.value() == "reached" else "reached")
        self.changed.emit()

    def _began_edited(self, text: str) -> None:
        self._began_typed = bool(text.strip())

    def _ticked(self) -> None:
        self.minutes.put(Decimal(self.watch.minutes))
        self.show_began()
        self.changed.emit()

    def show_began(self) -> None:
        """While nobody types when it began, that is now less its length."""
        if self._began_typed:
            return
        try:
            began = self._desk.now() - timedelta(minutes=self.length())
        except AmdeskError:
            return
        began = self.watch.began_at or began
        self.began.put(began.astimezone(self._desk.zone).time().replace(second=0, microsecond=0))

    def length(self) -> int:
        """The minutes typed."""
        return int(self.minutes.value() or 0)

    def began_at(self) -> datetime | None:
        """When it began, where somebody said so; else the service reckons it from now."""
        if self.watch.began_at is not None and not self._began_typed:
            return self.watch.began_at
        on = self.day.value()
        if on is None and not self._began_typed:
            return None
        at = self.began.value() or self._desk.now().astimezone(self._desk.zone).time()
        return datetime.combine(on or self._desk.today(), at, tzinfo=self._desk.zone)

    def values(self) -> dict[str, object]:
        """What stands in the fields, to be put back."""
        return {
            "line": self.line.text(),
            "channel": self.channel.value(),
            "direction": self.direction.value(),
            "outcome": self.outcome.value(),
            "minutes": self.minutes.text(),
            "began": self.began.text() if self._began_typed else "",
            "day": self.day.text(),
            "again": self.again.text(),
            "watch": self.watch.began_at.isoformat() if self.watch.began_at else "",
        }

    def put(self, values: Mapping[str, object]) -> None:
        """Put back what ``values`` gave."""
        self.line.setText(str(values.get("line", "")))
        self.channel.choose(str(values.get("channel", "mobile")))
        self.direction.choose(str(values.get("direction", "out")))
        self.outcome.choose(str(values.get("outcome", "reached")))
        self.minutes.put_text(str(values.get("minutes", "")))
        began = str(values.get("began", ""))
        self._began_typed = bool(began)
        self.began.put_text(began)
        self.day.put_text(str(values.get("day", "")))
        self.again.put_text(str(values.get("again", "")))
        if values.get("watch"):
            self.watch.run_from(datetime.fromisoformat(str(values["watch"])))
        self.show_began()


def _check_length(minutes: Decimal) -> None:
    if not 0 <= minutes <= _DAY or minutes != int(minutes):
        raise AmdeskError(N_("A call lasts from 0 minutes to a day."))


_END = {"reached": "done", "not_reached": "missed"}
