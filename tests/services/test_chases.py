"""Reminding a client of a summary they have not answered."""

from __future__ import annotations

from datetime import date
from email import message_from_bytes, policy

import pytest

from amdesk.domain.errors import AmdeskError
from amdesk.domain.points import Point
from amdesk.services import agenda, contacts, drafts, handing, interactions, proofs, summaries
from amdesk.services.desk import Desk
from tests.desks import Clock, MailBox, desk, summary_of_call

CANARY = "Zaffre-7431"


def sent(at: Desk, **values: object) -> int:
    """A summary that was sent and waits for its answer."""
    at.settings.choose("my_email", "noa@bright.example")
    summary = summary_of_call(at, **values)
    summaries.write(at, summary, [Point("decision", "We start in February.")])
    summaries.mark_sent(at, summary)
    return summary


def due_on(at: Desk, summary: int) -> date | None:
    return summaries.chase_due_on(at, summary)


def test_the_reminder_answers_the_first_mail_and_quotes_it() -> None:
    box = MailBox()
    at = desk(mail=box)
    summary = sent(at)
    first = drafts.compose(at, summary)
    summaries.hand_over_chase_by(at, summary, way="eml")
    name, data = box.drafts[0]
    mail = message_from_bytes(data, policy=policy.default)
    assert name == "NT-2026-001-v1-chase1"
    assert (mail["In-Reply-To"], mail["References"]) == (first.message_id, first.message_id)
    assert mail["Message-ID"] != first.message_id
    assert mail["Subject"] == f"Re: {first.subject}"
    assert mail["To"] == "maya@northwind.example"
    assert "> 1. We start in February." in drafts.compose_chase(at, summary).plain


def test_handing_a_reminder_over_is_not_reminding() -> None:
    at = desk()
    summary = sent(at)
    summaries.hand_over_chase_by(at, summary)
    assert summaries.get(at, summary).chases == 0
    summaries.chase(at, summary)
    assert summaries.get(at, summary).chases == 1
    at.undo()
    assert summaries.get(at, summary).chases == 0


def test_a_reminder_goes_by_the_first_way_that_works() -> None:
    box, copied = MailBox(), list[drafts.Draft]()
    at = desk(mail=box)
    summary = sent(at)
    at.settings.choose("hand_over", ("clipboard", "eml", "mailto"))
    summaries.hand_over_chase_by(at, summary, own={"clipboard": copied.append})
    assert [one.message_id for one in copied] == [drafts.compose_chase(at, summary).message_id]
    assert box.drafts == []


def test_a_link_keeps_the_reminder_with_what_it_reminds_of() -> None:
    at = desk()
    draft = drafts.compose_chase(at, sent(at))
    link = handing.mailto(draft)
    assert link is not None
    assert "in-reply-to=%3C" in link


def test_the_second_reminder_says_it_in_other_words() -> None:
    at = desk()
    summary = sent(at)
    first = drafts.compose_chase(at, summary)
    summaries.chase(at, summary)
    second = drafts.compose_chase(at, summary)
    assert first.plain.split("\n\n")[1] != second.plain.split("\n\n")[1]
    assert first.message_id != second.message_id


def test_only_what_is_unanswered_can_be_chased() -> None:
    at = desk()
    summary = sent(at)
    summaries.confirm(at, summary, who="Maya Stern", how="phone")
    with pytest.raises(AmdeskError, match="still unanswered"):
        drafts.compose_chase(at, summary)


def test_the_reminder_speaks_the_clients_language_and_calendar() -> None:
    at = desk()
    draft = drafts.compose_chase(at, sent(at, language="fa", calendar="jalali"))
    assert draft.language == "fa"
    assert "۲۳ آذر ۱۴۰۵" in draft.plain


def test_nothing_private_reaches_the_reminder() -> None:
    at = desk()
    summary = sent(at, notes=f"{CANARY} notes", next_step=f"{CANARY} step")
    call = summaries.get(at, summary).interaction_id
    interactions.set_private_note(at, call, f"{CANARY} note")
    interactions.change(at, call, participants=f"{CANARY} participants", occasion=f"{CANARY} occasion")
    draft = drafts.compose_chase(at, summary)
    assert CANARY not in draft.subject + draft.plain + draft.html
    assert CANARY.encode() not in handing.eml(at, draft)


def test_who_is_gone_or_has_no_address_is_said_before_it_goes_out() -> None:
    at = desk()
    summary = sent(at)
    assert drafts.chase_guards(at, summary) == ()
    contacts.mark_left(at, 1)
    assert [guard.kind for guard in drafts.chase_guards(at, summary)] == ["gone"]


def test_the_reminder_dropped_in_shows_that_it_was_sent_once() -> None:
    at = desk()
    summary = sent(at)
    data = handing.eml(at, drafts.compose_chase(at, summary))
    for _again in range(2):
        assert proofs.take(at, summary, data).kind == "chased"
    assert summaries.get(at, summary).chases == 1


def test_an_answer_to_the_reminder_is_an_answer() -> None:
    at = desk()
    summary = sent(at)
    reminder = drafts.compose_chase(at, summary).message_id
    summaries.chase(at, summary)
    answer = (
        f"From: M <maya@northwind.example>\nMessage-ID: <1@x.example>\nIn-Reply-To: {reminder}\n\nFine.\n"
    )
    assert proofs.take(at, summary, answer.encode()).who == "Maya Stern"


def test_a_mail_of_ones_own_is_no_answer() -> None:
    at = desk()
    summary = sent(at)
    ours = drafts.compose(at, summary).message_id
    mine = f"From: Noa <Noa@bright.example>\nMessage-ID: <other@x.example>\nIn-Reply-To: {ours}\n\nWell?\n"
    with pytest.raises(AmdeskError, match="from you"):
        proofs.take(at, summary, mine.encode())


def test_a_chase_waits_for_the_clients_own_working_days() -> None:
    at = desk()  # a Monday
    at_home, in_israel = sent(at, country="GB"), sent(at, name="Oren", country="IL")
    assert due_on(at, at_home) == due_on(at, in_israel) == date(2026, 12, 16)
    clock = Clock()
    clock.move(days=9)  # Wednesday 23 December: Christmas follows, and a Monday for Boxing Day
    later = desk(clock)
    assert due_on(later, sent(later, country="GB")) == date(2026, 12, 29)
    assert due_on(later, sent(later, name="Oren", country="IL")) == date(2026, 12, 27)


def test_today_does_not_chase_on_a_holiday_of_the_client() -> None:
    clock = Clock()
    clock.move(days=9)
    at = desk(clock)
    sent(at, country="GB")
    clock.move(days=5)  # Monday, free for Boxing Day
    assert not summaries.is_chase_due(at, 1)
    assert "confirmations" not in [section.name for section in agenda.today(at).sections]
    clock.move(days=1)
    assert summaries.is_chase_due(at, 1)
    assert "confirmations" in [section.name for section in agenda.today(at).sections]


def test_what_was_answered_wants_no_chase() -> None:
    at = desk()
    summary = sent(at)
    summaries.confirm(at, summary, who="Maya Stern", how="phone")
    assert due_on(at, summary) is None
