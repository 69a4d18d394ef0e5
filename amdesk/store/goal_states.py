"""The state of a goal as an expression of SQL, for lists and Today; the rule is ``domain.goal_state``.

A test holds the two together: for any goal they say the same.
"""

from __future__ import annotations

from datetime import date, timedelta
from math import floor

from amdesk.domain.goal import RHYTHM_DAYS
from amdesk.domain.goal_state import AT_RISK, FRESH_RHYTHMS, ON_TRACK, STATES

RHYTHM = "CASE rhythm {} END".format(" ".join(f"WHEN '{name}' THEN {n}" for name, n in RHYTHM_DAYS.items()))
BY_STATE = "CASE state {} END".format(" ".join(f"WHEN '{one}' THEN {n}" for n, one in enumerate(STATES)))
_JULIAN = 1_721_424.5  # the Julian day on which Python's days are counted from
# The goal itself keeps its last value. Only one from the future, or a question about a day of the past, makes
# it look among the measurements.
_LAST = (
    "(SELECT m.{column} FROM measurement m WHERE m.goal_id = g.id AND m.taken_on <= :today "
    "ORDER BY m.taken_on DESC, m.id DESC LIMIT 1)"
)
_BY = "iif(g.measured_on IS NULL OR g.measured_on <= :today, g.{kept}, {asked})"
_MEASURED_ON = _BY.format(kept="measured_on", asked=_LAST.format(column="taken_on"))
_VALUE = _BY.format(kept="value", asked=_LAST.format(column="value"))
_STALE_BY = "CASE rhythm {} END".format(" ".join(f"WHEN '{one}' THEN :stale_{one}" for one in RHYTHM_DAYS))
_REACHED = "counts AND iif(span > 0, last_value >= target, iif(span < 0, last_value <= target, 0))"
_RATIO = "round(((last_value - baseline) / span) / elapsed, 9)"
_STATE = f"""CASE
  WHEN {_REACHED} THEN 'reached'
  WHEN due_on < :today OR ended_on <= :today THEN 'ended'
  WHEN start_on > :today THEN 'not_started'
  WHEN NOT counts THEN 'no_measurement'
  WHEN last_on <= {_STALE_BY} THEN 'stale'
  WHEN span = 0 THEN 'no_span'
  WHEN elapsed <= 0 THEN iif((last_value - baseline) / span >= 0, 'on_track', 'behind')
  WHEN {_RATIO} >= {ON_TRACK} THEN 'on_track'
  WHEN {_RATIO} >= {AT_RISK} THEN 'at_risk'
  ELSE 'behind' END"""
# SQLite would reckon the day number of :today anew for each row.
_ELAPSED = (
    "iif(due_on > start_on, (:julian - julianday(start_on)) / (julianday(due_on) - julianday(start_on)), "
    "due_on <= :today)"
)


def by(today: date) -> dict[str, object]:
    """The values of a query that asks for a day."""
    stale = {
        f"stale_{rhythm}": (today - timedelta(days=floor(days * FRESH_RHYTHMS) + 1)).isoformat()
        for rhythm, days in RHYTHM_DAYS.items()
    }
    return {"today": today.isoformat(), "julian": today.toordinal() + _JULIAN, **stale}


def stated(condition: str) -> str:
    """A query that begins with some goals (``g``) and their ``state`` by :today, as ``stated``.

    ``reckoned`` is the same without the state, which costs most.
    """
    return f"""
WITH known AS (
  SELECT g.id, g.client_id, g.sort_name, g.start_on, g.due_on, g.ended_on, g.rhythm,
    CAST(g.baseline AS REAL) AS baseline, CAST(g.target AS REAL) AS target,
    {_MEASURED_ON} AS last_on, CAST({_VALUE} AS REAL) AS last_value
  FROM goal g WHERE g.deleted_at IS NULL AND {condition}
), reckoned AS (
  SELECT *, target - baseline AS span, last_on IS NOT NULL AND last_on >= start_on AS counts,
    {_ELAPSED} AS elapsed FROM known
), stated AS (SELECT *, {_STATE} AS state FROM reckoned)
"""


_OVER = "due_on < :today"
# The rules of domain.goal_agenda, for as many goals as there are.
TO_MEASURE = (
    f"FROM reckoned s {{join}} AND start_on <= :today AND iif({_OVER}, last_on IS NULL OR last_on < due_on, "
    f"NOT counts OR last_on <= {_STALE_BY}) AND NOT ({_REACHED})"
)
TO_CATCH_UP = (
    f"FROM stated s {{join}} AND CASE state WHEN 'behind' THEN julianday(start_on) + ({RHYTHM}) <= :julian "
    "WHEN 'ended' THEN last_on >= due_on END"
)
