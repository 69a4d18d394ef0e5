"""Fields for a time of day and for a number: every way of writing them is read, none is turned round."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from decimal import Decimal
from typing import cast

from amdesk.gui.widgets.fields import keep_left_to_right
from amdesk.gui.widgets.reading import ReadField
from amdesk.i18n.bidi import strip_marks
from amdesk.i18n.catalog import current
from amdesk.i18n.clock import parse_time
from amdesk.i18n.format import number_text, time_text


class TimeField(ReadField):
    """A time of day: 14:05, 14.05, 1405 or 14, in any digits; it reads 14:05 in every language."""

    def __init__(self, value: time | None, *, name: str, accessible: str, placeholder: str = "") -> None:
        super().__init__(name=name, accessible=accessible, placeholder=placeholder)
        keep_left_to_right(self)
        self.put(value)

    def value(self) -> time | None:
        """The time meant, or nothing; an AmdeskError for what is none."""
        return cast(time | None, self.read())

    def parse(self, text: str) -> time:
        return parse_time(text)

    def written(self, value: object) -> str:
        return time_text(cast(time, value), current())


class NumberField(ReadField):
    """A number with any separators and digits; ``check`` refuses with an AmdeskError what makes no sense."""

    def __init__(
        self,
        value: Decimal | int | None,
        *,
        name: str,
        accessible: str,
        placeholder: str = "",
        check: Callable[[Decimal], object] = lambda _: None,
    ) -> None:
        super().__init__(name=name, accessible=accessible, placeholder=placeholder)
        self._check = check
        keep_left_to_right(self)
        self.put(value)

    def value(self) -> Decimal | None:
        """The number meant, or nothing; an AmdeskError for what is none."""
        found = cast(Decimal | int | None, self.read())
        return None if found is None else Decimal(found)

    def parse(self, text: str) -> Decimal:
        from amdesk.i18n.numbers import parse_number

        number = parse_number(text, language=current())
        self._check(number)
        return number

    def written(self, value: object) -> str:
        return strip_marks(number_text(cast(Decimal, value), current()))
