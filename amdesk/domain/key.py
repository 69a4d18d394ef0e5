"""The key of a person's file, and the recovery code that stands for it on paper."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from dataclasses import dataclass, field

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_, Message

_BYTES = 32
# Crockford's 32: no two of them look alike on paper, and what is written instead of one is known.
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
# What is meant by letters that a code has not, and by those of Greek and Russian keyboards that look alike.
_MEANT = str.maketrans("OILUΑΒΕΖΗΙΚΜΝΟΡΤΥΧАВЕКМНОРСТУХ", "011VABEZH1KMN0PTYXABEKMH0PCTYX")
_GROUPS, _GROUP = 8, 4
_CODE = _GROUPS * _GROUP


@dataclass(frozen=True, slots=True)
class Key:
    """What encrypts a file: 32 random bytes, shown nowhere; ``id`` tells two keys apart."""

    secret: bytes = field(repr=False)
    id: str = field(init=False)

    def __post_init__(self) -> None:
        if len(self.secret) != _BYTES:
            raise ValueError("a key has 32 bytes")
        object.__setattr__(self, "id", hashlib.sha256(self.secret).hexdigest()[:8])

    @property
    def hex(self) -> str:
        """The bytes as a keyring keeps them."""
        return self.secret.hex()


def new_key() -> Key:
    """A key that nobody has had before."""
    return Key(os.urandom(_BYTES))


def key_of(kept: str) -> Key | None:
    """The key that was kept as ``hex``; nothing where it is none."""
    try:
        return Key(bytes.fromhex(kept.strip()))
    except ValueError:
        return None


def new_code() -> str:
    """A recovery code: 160 random bits, in groups that can be read from paper."""
    return shown(format_bits(int.from_bytes(os.urandom(5 * _CODE // 8), "big")))


def format_bits(bits: int) -> str:
    """A number of 160 bits as letters and digits, without its groups."""
    return "".join(_LETTERS[bits >> 5 * place & 31] for place in reversed(range(_CODE)))


def shown(code: str) -> str:
    """A code as it is shown: in groups of four."""
    return "-".join(groups(code))


def groups(code: str) -> tuple[str, ...]:
    """The eight groups of a code."""
    plain = code.replace("-", "")
    return tuple(plain[start : start + _GROUP] for start in range(0, _CODE, _GROUP))


def read_code(typed: str) -> str:
    """The code that was typed, as it is kept: upper case, without groups.

    Case, spaces and strokes do not matter, nor do O for 0 and I or L for 1; digits may be of any script, and
    letters those of a Greek or Russian keyboard that look the same.
    Raises an AmdeskError where it cannot be a code.
    """
    found = read_part(typed)
    if len(found) != _CODE or not set(found) <= set(_LETTERS):
        raise AmdeskError(
            Message.count(
                N_("A recovery code has 32 letters and digits; {n} was typed. Type all eight groups."),
                N_("A recovery code has 32 letters and digits; {n} were typed. Type all eight groups."),
                len(found),
            )
            if len(found) != _CODE
            else N_("A letter was typed that no recovery code has. Compare it with your paper.")
        )
    return found


def read_part(typed: str) -> str:
    """Some groups of a code as they were typed, in the letters of a code."""
    plain = unicodedata.normalize("NFKC", typed).upper()
    letters = (str(unicodedata.digit(one, one)) for one in plain if one.isalnum())
    return "".join(letters).translate(_MEANT)
