"""The mail that congratulates a contact on a day of theirs, or on one of somebody close to them.

It never says how old anybody is, nor what a relative is called: that we know it is our affair.
"""

from __future__ import annotations

from dataclasses import dataclass

from amdesk.documents import around
from amdesk.documents.around import RenderedMail
from amdesk.documents.voice import Voice, voice

__all__ = ["GreetingMail", "RenderedMail", "render"]

_FAMILY = frozenset({"child", "daughter", "son", "spouse", "wife", "husband"})


@dataclass(frozen=True, slots=True)
class GreetingMail:
    """Whom to congratulate on what: nothing private is in it, there is no field it could stand in.

    ``kind`` is that of the personal date; ``relation`` says whose day it is, and is empty for the contact's
    own. ``is_belated``: the day has passed.
    """

    language: str
    calendar: str
    kind: str
    relation: str
    is_belated: bool
    greeting_name: str
    my_name: str
    my_company: str
    my_phone: str


def render(mail: GreetingMail) -> RenderedMail:
    """The mail as the contact will get it."""
    speaking = voice(mail.language, mail.calendar)
    title, *said = _of_relative(mail, speaking) if mail.relation else _own(mail.kind, speaking)
    if mail.is_belated:
        late = speaking.words.pgettext("mail", "My congratulations come a little late, but from the heart.")
        said.append(late)
    mine = (mail.my_name, mail.my_company, mail.my_phone)
    letter = around.letter(speaking, title, said, names=(mail.greeting_name,), mine=mine)
    page = around.html("greeting_mail.html.j2", speaking, letter=letter)
    return RenderedMail(letter.title, around.plain(around.paragraphs(letter, speaking)), page)


def _own(kind: str, voice: Voice) -> tuple[str, ...]:
    """The subject and the sentences for a day of the contact's own."""
    pgettext = voice.words.pgettext
    if kind == "birthday":
        return (
            pgettext("mail", "Happy birthday!"),
            pgettext("mail", "Happy birthday! I wish you good health, much joy and a year of success."),
            pgettext("mail", "It is a pleasure to work with you."),
        )
    if kind == "name_day":
        return (
            pgettext("mail", "Best wishes on your name day"),
            pgettext("mail", "My best wishes on your name day: health, joy and success in everything!"),
        )
    if kind == "client_since":
        return (
            pgettext("mail", "Thank you for your trust"),
            pgettext(
                "mail",
                "Our work together began on this day. Thank you for your trust; I look forward to more.",
            ),
        )
    return (
        pgettext("mail", "Congratulations"),
        pgettext("mail", "Congratulations on this special day! I wish you every success from here on."),
    )


def _of_relative(mail: GreetingMail, voice: Voice) -> tuple[str, str]:
    """The same for a day of somebody close to the contact."""
    pgettext = voice.words.pgettext
    titles = {
        "child": pgettext("mail", "Congratulations on your child’s birthday"),
        "daughter": pgettext("mail", "Congratulations on your daughter’s birthday"),
        "son": pgettext("mail", "Congratulations on your son’s birthday"),
        "spouse": pgettext("mail", "Congratulations on your spouse’s birthday"),
        "wife": pgettext("mail", "Congratulations on your wife’s birthday"),
        "husband": pgettext("mail", "Congratulations on your husband’s birthday"),
        "assistant": pgettext("mail", "Congratulations on your assistant’s birthday"),
    }
    near = pgettext("mail", "Congratulations on the birthday of someone close to you")
    wishes = (
        pgettext("mail", "Health and much joy to your whole family! Please pass on my warmest wishes.")
        if mail.relation in _FAMILY
        else pgettext("mail", "Please pass on my warmest wishes.")
    )
    if mail.kind == "birthday":
        title = titles.get(mail.relation, near)
        return title, pgettext("mail", "{congratulations}! {wishes}").format(
            congratulations=title, wishes=wishes
        )
    said = pgettext("mail", "Congratulations on this special day in your life!")
    return pgettext("mail", "Congratulations"), f"{said} {wishes}"
