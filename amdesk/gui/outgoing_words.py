"""What is said of a mail of the outbox: in its line of the list, and beside it."""

from __future__ import annotations

from datetime import datetime, time

from amdesk.domain.messages import N_
from amdesk.domain.outgoing import NEEDS_THE_PERSON, STATE_NAMES, Outgoing
from amdesk.gui import show
from amdesk.gui.column_room import moments, room_for
from amdesk.gui.place import Place
from amdesk.gui.rows import Cell, Column
from amdesk.gui.theme import ToneName
from amdesk.gui.widgets.badge import Badge
from amdesk.i18n import format as formats
from amdesk.i18n.bidi import isolate
from amdesk.i18n.catalog import _, current, ngettext
from amdesk.services import mail_account, summaries
from amdesk.services.desk import Desk

_TONES: dict[str, tuple[ToneName, str]] = {
    "waiting": ("info", "clock"),
    "giving": ("info", "send"),
    "given": ("good", "done"),
    "refused": ("danger", "alert"),
    "unclear": ("warn", "question"),
}


def badge(one: Outgoing) -> Badge:
    """The state of a mail as a badge."""
    return _badge(one.state)


def _badge(state: str) -> Badge:
    tone, icon = _TONES[state]
    return Badge(_(STATE_NAMES[state]), tone, icon)


def columns(desk: Desk) -> tuple[Column[Outgoing], ...]:
    """The columns of the outbox."""
    return (
        Column("mail", N_("Mail"), _mail),
        Column(
            "state",
            N_("State"),
            lambda one: Cell("", _since(desk, one), badges=(badge(one),)),
            room_for(Cell("", told, (_badge(state),)) for state in _TONES for told in _samples(desk)),
        ),
    )


def _samples(desk: Desk) -> list[str]:
    late = show.clock(desk, datetime.combine(desk.today(), time(22, 58), desk.zone))
    return [*moments(desk), _("next try {time}").format(time=late)]


def _mail(one: Outgoing) -> Cell:
    people = show.joined(isolate(one.client) if one.client else "", show.listed(one.addressed_to))
    return Cell(one.subject, people, icon="mail", tip=one.subject)


def _since(desk: Desk, one: Outgoing) -> str:
    if one.state == "given":
        return show.moment_near(desk, one.answered_at) if one.answered_at else ""
    if one.state == "waiting" and one.tries and one.next_at is not None and _is_later(desk, one):
        return _("next try {time}").format(time=show.clock(desk, one.next_at))
    return show.moment_near(desk, one.answered_at or one.queued_at)


def told(desk: Desk, one: Outgoing) -> str:
    """What is known of its way, in a sentence or two; the server's own words are shown below it."""
    if one.state == "given":
        return _("Sent {moment}.").format(moment=show.moment(desk, one.answered_at))
    if one.state == "giving":
        return _("It is being handed to the server.")
    if one.state == "refused":
        return _("It was not accepted and is not sent:")
    if one.state == "unclear":
        return _unclear(one)
    return _waiting(desk, one)


def _unclear(one: Outgoing) -> str:
    if one.answered_at is not None:
        return _("It may have gone out: the connection broke as the server was answering.")
    return _(
        "Nobody knows whether it went out: amdesk ended in the middle of it, or it came back with a backup "
        "or an import."
    )


def _waiting(desk: Desk, one: Outgoing) -> str:
    since = _("In the outbox since {moment}.").format(moment=show.moment(desk, one.queued_at))
    if mail_account.of(desk) is None:
        return f"{since} {_('It is sent once there is a sending account.')}"
    is_later = _is_later(desk, one)
    if not one.tries:
        held = _("It is sent in a moment; until then it can be taken out.")
        return f"{since} {held if is_later else _('It is sent as soon as it can be.')}"
    next_ = (
        _("It is tried again at {time}.").format(time=show.clock(desk, one.next_at))
        if is_later
        else _("It is sent as soon as it can be.")
    )
    why = _("It has not gone out yet:") if one.words else _("There was no network, or no answer.")
    return f"{since} {next_} {why}"


def _is_later(desk: Desk, one: Outgoing) -> bool:
    """Whether it is known when it is tried next: without an account nothing is."""
    return one.next_at is not None and one.next_at > desk.now() and mail_account.of(desk) is not None


def place_of(desk: Desk, one: Outgoing) -> Place | None:
    """What a mail is about, to go there; nothing where that is known no more."""
    if one.summary_id is not None:
        call = summaries.get(desk, one.summary_id).interaction_id
        return Place("summary", call, one.client_id)
    if one.task_id is not None:
        return Place("task", one.task_id, one.client_id)
    if one.client_id is not None:
        at = f"contact-{one.contact_id}" if one.contact_id is not None else ""
        return Place("client", one.client_id, at=at)
    return None


def counted(waiting: int, wrong: int) -> str:
    """How much is in the outbox, as it is read out."""
    said = ngettext("{n} mail waits", "{n} mails wait", waiting).format(n=show.count(waiting))
    if not wrong:
        return said
    needs = ngettext("{n} needs you", "{n} need you", wrong).format(n=show.count(wrong))
    return needs if not waiting else formats.listed((needs, said), current())


def needs_the_person(one: Outgoing) -> bool:
    """Whether nothing comes of a mail until somebody says what is to become of it."""
    return one.state in NEEDS_THE_PERSON
