"""The Eisenhower matrix: four fields by importance and urgency, and what each says to do (row S76)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from amdesk.domain.messages import N_

# A field of the matrix, by the key that puts a task there.
Quadrant = Literal[1, 2, 3, 4]

QUADRANT_NAMES: Mapping[Quadrant, str] = {
    1: N_("Important and urgent"),
    2: N_("Important, not urgent"),
    3: N_("Urgent, not important"),
    4: N_("Neither important nor urgent"),
}
QUADRANT_ADVICE: Mapping[Quadrant, str] = {
    1: N_("Do it now"),
    2: N_("Set a day for it"),
    3: N_("Give it to somebody"),
    4: N_("Drop it, or let it wait"),
}
_FLAGS: Mapping[Quadrant, tuple[bool, bool]] = {
    1: (True, True),
    2: (True, False),
    3: (False, True),
    4: (False, False),
}


def quadrant(*, important: bool, urgent: bool) -> Quadrant:
    """The field that something belongs in."""
    return next(number for number, flags in _FLAGS.items() if flags == (important, urgent))


def flags(number: Quadrant) -> tuple[bool, bool]:
    """Whether what stands in a field is important, and whether it is urgent."""
    return _FLAGS[number]
