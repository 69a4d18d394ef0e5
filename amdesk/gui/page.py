"""What the window asks of a page, and what a page shows in the window's frame."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget


class Face(NamedTuple):
    """What a page shows in the window's frame, and what it remembers when it is left.

    ``title`` and ``status`` are asked after each refresh; ``tools`` stand at the trailing end of the title's
    row; ``focus`` takes the keys on arrival, ``find`` on Ctrl+F. A page that writes while one types is
    ``quiet``: its steps do not raise the undo bar. ``setting_changed`` carries the key of a setting;
    ``retold`` says that title or status are to be asked again, for a page that refreshes by itself.
    F6 goes through ``parts``, where there are several; ``verbs`` are the commands only this page can run,
    by their ids, as far as they are possible now; ``client`` is the one of the line the keys are on.
    ``heard`` is told of every step on the desk, also of those that change nothing the page shows.
    ``settle`` puts what is typed into the file before the page is left, and raises where that takes it not.
    A page that is ``bounded`` grows no wider than in a window of the usual size: its tools stay beside it.
    ``foot`` is what the page says at its foot, which nothing that floats is to hide.
    """

    title: Callable[[], str]
    tools: Sequence[QWidget] = ()
    status: Callable[[], str] = lambda: ""
    focus: QWidget | None = None
    find: QWidget | None = None
    memory: Callable[[], Mapping[str, object]] = dict
    recall: Callable[[Mapping[str, object]], object] = lambda _: None
    quiet: bool = False
    parts: Sequence[QWidget] = ()
    verbs: Callable[[], Mapping[str, Callable[[], object]]] = dict
    setting_changed: SignalInstance | None = None
    retold: SignalInstance | None = None
    client: Callable[[], int | None] = lambda: None
    heard: Callable[[], object] = lambda: None
    settle: Callable[[], object] = lambda: None
    bounded: bool = False
    foot: QWidget | None = None


class Page(Protocol):
    """A widget the window shows.

    ``TABLES`` are those whose change makes it ``refresh``. ``place_requested`` carries a Place to go to;
    ``finished``, of an editor, a Place to go to instead of it, nothing for the place before, or that it was
    Left with what was typed in it.
    """

    @property
    def TABLES(self) -> frozenset[str]: ...
    @property
    def place_requested(self) -> SignalInstance: ...
    @property
    def finished(self) -> SignalInstance: ...
    @property
    def face(self) -> Face: ...
    def refresh(self) -> None: ...
