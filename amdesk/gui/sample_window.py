"""Opening the sample portfolio in a window of its own, so that nothing invented comes among what is real."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QProcess

from amdesk.i18n.catalog import _, current
from amdesk.system.another import way_to_start


def open_sample(folder: Path) -> str:
    """Start the sample of a folder; what to say of it."""
    program, *rest = way_to_start("--data", str(folder), "--language", current(), "demo")
    begun, _id = QProcess.startDetached(program, rest)
    if begun:
        return _("The sample portfolio opens in a window of its own.")
    return _("The sample portfolio could not be started. Type “amdesk demo” in a terminal.")
