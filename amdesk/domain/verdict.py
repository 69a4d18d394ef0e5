"""What becomes of each row of a file that is being imported."""

from __future__ import annotations

from dataclasses import dataclass

from amdesk.domain.messages import N_, Message

# What becomes of a row, with what that is called (message ids).
KIND_NAMES = {
    "new": N_("New"),
    "update": N_("Update"),
    "duplicate": N_("Nothing new"),
    "error": N_("Not imported"),
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """One row: the line it begins in, what becomes of it, and whom or what it is about.

    ``message`` says what is wrong with an error, or what else is worth knowing; ``left_out`` names the
    columns or properties with content that found no place.
    """

    line: int
    kind: str
    title: str
    message: Message | None = None
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows there were and what became of them: the four others add up to ``rows``."""

    rows: int = 0
    new: int = 0
    updated: int = 0
    duplicates: int = 0
    errors: int = 0
