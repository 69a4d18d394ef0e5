"""The columns of the call log."""

from __future__ import annotations

from collections.abc import Callable

from amdesk.domain.interaction import CHANNEL_NAMES, OUTCOME_NAMES, CallLine
from amdesk.domain.messages import N_
from amdesk.domain.summary import STATE_NAMES
from amdesk.gui import show, words
from amdesk.gui.column_room import moments, room_for
from amdesk.gui.rows import Cell, Column
from amdesk.gui.widgets.badge import Badge
from amdesk.i18n.catalog import _
from amdesk.services.desk import Desk

Shows = Callable[[str], bool]

_USUAL_MINUTES, _USUAL_ROOM = 25, 160


def columns(desk: Desk, shows: Shows) -> tuple[Column[CallLine], ...]:
    """Every column; ``shows`` tells whether another one is shown, which then need not be said twice."""
    return (
        Column("client", N_("Client"), lambda line: _client(line, shows)),
        Column("occasion", N_("What it was about"), lambda line: Cell(line.occasion, tip=line.occasion)),
        Column("when", N_("When"), lambda line: _when(desk, line, shows), _room_for_when(desk)),
        Column("state", N_("Summary"), _state, room_for(Cell("", badges=(one,)) for one in _badges())),
        Column(
            "reference", N_("Reference"), lambda line: Cell(line.reference, code=True), 128, usual=False
        ),
        Column("channel", N_("Channel"), lambda line: Cell(_(CHANNEL_NAMES[line.channel])), 144, usual=False),
        Column("length", N_("Duration"), lambda line: Cell(show.minutes(line.minutes)), 96, usual=False),
    )  # fmt: skip


def _client(line: CallLine, shows: Shows) -> Cell:
    icon = words.call_icon(line.channel, line.direction, line.outcome)
    return Cell(line.client, "" if shows("reference") else line.reference, icon=icon)


def _when(desk: Desk, line: CallLine, shows: Shows) -> Cell:
    channel = "" if shows("channel") else _(CHANNEL_NAMES[line.channel])
    length = "" if shows("length") else show.minutes(line.minutes)
    return Cell(show.moment_near(desk, line.started_at), show.joined(channel, length))


def _state(line: CallLine) -> Cell:
    if line.outcome == "not_reached":
        return Cell("", badges=(Badge(_(OUTCOME_NAMES["not_reached"])),))
    return Cell("", badges=(Badge(_(STATE_NAMES[line.state]), words.STATE_TONE[line.state]),))


def _room_for_when(desk: Desk) -> int:
    """For a late moment, and for the channel most calls are made on: in Persian the usual is too little."""
    usual = show.joined(_(CHANNEL_NAMES["mobile"]), show.minutes(_USUAL_MINUTES))
    return max(_USUAL_ROOM, room_for(Cell(moment, usual) for moment in moments(desk)))


def _badges() -> list[Badge]:
    """All that is said of a summary."""
    return [Badge(_(one)) for one in (*STATE_NAMES.values(), OUTCOME_NAMES["not_reached"])]
