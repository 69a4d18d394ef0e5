"""Amounts of money in the window: in its language, and rial as toman for who counts in them."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from amdesk.domain.points import Point
from amdesk.gui.application import Application
from amdesk.gui.place import Place
from amdesk.i18n.bidi import strip_isolates, strip_marks
from amdesk.services import clients, interactions, summaries
from amdesk.services.desk import Desk

SAID = {
    ("en", False): ("IRR 12,500", "€13,500"),
    ("en", True): ("1,250 toman", "€13,500"),
    ("fa", False): ("۱۲٬۵۰۰ ریال", "۱۳٬۵۰۰ یورو"),
    ("fa", True): ("۱٬۲۵۰ تومان", "۱۳٬۵۰۰ یورو"),
}


@pytest.mark.parametrize("toman", [False, True])
def test_a_budget_that_changes_is_shown_as_the_person_counts_money(
    application: Application, desk: Desk, spoken: str, toman: bool
) -> None:
    client = clients.find(desk, "Harbour")[0]
    call = interactions.log(desk, client_id=client, channel="video", minutes=35)
    point = Point("change", "Media", change_kind="budget", from_value="12500 IRR", to_value="13,500 EUR")
    summaries.write(desk, summaries.start(desk, call), [point])
    desk.settings.choose("language", spoken)
    desk.settings.choose("toman", toman)
    application.window.setting_changed.emit("toman")
    application.window.show()
    application.window.go(Place("client", client))
    shown = application.window.findChildren(QLabel, "point-more")
    told = [strip_marks(strip_isolates(one.text())).replace("\u00a0", " ") for one in shown]
    assert any(all(value in line for value in SAID[spoken, toman]) for line in told)
