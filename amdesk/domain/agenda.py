"""Today: the rules by which something stands on the list, each with the sentence that says why."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from amdesk.domain.agenda_rows import Row
from amdesk.domain.cadence import STANDARD, Cadence, Due, due
from amdesk.domain.messages import N_, Message
from amdesk.domain.notice import Notice, advised
from amdesk.domain.points import age_days
from amdesk.domain.reminder import Armed
from amdesk.domain.summary import CHASE_AFTER, chase_due_on, is_overdue_to_write
from amdesk.domain.timeline import OpenPoint
from amdesk.domain.workdays import WorkWeek

_QUIET = 30  # days that count as one for what is listed quietly


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
    is_key: bool
    reference: str
    state: str
    ended_at: datetime
    handed_over_at: datetime | None = None
    sent_at: datetime | None = None
    chases: int = 0
    chased_at: datetime | None = None
    country: str = ""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A client who may be due: the facts that the rules below look at."""

    client_id: int
    uuid: str
    client: str
    is_key: bool
    stage: str
    tier: str | None
    next_step: str
    next_contact_on: date | None
    last_contact_at: datetime | None
    created_at: datetime | None


@dataclass(frozen=True, slots=True)
class Moment:
    """Now, and the date ``today`` where the person is; ``local`` gives the date of any other moment there."""

    now: datetime
    local: Callable[[datetime], date]
    today: date = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "today", self.local(self.now))


def to_remember(one: Armed, at: Moment) -> Row | None:
    """A reminder, from the moment it rings until it is settled; red when its own day has passed."""
    its = one.reminder
    if one.rings_at is None:
        return None
    rings_on = at.local(one.rings_at)
    return Row(
        kind="reminder",
        id=its.id,
        uuid=its.uuid,
        client_id=its.client_id,
        client=one.client,
        reason=_reminding(one),
        action="done",
        due_on=rings_on,
        age_days=max((at.today - rings_on).days, 0),
        urgent=its.due_on < at.today,
        is_key=one.is_key or its.urgent,
        pressure=_pressure(at, rings_on),
        at=one.rings_at,
    )


def _reminding(one: Armed) -> Message:
    its = one.reminder
    if its.kind == "deadline":
        return Message.of(N_("Deadline on {date}: {text}"), date=its.due_on, text=its.text)
    if its.kind == "personal":
        return Message.of(N_("{date}: {text}"), date=its.due_on, text=its.text)
    return Message.of(N_("Urgent reminder: {text}") if its.urgent else N_("Reminder: {text}"), text=its.text)


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

    ``week`` is the client's. The row of a chase to come is due on its day.
    """
    if call.state == "handed_over" and call.handed_over_at:
        return _row(call, at, N_("Was the summary of {reference} sent?"), "sent", since=call.handed_over_at)
    if call.state == "no_answer" and call.sent_at:
        text = N_("No answer to {reference}")
        return _row(call, at, text, "open", since=call.sent_at, period=_QUIET)
    if call.state != "sent" or call.sent_at is None:
        return None
    chased_on = at.local(call.chased_at) if call.chased_at else None
    due_on = chase_due_on(at.local(call.sent_at), call.chases, week, chased_on=chased_on)
    if due_on is None:
        text = N_("{reference} chased twice, still no answer")
        return _row(call, at, text, "open", since=call.sent_at, period=_QUIET)
    text, action = (
        (N_("{reference} not confirmed: remind"), "chase")
        if call.chases == 0
        else (N_("{reference} still not confirmed: call"), "call")
    )
    return _row(
        call, at, text, action, since=call.sent_at, due_on=due_on, period=CHASE_AFTER[call.chases],
        urgent=due_on <= at.today,
    )  # fmt: skip


def to_contact(client: Waiting, at: Moment, cadences: Mapping[str, Cadence]) -> Row | None:
    """A client whose agreed day comes, red from the day after; or, without one, whose turn it is by tier."""
    if client.next_contact_on is not None:
        step = client.next_step.strip()
        reason = (
            Message.of(N_("Next contact: {step}"), step=step)
            if step
            else Message.of(N_("Next contact was set for this day"))
        )
        usual = cadences.get(client.tier or "", STANDARD["C"]).ideal
        late = at.today > client.next_contact_on
        return _client_row(client, at, reason, due_on=client.next_contact_on, period=usual, urgent=late)
    turn = turn_of(client, at, cadences)
    if turn is None:
        return None
    late = at.today > turn.latest
    reason = _waited(client, turn, late=late)
    return _client_row(client, at, reason, due_on=turn.on, period=turn.cadence.ideal, urgent=late)


def turn_of(client: Waiting, at: Moment, cadences: Mapping[str, Cadence]) -> Due | None:
    """When it is a client's turn by the cadence of its tier, where the person is."""
    return due(
        cadences,
        tier=client.tier,
        stage=client.stage,
        last_on=at.local(client.last_contact_at) if client.last_contact_at else None,
        added_on=at.local(client.created_at) if client.created_at else None,
        next_contact_on=client.next_contact_on,
    )


def _waited(client: Waiting, turn: Due, *, late: bool) -> Message:
    told = {"date": turn.since, "tier": client.tier}
    if client.last_contact_at is None:
        return Message.count(
            N_("Added on {date}, never contacted: due after {n} day for tier {tier}"),
            N_("Added on {date}, never contacted: due after {n} days for tier {tier}"),
            turn.cadence.ideal, **told,
        )  # fmt: skip
    if late:
        return Message.count(
            N_("No contact since {date}: more than {n} day for tier {tier}"),
            N_("No contact since {date}: more than {n} days for tier {tier}"),
            turn.cadence.longest, **told,
        )  # fmt: skip
    return Message.count(
        N_("No contact since {date}: due after {n} day for tier {tier}"),
        N_("No contact since {date}: due after {n} days for tier {tier}"),
        turn.cadence.ideal, **told,
    )  # fmt: skip


def to_congratulate(notice: Notice, at: Moment, *, on: date) -> Row:
    """A personal date, on a day it is told of; red once it is belated."""
    last = notice.last_contact_at
    return Row(
        kind=notice.noun,
        id=notice.id,
        uuid=notice.uuid,
        client_id=notice.client_id,
        client=notice.client,
        reason=advised(notice, today=at.today, last_on=at.local(last) if last else None),
        action="congratulate",
        due_on=on,
        age_days=(at.today - notice.occurs_on).days,
        urgent=notice.occurs_on < at.today,
        is_key=notice.is_key,
        pressure=_pressure(at, notice.occurs_on),
        contact_id=notice.contact_id,
    )


def to_answer(question: OpenPoint, at: Moment) -> Row:
    """A question that waits for its answer (row S14)."""
    asked_on = at.local(question.said_at)
    return Row(
        kind="point",
        id=question.point.id or 0,
        uuid=question.point.uuid,
        client_id=question.client_id,
        client=question.client,
        reason=Message.of(N_("Open question: {question}"), question=question.point.text),
        action="answer",
        due_on=asked_on,
        age_days=age_days(question.point, asked_on, at.today),
        is_key=question.is_key,
        pressure=_pressure(at, asked_on),
    )


def _pressure(at: Moment, due_on: date, period: int = 1) -> float:
    return (at.today - due_on).days / period


def _client_row(
    client: Waiting, at: Moment, reason: Message, *, due_on: date, period: int, urgent: bool
) -> Row:
    return Row(
        kind="client",
        id=client.client_id,
        uuid=client.uuid,
        client_id=client.client_id,
        client=client.client,
        reason=reason,
        action="log",
        due_on=due_on,
        age_days=max((at.today - due_on).days, 0),
        urgent=urgent,
        is_key=client.is_key,
        pressure=_pressure(at, due_on, period),
    )


def _row(
    call: OpenCall, at: Moment, text: str, action: str, *, since: datetime, due_on: date | None = None,
    period: int = 1, urgent: bool = False, of_summary: bool = True,
) -> Row:  # fmt: skip
    about_summary = of_summary and call.summary_id is not None
    began_on = at.local(since)
    return Row(
        kind="summary" if about_summary else "interaction",
        id=(call.summary_id if about_summary else call.interaction_id) or 0,
        uuid=(call.summary_uuid if about_summary else call.interaction_uuid) or "",
        client_id=call.client_id,
        client=call.client,
        reason=Message.of(text, reference=call.reference),
        action=action,
        due_on=due_on or began_on,
        age_days=(at.today - began_on).days,
        urgent=urgent,
        is_key=call.is_key,
        pressure=_pressure(at, due_on or began_on, period),
    )
