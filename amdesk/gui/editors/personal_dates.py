"""Keeping what the fields for personal dates and relatives hold: new ones, changed ones, those taken out."""

from __future__ import annotations

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_
from amdesk.gui.editors.sheet import ToldError
from amdesk.gui.widgets.personal_dates import DateLine, DatesField
from amdesk.gui.widgets.relatives import RelativeLine, RelativesField
from amdesk.services import personal_dates
from amdesk.services.desk import Desk


def keep_dates(
    desk: Desk, field: DatesField, *, contact_id: int | None = None, relative_id: int | None = None
) -> None:
    """Write the differences; a ToldError once an error is shown beside its line."""
    for line in field.lines:
        try:
            _keep_date(desk, line, contact_id=contact_id, relative_id=relative_id)
        except AmdeskError as error:
            line.say(error)
            raise ToldError(error.message) from error


def _keep_date(desk: Desk, line: DateLine, *, contact_id: int | None, relative_id: int | None) -> None:
    given = None if line.is_out else line.day.value()
    if given is None:
        if line.id is not None:
            personal_dates.remove(desk, line.id)
        elif not line.is_out and line.label_field.isVisibleTo(line) and line.label.text().strip():
            raise AmdeskError(N_("Say on which day."))
        return
    is_free = line.kind.value() == "other"
    values = {
        "given": given, "kind": line.kind.value(), "early": line.early.value(),
        "label": line.label.text().strip() if is_free else "",
    }  # fmt: skip
    if line.id is not None:
        personal_dates.change(desk, line.id, **values)
    else:
        personal_dates.add(desk, contact_id=contact_id, relative_id=relative_id, **values)  # type: ignore[arg-type]


def keep_relatives(desk: Desk, field: RelativesField, *, contact_id: int) -> None:
    """Write the differences; a ToldError once an error is shown beside its line."""
    for line in field.lines:
        if line.is_out:
            if line.id is not None:
                personal_dates.remove_relative(desk, line.id)
            continue
        if line.id is None and _is_empty(line):
            continue
        try:
            relative_id = _keep_relative(desk, line, contact_id=contact_id)
        except AmdeskError as error:
            line.say(error)
            raise ToldError(error.message) from error
        keep_dates(desk, line.dates, relative_id=relative_id)


def _keep_relative(desk: Desk, line: RelativeLine, *, contact_id: int) -> int:
    typed = line.typed()
    if typed.id is None:
        return personal_dates.add_relative(
            desk, contact_id, name=typed.name, relation=typed.relation, other_contact_id=typed.other
        )
    personal_dates.change_relative(
        desk, typed.id, name=typed.name, relation=typed.relation,
        **personal_dates.parents(desk, typed.id, contact_id, typed.other),
    )  # fmt: skip
    return typed.id


def _is_empty(line: RelativeLine) -> bool:
    typed = line.typed()
    return not typed.name and not any(one.day.strip() for one in typed.dates if not one.is_out)
