"""Members of a ZIP from outside: whether they can be opened at all, before zipfile stumbles over them."""

from __future__ import annotations

import zipfile

_WAYS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}  # in which we pack, and those who write workbooks
_LOCKED = 0x1  # the bit of a member's flags; reading such a one is a RuntimeError


def is_locked(member: zipfile.ZipInfo) -> bool:
    """Whether a password is asked for."""
    return bool(member.flag_bits & _LOCKED)


def is_plain(member: zipfile.ZipInfo) -> bool:
    """Whether it is packed in a usual way and begins within the file: the disk would be asked for it."""
    return member.compress_type in _WAYS and member.header_offset >= 0
