"""Ways on where the key is lacking: the keyring once more, what the person knows, an empty file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from amdesk.domain.errors import AmdeskError, NeedsKeyError
from amdesk.domain.messages import N_
from amdesk.gui.asking import Asking
from amdesk.gui.doorway.keys import CodePage, PassphrasePage, folder_of, let_in, secrets_of
from amdesk.gui.doorway.layout import inside, title
from amdesk.gui.doorway.page import DoorPage, Refused
from amdesk.gui.doorway.refused import Kind, RefusedPage
from amdesk.gui.doorway.ways import Way
from amdesk.gui.speaking import announce
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.choice_card import ChoiceCard
from amdesk.gui.widgets.flow import Flow
from amdesk.gui.widgets.labels import label, set_text
from amdesk.i18n.bidi import isolate
from amdesk.i18n.catalog import _, sentence
from amdesk.services import anew as beginning
from amdesk.services import keys


class LockedKeyringPage(RefusedPage):
    """The keyring is asked at once, as who starts the program expects; given up, the ways on are there."""

    def __init__(self, refused: Refused) -> None:
        super().__init__(refused, Kind(N_("The keyring is locked"), possible((unlock, code), refused)))
        soon = QTimer(self, singleShot=True, interval=0)
        soon.timeout.connect(lambda: _ask_keyring(self))
        soon.start()


class WaitingPage(DoorPage):
    """The keyring is asked while the window lives: the system may want its password."""

    def __init__(self, refused: Refused, ask: Callable[[], object]) -> None:
        super().__init__(refused)
        self.setObjectName("door-waiting")
        self.setAccessibleName(_("Waiting for the keyring"))
        stop = button(_("Cancel"), "", name="door-stop", run=self._give_up)
        self.first = stop
        said = _("The system asks for the password of the keyring in a window of its own.")
        inside(
            self, title(_("Waiting for the keyring")), label(said, "body", name="door-text", wrap=True),
            Flow([stop], name="door-waiting-ways"),
        )  # fmt: skip
        self._asking = Asking(ask, self)
        self._asking.answered.connect(lambda key: let_in(self, key))
        self._asking.failed.connect(self._refused)
        self._asking.start()

    def _give_up(self) -> None:
        self._asking.give_up()
        self.back_requested.emit()

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, AmdeskError):
            raise error
        self.back_requested.emit()


class AnewPage(DoorPage):
    """What beginning anew means is said before it is done."""

    def __init__(self, refused: Refused) -> None:
        super().__init__(refused)
        self.setObjectName("door-anew-page")
        self.setAccessibleName(_("Start anew"))
        said = _(
            "amdesk makes an empty file in {folder}. What was here before comes back from a backup only; its "
            "keys stay there under other names."
        ).format(folder=isolate(str(folder_of(refused))))
        self._error = label("", "error", name="door-anew-error", wrap=True)
        self._error.hide()
        back = button(_("Back"), "", name="door-back", run=self.back_requested.emit)
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


def code(page: DoorPage) -> QWidget:
    """The recovery code."""
    return ChoiceCard(
        _("Enter the recovery code"), _("The eight groups of four that you have kept."),
        icon="edit", name="door-code", run=lambda: page.page_requested.emit(CodePage(page.refused)),
    )  # fmt: skip


def passphrase(page: DoorPage) -> QWidget:
    """The passphrase that unlocks the program opens its file as well."""
    return ChoiceCard(
        _("Type your passphrase"), _("The one that unlocks amdesk."),
        icon="keyboard", name="door-passphrase",
        run=lambda: page.page_requested.emit(PassphrasePage(page.refused)),
    )  # fmt: skip


def unlock(page: DoorPage) -> QWidget:
    """The keyring is asked once more, in a thread."""
    return ChoiceCard(
        _("Unlock the keyring"), _("The system asks for its password."),
        icon="private", name="door-unlock", run=lambda: _ask_keyring(page),
    )  # fmt: skip


def anew(page: DoorPage) -> QWidget:
    """An empty file, said plainly first."""
    return ChoiceCard(
        _("Start anew…"), _("With an empty file, when there is nothing to bring back."),
        icon="add", name="door-anew", run=lambda: page.page_requested.emit(AnewPage(page.refused)),
    )  # fmt: skip


def possible(ways: Sequence[Way], refused: Refused) -> tuple[Way, ...]:
    """Those ways that lead somewhere here: no code where none was made, a passphrase where one is set."""
    error = refused.error
    if not isinstance(error, NeedsKeyError) or code not in ways:
        return tuple(ways)
    asked = (*([passphrase] if error.by_passphrase else []), *([code] if error.by_code else []))
    at = list(ways).index(code)
    return (*ways[:at], *asked, *ways[at + 1 :])


def _ask_keyring(page: DoorPage) -> None:
    ask = partial(keys.ask, folder_of(page.refused), secrets_of(page.refused))
    page.page_requested.emit(WaitingPage(page.refused, ask))
