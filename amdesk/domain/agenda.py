"""Today: the rules by which something stands on the list, each with the sentence that says why."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from amdesk.domain.client import Client
from amdesk.domain.messages import N_, Message
from amdesk.domain.points import age_days
from amdesk.domain.summary import chase_due_on, is_overdue_to_write
from amdesk.domain.timeline import OpenPoint
from amdesk.domain.workdays import WorkWeek

CAP = 15  # rows of a section that are shown at first
# The sections with what they are called (message ids), in their order.
SECTION_NAMES = {
    "summaries": N_("Summaries to write"),
    "confirmations": N_("Confirmations to chase"),
    "next_contacts": N_("Clients to contact"),
    "questions": N_("Open questions"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of Today: what it is about, why it is there, and since how many days.

    ``kind`` names the noun (interaction, summary, client, point) that ``id`` and ``uuid`` belong to, and
    ``action`` the verb its key does; ``urgent`` rows are shown as overdue.
    """

    kind: str
    id: int
    uuid: str
    client_id: int
    client: str
    reason: Message
    action: str
    age_days: int = 0
    urgent: bool = False
    vip: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A part of Today, one of ``SECTION_NAMES``; its rows in the order in which they want attention."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Agenda:
    """Everything that wants attention at a moment."""

    as_of: datetime
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class OpenCall:
    """A reached call whose summary is not settled: the facts that the rules below look at.

    ``ended_at`` is when the call was over; ``country`` (ISO 3166) is that of the client's week.
    """

    interaction_id: int
    interaction_uuid: str
    summary_id: int | None
    summary_uuid: str | None
    client_id: int
    client: str
    vip: bool
    reference: str
    state: str
    ended_at: datetime
    handed_over_at: datetime | None = None
    sent_at: datetime | None = None
    chases: int = 0
    chased_at: datetime | None = None
    country: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """Now, and the date it is where the person is; ``local`` gives the date of any other moment there."""

    now: datetime
    local: Callable[[datetime], date]

    @property
    def today(self) -> date:
        """The date where the person is."""
        return self.local(self.now)


def to_write(call: OpenCall, at: Moment) -> Row | None:
    """A call without a summary: listed at once, red after 24 hours."""
    if call.state not in {"missing", "draft"}:
        return None
    late = is_overdue_to_write(call.ended_at, at.now)
    text = (
        N_("Summary of {reference} not begun")
        if call.state == "missing"
        else N_("Summary of {reference} not sent")
    )
    return _row(call, at, text, "write", since=call.ended_at, urgent=late, of_summary=False)


def to_chase(call: OpenCall, at: Moment, week: WorkWeek) -> Row | None:
    """A summary that left the desk and is not answered: was it sent? is a chase due? was it given up?

    ``week`` is the client's.
    """
    if call.state == "handed_over" and call.handed_over_at:
        return _row(call, at, N_("Was the summary of {reference} sent?"), "sent", since=call.handed_over_at)
    if call.state == "no_answer" and call.sent_at:
        return _row(call, at, N_("No answer to {reference}"), "open", since=call.sent_at)
    if call.state != "sent" or call.sent_at is None:
        return None
    chased_on = at.local(call.chased_at) if call.chased_at else None
    due_on = chase_due_on(at.local(call.sent_at), call.chases, week, chased_on=chased_on)
    if due_on is None:
        return _row(call, at, N_("{reference} chased twice, still no answer"), "open", since=call.sent_at)
    if due_on > at.today:
        return None
    text = (
        N_("{reference} not confirmed: remind")
        if call.chases == 0
        else N_("{reference} still not confirmed: call")
    )
    return _row(call, at, text, "chase", since=call.sent_at, urgent=True)


def next_contact(client: Client, at: Moment) -> Row | None:
    """The day agreed for the next contact has come; red from the day after."""
    if client.next_contact_on is None or client.next_contact_on > at.today:
        return None
    step = client.next_step.strip()
    reason = (
        Message.of(N_("Next contact: {step}"), step=step)
        if step
        else Message.of(N_("Next contact was set for this day"))
    )
    days = (at.today - client.next_contact_on).days
    return Row(
        kind="client",
        id=client.id,
        uuid=client.uuid,
        client_id=client.id,
        client=client.name,
        reason=reason,
        action="log",
        age_days=days,
        urgent=days > 0,
        vip=client.vip,
    )


def to_answer(question: OpenPoint, at: Moment) -> Row:
    """A question that waits for its answer (row S14)."""
    return Row(
        kind="point",
        id=question.point.id or 0,
        uuid=question.point.uuid,
        client_id=question.client_id,
        client=question.client,
        reason=Message.of(N_("Open question: {question}"), question=question.point.text),
        action="answer",
        age_days=age_days(question.point, at.local(question.said_at), at.today),
    )


def _row(
    call: OpenCall, at: Moment, text: str, action: str, *, since: datetime, urgent: bool = False,
    of_summary: bool = True,
) -> Row:  # fmt: skip
    about_summary = of_summary and call.summary_id is not None
    return Row(
        kind="summary" if about_summary else "interaction",
        id=(call.summary_id if about_summary else call.interaction_id) or 0,
        uuid=(call.summary_uuid if about_summary else call.interaction_uuid) or "",
        client_id=call.client_id,
        client=call.client,
        reason=Message.of(text, reference=call.reference),
        action=action,
        age_days=(at.today - at.local(since)).days,
        urgent=urgent,
        vip=call.vip,
    )


def section(name: str, rows: Iterable[Row | None]) -> Section:
    """A section in its order: what is urgent first, then VIP clients, then the oldest."""
    found = [row for row in rows if row is not None]
    return Section(name, tuple(sorted(found, key=lambda row: (not row.urgent, not row.vip, -row.age_days))))
