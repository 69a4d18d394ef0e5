"""Handing a number to the program that places calls, where the system knows one."""

from __future__ import annotations

import os
import sys
import unicodedata


def link_of(number: str) -> str:
    """The link that calls a number: only what is on a telephone's keys, whatever was typed, in any digits."""
    return "tel:" + "".join(one if one in "+*#" else str(unicodedata.decimal(one, "")) for one in number)


def dial(number: str) -> bool:
    """Let the system call a number; whether there is a program for that."""
    link = link_of(number)
    if not _is_known():
        return False
    try:
        _open(link)
    except OSError:
        return False
    return True


def _is_known() -> bool:
    if sys.platform == "win32":
        import winreg

        try:
            winreg.CloseKey(winreg.OpenKey(winreg.HKEY_CLASSES_ROOT, "tel"))
        except OSError:
            return False
        return True
    return sys.platform == "darwin" or bool(_asked("xdg-mime", "query", "default", "x-scheme-handler/tel"))


def _asked(*command: str) -> str:
    import subprocess

    try:
        found = subprocess.run(command, check=True, capture_output=True, text=True, timeout=3)
    except (OSError, subprocess.SubprocessError):
        return ""
    return found.stdout.strip()


def _open(link: str) -> None:
    import subprocess

    if sys.platform == "win32":
        os.startfile(link)
    else:
        command = "open" if sys.platform == "darwin" else "xdg-open"
        subprocess.Popen([command, link], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
