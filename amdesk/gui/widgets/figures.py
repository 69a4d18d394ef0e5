"""Fields for a time, a number and an amount: every way of writing them is read, and none is turned round."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import time
from decimal import Decimal

from amdesk.domain.money import Money
from amdesk.gui.widgets.fields import keep_left_to_right
from amdesk.gui.widgets.reading import ReadField
from amdesk.i18n.bidi import strip_marks
from amdesk.i18n.catalog import current, toman_in_use
from amdesk.i18n.clock import parse_time
from amdesk.i18n.currencies import TOMAN
from amdesk.i18n.format import number_text, time_text


class TimeField(ReadField[time]):
    """A time of day: 14:05, 14.05, 1405 or 14, in any digits; it reads 14:05 in every language."""

    def __init__(self, value: time | None, *, name: str, accessible: str, placeholder: str = "") -> None:
        super().__init__(_Times(), name=name, accessible=accessible, placeholder=placeholder)
        keep_left_to_right(self)
        self.put(value)


class NumberField(ReadField[Decimal]):
    """A number with any separators and digits; ``check`` refuses with an AmdeskError what makes no sense, and
    ``example`` shows what is asked for, where any number would not.
    """

    def __init__(
        self,
        value: Decimal | None,
        *,
        name: str,
        accessible: str,
        placeholder: str = "",
        check: Callable[[Decimal], object] = lambda _: None,
        example: Decimal | None = None,
    ) -> None:
        super().__init__(_Numbers(check, example), name=name, accessible=accessible, placeholder=placeholder)
        keep_left_to_right(self)
        self.put(value)


class MoneyField(ReadField[Money]):
    """An amount with its currency, before or behind it; without one it is in ``unit`` (ISO 4217).

    Where rial are shown as toman, a bare number in rial is meant in toman as well.
    """

    speaks = True

    def __init__(
        self, value: Money | None, *, unit: str, name: str, accessible: str, placeholder: str = ""
    ) -> None:
        super().__init__(_Amounts(unit), name=name, accessible=accessible, placeholder=placeholder)
        keep_left_to_right(self)
        self.put(value)


class _Times:
    """Reading of times; there is nothing to say of one."""

    def parse(self, text: str) -> time:
        return parse_time(text)

    def written(self, value: time) -> str:
        return time_text(value, current())

    def words(self, value: time) -> str:
        return ""


@dataclass(frozen=True)
class _Amounts:
    """Reading of amounts; what is said of one is how the language writes it, its currency with it."""

    unit: str

    def parse(self, text: str) -> Money:
        from amdesk.i18n.money import parse_money

        unit = TOMAN if self.unit == "IRR" and toman_in_use() else self.unit
        return parse_money(text, language=current(), unit=unit)

    def written(self, value: Money) -> str:
        return strip_marks(self.words(value))

    def words(self, value: Money) -> str:
        from amdesk.i18n.money import money_text

        return money_text(value, current(), toman=toman_in_use())


@dataclass(frozen=True)
class _Numbers:
    """Reading of numbers that pass a check; there is nothing to say of one."""

    check: Callable[[Decimal], object]
    example: Decimal | None

    def parse(self, text: str) -> Decimal:
        from amdesk.i18n.numbers import parse_number

        number = parse_number(text, language=current(), example=self.example)
        self.check(number)
        return number

    def written(self, value: Decimal) -> str:
        return strip_marks(number_text(value, current()))

    def words(self, value: Decimal) -> str:
        return ""
