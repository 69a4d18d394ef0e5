"""What kind of file this is, by what it says rather than by how it is called."""

from __future__ import annotations

import re
from typing import Literal

from amdesk.formats.packed_sheets import OLE, ZIP

Kind = Literal["csv", "xlsx", "vcard", "calendar", "json", "eml"]

_VCARD = re.compile(r"\s*BEGIN\s*:\s*VCARD", re.IGNORECASE)
_CALENDAR = re.compile(r"\s*BEGIN\s*:\s*(?:VCALENDAR|VEVENT|VTODO)", re.IGNORECASE)
_ARCHIVE = re.compile(r'\s*\{\s*"format"\s*:\s*"amdesk"')
_MAIL = re.compile(
    r"(?:[!-9;-~]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)*?(?:From|To|Subject|Message-ID|X-Unsent): ",
    re.IGNORECASE,
)
_HEAD = 4_096


def kind_of(data: bytes) -> Kind:
    """The kind that the first bytes of a file speak for; "csv" where they speak for no other."""
    head = data[:_HEAD]
    if head.startswith((ZIP, OLE)):
        return "xlsx"
    wide = head[:2] in (b"\xff\xfe", b"\xfe\xff")
    text = head[: len(head) // 2 * 2].decode("utf-16" if wide else "utf-8", "replace").lstrip("\ufeff")
    if _VCARD.match(text):
        return "vcard"
    if _CALENDAR.match(text):
        return "calendar"
    if _ARCHIVE.match(text):
        return "json"
    if _MAIL.match(text):
        return "eml"
    return "csv"
