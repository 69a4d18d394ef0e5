"""Which page stands in the doorway for which reason: a line for each; what has none is told plainly."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from amdesk.domain.messages import N_
from amdesk.gui.doorway import key_ways, keys, moving, ways
from amdesk.gui.doorway.page import DoorPage, Refused
from amdesk.gui.doorway.refused import Kind, RefusedPage

_KINDS: Mapping[str, Kind] = {
    "damaged": Kind(N_("Your file is damaged"), (ways.backup, ways.save, ways.again, ways.elsewhere)),
    "empty": Kind(N_("Your file is empty"), (ways.backup, ways.again, ways.elsewhere)),
    "not_ours": Kind(N_("This file is not one of amdesk"), (ways.elsewhere, ways.again, ways.backup)),
    "newer": Kind(N_("Your file is newer than this amdesk"), (ways.again, ways.elsewhere, ways.backup)),
    "read_only": Kind(N_("Your file cannot be written to"), (ways.again, ways.elsewhere)),
    "no_folder": Kind(N_("Your folder is not there"), (ways.again, ways.elsewhere)),
    "no_place": Kind(N_("Nothing can be kept there"), (ways.again, ways.elsewhere)),
    "in_use": Kind(N_("Your file is open elsewhere"), (ways.wait, ways.elsewhere)),
    "keyring_gone": Kind(N_("No keyring answers"), (ways.again, key_ways.code, ways.backup)),
    "no_entry": Kind(N_("The key is not in the keyring"), (key_ways.code, ways.again, ways.backup)),
    "wrong_key": Kind(
        N_("The key is that of another file"), (key_ways.code, ways.again, ways.backup, ways.elsewhere)
    ),
    "missing_file": Kind(
        N_("Your file is not there"), (ways.backup, ways.again, ways.elsewhere, key_ways.anew)
    ),
}
_ANY = Kind(N_("amdesk cannot open its file"), (ways.again, ways.backup, ways.elsewhere))

# Reasons whose page is more than a sentence with ways on.
PAGES: dict[str, Callable[[Refused], DoorPage]] = {
    "keyring_locked": key_ways.LockedKeyringPage,
    "passphrase": keys.PassphrasePage,
    "choose_passphrase": keys.ChoosePassphrasePage,
    "moving": moving.MovingPage,
}


def page_for(refused: Refused) -> DoorPage:
    """The page that tells of a refusal."""
    reason = str(getattr(refused.error, "reason", ""))
    if reason in PAGES:
        return PAGES[reason](refused)
    kind = _KINDS.get(reason, _ANY)
    return RefusedPage(refused, kind._replace(ways=key_ways.possible(kind.ways, refused)))
