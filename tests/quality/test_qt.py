"""The Qt that is installed does not kill the process."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject


def test_calls_that_return_nothing_leave_none_alone() -> None:
    """PySide6 6.12 takes a reference from None at each such call; after some thousands CPython 3.11 dies."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(500):
        thing.setObjectName("a name")
    assert sys.getrefcount(None) > before - 100
