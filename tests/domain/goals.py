"""Goals for tests: any that the file can hold, and one that is easy to reckon with."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from amdesk.domain.goal import RHYTHMS, Goal

START = date(2026, 1, 1)


def goal(**values: object) -> Goal:
    """From 100 to 200 in the hundred days from 1 January 2026, measured weekly."""
    chosen = {
        "id": 1, "uuid": "u", "client_id": 1, "name": "Orders", "kpi": "", "unit": "orders",
        "direction": "up", "baseline": Decimal(100), "target": Decimal(200), "start_on": START,
        "due_on": START + timedelta(days=100), **values,
    }  # fmt: skip
    return Goal(**chosen)  # type: ignore[arg-type]


def day(count: int) -> date:
    """So many days after the start."""
    return START + timedelta(days=count)


VALUES = st.one_of(
    st.decimals(-(10**6), 10**6, places=2),
    st.integers(-(10**12), 10**12).map(Decimal),
    st.sampled_from([Decimal(0), Decimal(-1), Decimal(10) ** 12, Decimal("0.000001")]),
)
DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))


@st.composite
def goals(draw: st.DrawFn) -> Goal:
    """Any goal, also one that no form would take."""
    baseline, target = draw(VALUES), draw(VALUES)
    return goal(
        baseline=baseline, target=target, start_on=draw(DAYS), due_on=draw(DAYS),
        rhythm=draw(st.sampled_from(RHYTHMS)), direction="up" if target >= baseline else "down",
        ended_on=draw(st.none() | DAYS),
    )  # fmt: skip
