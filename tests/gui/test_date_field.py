"""A date is typed as people say it or picked from a calendar, in the person's own calendar and week."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from amdesk.domain.calendars import PartialDate
from amdesk.gui.widgets.date_popup import DatePopup
from amdesk.gui.widgets.dates import DateField, PartialDateField
from amdesk.gui.widgets.month_grid import DayCell
from amdesk.i18n.bidi import strip_isolates, strip_marks
from amdesk.i18n.catalog import current
from amdesk.i18n.languages import language
from amdesk.services.week import Week
from tests.gui.fields import press, shown, write
from tests.gui.tongues import speaking

Key = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
TODAY = date(2026, 3, 10)
HOLIDAY = date(2026, 3, 21)
TOMORROW = {"en": "tomorrow", "fa": "فردا", "he": "מחר"}
FORWARD = {"en": Key.Key_Right, "fa": Key.Key_Left, "he": Key.Key_Left}
BACK = {"en": Key.Key_Left, "fa": Key.Key_Right, "he": Key.Key_Right}


class Almanac:
    """Counts how often holidays are asked for."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def holidays(self, year: int) -> Mapping[date, str]:
        self.asked.append(year)
        return {HOLIDAY: "Nowruz"}


@pytest.fixture(params=["en", "fa", "he"])
def tongue(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """English, Persian with its own calendar, Hebrew; English again afterwards."""
    with speaking(qapp, request.param) as code:
        yield code


@pytest.fixture
def hebrew(qapp: QApplication) -> Iterator[None]:
    """Hebrew with the Hebrew calendar."""
    with speaking(qapp, "he", calendar="hebrew"):
        yield


@pytest.fixture
def almanac() -> Almanac:
    return Almanac()


def date_field(almanac: Almanac, value: date | None = None) -> DateField:
    spoken = language(current())
    week = Week(lambda: TODAY, spoken.first_day, spoken.weekend, almanac.holidays)
    return DateField(value, week=week, name="when", accessible="When")


def popup() -> DatePopup:
    found = QApplication.activePopupWidget()
    assert isinstance(found, DatePopup)
    return found


def cell(day: date) -> DayCell:
    return popup().grid.cell(day)


def test_what_is_typed_is_understood_at_once_and_shown_when_left(
    qtbot: QtBot, tongue: str, almanac: Almanac
) -> None:
    field = date_field(almanac)
    page = shown(qtbot, field)
    said: list[str] = []
    field.understood.connect(said.append)
    write(TOMORROW[tongue])
    assert said[-1] == field.reading.words(date(2026, 3, 11))
    assert field.text() == TOMORROW[tongue]
    press(Key.Key_Tab)
    assert page.next.hasFocus()
    assert field.value() == date(2026, 3, 11)
    assert field.text() == field.reading.written(date(2026, 3, 11))


def test_what_is_understood_takes_the_place_of_the_hint(qtbot: QtBot, tongue: str, almanac: Almanac) -> None:
    field = date_field(almanac)
    page = shown(qtbot, field, hint="A date")
    write(TOMORROW[tongue])
    assert field.reading.words(date(2026, 3, 11)) in page.field.below.text()
    field.clear()
    write("")
    field.look()
    assert "A date" in page.field.below.text()


@pytest.mark.parametrize("typed", ["30/02/2026", "1404/12/30", "never"])
def test_a_day_that_does_not_exist_is_said_below_and_stays_as_typed(
    qtbot: QtBot, tongue: str, almanac: Almanac, typed: str
) -> None:
    field = date_field(almanac)
    page = shown(qtbot, field)
    write(typed)
    assert not page.field.below.isVisible()
    press(Key.Key_Tab)
    assert page.field.below.isVisible()
    assert strip_marks(page.field.below.text()) == field.accessibleDescription()
    assert (field.text(), field.property("wrong"), field.meant()) == (typed, "true", None)
    field.setFocus()
    field.selectAll()
    write(TOMORROW[tongue])
    assert not page.field.below.isVisible()
    assert field.property("wrong") == "false"


def test_a_line_that_means_a_date_stays_as_it_is_being_typed(qtbot: QtBot, almanac: Almanac) -> None:
    field = date_field(almanac)
    shown(qtbot, field)
    write("tomorrow")
    field.put(date(2026, 3, 11))
    assert field.text() == "tomorrow"
    field.put(TODAY)
    assert field.text() == "10 Mar 2026"


def test_a_day_is_picked_by_keys_along_the_line_of_reading(
    qtbot: QtBot, tongue: str, almanac: Almanac
) -> None:
    field = date_field(almanac)
    shown(qtbot, field)
    changes: list[None] = []
    field.changed.connect(lambda: changes.append(None))
    press(Key.Key_F4)
    assert popup().day == TODAY
    assert cell(TODAY).hasFocus()
    press(FORWARD[tongue])
    press(Key.Key_Down)
    press(BACK[tongue])
    press(FORWARD[tongue])
    press(Key.Key_Return)
    assert QApplication.activePopupWidget() is None
    assert field.value() == date(2026, 3, 18)
    assert field.text() == field.reading.written(date(2026, 3, 18))
    assert len(changes) == 1


def test_months_and_years_are_turned_by_keys(qtbot: QtBot, almanac: Almanac) -> None:
    shown(qtbot, date_field(almanac, date(2026, 1, 31)))
    press(Key.Key_Down, ALT)
    walked = []
    for key, modifier in (
        (Key.Key_PageDown, None), (Key.Key_PageUp, None), (Key.Key_End, None), (Key.Key_Home, None),
        (Key.Key_PageDown, CTRL), (Key.Key_PageUp, CTRL), (Key.Key_T, None),
    ):  # fmt: skip
        press(key, modifier or Qt.KeyboardModifier.NoModifier)
        walked.append(popup().day)
    assert walked == [
        date(2026, 2, 28), date(2026, 1, 28), date(2026, 1, 31), date(2026, 1, 1),
        date(2027, 1, 1), date(2026, 1, 1), TODAY,
    ]  # fmt: skip
    press(Key.Key_Escape)


@pytest.mark.parametrize("letter", ["t", "е", "א", "ف", "τ"])
def test_the_key_for_today_is_the_same_on_every_keyboard(qtbot: QtBot, almanac: Almanac, letter: str) -> None:
    shown(qtbot, date_field(almanac, date(2020, 1, 1)))
    press(Key.Key_F4)
    write(letter)
    assert popup().day == TODAY
    press(Key.Key_Escape)


def test_escape_closes_the_calendar_and_nothing_else(qtbot: QtBot, tongue: str, almanac: Almanac) -> None:
    field = date_field(almanac, TODAY)
    page = shown(qtbot, field)
    left: list[None] = []
    way_out = QShortcut(QKeySequence("Esc"), page)
    way_out.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    way_out.activated.connect(lambda: left.append(None))
    press(Key.Key_F4)
    press(FORWARD[tongue])
    press(Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert (field.value(), left) == (TODAY, [])
    assert field.hasFocus()


def test_a_day_is_picked_by_a_click(qtbot: QtBot, tongue: str, almanac: Almanac) -> None:
    field = date_field(almanac)
    shown(qtbot, field)
    QTest.mouseClick(field.button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(cell(date(2026, 3, 26)), Qt.MouseButton.LeftButton)
    assert field.value() == date(2026, 3, 26)
    assert QApplication.activePopupWidget() is None


def test_the_button_stands_at_the_trailing_side_whatever_is_typed(
    qtbot: QtBot, tongue: str, almanac: Almanac
) -> None:
    field = date_field(almanac)
    shown(qtbot, field)
    for typed in ("Friday", "جمعه"):
        field.setText(typed)
        trailing = field.button.x() < field.width() / 2
        assert trailing == language(tongue).rtl


def test_months_are_turned_by_the_wheel_and_by_buttons(qtbot: QtBot, almanac: Almanac) -> None:
    shown(qtbot, date_field(almanac, TODAY))
    press(Key.Key_F4)
    opened = popup()
    for notch in (-120, -120, 120):
        turning = QWheelEvent(
            QPointF(50, 50), QPointF(opened.mapToGlobal(QPoint(50, 50))), QPoint(), QPoint(0, notch),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(opened, turning)
    assert opened.day == date(2026, 4, 10)
    for name, day in (
        ("later", date(2026, 5, 10)), ("much_later", date(2027, 5, 10)),
        ("earlier", date(2027, 4, 10)), ("much_earlier", date(2026, 4, 10)),
    ):  # fmt: skip
        turn = opened.findChild(QPushButton, f"date-popup-{name}")
        assert isinstance(turn, QPushButton)
        assert turn.accessibleName()
        QTest.mouseClick(turn, Qt.MouseButton.LeftButton)
        assert opened.day == day
    opened.close()


def test_holidays_are_asked_for_when_the_calendar_opens_and_not_before(
    qtbot: QtBot, almanac: Almanac
) -> None:
    shown(qtbot, date_field(almanac))
    write("tomorrow")
    assert almanac.asked == []
    press(Key.Key_F4)
    assert almanac.asked == [2026]
    press(Key.Key_Escape)


def test_a_holiday_and_a_free_day_are_said_and_not_only_painted(
    qtbot: QtBot, tongue: str, almanac: Almanac
) -> None:
    field = date_field(almanac)
    shown(qtbot, field)
    press(Key.Key_F4)
    feast = cell(HOLIDAY)
    assert strip_isolates(feast.toolTip()) == "Nowruz"
    assert feast.accessibleName().startswith(field.reading.words(HOLIDAY))
    assert "Nowruz" in feast.accessibleName()
    free = {c.day.day.weekday() for c in popup().grid.cells if c.day is not None and c.day.free}
    assert free == language(tongue).weekend
    popup().go(HOLIDAY)
    assert "Nowruz" in popup().holiday.text()
    popup().close()


def test_the_week_begins_at_the_leading_side_with_its_first_day(
    qtbot: QtBot, tongue: str, almanac: Almanac
) -> None:
    shown(qtbot, date_field(almanac))
    press(Key.Key_F4)
    first, last = popup().grid.cells[0], popup().grid.cells[6]
    assert first.day is not None
    assert first.day.day.weekday() == language(tongue).first_day
    assert (first.x() > last.x()) == language(tongue).rtl
    popup().close()


@pytest.mark.parametrize(
    ("code", "title", "number", "other"),
    [("en", "March 2026", "21", ""), ("fa", "۱۴۰۵", "۱", "۲۰۲۶"), ("he", "2026", "21", "תשפ״ו")],
)
def test_the_calendar_is_the_persons_own_with_the_other_one_below(
    qapp: QApplication, qtbot: QtBot, almanac: Almanac, code: str, title: str, number: str, other: str
) -> None:
    with speaking(qapp, code):
        shown(qtbot, date_field(almanac, HOLIDAY))
        press(Key.Key_F4)
        assert title in popup().title.text()
        assert cell(HOLIDAY).text() == number
        assert other in popup().other.text()
        popup().close()


@pytest.mark.usefixtures("hebrew")
def test_the_hebrew_calendar_counts_in_letters(qtbot: QtBot, almanac: Almanac) -> None:
    field = date_field(almanac, HOLIDAY)
    shown(qtbot, field)
    press(Key.Key_F4)
    assert cell(HOLIDAY).text() == "ג׳"
    assert "תשפ״ו" in popup().title.text()
    assert "2026" in popup().other.text()
    press(Key.Key_PageDown)
    press(Key.Key_Return)
    assert field.value() == date(2026, 4, 20)


def birthday(value: PartialDate | None = None) -> PartialDateField:
    return PartialDateField(value, name="birthday", accessible="Birthday")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("14/03/1985", PartialDate(3, 14, 1985)),
        ("۱۳۶۴/۰۷/۱۵", PartialDate(7, 15, 1364, "jalali")),
        ("15 Mehr", PartialDate(7, 15, None, "jalali")),
        ("14 March", PartialDate(3, 14)),
    ],
)
def test_the_calendar_of_a_birthday_is_told_by_what_is_typed(
    qtbot: QtBot, typed: str, meant: PartialDate
) -> None:
    field = birthday()
    shown(qtbot, field)
    write(typed)
    assert (field.value(), field.calendar.value()) == (meant, meant.calendar)
    press(Key.Key_Tab)
    assert field.value() == meant


def test_a_year_chooses_the_calendar_even_of_a_day_that_it_has_not(qtbot: QtBot) -> None:
    field = birthday()
    shown(qtbot, field)
    write("1404/12/30")
    assert (field.meant(), field.calendar.value()) == (None, "jalali")
    field.calendar.choose("hebrew")
    field.calendar.picked.emit("hebrew")
    assert (field.text(), field.calendar.value()) == ("1404/12/30", "jalali")


def test_what_is_no_day_yet_is_read_in_the_calendar_chosen(qtbot: QtBot) -> None:
    field = birthday()
    shown(qtbot, field)
    write("31/6")
    changes: list[None] = []
    field.changed.connect(lambda: changes.append(None))
    field.calendar.choose("jalali")
    field.calendar.picked.emit("jalali")
    assert (field.value(), len(changes)) == (PartialDate(6, 31, None, "jalali"), 1)


def test_a_birthday_can_be_carried_to_another_calendar(qtbot: QtBot) -> None:
    field = birthday(PartialDate(3, 14, 1985))
    shown(qtbot, field)
    field.calendar.choose("jalali")
    field.calendar.picked.emit("jalali")
    assert field.value() == PartialDate(12, 23, 1363, "jalali")
    field.calendar.picked.emit("gregorian")
    assert field.value() == PartialDate(3, 14, 1985)


def test_figures_without_a_year_are_read_in_the_calendar_chosen(qtbot: QtBot) -> None:
    field = birthday()
    shown(qtbot, field)
    field.calendar.choose("jalali")
    write("31/6")
    assert field.value() == PartialDate(6, 31, None, "jalali")


def test_a_birthday_that_calendar_has_not_is_refused_and_kept(qtbot: QtBot, tongue: str) -> None:
    field = birthday()
    page = shown(qtbot, field, hint="The year may be left out")
    write("1404/12/30")
    press(Key.Key_Tab)
    assert page.field.below.isVisible()
    assert (field.text(), field.property("wrong")) == ("1404/12/30", "true")
