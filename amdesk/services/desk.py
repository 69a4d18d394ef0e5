"""The desk: what every verb needs, and the one way to write, to undo and to hear of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path

from amdesk.domain.errors import DamagedError
from amdesk.domain.key import Key
from amdesk.domain.messages import Message
from amdesk.domain.touched import Touched
from amdesk.services.long_work import LongWork
from amdesk.store import reconnecting
from amdesk.store.store import Store
from amdesk.system import paths
from amdesk.system.mailer import MailProgram
from amdesk.system.secrets import Secrets
from amdesk.system.settings import Settings

Listener = Callable[[Touched], None]


def _nobody_dials(_number: str) -> bool:
    return False


@dataclass(frozen=True)
class Desk:
    """A record, not a doer: the file, the clock, the settings and the mail program of one person.

    ``folder`` is nothing for a desk in memory; ``zone`` is where the person is now. ``dial`` lets the system
    call a number, and says whether it can. ``work`` is what runs in pieces, with the person doing other
    things between them. ``key`` encrypts the file, ``secrets`` keep it; a desk in memory and the sample, in
    which nothing is real, have none. ``notes`` are what the person should know of how it was opened,
    ``passing`` what is kept only while the program runs.
    """

    store: Store
    clock: Callable[[], datetime]
    settings: Settings
    mail: MailProgram
    zone: tzinfo
    folder: Path | None = None
    dial: Callable[[str], bool] = _nobody_dials
    key: Key | None = None
    secrets: Secrets | None = None
    notes: tuple[Message, ...] = ()
    passing: dict[str, str] = field(default_factory=dict)
    _listeners: list[Listener] = field(default_factory=list)
    work: LongWork = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "work", LongWork(lambda: self.store.connection.in_transaction))

    def now(self) -> datetime:
        """This moment, in UTC."""
        return self.clock().astimezone(UTC)

    def today(self) -> date:
        """The date where the person is."""
        return self.now().astimezone(self.zone).date()

    @contextmanager
    def step(self, label: str, *, merge: str | None = None) -> Iterator[None]:
        """All or nothing: one change under a label (a message id), undoable, announced once when it is kept.

        Steps with the same ``merge`` key, one right after the other, are taken back together.
        """
        self.work.refuse()
        try:
            with self.store.step(label, at=self.now(), merge=merge) as touched:
                yield
        except DamagedError:
            if self.folder is not None:
                reconnecting.go_on(self.store, paths.library(self.folder), self.key)
            raise
        for what in touched:
            self._announce(what)

    def undo(self) -> str | None:
        """Take the last step back; its label, or nothing when there is none."""
        self.work.refuse()
        return self._said(self.store.undo(at=self.now()))

    def redo(self) -> str | None:
        """Do the last undone step again; its label, or nothing when there is none."""
        self.work.refuse()
        return self._said(self.store.redo(at=self.now()))

    @property
    def undo_label(self) -> str | None:
        """What undo would take back."""
        entry = self.store.log.to_undo
        return entry.label if entry else None

    @property
    def redo_label(self) -> str | None:
        """What redo would do again."""
        entry = self.store.log.to_redo
        return entry.label if entry else None

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Hear of every step; call what comes back to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def tell(self, table: str) -> None:
        """Let those who listen hear of what was written aside, which no undo takes back."""
        self._announce(Touched("", frozenset({table})))

    def close(self) -> None:
        """Put the file away."""
        self.store.close()

    def _said(self, touched: Touched | None) -> str | None:
        if touched is None:
            return None
        self._announce(touched)
        return touched.label

    def _announce(self, touched: Touched) -> None:
        for listener in tuple(self._listeners):
            listener(touched)
