"""People are found in what mail programs put on the clipboard, whatever stands around them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amdesk.formats.pasted import MOST, Person, people


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Maya Stern <maya@nw.example>", [("Maya Stern", "maya@nw.example", "")]),
        (
            "Maya Stern, Northwind <m@n.example>; Tom Beck, Acme Ltd <t@acme.example>;",
            [("Maya Stern", "m@n.example", "Northwind"), ("Tom Beck", "t@acme.example", "Acme Ltd")],
        ),
        ('"Stern, Maya" <m@n.example>, Bob <b@c.example>',
         [("Maya Stern", "m@n.example", ""), ("Bob", "b@c.example", "")]),
        ("Maya (Northwind) <m@n.example>", [("Maya", "m@n.example", "Northwind")]),
        ("maya@n.example", [("", "maya@n.example", "")]),
        ("<a@b.example>, c@d.example", [("", "a@b.example", ""), ("", "c@d.example", "")]),
        ("נועה כהן <n@x.example>\nМария Иванова <maria@x.example>",
         [("נועה כהן", "n@x.example", ""), ("Мария Иванова", "maria@x.example", "")]),
        ("نرگس احمدی، دماوند <n@d.example>", [("نرگس احمدی", "n@d.example", "دماوند")]),
        ("\u200fנועה\u200e <mailto:n@x.example>", [("נועה", "n@x.example", "")]),
    ],
)  # fmt: skip
def test_names_companies_and_addresses_are_told_apart(text: str, found: list[tuple[str, str, str]]) -> None:
    assert people(text) == tuple(Person(*one) for one in found)


def test_nobody_is_found_where_there_is_no_address() -> None:
    assert people("Call me at +44 7700 900123, see https://x.example/@team") == ()


def test_the_same_address_is_the_same_person() -> None:
    assert people("a@b.example; A B <A@B.example>") == (Person("A B", "A@B.example"),)


@given(st.text(max_size=300))
def test_any_text_can_be_pasted(text: str) -> None:
    assert len(people(text)) <= MOST
