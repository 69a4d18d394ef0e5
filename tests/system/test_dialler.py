"""A number becomes a link that only holds what is on a telephone's keys."""

from __future__ import annotations

import pytest

from amdesk.system.dialler import link_of


@pytest.mark.parametrize(
    ("typed", "link"),
    [
        ("+44 7700 900123", "tel:+447700900123"),
        ("۰۹۱۲ ۵۵۵ ۰۱۴۲", "tel:09125550142"),
        ("*21#", "tel:*21#"),
        ("07700 900123; rm -rf ~ & https://bad.example", "tel:07700900123"),
        ("\u2066050-555\u2069", "tel:050555"),
    ],
)
def test_only_what_can_be_dialled_is_in_the_link(typed: str, link: str) -> None:
    assert link_of(typed) == link
