"""What a record was before: the steps that changed it and what is part of it, and what each changed.

A *life* is one row from the first that is known of it to now; a *turn* is what one step made of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import groupby
from typing import TypeAlias

from amdesk.domain.record_fields import FIELDS

# A row as the file keeps it, by its columns.
Row: TypeAlias = "Mapping[str, object]"
# What is typed letter by letter is told once.
_TYPED = frozenset({"Write summary", "Change closing", "Write private note"})
_AT_ONCE = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Step:
    """A step under its label (a message id); ``way`` is done, undone (it was taken back) or redone."""

    id: int
    at: datetime
    label: str
    way: str = "done"


@dataclass(frozen=True, slots=True)
class Turn:
    """What a row was before a step, and what it was after it; nothing where it was not there."""

    step: Step
    before: Row | None
    after: Row | None


@dataclass(frozen=True, slots=True)
class Life:
    """The turns of one row, the oldest first."""

    noun: str
    row_id: int
    turns: tuple[Turn, ...]

    @property
    def uuid(self) -> str:
        """What names the row, whatever its id becomes."""
        return next((str(row["uuid"]) for turn in self.turns for row in (turn.before, turn.after) if row), "")

    def before(self, step_id: int) -> Row | None:
        """What it was just before a step."""
        for turn in self.turns:
            if turn.step.id >= step_id:
                return turn.before
        return self.turns[-1].after


@dataclass(frozen=True, slots=True)
class Change:
    """What a step changed in a row: one field, by its first column.

    Without a field it is the row as a whole: ``how`` is added, removed, trashed, back or merged (it went).
    """

    noun: str
    row_id: int
    field: str
    before: Row | None
    after: Row | None
    how: str = "changed"


@dataclass(frozen=True, slots=True)
class Past:
    """A step that changed a record; ``since`` is the first of the steps of typing that are told as one.

    ``of`` is what the record was called whose past this was, where it is another that went into this one.
    """

    step: Step
    since: Step
    changes: tuple[Change, ...]
    of: str = ""


def past(lives: Sequence[Life]) -> tuple[Past, ...]:
    """The steps that changed a record, newest first."""
    by_step: dict[int, dict[tuple[str, int], Turn]] = {}
    steps: dict[int, Step] = {}
    for life in lives:
        for turn in life.turns:
            steps[turn.step.id] = turn.step
            by_step.setdefault(turn.step.id, {})[life.noun, life.row_id] = turn
    order = {(one.noun, one.row_id): place for place, one in enumerate(lives)}
    found = []
    for group in _joined([steps[one] for one in sorted(steps)]):
        turns = _merged(by_step[one.id] for one in group)
        keys = sorted(turns, key=order.__getitem__)
        changes = tuple(change for key in keys for change in changed(*key, turns[key]))
        if changes:
            found.append(Past(group[-1], group[0], changes))
    return tuple(reversed(found))


def past_of(name: str, lives: Sequence[Life]) -> tuple[Past, ...]:
    """The past of a record of this name, up to the step in which it went into another."""
    own, *_parts = lives
    end = own.turns[-1].step.id
    found = [one for one in past(lives) if one.step.id < end] + list(past([own])[:1])
    return tuple(replace(one, changes=tuple(_as_merged(own, one.changes)), of=name) for one in found)


def _as_merged(own: Life, changes: Iterable[Change]) -> Iterator[Change]:
    """It went because it was merged."""
    for one in changes:
        went = one.how == "removed" and (one.noun, one.row_id) == (own.noun, own.row_id)
        yield replace(one, how="merged") if went else one


def changed(noun: str, row_id: int, turn: Turn) -> Iterator[Change]:
    """What became of a row in a turn, in the order in which a person reads its fields."""
    whole = Change(noun, row_id, "", turn.before, turn.after)
    if turn.before is None or turn.after is None:
        if turn.before is not turn.after:
            yield replace(whole, how="added" if turn.before is None else "removed")
        return
    was_away, is_away = (one.get("deleted_at") is not None for one in (turn.before, turn.after))
    if was_away != is_away:
        yield replace(whole, how="trashed" if is_away else "back")
    for name, field in FIELDS.get(noun, {}).items():
        if any(turn.before.get(one) != turn.after.get(one) for one in field.columns):
            yield replace(whole, field=name)


def _joined(steps: Sequence[Step]) -> Iterator[list[Step]]:
    """Steps of typing one soon after another, together."""
    group: list[Step] = []
    for one in steps:
        last = group[-1] if group else None
        goes_on = last is not None and _is_typing(last, one) and one.at - last.at <= _AT_ONCE
        if group and not goes_on:
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _is_typing(last: Step, one: Step) -> bool:
    return last.label == one.label in _TYPED and last.way == one.way == "done"


def _merged(turns: Iterable[Mapping[tuple[str, int], Turn]]) -> dict[tuple[str, int], Turn]:
    """What several steps, one after another, made of each row."""
    found: dict[tuple[str, int], Turn] = {}
    for one in turns:
        for key, turn in one.items():
            found[key] = replace(turn, before=found[key].before) if key in found else turn
    return found


@dataclass(frozen=True, slots=True)
class Event:
    """What the file noted of a row: the step, and what it ``was`` before; nothing where it was new then.

    ``is_end`` says that the row went with that step.
    """

    step: Step
    was: Row | None
    is_end: bool = False


def life(noun: str, row_id: int, *, events: Sequence[Event], now: Row | None) -> Life:
    """The life of a row from what was noted of it, in the order of noting, and what it is now."""
    if not events:
        return Life(noun, row_id, ())
    groups = [list(group) for _id, group in groupby(events, key=lambda one: one.step.id)]
    befores = [_before(group) for group in groups]
    turns = tuple(
        Turn(group[0].step, before, after)
        for group, before, after in zip(groups, befores, [*befores[1:], now], strict=True)
    )
    return Life(noun, row_id, turns)


def _before(group: Sequence[Event]) -> Row | None:
    """What a row was before a step: one that was new in it had not been there, unless it went in it first."""
    is_new = any(one.was is None for one in group) and not any(one.is_end for one in group)
    return None if is_new else next((one.was for one in group if one.was is not None), None)
