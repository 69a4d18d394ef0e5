"""The key of the person's file: found, made for a new file, brought back by code or passphrase.

*Unreadable is never absent*: where there is a file, or was one, no new key is ever made.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

from amdesk.domain import key as codes
from amdesk.domain import passphrase
from amdesk.domain.errors import AmdeskError, NeedsKeyError
from amdesk.domain.key import Key
from amdesk.domain.messages import N_
from amdesk.services import key_pages, key_state
from amdesk.services.desk import Desk
from amdesk.store import envelope, opening, plain, sidecar
from amdesk.store.envelope import Held
from amdesk.store.sidecar import Sidecar
from amdesk.system import paths
from amdesk.system.secrets import Secrets, SecretsUnavailableError

# Said to whoever takes a new recovery code and had one before.
OF_ITS_DAY = N_(
    "A backup that you copied elsewhere before today still takes the code of its day: keep that one as long "
    "as you keep the backup."
)


def ask(folder: Path, secrets: Secrets) -> Key | None:
    """The key of the file in a folder, asked of the keyring; made where nothing was yet, none for the sample.

    It may take as long as a person needs to unlock the keyring: from a window ask in a thread, and hand the
    key to ``open_desk``. Raises a NeedsKeyError where it takes something else.
    """
    if key_state.is_plain_sample(folder):
        return None
    library, said = paths.library(folder), sidecar.read(paths.sidecar(folder))
    if library.exists():
        opening.refuse_empty(library)
    if said is not None:
        return _known(folder, said, secrets)
    if library.exists() and not key_state.is_new(folder) and (found := _unnamed(folder, secrets)):
        return found
    if any(one.exists() for one in key_state.traces(folder)):
        raise key_state.refusal(folder, "no_entry" if library.exists() else "missing_file")
    if not key_state.is_new(folder):
        raise opening.damaged(library)
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
    return _asked(folder, said, secrets) or _needed(folder)


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


def needs_code(desk: Desk) -> bool:
    """Whether the person has still to take the recovery code, and to show that it was taken."""
    said = _page(desk)
    return said is not None and said.code != "confirmed"


def has_code(desk: Desk) -> bool:
    """Whether the person has taken a recovery code, with which backups were made since."""
    said = _page(desk)
    return said is not None and said.code == "confirmed"


def new_code(desk: Desk) -> str:
    """A recovery code to be written down, in groups; from now on the one before counts no longer."""
    key, folder, said = _of(desk)
    code = codes.new_code()
    envelope.seal(paths.recovery_key(folder), codes.read_code(code), Held(key, said.library))
    sidecar.change(paths.sidecar(folder), code="shown", code_on=desk.today().isoformat())
    key_pages.changed(folder)
    key_pages.lay_beside(desk)
    return code


def confirm_code(desk: Desk, code: str, typed: Mapping[int, str]) -> None:
    """Note that a code was taken: some of its groups, by number from 1, were typed as they are.

    Raises an AmdeskError where one was not.
    """
    parts = codes.groups(code)
    for number, text in typed.items():
        if codes.read_part(text) != parts[number - 1]:
            raise AmdeskError(
                N_("Group {number} was typed differently. Compare it with what you wrote down."),
                beside=str(number), number=number,
            )  # fmt: skip
    _key, folder, _said = _of(desk)
    sidecar.change(paths.sidecar(folder), code="confirmed")
    key_pages.changed(folder)


def has_passphrase(desk: Desk) -> bool:
    """Whether a passphrase opens the file, by itself or beside the keyring."""
    return desk.folder is not None and paths.passphrase_key(desk.folder).is_file()


def set_passphrase(desk: Desk, text: str) -> None:
    """From now on this passphrase opens the file, and the one before no longer."""
    key, folder, said = _of(desk)
    envelope.seal(paths.passphrase_key(folder), passphrase.chosen(text), Held(key, said.library))
    key_pages.changed(folder)


def seal_with(desk: Desk, text: str, path: Path) -> None:
    """Put the key into an envelope of its own that a passphrase opens: for a backup that goes elsewhere."""
    key, _folder, said = _of(desk)
    envelope.seal(path, passphrase.chosen(text), Held(key, said.library))


def remove_passphrase(desk: Desk) -> None:
    """No passphrase opens the file any longer; an AmdeskError where nothing else would at the next start."""
    _key, folder, said = _of(desk)
    if said.kept == "passphrase":
        raise AmdeskError(N_("Without a keyring the passphrase is what opens the file. Choose another one."))
    paths.passphrase_key(folder).unlink(missing_ok=True)
    key_pages.changed(folder)


def in_keyring(desk: Desk) -> bool:
    """Whether a keyring has the key, so that a start asks nothing."""
    said = _page(desk)
    return said is not None and said.kept == "keyring"


def fits(desk: Desk, text: str) -> bool:
    """Whether a text is the passphrase of the file that is open, or its recovery code."""
    if desk.folder is None:
        return False
    for one in (by_passphrase, by_code):
        try:
            if one(desk.folder, text) == desk.key:
                return True
        except AmdeskError:
            continue
    return False


def _known(folder: Path, said: Sidecar, secrets: Secrets) -> Key:
    """The key of a folder that has a page about it."""
    begun = key_state.can_begin(folder)
    if said.made and not paths.library(folder).exists():
        raise key_state.refusal(folder, "missing_file")
    if said.kept == "passphrase":
        chosen = not begun or key_state.has_passphrase(folder)
        if chosen and not key_state.has_passphrase(folder) and (found := _unnamed(folder, secrets)):
            return found
        raise key_state.refusal(folder, "passphrase" if chosen else "choose_passphrase")
    found = _asked(folder, said, secrets)
    if found is not None:
        return found
    if begun:  # the keyring forgot a key with which nothing was encrypted yet
        paths.sidecar(folder).unlink()
        return _made(folder, secrets)
    return _unnamed(folder, secrets) or _needed(folder)


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


def _needed(folder: Path) -> NoReturn:
    raise key_state.refusal(folder, "no_entry")


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


def _page(desk: Desk) -> Sidecar | None:
    return sidecar.read(paths.sidecar(desk.folder)) if desk.folder is not None and desk.key else None


def _of(desk: Desk) -> tuple[Key, Path, Sidecar]:
    said = _page(desk)
    if desk.key is None or desk.folder is None or said is None:
        raise AmdeskError(N_("This data is not encrypted, so it has no key."))
    return desk.key, desk.folder, said
