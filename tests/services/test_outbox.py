"""Mails that are sent from here: they wait, are sent once, and what became of them is known."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from amdesk.domain.errors import AmdeskError, DiskError
from amdesk.domain.mail_account import MailAccount
from amdesk.domain.outgoing import Answer, Outgoing
from amdesk.domain.points import Point
from amdesk.services import (
    agenda,
    attachments,
    backups,
    clients,
    duplicates,
    exchange,
    exporting,
    interactions,
    mail_account,
    outbox,
    recovery,
    summaries,
    task_mails,
    tasks,
    trash,
)
from amdesk.services.desk import Desk
from amdesk.services.exchange import drain
from tests.desks import Clock, MailBox, open_desk, summary_of_call

ACCOUNT = MailAccount("me@desk.example", "mail.desk.example", 465, "tls", "me")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    made = open_desk(tmp_path / "data", clock=clock, mail=MailBox())
    made.settings.choose("my_name", "מאיה לוי")
    made.settings.choose("my_email", "me@desk.example")
    mail_account.keep(made, ACCOUNT, password="secret")
    yield made
    made.close()


@pytest.fixture
def summary(desk: Desk) -> int:
    made = summary_of_call(desk)
    summaries.write(desk, made, [Point(kind="decision", text="The budget stays")])
    return made


def send(desk: Desk, summary_id: int) -> Outgoing:
    summaries.hand_over_by(desk, summary_id, way="smtp")
    return outbox.lines(desk)[0]


def due(desk: Desk, clock: Clock) -> Outgoing:
    clock.move(seconds=11)
    found = outbox.due(desk)
    assert found is not None
    return found


def went(desk: Desk, clock: Clock, outcome: Answer) -> Outgoing:
    """The server is asked, and answers."""
    one = due(desk, clock)
    assert outbox.may_give(desk, one)
    outbox.answered(desk, one, outcome)
    return outbox.lines(desk)[0]


def reasons(desk: Desk) -> list[str]:
    return [str(row.reason) for section in agenda.today(desk).sections for row in section.rows]


def test_a_mail_is_held_for_a_moment_and_can_be_taken_back(desk: Desk, summary: int, clock: Clock) -> None:
    send(desk, summary)
    assert outbox.due(desk) is None
    assert summaries.get(desk, summary).state == "handed_over"
    desk.undo()
    assert summaries.get(desk, summary).state == "draft"
    clock.move(minutes=1)
    assert outbox.due(desk) is None
    desk.redo()
    assert outbox.due(desk) is not None


def test_once_the_server_has_it_the_summary_is_sent_to_the_letter(
    desk: Desk, summary: int, clock: Clock
) -> None:
    queued = outbox.draft(desk, send(desk, summary).id)
    desk.settings.choose("my_name", "Somebody else")
    assert went(desk, clock, Answer("given", "250 taken")).state == "given"
    sent = summaries.get(desk, summary)
    assert (sent.state, sent.sent_plain, sent.sent_to) == ("sent", queued.plain, queued.to)
    assert sent.sent_at == clock().replace(microsecond=0)


def test_what_the_server_is_given_names_who_it_is_from_and_hides_the_copy(
    desk: Desk, summary: int, clock: Clock
) -> None:
    send(desk, summary)
    parcel = outbox.parcel(desk, due(desk, clock))
    read = message_from_bytes(parcel.mail, policy=policy.default)
    assert read["From"] == "מאיה לוי <me@desk.example>"
    assert read["X-Unsent"] is None
    assert "Bcc" not in read
    assert parcel.recipients == ("maya@northwind.example",)
    assert parcel.copies_to == ("me@desk.example",)


def test_a_mail_waits_while_there_is_no_network_and_longer_each_time(
    desk: Desk, summary: int, clock: Clock
) -> None:
    send(desk, summary)
    waits = []
    for _time in range(3):
        one = outbox.due(desk) or due(desk, clock)
        outbox.answered(desk, one, Answer("later"))
        next_at = outbox.next_due(desk)
        assert next_at is not None
        waits.append((next_at - clock()).total_seconds())
        clock.at = next_at
    assert waits == [60, 120, 300]
    outbox.answered(desk, due(desk, clock), Answer("later"))
    assert outbox.due(desk) is None
    outbox.hurry(desk)
    assert outbox.due(desk) is not None


def test_nobody_is_asked_whether_a_waiting_mail_was_sent(desk: Desk, summary: int, clock: Clock) -> None:
    send(desk, summary)
    assert not any("sent?" in one for one in reasons(desk))
    went(desk, clock, Answer("unclear"))
    assert any("sent?" in one for one in reasons(desk))


def test_the_servers_words_are_kept_with_what_it_refuses(desk: Desk, summary: int, clock: Clock) -> None:
    send(desk, summary)
    refused = went(desk, clock, Answer("refused", "550 no such person"))
    assert (refused.state, refused.words) == ("refused", "550 no such person")
    assert outbox.count_wrong(desk) == 1
    clock.move(days=1)
    assert outbox.due(desk) is None
    outbox.try_again(desk, refused.id)
    assert went(desk, clock, Answer("given")).state == "given"


def test_what_was_being_handed_over_when_the_program_ended_is_not_sent_again(
    desk: Desk, summary: int, clock: Clock, tmp_path: Path
) -> None:
    send(desk, summary)
    assert outbox.may_give(desk, due(desk, clock))
    desk.close()
    again = open_desk(tmp_path / "data", clock=clock)
    outbox.look_back(again)
    (one,) = outbox.lines(again)
    assert one.state == "unclear"
    assert outbox.due(again) is None
    outbox.went_out(again, one.id)
    assert summaries.get(again, summary).state == "sent"
    again.close()


def test_a_mail_is_given_once_however_often_it_is_asked(desk: Desk, summary: int, clock: Clock) -> None:
    send(desk, summary)
    one = due(desk, clock)
    assert outbox.may_give(desk, one)
    assert not outbox.may_give(desk, one)
    for verb in (outbox.try_again, outbox.take_out, outbox.as_draft):
        with pytest.raises(AmdeskError, match="going out at this moment"):
            verb(desk, one.id)
    with pytest.raises(AmdeskError, match="going out at this moment"):
        summaries.write(desk, summary, [])


def test_what_is_taken_back_while_it_goes_out_is_known_to_be_sent(
    desk: Desk, summary: int, clock: Clock
) -> None:
    send(desk, summary)
    one = due(desk, clock)
    outbox.may_give(desk, one)
    desk.undo()
    outbox.answered(desk, one, Answer("given"))
    assert outbox.lines(desk)[0].state == "given"
    assert summaries.get(desk, summary).state == "sent"


def test_no_undo_sends_a_mail_twice(desk: Desk, summary: int, clock: Clock) -> None:
    send(desk, summary)
    went(desk, clock, Answer("given"))
    desk.undo()
    desk.undo()
    assert summaries.get(desk, summary).state == "draft"
    with pytest.raises(AmdeskError, match="went out already"):
        send(desk, summary)
    desk.redo()
    clock.move(days=1)
    assert outbox.due(desk) is None


def test_no_backup_sends_a_mail_by_itself(desk: Desk, summary: int, clock: Clock) -> None:
    send(desk, summary)
    drain(backups.back_up(desk))
    (kept,) = backups.kept(desk)
    went(desk, clock, Answer("given", "250 taken"))
    drain(backups.restore(desk, kept.path))
    assert [one.state for one in outbox.lines(desk)] == ["given"]
    clock.move(days=1)
    assert outbox.due(desk) is None


def test_what_waited_when_a_backup_was_made_is_unclear_on_another_machine(
    desk: Desk, summary: int, clock: Clock, tmp_path: Path
) -> None:
    send(desk, summary)
    drain(backups.back_up(desk))
    (kept,) = backups.kept(desk)
    other = open_desk(tmp_path / "other", clock=clock)
    mail_account.keep(other, ACCOUNT, password="secret")
    drain(backups.restore(other, kept.path))
    assert [one.state for one in outbox.lines(other)] == ["unclear"]
    clock.move(days=1)
    assert outbox.due(other) is None
    other.close()


def test_writing_on_takes_a_summary_out_of_the_outbox(desk: Desk, summary: int, clock: Clock) -> None:
    send(desk, summary)
    summaries.write(desk, summary, [Point(kind="decision", text="The budget grows")])
    assert outbox.lines(desk) == []
    again = send(desk, summary)
    assert "The budget grows" in outbox.draft(desk, again.id).plain


def test_what_the_mail_program_sends_instead_does_not_go_out_from_here(desk: Desk, summary: int) -> None:
    one = send(desk, summary)
    outbox.as_draft(desk, one.id)
    assert outbox.lines(desk) == []
    assert isinstance(desk.mail, MailBox)
    assert len(desk.mail.drafts) == 1
    assert summaries.get(desk, summary).handed_over_by == "eml"
    assert any("sent?" in one for one in reasons(desk))


def test_a_mail_of_a_call_in_the_trash_waits_until_it_is_put_back(
    desk: Desk, summary: int, clock: Clock
) -> None:
    send(desk, summary)
    interactions.remove(desk, summaries.get(desk, summary).interaction_id)
    clock.move(days=1)
    assert outbox.due(desk) is None
    trash.put_back(desk, trash.find(desk))
    assert outbox.due(desk) is not None


def test_a_client_deleted_for_good_leaves_no_mail(desk: Desk, summary: int) -> None:
    send(desk, summary)
    clients.remove(desk, clients.find(desk)[0])
    trash.remove(desk, trash.find(desk))
    assert desk.store.value("SELECT count(*) FROM outgoing") == 0


def test_a_client_deleted_for_good_as_a_mail_goes_out_leaves_none_either(
    desk: Desk, summary: int, clock: Clock
) -> None:
    send(desk, summary)
    one = due(desk, clock)
    assert outbox.may_give(desk, one)
    clients.remove(desk, clients.find(desk)[0])
    trash.remove(desk, trash.find(desk))
    outbox.answered(desk, one, Answer("given"))
    assert desk.store.value("SELECT count(*) FROM outgoing") == 0


def test_a_portfolio_from_elsewhere_sends_nothing_by_itself(
    desk: Desk, summary: int, clock: Clock, tmp_path: Path
) -> None:
    send(desk, summary)
    (archive,) = drain(exporting.export(desk, tmp_path, formats=("json",)))
    other = open_desk(tmp_path / "other", clock=clock)
    mail_account.keep(other, ACCOUNT, password="secret")
    drain(exchange.run(other, exchange.preview(other, archive)))
    clock.move(days=1)
    assert [one.state for one in outbox.lines(other)] == ["unclear"]
    assert outbox.due(other) is None
    other.close()


def test_a_mail_goes_out_once_although_its_client_was_merged_meanwhile(
    desk: Desk, summary: int, clock: Clock
) -> None:
    send(desk, summary)
    (goes,) = clients.find(desk)
    stays = clients.add(desk, name="Northwind Traders Ltd")
    duplicates.merge(desk, stays, goes)
    one = went(desk, clock, Answer("given"))
    assert (one.client, summaries.get(desk, summary).state) == ("Northwind Traders Ltd", "sent")
    desk.undo()
    desk.undo()
    clock.move(days=1)
    assert outbox.due(desk) is None


def test_a_chase_is_counted_once_it_was_sent(desk: Desk, summary: int, clock: Clock) -> None:
    send(desk, summary)
    went(desk, clock, Answer("given"))
    summaries.hand_over_chase_by(desk, summary, way="smtp")
    assert summaries.get(desk, summary).chases == 0
    with pytest.raises(AmdeskError, match="waits in the outbox"):
        summaries.hand_over_chase_by(desk, summary, way="smtp")
    went(desk, clock, Answer("given"))
    assert summaries.get(desk, summary).chases == 1


def test_a_request_takes_its_files_along_and_can_be_made_again(
    desk: Desk, clock: Clock, tmp_path: Path
) -> None:
    made = tasks.add(
        desk, title="Fill in the form", side="third", assignee="Tal", assignee_address="tal@x.example"
    )
    form = tmp_path / "form.txt"
    form.write_text("Name: ", encoding="utf-8")
    attachments.add(desk, "task", tasks.get(desk, made).uuid, form)
    ids = set()
    for _time in range(2):
        draft = task_mails.compose_request(desk, made)
        assert "smtp" in task_mails.ways(desk, draft)
        task_mails.hand_over(desk, draft, way="smtp")
        one = due(desk, clock)
        assert b"form.txt" in outbox.parcel(desk, one).mail
        outbox.may_give(desk, one)
        outbox.answered(desk, one, Answer("given"))
        ids.add(one.message_id)
    assert len(ids) == 2


def test_sending_from_here_is_offered_only_where_there_is_an_account(desk: Desk, summary: int) -> None:
    from amdesk.services import drafts, handing

    draft = drafts.compose(desk, summary)
    assert "smtp" in handing.ways(desk, draft)
    mail_account.remove(desk)
    assert "smtp" not in handing.ways(desk, draft)


def test_a_clock_that_was_a_year_ahead_holds_no_mail_back(desk: Desk, summary: int, clock: Clock) -> None:
    clock.move(days=365)
    send(desk, summary)
    clock.move(days=-365)
    assert outbox.due(desk) is not None


def test_a_backup_in_the_place_of_a_damaged_file_sends_nothing_by_itself(
    desk: Desk, summary: int, clock: Clock, tmp_path: Path
) -> None:
    send(desk, summary)
    drain(backups.back_up(desk))
    (kept,) = backups.kept(desk)
    went(desk, clock, Answer("given", "250 taken"))
    key, secrets = desk.key, desk.secrets
    desk.close()
    drain(recovery.bring_back(tmp_path / "data", kept.path, key, secrets=secrets))
    again = open_desk(tmp_path / "data", clock=clock)
    assert [one.state for one in outbox.lines(again)] == ["unclear"]
    clock.move(days=1)
    assert outbox.due(again) is None
    again.close()


def test_what_is_saved_of_a_damaged_file_sends_nothing_by_itself(
    desk: Desk, summary: int, clock: Clock, tmp_path: Path
) -> None:
    send(desk, summary)
    key = desk.key
    desk.close()
    drain(recovery.save_readable(tmp_path / "data", key))
    again = open_desk(tmp_path / "data", clock=clock)
    assert [one.state for one in outbox.lines(again)] == ["unclear"]
    again.close()


def test_an_address_that_no_server_can_be_told_is_refused_at_once(desk: Desk, summary: int) -> None:
    with desk.step("Another address"):
        desk.store.execute("UPDATE address SET value = 'jörg@northwind.example' WHERE medium = 'email'")
    with pytest.raises(AmdeskError, match="is not one mail address"):
        send(desk, summary)
    assert outbox.lines(desk) == []


def test_what_may_have_gone_out_goes_again_only_for_who_has_read_so(
    desk: Desk, summary: int, clock: Clock
) -> None:
    send(desk, summary)
    assert went(desk, clock, Answer("unclear")).state == "unclear"
    desk.undo()
    assert summaries.get(desk, summary).state == "draft"
    again = send(desk, summary)
    clock.move(days=1)
    assert (again.state, outbox.due(desk)) == ("unclear", None)
    outbox.try_again(desk, again.id)
    assert outbox.due(desk) is not None


def test_what_went_out_does_not_go_out_as_a_draft_as_well(desk: Desk, summary: int, clock: Clock) -> None:
    send(desk, summary)
    went(desk, clock, Answer("given"))
    desk.undo()
    desk.undo()
    with pytest.raises(AmdeskError, match="went out already"):
        summaries.hand_over_by(desk, summary)
    assert isinstance(desk.mail, MailBox)
    assert desk.mail.drafts == []


def test_on_a_full_disk_a_mail_that_went_out_is_never_known_without_what_follows(
    desk: Desk, summary: int, clock: Clock
) -> None:
    summaries.write(desk, summary, [Point(kind="decision", text="long " * 20_000)])
    send(desk, summary)
    one = due(desk, clock)
    assert outbox.may_give(desk, one)
    fill_up(desk)
    with pytest.raises(DiskError):
        outbox.answered(desk, one, Answer("given", "250 taken"))
    assert (outbox.lines(desk)[0].state, summaries.get(desk, summary).state) == ("giving", "handed_over")
    desk.store.connection.execute("PRAGMA max_page_count = 1000000")
    outbox.answered(desk, one, Answer("given", "250 taken"))
    assert (outbox.lines(desk)[0].state, summaries.get(desk, summary).state) == ("given", "sent")


def fill_up(desk: Desk) -> None:
    """The disk takes no page more."""
    pages = desk.store.value("PRAGMA page_count")
    desk.store.connection.execute(f"PRAGMA max_page_count = {pages}")


def test_whoever_mends_the_account_does_not_wait_for_the_next_try(
    desk: Desk, summary: int, clock: Clock
) -> None:
    send(desk, summary)
    for _time in range(6):
        went(desk, clock, Answer("later", "535 wrong password", of_account=True))
        outbox.try_again(desk, outbox.lines(desk)[0].id)
    went(desk, clock, Answer("later", "535 wrong password", of_account=True))
    assert outbox.due(desk) is None
    mail_account.keep(desk, ACCOUNT, password="the right one")
    assert outbox.due(desk) is not None


def test_of_a_client_in_the_trash_a_mail_is_in_the_outbox_once(
    desk: Desk, summary: int, clock: Clock
) -> None:
    send(desk, summary)
    clients.remove(desk, clients.find(desk)[0])
    summaries.hand_over_by(desk, summary, way="smtp")
    summaries.mark_sent(desk, summary)
    trash.put_back(desk, trash.find(desk))
    assert outbox.lines(desk) == []


def test_who_hands_over_what_went_out_meanwhile_is_told_so(desk: Desk, summary: int, clock: Clock) -> None:
    send(desk, summary)
    went(desk, clock, Answer("given"))
    with pytest.raises(AmdeskError, match="went out already"):
        send(desk, summary)
