"""Personal dates and relatives of contacts: noting them, changing them, taking them out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from amdesk.domain.calendars import PartialDate
from amdesk.domain.errors import AmdeskError, gone
from amdesk.domain.messages import N_
from amdesk.domain.personal_date import EARLY_NAMES, KIND_NAMES, RELATION_NAMES, PersonalDate, Relative
from amdesk.domain.text import bare_name, is_blank
from amdesk.services import contacts
from amdesk.services.desk import Desk
from amdesk.store import personal_dates as store

_OF_DATE = frozenset({"kind", "label", "given", "early"})
_OF_RELATIVE = frozenset({"name", "relation", "contact_id", "other_contact_id"})
_ALLOWED: Mapping[str, Mapping[str, object]] = {
    "kind": KIND_NAMES, "early": EARLY_NAMES, "relation": RELATION_NAMES,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class RelativeCard:
    """A relative with the dates that are theirs."""

    relative: Relative
    dates: tuple[PersonalDate, ...]


@dataclass(frozen=True, slots=True)
class DatesOf:
    """Every day to remember around a contact.

    ``early`` is when one is told of their birthday, which is kept with the contact; ``dates`` are their
    other days.
    """

    early: str
    dates: tuple[PersonalDate, ...]
    relatives: tuple[RelativeCard, ...]


def of_contact(desk: Desk, contact_id: int) -> DatesOf:
    """Every day to remember around a contact."""
    birthday = store.of_birthday(desk.store, contact_id)
    people = store.relatives(desk.store, contact_id)
    cards = (RelativeCard(one, tuple(store.of_relative(desk.store, one.id))) for one in people)
    return DatesOf(
        birthday.early if birthday else "vip", tuple(store.of_contact(desk.store, contact_id)), tuple(cards)
    )


def get(desk: Desk, date_id: int) -> PersonalDate:
    """The personal date; an AmdeskError where there is none any more."""
    found = store.get(desk.store, date_id)
    if found is None:
        raise gone("personal_date")
    return found


def relative(desk: Desk, relative_id: int) -> Relative:
    """The relative; an AmdeskError where there is none any more."""
    found = store.relative(desk.store, relative_id)
    if found is None:
        raise gone("relative")
    return found


def add(
    desk: Desk, *, given: PartialDate, contact_id: int | None = None, relative_id: int | None = None,
    **values: object,
) -> int:  # fmt: skip
    """A new date of a contact or of a relative; its id. A contact's birthday is a field of the contact."""
    if (contact_id is None) == (relative_id is None):
        raise TypeError("a personal date is a contact's or a relative's")
    if contact_id is not None:
        contacts.get(desk, contact_id)
    else:
        relative(desk, relative_id or 0)
    chosen = _checked({"kind": "birthday", "given": given, **values}, known=_OF_DATE)
    with desk.step(N_("New personal date")):
        return store.insert(desk.store, {**chosen, "contact_id": contact_id, "relative_id": relative_id})


def change(desk: Desk, date_id: int, **values: object) -> None:
    """New values for some fields; another day is not settled yet."""
    before = get(desk, date_id)
    chosen = _checked({"kind": before.kind, "label": before.label, **values}, known=_OF_DATE)
    if chosen.get("given", before.given) != before.given:
        chosen |= {"settled_on": None, "snoozed_until_at": None}
    with desk.step(N_("Change personal date")):
        store.update(desk.store, date_id, chosen)


def remove(desk: Desk, date_id: int) -> None:
    """Delete a personal date."""
    with desk.step(N_("Delete personal date")):
        desk.store.delete("personal_date", date_id)


def tell_birthday_early(desk: Desk, contact_id: int, early: str) -> None:
    """Whether one is told of a contact's own birthday some days before as well."""
    keep_of_birthday(desk, contact_id, N_("Change personal date"), _checked({"early": early}, known=_OF_DATE))


def keep_of_birthday(desk: Desk, contact_id: int, label: str, values: Mapping[str, object]) -> None:
    """Keep what is known of a contact's own birthday beside its day."""
    known = store.of_birthday(desk.store, contact_id)
    with desk.step(label):
        if known is not None:
            store.update(desk.store, known.id, values)
        elif values != {"early": "vip"}:
            store.insert(desk.store, {"contact_id": contact_id, "kind": "birthday", **values})


def add_relative(desk: Desk, contact_id: int, *, name: str, **values: object) -> int:
    """A new relative of a contact; its id."""
    contacts.get(desk, contact_id)
    chosen = _checked({"name": name, "relation": "child", **values}, known=_OF_RELATIVE)
    with desk.step(N_("New relative")):
        return desk.store.insert("relative", {**chosen, "contact_id": contact_id})


def parents(desk: Desk, relative_id: int, mine: int, other: int | None) -> dict[str, int | None]:
    """The contacts of a relative where one of them, ``mine``, is to share them with another, or with nobody;
    who came first stays first.
    """
    if other is not None and relative(desk, relative_id).contact_id == other:
        return {"contact_id": other, "other_contact_id": mine}
    return {"contact_id": mine, "other_contact_id": other}


def change_relative(desk: Desk, relative_id: int, **values: object) -> None:
    """New values for some of a relative's fields."""
    chosen = _checked(values, known=_OF_RELATIVE)
    with desk.step(N_("Change relative")):
        desk.store.update("relative", relative_id, chosen)


def remove_relative(desk: Desk, relative_id: int) -> None:
    """Delete a relative with the dates that are theirs."""
    with desk.step(N_("Delete relative")):
        desk.store.delete("relative", relative_id)


def _checked(values: Mapping[str, object], *, known: frozenset[str]) -> dict[str, object]:
    unknown = values.keys() - known
    if unknown:
        raise TypeError(f"not fields of it: {', '.join(sorted(unknown))}")
    for name, allowed in _ALLOWED.items():
        if name in values and values[name] not in allowed:
            raise TypeError(f"not a {name}: {values[name]}")
    if "name" in values and is_blank(str(values["name"])):
        raise AmdeskError(N_("A relative needs a name."), beside="name")
    if values.get("kind") == "other" and is_blank(str(values.get("label", ""))):
        raise AmdeskError(N_("Say what this day is."), beside="label")
    return {
        name: bare_name(value) if name == "name" and isinstance(value, str) else value
        for name, value in values.items()
    }
