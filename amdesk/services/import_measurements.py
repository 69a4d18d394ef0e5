"""A list of measurements (date, client, goal, value) as a file to import: all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import TypeVar

from amdesk.domain.errors import AmdeskError
from amdesk.domain.goal import Measurement
from amdesk.domain.messages import N_, Message
from amdesk.domain.text import fold
from amdesk.domain.verdict import Verdict
from amdesk.formats.delimited import Row
from amdesk.formats.listing import Listing
from amdesk.services import clients, goals
from amdesk.services.desk import Desk
from amdesk.services.import_facts import OfList
from amdesk.services.measuring import Known, Manner
from amdesk.store import goals as store
from amdesk.store import records
from amdesk.store.store import Store
from amdesk.store.table import encoded

T = TypeVar("T")

KIND = "measurements"
_WORDS = {
    "date": "date day תאריך تاریخ дата ημερομηνία",
    "client": "client code לקוח مشتری клиент πελάτης",
    "goal": "goal kpi יעד هدف цель στόχος",
    "value": "value ערך مقدار значение τιμή",
    "note": "note הערה یادداشت заметка σημείωση",
}
_NEEDED = ("date", "client", "goal", "value")
_BY_WORD = {fold(word): name for name, words in _WORDS.items() for word in words.split()}
_BATCH = 500


def places(header: Sequence[str]) -> dict[str, int] | None:
    """The column of each of our fields; nothing where the list is none of measurements."""
    found: dict[str, int] = {}
    for place, title in enumerate(header):
        found.setdefault(_BY_WORD.get(fold(title), ""), place)
    is_ours = all(name in found for name in _NEEDED) and "" not in found
    return found if is_ours else None


def refusal(verdicts: Sequence[Verdict], *, file: str) -> Message | None:
    """Why nothing is taken where any row is faulty: a series with holes would tell what is not so."""
    faulty = next((one for one in verdicts if one.kind == "error"), None)
    if faulty is None:
        return None
    return Message.of(
        N_("Nothing of {file} can be imported. {problem} Mend the file and import it again."),
        file=file,
        problem=faulty.message,
    )


class MeasurementSource(OfList):
    """A list of measurements: each row names a day, a client, one of the client's goals, and a value."""

    kind = KIND

    def __init__(self, sheet: Listing, columns: dict[str, int]) -> None:
        super().__init__(sheet)
        self._columns = columns

    def merged(self, desk: Desk) -> Iterator[list[Verdict]]:
        work = _Work(desk, self._columns, self._manner(desk), self.header)
        rows = self._sheet.rows()
        while batch := list(islice(rows, _BATCH)):
            yield work.take(batch)

    def _manner(self, desk: Desk) -> Manner:
        sample = [row.cells for row in islice(self._sheet.rows(), _BATCH)]
        days, values = ([cells[self._columns[name]] for cells in sample] for name in ("date", "value"))
        # a spreadsheet's numbers are numbers, and come with a point whatever it shows
        return Manner.of(days, values, today=desk.today(), language="en" if self.sheet else "")


@dataclass(frozen=True, slots=True)
class _Row:
    """A row as it was understood."""

    goal_id: int
    taken_on: date
    value: Decimal
    note: str


class _Work:
    """Rows on their way into the file."""

    def __init__(self, desk: Desk, columns: dict[str, int], manner: Manner, header: Sequence[str]) -> None:
        self._desk, self._columns, self._manner, self._header = desk, columns, manner, header
        self._clients: dict[str, int] = {}
        self._goals: dict[tuple[str, str], int] = {}
        self._known: dict[int, Known] = {}
        self._last = records.last_id(desk.store, "measurement")

    def take(self, batch: Sequence[Row]) -> list[Verdict]:
        """Keep some rows; what became of each."""
        fresh: list[_Row] = []
        verdicts = [self._judge(row, fresh) for row in batch]
        _insert(self._desk.store, fresh, after=self._last)
        self._last += len(fresh)
        return verdicts

    def _judge(self, row: Row, fresh: list[_Row]) -> Verdict:
        cells = {name: row.cells[place].strip() for name, place in self._columns.items()}
        title = f"{cells['client']}: {cells['goal']}"
        if row.problem is not None:
            return Verdict(row.line, "error", title, row.problem)
        try:
            one = self._understood(cells)
        except AmdeskError as error:
            return Verdict(row.line, "error", title, self._placed(error, line=row.line))
        kind = self._known_of(one.goal_id).take(one.taken_on, one.value)
        if kind != "duplicate":
            fresh.append(one)
        return Verdict(row.line, kind, title)

    def _understood(self, cells: Mapping[str, str]) -> _Row:
        goal_id = _of(cells, "goal", lambda name: self._goal(cells["client"], name))
        taken_on = _of(cells, "date", self._manner.day)
        return _Row(goal_id, taken_on, _of(cells, "value", self._manner.value), cells.get("note", ""))

    def _placed(self, error: AmdeskError, *, line: int) -> Message:
        """What is wrong, with its line and column: both are looked up elsewhere, so they stay plain."""
        place = self._columns[error.beside]
        return Message.of(
            N_("Line {line}, column {column} ({title}): {problem}"), line=str(line), column=str(place + 1),
            title=self._header[place], problem=error.message,
        )  # fmt: skip

    def _goal(self, client: str, name: str) -> int:
        key = client, name
        if key not in self._goals:
            client_id = self._clients.get(client) or _of({"client": client}, "client", self._client)
            found = goals.named(self._desk, client_id, name)
            if found is None:
                told = N_("{client} has no goal called “{goal}”. Add the goal first, or mend its name.")
                raise AmdeskError(told, client=client, goal=name)
            self._clients[client], self._goals[key] = client_id, found
        return self._goals[key]

    def _client(self, name: str) -> int:
        found = clients.exactly(self._desk, name)
        if len(found) != 1:
            told = (
                N_("Several clients are called “{client}”. Write the code instead.")
                if found
                else N_("No client is called “{client}”. Mend the name, or write the code.")
            )
            raise AmdeskError(told, client=name)
        return found[0]

    def _known_of(self, goal_id: int) -> Known:
        if goal_id not in self._known:
            self._known[goal_id] = Known(store.parts(self._desk.store, Measurement, goal_id))
        return self._known[goal_id]


def _of(cells: Mapping[str, str], name: str, read: Callable[[str], T]) -> T:
    """What a cell says; an AmdeskError that knows the cell's column."""
    try:
        return read(cells[name])
    except AmdeskError as error:
        raise AmdeskError(error.message, beside=error.beside if error.beside in cells else name) from None


def _insert(of: Store, rows: Sequence[_Row], *, after: int) -> None:
    from uuid6 import uuid7

    records.insert(
        of, "measurement",
        [
            {"id": row_id, "uuid": str(uuid7()), **encoded(asdict(row))}
            for row_id, row in enumerate(rows, after + 1)
        ],
    )  # fmt: skip
