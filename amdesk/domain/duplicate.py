"""Two records that are likely one: by what they are the same, and how strongly that speaks.

Names alone make two people of one company the same, and two companies; nobody is the same as somebody of this
name elsewhere. What is only like enough to be looked at is a weak reason, and said as what it is.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace

from amdesk.domain.incoming import language_of, may_be_same, may_share_mail
from amdesk.domain.legal_forms import company, person
from amdesk.domain.messages import N_

# By what two records are the same (message ids), the strongest first.
REASON_NAMES = {
    "email": N_("the same e-mail"),
    "phone": N_("the same phone"),
    "name_company": N_("the same name and company"),
    "name": N_("the same name"),
    "form": N_("the same name, another legal form"),
    "country": N_("the same name in another country"),
    "domain": N_("e-mails of the same domain"),
    "person": N_("the same person is at both"),
}
STRONG = frozenset({"email", "phone", "name_company", "name"})
_COUNTS = {"email": 8, "phone": 8, "name_company": 8, "name": 8, "form": 2, "country": 2, "domain": 2}
# Mail boxes that anybody can have: to share these says nothing.
_ANYBODYS = frozenset(
    "gmail googlemail outlook hotmail live msn yahoo ymail icloud me mac aol gmx web proton protonmail pm "
    "mail yandex ya bk list inbox rambler walla 012 013 netvision bezeqint zahav barak actcom otenet "
    "forthnet hol cosmotemail cyta chmail t-online freenet orange".split()
)


@dataclass(frozen=True, slots=True)
class Known:
    """What is compared of a client or contact.

    ``own`` are the forms machines compare of the record's own e-mails and phones, ``others`` those of a
    client's people. ``client`` is the name of a contact's client; ``has_left`` is said of contacts.
    """

    noun: str
    id: int
    uuid: str
    name: str
    client_id: int
    client: str = ""
    code: str = ""
    country: str | None = None
    own: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    has_left: bool = False

    @property
    def reach(self) -> frozenset[str]:
        """Everything by which somebody there is reached."""
        return self.own | self.others


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records that are likely one, the older first, and why; pairs of one ``group`` hang together."""

    id: int
    one: Known
    other: Known
    reasons: tuple[str, ...]
    group: int = 0

    @property
    def noun(self) -> str:
        """Clients or contacts."""
        return self.one.noun

    @property
    def is_strong(self) -> bool:
        """Whether a reason is more than a likeness."""
        return bool(STRONG.intersection(self.reasons))

    @property
    def weight(self) -> int:
        """How strongly it speaks: the more reasons the more."""
        return sum(_COUNTS.get(one, 1) for one in self.reasons)


def words_of(noun: str, name: str) -> tuple[str, ...]:
    """The words of a name that are compared."""
    return company(name)[0] if noun == "client" else person(name)


def name_letters(noun: str, name: str) -> str:
    """What names have in common that can be the same: their letters, whatever their order and gaps."""
    return "".join(sorted("".join(words_of(noun, name))))


def same_name(noun: str, one: str, other: str) -> bool:
    """Whether two names are the same, but for legal forms, the order of words and the gaps between them."""
    ours, theirs = words_of(noun, one), words_of(noun, other)
    return bool(ours) and (sorted(ours) == sorted(theirs) or "".join(ours) == "".join(theirs))


def reasons(one: Known, other: Known) -> tuple[str, ...]:
    """By what two records of a kind are likely the same; nothing where they are not."""
    found = _of_clients(one, other) if one.noun == "client" else _of_contacts(one, other)
    return tuple(reason for reason in REASON_NAMES if reason in found)


def _of_clients(one: Known, other: Known) -> set[str]:
    alike = same_name("client", one.name, other.name)
    found = _by_name(one, other) if alike else set()
    related = alike or _begins(one.name, other.name)
    for number in one.reach & other.reach:
        is_own = number in one.own and number in other.own
        found.add(_medium(number) if is_own or related else "person")
    if not found and _domains(one.reach) & _domains(other.reach):
        found.add("domain")
    return found


def _by_name(one: Known, other: Known) -> set[str]:
    forms = company(one.name)[1], company(other.name)[1]
    if all(forms) and not forms[0] & forms[1]:
        return {"form"}
    if one.country and other.country and one.country != other.country:
        return {"country"}
    return {"name"}


def _of_contacts(one: Known, other: Known) -> set[str]:
    is_here = one.client_id == other.client_id
    if not is_here and (one.has_left or other.has_left):
        return set()  # somebody who moved on: the past stays where it was
    found = {
        medium
        for number in one.own & other.own
        if _may_share(medium := _medium(number), one.name, other.name)
    }
    if is_here and same_name("contact", one.name, other.name):
        found.add("name_company")
    return found


def as_colleagues(one: Known, other: Known) -> tuple[str, ...]:
    """By what two contacts are likely the same once their clients are one."""
    return reasons(one, replace(other, client_id=one.client_id))


def is_surely_one(one: Known, other: Known) -> bool:
    """Whether two contacts of clients that become one need nobody to look at them.

    Names alone do not do where each has an e-mail of their own, and a shared telephone does not without them.
    """
    said = as_colleagues(one, other)
    if one.has_left != other.has_left:
        return False
    if "email" in said:
        return may_be_same(one.name, other.name)
    mails, others = ({number for number in known.own if "@" in number} for known in (one, other))
    return "name_company" in said and ("phone" in said or not (mails and others))


def _may_share(medium: str, one: str, other: str) -> bool:
    """Whether two names with one address can be one person's: two who share a telephone stay two."""
    one, other = (" ".join(person(name)) for name in (one, other))
    if not one or not other:
        return False
    if medium == "email":
        return may_share_mail(one, other)
    return may_be_same(one, other) or language_of(one) != language_of(other)


def _begins(one: str, other: str) -> bool:
    """Whether one company's name is the beginning of the other's: Northwind, Northwind Traders."""
    few, many = sorted((company(one)[0], company(other)[0]), key=len)
    return bool(few) and many[: len(few)] == few


def _medium(number: str) -> str:
    return "email" if "@" in number else "phone"


def _domains(reach: Iterable[str]) -> set[str]:
    return {domain for one in reach if (domain := domain_of(one))}


def domain_of(number: str) -> str:
    """The domain of an e-mail address that a company has for itself; nothing for what anybody can have."""
    domain = number.rpartition("@")[2] if "@" in number else ""
    return "" if domain.partition(".")[0] in _ANYBODYS else domain


def is_values(text: str) -> bool:
    """Whether a text is what a record held: its columns with their values, as JSON."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and all(
        value is None or isinstance(value, str | int) for value in found.values()
    )
