"""What opens the file of a desk: its recovery code and its passphrase, made, asked about, taken away."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from amdesk.domain import key as codes
from amdesk.domain import passphrase
from amdesk.domain.errors import AmdeskError
from amdesk.domain.key import Key
from amdesk.domain.messages import N_
from amdesk.services import folder_key, key_pages
from amdesk.services.desk import Desk
from amdesk.store import envelope, sidecar
from amdesk.store.envelope import Held
from amdesk.store.sidecar import Sidecar
from amdesk.system import paths

# Said to whoever takes a new recovery code and had one before.
OF_ITS_DAY = N_(
    "A backup that you copied elsewhere before today still takes the code of its day: keep that one as long "
    "as you keep the backup."
)


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
    for one in (folder_key.by_passphrase, folder_key.by_code):
        try:
            if one(desk.folder, text) == desk.key:
                return True
        except AmdeskError:
            continue
    return False


def _page(desk: Desk) -> Sidecar | None:
    return sidecar.read(paths.sidecar(desk.folder)) if desk.folder is not None and desk.key else None


def _of(desk: Desk) -> tuple[Key, Path, Sidecar]:
    said = _page(desk)
    if desk.key is None or desk.folder is None or said is None:
        raise AmdeskError(N_("This data is not encrypted, so it has no key."))
    return desk.key, desk.folder, said
