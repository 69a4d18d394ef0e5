"""Sentences that are said now and translated where they are shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

# What a table of names holds: a message id, or, where it is ambiguous, a message with its context.
Words: TypeAlias = "str | Message"


def N_(text: str) -> str:
    """Mark a text for the catalogues and hand it back unchanged."""
    return text


@dataclass(frozen=True)
class Message:
    """A whole sentence with named ``{fields}``, still in English.

    ``plural`` and ``n`` carry the second form and the count that chooses between them; ``context`` is the
    gettext context of an ambiguous text. A field is text (the user's own words), a number, a date, a moment,
    a tuple of texts (a list), or another message; whoever shows the sentence gives each its form in the
    reader's language. A name that stands inside a sentence ``is_inside``, and begins with a small letter.
    """

    text: str
    fields: Mapping[str, object] = field(default_factory=dict)
    plural: str | None = None
    n: int | None = None
    context: str | None = None
    is_inside: bool = False

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
        said = chosen.format_map({name: _plain(value) for name, value in self.fields.items()})
        return small(said) if self.is_inside else said


def as_message(words: Words) -> Message:
    """What a table of names holds, to be a field of a sentence."""
    return Message(words) if isinstance(words, str) else words


def inside(words: Words) -> Message:
    """What a table of names holds, to stand inside a sentence."""
    return replace(as_message(words), is_inside=True)


def small(said: str) -> str:
    """The text with a small first letter, unless it begins with an abbreviation."""
    return said if said[1:2].isupper() else said[:1].lower() + said[1:]


def _plain(value: object) -> object:
    """A field as the English sentence shows it."""
    return ", ".join(map(str, value)) if isinstance(value, tuple) else value
