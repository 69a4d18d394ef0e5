"""What was said before the command: the folder, the language, the window; and the desk at a moment."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from amdesk.cli.output import tell
from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_
from amdesk.i18n.catalog import current, set_language

if TYPE_CHECKING:
    from amdesk.services.composed import Composed
    from amdesk.services.desk import Desk


class Window(Protocol):
    """Whoever can show a folder in a window, or draw its first page into a picture; gives the exit code."""

    def __call__(
        self,
        folder: Path | None,
        *,
        language: str = "",
        picture: Path | None = None,
        minimized: bool = False,
    ) -> int: ...


class Opener(Protocol):
    """Whoever opens the desk on a folder; without a ``clock`` it is the machine's."""

    def __call__(self, folder: Path | None, *, clock: Callable[[], datetime] = ...) -> Desk: ...


class Paper(Protocol):
    """Whoever can put a page into a PDF."""

    def __call__(self, page: Composed, file: Path) -> None: ...


def no_paper(page: Composed, file: Path) -> None:  # noqa: ARG001 - as whoever can names them
    """Said where nobody can draw."""
    raise AmdeskError(
        N_("{file} cannot be made here: nothing that draws a PDF is there. Let its name end with .html."),
        file=file.name,
    )


@dataclass(frozen=True, slots=True)
class Session:
    """One call of the program. Without a ``folder`` it is about the person's own; without an ``opener`` the
    key comes from where it is kept, or is asked for on the terminal.
    """

    window: Window
    folder: Path | None = None
    language: str = ""
    paper: Paper = no_paper
    opener: Opener | None = None

    @contextmanager
    def desk(self, as_of: datetime | None = None, *, opener: Opener | None = None) -> Iterator[Desk]:
        """The desk on the folder, its clock standing still at ``as_of`` where one is named.

        An ``opener`` asks for what is lacking in a way of its own.
        """
        from amdesk.cli.unlocking import open_desk

        opened = self.opener or opener or open_desk
        desk = opened(self.folder, clock=lambda: as_of) if as_of else opened(self.folder)
        spoken = self.language or str(desk.settings["language"]) or current()
        set_language(spoken, calendar=str(desk.settings["calendar"]))
        for note in desk.notes:
            tell(note)
        try:
            yield desk
        finally:
            desk.close()
