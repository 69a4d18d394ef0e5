"""Where one is in the window, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Place:
    """A page and what it is about: ``id`` is the record it shows, ``about`` a new record's client.

    A call is logged with the person ``id``, where that is known. ``ask`` is a verb that is to be asked for on
    arrival; ``at`` names the widget on the page that is meant, such as a setting, or a person at a client;
    ``text`` is what a new record begins with; ``within`` is what it is a part of, such as a milestone's goal.
    """

    page: str
    id: int | None = None
    about: int | None = None
    ask: str = ""
    at: str = ""
    text: str = ""
    within: int | None = None


class Left:
    """What an editor that is left finishes with: the place before, and a way back to what was typed."""


@dataclass
class Visit:
    """A place that was visited, what the page wanted to remember of it (search text, row), and how it stood:
    the widget with the keys, how far its parts were scrolled.
    """

    place: Place
    state: Mapping[str, object] = field(default_factory=dict)
    standing: Mapping[str, object] = field(default_factory=dict)


class Trail:
    """Places visited, with one of them the present one; going somewhere new forgets the way forward."""

    _LONGEST = 100

    def __init__(self, start: Place) -> None:
        self._visits = [Visit(start)]
        self._at = 0

    @property
    def here(self) -> Visit:
        """The present place."""
        return self._visits[self._at]

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before this one."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a place after this one."""
        return self._at < len(self._visits) - 1

    def go(self, place: Place) -> Visit:
        """Go somewhere new."""
        if place != self.here.place:
            self._visits[self._at + 1 :] = [Visit(place)]
            del self._visits[: max(len(self._visits) - self._LONGEST, 0)]
            self._at = len(self._visits) - 1
        return self.here

    def again(self, left: Visit) -> Visit:
        """Go once more to a place that was dropped, as it was left."""
        self._visits[self._at + 1 :] = [left]
        self._at = len(self._visits) - 1
        return self.here

    def replace(self, place: Place) -> Visit:
        """Go somewhere instead of here: an editor that is done leaves no place to come back to."""
        self._visits[self._at] = Visit(place)
        if self._at and self._visits[self._at - 1].place == place:
            del self._visits[self._at]
            self._at -= 1
        return self.here

    def drop(self) -> Visit:
        """Leave this place for the one before, without a way forward into it again."""
        if self._at:
            del self._visits[self._at :]
            self._at -= 1
        return self.here

    def lead(self, to: Callable[[Place], Place]) -> None:
        """Let every place of the trail lead to another one."""
        for visit in self._visits:
            visit.place = to(visit.place)

    def back(self) -> Visit:
        """One place back, or stay."""
        self._at = max(self._at - 1, 0)
        return self.here

    def forward(self) -> Visit:
        """One place forward, or stay."""
        self._at = min(self._at + 1, len(self._visits) - 1)
        return self.here
