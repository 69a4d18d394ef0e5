"""Run in a session of its own: starts a real Secret Service, and tells as JSON what amdesk does with it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import secretstorage
from keyring.backends.SecretService import Keyring

from amdesk.domain.errors import NeedsKeyError
from amdesk.services import clients, folder_key, keys
from amdesk.services.open_desk import open_desk
from amdesk.store import sidecar
from amdesk.system import paths
from amdesk.system.secrets import SecretsUnavailableError, SystemSecrets


def held(folder: Path) -> dict[str, str]:
    """The files of a folder, byte by byte."""
    return {path.name: path.read_bytes().hex() for path in folder.iterdir() if path.is_file()}


def start(folder: Path) -> list[str] | str:
    """The clients that are there, or why the start was refused; nothing has changed by a refusal."""
    before = held(folder)
    try:
        desk = open_desk(folder)
    except NeedsKeyError as error:
        return error.reason if held(folder) == before else "changed"
    try:
        return [line.name for line in clients.lines(desk, clients.find(desk))]
    finally:
        desk.close()


def lost(folder: Path) -> list[str] | str:
    """A start where page, copy and backups are gone, and another file has its key in the keyring as well."""
    open_desk(folder / "another").close()
    paths.sidecar(folder).unlink()
    shutil.rmtree(paths.backups(folder))
    desk = open_desk(folder)
    try:
        return [line.name for line in clients.lines(desk, clients.find(desk))]
    finally:
        desk.close()


def story(folder: Path, bus: Any) -> dict[str, object]:
    """A first start, a second one; then the keyring is emptied, filled again by the code, locked."""
    desk = open_desk(folder)
    clients.add(desk, name="Northwind Traders")
    code, key = keys.new_code(desk), desk.key
    desk.close()
    said = sidecar.read(paths.sidecar(folder))
    assert said is not None
    assert key is not None
    kept = Keyring().get_password("amdesk", said.library)  # type: ignore[no-untyped-call]
    told: dict[str, object] = {
        "kept": kept == key.hex,
        "again": start(folder),
    }
    SystemSecrets().remove(said.library)
    told["emptied"] = start(folder)
    folder_key.remember(folder, folder_key.by_code(folder, code), SystemSecrets())
    told["remembered"] = start(folder)
    told["without any page"] = lost(folder)
    secretstorage.get_default_collection(bus).lock()
    told["locked"] = start(folder)
    try:
        SystemSecrets().get("anything")
    except SecretsUnavailableError as error:
        told["reason"] = error.reason
    return told


if __name__ == "__main__":
    daemon = ["gnome-keyring-daemon", "--unlock", "--components=secrets"]
    subprocess.run(daemon, input=b"a password", check=True, capture_output=True)
    with closing(secretstorage.dbus_init()) as connection:
        sys.stdout.write(json.dumps(story(Path(sys.argv[1]), connection)))
