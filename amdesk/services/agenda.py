"""Today: what wants attention now, and why."""

from __future__ import annotations

from amdesk.domain.agenda import Agenda, Moment, Row, section, to_chase, to_write
from amdesk.domain.client import Client
from amdesk.domain.messages import N_, Message
from amdesk.domain.timeline import OpenPoint
from amdesk.services.desk import Desk
from amdesk.store import agenda as store
from amdesk.store import summaries
from amdesk.store.table import encode

_MOST = 500  # of each kind: nobody reads further, and the list says how many it shows


def today(desk: Desk) -> Agenda:
    """The sections that have rows, in their order: summaries, confirmations, next_contacts, questions."""
    at = Moment(desk.now(), lambda moment: moment.astimezone(desk.zone).date())
    now = str(encode(at.now))
    unwritten = store.open_calls(desk.store, ("missing", "draft"), now=now, limit=_MOST)
    unanswered = store.open_calls(desk.store, ("handed_over", "sent", "no_answer"), now=now, limit=_MOST)
    due = store.next_contacts(desk.store, by=at.today, limit=_MOST)
    questions = summaries.open_questions(desk.store, limit=_MOST)
    sections = (
        section("summaries", (to_write(call, at) for call in unwritten)),
        section("confirmations", (to_chase(call, at) for call in unanswered)),
        section("next_contacts", (_next_contact(client, at) for client in due)),
        section("questions", (_question(one, at) for one in questions)),
    )
    return Agenda(at.now, tuple(one for one in sections if one.rows))


def _next_contact(client: Client, at: Moment) -> Row:
    assert client.next_contact_on is not None
    days = (at.today - client.next_contact_on).days
    step = client.next_step.strip()
    reason = (
        Message.of(N_("Next contact: {step}"), step=step)
        if step
        else Message.of(N_("Next contact was set for this day"))
    )
    return Row(
        "client", client.id, client.uuid, client.id, client.name, reason, "log", days, days > 0, client.vip
    )


def _question(one: OpenPoint, at: Moment) -> Row:
    days = (at.today - at.local(one.said_at)).days
    reason = Message.of(N_("Open question: {question}"), question=one.point.text)
    return Row("point", one.point.id or 0, one.point.uuid, one.client_id, one.client, reason, "answer", days)
