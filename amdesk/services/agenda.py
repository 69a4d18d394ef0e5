"""Today: what wants attention now, and why."""

from __future__ import annotations

from amdesk.domain.agenda import Agenda, Moment, next_contact, section, to_answer, to_chase, to_write
from amdesk.services.desk import Desk
from amdesk.services.week import work_week
from amdesk.store import agenda as store
from amdesk.store import summaries

_MOST = 200  # of each kind: nobody reads further, and the list says how many it shows


def today(desk: Desk) -> Agenda:
    """The sections that have rows, in their order."""
    at = Moment(desk.now(), lambda moment: moment.astimezone(desk.zone).date())
    unwritten = store.open_calls(desk.store, ("missing", "draft"), now=at.now, limit=_MOST)
    unanswered = store.open_calls(desk.store, ("handed_over", "sent", "no_answer"), now=at.now, limit=_MOST)
    due = store.next_contacts(desk.store, by=at.today, limit=_MOST)
    questions = summaries.open_questions(desk.store, limit=_MOST)
    sections = (
        section("summaries", (to_write(call, at) for call in unwritten)),
        section("confirmations", (to_chase(call, at, work_week(call.country)) for call in unanswered)),
        section("next_contacts", (next_contact(client, at) for client in due)),
        section("questions", (to_answer(one, at) for one in questions)),
    )
    return Agenda(at.now, tuple(one for one in sections if one.rows))
