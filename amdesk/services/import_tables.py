"""Rows of amdesk's own tables coming back: known by their uuids, new, changed or the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from amdesk.domain.client import suggest_code
from amdesk.domain.columns import named
from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_, Message, Words
from amdesk.domain.verdict import Change, Verdict
from amdesk.formats.delimited import Row
from amdesk.services.import_checks import (
    check_day,
    check_owner,
    check_span,
    checked,
    from_cell,
    lacking,
    refuse_nothing,
)
from amdesk.services.import_values import in_words
from amdesk.store import merged, records
from amdesk.store.clients import CodesInUse
from amdesk.store.records import Column
from amdesk.store.store import Store

TABLES = tuple(records.REFERENCES)
_TITLES = ("name", "reference", "title", "text", "value", "subject", "uuid")
_Values = dict[str, object]


@dataclass(frozen=True, slots=True)
class Told:
    """A row as a file tells it: the line it stands in, its values by the names they leave under."""

    line: int
    values: Mapping[str, object]
    problem: Message | None = None


class TableMerger:
    """Takes batches of rows of one noun into the file."""

    def __init__(self, store: Store, noun: str) -> None:
        self._store = store
        self._noun = noun
        self._columns = {one.name: one for one in records.columns(store, noun)}
        self._last = records.last_id(store, noun)
        self._rows: dict[str, _Values] = {}
        self._ids: dict[str, dict[str, int]] = {}
        self._taken: dict[tuple[object, ...], str] = {}
        self._stays: dict[str, str] = {}
        self._was: dict[str, list[merged.Was]] = {}
        self._fresh: dict[str, _Values] = {}
        self._changed: dict[str, _Values] = {}
        self._message: Message | None = None
        self._changes: tuple[Change, ...] = ()
        self._added: tuple[Words, ...] = ()

    def take(self, batch: Sequence[Told]) -> list[Verdict]:
        """Merge some rows; what became of each."""
        self._look_up(batch)
        verdicts = [self._judge(one) for one in batch]
        records.insert(self._store, self._noun, [*self._fresh.values()])
        records.update(self._store, self._noun, self._changed.values())
        self._fresh.clear()
        self._changed.clear()
        return verdicts

    def _look_up(self, batch: Sequence[Told]) -> None:
        """What is known of the rows, of those they refer to, and of those that could be in their way."""
        uuids = _texts(batch, "uuid")
        self._rows = records.by_uuid(self._store, self._noun, uuids)
        self._stays = merged.stays(self._store, self._noun, uuids)
        self._was = merged.was(self._store, uuids)
        self._ids = {
            one.name: records.ids(self._store, one.refers_to, _texts(batch, one.name))
            for one in self._columns.values()
            if one.refers_to
        }
        key = records.UNIQUE.get(self._noun)
        if key is not None:
            ids = {row_id for found in self._ids.values() for row_id in found.values()}
            first = list(ids) if key[0].endswith("_id") else _texts(batch, key[0])
            self._taken = records.taken(self._store, self._noun, first)

    def _judge(self, one: Told) -> Verdict:
        self._message, self._changes, self._added = None, (), ()
        title = next((str(one.values[name]) for name in _TITLES if one.values.get(name)), "")
        left_out = tuple(name for name in one.values if name not in self._columns)
        try:
            kind = self._merge(one)
        except AmdeskError as error:
            return Verdict(one.line, "error", title, error.message, left_out)
        return Verdict(one.line, kind, title, self._message, left_out, (), self._changes, self._added)

    def _merge(self, one: Told) -> str:
        """Put the row in its place; the kind of its verdict. An AmdeskError when it cannot be kept."""
        values = self._checked(one)
        uuid = str(values["uuid"])
        ours = self._rows.get(uuid)
        if ours is None and uuid in self._stays:
            return "duplicate"  # it was merged: what it said was looked at then
        if not self._has_room(values, ours, line=one.line):
            return "duplicate"
        if ours is None:
            self._last += 1
            self._rows[uuid] = self._fresh[uuid] = {"id": self._last, **values}
            return "new"
        differing = {name: value for name, value in values.items() if ours.get(name) != value}
        differing = self._but_what_stayed_behind(differing, ours)
        for was in self._was.get(uuid, ()):  # another value was chosen when it was merged
            differing = {name: value for name, value in differing.items() if was.get(name, ours) != value}
        self._tell(differing, ours)
        ours.update(differing)
        if differing and uuid not in self._fresh:
            self._changed.setdefault(uuid, {"id": ours["id"]}).update(differing)
        return "update" if differing else "duplicate"

    def _but_what_stayed_behind(self, differing: _Values, ours: Mapping[str, object]) -> _Values:
        """Without references that differ because the row left without what is in the trash: it keeps them."""
        left = dict(differing)
        groups = [one for one in records.LOOSE.get(self._noun, ()) if differing.keys() & set(one)]
        for group in groups:
            told = {differing.get(name, ours.get(name)) for name in group} - {None}
            if told == {ours.get(name) for name in group if not self._is_put_away(name, ours.get(name))}:
                left = {name: value for name, value in left.items() if name not in group}
        return left

    def _is_put_away(self, name: str, id_: object) -> bool:
        refers_to = records.REFERENCES[self._noun][name]
        return id_ is None or records.is_in_trash(self._store, refers_to, id_)

    def _tell(self, differing: _Values, ours: _Values) -> None:
        """Note whose values go, and what was empty before."""
        labels = {name: named(self._noun, name) for name in differing if not name.endswith("_id")}
        blank = [name for name in labels if ours[name] in (None, "")]
        self._added = tuple(labels[name] for name in blank)
        self._changes = tuple(
            Change(label, in_words(name, ours[name]), in_words(name, differing[name]))
            for name, label in labels.items()
            if name not in blank
        )

    def _checked(self, one: Told) -> _Values:
        """The row's values as the file keeps them."""
        if one.problem is not None:
            raise AmdeskError(one.problem)
        values = {
            column.kept_as: self._value(column, one.values[name], line=one.line)
            for name, column in self._columns.items()
            if name in one.values
        }
        is_known = str(values.get("uuid")) in self._rows
        missing = [
            name for name, column in self._columns.items() if column.required and name not in one.values
        ]
        if missing and not (is_known and "uuid" not in missing):
            raise lacking(missing, line=one.line)
        check_day(values, line=one.line)
        if self._noun == "goal":
            check_span(values, line=one.line)
        if self._noun == "personal_date" and not is_known:
            check_owner(values, line=one.line)
        # nothing where a default stands: the default is meant
        nullable = {column.kept_as for column in self._columns.values() if column.is_nullable}
        return {name: value for name, value in values.items() if value is not None or name in nullable}

    def _value(self, column: Column, value: object, *, line: int) -> object:
        if not column.refers_to:
            return checked(column, value, noun=self._noun, line=line)
        if value is None or value == "":
            refuse_nothing(column, line=line)
            return None
        found = self._ids[column.name].get(str(value))
        if found is None:
            text = N_(
                "Line {line}: {column} is {uuid}, which is not there. Import the file it stands in first."
            )
            raise AmdeskError(text, line=line, uuid=str(value)[:40], column=column.name)
        return found

    def _has_room(self, values: _Values, ours: Mapping[str, object] | None, *, line: int) -> bool:
        """Whether there is anything to keep: not where the same person is in the same call already.

        Another row in the way is an AmdeskError, but for a client's code, which gives way to a free one.
        """
        key = records.UNIQUE.get(self._noun)
        if key is None:
            return True
        whole = {**(ours or {}), **values}
        place = tuple(whole.get(name) for name in key)
        if self._taken.get(place, values["uuid"]) != values["uuid"]:
            if self._noun == "interaction_contact":
                return False
            if self._noun != "client":
                text = N_("Line {line}: another row has {value} as its {column}. Change one of the two.")
                raise AmdeskError(text, line=line, value=str(place[-1]), column=key[-1])
            place = (self._other_code(values, ours),)
        self._taken[place] = str(values["uuid"])
        return True

    def _other_code(self, values: _Values, ours: Mapping[str, object] | None) -> str:
        wanted = str(values["code"])
        others = {place[0] for place in self._taken}
        free = suggest_code(str(values["name"]), CodesInUse(self._store, others))
        code = str(ours["code"]) if ours else free
        values["code"] = code
        text = N_("The code {code} belongs to another client; this one has {other}.")
        self._message = Message.of(text, code=wanted, other=code)
        return code


def noun_of(store: Store, header: Sequence[str]) -> str | None:
    """Which table a list with this header is, if it is one of amdesk's own."""
    for noun in TABLES:
        of = {one.name: one.required for one in records.columns(store, noun)}
        if set(header) <= of.keys() and all(name in header for name, required in of.items() if required):
            return noun
    return None


def told_by_list(columns: Sequence[Column], rows: Iterable[Row]) -> Iterator[Told]:
    """Rows of a table in a CSV."""
    for row in rows:
        cells = zip(columns, row.cells, strict=True)
        values = {column.name: from_cell(column, cell) for column, cell in cells}
        yield Told(row.line, values, row.problem)


def _texts(batch: Sequence[Told], name: str) -> list[str]:
    return list({value for one in batch if isinstance(value := one.values.get(name), str)})
