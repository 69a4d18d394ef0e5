"""The sentences of a summary's mail, in the words of its language; whole ones, because cases differ."""

from __future__ import annotations

from datetime import date

from amdesk.documents.voice import Voice, clean
from amdesk.domain.points import MONEY_CHANGES, Point
from amdesk.domain.summary import CHASE_AFTER
from amdesk.i18n.money import as_written


def title(voice: Voice, day: date, *, channel: str, version: int) -> str:
    """What the mail is: the summary of which call or meeting, and whether it is a corrected one."""
    pgettext = voice.words.pgettext
    call = pgettext("mail", "Summary of our call on {date}")
    titles = {
        "mobile": call,
        "office_phone": call,
        "video": pgettext("mail", "Summary of our video call on {date}"),
        "meeting": pgettext("mail", "Summary of our meeting on {date}"),
        "visit": pgettext("mail", "Summary of the visit on {date}"),
        "chat": pgettext("mail", "Summary of our chat on {date}"),
        "mail": pgettext("mail", "Summary of our e-mails of {date}"),
        "post": pgettext("mail", "Summary of our letters of {date}"),
    }
    other = pgettext("mail", "Summary of our conversation on {date}")
    named = titles.get(channel, other).format(date=voice.date(day))
    if version == 1:
        return named
    corrected = pgettext("mail", "{title}, corrected version {version}")
    return corrected.format(title=named, version=voice.number(version))


def opening(voice: Voice, day: date, *, channel: str, version: int) -> str:
    """The sentence before the points; a corrected version says that it takes the place of the earlier one."""
    pgettext = voice.words.pgettext
    call = pgettext("mail", "Below is the summary of our call on {date}.")
    openings = {
        "mobile": call,
        "office_phone": call,
        "video": pgettext("mail", "Below is the summary of our video call on {date}."),
        "meeting": pgettext("mail", "Below is the summary of our meeting on {date}."),
        "visit": pgettext("mail", "Below is the summary of the visit on {date}."),
        "chat": pgettext("mail", "Below is the summary of our chat on {date}."),
        "mail": pgettext("mail", "Below is the summary of our e-mails of {date}."),
        "post": pgettext("mail", "Below is the summary of our letters of {date}."),
    }
    other = pgettext("mail", "Below is the summary of our conversation on {date}.")
    named = openings.get(channel, other).format(date=voice.date(day))
    if version == 1:
        return named
    corrected = pgettext(
        "mail", "This is the corrected version {version}; it takes the place of the earlier one."
    )
    return f"{named} {corrected.format(version=voice.number(version))}"


def standard_closing(voice: Voice) -> str:
    """The closing that asks for approval and for anything missing (row S5)."""
    pgettext = voice.words.pgettext
    approve = pgettext("mail", "I would be glad of your approval of this summary; a short reply is enough.")
    add = pgettext("mail", "If there are further things that were not written down, please add them.")
    return f"{approve} {add}"


def silence(voice: Voice) -> str:
    """The sentence without which silence must not be taken for an answer."""
    days = CHASE_AFTER[-1]
    return voice.words.npgettext(
        "mail",
        "If I have not heard from you within {n} working day, this summary counts as accepted.",
        "If I have not heard from you within {n} working days, this summary counts as accepted.",
        n=days,
    ).format(n=voice.number(days))


def heading(voice: Voice, kind: str) -> str:
    """The heading over the points of a kind."""
    pgettext = voice.words.pgettext
    return {
        "decision": pgettext("mail", "Decisions"),
        "change": pgettext("mail", "Changes"),
        "action": pgettext("mail", "Who does what by when"),
        "insight": pgettext("mail", "Insights"),
        "question": pgettext("mail", "Open questions"),
    }[kind]


def change(voice: Voice, point: Point) -> str:
    """What changes, from what to what; empty where nothing is known of it but the point's own words."""
    pgettext = voice.words.pgettext
    kinds = {
        "rate": pgettext("mail", "Rate"),
        "tag": pgettext("mail", "Tag"),
        "activity": pgettext("mail", "Activity"),
        "budget": pgettext("mail", "Budget"),
        "schedule": pgettext("mail", "Schedule"),
    }
    what = kinds.get(point.change_kind or "", pgettext("mail", "Change"))
    before, after = _value(voice, point, point.from_value), _value(voice, point, point.to_value)
    if before and after:
        pattern = pgettext("mail", "{what}: from {before} to {after}")
    elif after:
        pattern = pgettext("mail", "{what}: in future {after}")
    elif before:
        pattern = pgettext("mail", "{what}: so far {before}")
    else:
        pattern = pgettext("mail", "Kind of change: {what}") if point.change_kind in kinds else ""
    return pattern.format(what=what, before=voice.quote(before), after=voice.quote(after))


def _value(voice: Voice, point: Point, typed: str) -> str:
    """What changes, as it was typed; a clear amount of money as the reader writes amounts."""
    value = clean(typed)
    return as_written(value, voice.language.code) if point.change_kind in MONEY_CHANGES else value


def side(voice: Voice, name: str | None) -> str:
    """Who stands for a side of the table when nobody is named."""
    pgettext = voice.words.pgettext
    sides = {
        "us": pgettext("mail", "We"),
        "client": pgettext("mail", "You"),
        "third": pgettext("mail", "A third party"),
    }
    return sides.get(name or "") or open_still(voice)


def open_still(voice: Voice) -> str:
    """In the place of a name or a date that is not known yet."""
    return voice.words.pgettext("mail", "to be agreed")
