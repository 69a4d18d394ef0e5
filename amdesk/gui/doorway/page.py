"""A page in the doorway: it asks for another attempt, or for another page, by the ways on that it offers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from amdesk.domain.errors import AmdeskError
from amdesk.domain.key import Key
from amdesk.gui.speaking import say_role


@dataclass(frozen=True)
class Attempt:
    """What is to be opened: a folder, the person's own where none is named, and what goes with it.

    ``given`` is handed on to ``open_desk`` under its names: a key that was typed, for one. Where another
    folder was chosen for good, each start in ``begun_in`` is led there once it is open.
    """

    folder: Path | None = None
    given: dict[str, Any] = field(default_factory=dict)
    begun_in: Attempt | None = None

    def at(self, folder: Path) -> Attempt:
        """The same about another folder."""
        return Attempt(folder)

    def leading_to(self, folder: Path) -> Attempt:
        """Another folder, for good."""
        return Attempt(folder, begun_in=self.begun_in or self)

    def with_given(self, **given: Any) -> Attempt:
        """The same with something more that goes with it."""
        return replace(self, given={**self.given, **given})


@dataclass(frozen=True)
class Refused:
    """An attempt, why it was refused, and the folder that it was about, where one is known."""

    attempt: Attempt
    error: AmdeskError
    folder: Path | None = None


class DoorPage(QWidget):
    """A page in the doorway; ``first`` is what has the keys when it is shown.

    ``attempt_requested`` carries an attempt, ``page_requested`` another page, and ``back_requested`` leads
    from there to the one before.
    """

    attempt_requested = Signal(object)
    page_requested = Signal(object)
    back_requested = Signal()
    quit_requested = Signal()

    def __init__(self, refused: Refused) -> None:
        super().__init__()
        say_role(self, "Grouping")  # its name is read out as the keys come in
        self.refused = refused
        self.first: QWidget | None = None

    def keep_key(self, key: Key) -> None:
        """What was brought once is not asked for again from here on."""
        self.refused = replace(self.refused, attempt=self.refused.attempt.with_given(key=key))

    def try_again(self) -> None:
        """The same once more: it may have been mended meanwhile."""
        self.attempt_requested.emit(self.refused.attempt)


class Way(NamedTuple):
    """A way on: the words (message ids) on its card, and what it does with the page that offers it."""

    name: str
    title: str
    text: str
    icon: str
    go: Callable[[DoorPage], object]


def leading_to(made: Callable[[Refused], DoorPage]) -> Callable[[DoorPage], object]:
    """What goes on to another page about the same refusal."""
    return lambda page: page.page_requested.emit(made(page.refused))
