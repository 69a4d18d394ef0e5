"""``amdesk duplicates``: clients and contacts that are likely one, and why."""

from __future__ import annotations

import click

from amdesk.cli.options import as_json
from amdesk.cli.output import document, line, table
from amdesk.cli.session import Session
from amdesk.domain.duplicate import REASON_NAMES, Known, Pair
from amdesk.domain.trash import NOUN_NAMES
from amdesk.i18n.catalog import _, current
from amdesk.i18n.format import listed
from amdesk.services import duplicates


@click.command("duplicates", help=_("List clients and contacts that are likely one, and why."))
@as_json
@click.pass_obj
def command(session: Session, *, as_json: bool) -> None:
    """List pairs that are likely one, the strongest reasons first."""
    with session.desk() as desk:
        found = duplicates.find(desk)
    if as_json:
        document([_pair(one) for one in found])
    elif found:
        head = (_("What"), _("First record"), _("Second record"), _("Why"))
        table(head, [_row(one) for one in found])
    else:
        line(_("No duplicates"))


def _row(pair: Pair) -> tuple[str, ...]:
    why = listed((_(REASON_NAMES[one]) for one in pair.reasons), current())
    return _(NOUN_NAMES[pair.noun]), _named(pair.one), _named(pair.other), why


def _named(one: Known) -> str:
    return f"{one.name} ({one.code if one.noun == 'client' else one.client})"


def _pair(pair: Pair) -> dict[str, object]:
    return {
        "kind": pair.noun,
        "group": pair.group,
        "strong": pair.is_strong,
        "reasons": list(pair.reasons),
        "one": _record(pair.one),
        "other": _record(pair.other),
    }


def _record(one: Known) -> dict[str, object]:
    return {"id": one.id, "uuid": one.uuid, "name": one.name, "client": one.client, "code": one.code}
