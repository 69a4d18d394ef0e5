"""The session's keyring: a real Secret Service keeps the key; what is not to be trusted is not asked."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from amdesk.system.secrets import SecretsUnavailableError, SystemSecrets

_ROOT = Path(__file__).parents[2]
_NEEDED = ("dbus-run-session", "gnome-keyring-daemon")
_LACKING = [one for one in _NEEDED if shutil.which(one) is None]


def told_in_a_session(script: str, place: Path) -> Any:
    """What a script of tests tells as JSON, run on a bus of its own."""
    for name in ("home", "run", "data"):
        (place / name).mkdir(mode=0o700)
    environment = {
        "PATH": os.environ["PATH"], "HOME": str(place / "home"), "XDG_RUNTIME_DIR": str(place / "run"),
        "LC_ALL": "C.UTF-8", "PYTHONPATH": str(_ROOT),
    }  # fmt: skip
    command = ["dbus-run-session", "--", sys.executable, "-m", f"tests.system.{script}", str(place / "data")]
    done = subprocess.run(command, env=environment, cwd=place, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    return json.loads(done.stdout)


@pytest.mark.skipif(bool(_LACKING), reason=f"not installed here: {', '.join(_LACKING)}")
def test_a_real_secret_service_keeps_the_key_and_is_never_taken_for_empty(tmp_path: Path) -> None:
    assert told_in_a_session("keyring_session", tmp_path) == {
        "kept": True,
        "again": ["Northwind Traders"],
        "emptied": "no_entry",
        "remembered": ["Northwind Traders"],
        "without any page": ["Northwind Traders"],
        "locked": "keyring_locked",
        "reason": "locked",
    }


@pytest.mark.skipif(bool(_LACKING), reason=f"not installed here: {', '.join(_LACKING)}")
def test_a_keyring_that_fails_is_not_none_and_a_wallet_that_is_shut_is_not_waited_for(tmp_path: Path) -> None:
    assert told_in_a_session("wallet_session", tmp_path) == {
        "failing": "failed",
        "wallet": [False, True],
        "no wallet": False,
    }


@pytest.mark.parametrize(
    "chosen",
    [
        "keyring.backends.null.Keyring",
        "keyring.backends.fail.Keyring",
        "keyring.backends.chainer.ChainerBackend",
        "keyrings.alt.file.PlaintextKeyring",
        "no.such.Keyring",
    ],
)
def test_what_keeps_nothing_or_keeps_it_in_plain_is_no_keyring(
    monkeypatch: pytest.MonkeyPatch, chosen: str
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", chosen)
    for ask in (
        SystemSecrets().get,
        SystemSecrets().remove,
        lambda name: SystemSecrets().put(name, "secret"),
    ):
        with pytest.raises(SecretsUnavailableError) as refusal:
            ask("a name")
        assert refusal.value.reason == "none"


@pytest.mark.parametrize("bus", ["", "unix:path=/nowhere/bus", "nonsense"])
def test_a_session_without_a_bus_has_no_keyring(monkeypatch: pytest.MonkeyPatch, bus: str) -> None:
    monkeypatch.delenv("PYTHON_KEYRING_BACKEND")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus)
    with pytest.raises(SecretsUnavailableError) as refusal:
        SystemSecrets().get("a name")
    assert refusal.value.reason == "none"
