"""Canaries: what is ours alone is in no form of the mail."""

from __future__ import annotations

from amdesk.domain.points import Point
from amdesk.services import drafts, handing, interactions, summaries
from tests.desks import desk, summary_of_call

CANARY = "Zaffre-7431"


def test_the_private_note_reaches_no_part_of_the_mail() -> None:
    at = desk()
    summary = summary_of_call(at, notes=f"{CANARY} notes", next_step=f"{CANARY} step")
    call = summaries.get(at, summary).interaction_id
    interactions.set_private_note(at, call, f"{CANARY} note")
    interactions.change(at, call, participants=f"{CANARY} participants", occasion="Spring campaign")
    summaries.write(at, summary, [Point("decision", "We start in February.")])
    mail = drafts.compose(at, summary)
    assert "We start in February." in mail.plain
    assert "We start in February." in mail.html
    assert CANARY not in mail.subject + mail.plain + mail.html
    assert CANARY.encode() not in handing.eml(at, mail)
