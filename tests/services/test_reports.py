"""The monthly report: which month is told of, and what stands in it."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from amdesk.domain.errors import AmdeskError
from amdesk.services import clients, goals, reports, sheets
from tests.showing import shown


def test_the_month_that_is_over_is_told_of_unless_another_is_asked_for() -> None:
    desk, client, _goal = shown()
    page = reports.compose(desk, client)
    assert page.title == "November 2026: report for Northwind Traders"
    assert "From 1 November 2026 to 30 November 2026" in page.html
    assert page.name == "NW-2026-11-report"


def test_values_stand_against_those_of_the_month_before() -> None:
    desk, client, goal = shown()
    goals.measure(desk, goal, date(2026, 11, 28), Decimal(1400))
    html = reports.compose(desk, client).html
    for told in ("1,190 orders", "1,400 orders", "+210", "1,800 orders"):
        assert told in html
    assert "1,480.5" not in html  # measured in December


def test_what_was_done_in_the_month_is_told_and_nothing_else() -> None:
    desk, client, _goal = shown()
    html = reports.compose(desk, client).html
    done = html.partition("Done this month")[2].partition("Promised")[0]
    assert "1300" in done  # the milestone
    assert "13 November 2026" in done
    assert "Send the new banners" not in done


def test_a_month_that_lasts_is_told_of_until_today() -> None:
    desk, client, _goal = shown()
    assert "From 1 December 2026 to 14 December 2026" in reports.compose(desk, client, desk.today()).html


def test_a_month_is_one_of_the_clients_calendar() -> None:
    desk, client, _goal = shown("fa")
    assert reports.last_month(desk, client) == date(2026, 10, 23)
    first = reports.month(desk, client, "1405-07")
    page = reports.compose(desk, client, first)
    assert page.title == "مهر ۱۴۰۵: گزارش برای بازرگانی شمال"
    assert page.name == "NW-1405-07-report"


@pytest.mark.parametrize("typed", ["2026-11", "1405", "1405-13", "", "۱۴۰۵", "0000-01", "99999-1", "1405-00"])
def test_a_month_of_no_calendar_of_theirs_is_refused_with_an_example(typed: str) -> None:
    desk, client, _goal = shown("fa")
    with pytest.raises(AmdeskError):
        reports.month(desk, client, typed)


def test_a_month_that_has_not_begun_is_refused() -> None:
    desk, client, _goal = shown()
    with pytest.raises(AmdeskError, match="has not begun"):
        reports.month(desk, client, "2027-01")


def test_goals_that_are_not_shared_had_not_begun_or_were_closed_are_left_out() -> None:
    desk, client, goal = shown()
    later = goals.add(
        desk, client_id=client, name="Later", baseline=Decimal(1), target=Decimal(2), shared=True,
        start_on=desk.today(), due_on=desk.today() + timedelta(days=30),
    )  # fmt: skip
    assert "Later" not in reports.compose(desk, client).html
    goals.end(desk, goal, on=date(2026, 10, 31))
    assert "Orders from search" not in reports.compose(desk, client).html
    assert goals.get(desk, later).goal.shared


def test_a_client_without_anything_still_has_a_report() -> None:
    desk, _client, goal = shown()
    goals.trash(desk, goal)
    empty = clients.add(desk, name="Nobody yet", code="NOB")
    html = reports.compose(desk, empty).html
    for told in ("No goals", "Nothing was finished", "No promise", "No question", "No next action"):
        assert told in html


def test_a_report_that_was_shared_is_kept_and_is_no_sheet() -> None:
    desk, client, _goal = shown()
    kept = sheets.record(desk, reports.compose(desk, client))
    assert [(one.id, one.kind) for one in sheets.shared(desk, client)] == [(kept, "report")]
    assert sheets.compose(desk, client).last is None
