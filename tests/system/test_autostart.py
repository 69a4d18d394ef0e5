"""Starting with the session: what is written for each system, and that it goes again."""

from __future__ import annotations

import plistlib
import shlex
import sys
from collections.abc import Iterator
from configparser import ConfigParser
from contextlib import contextmanager
from pathlib import Path

import pytest

from amdesk.domain.errors import AmdeskError
from amdesk.system.autostart import DesktopFile, LaunchAgent, RunKey, entry_of, own_command, switch

COMMAND = ("/opt/my desk/100% $HOME/python", "-m", "amdesk", "--minimized")


def test_on_linux_a_desktop_file_starts_it_without_its_window(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    switch(on=True, entry=entry_of("linux"), command=COMMAND)
    read = ConfigParser(interpolation=None)
    read.optionxform = str  # type: ignore[assignment, method-assign]
    read.read(tmp_path / "autostart" / "amdesk.desktop")
    entry = read["Desktop Entry"]
    assert (entry["Type"], entry["Name"], entry["Terminal"]) == ("Application", "amdesk", "false")
    # as the specification has it: unescaped as a string, then as a command
    command = entry["Exec"].replace("\\\\", "\\").replace("%%", "%").replace("\\$", "$")
    assert tuple(shlex.split(command)) == COMMAND
    switch(on=False, entry=entry_of("linux"))
    switch(on=False, entry=entry_of("linux"))  # twice is no mistake
    assert not list((tmp_path / "autostart").iterdir())


def test_on_a_mac_launchd_starts_it(tmp_path: Path) -> None:
    entry = LaunchAgent(tmp_path / "LaunchAgents")
    switch(on=True, entry=entry, command=COMMAND)
    (path,) = (tmp_path / "LaunchAgents").iterdir()
    assert plistlib.loads(path.read_bytes()) == {
        "Label": "app.amdesk", "ProgramArguments": list(COMMAND), "RunAtLoad": True,
    }  # fmt: skip
    switch(on=False, entry=entry)
    assert not path.exists()


class Registry:
    """What of Windows' registry is needed, as ``winreg`` has it."""

    HKEY_CURRENT_USER, REG_SZ = "HKCU", "REG_SZ"

    def __init__(self) -> None:
        self.values: dict[str, tuple[str, str]] = {}

    @contextmanager
    def CreateKey(self, root: str, path: str) -> Iterator[str]:
        assert root == self.HKEY_CURRENT_USER
        yield path

    def SetValueEx(self, key: str, name: str, reserved: int, kind: str, value: str) -> None:
        self.values[f"{key}\\{name}"] = (kind, value)

    def DeleteValue(self, key: str, name: str) -> None:
        if f"{key}\\{name}" not in self.values:
            raise FileNotFoundError(name)
        del self.values[f"{key}\\{name}"]


def test_on_windows_the_run_key_starts_it() -> None:
    registry = Registry()
    entry = RunKey(registry)
    switch(on=True, entry=entry, command=(r"C:\Program Files\amdesk\amdesk.exe", "--minimized"))
    assert registry.values == {
        r"Software\Microsoft\Windows\CurrentVersion\Run\amdesk": (
            "REG_SZ", r'"C:\Program Files\amdesk\amdesk.exe" --minimized',
        )
    }  # fmt: skip
    switch(on=False, entry=entry)
    switch(on=False, entry=entry)
    assert registry.values == {}


def test_a_system_that_does_not_let_us_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "autostart").write_text("a file where the folder should be")
    with pytest.raises(AmdeskError, match="could not be changed"):
        switch(on=True, entry=DesktopFile(tmp_path / "autostart"), command=COMMAND)


def test_it_starts_the_program_that_asked() -> None:
    assert own_command() == (sys.executable, "-m", "amdesk", "--minimized")
