"""The first line of a list: whether it names columns at all, and whether a mapping of them can be."""

from __future__ import annotations

from collections.abc import Sequence

from amdesk.domain import columns
from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_, as_message
from amdesk.services.import_values import is_mail


def refuse_a_row_as_header(header: Sequence[str], *, name: str) -> None:
    """Nobody is lost because a list begins without a header: no column is called like somebody's address."""
    found = next((cell for cell in header if is_mail(cell.strip())), None)
    if found is not None:
        raise AmdeskError(
            N_(
                "The first line of {file} names no columns, for “{cell}” stands in it. "
                "Write a line above it that names them."
            ),
            file=name,
            cell=found.strip(),
        )


def check_mapping(mapping: tuple[str | None, ...], header: tuple[str, ...]) -> None:
    """A mapping has a field, or nothing, for each column; of fields there can be one of, one."""
    if len(mapping) != len(header) or not {field for field in mapping if field} <= columns.FIELDS.keys():
        raise TypeError(f"not a mapping of {len(header)} columns: {mapping}")
    single = [field for field in mapping if field and field not in columns.REPEATED]
    twice = next((field for field in single if single.count(field) > 1), None)
    if twice is not None:
        raise AmdeskError(
            N_("Two columns are said to hold “{field}”. Choose one of them."),
            field=as_message(columns.FIELDS[twice]),
        )
