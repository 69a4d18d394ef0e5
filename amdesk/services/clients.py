"""Clients: adding, changing, finding, and everything their page shows."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime, time, timedelta

from amdesk.domain.calendars import CALENDARS
from amdesk.domain.client import GAPS, STAGES, TIERS, Client, ClientLine, gaps, is_code, suggest_code
from amdesk.domain.client_filter import ClientFilter
from amdesk.domain.contact import Address, Contact
from amdesk.domain.errors import AmdeskError, gone
from amdesk.domain.interaction import Interaction
from amdesk.domain.messages import N_
from amdesk.domain.task_agenda import Asked
from amdesk.domain.text import bare_name, is_blank
from amdesk.domain.timeline import Entry, OpenPoint
from amdesk.i18n.countries import is_country
from amdesk.i18n.languages import LANGUAGES
from amdesk.services.desk import Desk
from amdesk.store import clients as store
from amdesk.store import contacts, interactions, questions, summaries

_CHANGEABLE = frozenset(f.name for f in fields(Client)) - {"id", "uuid", "last_contact_at", "created_at"}


@dataclass(frozen=True, slots=True)
class ContactCard:
    """A contact with the addresses that are theirs."""

    contact: Contact
    addresses: tuple[Address, ...]


@dataclass(frozen=True, slots=True)
class ClientPage:
    """All that stands beside a client's timeline.

    ``addresses`` are the client's own; ``gaps`` name what is missing and worth asking next time: ``contact``,
    ``mobile``, ``email``, ``birthday``, ``language``; ``asking`` are those to be asked about next time.
    ``open_questions`` were asked in calls, ``asked`` are those about tasks.
    """

    client: Client
    contacts: tuple[ContactCard, ...]
    addresses: tuple[Address, ...]
    gaps: tuple[str, ...]
    asking: tuple[str, ...]
    open_questions: tuple[OpenPoint, ...]
    asked: tuple[Asked, ...]


def find(
    desk: Desk,
    text: str = "",
    *,
    sort: str = "name",
    descending: bool = False,
    where: ClientFilter | None = None,
    limit: int | None = None,
) -> Sequence[int]:
    """Ids of the clients whose names, people, numbers, addresses or notes match, narrowed and sorted."""
    reckoned = _reckoned(desk, where) if where else None
    return store.find(desk.store, text, sort=sort, descending=descending, where=reckoned, limit=limit)


def _reckoned(desk: Desk, where: ClientFilter) -> store.Where:
    """A filter's days counted from today; who was reached a day ago was not reached for one day."""
    since = datetime.combine(desk.today() - timedelta(days=where.quiet_days), time(), desk.zone)
    return store.Where(where, desk.today(), since)


def lines(desk: Desk, ids: Sequence[int]) -> list[ClientLine]:
    """The list's lines of these clients, in their order."""
    return store.lines(desk.store, ids)


def get(desk: Desk, client_id: int) -> Client:
    """The client; an AmdeskError where there is none any more."""
    found = store.get(desk.store, client_id)
    if found is None:
        raise gone("client")
    return found


def exactly(desk: Desk, text: str) -> list[int]:
    """Clients with exactly this code or name."""
    return store.named(desk.store, text)


def named(desk: Desk, text: str) -> int:
    """The one client with this code, name or part of a name; an AmdeskError for none or several."""
    found = store.named(desk.store, text) or list(store.find(desk.store, text))
    if len(found) == 1:
        return found[0]
    if not found:
        raise AmdeskError(N_("No client is called “{text}”. “amdesk clients” lists them all."), text=text)
    names = tuple(f"{line.code} ({line.name})" for line in lines(desk, found[:5]))
    raise AmdeskError(N_("Several clients match “{text}”: {names}. Use the code."), text=text, names=names)


def add(desk: Desk, *, name: str, code: str = "", **values: object) -> int:
    """A new client; without a code it gets one made from its name. Its id."""
    chosen = _checked({"name": name, **values})
    chosen["code"] = (
        _free_code(desk, code) if code.strip() else suggest_code(name, store.CodesInUse(desk.store))
    )
    with desk.step(N_("New client")):
        return store.insert(desk.store, {**chosen, "created_at": desk.now()})


def change(desk: Desk, client_id: int, **values: object) -> None:
    """New values for some of a client's fields."""
    chosen = _checked(values)
    if "code" in chosen:
        chosen["code"] = _free_code(desk, str(chosen["code"]), mine=get(desk, client_id).code)
    with desk.step(N_("Change client")):
        store.update(desk.store, client_id, chosen)


def change_all(desk: Desk, client_ids: Sequence[int], **values: object) -> None:
    """The same new values for several clients, as one step."""
    with desk.step(N_("Change clients") if len(client_ids) > 1 else N_("Change client")):
        for client_id in client_ids:
            change(desk, client_id, **values)


def ask_next_time(desk: Desk, client_id: int, gap: str, *, wanted: bool = True) -> None:
    """Note that something missing is to be asked about in the next call, or that it is not."""
    noted = set(get(desk, client_id).asking.split()) - {gap} | ({gap} if wanted else set())
    with desk.step(N_("Ask next time") if wanted else N_("Ask no more")):
        store.update(desk.store, client_id, {"asking": " ".join(one for one in GAPS if one in noted)})


def remove(desk: Desk, client_id: int) -> None:
    """Put a client into the trash."""
    remove_all(desk, [client_id])


def remove_all(desk: Desk, client_ids: Sequence[int]) -> None:
    """Put several clients into the trash, as one step."""
    with desk.step(N_("Delete clients") if len(client_ids) > 1 else N_("Delete client")):
        for client_id in client_ids:
            store.update(desk.store, client_id, {"deleted_at": desk.now()})


def page(desk: Desk, client_id: int) -> ClientPage:
    """All that stands beside a client's timeline."""
    client = get(desk, client_id)
    cards, own = people(desk, client_id)
    lacking = _gaps(cards)
    return ClientPage(
        client=client,
        contacts=cards,
        addresses=own,
        gaps=lacking,
        asking=tuple(gap for gap in lacking if gap in client.asking.split()),
        open_questions=tuple(summaries.open_questions(desk.store, client_id=client_id)),
        asked=tuple(questions.waiting(desk.store, client_id=client_id)),
    )


def people(desk: Desk, client_id: int) -> tuple[tuple[ContactCard, ...], tuple[Address, ...]]:
    """The people at a client with their addresses, and the addresses that are the client's own."""
    addresses = contacts.addresses(desk.store, client_id)
    found = contacts.of_client(desk.store, client_id)
    cards = tuple(ContactCard(one, tuple(a for a in addresses if a.contact_id == one.id)) for one in found)
    return cards, tuple(a for a in addresses if a.contact_id is None)


def said_last(desk: Desk, client_id: int) -> str:
    """The first line of what was agreed last with a client, or what the last talk was about."""
    last = next(iter(timeline(desk, client_id, limit=1)), None)
    if last is None:
        return ""
    return next((point.text for point in last.points if point.text), last.interaction.occasion)


def timeline(
    desk: Desk,
    client_id: int,
    *,
    text: str = "",
    channel: str | None = None,
    with_open_points: bool = False,
    before: int | None = None,
    limit: int = 50,
) -> list[Entry]:
    """A client's interactions, newest first, those older than the interaction ``before``.

    Of every channel or of one; those that hold the words of ``text``; those with a question or promise open.
    """
    found = interactions.of_client(
        desk.store, client_id, text=text, channel=channel, with_open_points=with_open_points,
        before=before, limit=limit,
    )  # fmt: skip
    return [_entry(desk, interaction) for interaction in found]


def entry(desk: Desk, interaction_id: int) -> Entry:
    """One interaction as the timeline tells it; an AmdeskError where there is none any more."""
    found = interactions.get(desk.store, interaction_id)
    if found is None:
        raise gone("interaction")
    return _entry(desk, found)


def _entry(desk: Desk, interaction: Interaction) -> Entry:
    newest = summaries.newest(desk.store, interaction.id)
    return Entry(
        interaction=interaction,
        summary=newest,
        points=tuple(summaries.points(desk.store, newest.id)) if newest else (),
        people=tuple(person.name for person in contacts.of_interaction(desk.store, interaction.id)),
    )


def _gaps(cards: tuple[ContactCard, ...]) -> tuple[str, ...]:
    there = [card for card in cards if card.contact.left_on is None]
    media = {address.medium for card in there for address in card.addresses}
    labels = {(address.medium, address.label) for card in there for address in card.addresses}
    known = {
        "mobile": ("phone", "mobile") in labels,
        "email": "email" in media,
        "birthday": any(card.contact.birthday for card in there),
        "language": any(card.contact.language for card in there),
    }
    return gaps({name for name, is_known in known.items() if is_known}, anybody=bool(there))


def _checked(values: dict[str, object]) -> dict[str, object]:
    unknown = values.keys() - _CHANGEABLE
    if unknown:
        raise TypeError(f"not a client's fields: {', '.join(sorted(unknown))}")
    if "name" in values and is_blank(str(values["name"])):
        raise AmdeskError(N_("A client needs a name."), beside="name")
    for field, (known, sentence) in _KNOWN.items():
        if field in values and values[field] not in known:
            raise AmdeskError(sentence, beside=field, value=str(values[field]), known=_shown(known))
    country = values.get("country")
    if country is not None and not is_country(str(country)):
        told = N_("There is no country “{value}”. Give its two letters, such as {known}.")
        raise AmdeskError(told, beside="country", value=str(country), known=("GB", "IL"))
    return {
        name: bare_name(value) if name == "name" and isinstance(value, str) else value
        for name, value in values.items()
    }


# What some fields can hold, and what is said of anything else.
_KNOWN: Mapping[str, tuple[Collection[object], str]] = {
    "stage": (STAGES, N_("There is no stage “{value}”. Choose one of these: {known}.")),
    "tier": ((None, *TIERS), N_("There is no tier “{value}”. Choose one of these: {known}.")),
    "language": (
        tuple(LANGUAGES),
        N_("Mails cannot be written in the language “{value}”. Choose one of these: {known}."),
    ),
    "calendar": (CALENDARS, N_("There is no calendar “{value}”. Choose one of these: {known}.")),
}


def _shown(known: Collection[object]) -> tuple[str, ...]:
    return tuple(str(one) for one in known if one is not None)


def _free_code(desk: Desk, code: str, *, mine: str = "") -> str:
    chosen = code.strip().upper()
    if not is_code(chosen):
        raise AmdeskError(N_("A code is 2 to 8 Latin letters or digits, such as NWT."), beside="code")
    if chosen != mine and store.code_taken(desk.store, chosen):
        raise AmdeskError(
            N_("Another client has the code {code} already. Choose another one."), beside="code", code=chosen
        )
    return chosen
