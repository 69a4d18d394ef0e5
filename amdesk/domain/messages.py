"""Sentences that are said now and translated where they are shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


def N_(text: str) -> str:
    """Mark a text for the catalogues and hand it back unchanged."""
    return text


@dataclass(frozen=True)
class Message:
    """A whole sentence with named ``{fields}``, still in English.

    ``plural`` and ``n`` carry the second form and the count that chooses between them; ``context`` is the
    gettext context of an ambiguous text. A field is text (the user's own words), a number, a date, a moment
    or another message; whoever shows the sentence gives each its form in the reader's language.
    """

    text: str
    fields: Mapping[str, object] = field(default_factory=dict)
    plural: str | None = None
    n: int | None = None
    context: str | None = None

    @staticmethod
    def of(text: str, /, **fields: object) -> Message:
        """A sentence with its fields."""
        return Message(text, fields)

    @staticmethod
    def named(context: str, text: str) -> Message:
        """An ambiguous text, such as the name of a month, with the context that tells its sense."""
        return Message(text, context=context)

    @staticmethod
    def count(text: str, plural: str, n: int, /, **fields: object) -> Message:
        """A sentence that speaks of ``n`` things; the count is also the field ``{n}``."""
        return Message(text, {"n": n, **fields}, plural, n)

    def __str__(self) -> str:
        chosen = self.plural if self.plural is not None and self.n != 1 else self.text
        return chosen.format_map(self.fields) if self.fields else chosen
