"""Picking a client, or a person there, by a few letters of a name, a number or an address."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from amdesk.gui.pick import Pick
from amdesk.i18n.catalog import _
from amdesk.services.picking import Choice


class ClientPick(Pick[Choice]):
    """A line that finds clients and people; without a text, the clients spoken to last."""

    def __init__(
        self, find: Callable[[str], Sequence[Choice]], *, name: str, within: QWidget, is_quiet: bool = False
    ) -> None:
        """The list floats over ``within``, the page the line stands on. A line that ``is_quiet`` leaves it to
        the page to say that nobody is found.
        """
        super().__init__(
            find, name=name, accessible=_("Client"), placeholder=_("Name, person, number or address"),
            found=_("Clients found"), within=within,
            icon=lambda choice: "client" if choice.contact_id is None else "contact",
            nothing="" if is_quiet else _("No client found"),
        )  # fmt: skip
