"""Opening the desk where the environment or a terminal may know what the keyring does not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from amdesk.domain.errors import NeedsKeyError
from amdesk.domain.key import Key
from amdesk.services import folder_key, key_pages, key_state
from amdesk.services.desk import Desk
from amdesk.services.open_desk import now, open_desk, place_of
from amdesk.system import paths
from amdesk.system.secrets import Secrets, passphrase_of_environment


def open_here(
    folder: Path | None = None,
    *,
    clock: Callable[[], datetime] = now,
    ask: Callable[[NeedsKeyError], Key] | None = None,
    secrets: Secrets | None = None,
    at_once: bool = True,
) -> Desk:
    """The desk on a folder; a passphrase in the environment goes before the keyring, and is asked nothing.

    Where neither opens the file whoever can ``ask`` the person brings the key. Raises what ``open_desk``
    does.
    """
    place = place_of(folder)
    key_pages.mend(place)
    try:
        return open_desk(place, key=given(place), clock=clock, secrets=secrets, at_once=at_once)
    except NeedsKeyError as error:
        if ask is None:
            raise
        return _opened(place, ask(error), clock=clock, secrets=secrets)


def _opened(place: Path, key: Key, **more: Any) -> Desk:
    try:
        return open_desk(place, key=key, **more)
    except NeedsKeyError as error:
        key_state.not_tried(error, key)  # nobody is told to bring what was brought already
        raise


def given(folder: Path) -> Key | None:
    """The key of a folder by the passphrase in the environment: found, or made where nothing was yet.

    Nothing where there is no such passphrase, or the file has none. An AmdeskError where it does not open it.
    """
    words = passphrase_of_environment()
    if not words or key_state.is_plain_sample(folder):
        return None
    if paths.passphrase_key(folder).is_file():
        return folder_key.by_passphrase(folder, words)
    return folder_key.start_with_passphrase(folder, words) if key_state.can_begin(folder) else None
