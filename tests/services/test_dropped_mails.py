"""A mail finds the summary it belongs to, else the client who wrote it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from amdesk.domain.errors import AmdeskError
from amdesk.services import mails, summaries
from amdesk.services.desk import Desk
from tests.desks import client_with_contact, summary_of_call
from tests.desks import desk as open_for_test

_LETTER = "From: {sender}\r\nTo: noa@meridian.example\r\nSubject: Prices\r\n{more}\r\nHello\r\n"


@pytest.fixture
def desk() -> Iterator[Desk]:
    opened = open_for_test()
    opened.settings.choose("my_email", "noa@meridian.example")
    yield opened
    opened.close()


def letter(folder: Path, sender: str, *, more: str = "") -> Path:
    file = folder / "mail.eml"
    file.write_bytes(_LETTER.format(sender=sender, more=more).encode())
    return file


def test_an_answer_finds_the_summary_it_answers(desk: Desk, tmp_path: Path) -> None:
    summary = summary_of_call(desk)
    summaries.mark_sent(desk, summary)
    sent = summaries.get(desk, summary)
    file = letter(tmp_path, "maya@northwind.example", more=f"In-Reply-To: {sent.message_id}\r\n")
    assert mails.look(desk, file).interaction_id == sent.interaction_id


def test_another_mail_finds_the_client_who_wrote_it(desk: Desk, tmp_path: Path) -> None:
    client, _maya = client_with_contact(desk)
    found = mails.look(desk, letter(tmp_path, "Maya Stern <MAYA@northwind.example>"))
    assert (found.interaction_id, found.client_id, found.subject) == (None, client, "Prices")


def test_a_mail_of_a_stranger_belongs_to_nobody(desk: Desk, tmp_path: Path) -> None:
    assert mails.look(desk, letter(tmp_path, "stranger@nowhere.example")).client_id is None


def test_a_file_that_cannot_be_read_is_named(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(AmdeskError, match=r"gone\.eml"):
        mails.look(desk, tmp_path / "gone.eml")
