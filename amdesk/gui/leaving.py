"""What leaves a list when rows are dragged or copied: cards and words of clients, the mail of a summary."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

from amdesk.domain.text import is_blank
from amdesk.services import clients, drafts, exporting, handing, interactions, leftovers, summaries
from amdesk.services.desk import Desk

_MOST = 1000
_NO_FILE_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


class Leaving:
    """Makes what other programs take; files it has to write lie in a folder of its own until the end."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._folder: Path | None = None

    def clients(self, ids: Sequence[int]) -> QMimeData:
        """Clients as a card file, as cards, and as lines of text."""
        some = list(ids[:_MOST])
        lines = clients.lines(self._desk, some)
        made = QMimeData()
        cards = exporting.cards(self._desk, some)
        made.setData("text/vcard", cards)
        made.setText("\n".join(_told(line.name, line.people, line.phone, line.email) for line in lines))
        name = lines[0].name if len(lines) == 1 else "amdesk"
        made.setUrls([self._file(f"{name}.vcf", cards)])
        return made

    def calls(self, ids: Sequence[int]) -> QMimeData:
        """Calls as lines of text, with the mail of each summary as a file."""
        some = list(ids[:_MOST])
        lines = interactions.lines(self._desk, some)
        made = QMimeData()
        made.setText("\n".join(_told(line.reference, line.client, line.occasion) for line in lines))
        mails = []
        for line in lines:
            newest = summaries.newest(self._desk, line.id)
            if newest is not None:
                mail = handing.eml(self._desk, drafts.compose(self._desk, newest.id))
                mails.append(self._file(f"{line.reference}.eml", mail))
        if mails:
            made.setUrls(mails)
        return made

    def _file(self, name: str, data: bytes) -> QUrl:
        """A file only the person can read, gone when the program ends."""
        if self._folder is None:
            self._folder = leftovers.folder(self._desk)
        clean = _NO_FILE_NAME.sub(" ", name).strip(" .")
        place = self._folder / (clean[-100:] if not is_blank(clean) else "amdesk")
        descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
        return QUrl.fromLocalFile(str(place))


def _told(*facts: str) -> str:
    return ", ".join(fact for fact in facts if fact)
