"""Wrong usage, said in the person's language: what was typed wrongly and where help is."""

from __future__ import annotations

import click

from amdesk.cli.output import tell
from amdesk.i18n.catalog import _


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
    if isinstance(error, click.MissingParameter) and error.param is not None:
        return _("{parameter} is missing.").format(parameter=error.param.get_error_hint(error.ctx).strip("'"))
    if isinstance(error, click.BadParameter):
        return _parameter(error)
    return error.format_message()


def _parameter(error: click.BadParameter) -> str:
    """What is wrong with a value, and what it was given for."""
    name = error.param_hint or (error.param.get_error_hint(error.ctx) if error.param and error.ctx else "")
    hint = (name if isinstance(name, str) else ", ".join(name)).replace("'", "")
    told = error.message
    if error.param is not None and isinstance(error.param.type, click.Choice):
        told = _("Choose one of: {words}.").format(words=", ".join(map(str, error.param.type.choices)))
    return f"{hint}: {told}" if hint else told
