"""The account that mails go out by: what is usual for an address, and what is refused beside which field."""

from __future__ import annotations

from dataclasses import replace

import pytest

from amdesk.domain.errors import AmdeskError
from amdesk.domain.mail_account import MailAccount, as_values, check_account, of_values, suggested

GOOD = MailAccount("noa@company.example", "smtp.company.example", 465, "tls", "noa@company.example")


@pytest.mark.parametrize(
    ("address", "server", "port", "security"),
    [
        ("noa@gmail.com", "smtp.gmail.com", 465, "tls"),
        ("Noa@GoogleMail.com ", "smtp.gmail.com", 465, "tls"),
        ("noa@yahoo.co.uk", "smtp.mail.yahoo.com", 465, "tls"),
        ("noa@icloud.com", "smtp.mail.me.com", 587, "starttls"),
        ("noa@yandex.kz", "smtp.yandex.com", 465, "tls"),
        ("noa@list.ru", "smtp.mail.ru", 465, "tls"),
        ("noa@gmx.de", "mail.gmx.net", 465, "tls"),
        ("noa@gmx.com", "mail.gmx.com", 465, "tls"),
        ("noa@hotmail.fr", "smtp-mail.outlook.com", 587, "starttls"),
        ("noa@firm.onmicrosoft.com", "smtp.office365.com", 587, "starttls"),
        ("noa@company.example", "smtp.company.example", 465, "tls"),
        ("noa@yahoo.company.example", "smtp.yahoo.company.example", 465, "tls"),
    ],
)
def test_the_usual_server_of_an_address_is_suggested(
    address: str, server: str, port: int, security: str
) -> None:
    found = suggested(address)
    assert found is not None
    assert (found.server, found.port, found.security) == (server, port, security)


@pytest.mark.parametrize("address", ["", "noa", "noa@", "noa@a b"])
def test_nothing_is_suggested_for_what_is_no_address(address: str) -> None:
    assert suggested(address) is None


def test_who_needs_an_app_password_is_told_so_and_who_cannot_send_at_all() -> None:
    said = {address: suggested(address) for address in ("a@gmail.com", "a@live.com", "a@gmx.de")}
    hints = {address: str(one.hint) if one and one.hint else "" for address, one in said.items()}
    assert "app password" in hints["a@gmail.com"]
    assert "no longer" in hints["a@live.com"]
    assert hints["a@gmx.de"] == ""


@pytest.mark.parametrize(
    ("change", "beside"),
    [
        ({"address": "noa"}, "address"),
        ({"address": "@company.example"}, "address"),
        ({"server": ""}, "server"),
        ({"server": "https://smtp.company.example/"}, "server"),
        ({"port": 0}, "port"),
        ({"port": 70_000}, "port"),
        ({"security": "none"}, "security"),
        ({"user": " "}, "user"),
    ],
)
def test_what_mails_could_not_go_out_by_is_refused_beside_its_field(
    change: dict[str, object], beside: str
) -> None:
    with pytest.raises(AmdeskError) as refusal:
        check_account(replace(GOOD, **change))  # type: ignore[arg-type]
    assert refusal.value.beside == beside


@pytest.mark.parametrize("server", ["localhost", "127.0.0.1", "::1"])
def test_without_encryption_only_a_server_on_this_computer_is_asked(server: str) -> None:
    check_account(replace(GOOD, server=server, security="none", port=1025))


def test_an_account_comes_back_from_the_settings_and_nonsense_is_none() -> None:
    assert of_values(as_values(GOOD)) == GOOD
    for nonsense in ({}, {**as_values(GOOD), "security": "?"}, {**as_values(GOOD), "port": "465"}):
        assert of_values(nonsense) is None
