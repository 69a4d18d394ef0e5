"""How often clients are called: a line for each tier, with an ideal and a longest gap in days."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from amdesk.domain.cadence import LONGEST, Cadence, as_values, from_values
from amdesk.domain.client import TIERS
from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_
from amdesk.gui.speaking import say_role
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.figures import NumberField
from amdesk.gui.widgets.labels import label, set_text
from amdesk.i18n.catalog import _, sentence

_ENDS = ("ideal", "longest")


class CadenceField(QWidget):
    """``chosen`` gives all tiers as they are kept, whenever another number was typed that makes sense."""

    chosen = Signal(object)

    def __init__(self, values: object, *, name: str, accessible: str) -> None:
        super().__init__()
        say_role(self, "Grouping")
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE.m)
        grid.setVerticalSpacing(SPACE.xs)
        heads = (_("Days between contacts"), _("Days at most"))
        for place, head in enumerate(heads, start=1):
            grid.addWidget(label(head, "caption", name=f"{name}-{_ENDS[place - 1]}", wrap=True), 0, place,
                           Qt.AlignmentFlag.AlignBottom)  # fmt: skip
        self._fields: dict[tuple[str, str], NumberField] = {}
        for line, (tier, one) in enumerate(from_values(values).items(), start=1):
            said = _("Tier {tier}").format(tier=tier)
            grid.addWidget(label(said, "body", name=f"{name}-{tier}"), line, 0)
            for place, end in enumerate(_ENDS, start=1):
                field = NumberField(
                    Decimal(getattr(one, end)), name=f"{name}-{tier}-{end}",
                    accessible=f"{said}: {heads[place - 1]}", check=_check,
                )  # fmt: skip
                field.changed.connect(self._keep)
                field.refused.connect(lambda error: self._say(sentence(error.message)))
                self._fields[tier, end] = field
                grid.addWidget(field, line, place)
        self._said = label("", "error", name=f"{name}-said", wrap=True)
        grid.addWidget(self._said, len(TIERS) + 1, 0, 1, 3)
        self._said.hide()
        grid.setColumnStretch(3, 1)
        self.setFocusProxy(self._fields[TIERS[0], "ideal"])

    def _keep(self) -> None:
        """Keep what makes sense as a whole, and say what does not."""
        days = {key: field.meant() for key, field in self._fields.items()}
        if any(one is None for one in days.values()):
            return
        typed = {tier: [int(days[tier, end] or 0) for end in _ENDS] for tier in TIERS}
        wrong = next((tier for tier, (ideal, longest) in typed.items() if ideal > longest), "")
        if wrong:
            said = _("Tier {tier}: the days at most are fewer than those between contacts.")
            self._say(said.format(tier=wrong))
            return
        self._say("")
        self.chosen.emit(as_values({tier: Cadence(*pair) for tier, pair in typed.items()}))

    def _say(self, words: str) -> None:
        set_text(self._said, words)
        self._said.setVisible(bool(words))
        self.setAccessibleDescription(words)


def _check(days: Decimal) -> None:
    if days != int(days) or not 0 < days <= LONGEST:
        raise AmdeskError(N_("Write a whole number of days, from 1 to {most}."), most=LONGEST)
