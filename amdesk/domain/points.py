"""Points of a summary, and how a typed line becomes one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from amdesk.domain.messages import N_, Message, Words

# Values kept in the file with what they are called (message ids), in the order in which they are offered.
POINT_KIND_NAMES: Mapping[str, Words] = {
    "decision": N_("Decision"),
    "change": Message.named("kind of point", "Change"),
    "action": N_("Action"),
    "insight": N_("Insight"),
    "question": N_("Open question"),
}
CHANGE_KIND_NAMES = {
    "rate": N_("Rate"),
    "tag": N_("Tag"),
    "activity": N_("Activity"),
    "budget": N_("Budget"),
    "schedule": N_("Schedule"),
    "other": N_("Something else"),
}
# Changes whose values may be amounts of money.
MONEY_CHANGES = frozenset({"rate", "budget"})
POINT_KINDS, CHANGE_KINDS = tuple(POINT_KIND_NAMES), tuple(CHANGE_KIND_NAMES)
SIDES = ("us", "client", "third")

# The sign a typed line of each kind begins with.
SIGNS = {"decision": "!", "change": "~", "action": ">", "insight": "*", "question": "?"}
_KINDS = {sign: kind for kind, sign in SIGNS.items()}
# The Greek question mark is a semicolon, the Persian one is mirrored: both open a question as well. The key
# with > gives < on the keyboards of scripts from right to left.
_SAME_SIGN = {";": "?", "؟": "?", "؛": "?", "•": "*", "<": ">"}


@dataclass(frozen=True, slots=True)
class Point:
    """One line of a summary.

    A *change* says what changes (``change_kind``), from and to what, and from when; an *action* says which
    side owes it, who, and by when; a *question* stays open until ``answered_on``. ``id`` is nothing while
    the point is not in the file yet.
    """

    kind: str
    text: str
    id: int | None = None
    uuid: str = ""
    position: int = 0
    change_kind: str | None = None
    from_value: str = ""
    to_value: str = ""
    effective_on: date | None = None
    side: str | None = None
    owner: str = ""
    due_on: date | None = None
    answered_on: date | None = None
    answer: str = ""


def kind_of_prefix(mark: str) -> str | None:
    """The kind that a sign at the beginning of a line means, in any of the scripts it is typed in."""
    return _KINDS.get(_SAME_SIGN.get(mark, mark))


def parse_line(line: str, default: str = "decision") -> Point:
    """The point a typed line means: a prefix (``! ~ > * ?`` and a space) sets the kind, else ``default``."""
    stripped = line.strip()
    first, _, rest = stripped.partition(" ")
    kind = kind_of_prefix(first)
    if kind is None or not rest.strip():
        return Point(default, stripped)
    return of_kind(Point(kind, rest.strip()), kind)


def of_kind(point: Point, kind: str) -> Point:
    """``point`` as another kind: an action gets a side, a change a kind of change, the words stay."""
    side = (point.side or "us") if kind == "action" else point.side
    change_kind = (point.change_kind or "other") if kind == "change" else point.change_kind
    return replace(point, kind=kind, side=side, change_kind=change_kind)


def age_days(point: Point, asked_on: date, today: date) -> int:
    """How many days an open question has waited for its answer, or had waited when it came (row S14)."""
    return ((point.answered_on or today) - asked_on).days
