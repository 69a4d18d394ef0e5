"""``amdesk recovery-code``: a new recovery code, shown once."""

from __future__ import annotations

import click

from amdesk.cli.options import as_json
from amdesk.cli.output import document, line, tell
from amdesk.cli.session import Session
from amdesk.domain.messages import N_, Message
from amdesk.i18n.catalog import _
from amdesk.services import keys


@click.command("recovery-code", help=_("Show a new recovery code, once; the one before no longer counts."))
@as_json
@click.pass_obj
def command(session: Session, *, as_json: bool) -> None:
    """Show the code on stdout alone, so that it can be printed; what it is for is said beside."""
    with session.desk() as desk:
        is_another = keys.has_code(desk)
        code = keys.new_code(desk)
        keys.confirm_code(desk, code, {})
    tell(Message.of(N_("Write it down, and keep it apart from this machine. It is not shown again.")))
    if is_another:
        tell(Message.of(keys.OF_ITS_DAY))
    if as_json:
        document({"code": code})
    else:
        line(code)
