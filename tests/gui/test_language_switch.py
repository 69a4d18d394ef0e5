"""Another language while the program runs: the window is the one that a start in that language gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QTextEdit, QWidget

from amdesk.gui.application import Application
from amdesk.gui.place import Place
from amdesk.gui.window import Window
from amdesk.services import clients, interactions
from amdesk.services.desk import Desk
from tests.quality.walkers import settle, texts

ROUND = ("he", "fa", "ru", "el", "en")
THERE_AND_BACK = ("fa", "en")  # is enough for a page on which nothing is typed or chosen
SIZE = (770, 650)  # the screen of the tests is no larger
Look = dict[str, object]


def look(widget: QWidget) -> Look:
    """What a person sees of a widget: words, place, direction, letters, keys, what is typed and chosen."""
    seen: Look = {
        "texts": texts(widget),
        "place": widget.geometry().getRect(),
        "direction": widget.layoutDirection(),
        "font": widget.font().toString(),
        "keys": [key.toString() for action in widget.actions() for key in action.shortcuts()],
        "enabled": widget.isEnabled(),
    }
    match widget:
        case QLineEdit():
            seen |= {"typed": widget.text(), "alignment": widget.alignment()}
        case QTextEdit():
            seen |= {"typed": widget.toPlainText(), "html": widget.toHtml()}
        case QAbstractItemView():
            seen |= {"row": widget.currentIndex().row(), "scroll": widget.verticalScrollBar().value()}
        case _:
            pass
    return seen


def looks(window: Window) -> list[tuple[str, Look]]:
    """The window and everything visible in it. Pages that were left are not: they are nobody's to see."""
    keys = {id_: action.shortcut().toString() for id_, action in window.commands.by_id.items()}
    words = {id_: action.text() for id_, action in window.commands.by_id.items()}
    own: Look = {"title": window.windowTitle(), "size": window.size().toTuple(), "keys": keys, "words": words}
    seen = [(named(one), look(one)) for one in window.findChildren(QWidget) if one.isVisible()]
    return [("window", own), *sorted(seen, key=lambda pair: (pair[0], str(pair[1]["place"])))]


def named(widget: QWidget) -> str:
    above = widget.parentWidget()
    return f"{above.objectName() if above else ''} > {type(widget).__name__} {widget.objectName()}"


def search(window: Window) -> None:
    line(window, "clients-search").setText("a")
    view = window.findChild(QAbstractItemView, "clients-table")
    assert isinstance(view, QAbstractItemView)
    view.setCurrentIndex(view.model().index(3, 0))


def write_a_call(window: Window) -> None:
    type_into(line(window, "call-line"), "Δ תקציב budget")
    type_into(line(window, "call-minutes"), "12")
    type_into(line(window, "call-next"), "2026-03-13")


def write_a_note(window: Window) -> None:
    type_into(line(window, "client-next-step"), "هفتهٔ آینده")


def nothing(window: Window) -> None:
    """Leave the page as it opens."""


def line(window: Window, name: str) -> QLineEdit:
    found = window.findChild(QLineEdit, name)
    assert isinstance(found, QLineEdit)
    return found


def type_into(field: QLineEdit, text: str) -> None:
    field.setText(text)
    field.textEdited.emit(text)
    field.editingFinished.emit()


def harbour(desk: Desk) -> int:
    return clients.find(desk, "Harbour")[0]


CASES: dict[str, tuple[Callable[[Desk], Place], Callable[[Window], None]]] = {
    "today": (lambda _: Place("today"), nothing),
    "clients": (lambda _: Place("clients"), search),
    "client": (lambda desk: Place("client", harbour(desk)), nothing),
    "settings": (lambda _: Place("settings"), nothing),
    "call": (lambda desk: Place("log_call", about=harbour(desk)), write_a_call),
    "edit": (lambda desk: Place("edit_client", harbour(desk)), write_a_note),
    "summary": (lambda desk: Place("summary", interactions.find(desk, states=("draft",))[0]), nothing),
}


@pytest.mark.parametrize("case", CASES)
def test_a_switch_of_language_gives_the_window_of_a_fresh_start(
    qapp: QApplication, desk: Desk, case: str
) -> None:
    where, act = CASES[case]
    place = where(desk)
    with closing(Application(qapp, desk, spoken="en")) as running:
        opened(qapp, running.window)
        arrive(qapp, running.window, place, act)
        for code in THERE_AND_BACK if act is nothing else ROUND:
            running.set_language(code)
            settle(qapp)
            switched = looks(running.window)
            assert running.window.place == place
            with closing(Application(qapp, desk, spoken=code)) as fresh:
                opened(qapp, fresh.window)
                arrive(qapp, fresh.window, place, act)
                expected = looks(fresh.window)
            qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            assert [name for name, _ in switched] == [name for name, _ in expected]
            assert not list(differences(switched, expected)), code


def differences(switched: list[tuple[str, Look]], expected: list[tuple[str, Look]]) -> Iterator[str]:
    """What is otherwise in the window that was switched."""
    for (name, one), (_, other) in zip(switched, expected, strict=True):
        yield from (
            f"{name}: {what} {one[what]} != {other[what]}" for what in one if one[what] != other[what]
        )


def opened(app: QApplication, window: Window) -> None:
    window.resize(*SIZE)
    window.show()
    settle(app)


def arrive(app: QApplication, window: Window, place: Place, act: Callable[[Window], None]) -> None:
    window.go(place)
    settle(app)
    act(window)
    settle(app)
