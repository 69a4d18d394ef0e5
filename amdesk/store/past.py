"""Reading what a record and its parts were before, from what the triggers noted of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import islice

from amdesk.domain.record_past import Event, Life, Row, Step, life
from amdesk.store.history import columns
from amdesk.store.m011_history import PART_OF
from amdesk.store.migrations import KEPT
from amdesk.store.store import Store
from amdesk.store.table import marks

_AT_ONCE = 500
# Parts that have parts of their own which are told with them; a contact has a history for itself.
_WHOLE = frozenset({"summary", "relative"})


def lives(store: Store, noun: str, row_id: int, *, uuid: str = "") -> tuple[Life, ...]:
    """The lives of a row and of what is, or was, a part of it: its own first.

    Of those who had its id one after another it is the last one's, or the life of the one with this ``uuid``.
    """
    found: list[Life] = []
    steps: dict[int, Step] = {}
    wanted: dict[str, set[int]] = {noun: {row_id}}
    while wanted:
        deeper: dict[str, set[int]] = {}
        for of, ids in wanted.items():
            rows = _rows(store, of, ids)
            found += _lives(store, of, ids, rows=rows, steps=steps)
            for one in ids if of == noun or of in _WHOLE else ():
                for part, more in _parts(store, of, one, rows.get(one)).items():
                    deeper.setdefault(part, set()).update(more)
        wanted = deeper
    family = {(noun, row_id)} | {(one.noun, one.row_id) for one in found if one.noun in _WHOLE}
    of_id = (one for one in reversed(found) if (one.noun, one.row_id) == (noun, row_id))
    own = next((one for one in of_id if one.uuid == uuid or not uuid), Life(noun, row_id, ()))
    since = own.turns[0].step.id if own.turns and own.turns[0].before is None else 0
    parts = (_within(one, family, since) for one in found if one.noun != noun)
    return tuple(one for one in (own, *parts) if one.turns)


def row(store: Store, noun: str, row_id: int) -> Row | None:
    """A row as it is now, as far as a person can change it."""
    return _rows(store, noun, [row_id]).get(row_id)


def row_of(store: Store, noun: str, uuid: str) -> Row | None:
    """The row with a uuid as it is now."""
    found = store.value(f"SELECT id FROM {noun} WHERE uuid = ?", [uuid])
    return row(store, noun, found) if found is not None else None


def title(store: Store, noun: str, row_id: int) -> str | None:
    """What a client, contact, goal or task is called, or was called before it was deleted for good."""
    column = "title" if noun == "task" else "name"
    found = store.value(f"SELECT {column} FROM {noun} WHERE id = ?", [row_id])
    former = (
        f"SELECT json_extract(was, '$.{column}') FROM history WHERE noun = ? AND row_id = ? ORDER BY id DESC"
    )
    said = found if found is not None else store.value(former, [noun, row_id])
    return None if said is None else str(said)


def _within(one: Life, family: set[tuple[str, int]], since: int) -> Life:
    """A part's life while it was a part of this record, not of who had its id before the step ``since``."""

    def here(row: Row | None) -> Row | None:
        is_here = row is not None and (one.noun == "attachment" or _owner(one.noun, row) in family)
        return row if is_here else None

    turns = ((turn, here(turn.before), here(turn.after)) for turn in one.turns if turn.step.id >= since)
    kept = (replace(turn, before=before, after=after) for turn, before, after in turns if before or after)
    return replace(one, turns=tuple(kept))


def _owner(noun: str, row: Row) -> tuple[str, object] | None:
    """What a row is a part of."""
    named = PART_OF.get(noun, ())
    return next(((of, row[column]) for of, column in named if row.get(column) is not None), None)


def _rows(store: Store, noun: str, ids: Iterable[int]) -> dict[int, Row]:
    """The rows that are there, by their ids, as far as a person can change them."""
    own = ", ".join(one for one in columns(store.connection, noun) if one not in KEPT.get(noun, ()))
    found: dict[int, Row] = {}
    for some in _some(ids):
        rows = store.rows(f"SELECT {own} FROM {noun} WHERE id IN ({marks(some)})", some)
        found |= {row["id"]: dict(row) for row in rows}
    return found


def _parts(store: Store, noun: str, row_id: int, now: Row | None) -> dict[str, set[int]]:
    """The ids of what is or was a part of a row, by noun."""
    found: dict[str, set[int]] = {}
    for part, named in PART_OF.items():
        for place, (of, column) in enumerate(named):
            if of == noun:
                others = "".join(f" AND {other} IS NULL" for _of, other in named[:place])
                ids = store.column(f"SELECT id FROM {part} WHERE {column} = ?{others}", [row_id])
                found.setdefault(part, set()).update(ids)
    names = [f"{noun} {row_id}"]
    if noun == "task" and now is not None:
        names.append(f"task {now['uuid']}")
        files = "SELECT id FROM attachment WHERE noun = 'task' AND about = ?"
        found["attachment"] = set(store.column(files, [now["uuid"]]))
    former = store.rows(f"SELECT DISTINCT noun, row_id FROM history WHERE part_of IN ({marks(names)})", names)
    for row in former:
        found.setdefault(row["noun"], set()).add(row["row_id"])
    return {part: ids for part, ids in found.items() if ids}


def _lives(
    store: Store, noun: str, ids: Iterable[int], *, rows: Mapping[int, Row], steps: dict[int, Step]
) -> Iterator[Life]:
    """The lives of all who had these ids, the present one last: an id is given anew once its row is gone."""
    wanted = sorted(ids)
    noted = _noted(store, noun, wanted)
    born = _born(store, noun, wanted)
    _learn(store, {step for some in noted.values() for step, _was, _is_end in some}, steps)
    _learn(store, {step for some in born.values() for step in some}, steps)
    for one in wanted:
        told, now = noted.get(one, []), rows.get(one)
        of: dict[str, list[Event]] = {}
        for step_id, was, is_end in told:
            of.setdefault(str(was["uuid"]), []).append(Event(steps[step_id], was, is_end))
        for step_id in born.get(one, ()):
            after = (str(was["uuid"]) for step, was, _is_end in told if step > step_id)
            last = str((now or (told[-1][1] if told else {})).get("uuid", ""))
            of.setdefault(next(after, last), []).append(Event(steps[step_id], None))
        whose_now = str(now["uuid"]) if now is not None else ""
        for uuid in (*(other for other in of if other != whose_now), whose_now):
            events = sorted(of.get(uuid, ()), key=lambda event: event.step.id)
            yield life(noun, one, events=events, now=now if uuid == whose_now else None)


def _noted(store: Store, noun: str, ids: Sequence[int]) -> dict[int, list[tuple[int, Row, bool]]]:
    """What rows were before each step that changed them, in the order of noting, by their ids."""
    found: dict[int, list[tuple[int, Row, bool]]] = {}
    for some in _some(ids):
        rows = store.rows(
            f"SELECT row_id, step_id, was, is_end FROM history WHERE noun = ? AND row_id IN ({marks(some)}) "
            "ORDER BY id", [noun, *some],
        )  # fmt: skip
        for row in rows:
            one = (row["step_id"], json.loads(row["was"]), bool(row["is_end"]))
            found.setdefault(row["row_id"], []).append(one)
    return found


def _born(store: Store, noun: str, ids: Sequence[int]) -> dict[int, set[int]]:
    """The steps in which rows were new, or came back, by their ids."""
    found: dict[int, set[int]] = {}
    for some in _some(ids):
        alone = f"SELECT first, step_id FROM born WHERE noun = ? AND first IN ({marks(some)})"
        for first, step_id in store.rows(alone, [noun, *some]):
            found.setdefault(first, set()).add(step_id)
    many = (
        "SELECT step_id, first, last FROM born WHERE first < last AND noun = ? AND last >= ? AND first <= ?"
    )
    for step_id, first, last in store.rows(many, [noun, ids[0], ids[-1]]):
        for one in ids:
            if first < one <= last:
                found.setdefault(one, set()).add(step_id)
    return found


def _learn(store: Store, ids: set[int], steps: dict[int, Step]) -> None:
    """Read the steps that are not known yet."""
    for some in _some(sorted(ids - steps.keys())):
        for row in store.rows(f"SELECT id, at, label, way FROM step WHERE id IN ({marks(some)})", some):
            steps[row["id"]] = Step(row["id"], datetime.fromisoformat(row["at"]), row["label"], row["way"])


def _some(ids: Iterable[int]) -> Iterator[list[int]]:
    walk = iter(ids)
    while some := list(islice(walk, _AT_ONCE)):
        yield some
