"""Options that several commands share, and how what is typed in them is read."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from amdesk.domain.errors import AmdeskError
from amdesk.domain.moments import is_in_reach
from amdesk.i18n.bidi import strip_isolates
from amdesk.i18n.catalog import _, calendar_in_use, current, sentence

if TYPE_CHECKING:
    from amdesk.services.desk import Desk

Command = TypeVar("Command", bound=Callable[..., Any])
_END_OF_DAY = time(23, 59, 59)


class Folder(click.Path):
    """A folder by its path. An empty one, as a variable that was never set gives it, is none."""

    def __init__(self) -> None:
        super().__init__(file_okay=False, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if not str(value):
            self.fail(_("It is empty. Name a folder."), param, ctx)
        return super().convert(value, param, ctx)


def iso_moment(typed: str) -> datetime:
    """An ISO moment; without a zone it is local time, and a date alone is the last second of that day."""
    try:
        found = _moment(typed.strip())
        aware = found if found.tzinfo else found.astimezone()
        return aware if is_in_reach(aware) else _refuse(typed)
    except (ValueError, OverflowError, OSError) as error:
        told = _("“{moment}” is not a moment. Write it as 2026-03-14T15:09 or 2026-03-14.")
        raise click.BadParameter(told.format(moment=typed)) from error


def _refuse(typed: str) -> NoReturn:
    raise ValueError(typed)


def _moment(text: str) -> datetime:
    with suppress(ValueError):
        return datetime.combine(date.fromisoformat(text), _END_OF_DAY)
    return datetime.fromisoformat(text)


def as_json(command: Command) -> Command:
    """``--json``: one JSON document on stdout, for scripts."""
    told = _("Print one JSON document.")
    return click.option("--json", "as_json", is_flag=True, help=told)(command)


def as_of(command: Command) -> Command:
    """``--as-of``: the desk's clock stands still at this moment."""
    told = _("Do it as at this moment; a date alone means the end of that day.")
    return click.option("--as-of", type=iso_moment, metavar="MOMENT", help=told)(command)


def day(desk: Desk, typed: str | None, *, option: str) -> date | None:
    """The date typed for an option: ISO, a date as the language writes it, or a word such as tomorrow."""
    from amdesk.i18n.parse import parse_date

    if typed is None:
        return None
    code = current()
    try:
        return parse_date(typed, language=code, calendar=calendar_in_use(), today=desk.today())
    except AmdeskError as error:
        raise click.BadParameter(strip_isolates(sentence(error.message)), param_hint=option) from error
