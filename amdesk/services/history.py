"""The history of a record: what each step changed in it, in words, and putting back what it was."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

from amdesk.domain.errors import gone
from amdesk.domain.interaction import is_reference
from amdesk.domain.messages import N_, Message
from amdesk.domain.record_fields import FIELDS, Field
from amdesk.domain.record_past import Change, Life, Past, Row, past, past_of
from amdesk.domain.record_told import Name, Told, plain, title_of, told
from amdesk.domain.summary import is_editable
from amdesk.i18n.countries import country_name
from amdesk.i18n.language_names import language_name
from amdesk.services import attachments, clients, goals, interactions, promises, tasks
from amdesk.services.desk import Desk
from amdesk.store import merged, summaries
from amdesk.store import past as store
from amdesk.store.put_back import PuttingBack
from amdesk.store.table import encode

# The records that have a history of their own: all else is told as a part of one of them.
NOUNS = ("client", "contact", "interaction", "goal", "task", "reminder")
_LABEL = N_("Put back an earlier state")
_NOWHERE = Message(N_("no longer in the file"))
# What a summary says of itself is a proof: only the words of one that is being written can be put back.
_OF_DRAFT = frozenset({"closing"})


@dataclass(frozen=True, slots=True)
class Record:
    """A record with all that was: ``title`` is what it is or was called, ``client_id`` whose it is.

    ``past`` has that of records that went into it as well; ``lives`` are its own.
    """

    noun: str
    id: int
    title: str
    client_id: int | None
    lives: tuple[Life, ...]
    past: tuple[Past, ...]


def look(desk: Desk, noun: str, row_id: int) -> Record:
    """The history of a record, in the trash or not; an AmdeskError where nothing is known of it."""
    now = store.row(desk.store, noun, row_id) if noun in NOUNS else None
    if now is None:
        raise gone(noun)
    lives = store.lives(desk.store, noun, row_id)
    client_id = row_id if noun == "client" else now.get("client_id")
    title = str(title_of(noun, now, _names(desk)))
    if noun == "interaction":
        title = str(now["reference"])
    found = [*past(lives), *_of_formers(desk, noun, str(now["uuid"]))]
    found.sort(key=lambda one: one.step.id, reverse=True)
    return Record(noun, row_id, title, client_id, lives, tuple(found))  # type: ignore[arg-type]


def _of_formers(desk: Desk, noun: str, uuid: str) -> Iterator[Past]:
    """The past of those who were merged into a record."""
    for former, row_id, name in merged.formers(desk.store, noun, uuid):
        if lives := store.lives(desk.store, noun, row_id, uuid=former):
            yield from past_of(name, lives)


def named(desk: Desk, text: str) -> tuple[str, int]:
    """The call with this reference, else the client by a code or a name; an AmdeskError for neither."""
    if is_reference(text.strip().upper()):
        return "interaction", interactions.by_reference(desk, text)
    return "client", clients.named(desk, text)


def tell(desk: Desk, record: Record, one: Past) -> tuple[Told, ...]:
    """What a step changed, in words."""
    name = cache(_names(desk))
    return tuple(told(change, record.noun, name) for change in one.changes)


def can_put_back(desk: Desk, record: Record, change: Change) -> bool:
    """Whether what a step changed can be put back as it was: not what a sent summary says."""
    if change.noun == record.noun and not change.field:
        return False
    row = change.before or change.after
    return row is not None and _is_free(desk, change.noun, row, field=change.field)


def put_back(desk: Desk, record: Record, change: Change) -> None:
    """Make one thing what it was before a step changed it."""
    field = FIELDS[change.noun].get(change.field)
    verb = _VERBS.get((change.noun, change.field))
    with _putting(desk, record):
        if verb is not None and change.before is not None:
            verb(desk, change.row_id, **{change.field: _held(field, change.before)})
            return
        uuid = str((change.before or change.after or {}).get("uuid"))
        now = store.row_of(desk.store, change.noun, uuid)
        wanted = change.before
        if change.how == "added" and now is not None and "deleted_at" in now:
            wanted = {**now, "deleted_at": encode(desk.now())}  # with all that is its own
        elif change.before is not None and now is not None and change.how != "removed":
            columns = field.columns if field is not None else ("deleted_at",)
            wanted = {**now, **{one: change.before.get(one) for one in columns}}
        PuttingBack(desk.store).put(change.noun, uuid, wanted)


def put_all_back(desk: Desk, record: Record, one: Past) -> None:
    """Make the record, and what is a part of it, what they were before a step.

    A part with a history of its own, a contact of a client, stays as it is.
    """
    with _putting(desk, record):
        putting = PuttingBack(desk.store)
        for life, row in _in_order(record, one):
            now = store.row_of(desk.store, life.noun, life.uuid)
            known = row or now
            by_itself = life.noun != record.noun and life.noun in NOUNS
            if known is None or by_itself or not _is_free(desk, life.noun, known):
                continue
            putting.put(life.noun, life.uuid, row and _where_it_is(row, now))


def _in_order(record: Record, one: Past) -> list[tuple[Life, Row | None]]:
    """What each row was before a step: those that were there, then the others, parts of parts first."""
    wanted = [(life, life.before(one.since.id)) for life in record.lives]
    there = [(life, row) for life, row in wanted if row is not None]
    is_own = record.noun, record.id
    gone_by_then = [
        (life, row) for life, row in reversed(wanted) if row is None and (life.noun, life.row_id) != is_own
    ]
    return [*there, *gone_by_then]


def _where_it_is(row: Row, now: Row | None) -> Row:
    """A row as it was, in the trash or not as it is now: that is another matter."""
    return row if now is None or "deleted_at" not in row else {**row, "deleted_at": now["deleted_at"]}


def is_first(one: Past, record: Record) -> bool:
    """Whether the record was new in a step: before that there is nothing to put back."""
    return any(change.noun == record.noun and change.how == "added" for change in one.changes)


# Fields on which others depend: changed as a person changes them.
_VERBS: dict[tuple[str, str], Any] = {
    **{("task", name): tasks.change for name in ("due_on", "start_on", "side")},
    **{("goal", name): goals.change for name in ("direction", "baseline", "target", "start_on", "due_on")},
}


def _held(field: Field | None, row: Row) -> object:
    """A field as the verbs take it."""
    assert field is not None
    kept = row.get(field.columns[0])
    return plain(field.kind, kept) if kept is not None and field.kind in {"day", "number"} else kept


@contextmanager
def _putting(desk: Desk, record: Record) -> Iterator[None]:
    """One step; the tasks of a summary follow its points."""
    with desk.step(_LABEL), ExitStack() as stack:
        if record.noun == "interaction":
            newest = summaries.newest(desk.store, record.id)
            if newest is not None and is_editable(newest):
                stack.enter_context(promises.following(desk, newest.id))
        yield


def _is_free(desk: Desk, noun: str, row: Row, *, field: str = "") -> bool:
    """Whether a row may be written again: what was sent to a client, and how it stands, is as it is."""
    if noun == "attachment":
        return attachments.is_kept(desk, str(row["sha256"]))  # for 90 days
    if noun == "summary":
        found = summaries.get(desk.store, int(str(row["id"])))
        return field in _OF_DRAFT and found is not None and is_editable(found)
    if noun == "point":
        found = summaries.get(desk.store, int(str(row["summary_id"])))
        return found is not None and is_editable(found)
    return True


def _names(desk: Desk) -> Name:
    def name(kind: str, value: object) -> object:
        if kind == "language":
            return language_name(str(value))
        if kind == "country":
            return country_name(str(value))
        return store.title(desk.store, kind, int(str(value))) or _NOWHERE

    return name
