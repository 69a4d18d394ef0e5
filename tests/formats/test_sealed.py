"""Sealed files: they come back whole, tell nothing without the key, and nobody changes them unnoticed."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amdesk.formats.sealed import BrokenSealError, seal, unseal

KEY, OTHER = bytes(range(32)), bytes(32)
HEAD, PIECE = 32, (1 << 16) + 16
LONG = b"what Maya Stern agreed to. " * 8_000  # more than three pieces


def sealed(whole: bytes, *, key: bytes = KEY) -> bytes:
    return b"".join(seal(iter([whole]), key))


def unsealed(found: bytes, *, key: bytes = KEY) -> bytes:
    return b"".join(unseal(io.BytesIO(found), key))


@settings(max_examples=30)
@given(sizes=st.lists(st.integers(0, 1 << 17), max_size=4))
def test_whatever_comes_in_pieces_of_any_size_comes_back(sizes: list[int]) -> None:
    pieces = [bytes([number]) * size for number, size in enumerate(sizes)]
    found = b"".join(seal(iter(pieces), KEY))
    assert unsealed(found) == b"".join(pieces)


@pytest.mark.parametrize("size", [0, 1, (1 << 16) - 1, 1 << 16, (1 << 16) + 1, 1 << 17])
def test_a_file_as_long_as_its_pieces_comes_back(size: int) -> None:
    assert unsealed(sealed(b"x" * size)) == b"x" * size


def test_nothing_of_it_is_read_without_the_key() -> None:
    found = sealed(LONG)
    assert b"Maya" not in found
    assert sealed(LONG) != found, "the same file twice does not look the same"
    with pytest.raises(BrokenSealError):
        unsealed(found, key=OTHER)


HARMS: dict[str, Callable[[bytes], bytes]] = {
    "cut off within a piece": lambda found: found[:-1],
    "cut off between two pieces": lambda found: found[: HEAD + 2 * PIECE],
    "all pieces cut off": lambda found: found[:HEAD],
    "cut off within the head": lambda found: found[: HEAD - 1],
    "empty": lambda _found: b"",
    "two pieces swapped": lambda found: (
        found[:HEAD] + found[HEAD + PIECE : HEAD + 2 * PIECE] + found[HEAD : HEAD + PIECE]
        + found[HEAD + 2 * PIECE :]
    ),
    "a piece repeated": lambda found: found[: HEAD + PIECE] + found[HEAD:],
    "a piece left out": lambda found: found[:HEAD] + found[HEAD + PIECE :],
    "something hung on": lambda found: found + b"more",
    "another file's piece": lambda found: sealed(LONG)[: HEAD + PIECE] + found[HEAD + PIECE :],
    "another version": lambda found: found.replace(b"sealed 1", b"sealed 2", 1),
    "not sealed": lambda _found: LONG,
}  # fmt: skip


@pytest.mark.parametrize("harm", HARMS.values(), ids=HARMS)
def test_what_somebody_has_changed_does_not_open(harm: Callable[[bytes], bytes]) -> None:
    with pytest.raises(BrokenSealError):
        unsealed(harm(sealed(LONG)))


@settings(max_examples=50)
@given(at=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_not_one_bit_of_it_may_change(at: float, bit: int) -> None:
    found = bytearray(sealed(LONG[:1000]))
    found[int(at * len(found))] ^= 1 << bit
    with pytest.raises(BrokenSealError):
        unsealed(bytes(found))
