"""Another folder was chosen: whether each start is to open it from now on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from amdesk.domain.errors import AmdeskError
from amdesk.gui import show
from amdesk.gui.doorway.layout import inside, title
from amdesk.gui.doorway.leaving import back_from
from amdesk.gui.doorway.page import DoorPage, Refused
from amdesk.gui.widgets.choice_card import ChoiceCard
from amdesk.gui.widgets.labels import label
from amdesk.gui.widgets.layout import column, row
from amdesk.gui.widgets.outcome import Outcome
from amdesk.i18n.catalog import _, sentence
from amdesk.services import other_folder


class OtherFolderPage(DoorPage):
    """Asked before it is opened, noted once it is open."""

    def __init__(self, refused: Refused, folder: Path) -> None:
        super().__init__(refused)
        self._folder = folder
        self.setObjectName("door-other")
        self.setAccessibleName(_("Open another folder"))
        self.outcome = Outcome(name="door-outcome")
        cards = self._cards()
        self.first = cards[0]
        back = back_from(self)
        said = _("You chose {folder}.").format(folder=show.own(str(folder)))
        where = label(said, "body", name="door-other-folder", wrap=True)
        inside(
            self, title(_("Open another folder")), where, self.outcome, column(*cards, name="door-ways"),
            row(back, name="door-other-beside"),
        )  # fmt: skip

    def _cards(self) -> list[ChoiceCard]:
        if other_folder.was_left(self._folder):
            told = _("Your data was moved from there; what was left is as it was at that time.")
            return [self._card("door-return", _("Open what was left there"), told, "history", self._return)]
        always = _("Each start opens this folder. What is in the other one stays as it is.")
        once = _("The next start looks where it looked today.")
        return [
            self._card("door-always", _("From now on"), always, "saved", partial(self._open, always=True)),
            self._card("door-once", _("Only this time"), once, "folder", partial(self._open, always=False)),
        ]

    def _card(self, name: str, words: str, text: str, icon: str, run: Callable[[], object]) -> ChoiceCard:
        return ChoiceCard(words, text, icon=icon, name=name, run=run)

    def _open(self, *, always: bool) -> None:
        attempt = self.refused.attempt
        self.attempt_requested.emit(attempt.leading_to(self._folder) if always else attempt.at(self._folder))

    def _return(self) -> None:
        try:
            other_folder.return_to(self._folder)
        except AmdeskError as error:
            self.outcome.say(sentence(error), tone="danger")
        else:
            self.attempt_requested.emit(self.refused.attempt.leading_to(self._folder))
