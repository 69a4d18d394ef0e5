"""Days of the sample: working days of a client's country, counted from today whichever day that is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from amdesk.domain.workdays import is_workday
from amdesk.services.desk import Desk
from amdesk.services.week import work_week

_REACH = 450  # calendar days to each side: a year's working days, and holidays
_OPENS, _CLOSES = time(8, 15), time(18, 45)
_SHORTEST = timedelta(minutes=5)
_STEPS = [timedelta(minutes=sign * 5 * count) for count in range(100) for sign in (1, -1)]


@dataclass(frozen=True, slots=True)
class Days:
    """A client's working days around today, in their order, as seen from the desk."""

    desk: Desk
    work: Sequence[date]

    def day(self, count: int, *, since: date | None = None) -> date:
        """The ``count``-th working day after (or before) a day, or that day itself for 0."""
        day = since or self.desk.today()
        if count > 0:
            return self.work[bisect_right(self.work, day) + count - 1]
        return self.work[bisect_left(self.work, day) + count] if count else day

    def moment(self, day: date, at: time) -> datetime:
        """A wall clock's time on a day where the person is."""
        return datetime.combine(day, at, self.desk.zone)

    def local(self, moment: datetime) -> date:
        """The date of a moment where the person is."""
        return moment.astimezone(self.desk.zone).date()

    def passed(self, moment: datetime) -> datetime:
        """A moment, or now where that would be still to come."""
        return min(moment, self.desk.now())

    def at(self, moment: datetime) -> Desk:
        """The desk as it was at a moment; never later than now."""
        then = self.passed(moment)
        return replace(self.desk, clock=lambda: then)


@dataclass(frozen=True, slots=True)
class Diary:
    """When the person is on the phone: weeks differ from country to country, a person has only one ear."""

    busy: dict[date, list[tuple[datetime, datetime]]] = field(default_factory=lambda: defaultdict(list))

    def free(self, wanted: datetime, length: timedelta) -> datetime:
        """The beginning of a call as near to the wanted one as the day allows, which is taken from now on."""
        taken = self.busy[wanted.date()]
        for began in (wanted + step for step in _STEPS):
            ended = began + max(length, _SHORTEST)
            fits = began == wanted or (began.time() >= _OPENS and ended.time() <= _CLOSES)
            if fits and all(ended <= since or until <= began for since, until in taken):
                break
        else:
            began, ended = wanted, wanted + max(length, _SHORTEST)
        taken.append((began, ended))
        return began


def days_of(desk: Desk, country: str) -> Days:
    """The days of a client in a country (ISO 3166): without its weekends and public holidays."""
    week, today = work_week(country), desk.today()
    around = (today + timedelta(days=count) for count in range(-_REACH, _REACH))
    return Days(
        desk, [day for day in around if is_workday(day, weekend=week.weekend, holidays=week.holidays)]
    )
