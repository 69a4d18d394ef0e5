"""What an entry of a calendar would bring: rows of our tables, people they need, or why it brings nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from amdesk.domain.incoming import Incoming
from amdesk.domain.messages import N_, Message
from amdesk.domain.recurrence import spelled_out
from amdesk.formats.calendar_entry import Entry, fit
from amdesk.services.desk import Desk
from amdesk.services.import_checks import from_cell
from amdesk.store import records
from amdesk.store.table import encode

# What the person has decided here since the entry left: no calendar takes that back.
_DECIDED_HERE = frozenset(
    "state done_at snoozed_until_at settled_on checkpoint_at checkpoint_by_hand told agreed_on "
    "created_at client_uuid contact_uuid relative_uuid".split()
)
_MADE_FROM = frozenset({"checkpoint"})  # records of which an entry tells without being one


@dataclass(frozen=True, slots=True)
class Call:
    """A meeting that has been, to be logged."""

    client_id: int
    contact_ids: tuple[int, ...]
    started_at: datetime
    minutes: int
    occasion: str
    channel: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to become of an entry.

    ``rows`` are by their noun; ``people`` come before them where they are not there. Without any of these it
    has nothing new.
    """

    line: int
    title: str
    rows: tuple[tuple[str, Mapping[str, object]], ...] = ()
    people: Incoming | None = None
    call: Call | None = None
    message: Message | None = None
    problem: Message | None = None
    left_out: tuple[str, ...] = ()
    is_foreign: bool = True


def own_plan(desk: Desk, entry: Entry) -> Plan:
    """What an entry that amdesk wrote says, with what has been changed of it elsewhere."""
    noun = entry.own["record"]
    if noun in _MADE_FROM:
        return Plan(entry.line, entry.title, is_foreign=False)
    read = _READERS.get(noun)
    if read is None:
        text = N_("Entries of the kind “{kind}” are not known here. Update amdesk, then import it.")
        return Plan(entry.line, entry.title, problem=Message.of(text, kind=noun[:40]))
    values = read(desk, entry)
    rows = [(noun, known_or_new(desk, noun, values, entry))]
    if noun == "personal_date" and "relative" in entry.own:
        rows.insert(0, ("relative", _relative(entry)))
    return Plan(entry.line, entry.title, rows=tuple(rows), people=_people(desk, entry), is_foreign=False)


def known_or_new(desk: Desk, noun: str, values: Mapping[str, object], entry: Entry) -> dict[str, object]:
    """The row without what has been decided here, where it is here; else with when it was made."""
    uuid = str(values.get("uuid", ""))
    if records.ids(desk.store, noun, [uuid]):
        return {name: value for name, value in values.items() if name not in _DECIDED_HERE}
    if noun in {"reminder", "task"}:
        made_at = entry.created_at or desk.now()
        return {"created_at": encode(made_at.astimezone(UTC)), **values}
    return dict(values)


def clock_of(desk: Desk, starts: date | datetime | None) -> dict[str, object]:
    """Day, clock and zone as a reminder keeps them: a zone that has a name stays, any other becomes ours."""
    if not isinstance(starts, datetime):
        return {"due_on": starts.isoformat() if starts else None, "clock": "", "zone": ""}
    name = getattr(starts.tzinfo, "key", "")
    if starts.tzinfo is not None and not name:
        starts = starts.astimezone(desk.zone)
        name = ""
    return {
        "due_on": starts.date().isoformat(),
        "clock": f"{starts:%H:%M}",
        "zone": name or str(desk.zone),
    }


def _columns(desk: Desk, noun: str, entry: Entry) -> dict[str, object]:
    """The columns told in our own properties; references to what is not here are left out."""
    own = entry.own
    found: dict[str, object] = {}
    for column in records.columns(desk.store, noun):
        if column.name in own:
            found[column.name] = from_cell(column, own[column.name])
    return found


def _exact(entry: Entry) -> str:
    """The title to the letter, unless somebody has changed it since."""
    exact = entry.own.get("exact", "")
    return exact if exact and fit(exact).strip() == entry.title else entry.title


def _reminder(desk: Desk, entry: Entry) -> dict[str, object]:
    values = _columns(desk, "reminder", entry)
    first_on = str(values.get("first_on") or "")
    repeat = str(values.get("repeat") or "")
    if entry.rule and not (repeat and first_on and _is_spelled(repeat, first_on, entry.rule)):
        repeat = entry.rule
    values |= {"uuid": entry.uid, "text": _exact(entry), "repeat": repeat if entry.rule else ""}
    zone = str(values.get("zone") or "")
    timed = clock_of(desk, _in_zone(entry.starts, zone))
    return values | timed | {"zone": timed["zone"] or zone}


def _in_zone(starts: date | datetime | None, name: str) -> date | datetime | None:
    """A moment told in UTC as the time on the wall that it was set to."""
    with suppress(KeyError, ValueError, OSError):
        if name and isinstance(starts, datetime) and starts.tzinfo is UTC:
            return starts.astimezone(ZoneInfo(name))
    return starts


def _is_spelled(repeat: str, first_on: str, rule: str) -> bool:
    try:
        return sorted(spelled_out(repeat, date.fromisoformat(first_on)).split(";")) == sorted(rule.split(";"))
    except ValueError:
        return False


def _task(desk: Desk, entry: Entry) -> dict[str, object]:
    values = _columns(desk, "task", entry)
    due = entry.due.date() if isinstance(entry.due, datetime) else entry.due
    return values | {"uuid": entry.uid, "title": _exact(entry), "due_on": due.isoformat() if due else None}


def _personal_date(desk: Desk, entry: Entry) -> dict[str, object]:
    values = _columns(desk, "personal_date", entry)
    # of a relative's day the contact only says whose relative it is
    return {
        name: value for name, value in values.items() if name != "contact_uuid" or "relative" not in entry.own
    }


def _client(_desk: Desk, entry: Entry) -> dict[str, object]:
    on = entry.starts.date() if isinstance(entry.starts, datetime) else entry.starts
    return {"uuid": entry.own.get("client_uuid", ""), "next_contact_on": on.isoformat() if on else None}


def _contact(desk: Desk, entry: Entry) -> dict[str, object]:
    of = _columns(desk, "contact", entry)
    return {name: value for name, value in of.items() if name == "uuid" or name.startswith("birth_")}


def _relative(entry: Entry) -> dict[str, object]:
    own = entry.own
    return {
        "uuid": own.get("relative_uuid", ""), "name": own["relative"],
        "relation": own.get("relation", "other"), "contact_uuid": own.get("contact_uuid", ""),
    }  # fmt: skip


_READERS: Mapping[str, Callable[[Desk, Entry], dict[str, object]]] = {
    "reminder": _reminder, "task": _task, "personal_date": _personal_date, "client": _client,
    "contact": _contact,
}  # fmt: skip


def _people(desk: Desk, entry: Entry) -> Incoming | None:
    """Whom the entry speaks of, where one of them is not here; by no other word of it are people changed."""
    own = entry.own
    wanted = {"client": own.get("client_uuid", ""), "contact": own.get("contact_uuid", "")}
    lacking = [noun for noun, uuid in wanted.items() if uuid and not records.ids(desk.store, noun, [uuid])]
    if not any(own.get(noun) for noun in lacking):
        return None
    return Incoming(
        line=entry.line,
        company=own.get("client", ""),
        person=own.get("contact", "") if "contact" in lacking else "",
        client_uuid=wanted["client"],
        contact_uuid=wanted["contact"] if "contact" in lacking else "",
        exact=True,
    )
