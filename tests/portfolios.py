"""The sample portfolio for tests: filled once for a moment and a zone, copied for whoever asks again."""

from __future__ import annotations

from copy import deepcopy
from datetime import UTC, datetime, tzinfo
from functools import cache

from amdesk.services import sample
from amdesk.services.desk import Desk
from amdesk.services.open_desk import open_in_memory
from amdesk.store import opening
from amdesk.store.store import Store
from tests.desks import NOON, Clock, MailBox


def sample_desk(moment: datetime = NOON, zone: tzinfo = UTC) -> Desk:
    """A desk of one's own with the sample, at a moment; nothing of it can be undone."""
    made = _filled(moment, zone)
    copied = opening.open_memory()
    made.store.connection.backup(copied)
    return Desk(Store(copied), Clock(moment), deepcopy(made.settings), MailBox(), zone)


@cache
def _filled(moment: datetime, zone: tzinfo) -> Desk:
    made = open_in_memory(clock=Clock(moment), zone=zone, mail=MailBox())
    sample.fill(made)
    return made
