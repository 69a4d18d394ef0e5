"""Ways on where the key is lacking: the keyring once more, what the person knows, an empty file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer

from amdesk.domain.errors import AmdeskError, NeedsKeyError
from amdesk.domain.messages import N_
from amdesk.gui import show
from amdesk.gui.doorway.keys import (
    ChoosePassphrasePage,
    CodePage,
    PassphrasePage,
    folder_of,
    let_in,
    secrets_of,
)
from amdesk.gui.doorway.layout import inside, title
from amdesk.gui.doorway.leaving import back_from
from amdesk.gui.doorway.page import DoorPage, Refused, Way, leading_to
from amdesk.gui.doorway.refused import Kind, RefusedPage
from amdesk.gui.doorway.waiting import WaitingPage
from amdesk.gui.speaking import announce
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.flow import Flow
from amdesk.gui.widgets.labels import label, set_text
from amdesk.i18n.catalog import _, sentence
from amdesk.services import anew as beginning
from amdesk.services import folder_key

_OTHERWISE = frozenset({"no_entry", "wrong_key", "passphrase", "missing_file"})


class LockedKeyringPage(RefusedPage):
    """The keyring is asked at once, as who starts the program expects; given up, the ways on are there."""

    def __init__(self, refused: Refused) -> None:
        ways = (UNLOCK, CHOOSE) if _is_new(refused) else possible((UNLOCK, CODE), refused)
        super().__init__(refused, Kind(N_("The keyring is locked"), ways))
        soon = QTimer(self, singleShot=True, interval=0)
        soon.timeout.connect(lambda: _ask_keyring(self))
        soon.start()


class AnewPage(DoorPage):
    """What beginning anew means is said before it is done."""

    def __init__(self, refused: Refused) -> None:
        super().__init__(refused)
        self.setObjectName("door-anew-page")
        self.setAccessibleName(_("Start anew"))
        said = _(
            "amdesk makes an empty file in {folder}. What was here before comes back from a backup only; its "
            "keys stay there under other names."
        ).format(folder=show.own(str(folder_of(refused))))
        self._error = label("", "error", name="door-anew-error", wrap=True)
        self._error.hide()
        back = back_from(self)
        self.first = back
        inside(
            self, title(_("Start anew")), label(said, "body", name="door-text", wrap=True), self._error,
            Flow([button(_("Start anew"), "", name="door-begin", run=self._begin), back],
                 name="door-anew-ways", gap=SPACE.s),
        )  # fmt: skip

    def _begin(self) -> None:
        try:
            beginning.make_room(folder_of(self.refused))
        except AmdeskError as error:
            words = sentence(error.message)
            set_text(self._error, words)
            self._error.show()
            announce(self._error, words, at_once=True)
        else:
            self.try_again()


def possible(ways: Sequence[Way], refused: Refused) -> tuple[Way, ...]:
    """Those ways that lead somewhere here: no code where none was made, a passphrase where one is set."""
    error = refused.error
    if not isinstance(error, NeedsKeyError) or CODE not in ways:
        return tuple(ways)
    asked = (*([PASSPHRASE] if error.by_passphrase else []), *([CODE] if error.by_code else []))
    at = list(ways).index(CODE)
    return (*ways[:at], *asked, *ways[at + 1 :])


def _is_new(refused: Refused) -> bool:
    return isinstance(refused.error, NeedsKeyError) and refused.error.is_new


def _ask_keyring(page: DoorPage) -> None:
    ask = partial(folder_key.ask, folder_of(page.refused), secrets_of(page.refused))
    page.page_requested.emit(waiting_for(page.refused, ask))


def waiting_for(refused: Refused, ask: Callable[[], object]) -> WaitingPage:
    """Lets in by what the keyring answers; where it does not, the page before tells what can be done."""
    said = instead = ""
    if _is_new(refused):
        instead = _("Use a passphrase instead")
        said = _(
            "The key of your data is to be kept in the keyring. The system asks for its password in a "
            "window of its own; where there is no keyring yet, for that of a new one."
        )
    waiting = WaitingPage(refused, ask, said=said, instead=instead)
    waiting.answered.connect(partial(let_in, waiting))
    waiting.failed.connect(partial(_keyring_refused, waiting))
    waiting.chosen.connect(partial(_choose, waiting, refused))
    return waiting


def _choose(page: DoorPage, refused: Refused) -> None:
    page.page_requested.emit(ChoosePassphrasePage(refused))


def _keyring_refused(waiting: WaitingPage, error: Exception) -> None:
    if not isinstance(error, AmdeskError):
        raise error
    reason = error.reason if isinstance(error, NeedsKeyError) else ""
    if reason in _OTHERWISE:
        waiting.try_again()
        return
    waiting.back_requested.emit()
    if reason == "choose_passphrase":
        _choose(waiting, replace(waiting.refused, error=error))


CODE = Way(
    "door-code", N_("Enter the recovery code"), N_("The eight groups of four that you have kept."), "edit",
    leading_to(CodePage),
)  # fmt: skip
PASSPHRASE = Way(
    "door-passphrase", N_("Type your passphrase"), N_("The one that unlocks amdesk."), "keyboard",
    leading_to(PassphrasePage),
)  # fmt: skip
CHOOSE = Way(
    "door-choose", N_("Choose a passphrase"), N_("It is asked for at each start; no keyring is needed."),
    "keyboard", leading_to(ChoosePassphrasePage),
)  # fmt: skip
UNLOCK = Way(
    "door-unlock", N_("Unlock the keyring"), N_("The system asks for its password."), "private", _ask_keyring
)
ANEW = Way(
    "door-anew", N_("Start anew…"), N_("With an empty file, when there is nothing to bring back."), "add",
    leading_to(AnewPage),
)  # fmt: skip
