"""The help of commands in the person's language: click knows its few words in English only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import click

from amdesk.domain.messages import N_
from amdesk.i18n.catalog import _

_HEADINGS = {"Options": N_("Options"), "Commands": N_("Commands")}
_HELP_OPTION = "--help"


class Help(click.HelpFormatter):
    """Lays help out as click does, under headings of ours."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line that shows how a command is typed."""
        super().write_usage(prog, args, prefix or f"{_('Usage:')} ")

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        """Lines under a heading."""
        with super().section(_(_HEADINGS.get(name, name))):
            yield

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Options or commands, each with what it is for."""
        told = [(name, _("Show this help.") if name == _HELP_OPTION else said) for name, said in rows]
        super().write_dl(told, col_max, col_spacing)


class Typed(click.Context):
    """A command as it was typed."""

    formatter_class = Help


def with_help(command: click.Command) -> click.Command:
    """A command, and those below it, whose help is in the person's language."""
    command.context_class = Typed
    if isinstance(command, click.Group):
        for below in command.commands.values():
            with_help(below)
    return command
