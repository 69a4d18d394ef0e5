"""``amdesk merge KEEP GO``: one client, or contact, goes into another; or the two are told apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import click

from amdesk.cli.options import as_json
from amdesk.cli.output import document, line
from amdesk.cli.progress import follow
from amdesk.cli.session import Session
from amdesk.domain.errors import AmdeskError
from amdesk.domain.merge_choices import BOTH, FIELD_NAMES, GOES
from amdesk.domain.messages import N_
from amdesk.i18n.catalog import _, ngettext
from amdesk.services import clients, duplicates, people_at_both
from amdesk.services.desk import Desk


@click.command(
    "merge", help=_("Let the client GO become a part of the client KEEP, with all that belongs to it.")
)
@click.argument("keep")
@click.argument("go")
@click.option(
    "--contacts", "of_contacts", is_flag=True, help=_("The two are contacts; each is named by its UUID.")
)
@click.option("--take", "taken", multiple=True, metavar="FIELD", help=_("Take this field from GO."))
@click.option("--join-notes", is_flag=True, help=_("Keep the notes of both."))
@click.option("--leave-contacts", is_flag=True, help=_("Leave people who are at both two contacts each."))
@click.option("--not-the-same", is_flag=True, help=_("Merge nothing: note that the two are not the same."))
@as_json
@click.pass_obj
def command(
    session: Session, keep: str, go: str, *, of_contacts: bool, taken: Sequence[str], join_notes: bool,
    leave_contacts: bool, not_the_same: bool, as_json: bool,
) -> None:  # fmt: skip
    """Merge two records after a backup."""
    noun = "contact" if of_contacts else "client"
    wanted = {_field(noun, one): GOES for one in taken} | ({"notes": BOTH} if join_notes else {})
    with session.desk() as desk:
        stays, goes = (_named(desk, noun, typed) for typed in (keep, go))
        people: Mapping[tuple[int, int], Mapping[str, str]] = {}
        if not_the_same:
            duplicates.keep_apart(desk, noun, stays, goes)
        else:
            if not of_contacts and not leave_contacts:
                people = people_at_both.sure(desk, stays, goes)
            steps = duplicates.merging(desk, stays, goes, noun=noun, wanted=wanted, people=people)
            follow(steps, _("Merging"))
        kept = duplicates.known(desk, noun, stays)
    if as_json:
        told = {"kind": noun, "id": kept.id, "uuid": kept.uuid, "name": kept.name, "code": kept.code}
        document(told | {"contacts": len(people)})
    elif not_the_same:
        line(_("Noted: not the same"))
    else:
        line(_("Merged into {name} ({code}).").format(name=kept.name, code=kept.code))
        _tell_people(len(people))


def _tell_people(n: int) -> None:
    if n:
        told = ngettext(
            "{n} person who was at both is one contact.",
            "{n} people who were at both are one contact each.",
            n,
        )
        line(told.format(n=n))


def _field(noun: str, typed: str) -> str:
    if typed not in FIELD_NAMES[noun]:
        known = ", ".join(FIELD_NAMES[noun])
        told = _("There is no field {field}. Choose one of these: {known}.")
        raise click.BadParameter(told.format(field=typed, known=known), param_hint="--take")
    return typed


def _named(desk: Desk, noun: str, typed: str) -> int:
    """A record by its UUID, a client by its code or name as well."""
    found = duplicates.by_uuid(desk, noun, typed)
    if found is not None:
        return found
    if noun == "contact":
        told = N_("No contact has the UUID {uuid}. “amdesk duplicates --json” tells them.")
        raise AmdeskError(told, uuid=typed)
    return clients.named(desk, typed)
