"""The account that mails are sent by is kept, its password in the keyring and nowhere in a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from amdesk.domain.errors import AmdeskError
from amdesk.domain.mail_account import MailAccount
from amdesk.services import mail_account
from amdesk.services.desk import Desk
from amdesk.system.secrets import SecretsUnavailableError
from tests.desks import MemorySecrets, open_desk
from tests.desks import desk as in_memory

ACCOUNT = MailAccount("noa@company.example", "smtp.company.example", 465, "tls", "noa")
NAME = "smtp noa@smtp.company.example"


@pytest.fixture
def secrets() -> MemorySecrets:
    return MemorySecrets()


@pytest.fixture
def at(tmp_path: Path, secrets: MemorySecrets) -> Iterator[Desk]:
    made = open_desk(tmp_path, secrets=secrets)
    yield made
    made.close()


def test_the_password_is_in_the_keyring_and_in_no_file(
    at: Desk, secrets: MemorySecrets, tmp_path: Path
) -> None:
    mail_account.keep(at, ACCOUNT, password="correct horse")
    assert mail_account.of(at) == ACCOUNT
    assert mail_account.password(at) == "correct horse"
    assert secrets.kept[NAME] == "correct horse"
    assert at.passing == {}
    assert not [one for one in tmp_path.rglob("*") if one.is_file() and b"correct horse" in one.read_bytes()]


def test_without_a_keyring_the_password_is_there_until_the_program_ends(
    at: Desk, secrets: MemorySecrets, tmp_path: Path
) -> None:
    secrets.refusal = SecretsUnavailableError("none")
    mail_account.keep(at, ACCOUNT, password="correct horse")
    assert mail_account.password(at) == "correct horse"
    assert "correct horse" not in (tmp_path / "settings.json").read_text(encoding="utf-8")
    mail_account.keep(at, replace(ACCOUNT, copies=False), password=None)
    assert mail_account.password(at) == "correct horse"
    at.passing.clear()  # another start
    with pytest.raises(SecretsUnavailableError):
        mail_account.password(at)
    assert mail_account.of(at) is not None


def test_a_keyring_that_forgets_at_once_is_not_trusted(at: Desk) -> None:
    class Forgetful(MemorySecrets):
        def put(self, name: str, secret: str) -> None:
            pass

    laid = mail_account.lay_down(replace(mail_account.hold(at), secrets=Forgetful()), ACCOUNT, "word")
    assert laid == mail_account.Laid("word", in_keyring=False)


def test_another_server_takes_the_password_along_and_leaves_none_behind(
    at: Desk, secrets: MemorySecrets
) -> None:
    mail_account.keep(at, ACCOUNT, password="correct horse")
    mail_account.keep(at, replace(ACCOUNT, server="mail.company.example"), password=None)
    assert mail_account.password(at) == "correct horse"
    assert NAME not in secrets.kept


def test_sending_from_here_comes_first_once_and_goes_with_the_account(
    at: Desk, secrets: MemorySecrets
) -> None:
    mail_account.keep(at, ACCOUNT, password="word")
    assert at.settings["hand_over"] == ("smtp", "eml", "mailto", "clipboard")
    at.settings.choose("hand_over", ("eml", "smtp", "mailto"))
    mail_account.keep(at, ACCOUNT, password=None)
    assert at.settings["hand_over"] == ("eml", "smtp", "mailto")
    mail_account.remove(at)
    assert at.settings["hand_over"] == ("eml", "mailto")
    assert mail_account.of(at) is None
    assert secrets.kept == {}


def test_an_account_that_is_none_is_refused_beside_its_field(at: Desk) -> None:
    for change, beside in (({"address": "noa@no dots"}, "address"), ({"port": 0}, "port")):
        with pytest.raises(AmdeskError) as refusal:
            mail_account.keep(at, replace(ACCOUNT, **change), password="word")
        assert refusal.value.beside == beside
    assert mail_account.of(at) is None


def test_what_was_typed_with_blanks_and_capitals_is_kept_without(at: Desk) -> None:
    typed = replace(ACCOUNT, address=" noa@company.example ", server=" SMTP.Company.Example. ", user=" noa ")
    mail_account.keep(at, typed, password="word")
    assert mail_account.of(at) == ACCOUNT


def test_nothing_is_sent_from_what_is_only_in_memory() -> None:
    desk = in_memory()
    assert not mail_account.can_be(desk)
    assert mail_account.of(desk) is None
    desk.close()
