"""A real session of a desktop for tests: a screen that is none, a bus of its own, and what serves it."""

from __future__ import annotations

import ctypes
import os
import select
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

_PATIENCE = 20.0
_LONGEST = 1.0  # seconds between two looks, where nobody tells of what is waited for
# What a test may wait for on the bus.
_HEARD = (
    "type='signal',member='NameOwnerChanged',arg0namespace='org'",
    "interface='org.freedesktop.Notifications'",
    "interface='org.kde.StatusNotifierWatcher'",
)
_LIBRARIES = ("libxcb-cursor.so.0", "libxkbcommon-x11.so.0")  # what Qt needs besides for a window on a screen


def needs(*programs: str) -> pytest.MarkDecorator:
    """Skip where the desktop's own programs are not installed and cannot be (see packaging/dev.py)."""
    lacking = [one for one in programs if shutil.which(one) is None]
    lacking += [one for one in _LIBRARIES if not _loads(one)]
    return pytest.mark.skipif(bool(lacking), reason=f"not installed here: {', '.join(lacking)}")


def lacks(what: str, *, where: bool) -> pytest.MarkDecorator:
    """Skip where something that is no program on the path is not there."""
    return pytest.mark.skipif(where, reason=f"not installed here: {what}")


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


@dataclass
class DesktopSession:
    """What is running, and the environment in which a program belongs to it."""

    folder: Path
    environment: dict[str, str]
    _running: list[subprocess.Popen[bytes]] = field(default_factory=list)
    _signs: list[int] = field(default_factory=list)
    _ends: list[int] = field(default_factory=list)
    _pidfds: list[int] = field(default_factory=list)

    def start(self, *command: str, also: Mapping[str, str] | None = None) -> subprocess.Popen[bytes]:
        """Start a program of the session; it ends with it. What it says stands in a file beside."""
        with (self.folder / f"{Path(command[0]).name}.log").open("ab") as said:
            made = subprocess.Popen(
                command, env=self.environment | dict(also or {}), stdout=said, stderr=said, cwd=self.folder
            )
        self.own(made)
        return made

    def own(self, program: subprocess.Popen[bytes]) -> None:
        """See when a program ends, and end it with the session."""
        self._running.append(program)
        self._pidfds.append(os.pidfd_open(program.pid))
        self._ends.append(self._pidfds[-1])

    def watch(self, *command: str) -> None:
        """Start a program that says a line whenever something happens in the session."""
        made = subprocess.Popen(
            command, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        assert made.stdout is not None
        self.own(made)
        self._signs.append(made.stdout.fileno())

    def until(self, told: Callable[[], object], *, what: str) -> None:
        """Wait for something that another program does; a failure after a while."""
        ends = time.monotonic() + _PATIENCE
        while not told():
            left = ends - time.monotonic()
            assert left > 0, f"not within {_PATIENCE} seconds: {what}"
            self._wait(min(left, _LONGEST))

    def _wait(self, seconds: float) -> None:
        """Until a window, a name on the bus, a call that counts or a program comes or goes."""
        ready, _, _ = select.select([*self._signs, *self._ends], [], [], seconds)
        for one in ready:
            if one in self._ends or not os.read(one, 1 << 16):
                (self._ends if one in self._ends else self._signs).remove(one)

    def run(self, *command: str) -> str:
        """Run a program of the session to its end; what it printed."""
        done = subprocess.run(
            command, env=self.environment, capture_output=True, text=True, check=True, timeout=_PATIENCE
        )
        return done.stdout

    def owns(self, name: str) -> bool:
        """Whether somebody on the bus answers to a name."""
        told = self.run(
            "dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus", "/org/freedesktop/DBus",
            "org.freedesktop.DBus.NameHasOwner", f"string:{name}",
        )  # fmt: skip
        return "boolean true" in told

    def stop(self) -> None:
        """End what was started, the last first."""
        for one in reversed(self._running):
            one.terminate()
        for one in self._running:
            try:
                one.wait(_PATIENCE)
            except subprocess.TimeoutExpired:
                one.kill()
                one.wait()
            if one.stdout is not None:
                one.stdout.close()
        for descriptor in self._pidfds:
            os.close(descriptor)


@contextmanager
def desktop(
    folder: Path, *, screen: Sequence[str] = ("Xvfb", "-screen", "0", "1280x820x24")
) -> Iterator[DesktopSession]:
    """A session with a screen and a bus; its home is ``folder``."""
    home = folder / "home"
    runtime = folder / "runtime"
    for made in (home, runtime):
        made.mkdir(parents=True, exist_ok=True)
    runtime.chmod(0o700)
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL") if name in os.environ}
    session = DesktopSession(folder, {**kept, "HOME": str(home), "XDG_RUNTIME_DIR": str(runtime)})
    try:
        session.environment["DISPLAY"] = f":{_told_by(session, [*screen, '-nolisten', 'tcp'], '-displayfd')}"
        bus = ["dbus-daemon", "--session", "--nofork"]
        session.environment["DBUS_SESSION_BUS_ADDRESS"] = _told_by(session, bus, "--print-address=")
        session.watch("dbus-monitor", "--session", "--profile", *_HEARD)
        session.watch("xev", "-root", "-event", "substructure", "-event", "property")
        yield session
    finally:
        session.stop()


def _told_by(session: DesktopSession, command: Sequence[str], option: str) -> str:
    """Start a program that tells where it is found on a descriptor, and wait for that line."""
    reads, writes = os.pipe()
    options = [f"{option}{writes}"] if option.endswith("=") else [option, str(writes)]
    with (session.folder / f"{command[0]}.log").open("ab") as said:
        made = subprocess.Popen(
            [*command, *options], env=session.environment, stdout=said, stderr=said, pass_fds=(writes,)
        )
    session.own(made)
    os.close(writes)
    with os.fdopen(reads) as told:
        found = told.readline().strip()
    assert found, f"{command[0]} did not start: {(session.folder / f'{command[0]}.log').read_text()}"
    return found
