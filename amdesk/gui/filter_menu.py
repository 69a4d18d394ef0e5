"""The menu a list of clients is narrowed by: every part of a filter, to be ticked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from amdesk.domain.client import GAPS, STAGE_NAMES, TIERS
from amdesk.domain.client_filter import QUIET_DAYS, ClientFilter
from amdesk.gui import words
from amdesk.gui.saved_filters import quiet_for
from amdesk.gui.widgets.menu import Menu
from amdesk.i18n.catalog import _
from amdesk.i18n.language_names import language_name
from amdesk.i18n.languages import LANGUAGES

Read = Callable[[], ClientFilter]
Write = Callable[[ClientFilter], object]


def filter_menu(parent: QWidget, read: Read, write: Write) -> Menu:
    """The menu; it stays open while one ticks, so ``read`` gives what holds at that moment."""
    made = Menu(parent, name="filter-menu", title=_("Filter"))
    tick = _Ticking(read, write)
    tick.several(made.within(_("Stage"), name="filter-stages"), "stages", dict(_said(STAGE_NAMES)))
    tiers = {tier: _("Tier {tier}").format(tier=tier) for tier in TIERS}
    tick.several(made.within(_("Tier"), name="filter-tiers"), "tiers", tiers)
    spoken = {code: language_name(code) for code in LANGUAGES}
    tick.several(made.within(_("Language"), name="filter-languages"), "languages", spoken)
    tick.several(
        made.within(_("What is missing"), name="filter-lacks"),
        "lacks",
        {one: _(words.GAP[one]) for one in GAPS},
    )
    quiet = made.within(_("Not reached for"), name="filter-quiet")
    days: list[tuple[object, str]] = [(0, _("Never mind")), *((n, quiet_for(n)) for n in QUIET_DAYS)]
    quiet.one_of(
        days, read().quiet_days, lambda n: write(read().but(quiet_days=int(str(n)))), name="quiet"
    )  # fmt: skip
    made.addSeparator()
    tick.one(made, "vip", _("VIP"))
    tick.one(made, "overdue", _("Next contact overdue"))
    tick.one(made, "unplanned", _("No next contact set"))
    return made


def _said(names: dict[str, str]) -> list[tuple[str, str]]:
    return [(value, _(said)) for value, said in names.items()]


class _Ticking:
    """Puts ticks for the parts of a filter into menus."""

    def __init__(self, read: Read, write: Write) -> None:
        self._read, self._write = read, write

    def several(self, menu: Menu, part: str, choices: dict[str, str]) -> None:
        """A tick for each value of a part that can hold several."""
        for value, text in choices.items():
            menu.tick(
                text, self._toggling(part, value, order=tuple(choices)), name=f"filter-{part}-{value}",
                on=value in getattr(self._read(), part),
            )  # fmt: skip

    def one(self, menu: Menu, part: str, text: str) -> None:
        """A tick for a part that holds or does not."""
        menu.tick(
            text, lambda on: self._write(self._read().but(**{part: on})),
            name=f"filter-{part}", on=bool(getattr(self._read(), part)),
        )  # fmt: skip

    def _toggling(self, part: str, value: str, *, order: tuple[str, ...]) -> Callable[[bool], object]:
        def toggle(on: bool) -> None:
            now = set(getattr(self._read(), part)) - {value} | ({value} if on else set())
            self._write(self._read().but(**{part: tuple(one for one in order if one in now)}))

        return toggle
