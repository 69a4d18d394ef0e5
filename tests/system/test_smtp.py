"""Handing mails to servers that take them, refuse them, or fall silent."""

from __future__ import annotations

import base64
import ssl
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest

from amdesk.domain.errors import AmdeskError
from amdesk.domain.outgoing import Answer, Parcel
from amdesk.system import smtp
from amdesk.system.smtp import Courier
from tests.post_office import PostOffice, nobody_there, post_office

MAIL = b"Subject: Agreed\r\n\r\nOne\r\n.Two\r\n"


def deliver(office: PostOffice, *, mail: bytes = MAIL, to: tuple[str, ...] = ("a@b.example",)) -> Answer:
    parcel = Parcel(mail, "me@desk.example", to)
    return Courier(office.account(), "secret").deliver(parcel, may_give=lambda: True)


def test_a_server_is_given_the_mail_to_the_letter() -> None:
    with post_office() as office:
        assert deliver(office, to=("a@b.example", "c@d.example")).outcome == "given"
        assert office.got == [MAIL]
        assert "RCPT TO:<c@d.example>" in office.heard


def test_a_server_learns_neither_our_name_nor_a_copy_in_the_mail() -> None:
    with post_office() as office:
        parcel = Parcel(MAIL, "me@desk.example", ("a@b.example",), copies_to=("me@desk.example",))
        Courier(office.account(), "secret").deliver(parcel, may_give=lambda: True)
        assert office.heard[0] == "EHLO [127.0.0.1]"
        assert "RCPT TO:<me@desk.example>" in office.heard
        assert b"me@desk.example" not in office.got[0]


def test_a_password_in_any_script_gets_there() -> None:
    with post_office() as office:
        Courier(office.account(user="מאיה"), "סוד").check()
        (said,) = (one for one in office.heard if one.startswith("AUTH"))
        assert base64.b64decode(said.split()[2]).decode() == "\0מאיה\0סוד"


@pytest.mark.parametrize("step", ["MAIL", "RCPT", "DATA", "."])
def test_what_a_server_refuses_for_good_is_refused_with_its_words(step: str) -> None:
    with post_office({step: "550 5.1.1 no such\u202e person"}) as office:
        found = deliver(office)
        assert found.outcome == "refused"
        assert found.words.endswith("550 5.1.1 no such person")
        assert not found.of_account
        assert office.got == []


@pytest.mark.parametrize("step", ["greeting", "EHLO", "AUTH", "MAIL", "RCPT", "DATA", "."])
def test_what_a_server_puts_off_is_tried_later(step: str) -> None:
    with post_office({step: "451 4.3.0 busy"}) as office:
        found = deliver(office)
        assert found.outcome == "later"
        assert "451 4.3.0 busy" in found.words or step == "EHLO"


def test_one_recipient_who_is_refused_stops_the_mail_for_all() -> None:
    with post_office({"RCPT TO:<gone@b.example>": "550 unknown"}) as office:
        found = deliver(office, to=("a@b.example", "gone@b.example"))
        assert found == Answer("refused", "gone@b.example: 550 unknown")
        assert office.got == []


@pytest.mark.parametrize("step", ["greeting", "AUTH", "MAIL", "RCPT", "DATA"])
def test_a_connection_that_breaks_before_the_mail_was_handed_over_leaves_it_here(step: str) -> None:
    with post_office({step: ""}) as office:
        assert deliver(office).outcome == "later"
        assert office.got == []


def test_a_connection_that_breaks_before_the_answer_leaves_it_unclear() -> None:
    with post_office({".": ""}) as office:
        assert deliver(office).outcome == "unclear"


def test_a_wrong_password_is_a_matter_of_the_account() -> None:
    with post_office({"AUTH": "535 5.7.8 not accepted"}) as office:
        assert deliver(office) == Answer("later", "535 5.7.8 not accepted", of_account=True)
        with pytest.raises(AmdeskError, match=r"535 5\.7\.8 not accepted"):
            smtp.check(office.account(), "wrong")


def test_without_a_network_it_is_tried_later_and_nobody_is_blamed() -> None:
    account = nobody_there().account()
    found = Courier(account, "secret").deliver(Parcel(MAIL, "a@b.c", ("d@e.f",)), may_give=lambda: True)
    assert found == Answer("later")
    with pytest.raises(AmdeskError, match="does not answer"):
        smtp.check(account, "secret")


def test_a_mail_that_is_no_longer_wanted_stays() -> None:
    with post_office() as office:
        parcel = Parcel(MAIL, "me@desk.example", ("a@b.example",))
        found = Courier(office.account(), "secret").deliver(parcel, may_give=lambda: False)
        assert found.outcome == "later"
        assert "DATA" not in office.heard


def test_no_password_goes_where_nothing_is_encrypted() -> None:
    with post_office() as office:
        found = Courier(office.account(security="starttls"), "secret").deliver(
            Parcel(MAIL, "a@b.example", ("d@e.example",)), may_give=lambda: True
        )
        assert found.of_account
        assert not any(one.startswith(("AUTH", "MAIL")) for one in office.heard)


def test_a_server_on_this_machine_may_vouch_for_itself(tmp_path: Path) -> None:
    with post_office(context=certificate(tmp_path)) as office:
        smtp.check(office.account(security="tls"), "secret")


def test_a_server_elsewhere_may_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(smtp, "is_this_computer", lambda _server: False)  # the only one that a test has is
    with post_office(context=certificate(tmp_path)) as office:
        with pytest.raises(AmdeskError, match="TLS"):
            smtp.check(office.account(security="tls"), "secret")
        assert not any(one.startswith("AUTH") for one in office.heard)


def certificate(folder: Path) -> ssl.SSLContext:
    """What a server shows that nobody but itself has vouched for."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "here")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = folder / "server.pem"
    whole = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    pem.write_bytes(whole + made.public_bytes(serialization.Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    return context
