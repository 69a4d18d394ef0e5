"""Where the header of a sheet is: below a title, over two rows, over merged cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from amdesk.formats.listing import OWN_MARK
from amdesk.formats.packed_sheets import Merged


@dataclass(frozen=True, slots=True)
class Heading:
    """The titles of the columns and how many rows they end after.

    ``merged_down`` has for columns (from 0) the rows over which cells below the header are merged.
    """

    titles: tuple[str, ...]
    rows: int
    merged_down: Mapping[int, Sequence[tuple[int, int]]] = field(default_factory=dict)


def heading(top: Sequence[Sequence[str]], merged: Sequence[Merged]) -> Heading:
    """The header within the first rows of a sheet, of which at least one holds something."""
    first = _first_of(top)
    titles = _spread(first + 1, top[first], merged)
    last = first
    below = top[first + 1] if first + 1 < len(top) else ()
    if _goes_on(first + 1, merged) and any(below):
        last = first + 1
        titles = _joined(titles, _spread(last + 1, below, merged))
    down: dict[int, list[tuple[int, int]]] = {}
    for left, upper, right, lower in merged:
        if left == right and upper > last + 1 and lower > upper:
            down.setdefault(left - 1, []).append((upper, lower))
    if OWN_MARK not in titles:  # a column without a title is a column all the same
        titles += [""] * (max(map(len, top)) - len(titles))
    return Heading(tuple(title.strip() for title in titles), last + 1, down)


def _first_of(top: Sequence[Sequence[str]]) -> int:
    """The first row that names columns: a lone cell above rows of several is the title of the whole."""
    filled = [sum(map(bool, map(str.strip, row))) for row in top]
    several = next((place for place, count in enumerate(filled) if count > 1), None)
    lone = next(place for place, count in enumerate(filled) if count)
    is_title = several is not None and several - lone <= 5 and all(n <= 1 for n in filled[lone:several])
    return several if is_title and several is not None else lone


def _goes_on(row: int, merged: Sequence[Merged]) -> bool:
    """Whether the header has a second row: one of its cells stands over several columns."""
    return any(upper == lower == row and right > left for left, upper, right, lower in merged)


def _spread(row: int, texts: Sequence[str], merged: Sequence[Merged]) -> list[str]:
    """The row's texts, in each of the columns that its merged cells reach over."""
    spread = list(texts)
    for left, upper, right, _lower in merged:
        if upper == row and left <= len(texts):
            spread += [""] * (min(right, left + 100) - len(spread))
            spread[left - 1 : right] = [texts[left - 1]] * len(spread[left - 1 : right])
    return spread


def _joined(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """Two rows of titles as one: “Phone” over “mobile” is “Phone mobile”."""
    width = max(len(upper), len(lower))
    over, under = (list(row) + [""] * (width - len(row)) for row in (upper, lower))
    return [" ".join(dict.fromkeys(filter(None, pair))) for pair in zip(over, under, strict=True)]
