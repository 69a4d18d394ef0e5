"""The recovery code survives paper: whoever reads it off may write it as people do."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amdesk.domain.errors import AmdeskError
from amdesk.domain.key import Key, format_bits, groups, key_of, new_code, new_key, read_code, read_part, shown

_CODE = "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ"


def test_a_code_is_eight_groups_of_four_and_never_the_same() -> None:
    code = new_code()
    assert [len(group) for group in code.split("-")] == [4] * 8
    assert tuple(code.split("-")) == groups(code)
    assert code != new_code()


@pytest.mark.parametrize(
    "typed",
    [
        _CODE,
        _CODE.lower(),
        _CODE.replace("-", ""),
        _CODE.replace("-", " "),
        _CODE.replace("-", "\n"),
        f"  {_CODE} ",
        f"\u2067{_CODE}\u2069",
        _CODE.replace("0", "O").replace("1", "I"),
        _CODE.replace("0", "o").replace("1", "l"),
        _CODE.replace("0123-4567-89", "۰۱۲۳-۴۵۶۷-۸۹"),
        _CODE.replace("0123-4567-89", "０１２３－４５６７－８９"),
    ],
)
def test_it_is_read_however_it_was_written(typed: str) -> None:
    assert shown(read_code(typed)) == _CODE


@pytest.mark.parametrize("typed", ["", "0123", _CODE + "0", _CODE[:-1] + "é", "ק" * 32])
def test_what_cannot_be_a_code_is_refused_with_a_sentence(typed: str) -> None:
    with pytest.raises(AmdeskError):
        read_code(typed)


@given(st.integers(min_value=0, max_value=(1 << 160) - 1))
@settings(max_examples=50)
def test_each_number_of_160_bits_has_a_code_of_its_own(bits: int) -> None:
    code = format_bits(bits)
    assert read_code(shown(code)) == code
    assert (
        sum("0123456789ABCDEFGHJKMNPQRSTVWXYZ".index(one) << 5 * at for at, one in enumerate(code[::-1]))
        == bits
    )


def test_a_group_alone_is_read_like_a_whole_code() -> None:
    assert read_part(" o1 iL") == "0111"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("β7κα", "B7KA"), ("ΕΖΗΙ ΜΝΟΡ", "EZH1MN0P"), ("вс5х", "BC5X"), ("АКМН ОРТУ", "AKMH0PTY")],
)
def test_letters_of_another_keyboard_that_look_the_same_are_those_of_the_code(typed: str, meant: str) -> None:
    assert read_part(typed) == meant


def test_a_key_is_told_apart_without_being_shown() -> None:
    key = new_key()
    assert key.hex not in repr(key)
    assert key.id in repr(key)
    assert key_of(key.hex) == key
    assert key.id != new_key().id


@pytest.mark.parametrize("kept", ["", "00", "not hex", "00" * 33])
def test_what_is_no_key_is_none(kept: str) -> None:
    assert key_of(kept) is None


def test_a_key_of_another_length_is_none() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        Key(b"short")
