"""``amdesk search TEXT``: anything by its words."""

from __future__ import annotations

import click

from amdesk.cli.options import as_json
from amdesk.cli.output import document, table, tell
from amdesk.cli.session import Session
from amdesk.domain.messages import N_, Message
from amdesk.i18n.catalog import _, pgettext
from amdesk.services.search import KIND_NAMES, Hit, search


@click.command("search", help=_("Find clients, people and calls by any of their words."))
@click.argument("text")
@as_json
@click.pass_obj
def command(session: Session, text: str, *, as_json: bool) -> None:
    """Find clients, people and calls by any of their words."""
    with session.desk() as desk:
        found = search(desk, text)
    if as_json:
        document([_hit(hit) for hit in found])
    elif found:
        head = (pgettext("column", "What"), _("Client"), _("Title"), _("Found"))
        table(head, [(_(KIND_NAMES[hit.kind]), hit.client, hit.title, hit.snippet) for hit in found])
    else:
        tell(Message.of(N_("Nothing is found for “{text}”."), text=text))


def _hit(hit: Hit) -> dict[str, object]:
    return {
        "kind": hit.kind,
        "id": hit.id,
        "uuid": hit.uuid,
        "client": hit.client,
        "title": hit.title,
        "snippet": hit.snippet,
    }
