"""Settings as a table: a line here is a setting, and the settings page builds itself from it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from amdesk.domain.cadence import STANDARD, as_values
from amdesk.domain.checkpoint import RULE_NAMES
from amdesk.domain.errors import DiskError
from amdesk.domain.hand_over import HAND_OVER_NAMES, USUAL_WAYS
from amdesk.domain.messages import N_, Message, Words
from amdesk.i18n.languages import LANGUAGES


class Setting(NamedTuple):
    """One setting: ``kind`` is text, choice, flag, order, country, time, cadence, folder or, only remembered,
    values by name; ``choices`` are values with words.

    Without a ``group`` it stands on no page: the program remembers it.
    """

    key: str
    label: str
    kind: str
    default: Any
    group: str
    choices: tuple[tuple[str, Words], ...] = ()
    hint: str = ""

    @property
    def is_remembered(self) -> bool:
        """Whether the program notes it by itself: no field of the settings page."""
        return not self.group


_LOOK = N_("Look and language")
_WEEK = N_("Calendar and week")
_ME = N_("Who I am")
_MAIL = N_("Mail to clients")
_REMINDERS = N_("Reminders")
_TOUCH = N_("Keeping in touch")
_TASKS = N_("Tasks")
_SAFETY = N_("Safety")

_CALENDARS: tuple[tuple[str, Words], ...] = (
    ("gregorian", Message.named("calendar", "Gregorian")),
    ("jalali", Message.named("calendar", "Jalali")),
    ("hebrew", Message.named("calendar", "Hebrew")),
)
_FRIDAY, _SATURDAY = Message.named("weekday", "Friday"), Message.named("weekday", "Saturday")
_SUNDAY, _MONDAY = Message.named("weekday", "Sunday"), Message.named("weekday", "Monday")


def _minutes(count: int) -> Message:
    return Message.count(N_("{n} minute"), N_("{n} minutes"), count)


SETTINGS = (
    Setting(
        "language", N_("Language"), "choice", "", _LOOK,
        (("", N_("As the system")), *((one.code, one.name) for one in LANGUAGES.values())),
    ),
    Setting(
        "theme", N_("Theme"), "choice", "system", _LOOK,
        (("system", N_("As the system")), ("light", N_("Light")), ("dark", N_("Dark"))),
    ),
    Setting(
        "contrast", N_("Contrast"), "choice", "system", _LOOK,
        (("system", N_("As the system")), ("normal", N_("Normal contrast")), ("high", N_("High contrast"))),
    ),
    Setting(
        "density", N_("Rows of lists"), "choice", "comfortable", _LOOK,
        (("comfortable", N_("Comfortable")), ("compact", N_("Compact"))),
    ),
    Setting(
        "time_runs", N_("Time in pictures runs"), "choice", "", _LOOK,
        (("", N_("In the direction of the language")), ("right", N_("From left to right")),
         ("left", N_("From right to left"))),
    ),
    Setting(
        "toman", N_("Show rial as toman"), "flag", False, _LOOK,
        hint=N_("Ten rials make one toman; mails keep the one you typed"),
    ),
    Setting(
        "calendar", N_("Calendar"), "choice", "", _WEEK,
        (("", N_("As the language has it")), *_CALENDARS),
        hint=N_("For showing dates and for typing them; each client has a calendar of their own for mails"),
    ),
    Setting(
        "country", N_("Country"), "country", "", _WEEK,
        hint=N_("Its public holidays are marked in calendars, and its numbers are read without a prefix"),
    ),
    Setting(
        "first_day", N_("The week begins on"), "choice", "", _WEEK,
        (("", N_("As in the country")), ("5", _SATURDAY), ("6", _SUNDAY), ("0", _MONDAY)),
    ),
    Setting(
        "weekend", N_("Days off"), "choice", "", _WEEK,
        (("", N_("As in the country")), ("56", N_("Saturday and Sunday")), ("45", N_("Friday and Saturday")),
         ("4", _FRIDAY), ("6", _SUNDAY)),
    ),
    Setting("my_name", N_("My name"), "text", "", _ME, hint=N_("Stands under every mail")),
    Setting("my_company", N_("My company"), "text", "", _ME),
    Setting("my_email", N_("My e-mail"), "text", "", _ME),
    Setting("my_phone", N_("My phone"), "text", "", _ME),
    Setting(
        "desktop_notifications", N_("Tell by the desktop’s notifications as well"), "flag", False, _REMINDERS,
        hint=N_("Where the desktop has them, they can be done or snoozed there"),
    ),
    Setting(
        "hide_names", N_("Hide client names in what appears on the screen"), "flag", False, _REMINDERS,
        hint=N_("For who shares the screen in meetings"),
    ),
    Setting("autostart", N_("Start with the session, without the window"), "flag", False, _REMINDERS),
    Setting(
        "on_close", N_("Closing the window"), "choice", "ask", _REMINDERS,
        (("ask", N_("Asks what it means")), ("stay", N_("Leaves amdesk running, so that reminders ring")),
         ("quit", N_("Ends amdesk"))),
    ),
    Setting("all_day_at", N_("Reminders for a whole day ring at"), "time", "09:00", _REMINDERS),
    Setting("quiet_from", N_("Quiet from"), "time", "21:00", _REMINDERS),
    Setting(
        "quiet_until", N_("Quiet until"), "time", "07:00", _REMINDERS,
        hint=N_("What falls into them, on days off or on holidays rings before or after, unless urgent"),
    ),
    Setting(
        "leap_day", N_("A birthday on 29 February is kept in other years on"), "choice", "february",
        _REMINDERS, (("february", N_("28 February")), ("march", N_("1 March"))),
    ),
    Setting(
        "cadence", N_("How often clients are called"), "cadence", MappingProxyType(as_values(STANDARD)),
        _TOUCH,
        hint=N_("Counted from the last contact of any kind; an agreed next contact goes before it. "
                "Without a tier there is none, nor for former and dormant clients."),
    ),
    Setting("work_from", N_("Working hours from"), "time", "09:00", _TASKS),
    Setting(
        "work_until", N_("Working hours until"), "time", "18:00", _TASKS,
        hint=N_("Checkpoints are counted in them; a task is due at their end"),
    ),
    Setting(
        "checkpoint", N_("Look at a delegated task"), "choice", "left35", _TASKS, tuple(RULE_NAMES.items()),
        hint=N_("Holds for tasks that are set or moved from now on"),
    ),
    Setting(
        "hand_over", N_("Hand a summary over by"), "order", USUAL_WAYS, _MAIL,
        tuple(HAND_OVER_NAMES.items()),
        hint=N_("The first one that works is taken"),
    ),
    Setting(
        "silence_accepts", N_("No answer counts as accepted, and the mail says so"), "flag", False, _MAIL,
        hint=N_("Shown as “accepted by silence”, never as confirmed"),
    ),
    Setting(
        "lock_after", N_("Lock after"), "choice", "", _SAFETY,
        (("", N_("Never")), *((str(n), _minutes(n)) for n in (1, 5, 10, 15, 30, 60))),
        hint=N_("When nobody has touched amdesk for so long, it asks for the passphrase. "
                "Reminders still ring, without names."),
    ),
    Setting(
        "backup_folder", N_("A second folder for backups"), "folder", "", _SAFETY,
        hint=N_("Each backup is copied there as well: a stick, or a folder that is synchronised"),
    ),
    Setting("welcomed", "", "flag", False, ""),
    Setting("told_of_folder", "", "text", "", ""),
    Setting("moving_to", "", "text", "", ""),
    Setting("moved_from", "", "text", "", ""),
    Setting("locked", "", "flag", False, ""),
    Setting("window", "", "text", "", ""),
    Setting("side_bar", "", "text", "", ""),
)  # fmt: skip
# Chosen where it is seen, so that it has no line on the page: columns, filters, how a page is divided, the
# account that mails are sent by (its password is in the keyring).
REMEMBERED = (
    Setting("list_clients", "", "values", MappingProxyType({}), ""),
    Setting("list_calls", "", "values", MappingProxyType({}), ""),
    Setting("list_goals", "", "values", MappingProxyType({}), ""),
    Setting("filters", "", "values", MappingProxyType({}), ""),
    Setting("divided", "", "values", MappingProxyType({}), ""),
    Setting("mail_account", "", "values", MappingProxyType({}), ""),
)
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_BY_KEY = {setting.key: setting for setting in (*SETTINGS, *REMEMBERED)}


class Settings:
    """The person's choices, kept as one small JSON file beside their data; without a path, in memory.

    It is not encrypted, for a start needs it before there is a key: no word of a client has a place in it.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._chosen: dict[str, Any] = _read(path) if path and path.exists() else {}

    def __getitem__(self, key: str) -> Any:
        """The value chosen, or the default; tuples for an order."""
        setting = _BY_KEY[key]
        value = self._chosen.get(key, setting.default)
        if not _fits(setting, value):
            value = setting.default
        return tuple(value) if setting.kind == "order" else value

    def choose(self, key: str, value: Any) -> None:
        """Keep a choice at once; a half-written file can never be found."""
        self._chosen[_BY_KEY[key].key] = list(value) if isinstance(value, tuple) else value
        if self._path is None:
            return
        beside = self._path.with_suffix(".new")
        try:
            beside.write_text(json.dumps(self._chosen, ensure_ascii=False, indent=1), encoding="utf-8")
            beside.replace(self._path)
        except OSError as error:
            raise DiskError(
                N_("The settings could not be saved in {folder}. Check its rights and the room on the disk."),
                folder=str(self._path.parent),
            ) from error


_TYPES: Mapping[str, type] = {"flag": bool, "values": Mapping, "cadence": Mapping}


def _fits(setting: Setting, value: object) -> bool:
    """Whether a value is one of the setting's: anybody may have written in the file."""
    if setting.kind in _TYPES:
        return isinstance(value, _TYPES[setting.kind])
    known = {one for one, _label in setting.choices}
    if setting.kind == "time":
        return isinstance(value, str) and (not value or _TIME.fullmatch(value) is not None)
    if setting.kind == "order":
        return isinstance(value, list | tuple) and bool(value) and all(one in known for one in value)
    return isinstance(value, str) and (setting.kind != "choice" or value in known)


def _read(path: Path) -> dict[str, Any]:
    """A damaged settings file costs choices, not records: it is set aside and the defaults hold."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError):
        found = None
    if isinstance(found, dict):
        return found
    path.replace(path.with_suffix(".damaged"))
    return {}
