"""What is said of a merge: values as one reads them, how much moves, why two records are likely one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from amdesk.domain.calendars import CALENDAR_NAMES, PartialDate
from amdesk.domain.client import STAGE_NAMES
from amdesk.domain.duplicate import REASON_NAMES
from amdesk.domain.interaction import CHANNEL_NAMES
from amdesk.gui import show
from amdesk.i18n import format as formats
from amdesk.i18n.bidi import isolate
from amdesk.i18n.catalog import _, current, ngettext
from amdesk.i18n.countries import country_name
from amdesk.i18n.language_names import language_name
from amdesk.i18n.languages import LANGUAGES
from amdesk.services import clients
from amdesk.services.desk import Desk


def value_text(desk: Desk, name: str, value: object) -> str:
    """A field's value as one reads it; nothing where it is empty."""
    if value is None or value == "":
        return ""
    if name == "client_id" and isinstance(value, int):
        return clients.get(desk, value).name
    told = _TOLD.get(name)
    return told(value) if told is not None else str(value).strip()


_TOLD: Mapping[str, Callable[[Any], str]] = {
    "stage": lambda value: _(STAGE_NAMES.get(value, value)),
    "tier": lambda value: _("Tier {tier}").format(tier=value),
    "vip": lambda value: _("VIP") if value else "",
    "language": lambda value: language_name(value) if value in LANGUAGES else value,
    "calendar": lambda value: _(CALENDAR_NAMES.get(value, value)),
    "country": country_name,
    "preferred_channel": lambda value: _(CHANNEL_NAMES.get(value, value)),
    "next_contact_on": lambda value: show.day(date.fromisoformat(value)),
    "left_on": lambda value: show.day(date.fromisoformat(value)),
    "birthday": lambda value: show.given_day(PartialDate(*value)),
}


def moves_text(moves: Mapping[str, int]) -> str:
    """How much goes over to the record that stays, in words; nothing where there is nothing."""
    said = [_moved(noun, n) for noun, n in moves.items() if n]
    return formats.listed(said, current())


def _moved(noun: str, n: int) -> str:
    told = {
        "interaction": ngettext("{n} call", "{n} calls", n),
        "interaction_contact": ngettext("{n} call", "{n} calls", n),
        "contact": ngettext("{n} contact", "{n} contacts", n),
        "address": ngettext("{n} address", "{n} addresses", n),
        "task": ngettext("{n} task", "{n} tasks", n),
        "goal": ngettext("{n} goal", "{n} goals", n),
        "reminder": ngettext("{n} reminder", "{n} reminders", n),
        "client_share": ngettext("{n} shared page", "{n} shared pages", n),
        "personal_date": ngettext("{n} personal date", "{n} personal dates", n),
        "relative": ngettext("{n} relative", "{n} relatives", n),
    }
    return told[noun].format(n=show.count(n))


def reasons_text(reasons: Sequence[str]) -> str:
    """By what two records are the same, as the beginning of a line."""
    said = formats.listed((_(REASON_NAMES[one]) for one in reasons), current())
    return said[:1].upper() + said[1:]


def what_moves(moves: Mapping[str, int], *, goes: str) -> str:
    """A sentence about what moves, and from whom."""
    said = moves_text(moves)
    if not said:
        return _("Nothing hangs on {name}; only what is chosen here stays of it.").format(name=isolate(goes))
    return _("What belongs to {name} moves: {things}.").format(name=isolate(goes), things=said)


def likely_duplicates(n: int) -> str:
    """How many pairs are likely one; nothing where there is none."""
    return ngettext("{n} likely duplicate", "{n} likely duplicates", n).format(n=show.count(n)) if n else ""
