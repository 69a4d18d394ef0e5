"""What a person can mend, said as a sentence."""

from __future__ import annotations

from amdesk.domain.messages import Message


class AmdeskError(Exception):
    """Something the person can mend: ``message`` says what is wrong, where, and what to do.

    Everything else that is raised is a bug and is shown as one.
    """

    def __init__(self, text: str | Message, **fields: object) -> None:
        self.message = text if isinstance(text, Message) else Message(text, fields)
        super().__init__(str(self.message))
