"""How the person reads pictures: the window's language, calendar and letters, and which way time runs."""

from __future__ import annotations

from amdesk.domain.picture import Picture, Reader
from amdesk.gui.painting import Letters
from amdesk.i18n.catalog import calendar_in_use, current
from amdesk.i18n.languages import language
from amdesk.i18n.reader import reader
from amdesk.services.desk import Desk
from amdesk.services.week import first_day


def reads(desk: Desk, letters: Letters) -> Reader:
    """The person, with words measured in the window's letters."""
    return reader(current(), calendar_in_use(), first_day=first_day(desk), width=letters.width)


def runs_left(desk: Desk) -> bool:
    """Whether time runs from right to left: as the language is read, unless it was turned round."""
    chosen = str(desk.settings["time_runs"])
    return chosen == "left" if chosen else language(current()).rtl


def directed(picture: Picture, desk: Desk) -> Picture:
    """The picture with time running as the person has it."""
    return picture.mirrored() if runs_left(desk) else picture
