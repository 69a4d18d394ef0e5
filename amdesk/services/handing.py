"""Handing a mail to whatever sends it: a draft for the mail program, a link, or a way of the caller's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from amdesk.domain.errors import AmdeskError
from amdesk.services import mail_account, queued
from amdesk.services.desk import Desk
from amdesk.services.drafts import Draft

MAILTO_LIMIT = 1900  # bytes: longer links are cut off by some mail programs without a word

# What the caller does itself, such as putting a mail on the clipboard, by the way it stands for.
Own = Mapping[str, Callable[[Draft], object]]
NO_OWN: Own = {}


def eml(desk: Desk, draft: Draft) -> bytes:
    """The mail as an ``.eml`` draft that a mail program opens for editing."""
    from amdesk.formats import eml as format_eml

    return format_eml.build(
        sender=desk.settings["my_email"],
        to=draft.to,
        subject=draft.subject,
        plain=draft.plain,
        html=draft.html,
        message_id=draft.message_id,
        date=desk.now(),
        in_reply_to=draft.in_reply_to,
        enclosed=[(one.name, one.data) for one in draft.enclosed],
    )


def mailto(draft: Draft) -> str | None:
    """The mail as a ``mailto:`` link, or nothing where the link would be too long to be safe."""
    from amdesk.formats import eml as format_eml

    link = format_eml.mailto(draft.to, draft.subject, draft.plain, in_reply_to=draft.in_reply_to)
    return link if len(link.encode()) <= MAILTO_LIMIT else None


def ways(desk: Desk, draft: Draft) -> tuple[str, ...]:
    """The ways to hand this mail over, in the person's order; a link that would be too long is left out.

    Where nothing is left, a draft does what a link cannot. A link and the clipboard take no files along;
    what has no address, or no account to send it from, does not go out from here.
    """
    wanted = desk.settings["hand_over"]
    return tuple(way for way in wanted if _works(desk, draft, way)) or ("eml",)


def _works(desk: Desk, draft: Draft, way: str) -> bool:
    if way == "smtp":
        return bool(draft.to) and draft.about is not None and mail_account.of(desk) is not None
    if draft.enclosed:
        return way == "eml"
    return way != "mailto" or mailto(draft) is not None


def hand(desk: Desk, draft: Draft, *, way: str = "", own: Own) -> str:
    """Hand a mail over by one way, or by the first of the person's that works; which one it was.

    The refusal of the last way is told; and that of sending from here, for what went out already must not go
    out in another way.
    """
    wanted = (way,) if way else ways(desk, draft)
    for one in wanted[:-1]:
        try:
            return _by(desk, draft, one, own)
        except AmdeskError:
            if one == "smtp":
                raise
    return _by(desk, draft, wanted[-1], own)


def _by(desk: Desk, draft: Draft, way: str, own: Own) -> str:
    link = mailto(draft) if way == "mailto" else None
    if way in own:
        own[way](draft)
    elif way == "smtp":
        queued.put(desk, draft)
    elif link is not None:
        desk.mail.open_link(link)
    else:
        desk.mail.open_draft(eml(desk, draft), draft.name)
    return way
