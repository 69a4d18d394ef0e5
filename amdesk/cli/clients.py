"""``amdesk clients [TEXT]``: every client, or those whose names, people, numbers or notes match."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import click

from amdesk.cli.options import as_json
from amdesk.cli.output import document, moment, table, tell
from amdesk.cli.session import Session
from amdesk.domain.calendars import PartialDate
from amdesk.domain.client import STAGE_NAMES
from amdesk.domain.contact import Address
from amdesk.domain.messages import N_, Message
from amdesk.i18n.catalog import _, calendar_in_use, current, pgettext
from amdesk.i18n.format import date_text
from amdesk.services import clients
from amdesk.services.clients import ContactCard
from amdesk.services.desk import Desk

_AT_ONCE = 200


@click.command("clients", help=_("List the clients, or those who match a text."))
@click.argument("text", default="")
@as_json
@click.pass_obj
def command(session: Session, text: str, *, as_json: bool) -> None:
    """List the clients, or those who match a text."""
    with session.desk() as desk:
        found = clients.find(desk, text)
        if as_json:
            document([_client(desk, client_id) for client_id in found])
        elif found:
            head = (
                _("Code"),
                pgettext("company", "Name"),
                _("Stage"),
                _("Tier"),
                _("Last contact"),
                _("Next contact"),
                _("People"),
            )
            table(head, list(_rows(desk, found)))
        else:
            tell(
                Message.of(N_("No client matches."))
                if text.strip()
                else Message.of(N_("There is no client yet."))
            )


def _rows(desk: Desk, ids: Sequence[int]) -> Iterator[tuple[str, ...]]:
    for start in range(0, len(ids), _AT_ONCE):
        for line in clients.lines(desk, ids[start : start + _AT_ONCE]):
            last = line.last_contact_at.astimezone(desk.zone).date() if line.last_contact_at else None
            shown = (line.code, line.name, _(STAGE_NAMES[line.stage]), line.tier or "", _day(last))
            yield (*shown, _day(line.next_contact_on), line.people)


def _day(day: date | None) -> str:
    return date_text(day, current(), calendar=calendar_in_use(), style="short") if day else ""


def _client(desk: Desk, client_id: int) -> dict[str, object]:
    """A client with its people; phones as typed and as E.164."""
    client = clients.get(desk, client_id)
    people, own = clients.people(desk, client_id)
    return {
        "id": client.id,
        "uuid": client.uuid,
        "code": client.code,
        "name": client.name,
        "stage": client.stage,
        "tier": client.tier,
        "vip": client.vip,
        "language": client.language,
        "calendar": client.calendar,
        "country": client.country,
        "last_contact_at": moment(client.last_contact_at),
        "next_contact_on": client.next_contact_on.isoformat() if client.next_contact_on else None,
        "next_step": client.next_step,
        "notes": client.notes,
        "phones": _phones(own),
        "emails": [address.value for address in own if address.medium == "email"],
        "contacts": [_contact(card) for card in people],
    }


def _contact(card: ContactCard) -> dict[str, object]:
    person = card.contact
    mobile = next((a for a in card.addresses if (a.medium, a.label) == ("phone", "mobile")), None)
    return {
        "uuid": person.uuid,
        "name": person.name,
        "role": person.role,
        "mobile": mobile.value if mobile else None,
        "mobile_e164": mobile.normal if mobile else None,
        "phones": _phones(card.addresses),
        "emails": [address.value for address in card.addresses if address.medium == "email"],
        **_birthday(person.birthday),
        "language": person.language,
        "notes": person.notes,
        "left_on": person.left_on.isoformat() if person.left_on else None,
    }


def _phones(addresses: Sequence[Address]) -> list[dict[str, object]]:
    return [{"typed": a.value, "e164": a.normal, "label": a.label} for a in addresses if a.medium == "phone"]


def _birthday(birthday: PartialDate | None) -> dict[str, object]:
    """ISO Gregorian, or ``--MM-DD`` without a year; beside it the calendar and the date as that says it."""
    if birthday is None:
        return {"birthday": None, "birthday_calendar": None, "birthday_typed": None}
    year = f"{birthday.year:04}" if birthday.year is not None else "-"
    typed = f"{year}-{birthday.month:02}-{birthday.day:02}"
    return {"birthday": birthday.iso, "birthday_calendar": birthday.calendar, "birthday_typed": typed}
