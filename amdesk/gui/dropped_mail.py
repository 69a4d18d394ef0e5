"""A mail dropped anywhere on the window: to the summary it proves or answers, else into a log of its own."""

from __future__ import annotations

from pathlib import Path

from amdesk.gui.commands import client_in_view
from amdesk.gui.navigation import Navigation
from amdesk.gui.place import Place
from amdesk.services import mails
from amdesk.services.desk import Desk


def take_mail(desk: Desk, pages: Navigation, file: Path) -> None:
    """Go where the mail belongs; a mail of nobody known belongs to the client one is looking at."""
    from amdesk.gui.editors.interaction import LogCall
    from amdesk.gui.pages.summary import SummaryPage

    found = mails.look(desk, file)
    if found.interaction_id is not None:
        pages.go(Place("summary", found.interaction_id))
        if isinstance(pages.page, SummaryPage):
            pages.page.take_proof(file)
        return
    client_id = found.client_id or client_in_view(pages.trail.here.place)
    if client_id is None:
        raise mails.nobodys()
    pages.go(Place("log_call", about=client_id))
    if isinstance(pages.page, LogCall) and not pages.page.call.line.text():
        pages.page.call.channel.choose("mail")
        pages.page.call.line.setText(found.subject)
