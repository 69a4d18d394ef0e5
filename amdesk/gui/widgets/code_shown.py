"""A recovery code, large: eight groups of four, left to right in every language, to be read off or copied."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from amdesk.gui import theme
from amdesk.gui.theme import SPACE
from amdesk.i18n.catalog import _

_A_LINE = 4  # groups in a line


class CodeShown(QLabel):
    """Shows the groups of a code in two lines; they can be selected with the mouse and with keys."""

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # Qt lets the mouse only come to what is selected
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMargin(SPACE.l)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.as_kind(self, "code")

    def show_groups(self, groups: tuple[str, ...]) -> None:
        """Show another code."""
        lines = [groups[at : at + _A_LINE] for at in range(0, len(groups), _A_LINE)]
        self.setText("\n".join("  ".join(line) for line in lines))
        self.setAccessibleName(_("Recovery code"))
        self.setAccessibleDescription(" ".join(groups))
