"""What a person can mend, said as a sentence."""

from __future__ import annotations

from amdesk.domain.messages import Message


class AmdeskError(Exception):
    """Something the person can mend: ``message`` says what is wrong, where, and what to do.

    ``beside`` names the field of a form that it is about, where it is about one. Everything else that is
    raised is a bug and is shown as one.
    """

    def __init__(self, text: str | Message, /, *, beside: str = "", **fields: object) -> None:
        self.message = text if isinstance(text, Message) else Message(text, fields)
        self.beside = beside
        super().__init__(str(self.message))
