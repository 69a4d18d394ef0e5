"""Dates in the window keep to one line, and are read and copied as any other."""

from __future__ import annotations

from datetime import UTC, date, datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from amdesk.domain.calendars import PartialDate
from amdesk.domain.messages import Message
from amdesk.gui import show
from amdesk.gui.widgets.labels import data_label
from amdesk.i18n.catalog import calendar_in_use
from amdesk.i18n.parse import parse_date
from amdesk.services.desk import Desk

DAY = date(2026, 3, 4)
AT = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)


def test_a_day_does_not_stand_at_the_end_of_a_line_and_its_month_on_the_next(
    empty_desk: Desk, tongue: str
) -> None:
    for said in (
        show.day(DAY), show.moment(empty_desk, AT), show.span(empty_desk, AT, 30),
        show.day_and_span(empty_desk, AT, 30), show.given_day(PartialDate(3, 4, 2010)),
    ):  # fmt: skip
        assert all(part[-1] in ",،" for part in said.split(" ")[:-1]), said


def test_a_sentence_with_a_date_in_it_keeps_that_together_and_breaks_elsewhere(tongue: str) -> None:
    said = show.said(Message.of("{task} is due on {day}.", task="Send the new offer", day=DAY))
    assert show.day(DAY) in said
    assert " " in said.replace(show.day(DAY), "")


def test_a_date_that_is_shown_is_read_where_it_is_typed_in(tongue: str) -> None:
    read = parse_date(show.day(DAY), language=tongue, calendar=calendar_in_use(), today=DAY)
    assert read == DAY


def test_a_date_is_copied_with_plain_spaces(qapp: QApplication, qtbot: QtBot, tongue: str) -> None:
    shown = data_label(show.day(DAY), name="day")
    qtbot.addWidget(shown)
    shown.show()
    shown.setSelection(0, len(shown.text()))
    shown.setFocus()
    QTest.keyClick(shown, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "\N{NO-BREAK SPACE}" not in qapp.clipboard().text()
