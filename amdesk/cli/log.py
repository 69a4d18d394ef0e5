"""``amdesk log CLIENT TEXT``: log a call or any other interaction."""

from __future__ import annotations

from datetime import datetime

import click

from amdesk.cli.options import as_json, as_of, day, iso_moment
from amdesk.cli.output import document, line
from amdesk.cli.session import Session
from amdesk.domain.interaction import CHANNELS, DIRECTIONS
from amdesk.i18n.catalog import _
from amdesk.services import clients, contacts, interactions


@click.command(
    "log", help=_("Log a call with a client, named by code, name or a part of it. TEXT is the one line.")
)
@click.argument("client")
@click.argument("text", default="")
@click.option(
    "--contact", "names", multiple=True, metavar="NAME", help=_("Who took part; may be given again.")
)
@click.option(
    "--channel", type=click.Choice(CHANNELS), default="mobile", show_default=True, help=_("How you spoke.")
)
@click.option(
    "--direction", type=click.Choice(DIRECTIONS), default="out", show_default=True, help=_("Who called whom.")
)
@click.option("--not-reached", is_flag=True, help=_("Nobody answered: it does not count as contact."))
@click.option(
    "--minutes", type=click.IntRange(0, 24 * 60), default=0, metavar="N", help=_("How long it took.")
)
@click.option(
    "--at", type=iso_moment, metavar="MOMENT", help=_("When it began; else the minutes before now.")
)
@click.option("--next", "next_on", metavar="DATE", help=_("When to be in contact again, such as tomorrow."))
@click.option(
    "--private", default="", metavar="TEXT", help=_("A note of your own, which no client ever sees.")
)
@as_json
@as_of
@click.pass_obj
def command(
    session: Session, client: str, text: str, *, names: tuple[str, ...], channel: str, direction: str,
    not_reached: bool, minutes: int, at: datetime | None, next_on: str | None, private: str, as_json: bool,
    as_of: datetime | None,
) -> None:  # fmt: skip
    """Log a call with a client."""
    with session.desk(as_of) as desk:
        client_id = clients.named(desk, client)
        interaction_id = interactions.log(
            desk,
            client_id=client_id,
            occasion=text,
            contact_ids=[contacts.named(desk, client_id, name) for name in names],
            channel=channel,
            direction=direction,
            outcome="not_reached" if not_reached else "reached",
            started_at=at,
            minutes=minutes,
            next_contact_on=day(desk, next_on, option="--next"),
            private_note=private,
        )
        logged = interactions.get(desk, interaction_id)
    if as_json:
        document({"id": logged.id, "uuid": logged.uuid, "reference": logged.reference})
    else:
        line(_("Logged as {reference}.").format(reference=logged.reference))
