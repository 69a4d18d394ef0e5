"""What rings, for pictures: the popup with some reminders, the menu of the tray."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from amdesk.domain.reminder import SNOOZE_NAMES, Armed, Reminder
from amdesk.gui.tray.icon import Tray
from amdesk.gui.tray.popup import Popup
from amdesk.services.open_desk import open_in_memory

_NOW = datetime(2026, 3, 10, 9, 30, tzinfo=UTC)
_TOLD = (
    ("Harbour & Vale", "Call Tom: how many jackets are on the water?"),
    ("מלונות הגלבוע", "להתקשר לאסף גלעד בקשר להצעה"),
    ("صنایع غذایی دماوند", "تماس کوتاه هفتگی"),
    ("ООО «Северный свет»", "Напомнить Ольге Викторовне про акт"),
    ("Ελαιώνες Μεσσηνίας Α.Ε.", "Να σταλούν τα γερμανικά κείμενα για διόρθωση"),
    ("", "Review of the quarter with Imogen"),
)
_SAID = "The brand campaign stays on, with bids ten per cent lower"


def _armed(number: int) -> Armed:
    client, text = _TOLD[number % len(_TOLD)]
    at = _NOW + timedelta(hours=3 * number)
    its = Reminder(number + 1, str(number), text, at.date(), client_id=number + 1 if client else None)
    return Armed(its, client, False, at, rang=False)


def popup(count: int, *, locked: bool = False) -> Popup:
    """The popup with so many reminders; while the program is locked, without a word of them."""
    made = Popup(
        choices=lambda: tuple(SNOOZE_NAMES),
        words=lambda one: _SAID if one.id == 1 else "",
        hides_names=lambda: False,
        screen=QGuiApplication.primaryScreen,
        at_foot=lambda: False,
        is_locked=lambda: locked,
    )
    made.add([_armed(number) for number in range(count)])
    return made


def tray_menu(*, locked: bool = False) -> QMenu:
    """The menu of the tray, two reminders having come."""
    desk = open_in_memory(clock=lambda: _NOW, zone=UTC)
    tray = Tray(desk)
    next_at = _NOW + timedelta(hours=3)
    coming = [_armed(1), _armed(2), _armed(3)]
    tray.show_state(come=2, coming=coming, next_at=next_at, paused_until=None, is_locked=locked)
    desk.close()
    return tray.menu
