"""Preparing a meeting: everything worth knowing of a client on one page, for the person themself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from amdesk.domain.calendars import PartialDate
from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import Message
from amdesk.domain.notice import Notice, told
from amdesk.domain.personal_date import Occasion, next_occasion
from amdesk.domain.task import OURS
from amdesk.domain.task_agenda import Asked
from amdesk.domain.timeline import Entry
from amdesk.i18n.catalog import calendar_in_use, current
from amdesk.services import clients, goals, personal_dates, shared_goals
from amdesk.services.clients import ContactCard
from amdesk.services.composed import Composed, composed
from amdesk.services.desk import Desk
from amdesk.store import tasks

if TYPE_CHECKING:
    from amdesk.documents.prepare import Person, Talk
    from amdesk.documents.promise_parts import OpenQuestion, Promise

_TALKS, _LOOKED_AT = 3, 20
_AROUND = timedelta(days=30)


def compose(desk: Desk, client_id: int) -> Composed:
    """The page as it stands now."""
    from amdesk.documents import prepare as document

    found = clients.page(desk, client_id)
    client, today = found.client, desk.today()
    last = client.last_contact_at
    there = [card for card in found.contacts if card.contact.left_on is None]
    standings = [(line.goal, goals.standing(desk, line)) for line in goals.of_client(desk, client_id)]
    leaf = document.render(
        document.Prepare(
            language=current(),
            calendar=calendar_in_use(),
            today=today,
            client_name=client.name,
            code=client.code,
            stage=client.stage,
            tier=client.tier or "",
            last_contact_on=last.astimezone(desk.zone).date() if last else None,
            next_contact_on=client.next_contact_on,
            next_step=client.next_step,
            notes=client.notes,
            people=tuple(map(_person, there)),
            lacking=found.gaps,
            promises=tuple(_promises(desk, client_id)),
            questions=(
                *(shared_goals.asked(desk, one) for one in found.open_questions),
                *(_asked(desk, one) for one in found.asked),
            ),
            goals=tuple((goal, one) for goal, one in standings if goal.ended_on is None),
            talks=tuple(_talks(desk, client_id)),
            dates=tuple(_dates(desk, there, client_name=client.name)),
        )
    )
    return composed(leaf, kind="prepare", client_id=client_id, name=f"{client.code}-prepare-{today}")


def _person(card: ContactCard) -> Person:
    from amdesk.documents.prepare import Person

    one = card.contact
    reached = tuple(address.value for address in card.addresses if address.medium in {"phone", "email"})
    return Person(one.name, one.role, reached, one.preferred_hours, one.notes)


def _asked(desk: Desk, one: Asked) -> OpenQuestion:
    """A question about a task, and the call that the task was agreed in."""
    from amdesk.documents.promise_parts import OpenQuestion

    asked_on = one.question.asked_at.astimezone(desk.zone).date()
    return OpenQuestion(one.question.text, asked_on, one.line.reference)


def _promises(desk: Desk, client_id: int) -> Iterator[Promise]:
    """All that is open between us and the client, whether they know of it or not."""
    from amdesk.documents.promise_parts import Promise

    for line in tasks.lines(desk.store, tasks.promises(desk.store, client_id=client_id)):
        one = line.task
        side = "us" if one.side in OURS else one.side
        yield Promise(one.uuid, one.title, side, one.assignee, one.due_on, line.reference)


def _talks(desk: Desk, client_id: int) -> list[Talk]:
    """The last ones with a summary."""
    found = clients.timeline(desk, client_id, limit=_LOOKED_AT)
    return [_talk(desk, entry) for entry in found if entry.points][:_TALKS]


def _talk(desk: Desk, entry: Entry) -> Talk:
    from amdesk.documents.prepare import Talk

    one = entry.interaction
    return Talk(
        on=one.started_at.astimezone(desk.zone).date(),
        channel=one.channel,
        reference=one.reference,
        occasion=one.occasion,
        people=entry.people,
        state=entry.summary.state if entry.summary else "",
        points=entry.points,
    )


def _dates(desk: Desk, there: list[ContactCard], *, client_name: str) -> list[Message]:
    """Days of the people there, and of those close to them, from thirty days ago to thirty days on."""
    found = [one for card in there for one in _of_contact(desk, card, client_name=client_name)]
    ordered = sorted(found, key=lambda one: one.occurs_on)
    return [told(one, today=desk.today()) for one in ordered]


def _of_contact(desk: Desk, card: ContactCard, *, client_name: str) -> Iterator[Notice]:
    person = card.contact
    of = personal_dates.of_contact(desk, person.id)
    given = [("birthday", "", person.birthday, "", "")]
    given += [(one.kind, one.label, one.given, "", "") for one in of.dates]
    given += [
        (one.kind, one.label, one.given, relative.relative.name, relative.relative.relation)
        for relative in of.relatives
        for one in relative.dates
    ]
    for kind, label, day, relative_name, relation in given:
        if day is not None and (comes := _near(desk, day)) is not None:
            yield Notice(
                noun="contact", id=person.id, uuid=person.uuid, kind=kind, label=label, occurs_on=comes.on,
                told_on=comes.on, until_on=comes.on, years=comes.years, client_id=person.client_id,
                client=client_name, is_key=False, contact_id=person.id, contacts=(person.name,),
                relative=relative_name, relation=relation,
            )  # fmt: skip


def _near(desk: Desk, given: PartialDate) -> Occasion | None:
    """The coming of a date within thirty days of today."""
    today: date = desk.today()
    try:
        found = next_occasion(given, on_or_after=today - _AROUND, leap_on=str(desk.settings["leap_day"]))
    except (AmdeskError, ValueError, OverflowError):
        return None  # beyond what its calendar reaches
    return found if found.on <= today + _AROUND else None
