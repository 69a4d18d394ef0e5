#!/usr/bin/env python3
"""Sets up everything on a bare machine, then opens the sample portfolio or runs the tests.

    python3 packaging/dev.py run           open the sample portfolio in the window
    python3 packaging/dev.py run --once    draw its first page without a screen, save a picture, end
    python3 packaging/dev.py test          run every test; what follows is handed to pytest

Needs Python 3.11 and nothing else: system libraries come by apt where that may be, Python libraries by uv or
by venv and pip into .venv (or into the cache folder when the checkout cannot be written). Registries and
proxies are those that pip, uv and apt are set up with. The second start finds everything in place.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST = (3, 11)
NEEDED_MB = 900  # the environment takes 550, and a wheel lies beside its unpacked self for a moment

# What Qt loads, by the name the loader knows it by, with the Debian package that has it.
DRAWING = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
WINDOW = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}

# What the tests on a real desktop need (a screen reader's tree, the tray, notifications), and those that open
# what was written in another program, by a file each package brings; without them those tests are left out
# and say so.
DESKTOP = {
    "usr/bin/Xvfb": "xvfb",
    "usr/bin/dbus-run-session": "dbus",
    "usr/share/dbus-1/services/org.a11y.Bus.service": "at-spi2-core",
    "usr/lib/python3/dist-packages/gi": "python3-gi",
    "usr/lib/*/girepository-1.0/Atspi-2.0.typelib": "gir1.2-atspi-2.0",
    "usr/bin/dunst": "dunst",
    "usr/bin/gnome-keyring-daemon": "gnome-keyring",
    "usr/bin/openbox": "openbox",
    "usr/bin/trayer": "trayer",
    "usr/bin/xdotool": "xdotool",
    "usr/bin/xwininfo": "x11-utils",
    "usr/lib/python3/dist-packages/dbusmock": "python3-dbusmock",
    "usr/bin/xfce4-panel": "xfce4-panel",
    "usr/lib/*/xfce4/notifyd/xfce4-notifyd": "xfce4-notifyd",
    "usr/lib/*/faketime/libfaketime.so.1": "libfaketime",
    "usr/bin/pdftotext": "poppler-utils",
    "usr/bin/chromium": "chromium",
}

# What installers print when something is wrong, and what a person can do about it; the first that fits.
REASONS = (
    (
        ("No space left on device", "Errno 28", "not enough free space"),
        "The disk is full. Free about 1 GB and start again.",
    ),
    (
        ("CERTIFICATE_VERIFY_FAILED", "invalid peer certificate"),
        "The package registry's certificate is not trusted here. Behind a company's proxy, tell pip where "
        "its certificate lies (PIP_CERT) and start again.",
    ),
    (
        ("name resolution", "not resolve", "NewConnectionError", "ConnectTimeout", "ReadTimeout",
         "ProxyError", "Network is unreachable", "dns error", "Could not connect", "client error (Connect)"),
        "The network, or the package registry, could not be reached. Check the connection (and the proxy or "
        "mirror that pip and apt are set up with) and start again.",
    ),
    (
        ("Permission denied", "Errno 13", "Read-only file system"),
        "This user may not write there. Start it as the user who owns the folder.",
    ),
    (
        ("No matching distribution", "No solution found", "is not a supported wheel"),
        "The package registry could not be reached, or a library has no build for this system; Python 3.11 "
        "to 3.13 on 64-bit Linux, macOS or Windows has them all.",
    ),
)  # fmt: skip


class SetUpError(Exception):
    """The way cannot go on: a sentence that says why and what to do."""


def main(words: list[str]) -> int:
    """Do what was asked; the exit code is the program's own, 1 when set-up failed, 2 for wrong usage."""
    chosen = arguments(words)
    try:
        newer = newer_python()
        if newer is not None:
            return follow([newer, __file__, *words])
        if chosen.command == "test":
            return test(chosen.rest)
        return run(once=chosen.once or not has_screen())
    except SetUpError as problem:
        say(str(problem))
        return 1
    except KeyboardInterrupt:
        return 130


def arguments(words: list[str]) -> argparse.Namespace:
    """What was typed; everything after ``test`` belongs to pytest, options too."""
    parser = argparse.ArgumentParser(
        prog="dev.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", metavar="run | test")
    opening = commands.add_parser("run", help="open the sample portfolio")
    opening.add_argument("--once", action="store_true", help="save a picture of the first page and end")
    commands.add_parser("test", help="run every test", add_help=False)
    chosen, rest = parser.parse_known_args(words)
    if chosen.command is None or (rest and chosen.command == "run"):
        parser.error("say run or test" if chosen.command is None else "unknown: " + " ".join(rest))
    chosen.rest = words[words.index("test") + 1 :] if chosen.command == "test" else []
    return chosen


def run(*, once: bool) -> int:
    """Open the sample portfolio, or draw its first page into a picture."""
    python = set_up(DRAWING if once else {**DRAWING, **WINDOW})
    if not once:
        return follow([python, "-m", "amdesk", "demo"])
    picture = writable_folder() / "build" / "first-page.png"
    picture.parent.mkdir(parents=True, exist_ok=True)
    say("Drawing the first page without a screen.")
    code = follow([python, "-m", "amdesk", "demo", "--once", str(picture)], QT_QPA_PLATFORM="offscreen")
    if code == 0:
        say(f"The picture is {picture}")
    return code


def test(rest: list[str]) -> int:
    """Run pytest in the checkout, without a screen unless ``QT_QPA_PLATFORM`` says otherwise."""
    python = set_up(DRAWING)
    bring_if_possible()
    if not can_write(ROOT):
        rest = ["-o", f"cache_dir={writable_folder() / 'pytest'}", *rest]
    platform = os.environ.get("QT_QPA_PLATFORM", "offscreen")
    return follow([python, "-m", "pytest", *rest], QT_QPA_PLATFORM=platform)


def set_up(libraries: dict[str, str]) -> str:
    """Bring what is missing; hands back the environment's Python."""
    if sys.platform.startswith("linux"):
        bring_system_packages({name: libraries[name] for name in missing(libraries)})
    folder = writable_folder() / ".venv"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    note = folder / "amdesk-set-up"
    if not (note.is_file() and note.read_text() == fingerprint(python)):
        if note.exists():
            note.unlink()  # what is stopped half-way must not look finished
        bring_environment(folder, python)
        note.write_text(fingerprint(python))
    return str(python)


def bring_system_packages(lacking: dict[str, str]) -> None:
    """Install the values of ``lacking``, packages named by what is missing, where that is allowed."""
    if not lacking:
        return
    line = "apt-get install --yes --no-install-recommends " + " ".join(lacking.values())
    if shutil.which("apt-get") is None:
        names = ", ".join(lacking)
        raise SetUpError(f"This system lacks {names}. Install them with its package manager and start again.")
    right = rights()
    if right is None:
        raise SetUpError(
            f"Some system packages are missing, and only root may install them. Type:\n\n    sudo {line}\n"
        )
    say(f"Installing system packages: {' '.join(lacking.values())}")
    environment = [*right, "env", "DEBIAN_FRONTEND=noninteractive"]
    listen([*environment, "apt-get", "update"])  # when it fails, an old list may still do
    code, told = listen([*environment, *line.split(), "--option", "DPkg::Lock::Timeout=120"])
    if code != 0:
        raise SetUpError(
            f"{told}\napt could not do it. {reason(told)}\nThe line to try by hand:\n\n    {line}\n"
        )


def bring_if_possible() -> None:
    """Bring what one test needs beside the others; the rest runs without it, and what is missing is said."""
    if not sys.platform.startswith("linux") or shutil.which("apt-get") is None:
        return
    lacking = {name: package for name, package in DESKTOP.items() if not any(Path("/").glob(name))}
    lacking.update({name: WINDOW[name] for name in missing(WINDOW)})
    try:
        bring_system_packages(lacking)
    except SetUpError as problem:
        say(f"{problem}\nThe tests run without; those on a real desktop are left out.")


def missing(libraries: dict[str, str]) -> list[str]:
    """Those of ``libraries`` that cannot be loaded, each tried the way Qt will."""
    lacking = []
    for name in libraries:
        try:
            ctypes.CDLL(name)
        except OSError:
            lacking.append(name)
    return lacking


def rights() -> list[str] | None:
    """What makes a command run as root: nothing, sudo, or None when neither works without asking."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and listen(["sudo", "-n", "true"])[0] == 0:
        return ["sudo", "-n"]
    return None


def bring_environment(folder: Path, python: Path) -> None:
    """Fill ``folder`` with the libraries and the project, by uv where it works, else by venv and pip."""
    free = shutil.disk_usage(folder.parent).free // 2**20
    if free < NEEDED_MB and not folder.exists():
        raise SetUpError(
            f"{folder.parent} has {free} MB left; the libraries need {NEEDED_MB}. Free some and start again."
        )
    say(f"Fetching the libraries into {folder} (some 250 MB, the first time only).")
    project = f"{ROOT}[test]"
    uv = shutil.which("uv")
    if uv is not None:
        make = [uv, "venv", "--clear", "--python", sys.executable, str(folder)]
        fill = [uv, "pip", "install", "--python", str(python), "--editable", project]
        if (version_of(python) or listen(make)[0] == 0) and listen(fill)[0] == 0:
            return
        say("uv could not do it; trying pip.")
    if not (version_of(python) and listen([str(python), "-m", "pip", "--version"])[0] == 0):
        if importlib.util.find_spec("ensurepip") is None:  # Debian keeps it apart
            bring_system_packages({"venv": "python{}.{}-venv".format(*sys.version_info[:2])})
        demand([sys.executable, "-m", "venv", "--clear", str(folder)])
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "--no-input", "install", "--quiet"]
    demand([*pip, "--editable", project])


def fingerprint(python: Path) -> str:
    """What makes an environment current: what the project needs, where it lies, and which Python it is."""
    parts = ((ROOT / "pyproject.toml").read_bytes(), str(ROOT).encode(), version_of(python).encode())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def version_of(python: Path) -> str:
    """The version of an environment's Python; empty when it is absent, broken or too old."""
    if not python.exists():
        return ""
    question = f"import sys; print(sys.version) if sys.version_info >= {OLDEST} else sys.exit(1)"
    code, told = listen([str(python), "-c", question])
    return told if code == 0 else ""


def newer_python() -> str | None:
    """Another Python to go on with when this one is too old; None when this one will do."""
    if sys.version_info >= OLDEST:
        return None
    for minor in range(13, OLDEST[1] - 1, -1):
        found = shutil.which(f"python3.{minor}")
        if found is not None and version_of(Path(found)):
            return found
    mine = "{}.{}".format(*sys.version_info[:2])
    raise SetUpError(
        f"This is Python {mine}; amdesk needs 3.11 or newer. Install one and start again with it."
    )


def writable_folder() -> Path:
    """The checkout, or a folder for it among the caches when it cannot be written."""
    if can_write(ROOT):
        return ROOT
    caches = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or str(Path.home() / ".cache")
    folder = Path(caches) / "amdesk-dev" / hashlib.sha256(str(ROOT).encode()).hexdigest()[:12]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise SetUpError(f"Neither {ROOT} nor {folder} can be written: {problem.strerror}.") from problem
    return folder


def can_write(folder: Path) -> bool:
    """Whether a file can be made there; tried, because root and read-only disks make every other sign lie."""
    try:
        tempfile.TemporaryFile(dir=str(folder)).close()
    except OSError:
        return False
    return True


def has_screen() -> bool:
    """Whether a window can be shown; macOS and Windows always have a screen."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def follow(command: list[str], **environment: str) -> int:
    """Run a command in the checkout for the person to see; its exit code, a signal's as shells count it."""
    code = subprocess.call(command, cwd=ROOT, env={**os.environ, **environment})
    return code if code >= 0 else 128 - code


def listen(command: list[str]) -> tuple[int, str]:
    """Run a command quietly: its exit code and the last of what it said."""
    try:
        done = subprocess.run(
            command,
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
    except OSError as problem:
        return 127, str(problem)
    return done.returncode, "\n".join(done.stdout.decode(errors="replace").splitlines()[-20:])


def demand(command: list[str]) -> None:
    """Run a command quietly that has to work; when it does not, show what it said and what to do."""
    code, told = listen(command)
    if code != 0:
        raise SetUpError(f"{told}\nThis did not work:  {' '.join(command)}\n{reason(told)}")


def reason(told: str) -> str:
    """The sentence for a failed installer's words."""
    for signs, sentence in REASONS:
        if any(sign in told for sign in signs):
            return sentence
    return "Its own words above say why."


def say(sentence: str) -> None:
    """Tell the person, apart from what the program itself prints."""
    print(sentence, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
