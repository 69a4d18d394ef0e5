"""Keys as they stand on this keyboard and in this language, for tool tips and hints."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import cast

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from amdesk.i18n.catalog import current


def keys_text(keys: str) -> str:
    """Keys in Qt's portable form as the person knows them: Ctrl+Enter."""
    return _native(keys, current())


@cache
def _native(keys: str, _language: str) -> str:
    """Asked once in a language: each time Qt has all its two hundred and fifty names of keys translated."""
    return QKeySequence(keys.replace("Return", "Enter")).toString(QKeySequence.SequenceFormat.NativeText)


def with_keys(words: str, keys: str) -> str:
    """What something does, and the keys for it where there are some."""
    return f"{words} ({keys_text(keys)})" if keys else words


def pressed(keys: str) -> tuple[Qt.KeyboardModifier, int]:
    """The modifiers and the key of one press, as a key event tells them."""
    one = cast(Sequence[QKeyCombination], QKeySequence(keys))[0]  # as it is, whatever its types say
    return one.keyboardModifiers(), one.key()
