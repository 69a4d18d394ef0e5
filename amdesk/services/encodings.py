"""The encodings a person may choose from when a list was read wrongly."""

from __future__ import annotations

from amdesk.domain.messages import Message


def choices() -> tuple[tuple[str, Message], ...]:
    """Their codes with their names, the likeliest first."""
    from amdesk.formats import encodings

    return encodings.choices()
