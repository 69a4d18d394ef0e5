"""What every test stands on: folders of its own, no screen, English words, nothing left to chance on CI."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

FOLDERS = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")

home = pytest.StashKey[tempfile.TemporaryDirectory[str]]()


def pytest_configure(config: pytest.Config) -> None:
    """Keep the tests out of the person's own folders, language and screen."""
    config.stash[home] = folder = tempfile.TemporaryDirectory(prefix="amdesk-tests-")
    for name in FOLDERS:
        path = Path(folder.name, name)
        path.mkdir(mode=0o700)
        os.environ[name] = str(path)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["LC_ALL"] = "C.UTF-8"
    # no test asks the person's own keyring; programs that tests start open their files by a passphrase
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
    os.environ["AMDESK_PASSPHRASE"] = "a passphrase of tests"
    os.environ.pop("LANGUAGE", None)
    settings.register_profile("amdesk", deadline=None, database=None, derandomize="CI" in os.environ)
    settings.load_profile("amdesk")


def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave nothing behind; what was copied least of all: offscreen's clipboard lives longer than Python."""
    gui = sys.modules.get("PySide6.QtGui")
    if gui is not None and gui.QGuiApplication.instance() is not None:
        gui.QGuiApplication.clipboard().clear()
    if home in config.stash:
        config.stash[home].cleanup()
