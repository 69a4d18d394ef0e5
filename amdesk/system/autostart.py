"""Starting with the session, on Linux, Windows and macOS: one small entry, written or taken away."""

from __future__ import annotations

import os
import plistlib
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_

NAME = "amdesk"
_RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"


class Entry(Protocol):
    """Where a session looks for what to start."""

    def write(self, command: Sequence[str]) -> None: ...
    def remove(self) -> None: ...


def switch(*, on: bool, entry: Entry | None = None, command: Sequence[str] = ()) -> None:
    """Start with the session, minimized, or no more; an AmdeskError where the system does not let us."""
    chosen = entry or entry_of(sys.platform)
    try:
        if on:
            chosen.write(command or own_command())
        else:
            chosen.remove()
    except OSError as error:
        raise AmdeskError(
            N_("Starting with the session could not be changed: {reason}. Try the system’s own settings."),
            reason=error.strerror or str(error),
        ) from error


def own_command() -> tuple[str, ...]:
    """What starts this very amdesk without its window."""
    packed = getattr(sys, "frozen", False)
    return (sys.executable, "--minimized") if packed else (sys.executable, "-m", "amdesk", "--minimized")


def entry_of(platform: str) -> Entry:
    """The entry of a platform as ``sys.platform`` names it; a desktop's where it is none of the three."""
    if platform == "win32":
        import winreg

        return RunKey(winreg)
    if platform == "darwin":
        return LaunchAgent(Path.home() / "Library" / "LaunchAgents")
    folder = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    return DesktopFile(Path(folder) / "autostart")


class DesktopFile:
    """A file of the XDG Desktop Application Autostart Specification."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / f"{NAME}.desktop"

    def write(self, command: Sequence[str]) -> None:
        """Make the file, and the folder where there is none."""
        lines = (
            "[Desktop Entry]", "Type=Application", "Version=1.0", f"Name={NAME}", f"Icon={NAME}",
            f"Exec={' '.join(map(_quoted, command))}", "Terminal=false", "X-GNOME-Autostart-enabled=true",
        )  # fmt: skip
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._path.write_text("\n".join(lines) + "\n", encoding="utf-8")

    def remove(self) -> None:
        """Take the file away."""
        self._path.unlink(missing_ok=True)


def _quoted(word: str) -> str:
    """A word as the Desktop Entry Specification wants it in Exec: quoted, and no letter a field code."""
    kept = "".join(f"\\{letter}" if letter in '"`$\\' else letter for letter in word)
    # a value is unescaped once as a string before it is read as a command
    return '"' + kept.replace("\\", "\\\\").replace("%", "%%") + '"'


class LaunchAgent:
    """A property list for launchd."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / f"app.{NAME}.plist"

    def write(self, command: Sequence[str]) -> None:
        """Make the list, and the folder where there is none."""
        told = {"Label": f"app.{NAME}", "ProgramArguments": list(command), "RunAtLoad": True}
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._path.write_bytes(plistlib.dumps(told))

    def remove(self) -> None:
        """Take the list away."""
        self._path.unlink(missing_ok=True)


class RunKey:
    """A value under the Run key of the person; ``registry`` is ``winreg``."""

    def __init__(self, registry: Any) -> None:
        self._registry = registry

    def write(self, command: Sequence[str]) -> None:
        """Set the value."""
        import subprocess

        registry = self._registry
        with registry.CreateKey(registry.HKEY_CURRENT_USER, _RUN_KEY) as key:
            registry.SetValueEx(key, NAME, 0, registry.REG_SZ, subprocess.list2cmdline(command))

    def remove(self) -> None:
        """Take the value away."""
        registry = self._registry
        with registry.CreateKey(registry.HKEY_CURRENT_USER, _RUN_KEY) as key, suppress(FileNotFoundError):
            registry.DeleteValue(key, NAME)
