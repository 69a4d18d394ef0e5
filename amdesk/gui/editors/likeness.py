"""What editors of clients and contacts say of others who are like them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QPushButton

from amdesk.domain.duplicate import Pair
from amdesk.gui.place import Place
from amdesk.gui.widgets.addresses import AddressesField
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.fields import LineField
from amdesk.gui.widgets.like_hint import LikeHint
from amdesk.i18n.catalog import _


class _Editor(Protocol):
    name: LineField
    addresses: AddressesField

    @property
    def place_requested(self) -> SignalInstance: ...


def like_hint(editor: _Editor, find: Callable[[], Pair | None], *, name: str) -> LikeHint:
    """A word about who is there already, looked for as one types a name or an address."""
    made = LikeHint(find, name=name)
    editor.name.textChanged.connect(lambda _text: made.wait())
    editor.addresses.changed.connect(made.wait)
    made.opened.connect(lambda pair: editor.place_requested.emit(_place(pair)))
    return made


def merge_link(editor: _Editor, noun: str, row_id: int) -> QPushButton:
    """The way from a record to its merge with another one."""
    words = _("Merge with another client…") if noun == "client" else _("Merge with another contact…")
    place = Place("merge_with", row_id, ask=noun)
    return button(words, "link", name=f"{noun}-merge", run=lambda: editor.place_requested.emit(place))


def reached(addresses: AddressesField) -> list[tuple[str, str]]:
    """The e-mails and phones that stand in a form."""
    return [(one.medium, one.value) for one in addresses.typed() if one.value]


def _place(pair: Pair) -> Place:
    one = pair.one
    return Place("client", one.client_id, at="" if one.noun == "client" else f"contact-{one.id}")
