"""A mail before it is parsed: without what would take the standard library the square of its length."""

from __future__ import annotations

import re

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_
from amdesk.formats import limits

_KIND_OF_PART = re.compile(
    rb"^content-[a-z-]{1,40}:(?:[^\n]*+\n(?=[ \t]))*+[^\n]*+", re.IGNORECASE | re.MULTILINE
)
_HEAD = re.compile(rb"(?:[^\n]++\n)*+")


def readable(data: bytes, name: str) -> bytes:
    """The mail without what would keep the standard library busy; an AmdeskError where it is nothing else."""
    head = _HEAD.match(data)
    if head is not None and head[0].count(b"\n") > limits.HEADERS * 20:
        raise no_mail(name)
    parts = 0

    def short(found: re.Match[bytes]) -> bytes:
        nonlocal parts
        parts += found[0][:13].lower() == b"content-type:"
        if parts > limits.PARTS_OF_MAIL:
            raise no_mail(name)
        return found[0] if len(found[0]) <= limits.HEADER_OF_PART else b"X-Left-Out: 1"

    if data.count(b"\n--") > limits.PARTS_OF_MAIL * 20:
        raise no_mail(name)
    return _KIND_OF_PART.sub(short, data)


def no_mail(name: str) -> AmdeskError:
    """What is said of a file that is no mail."""
    return AmdeskError(
        N_("{file} is no mail that can be read. Save it from the mail program as .eml and try again."),
        file=name,
    )
