"""When something comes round again: the days of an RFC 5545 rule, counted in whole days and always bounded.

Rules are kept as their text (``FREQ=MONTHLY;INTERVAL=3``). A month without the day of a plain monthly or
yearly rule has it on its last day, as people mean it; RFC 5545 itself would leave that month out. Days left
out and days added follow in the text, as ``EXDATE=20260105,20260112`` and ``RDATE=20260108``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime, time, timedelta

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_

# The repeats that are offered, by rule, with what each is called.
REPEAT_NAMES: Mapping[str, str] = {
    "": N_("Once"),
    "FREQ=DAILY": N_("Every day"),
    "FREQ=WEEKLY": N_("Every week"),
    "FREQ=WEEKLY;INTERVAL=2": N_("Every two weeks"),
    "FREQ=MONTHLY": N_("Every month"),
    "FREQ=MONTHLY;INTERVAL=3": N_("Every quarter"),
    "FREQ=MONTHLY;INTERVAL=6": N_("Every half-year"),
    "FREQ=YEARLY": N_("Every year"),
}
_TOO_OFTEN = frozenset({"SECONDLY", "MINUTELY", "HOURLY"})
_CLOCK_PARTS = frozenset({"BYHOUR", "BYMINUTE", "BYSECOND"})
_ENDS = frozenset({"COUNT", "UNTIL"})
_DAYS = ("EXDATE", "RDATE")
MOST_DAYS = 100  # of each kind
_ANY_DAY = date(2000, 1, 1)
_LONGEST = 500  # characters
_RULE = re.compile(r"[A-Z0-9=;,+-]+")
# an interval of 0 would never end
_NO_INTERVAL = re.compile(r"(?:.*;)?INTERVAL=(?!0*[1-9][0-9]{0,3}(?:;|$)).*", re.IGNORECASE)
_HORIZON = timedelta(days=366 * 60)  # a rule that finds no day in sixty years finds none


def check(rule: str) -> None:
    """Refuse a rule that cannot be read, never comes round, or comes round more than once a day."""
    if not rule:
        return
    whole, (rule, *days) = rule, days_apart(rule)
    parts = _parts(rule)
    if parts.get("FREQ") in _TOO_OFTEN or _CLOCK_PARTS & parts.keys():
        raise AmdeskError(
            N_("A reminder comes round once a day at most. Choose a repeat by days, weeks, months or years."),
            beside="repeat",
        )
    endless = ";".join(f"{name}={value}" for name, value in parts.items() if name not in _ENDS)
    try:
        readable = (
            len(rule) <= _LONGEST and _RULE.fullmatch(rule.upper()) and not _NO_INTERVAL.fullmatch(rule)
            and whole.upper() == with_days(rule, *days).upper()
        )  # fmt: skip
        found = next_on(endless, first_on=_ANY_DAY, after=_ANY_DAY) if readable else None
    except (ValueError, TypeError, AttributeError):
        found = None
    if found is None:
        raise AmdeskError(
            N_("The repeat “{rule}” cannot be read. Choose one from the list."), rule=whole, beside="repeat"
        )


def is_rule(text: str) -> bool:
    """Whether a text is a repeat that ``check`` lets pass."""
    try:
        check(text)
    except AmdeskError:
        return False
    return True


def next_on(rule: str, *, first_on: date, after: date) -> date | None:
    """The first day of a checked rule later than ``after``; nothing when it has none any more.

    ``first_on`` is the day the rule counts from, itself an occurrence. ValueError for no rule of RFC 5545.
    """
    rule, without, also = days_apart(rule)
    found = _next_by_rule(rule, first_on=first_on, after=after)
    while found in without:
        found = _next_by_rule(rule, first_on=first_on, after=found)
    added = (day for day in also if day > after and day not in without)
    return min((day for day in (found, *added) if day is not None), default=None)


def _next_by_rule(rule: str, *, first_on: date, after: date) -> date | None:
    from dateutil.rrule import rrulestr

    text = spelled_out(rule, first_on)
    if not _ENDS & _parts(rule).keys():
        text += f";UNTIL={max(after, first_on) + _HORIZON:%Y%m%d}"
    found = rrulestr(text, dtstart=datetime.combine(first_on, time()), ignoretz=True)
    day = found.after(datetime.combine(after, time()))
    return day.date() if day else None


def spelled_out(rule: str, first_on: date) -> str:
    """The rule as other calendars have to read it to mean the same: the last days of short months named."""
    rule, without, also = days_apart(rule)
    if without or also:
        return with_days(spelled_out(rule, first_on), without, also)
    parts = _parts(rule)
    if any(name.startswith("BY") for name in parts) or first_on.day <= 28:
        return rule
    days = ",".join(str(day) for day in range(28, first_on.day + 1))
    if parts.get("FREQ") == "MONTHLY":
        return f"{rule};BYMONTHDAY={days};BYSETPOS=-1"
    if parts.get("FREQ") == "YEARLY" and first_on.month == 2:
        return f"{rule};BYMONTH=2;BYMONTHDAY={days};BYSETPOS=-1"
    return rule


def days_apart(rule: str) -> tuple[str, tuple[date, ...], tuple[date, ...]]:
    """The rule by itself, the days it leaves out, and those it has besides."""
    parts = rule.split(";")
    bare = ";".join(part for part in parts if not part.upper().startswith(tuple(f"{one}=" for one in _DAYS)))
    said = _parts(rule)
    without, also = (tuple(_days(said.get(name, ""))) for name in _DAYS)
    return bare, without, also


def with_days(rule: str, without: Iterable[date], also: Iterable[date]) -> str:
    """A rule with the days it leaves out and has besides; of very many the last ones."""
    told = [rule]
    for name, days in zip(_DAYS, (without, also), strict=True):
        if chosen := sorted(set(days))[-MOST_DAYS:]:
            told.append(f"{name}={','.join(f'{day:%Y%m%d}' for day in chosen)}")
    return ";".join(told)


def moved(rule: str, by: timedelta) -> str:
    """The same with the days that are named moved, where the rule counts from another day."""
    bare, without, also = days_apart(rule)
    return with_days(bare, (day + by for day in without), (day + by for day in also)) if by else rule


def _days(text: str) -> Iterator[date]:
    for part in text.split(","):
        with suppress(ValueError):
            if len(part) == len("20260105"):
                yield date.fromisoformat(part)


def _parts(rule: str) -> dict[str, str]:
    return dict(part.split("=", 1) for part in rule.upper().split(";") if "=" in part)
