"""Wrong usage, said in the person's language: what was typed wrongly and where help is."""

from __future__ import annotations

from typing import Any

import click

from amdesk.cli.output import tell
from amdesk.i18n.catalog import _, current
from amdesk.i18n.format import listed

_TOO_MANY = "Got unexpected extra"  # click has no class of its own for it


def explain(error: click.UsageError) -> None:
    """Say on stderr what is wrong with what was typed."""
    ctx = error.ctx
    path = ctx.command_path if ctx else "amdesk"
    if ctx:
        tell(ctx.get_usage())
    tell(_sentence(error))
    tell(_("“{command} --help” tells more.").format(command=path))


def _sentence(error: click.UsageError) -> str:
    if isinstance(error, click.NoSuchOption):
        return _("There is no option {option}.").format(option=error.option_name)
    if isinstance(error, click.BadOptionUsage):
        return _("{option} cannot be used like this: a value is missing, or one too many.").format(
            option=error.option_name
        )
    if isinstance(error, click.MissingParameter) and error.param is not None:
        return _("{parameter} is missing.").format(parameter=error.param.get_error_hint(error.ctx).strip("'"))
    if isinstance(error, click.BadParameter):
        return _parameter(error)
    if error.message.startswith(_TOO_MANY):
        return _(
            "There are more words than the command takes. Put a text of several words in quotation marks."
        )
    return error.format_message()


def _parameter(error: click.BadParameter) -> str:
    """What is wrong with a value, and what it was given for."""
    name = error.param_hint or (error.param.get_error_hint(error.ctx) if error.param and error.ctx else "")
    hint = (name if isinstance(name, str) else ", ".join(name)).replace("'", "")
    told = _of_kind(error.param.type, error.message) if error.param is not None else error.message
    return f"{hint}: {told}" if hint else told


def _of_kind(kind: click.ParamType[Any], told: str) -> str:
    """What a value of this kind should be; click's own words, which are English, only where nothing fits."""
    if isinstance(kind, click.Choice):
        return _("Choose one of: {words}.").format(words=listed(map(str, kind.choices), current()))
    if isinstance(kind, click.IntRange):
        return _("Write a whole number from {least} to {most}.").format(least=kind.min, most=kind.max)
    if isinstance(kind, click.Path) and told.endswith("is a file."):
        return _("This is a file. Name a folder.")
    if isinstance(kind, click.Path) and told.endswith("is a directory."):
        return _("This is a folder. Name a file.")
    return told
