"""Measurements that come in numbers: two columns pasted from a spreadsheet, each line with its verdict."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from amdesk.domain.errors import AmdeskError
from amdesk.domain.goal import Measurement
from amdesk.domain.messages import N_, Message
from amdesk.i18n.catalog import calendar_in_use, current
from amdesk.i18n.numbers import parse_number
from amdesk.i18n.parse import parse_date
from amdesk.services import goals
from amdesk.services.desk import Desk
from amdesk.services.goal_checks import check_day, checked_amount
from amdesk.services.import_values import is_month_first, swap_day_and_month
from amdesk.store import goals as store

MOST = 20_000  # lines that are read at once; longer lists come as a file
_POINT = re.compile(r"^[^,]*\.\d{1,2}$|^[^,]*\.\d{4,}$|,\d{3}\.\d*$")
_COMMA = re.compile(r"^[^.]*,\d{1,2}$|^[^.]*,\d{4,}$|\.\d{3},\d*$")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_GAP = re.compile(r"\s*[;\t]\s*")


@dataclass(frozen=True, slots=True)
class Reading:
    """A line as it was understood: ``kind`` is new, update (of a day that has another value), duplicate or
    error, and then ``message`` says what is wrong. ``line`` counts from 1.
    """

    line: int
    kind: str
    taken_on: date | None = None
    value: Decimal | None = None
    message: Message | None = None


class Known:
    """What is measured already: by it a reading is new, an update of its day, or nothing new."""

    def __init__(self, measured: Iterable[Measurement]) -> None:
        self._values: dict[date, set[Decimal]] = {}
        for one in measured:
            self._values.setdefault(one.taken_on, set()).add(one.value)

    def take(self, taken_on: date, value: Decimal) -> str:
        """What becomes of a reading; it is known from now on."""
        of_day = self._values.setdefault(taken_on, set())
        kind = "duplicate" if value in of_day else "update" if of_day else "new"
        of_day.add(value)
        return kind


@dataclass(frozen=True, slots=True)
class Manner:
    """How the days and values of a list are written, as far as the list itself tells."""

    today: date
    language: str
    month_first: bool = False

    @staticmethod
    def of(days: Sequence[str], values: Sequence[str], *, today: date, language: str = "") -> Manner:
        """The manner of two columns: one value with plain decimals tells what the mark is in the others.

        Where none does, values are written as in ``language``, without one as in the person's own.
        """
        bare = [_bare(one) for one in values]
        has_point, has_comma = (any(map(form.search, bare)) for form in (_POINT, _COMMA))
        told = "en" if has_point and not has_comma else "el" if has_comma and not has_point else ""
        return Manner(today, told or language or current(), is_month_first(list(days)))

    def day(self, text: str) -> date:
        """The day a cell names: without a year the last such day; an AmdeskError for none, or one to come."""
        text = swap_day_and_month(text.strip()) if self.month_first else text.strip()
        found = self._parsed(text, self.today)
        if found > self.today and any(map(str.isdecimal, text)):
            found = min(found, self._parsed(text, date(self.today.year - 1, self.today.month, 1)))
        check_day(found, today=self.today)
        return found

    def _parsed(self, text: str, today: date) -> date:
        if _ISO.fullmatch(text) and text > "1600":
            try:
                return date.fromisoformat(text)
            except ValueError:
                pass  # no such day: whoever reads days says so
        return parse_date(text, language=current(), calendar=calendar_in_use(), today=today)

    def value(self, text: str) -> Decimal:
        """The number in a cell, without the sign of a currency or a percent sign beside it."""
        return checked_amount(parse_number(_bare(text) or text, language=self.language))


def read_pasted(desk: Desk, goal_id: int, text: str) -> tuple[Reading, ...]:
    """Days and values pasted from a spreadsheet, one a line in either order; a heading above is left out.

    An AmdeskError where there is nothing, or more than is read at once.
    """
    cells = [(line, *_two(row)) for line, row in enumerate(text.splitlines(), 1) if row.strip()]
    if not cells:
        raise AmdeskError(N_("Nothing is on the clipboard. Copy two columns: dates and values."))
    if len(cells) > MOST:
        raise AmdeskError(
            N_("These are {n} lines, and at most {most} are read at once. Import them as a CSV file."),
            n=len(cells), most=MOST,
        )  # fmt: skip
    return tuple(_readings(desk, goal_id, _in_order(_without_heading(cells))))


def measure_many(desk: Desk, goal_id: int, readings: Iterable[Reading]) -> int:
    """Keep all of these as one step, or, where one is faulty, none; how many were not known before."""
    wanted = list(readings)
    faulty = next((one for one in wanted if one.kind == "error"), None)
    if faulty is not None:
        raise AmdeskError(
            N_("Nothing was kept. Line {line}: {problem}"), line=str(faulty.line), problem=faulty.message
        )
    pairs = [(one.taken_on, one.value) for one in wanted if one.kind != "duplicate"]
    goals.get(desk, goal_id)
    with desk.step(N_("Measure goal")):
        for taken_on, value in pairs:
            store.insert_part(
                desk.store, Measurement, {"goal_id": goal_id, "taken_on": taken_on, "value": value}
            )
    return len(pairs)


_Cells = tuple[int, str, str]


def _readings(desk: Desk, goal_id: int, cells: Sequence[_Cells]) -> Iterator[Reading]:
    manner = Manner.of([day for _, day, _ in cells], [value for *_, value in cells], today=desk.today())
    known = Known(goals.get(desk, goal_id).measurements)
    for line, day, value in cells:
        try:
            taken_on, number = manner.day(day), manner.value(value)
        except AmdeskError as error:
            yield Reading(line, "error", message=error.message)
        else:
            yield Reading(line, known.take(taken_on, number), taken_on, number)


def _two(row: str) -> tuple[str, str]:
    """The two cells of a line: parted by a tab, a semicolon, a comma after an ISO date, or the last gap."""
    parts = [part for part in _GAP.split(row.strip()) if part]
    if len(parts) > 1:
        return parts[0], parts[1]
    day, comma, value = row.strip().partition(",")
    if comma and _ISO.fullmatch(day):
        return day, value.strip()
    day, _gap, value = row.strip().rpartition(" ")
    return day.strip(), value


def _without_heading(cells: list[_Cells]) -> list[_Cells]:
    """A first line without any figure stands above the columns."""
    _line, *first = cells[0]
    has_figures = any(map(str.isdecimal, "".join(first)))
    return cells if has_figures or len(cells) == 1 else cells[1:]


def _in_order(cells: list[_Cells]) -> list[_Cells]:
    """Days first: where they stand behind the values, the columns change places."""
    looks = [_looks_like_day(second) and not _looks_like_day(first) for _line, first, second in cells]
    if sum(looks) * 2 <= len(cells):
        return cells
    return [(line, second, first) for line, first, second in cells]


def _looks_like_day(text: str) -> bool:
    return len(re.findall(r"\d+", text)) > 1 and re.search(r"\d[-/]\d|\d\.\d+\.\d", text) is not None


def _bare(text: str) -> str:
    """A number without the signs beside it."""
    kept = [char for char in text.strip() if unicodedata.category(char) != "Sc" and char not in "%٪"]
    return "".join(kept).strip()
