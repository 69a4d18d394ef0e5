"""How well a passphrase keeps is said by how long it would take to find it, not by rules."""

from __future__ import annotations

import pytest

from amdesk.domain.passphrase import strength


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", ""),
        ("sun", "weak"),
        ("aaaaaaaaaaaaaaaaaaaa", "weak"),
        ("12345678901234567890", "weak"),
        ("abcdefgh", "weak"),
        ("Tr0ub4dor", "fair"),
        ("שלום עולם", "fair"),
        ("correct horse battery staple", "strong"),
        ("четыре слова подряд сразу", "strong"),
        ("یک جملهٔ بلند که یادم می‌ماند", "strong"),
    ],
)
def test_more_that_differs_keeps_better_in_any_script(text: str, said: str) -> None:
    assert strength(text) == said
