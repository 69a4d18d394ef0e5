"""The request to a colleague in their language, and the word to a client of a new day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from amdesk.documents.deadline_mail import DeadlineMail
from amdesk.documents.deadline_mail import render as new_day
from amdesk.documents.task_request import TaskRequest, render
from amdesk.domain.errors import AmdeskError
from amdesk.i18n.languages import LANGUAGES
from amdesk.services import attachments, contacts, task_mails, task_outcomes, tasks
from tests import desks
from tests.desks import open_desk

REQUEST = TaskRequest(
    language="en", calendar="gregorian", name="Dana Levi", title="Count the orders by shop",
    client="Northwind Traders", goal="Orders per week", result="One sheet",
    requirements="By week\nNo returns",
    start_on=None, due_on=date(2026, 12, 18), agreed=False, look_on=date(2026, 12, 17), files=("form.csv",),
    my_name="Noa Bar", my_company="Blue Agency", my_phone="",
)  # fmt: skip
NEW_DAY = DeadlineMail(
    language="en", calendar="gregorian", greeting_names=("Maya Stern",), title="Send the report",
    reference="NW-2026-014", was_on=date(2026, 12, 18), due_on=date(2026, 12, 22), my_name="Noa Bar",
    my_company="", my_phone="",
)  # fmt: skip


def test_the_request_says_what_why_with_what_result_and_by_when() -> None:
    mail = render(REQUEST)
    assert mail.subject == "A task for you: Count the orders by shop"
    assert mail.plain == (
        "Dear Dana Levi,\n\n"
        "I would like to ask you for the following, for our client Northwind\nTraders.\n\n"
        "What is to be done:\n  Count the orders by shop\n\n"
        "The goal it serves:\n  Orders per week\n\n"
        "The result I need:\n  One sheet\n\n"
        "What matters about it:\n  By week\n  No returns\n\n"
        "To be filled in, attached:\n  form.csv\n\n"
        "When:\n  By 18 December 2026\n\n"
        "Can you do it by then? If not, please tell me by when you can, and\nwhether anything is unclear.\n\n"
        "On 17 December 2026 I will ask you how far it is.\n\n"
        "Kind regards,\nNoa Bar\nBlue Agency\n"
    )
    for said in ("Count the orders by shop", "By week", "No returns", "form.csv"):
        assert said in mail.html


def test_what_is_not_known_is_not_spoken_of() -> None:
    bare = replace(
        REQUEST, client="", goal="", result="", requirements="", due_on=None, look_on=None, files=()
    )
    told = render(bare).plain
    assert "By when could you do it" in told
    assert "goal" not in told
    assert "Thank you for agreeing" in render(replace(REQUEST, agreed=True)).plain


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_words_for_both(language: str) -> None:
    request, told = render(replace(REQUEST, language=language)), new_day(replace(NEW_DAY, language=language))
    for mail in (request, told):
        assert mail.subject.strip()
        assert not set(mail.plain) & set("{}")
        assert f'lang="{language}"' in mail.html
    if language != "en":
        assert "I would like" not in request.plain
        assert "It will be ready" not in told.plain


def test_markup_in_a_task_stays_text() -> None:
    assert "<b>" not in render(replace(REQUEST, title="<b>bold</b>")).html


def test_the_draft_carries_the_form_and_no_link_could(tmp_path: Path) -> None:
    box = desks.MailBox()
    at = open_desk(tmp_path / "data", clock=desks.Clock(), mail=box)
    one = tasks.add(at, title="Fill it in", side="colleague", assignee="Dana", assignee_language="he")
    with pytest.raises(AmdeskError, match="Dana has no e-mail address") as refused:
        task_mails.compose_request(at, one)
    assert refused.value.beside == "assignee_address"
    tasks.change(at, one, assignee_address="dana@agency.example")
    form = tmp_path / "form.csv"
    form.write_text("a;b\n")
    attachments.add(at, "task", tasks.get(at, one).uuid, form)
    draft = task_mails.compose_request(at, one)
    assert draft.language == "he"
    assert task_mails.ways(at, draft) == ("eml",)
    task_mails.hand_over(at, draft)
    ((_name, eml),) = box.drafts
    message = message_from_bytes(eml, policy=policy.default)
    assert [part.get_filename() for part in message.iter_attachments()] == ["form.csv"]
    assert message["To"] == "dana@agency.example"
    at.close()


def test_the_client_is_told_of_the_day_they_knew_and_the_new_one() -> None:
    at = desks.desk()
    client, maya = desks.client_with_contact(at, language="el")
    one = tasks.add(at, title="Report", client_id=client, due_on=date(2026, 12, 18), promise=True)
    task_outcomes.move(at, one, due_on=date(2026, 12, 22), told=False)
    draft = task_mails.compose_new_day(at, one)
    assert draft.to == ("maya@northwind.example",)
    assert "18 Δεκεμβρίου 2026" in draft.plain
    assert "22 Δεκεμβρίου 2026" in draft.plain.replace("\n", " ")
    contacts.mark_left(at, maya)
    with pytest.raises(AmdeskError, match="Nobody at Northwind Traders"):
        task_mails.compose_new_day(at, one)
