"""Mail as files and links: a draft to open in a mail program, a ``mailto:`` link, and a mail read back.

Headers carry nothing but the text meant: no line break, no invisible direction mark, and no second recipient
hidden in an address. The subject is encoded here, not by ``email.message``, which would decode a subject that
happens to look like an encoded word (RFC 2047).
"""

from __future__ import annotations

import base64
import mimetypes
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime, getaddresses, parsedate_to_datetime
from urllib.parse import quote

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_
from amdesk.domain.moments import is_in_reach
from amdesk.formats import limits
from amdesk.formats.html_words import words_of
from amdesk.formats.mail_bounds import no_mail, readable

_TELLING = {"from", "to", "subject", "date", "message-id"}
# directions are the reader's affair; the joiners U+200C and U+200D belong to the words and stay
_MARKS = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
_BLANKS = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")
_LOCAL = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_ADDRESS = re.compile(rf"{_LOCAL}@{_LABEL}(?:\.{_LABEL})*")
_MESSAGE_ID = re.compile(r"<[^<>\s]{1,900}>")
_WORD_BYTES = 45  # of UTF-8 in one encoded word: with its frame it stays below 75 octets
# letters beyond ASCII in base64 or quoted-printable: drafts pass through programs that know nothing else
_SEVEN_BIT = policy.SMTP.clone(cte_type="7bit")
# what the standard library's header parsers are known to raise for broken headers
_HEADER_FAULTS = (ValueError, LookupError, AttributeError, TypeError, HeaderParseError, RecursionError)
_LONGEST_PART = 20 * limits.TEXT  # characters of a text as it is sent, which may be several times as long


@dataclass(frozen=True, slots=True)
class Mail:
    """What a mail says: addresses without names, Message-IDs with their angle brackets, the text as plain."""

    message_id: str
    in_reply_to: str
    references: tuple[str, ...]
    subject: str
    sender: str
    sender_name: str
    recipients: tuple[str, ...]
    date: datetime | None
    plain: str


def build(
    *,
    to: Sequence[str],
    subject: str,
    plain: str,
    html: str,
    message_id: str,
    sender: str = "",
    sender_name: str = "",
    date: datetime | None = None,
    in_reply_to: str = "",
    enclosed: Sequence[tuple[str, bytes]] = (),
    is_draft: bool = True,
) -> bytes:
    """A mail in plain text and HTML; a draft of it is one that mail programs open for editing (X-Unsent).

    Every string in ``to`` is one recipient; an AmdeskError for what is no address. ``date`` is aware.
    ``enclosed`` are files: their names and what they hold.
    """
    message = EmailMessage(policy=_SEVEN_BIT)
    message.set_content(plain)
    message.add_alternative(html, subtype="html")
    for name, data in enclosed:
        main, _slash, sub = _kind_of(name).partition("/")
        message.add_attachment(data, maintype=main, subtype=sub, filename=header_text(name))
    headers = [
        ("X-Unsent", "1" if is_draft else ""),
        ("From", _mailbox(sender_name, sender) if sender else ""),
        ("To", ",\r\n ".join(map(address, to))),
        ("Subject", _encoded(header_text(subject))),
        ("Date", format_datetime(date) if date else ""),
        ("Message-ID", _checked_id(message_id)),
        ("In-Reply-To", _checked_id(in_reply_to) if in_reply_to else ""),
        ("References", _checked_id(in_reply_to) if in_reply_to else ""),
    ]
    head = "".join(f"{name}: {value}\r\n" for name, value in headers if value)
    return head.encode("ascii") + message.as_bytes()


def _kind_of(name: str) -> str:
    """The kind of a file by its name; mails within mails are to arrive as the files they are."""
    kind, packed = mimetypes.guess_type(name)
    whole = kind is not None and packed is None and not kind.startswith(("message/", "multipart/"))
    return kind if kind is not None and whole else "application/octet-stream"


def mailto(to: Sequence[str], subject: str, body: str, *, in_reply_to: str = "") -> str:
    """A link that opens a new mail (RFC 6068), everything percent-encoded, line breaks as CR LF.

    Mail programs that know ``in_reply_to`` in a link keep the mail with the one it answers.
    """
    recipients = ",".join(quote(address(one), safe="@") for one in to)
    lines = body.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\r\n")
    fields = {"subject": header_text(subject), "body": lines}
    if in_reply_to:
        fields["in-reply-to"] = in_reply_to
    said = "&".join(f"{name}={quote(text, safe='')}" for name, text in fields.items())
    return f"mailto:{recipients}?{said}"


def address(text: str) -> str:
    """One address as mail carries it, an international domain in its ASCII form; else an AmdeskError."""
    bare = _MARKS.sub("", text).strip()
    local, _at, domain = bare.rpartition("@")
    try:
        ascii_domain = domain if domain.isascii() else domain.encode("idna").decode("ascii")
    except UnicodeError:
        ascii_domain = ""
    carried = f"{local}@{ascii_domain}"
    if len(carried) > 254 or not _ADDRESS.fullmatch(carried):
        raise AmdeskError(
            N_("“{address}” is not one mail address. Write it like name@company.example."), address=text
        )
    return Address(addr_spec=carried).addr_spec


def header_text(text: str) -> str:
    """The text on one line, without direction marks and control characters."""
    return _BLANKS.sub(" ", _MARKS.sub("", text)).strip()


def read(data: bytes, *, name: str = "mail.eml") -> Mail:
    """A mail from a file; ``name`` is the file's name for sentences. An AmdeskError when it is none."""
    if len(data) > limits.MAIL:
        raise AmdeskError(
            N_("The mail {file} is larger than {limit} megabytes. Save it without its attachments."),
            file=name,
            limit=limits.MAIL // limits.MEGABYTE,
        )
    if not data.strip():
        raise AmdeskError(N_("The mail {file} is empty. Save it again from the mail program."), file=name)
    try:
        message = message_from_bytes(readable(data, name), policy=policy.default)
        plain = _plain(message)
    except RecursionError:
        raise no_mail(name) from None
    if not _TELLING & {header.lower() for header, _value in message.raw_items()}:
        raise no_mail(name)
    senders = _mailboxes(message, "From") or _mailboxes(message, "Sender")
    sender_name, sender = next(iter(senders), ("", ""))
    recipients = (*_mailboxes(message, "To"), *_mailboxes(message, "Cc"))
    return Mail(
        message_id=next(iter(_ids(message, "Message-ID")), ""),
        in_reply_to=next(iter(_ids(message, "In-Reply-To")), ""),
        references=_ids(message, "References"),
        subject=header_text(_header(message, "Subject")),
        sender=sender,
        sender_name=header_text(sender_name),
        recipients=tuple(found for _name, found in recipients),
        date=_date(message),
        plain=plain,
    )


def _encoded(text: str) -> str:
    """The text as an unstructured header: plain where that is short and safe, else in encoded words."""
    if text.isascii() and len(text) < 66 and "=?" not in text:
        return text
    words: list[bytes] = [b""]
    for letter in text:
        data = letter.encode()
        if len(words[-1]) + len(data) > _WORD_BYTES:
            words.append(b"")
        words[-1] += data
    return "\r\n ".join(f"=?utf-8?b?{base64.b64encode(word).decode()}?=" for word in words)


def _mailbox(name: str, bare: str) -> str:
    """An address with the name of whose it is, quoted or in encoded words."""
    said = header_text(name)
    if not said:
        return address(bare)
    if said.isascii() and len(said) < 60 and "=?" not in said:
        quoted = said.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{quoted}" <{address(bare)}>'
    return f"{_encoded(said)}\r\n <{address(bare)}>"


def _checked_id(message_id: str) -> str:
    """A Message-ID with its angle brackets, of plain characters only."""
    if not message_id.isascii() or not _MESSAGE_ID.fullmatch(message_id):
        raise AmdeskError(
            N_("“{message_id}” is no Message-ID of a mail. Copy the mail into your mail program."),
            message_id=message_id,
        )
    return message_id


def _header(message: EmailMessage, name: str) -> str:
    """A header decoded; as it stands where it is too broken or too long for that; "" where there is none."""
    raw = _raw(message, name)
    try:
        return str(message[name] or "") if len(raw) <= limits.HEADER else raw[: limits.HEADER]
    except _HEADER_FAULTS:
        return raw


def _raw(message: EmailMessage, name: str) -> str:
    """A header as it stands in the file."""
    return next((str(value) for key, value in message.raw_items() if key.lower() == name.lower()), "")


def _ids(message: EmailMessage, name: str) -> tuple[str, ...]:
    return tuple(_MESSAGE_ID.findall(_header(message, name)))


def _mailboxes(message: EmailMessage, name: str) -> tuple[tuple[str, str], ...]:
    """Name and address of everyone in a header."""
    raw = _raw(message, name)
    try:
        if len(raw) > limits.HEADER_OF_PEOPLE:
            raise ValueError(name)
        header = message[name]
        found = [(one.display_name, one.addr_spec) for one in getattr(header, "addresses", ())]
    except _HEADER_FAULTS:
        found = _found(raw)
    return tuple((shown, bare) for shown, bare in found if "@" in bare)


def _found(raw: str) -> list[tuple[str, str]]:
    """Names and addresses as far as they can be made out in a header that is broken, or very long."""
    try:
        return [(str(make_header(decode_header(shown))), bare) for shown, bare in getaddresses([raw])]
    except _HEADER_FAULTS:
        return []


def _date(message: EmailMessage) -> datetime | None:
    """The moment in the Date header, aware; None where it has none that a mail can have."""
    try:
        moment = parsedate_to_datetime(_header(message, "Date"))
    except _HEADER_FAULTS:
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware if is_in_reach(aware) else None


def _plain(message: EmailMessage) -> str:
    """The first plain text of the mail itself, or what its first HTML part says."""
    texts: dict[str, str] = {}
    for part in _leaves(message):
        kind = part.get_content_type()
        if kind in ("text/plain", "text/html") and part.get_content_disposition() != "attachment":
            texts.setdefault(kind, _decoded(part))
    if "text/plain" in texts:
        return texts["text/plain"]
    return words_of(texts.get("text/html", ""))


def _leaves(message: EmailMessage) -> Iterator[EmailMessage]:
    """The parts that hold something, in order; a mail that is attached is no part of this one."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        payload = part.get_payload()
        if not isinstance(payload, list):
            yield part
        elif part.get_content_maintype() == "multipart":
            waiting.extend(one for one in reversed(payload) if isinstance(one, EmailMessage))


def _decoded(part: EmailMessage) -> str:
    raw = part.get_payload()
    if isinstance(raw, str) and len(raw) > _LONGEST_PART:
        part.set_payload(raw[:_LONGEST_PART])
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    for charset in (part.get_content_charset() or "utf-8", "utf-8", "cp1252"):
        try:
            text = data.decode(charset)
        except (LookupError, ValueError):
            continue
        return text.replace("\r\n", "\n")
    return data.decode("utf-8", "replace").replace("\r\n", "\n")
