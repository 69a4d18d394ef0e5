"""A client with goals, a plan and promises, in any of the languages: what sheets and reports are tried on."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import NamedTuple

from amdesk.domain.points import Point
from amdesk.services import clients, goals, interactions, summaries
from amdesk.services.desk import Desk
from tests.desks import desk as empty_desk


class Said(NamedTuple):
    """The words of one client."""

    client: str
    goal: str
    kpi: str
    unit: str
    owner: str
    promise: str


WORDS = {
    "en": Said("Northwind Traders", "Orders from search", "Orders a month", "orders", "Dana Levi",
               "Send the new banners"),
    "he": Said("צפון סחר בע״מ", "הזמנות מחיפוש", "הזמנות בחודש", "הזמנות", "דנה לוי", "שליחת הבאנרים החדשים"),
    "fa": Said("بازرگانی شمال", "سفارش از جست‌وجو", "سفارش در ماه", "سفارش", "دنا لوی", "فرستادن بنرهای تازه"),
    "ru": Said("ООО «Северная торговля»", "Заказы из поиска", "Заказов в месяц", "заказов", "Дана Леви",
               "Прислать новые баннеры"),
    "el": Said("Βόρεια Εμπορική ΑΕ", "Παραγγελίες από αναζήτηση", "Παραγγελίες τον μήνα", "παραγγελίες",
               "Ντάνα Λεβί", "Αποστολή των νέων banner"),
}  # fmt: skip


class Shown(NamedTuple):
    """The desk, the client, and the goal the client may see."""

    desk: Desk
    client: int
    goal: int


def shown(code: str = "en") -> Shown:
    """Three measurements, a milestone, two planned actions, and a promise and a question that were sent."""
    desk, said = empty_desk(), WORDS[code]
    for key, value in (
        ("my_name", "Noa Bar"),
        ("my_company", "Blue Agency"),
        ("my_phone", "+972 50 123 4567"),
    ):
        desk.settings.choose(key, value)
    calendar = "jalali" if code == "fa" else "gregorian"
    client = clients.add(desk, name=said.client, language=code, calendar=calendar, code="NW")
    today = desk.today()
    goal = goals.add(
        desk, client_id=client, name=said.goal, kpi=said.kpi, unit=said.unit, baseline=Decimal(1120),
        target=Decimal(1800), start_on=today - timedelta(days=80), due_on=today + timedelta(days=60),
        rhythm="weekly", shared=True,
    )  # fmt: skip
    for days, measured in ((60, "1190"), (35, "1310"), (2, "1480.5")):
        goals.measure(desk, goal, today - timedelta(days=days), Decimal(measured))
    stone = goals.add_milestone(desk, goal, title="1300", due_on=today - timedelta(days=30))
    goals.reach(desk, stone, on=today - timedelta(days=31))
    goals.plan_action(desk, goal, title=said.promise, owner=said.owner, due_on=today + timedelta(days=20))
    done = goals.plan_action(desk, goal, title="CPO", side="client", due_on=today - timedelta(days=20))
    goals.do_action(desk, done, on=today - timedelta(days=21))
    send(
        desk, client, Point("action", said.promise, side="us", owner=said.owner), Point("question", said.kpi)
    )
    return Shown(desk, client, goal)


def send(desk: Desk, client: int, *points: Point) -> int:
    """A call whose summary went out with these points."""
    summary = draft(desk, client, *points)
    summaries.mark_sent(desk, summary)
    return summary


def draft(desk: Desk, client: int, *points: Point) -> int:
    """A call whose summary is still being written."""
    summary = summaries.start(desk, interactions.log(desk, client_id=client, minutes=15))
    summaries.write(desk, summary, points)
    return summary
