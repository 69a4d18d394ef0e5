"""Who is at both of two clients that become one: ticked, two contacts become one in the same step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amdesk.domain.duplicate import Known
from amdesk.gui import merge_words, show
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.fields import Check
from amdesk.gui.widgets.labels import data_label, label, rule
from amdesk.gui.widgets.layout import column, empty, margins
from amdesk.gui.widgets.merge_fields import MergeFields, Shown
from amdesk.i18n.bidi import isolate
from amdesk.i18n.catalog import _, ngettext
from amdesk.services.people_at_both import AtBoth

_MOST = 60  # people who are shown one by one


class MergePeople(QWidget):
    """Those to be looked at first stand first, unticked; those who are surely one come along."""

    def __init__(self, shown: Shown) -> None:
        """``shown`` makes a field's value into words."""
        super().__init__()
        self._shown = shown
        self._unseen: list[AtBoth] = []
        self._said: dict[tuple[int, int], bool] = {}
        self.fields: dict[tuple[int, int], MergeFields] = {}
        self.checks: dict[tuple[int, int], Check] = {}
        self.setObjectName("merge-people")
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(SPACE.m)

    def show_people(self, people: Sequence[AtBoth]) -> None:
        """Show who is at both; what was ticked or chosen stays so."""
        wanted = {ids: dict(fields.wanted) for ids, fields in self.fields.items()}
        empty(self._rows)
        self.fields, self.checks = {}, {}
        self._unseen = [one for one in people[_MOST:] if one.is_sure]
        self.setVisible(bool(people))
        told = _("Whoever is ticked becomes one contact in the same step. The others stay two.")
        self._rows.addWidget(rule(name="merge-people-rule"))
        head = label(_("People at both"), "strong", name="merge-people-title")
        below = label(told, "muted", name="merge-people-told", wrap=True)
        self._rows.addWidget(column(head, below, name="merge-people-head", gap=SPACE.xs))
        for one in people[:_MOST]:
            self._rows.addWidget(self._person(one, wanted.get(one.ids, {})))
        if n := len(self._unseen):
            more = ngettext(
                "{n} more person is the same at both, and becomes one contact as well.",
                "{n} more people are the same at both, and become one contact each as well.", n,
            )  # fmt: skip
            self._rows.addWidget(label(more.format(n=show.count(n)), "muted", name="merge-more", wrap=True))

    def forget(self) -> None:
        """What was ticked and chosen is no longer meant."""
        self._said.clear()
        self.fields.clear()

    def chosen(self) -> Mapping[tuple[int, int], Mapping[str, str]]:
        """Who becomes one, with what was chosen of them."""
        seen = {ids: dict(self.fields[ids].wanted) for ids, check in self.checks.items() if check.isChecked()}
        return seen | {one.ids: {} for one in self._unseen}

    def _person(self, one: AtBoth, wanted: Mapping[str, str]) -> QWidget:
        name = f"merge-person-{one.goes.id}"
        check = self.checks[one.ids] = Check(_words(one), name=name)
        why = label(merge_words.reasons_text(one.reasons), "caption", name=f"{name}-why", wrap=True)
        fields = self.fields[one.ids] = MergeFields(self._shown, name=name)
        fields.wanted.update(wanted)
        fields.show_choices("contact", one.choices)
        check.setChecked(self._said.get(one.ids, one.is_sure))
        below = column(why, _reached(one, name), fields, name=f"{name}-below", gap=SPACE.xs)
        margins(below.layout(), leading=Check.WORDS_AT, top=0, trailing=0, bottom=0)  # type: ignore[arg-type]
        fields.setVisible(check.isChecked() and fields.has_any)  # it has its place: else it would be a window
        check.toggled.connect(partial(self._tick, one.ids))
        return column(check, below, name=f"{name}-row", gap=SPACE.xs)

    def _tick(self, ids: tuple[int, int], on: bool) -> None:
        self._said[ids] = on
        self.fields[ids].setVisible(on and self.fields[ids].has_any)


def _words(one: AtBoth) -> str:
    if one.stays.name == one.goes.name:
        return _("{name} is one person").format(name=isolate(one.stays.name))
    told = _("{one} and {other} are one person")
    return told.format(one=isolate(one.stays.name), other=isolate(one.goes.name))


def _reached(one: AtBoth, name: str) -> QWidget:
    """By what each is reached, side by side."""
    made = QWidget()
    made.setObjectName(f"{name}-reached")
    across = QHBoxLayout(made)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(SPACE.m)
    for side, known in (("stays", one.stays), ("goes", one.goes)):
        said = f"{name}-{side}-reached"
        numbers = [data_label(number, "muted", name=said, wrap=True) for number in _numbers(known)]
        across.addWidget(column(*numbers, name=f"{said}-all", gap=0), 1, Qt.AlignmentFlag.AlignTop)
    return made


def _numbers(known: Known) -> list[str]:
    """E-mails, then phones."""
    return sorted(known.own, key=lambda number: ("@" not in number, number)) or ["–"]
