"""Which page stands in the doorway for which reason: a line for each; what has none is told plainly."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from amdesk.domain.messages import N_
from amdesk.gui.doorway import encrypting, key_ways, keys, looking_through, moving, ways
from amdesk.gui.doorway.page import DoorPage, Refused, Way
from amdesk.gui.doorway.refused import Kind, RefusedPage


def _once(text: str) -> Way:
    """Trying again where what has to be mended first is known (a message id)."""
    return ways.AGAIN._replace(text=text)


_BACK = ways.BACKUP._replace(text=N_("Your records come back as they were on a day you choose."))

_KINDS: Mapping[str, Kind] = {
    "damaged": Kind(
        N_("Your file is damaged"), (ways.BACKUP, ways.SAVE, ways.EXPORT, ways.AGAIN, ways.ELSEWHERE)
    ),
    "empty": Kind(N_("Your file is empty"), (ways.BACKUP, ways.AGAIN, ways.ELSEWHERE)),
    "not_ours": Kind(N_("This file is not one of amdesk"), (ways.ELSEWHERE, ways.AGAIN, ways.BACKUP)),
    "newer": Kind(
        N_("Your file is newer than this amdesk"),
        (_once(N_("Once the newest version is installed.")), ways.ELSEWHERE, ways.BACKUP),
    ),
    "read_only": Kind(N_("Your file cannot be written to"), (ways.AGAIN, ways.ELSEWHERE)),
    "no_folder": Kind(N_("Your folder is not there"), (ways.AGAIN, ways.ELSEWHERE)),
    "no_place": Kind(N_("Nothing can be kept there"), (ways.AGAIN, ways.ELSEWHERE)),
    "in_use": Kind(N_("Your file is open elsewhere"), (ways.WAIT, ways.ELSEWHERE)),
    "keyring_gone": Kind(
        N_("No keyring answers"),
        (_once(N_("Once the keyring has been started.")), key_ways.CODE, ways.BACKUP),
    ),
    "no_entry": Kind(
        N_("The key is not in the keyring"),
        (key_ways.CODE, _once(N_("Once the key is in the keyring again.")), ways.BACKUP),
    ),
    "wrong_key": Kind(
        N_("The key is that of another file"),
        (key_ways.CODE, _once(N_("Once the right key is in the keyring.")), ways.BACKUP, ways.ELSEWHERE),
    ),
    "missing_file": Kind(N_("Your file is not there"), (_BACK, ways.AGAIN, ways.ELSEWHERE, key_ways.ANEW)),
}
_ANY = Kind(N_("amdesk cannot open its file"), (ways.AGAIN, ways.BACKUP, ways.ELSEWHERE))

# Reasons whose page is more than a sentence with ways on.
PAGES: dict[str, Callable[[Refused], DoorPage]] = {
    "keyring_locked": key_ways.LockedKeyringPage,
    "passphrase": keys.PassphrasePage,
    "choose_passphrase": keys.ChoosePassphrasePage,
    "moving": moving.MovingPage,
    "to_encrypt": encrypting.EncryptingPage,
    "to_look_through": looking_through.LookingThroughPage,
}


def page_for(refused: Refused) -> DoorPage:
    """The page that tells of a refusal."""
    reason = str(getattr(refused.error, "reason", ""))
    if reason in PAGES:
        return PAGES[reason](refused)
    kind = _KINDS.get(reason, _ANY)
    return RefusedPage(refused, kind._replace(ways=key_ways.possible(kind.ways, refused)))
