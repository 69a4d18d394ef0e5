"""Mail drafts and links: the text arrives as it was meant, headers hold nothing else, faults are told."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from email import message_from_bytes, policy
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amdesk.domain.errors import AmdeskError
from amdesk.formats import eml

DATA = Path(__file__).parents[1] / "data"
NAUGHTY: list[str] = json.loads((DATA / "blns.json").read_text(encoding="utf-8"))
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
MESSAGE_ID = "<0190a2b4-1@amdesk.example>"


def draft(
    *,
    subject: str = "Summary",
    plain: str = "Hello\n",
    html: str = "<p>Hello</p>",
    to: str = "dana@oren.example",
) -> bytes:
    return eml.build(to=[to], subject=subject, plain=plain, html=html, message_id=MESSAGE_ID)


def fault_of(data: bytes) -> str:
    try:
        eml.read(data, name="x.eml")
    except AmdeskError as error:
        return str(error)
    return ""


def as_lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")


def test_a_draft_opens_for_editing_with_plain_text_and_html() -> None:
    html = '<p dir="rtl">שלום, דנה</p>'
    data = eml.build(
        to=["dana@oren.example", "yoav@tzohar.example"],
        subject="סיכום שיחה",
        plain="שלום, דנה\n1. מחיר\n",
        html=html,
        message_id=MESSAGE_ID,
        sender="me@agency.example",
        date=datetime(2026, 3, 1, 9, 30, tzinfo=UTC),
    )
    message = message_from_bytes(data, policy=policy.default)
    assert message["X-Unsent"] == "1"
    assert message["Subject"] == "סיכום שיחה"
    assert [one.addr_spec for one in message["To"].addresses] == ["dana@oren.example", "yoav@tzohar.example"]
    assert message["Message-ID"] == MESSAGE_ID
    assert message.get_content_type() == "multipart/alternative"
    parts = [(part.get_content_type(), as_lines(part.get_content())) for part in message.iter_parts()]
    assert parts == [("text/plain", "שלום, דנה\n1. מחיר"), ("text/html", html)]
    assert data.isascii()
    assert all(len(line) <= 998 and b"\n" not in line for line in data.split(b"\r\n"))


def test_a_draft_read_back_says_what_was_written() -> None:
    at = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
    data = eml.build(
        to=["dana@oren.example"],
        subject="خلاصه گفتگو",
        plain="سلام\n",
        html="<p>سلام</p>",
        message_id=MESSAGE_ID,
        sender="me@agency.example",
        date=at,
        in_reply_to="<first@amdesk.example>",
    )
    assert eml.read(data, name="draft.eml") == eml.Mail(
        MESSAGE_ID,
        "<first@amdesk.example>",
        ("<first@amdesk.example>",),
        "خلاصه گفتگو",
        "me@agency.example",
        "",
        ("dana@oren.example",),
        at,
        "سلام\n",
    )


@pytest.mark.parametrize(
    "injected",
    [
        "Hello\r\nBcc: evil@x.example",
        "Hello\nBcc: evil@x.example",
        "Hello\rBcc: evil@x.example",
        "Hello\u2028Bcc: evil@x.example",
        "Hello\x85Bcc: evil@x.example",
        "=?utf-8?q?=0D=0ABcc=3A_evil=40x=2Eexample?=",
    ],
)
def test_no_subject_becomes_a_header(injected: str) -> None:
    message = message_from_bytes(draft(subject=injected), policy=policy.default)
    assert message["Bcc"] is None
    assert message["Subject"] == eml.header_text(injected)


@pytest.mark.parametrize(
    "address",
    [
        "a@x.example, b@x.example",
        "a@x.example; b@x.example",
        "a@x.example b@x.example",
        "Ann <a@x.example>",
        "a@b@c",
        "a@x.example\r\nBcc: b@x.example",
        "@x.example",
        "a@",
        "a",
        "",
        "a..b@x.example",
        ".a@x.example",
        '"a b"@x.example',
        "a@-x.example",
        "a@x..example",
        "דנה@oren.example",
        "a@" + "x" * 64 + ".example",
        "a@x.example,",
    ],
)
def test_what_is_not_one_address_is_refused(address: str) -> None:
    with pytest.raises(AmdeskError, match="is not one mail address"):
        draft(to=address)
    with pytest.raises(AmdeskError, match="is not one mail address"):
        eml.mailto([address], "s", "b")


@pytest.mark.parametrize(
    ("typed", "carried"),
    [
        ("dana@oren.example", "dana@oren.example"),
        ("  o'neil+x@x.example ", "o'neil+x@x.example"),
        ("a@localhost", "a@localhost"),
        ("\u2066dana@oren.example\u2069", "dana@oren.example"),
        ("info@παράδειγμα.example", "info@xn--hxajbheg2az3al.example"),
    ],
)
def test_an_address_is_carried_as_mail_needs_it(typed: str, carried: str) -> None:
    assert eml.address(typed) == carried


def test_direction_marks_leave_headers_and_joiners_stay() -> None:
    typed = "\u2068کسب\u200cوکار\u2069\u200f \u202aAcme\u202c"
    assert eml.read(draft(subject=typed), name="x").subject == "کسب\u200cوکار Acme"


def test_a_message_id_that_is_none_is_refused() -> None:
    with pytest.raises(AmdeskError, match="is no Message-ID"):
        eml.build(to=[], subject="s", plain="", html="", message_id="<a@b>\r\nBcc: evil@x.example")


def test_a_link_has_its_words_percent_encoded_and_windows_line_ends() -> None:
    link = eml.mailto(["dana@oren.example", "o+x@x.example"], "A & B? 100%", "שלום\nline 2\r\nline 3")
    assert link.startswith("mailto:dana@oren.example,o%2Bx@x.example?subject=A%20%26%20B%3F%20100%25&body=")
    assert unquote(link.split("body=")[1]) == "שלום\r\nline 2\r\nline 3"


def test_every_naughty_string_goes_through_mail_and_link_unchanged() -> None:
    for text in NAUGHTY:
        mail = eml.read(draft(subject=text, plain=text + "\n"), name="draft.eml")
        assert mail.subject == eml.header_text(text)
        assert as_lines(mail.plain) == as_lines(text)
        query = parse_qs(urlsplit(eml.mailto(["a@x.example"], text, text)).query, keep_blank_values=True)
        assert query["body"] == [text.replace("\n", "\r\n")]


@given(TEXT, TEXT)
def test_every_subject_and_body_arrives(subject: str, plain: str) -> None:
    data = draft(subject=subject, plain=plain)
    mail = eml.read(data, name="draft.eml")
    assert mail.subject == eml.header_text(subject)
    assert as_lines(mail.plain) == as_lines(plain)
    assert set(message_from_bytes(data).keys()) == {
        "X-Unsent",
        "To",
        "Message-ID",
        "MIME-Version",
        "Content-Type",
        *(["Subject"] if mail.subject else []),
    }


def test_a_reply_is_read_with_what_it_answers() -> None:
    data = (
        b"From: =?windows-1255?B?4ODg?= <dana@oren.example>\r\nTo: me@agency.example\r\n"
        b"Cc: x@y.example, z@y.example\r\n"
        b"Subject: =?utf-8?Q?Re=3A_=D7=A1=D7=99=D7=9B=D7=95=D7=9D?=\r\n"
        b"Date: Mon, 2 Mar 2026 10:00:00 +0200\r\n"
        b"Message-ID: <r1@oren.example>\r\nIn-Reply-To: <s1@amdesk.example>\r\n"
        b"References: <s0@amdesk.example>\r\n <s1@amdesk.example>\r\n"
        b"Content-Type: text/html; charset=windows-1255\r\n\r\n"
        b"<style>p{}</style><p>\xf9\xec\xe5\xed</p><p>ok<br>&amp; yes<script>x</script></p>"
    )
    mail = eml.read(data, name="reply.eml")
    assert (mail.sender, mail.sender_name) == ("dana@oren.example", "אאא")
    assert mail.recipients == ("me@agency.example", "x@y.example", "z@y.example")
    assert (mail.message_id, mail.in_reply_to) == ("<r1@oren.example>", "<s1@amdesk.example>")
    assert mail.references == ("<s0@amdesk.example>", "<s1@amdesk.example>")
    assert mail.subject == "Re: סיכום"
    assert mail.date is not None
    assert mail.date.astimezone(UTC) == datetime(2026, 3, 2, 8, tzinfo=UTC)
    assert mail.plain == "שלום\n\nok\n& yes"


def test_an_attached_mail_or_text_is_not_the_mail_itself() -> None:
    data = (
        b"From: a@x.example\nContent-Type: multipart/mixed; boundary=B\n\n"
        b"--B\nContent-Type: message/rfc822\n\n"
        b"From: old@x.example\n\nold\n"
        b"--B\nContent-Type: text/plain\nContent-Disposition: attachment\n\nfile\n"
        b"--B\nContent-Type: text/plain; charset=nonsense\n\nnew \xd7\x90\n--B--\n"
    )
    assert eml.read(data, name="x.eml").plain.strip() == "new א"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b"just words\n", "is no mail"),
        (b"\x89PNG\r\n\x1a\n\0", "is no mail"),
        (b"a: b\n\nwords", "is no mail"),
        (b"From: a@x.example\n\n" + b"x" * 25_000_000, "larger than 25 megabytes"),
    ],
)
def test_what_is_no_mail_gets_a_sentence(data: bytes, said: str) -> None:
    with pytest.raises(AmdeskError, match=said):
        eml.read(data, name="x.eml")


def test_parts_nested_five_thousand_deep_get_a_sentence_or_are_read() -> None:
    nested = b"".join(
        b"Content-Type: multipart/mixed; boundary=B%d\r\n\r\n--B%d\r\n" % (n, n) for n in range(5_000)
    )
    assert "is no mail" in (fault_of(b"From: a@x.example\r\n" + nested) or "is no mail")


@given(
    st.lists(
        st.sampled_from(
            [
                b"From: <<>>,;@",
                b'To: a:b;,"',
                b"Date: 99 Xxx 99",
                b"Subject: =?utf-8?b?!!?=",
                b"Message-ID: <<>",
                b"From: =?x?q?=?=",
                b"Content-Type: multipart/mixed",
                b"Content-Type: text/plain; charset=\xff",
                b"Content-Transfer-Encoding: base64",
                b"",
                b"\xff\xfe",
                b"In-Reply-To: [",
                b"Content-Type: ;;;",
                b"To: a@[",
                b"From: a@x.example (",
                b"Content-Type: text/html",
                b"<p",
                b"<![x",
                b"Content-Disposition: =",
                b"Cc: @",
                b"Date: Mon, 2 Mar 2026 10:00:00 +9999",
            ]
        ),
        max_size=12,
    )
)
def test_a_broken_mail_brings_no_more_than_a_sentence(lines: list[bytes]) -> None:
    assert "x.eml" in (fault_of(b"\r\n".join(lines)) or "x.eml")


@pytest.mark.parametrize("date", ["Mon, 01 Jan 1899 00:00:00 +1400", "Fri, 31 Dec 9999 23:59:59 -1200"])
def test_a_date_no_mail_can_have_is_none(date: str) -> None:
    assert eml.read(f"From: a@x.example\nDate: {date}\n\nYes".encode()).date is None


@pytest.mark.parametrize(
    ("head", "least"),
    [
        (b"To: " + b", ".join(b"N%d <a%d@b.example>" % (n, n) for n in range(900)), 900),
        (b"To: " + b"(" * 50_000, 0),
        (b"To: " + b'"' * 50_001, 0),
        (b"To: " + b"<" * 50_000, 0),
        (b"To: " + b"=?utf-8?q?a?= " * 5_000, 0),
        (b"To: a@b.example\nContent-Type: text/plain" + b";a=b" * 50_000, 1),
        (b"To: a@b.example\nSubject: " + b"a " * 50_000, 1),
    ],
    ids=["many", "parentheses", "quotes", "angles", "words", "kinds", "subject"],
)
def test_a_header_made_to_keep_a_program_busy_is_read_as_far_as_it_can(head: bytes, least: int) -> None:
    mail = eml.read(b"From: a@b.example\n" + head + b"\n\nHello")
    assert (mail.plain.strip(), mail.sender) == ("Hello", "a@b.example")
    assert len(mail.recipients) >= least


@pytest.mark.parametrize(
    "data",
    [
        b"From: a@b.example\n" + b"X-A: b\n" * 30_000 + b"\nHello",
        b"From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 20_000,
        b"From: a@b.example\n" + b"Content-Type: message/rfc822\n\n" * 2_000,
    ],
    ids=["headers", "parts", "mails in mails"],
)
def test_a_mail_of_far_too_many_parts_is_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(AmdeskError, match="no mail that can be read"):
        eml.read(data)
