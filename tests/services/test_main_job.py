"""From a client to a confirmed summary, as the verbs do it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from amdesk.domain.errors import AmdeskError
from amdesk.domain.points import Point
from amdesk.services import agenda, clients, contacts, drafts, handing, interactions, search, summaries
from tests.desks import NOON, Clock, MailBox, client_with_contact, desk, summary_of_call

AGREED = [
    Point("decision", "Budget goes up"),
    Point("action", "Send the plan", side="us", due_on=date(2026, 12, 18)),
]


def listed(at: object) -> dict[str, list[str]]:
    """Today, as a person reads it."""
    return {part.name: [str(row.reason) for row in part.rows] for part in agenda.today(at).sections}  # type: ignore[arg-type]


def test_a_logged_call_is_the_clients_last_contact() -> None:
    at = desk()
    client, maya = client_with_contact(at)
    call = interactions.get(at, interactions.log(at, client_id=client, contact_ids=[maya], minutes=15))
    assert call.started_at == NOON - timedelta(minutes=15)
    assert clients.get(at, client).last_contact_at == call.started_at


def test_a_call_that_was_not_reached_is_no_contact_and_needs_no_summary() -> None:
    at = desk()
    client, _ = client_with_contact(at)
    interactions.log(at, client_id=client, outcome="not_reached")
    assert clients.get(at, client).last_contact_at is None
    assert listed(at) == {}


def test_next_contact_is_kept_until_it_has_taken_place() -> None:
    clock = Clock()
    at = desk(clock)
    client, _ = client_with_contact(at)
    interactions.log(at, client_id=client, outcome="not_reached", next_contact_on=date(2026, 12, 16))
    interactions.log(at, client_id=client)
    assert clients.get(at, client).next_contact_on == date(2026, 12, 16), "still to come"
    clock.move(days=2)
    assert "clients" in listed(at)
    interactions.log(at, client_id=client)
    assert clients.get(at, client).next_contact_on is None


def test_a_call_without_a_summary_is_listed_and_red_after_a_day() -> None:
    clock = Clock()
    at = desk(clock)
    client, _ = client_with_contact(at)
    interactions.log(at, client_id=client, minutes=10)
    row = agenda.today(at).sections[0].rows[0]
    assert (str(row.reason), row.urgent) == ("Summary of NT-2026-001 not begun", False)
    clock.move(hours=24)
    row = agenda.today(at).sections[0].rows[0]
    assert (row.urgent, row.age_days) == (True, 1)


def test_the_way_of_a_summary_from_draft_to_confirmed() -> None:
    clock, box = Clock(), MailBox()
    at = desk(clock, box)
    summary = summary_of_call(at)
    summaries.write(at, summary, AGREED)
    summaries.hand_over_by(at, summary, way="eml")
    assert box.drafts[0][0] == "NT-2026-001-v1"
    assert listed(at)["confirmations"] == ["Was the summary of NT-2026-001 sent?"]
    summaries.mark_sent(at, summary)
    assert "confirmations" not in listed(at), "not to be chased on the same day"
    clock.move(days=2)
    assert listed(at)["confirmations"] == ["NT-2026-001 not confirmed: remind"]
    summaries.chase(at, summary)
    assert "confirmations" not in listed(at)
    clock.move(days=2)
    assert listed(at)["confirmations"] == ["NT-2026-001 still not confirmed: call"]
    summaries.chase(at, summary)
    assert listed(at)["confirmations"] == ["NT-2026-001 chased twice, still no answer"]
    summaries.confirm(at, summary, who="Maya Stern", how="phone")
    assert "confirmations" not in listed(at)
    assert summaries.get(at, summary).confirmed_by == "Maya Stern"


def test_sent_text_is_kept_to_the_letter() -> None:
    at = desk()
    summary = summary_of_call(at)
    summaries.write(at, summary, AGREED)
    before = drafts.compose(at, summary)
    summaries.mark_sent(at, summary)
    at.settings.choose("my_name", "Somebody Else")
    assert drafts.compose(at, summary) == before
    with pytest.raises(AmdeskError, match="kept as it was sent"):
        summaries.write(at, summary, [])


def test_editing_what_was_handed_over_makes_it_a_draft_again() -> None:
    at = desk()
    summary = summary_of_call(at)
    summaries.write(at, summary, AGREED)
    summaries.hand_over(at, summary, by="clipboard")
    summaries.write(at, summary, AGREED[:1])
    assert summaries.get(at, summary).state == "draft"


def test_a_correction_is_a_new_version_beside_the_old_one() -> None:
    at = desk()
    first = summary_of_call(at)
    summaries.write(at, first, AGREED)
    summaries.mark_sent(at, first)
    second = summaries.correct(at, first)
    points = summaries.points(at, second)
    summaries.write(at, second, [points[0], Point("question", "Who pays?")])
    assert [
        (v.version, v.state) for v in summaries.versions(at, summaries.get(at, first).interaction_id)
    ] == [
        (1, "corrected"),
        (2, "draft"),
    ]
    assert [one.kind for one in summaries.difference(at, second)] == ["same", "edited"]
    assert [point.text for point in summaries.points(at, first)] == ["Budget goes up", "Send the plan"]
    summaries.mark_sent(at, second)
    summaries.confirm(at, second, who="Maya Stern", how="reply")
    assert summaries.get(at, second).state == "confirmed"


def test_a_private_line_in_the_mail_stops_it() -> None:
    at = desk()
    summary = summary_of_call(at)
    summaries.write(at, summary, [Point("decision", "He drinks too much")])
    interactions.set_private_note(at, summaries.get(at, summary).interaction_id, "he drinks too much")
    with pytest.raises(AmdeskError, match="private note"):
        summaries.hand_over_by(at, summary, way="eml")
    with pytest.raises(AmdeskError, match="private note"):
        summaries.mark_sent(at, summary)


def test_the_private_note_is_in_no_mail() -> None:
    at = desk()
    summary = summary_of_call(at)
    summaries.write(at, summary, AGREED)
    interactions.set_private_note(at, summaries.get(at, summary).interaction_id, "CANARY of ours")
    draft = drafts.compose(at, summary)
    assert "CANARY" not in draft.plain + draft.html + draft.subject + handing.eml(at, draft).decode()


def test_a_change_always_goes_out_by_mail() -> None:
    at = desk()
    summary = summary_of_call(at)
    summaries.write(at, summary, [Point("change", "Rate", change_kind="rate", from_value="4", to_value="5")])
    with pytest.raises(AmdeskError, match="change"):
        summaries.not_needed(at, summary, reason="Small talk")


def test_a_summary_not_needed_has_a_reason_and_leaves_the_list() -> None:
    at = desk()
    summary = summary_of_call(at)
    with pytest.raises(AmdeskError):
        summaries.not_needed(at, summary, reason="")
    summaries.not_needed(at, summary, reason="Small talk")
    assert listed(at) == {}
    summaries.needed(at, summary)
    assert "summaries" in listed(at)


def test_acceptance_by_silence_is_off_until_it_is_switched_on() -> None:
    at = desk()
    summary = summary_of_call(at)
    summaries.write(at, summary, AGREED)
    summaries.mark_sent(at, summary)
    with pytest.raises(AmdeskError, match="silence"):
        summaries.accept_silently(at, summary)
    at.settings.choose("silence_accepts", True)
    summaries.accept_silently(at, summary)
    assert summaries.get(at, summary).state == "silent"


def test_an_open_question_is_listed_until_it_is_answered() -> None:
    clock = Clock()
    at = desk(clock)
    summary = summary_of_call(at)
    summaries.write(at, summary, [Point("question", "Who pays?")])
    summaries.mark_sent(at, summary)
    clock.move(days=3)
    client = interactions.get(at, summaries.get(at, summary).interaction_id).client_id
    assert listed(at)["questions"] == ["Open question: Who pays?"]
    question = clients.page(at, client).open_questions[0]
    summaries.answer(at, question.point.id or 0, text="They do")
    assert "questions" not in listed(at)
    assert clients.page(at, client).open_questions == ()


def test_a_mail_goes_in_the_language_of_the_person_written_to() -> None:
    at = desk()
    client, maya = client_with_contact(at, language="ru")
    summary = summaries.start(at, interactions.log(at, client_id=client, contact_ids=[maya]))
    summaries.write(at, summary, AGREED)
    assert drafts.compose(at, summary).language == "ru"
    contacts.change(at, maya, language="he")
    assert drafts.compose(at, summary).language == "he"


def test_a_link_is_offered_only_while_it_is_short() -> None:
    at = desk()
    at.settings.choose("hand_over", ("mailto", "eml", "clipboard"))
    summary = summary_of_call(at)
    summaries.write(at, summary, AGREED)
    assert handing.ways(at, drafts.compose(at, summary)) == ("mailto", "eml", "clipboard")
    summaries.write(at, summary, [Point("decision", "כן " * 400)])
    assert handing.ways(at, drafts.compose(at, summary)) == ("eml", "clipboard")
    at.settings.choose("hand_over", ("mailto",))
    assert handing.ways(at, drafts.compose(at, summary)) == ("eml",), "where a link is all one wants"


@pytest.mark.parametrize(
    ("typed", "kind", "title"),
    [
        ("north", "client", "Northwind Traders"),
        ("maya", "contact", "Maya Stern"),
        ("7700 900", "client", "Northwind Traders"),
        ("0900123", "client", "Northwind Traders"),
        ("maya@northwind", "client", "Northwind Traders"),
        ("plan", "interaction", "NT-2026-001"),
        ("NT-2026-001", "interaction", "NT-2026-001"),
    ],
)
def test_search_finds_names_numbers_addresses_and_words(typed: str, kind: str, title: str) -> None:
    at = desk()
    summary = summary_of_call(at)
    summaries.write(at, summary, AGREED)
    found = search.search(at, typed)
    assert (kind, title) in {(hit.kind, hit.title) for hit in found}, found


def test_a_client_in_the_trash_is_found_no_more_and_undo_brings_it_back() -> None:
    at = desk()
    client, _ = client_with_contact(at)
    clients.remove(at, client)
    assert list(clients.find(at)) == []
    assert search.search(at, "maya") == []
    at.undo()
    assert list(clients.find(at, "maya")) == [client]


def test_a_client_needs_a_name_and_a_code_of_its_own() -> None:
    at = desk()
    clients.add(at, name="A", code="NT")
    with pytest.raises(AmdeskError, match="name"):
        clients.add(at, name=" ")
    with pytest.raises(AmdeskError, match="already"):
        clients.add(at, name="B", code="nt")
    with pytest.raises(AmdeskError, match="2 to 8"):
        clients.add(at, name="B", code="קוד")


def test_a_call_is_logged_with_the_clients_own_people_only() -> None:
    at = desk()
    _, maya = client_with_contact(at)
    other = clients.add(at, name="Another")
    with pytest.raises(AmdeskError, match="nobody at Another"):
        interactions.log(at, client_id=other, contact_ids=[maya])


@pytest.mark.parametrize("typed", ["a@@b", "mailto:a@x", "a@x, b@x", "nobody", "a b@x"])
def test_an_address_nobody_could_write_to_is_refused_when_it_is_typed(typed: str) -> None:
    at = desk()
    client, maya = client_with_contact(at)
    with pytest.raises(AmdeskError) as refused:
        contacts.add_address(at, client, contact_id=maya, medium="email", value=typed)
    assert refused.value.beside == "value"
