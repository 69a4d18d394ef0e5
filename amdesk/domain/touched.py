"""What a step has touched."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Touched:
    """One finished step: its label (a message id) and the tables whose rows it changed."""

    label: str
    tables: frozenset[str]
