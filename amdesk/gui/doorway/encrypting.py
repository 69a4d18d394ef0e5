"""Encrypting a large file of a version before, with how far it is."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from amdesk.gui.doorway.page import Refused
from amdesk.gui.doorway.under_way import UnderWayPage
from amdesk.gui.widgets.buttons import button
from amdesk.i18n.catalog import _
from amdesk.services.encrypting import ToEncryptError, encrypt


class EncryptingPage(UnderWayPage):
    """Stopped or refused, the file stays as it is and is encrypted another time."""

    def __init__(self, refused: Refused) -> None:
        ways = [
            button(_("Try again"), "primary", name="door-encrypting-again", run=self.begin),
            button(_("Quit"), "", name="door-encrypting-quit", run=self._quit),
        ]
        super().__init__(
            refused, _("Encrypting your records"), ways, name="door-encrypting", steps=self._encrypt,
            stopped=_("Nothing was changed: what is there stays as it is."),
        )  # fmt: skip

    def _encrypt(self) -> Generator[Any, None, Any]:
        error = self.refused.error
        assert isinstance(error, ToEncryptError)
        return encrypt(error.folder, error.key)

    def _quit(self) -> None:
        self.quit_requested.emit()
