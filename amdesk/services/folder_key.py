"""The key of a data folder: found, made where nothing was yet, brought back by code or passphrase.

*Unreadable is never absent*: where there is a file, or was one, no new key is ever made.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from amdesk.domain import key as codes
from amdesk.domain import passphrase
from amdesk.domain.errors import AmdeskError, NeedsKeyError
from amdesk.domain.key import Key
from amdesk.domain.messages import N_
from amdesk.services import key_pages, key_state
from amdesk.store import envelope, plain, refusals, sidecar
from amdesk.store.envelope import Held
from amdesk.store.sidecar import Sidecar
from amdesk.system import paths
from amdesk.system.secrets import Secrets, SecretsUnavailableError


def ask(folder: Path, secrets: Secrets) -> Key | None:
    """The key of the file in a folder, asked of the keyring; made where nothing was yet, none for the sample.

    It may take as long as a person needs to unlock the keyring: from a window ask in a thread, and hand the
    key to ``open_desk``. Raises a NeedsKeyError where it takes something else.
    """
    if key_state.is_plain_sample(folder):
        return None
    library, said = paths.library(folder), sidecar.read(paths.sidecar(folder))
    if library.exists():
        refusals.refuse_empty(library)
    if said is not None:
        return _known(folder, said, secrets)
    if library.exists() and not key_state.is_new(folder) and (found := _unnamed(folder, secrets)):
        return found
    if any(one.exists() for one in key_state.traces(folder)):
        raise key_state.refusal(folder, "no_entry" if library.exists() else "missing_file")
    if not key_state.is_new(folder):
        raise refusals.damaged(library)
    if library.exists():
        plain.look(library)
    return _made(folder, secrets)


def of_what_was(folder: Path, secrets: Secrets) -> Key | None:
    """The key of a folder whatever has become of its file; nothing where it never had one.

    Raises a NeedsKeyError where it takes a passphrase, the recovery code, or a keyring that answers.
    """
    from amdesk.services import lost_pages

    said = sidecar.read(paths.sidecar(folder)) or next(lost_pages.others(folder), None)
    if said is None:
        return None
    if said.kept == "passphrase":
        raise key_state.refusal(folder, "passphrase")
    if found := _asked(folder, said, secrets):
        return found
    raise key_state.refusal(folder, "no_entry")


def by_code(folder: Path, text: str) -> Key:
    """The key that a recovery code stands for; an AmdeskError where it is not that of this folder."""
    code, place = codes.read_code(text), paths.recovery_key(folder)
    held = key_pages.unsealed(place, code)
    if held is not None:
        return held.key
    if not place.is_file():
        raise AmdeskError(N_("No recovery code was made for this data."))
    day = key_pages.day_of_code(folder)
    raise AmdeskError(
        N_("This recovery code does not open the data. Compare it with your paper; only the newest counts.")
        if day is None
        else N_(
            "This recovery code does not open the data. Compare it with your paper: the one of {day} counts."
        ),
        day=day,
    )


def by_passphrase(folder: Path, text: str) -> Key:
    """The key that a passphrase opens; an AmdeskError where it does not."""
    held = key_pages.unsealed(paths.passphrase_key(folder), passphrase.words(text))
    if held is None:
        raise AmdeskError(N_("This passphrase does not open the data. Type it again."))
    return held.key


def remember(folder: Path, key: Key, secrets: Secrets) -> None:
    """Put a key that was brought back into the keyring, so that the next start asks nothing.

    A SecretsUnavailableError where there is none: the code, or the passphrase, is asked again next time.
    """
    from amdesk.services import lost_pages

    said = sidecar.read(paths.sidecar(folder)) or lost_pages.of_key(folder, key)
    said = said or Sidecar(sidecar.new_name(), key.id, "keyring", "confirmed", made=True)
    if secrets.get(said.library) not in {None, key.hex}:  # the page is that of another file, or was once
        said = replace(said, library=sidecar.new_name())
    _keep(said.library, key, secrets)
    sidecar.write(paths.sidecar(folder), replace(said, key=key.id, kept="keyring"))


def start_with_passphrase(folder: Path, text: str) -> Key:
    """The key of a folder that has none yet, kept by a passphrase: for where no keyring is."""
    words = passphrase.chosen(text)
    if not key_state.can_begin(folder):
        raise key_state.refusal(folder, "no_entry")
    if paths.library(folder).exists():
        plain.look(paths.library(folder))
    key, library = codes.new_key(), sidecar.new_name()
    sidecar.write(paths.sidecar(folder), Sidecar(library, key.id, "passphrase"))
    held = envelope.begin(paths.passphrase_key(folder), words, Held(key, library))
    return held.key if held else by_passphrase(folder, text)  # another start was faster: its key counts


def _known(folder: Path, said: Sidecar, secrets: Secrets) -> Key:
    """The key of a folder that has a page about it."""
    begun = key_state.can_begin(folder)
    if said.made and not paths.library(folder).exists():
        raise key_state.refusal(folder, "missing_file")
    if said.kept == "passphrase":
        return _for_want_of_passphrase(folder, secrets, begun=begun)
    if found := _asked(folder, said, secrets):
        return found
    if begun:  # the keyring forgot a key with which nothing was encrypted yet
        paths.sidecar(folder).unlink()
        return _made(folder, secrets)
    if found := _unnamed(folder, secrets):
        return found
    raise key_state.refusal(folder, "no_entry")


def _for_want_of_passphrase(folder: Path, secrets: Secrets, *, begun: bool) -> Key:
    """The key of a folder that a passphrase opens, where its envelope is lost and a keyring has the key."""
    if key_state.has_passphrase(folder):
        raise key_state.refusal(folder, "passphrase")
    if begun:
        raise key_state.refusal(folder, "choose_passphrase")
    if found := _unnamed(folder, secrets):
        return found
    raise key_state.refusal(folder, "passphrase")


def _unnamed(folder: Path, secrets: Secrets) -> Key | None:
    """The key that opens the file, where the page in its place does not tell under which name it is kept."""
    from amdesk.services import lost_pages

    left = next(lost_pages.others(folder), None)
    if left is not None and left.kept == "passphrase" and key_state.has_passphrase(folder):
        raise key_state.refusal(folder, "passphrase")
    try:
        return lost_pages.find(folder, secrets)
    except SecretsUnavailableError as error:
        if error.reason == "locked" or left is not None:
            raise _unanswered(folder, error) from error
        return None


def _asked(folder: Path, said: Sidecar, secrets: Secrets) -> Key | None:
    try:
        kept = secrets.get(said.library)
    except SecretsUnavailableError as error:
        raise _unanswered(folder, error) from error
    return codes.key_of(kept) if kept is not None else None


def _unanswered(folder: Path, error: SecretsUnavailableError) -> NeedsKeyError:
    return key_state.refusal(folder, "keyring_locked" if error.reason == "locked" else "keyring_gone")


def _made(folder: Path, secrets: Secrets) -> Key:
    """A new key: in the keyring, read back, and on the page. The file is made only after that."""
    key, library = codes.new_key(), sidecar.new_name()
    try:
        _keep(library, key, secrets)
    except SecretsUnavailableError as error:
        raise key_state.refusal(
            folder, "keyring_locked" if error.reason == "locked" else "choose_passphrase"
        ) from error
    said = sidecar.begin(paths.sidecar(folder), Sidecar(library, key.id, "keyring"))
    if said.library == library:
        return key
    secrets.remove(library)  # another start was faster: its key counts
    return _known(folder, said, secrets)


def _keep(library: str, key: Key, secrets: Secrets) -> None:
    secrets.put(library, key.hex)
    if secrets.get(library) != key.hex:
        raise SecretsUnavailableError("failed")
