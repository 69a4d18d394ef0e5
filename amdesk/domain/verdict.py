"""What becomes of each row of a file that is being imported."""

from __future__ import annotations

from dataclasses import astuple, dataclass

from amdesk.domain.messages import N_, Message, Words, as_message, inside

# What becomes of a row, with what that is called (message ids).
KIND_NAMES = {
    "new": N_("New"),
    "update": N_("Update"),
    "duplicate": N_("Nothing new"),
    "error": N_("Not imported"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """A field of which there is one: what it is called, what stood there, and what will."""

    field: Words
    old: object
    new: object


@dataclass(frozen=True, slots=True)
class Verdict:
    """One row: the line it begins in, what becomes of it, and whom or what it is about.

    ``message`` says what is wrong with an error, or what else is worth knowing; ``left_out`` names the
    columns or properties with content that found no place, ``noted`` those that became lines in the notes.
    ``changes`` and ``added`` are what an update does to a record that was there.
    """

    line: int
    kind: str
    title: str
    message: Message | None = None
    left_out: tuple[str, ...] = ()
    noted: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    added: tuple[Words, ...] = ()

    @property
    def told(self) -> tuple[Message, ...]:
        """All that is worth knowing, a sentence each."""
        change = N_("{field}: “{old}” becomes “{new}”.")
        named = (
            (N_("Added: {columns}."), tuple(map(inside, self.added))),
            (N_("No field of their own, so in the notes: {columns}."), self.noted),
            (N_("Left out: {columns}."), self.left_out),
        )
        return (
            *filter(None, [self.message]),
            *(
                Message.of(change, field=as_message(one.field), old=one.old, new=one.new)
                for one in self.changes
            ),
            *(Message.of(text, columns=columns) for text, columns in named if columns),
        )


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of how many rows."""

    new: int = 0
    updated: int = 0
    duplicates: int = 0
    errors: int = 0

    @property
    def rows(self) -> int:
        """How many rows there were."""
        return self.new + self.updated + self.duplicates + self.errors

    @property
    def by_kind(self) -> dict[str, int]:
        """The counts under the kinds of ``KIND_NAMES``."""
        return dict(zip(KIND_NAMES, astuple(self), strict=True))
