"""A file sealed with a key, piece by piece: nobody reads it without the key, nobody changes it unnoticed.

A head of 32 bytes (what it is, its version, 16 random bytes) and then the pieces, each of 64 KiB at most
and its tag. The key of a file is made of the desk's and the random bytes, so that no two files share one;
the number of a piece and whether it is the last are its nonce. So pieces that are swapped, repeated or
missing, and a file cut off between two of them, do not open; nor does what is hung on behind the last.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_MADE = b"amdesk sealed 1\n"
_SALT = 16
_HEAD = len(_MADE) + _SALT
_PIECE = 1 << 16
_TAG = 16
_PURPOSE = b"amdesk files"


class BrokenSealError(Exception):
    """What was read was not sealed with this key, or was changed since."""


def seal(pieces: Iterable[bytes], key: bytes) -> Iterator[bytes]:
    """What comes in pieces of any size, as the bytes of a sealed file."""
    head = _MADE + os.urandom(_SALT)
    lock = _lock(key, head)
    yield head
    number, held = 0, bytearray()
    for piece in pieces:
        held += piece
        while len(held) > _PIECE:  # what may be the last waits until that is known
            yield lock.encrypt(_nonce(number, last=False), bytes(held[:_PIECE]), head)
            del held[:_PIECE]
            number += 1
    yield lock.encrypt(_nonce(number, last=True), bytes(held), head)


def unseal(stream: BinaryIO, key: bytes) -> Iterator[bytes]:
    """What a sealed file holds, in pieces; raises BrokenSealError at the first that is not as it was sealed.

    Only when there is no more to come is it sure that all of it came.
    """
    head = stream.read(_HEAD)
    if len(head) < _HEAD or not head.startswith(_MADE):
        raise BrokenSealError
    lock = _lock(key, head)
    number, piece = 0, stream.read(_PIECE + _TAG)
    while True:
        following = stream.read(_PIECE + _TAG)
        yield _opened(lock, _nonce(number, last=not following), piece, head)
        if not following:
            return
        number, piece = number + 1, following


def _opened(lock: AESGCM, nonce: bytes, piece: bytes, head: bytes) -> bytes:
    from cryptography.exceptions import InvalidTag

    try:
        return lock.decrypt(nonce, piece, head)
    except (InvalidTag, ValueError) as error:  # shorter than a tag
        raise BrokenSealError from error


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


def _lock(key: bytes, head: bytes) -> AESGCM:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return AESGCM(HKDF(SHA256(), 32, salt=head[-_SALT:], info=_PURPOSE).derive(key))
