"""Which columns of a list are shown, in which order, how wide, sorted by which: chosen, and remembered."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

# How much of a list its columns of fixed width may take while others share the rest, how far they are
# narrowed for that, and what each of the others needs at least: beyond it, a list is scrolled sideways.
MOST_FIXED = 0.8
NARROWEST = 0.8
LEAST = 132
ENOUGH = 220  # of what shares the rest, before a column is left out for it


@dataclass(frozen=True, slots=True)
class Layout:
    """Ids of the columns shown, in order; widths chosen by hand (at the usual size of letters); the sort."""

    shown: tuple[str, ...]
    widths: Mapping[str, int] = field(default_factory=dict)
    sort: str = ""
    descending: bool = False

    def as_values(self) -> dict[str, object]:
        """What there is to remember."""
        return {
            "shown": list(self.shown),
            "widths": dict(self.widths),
            "sort": self.sort,
            "descending": self.descending,
        }


def remembered(values: object, usual: Layout, *, known: Sequence[str], first: str) -> Layout:
    """The layout remembered, or the usual one; the ``first`` column is never without.

    What stands there may have been written by another version, or by hand.
    """
    if not isinstance(values, Mapping) or not isinstance(values.get("shown"), list):
        return usual
    shown = tuple(dict.fromkeys(one for one in values["shown"] if one in known))
    widths = values.get("widths")
    sizes = widths.items() if isinstance(widths, Mapping) else ()
    return Layout(
        shown if first in shown else (first, *shown),
        {str(name): size for name, size in sizes if isinstance(size, int) and size > 0},
        sort=str(values.get("sort") or usual.sort),
        descending=values.get("descending") is True,
    )


def shown_again(name: str, shown: Sequence[str], *, known: Sequence[str]) -> tuple[str, ...]:
    """The columns ``shown`` with one more: right behind the nearest of those that usually stand before it."""
    before = known[: known.index(name)]
    at = next((shown.index(one) + 1 for one in reversed(before) if one in shown), 0)
    return (*shown[:at], name, *shown[at:])


def grown(
    room: int, wanted: Mapping[str, int], *, sharing: int, kept: Collection[str], most: int
) -> dict[str, int]:
    """The widths in a wide list: what is beyond ``most`` for each of those that share the rest goes to the
    other columns, up to twice what they need, so that one can read across. Those sized by hand are ``kept``.
    """
    free = {name: width for name, width in wanted.items() if name not in kept}
    spare = room - sum(wanted.values()) - sharing * most
    if not sharing or not free or spare <= 0:
        return dict(wanted)
    part = min(1 + spare / sum(free.values()), 2.0)
    return {name: round(width * part) if name in free else width for name, width in wanted.items()}


def fit(
    room: int, wanted: Mapping[str, int], elastic: Mapping[str, int], *, least: int = 0
) -> dict[str, int]:
    """Widths that fill the room, or more of it where many columns were chosen.

    Those ``wanted`` hold while enough is left, the ``elastic`` share the rest by their parts. None can be
    narrower than the ``least``.
    """
    fixed_room = room if not elastic else MOST_FIXED * room
    part = min(1.0, max(fixed_room / max(sum(wanted.values()), 1), NARROWEST))
    found = {name: max(round(width * part), least) for name, width in wanted.items()}
    left = max(room - sum(found.values()), LEAST * len(elastic))
    shares = sum(elastic.values())
    for name, share in elastic.items():
        found[name] = round(left * share / shares)
    if elastic:
        last = [*elastic][-1]
        found[last] += left - sum(found[name] for name in elastic)
    elif found:
        first = next(iter(found))
        found[first] += max(room - sum(found.values()), 0)
    return found
