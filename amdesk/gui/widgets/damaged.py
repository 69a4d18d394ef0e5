"""What stands in the place of something that cannot be shown because the file is damaged there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QPushButton

from amdesk.domain.errors import DamagedError
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.empty import Empty
from amdesk.i18n.catalog import _, sentence


def damaged(
    title: str, *, name: str, mend: Callable[[], object], beside: Sequence[QPushButton] = ()
) -> Empty:
    """Says why, and what can be done: ``mend`` leads to the doorway, where the ways on are."""
    told = _(
        "To restore a backup, or to save what can be read into a new file, the file is closed first. "
        "What you see elsewhere can still be exported."
    )
    go = button(_("Restore or save…"), "primary", name=f"{name}-mend", icon="history", run=mend)
    return Empty("warning", title, f"{sentence(DamagedError())}\n\n{told}", actions=[go, *beside])
