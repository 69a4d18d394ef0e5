"""The client sheet: composing it, recording that it was shared, and what was shared before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from amdesk.domain import share
from amdesk.domain.errors import AmdeskError, gone
from amdesk.domain.messages import N_, Message
from amdesk.domain.share import Facts, GoalShown, Share, StepShown
from amdesk.formats.outside_html import harmless
from amdesk.services import clients, shared_goals
from amdesk.services.composed import Composed, composed
from amdesk.services.desk import Desk
from amdesk.store import shares as store

if TYPE_CHECKING:
    from amdesk.documents.goal_parts import SharedGoal
    from amdesk.documents.promise_parts import Promise


@dataclass(frozen=True, slots=True)
class Sheet:
    """A client sheet with what is new since the one before, a sentence each."""

    page: Composed
    last: Share | None
    changes: tuple[Message, ...]


def compose(desk: Desk, client_id: int) -> Sheet:
    """The sheet as the client would see it today; the one before says what is new."""
    from amdesk.documents import client_sheet

    client = clients.get(desk, client_id)
    goals = shared_goals.of_client(desk, client_id, until=desk.today())
    promises = shared_goals.promises(desk, client_id)
    facts = _facts(goals, promises)
    last = store.newest(desk.store, client_id, kind="sheet")
    before = share.known(last.facts) if last else None
    changes = share.changes(before, facts) if before else ()
    leaf = client_sheet.render(
        client_sheet.ClientSheet(
            language=client.language,
            calendar=client.calendar,
            client_name=client.name,
            today=desk.today(),
            goals=goals,
            promises=promises,
            last_on=last.shared_at.astimezone(desk.zone).date() if last and before else None,
            changes=changes,
            my_name=str(desk.settings["my_name"]),
            my_company=str(desk.settings["my_company"]),
            my_phone=str(desk.settings["my_phone"]),
        )
    )
    name = f"{client.code}-{desk.today().isoformat()}"
    page = composed(leaf, kind="sheet", client_id=client_id, name=name, facts=share.told(facts))
    return Sheet(page, last, changes)


def record(desk: Desk, page: Composed) -> int:
    """The client was shown this page: it is kept to the letter. The id of what is kept."""
    if page.kind not in share.KIND_NAMES:
        raise AmdeskError(N_("This page is for yourself; it is not shared with a client."))
    clients.get(desk, page.client_id)
    label = N_("Share sheet with client") if page.kind == "sheet" else N_("Share report with client")
    with desk.step(label):
        return store.insert(
            desk.store,
            {
                "client_id": page.client_id, "kind": page.kind, "shared_at": desk.now(),
                "language": page.language, "title": page.title, "html": page.html, "paper": page.paper,
                "facts": page.facts,
            },
        )  # fmt: skip


def shared(desk: Desk, client_id: int) -> list[Share]:
    """What a client was shown, the newest first, without the pages themselves."""
    return store.of_client(desk.store, client_id)


def kept(desk: Desk, share_id: int) -> Composed:
    """A page as it was shared, to the letter; an AmdeskError where it is not there any more."""
    found = store.get(desk.store, share_id)
    if found is None:
        raise gone("client_share")
    code = clients.get(desk, found.client_id).code
    day = found.shared_at.astimezone(desk.zone).date()
    name = f"{code}-{day.isoformat()}" + ("-report" if found.kind == "report" else "")
    html, paper = harmless(found.html), harmless(found.paper)  # they may have come in an archive
    return Composed(found.kind, found.client_id, found.language, found.title, name, html, paper, found.facts)


def forget(desk: Desk, share_id: int) -> None:
    """It was not shared after all: what was kept of it goes into the trash."""
    if store.get(desk.store, share_id) is None:
        raise gone("client_share")
    with desk.step(N_("Take back shared page")):
        store.update(desk.store, share_id, {"deleted_at": desk.now()})


def _facts(goals: Sequence[SharedGoal], promises: Sequence[Promise]) -> Facts:
    """What this sheet says, for the next one to compare with."""
    return Facts(
        goals={one.goal.uuid: _shown(one) for one in goals},
        actions={
            step.uuid: StepShown(step.title, step.done_on is not None)
            for one in goals
            for step in one.actions
        },
        milestones={
            stone.uuid: StepShown(stone.title, stone.reached_on is not None)
            for one in goals
            for stone in one.milestones
        },
        promises={one.uuid: one.text for one in promises},
    )


def _shown(one: SharedGoal) -> GoalShown:
    goal, standing = one.goal, one.standing
    return GoalShown(
        name=goal.name,
        state=standing.state,
        unit=goal.unit,
        value="" if standing.value is None else str(standing.value),
        measured=len(one.measurements),
        target=str(goal.target),
        due_on=goal.due_on.isoformat(),
    )
