"""A packed spreadsheet before it is read: whether it is one, how large it would be, what of it is merged."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Mapping
from typing import BinaryIO
from xml.etree import ElementTree as ET

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_
from amdesk.formats import limits, packing

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
# What a damaged workbook makes those who read it raise; test_damaged_sheets has a file for each of them.
DAMAGE = (
    zipfile.BadZipFile,  # a piece of the packing is another than the table of pieces says
    zlib.error,  # a piece cannot be unpacked
    EOFError,  # a piece ends before it should
    NotImplementedError,  # the packing says it is of a kind still to come
    SyntaxError,  # a part is no XML
    KeyError,  # what one part calls by its name is in no other
    IndexError,  # what one part calls by its number is in no other
    ValueError,  # an attribute holds something else than a number, a place or one of a few words
    TypeError,  # an attribute is missing
    OverflowError,  # a number has more figures than a number can
    AttributeError,  # a sheet of charts has none
)
_AUTHOR = "docProps/core.xml"
_MOST_PARTS = 5_000
_MOST_MERGED = 20_000
_PROLOG = 1 << 16
_CHUNK = 1 << 18
_OVERLAP = 4_000
_MERGED = re.compile(rb'<(?:\w{1,9}:)?mergeCell [^>]{0,80}?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
# A formula beside which no value stands; one whose value is an empty text says t="str".
_UNSOLVED = re.compile(
    rb'<(?:\w{1,9}:)?c (?![^>]{0,300}t="str")[^>]{0,300}>\s{0,9}<(?:\w{1,9}:)?f[^>]{0,300}>[^<]{0,3000}'
    rb"</(?:\w{1,9}:)?f>\s{0,9}(?:<(?:\w{1,9}:)?v\s?/>|<(?:\w{1,9}:)?v></(?:\w{1,9}:)?v>)?\s{0,9}</(?:\w{1,9}:)?c>"
)
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def refuse_other_kinds(stream: BinaryIO, *, name: str) -> None:
    """An AmdeskError with a way on for what is no workbook of Excel's, is locked, or far too large."""
    head = stream.read(len(OLE))
    if head == OLE:
        stream.seek(0)
        raise _old_or_locked(stream.read(), name)
    try:
        with zipfile.ZipFile(stream) as packed:
            _look_over(packed, name)
    except DAMAGE:
        raise damaged(name) from None


def is_ours(stream: BinaryIO) -> bool:
    """Whether a file is a workbook that amdesk wrote."""
    try:
        with zipfile.ZipFile(stream) as packed:
            member = packed.getinfo(_AUTHOR)
            if packing.is_locked(member) or not packing.is_plain(member):
                return False
            with packed.open(member) as part:
                return b"<dc:creator>amdesk</dc:creator>" in part.read(_PROLOG)
    except DAMAGE:
        return False


def damaged(name: str) -> AmdeskError:
    """What to say of a workbook that cannot be read."""
    return AmdeskError(
        N_("{file} is damaged, or no spreadsheet. Open it in its program and save it again as XLSX."),
        file=name,
    )


def _look_over(packed: zipfile.ZipFile, name: str) -> None:
    parts = packed.infolist()
    names = {part.filename for part in parts}
    limits.refuse_bomb(
        sum(part.compress_size for part in parts), sum(part.file_size for part in parts), name=name
    )
    if "xl/workbook.bin" in names:
        raise _save_as_xlsx(name)
    if {"amdesk.sqlite", "backup.json"} <= names:
        raise AmdeskError(N_("{file} is a backup. Restore it under Settings, in Backups."), file=name)
    if any(map(packing.is_locked, parts)):
        raise _locked(name)
    if not all(map(packing.is_plain, parts)):
        raise damaged(name)
    if "mimetype" in names and packed.read("mimetype").strip() == _ODS:
        raise _save_as_xlsx(name)
    if "xl/workbook.xml" not in names:
        raise AmdeskError(
            N_(
                "{file} is a packed file, but no spreadsheet. Choose a list, cards, a calendar or an archive."
            ),
            file=name,
        )
    if len(parts) > _MOST_PARTS or any(_declares(packed, part) for part in parts):
        raise damaged(name)


def _declares(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Whether a part declares entities of its own, which a few letters could make fill the memory."""
    if not part.filename.endswith((".xml", ".rels")):
        return False
    with packed.open(part) as stream:
        return b"<!DOCTYPE" in stream.read(_PROLOG)


def _old_or_locked(data: bytes, name: str) -> AmdeskError:
    return _locked(name) if "EncryptedPackage".encode("utf-16-le") in data else _save_as_xlsx(name)


def _locked(name: str) -> AmdeskError:
    return AmdeskError(
        N_("{file} is protected by a password. Open it in its program and save it without one."), file=name
    )


def _save_as_xlsx(name: str) -> AmdeskError:
    return AmdeskError(
        N_("{file} is a spreadsheet of a kind that is not read here. Save it as XLSX or CSV."), file=name
    )


Merged = tuple[int, int, int, int]  # first column and row, last column and row, all from 1


def merged_cells(stream: BinaryIO, sheet: str, *, name: str) -> list[Merged]:
    """The merged ranges of a sheet: they stand behind its cells, so the part is passed over in pieces.

    An AmdeskError where a formula has no value: its cell would look empty.
    """
    with zipfile.ZipFile(stream) as packed:
        place = _places(packed).get(sheet)
        if place is None:
            return []
        found: dict[Merged, None] = {}
        rest = b""
        with packed.open(place) as part:
            while piece := part.read(_CHUNK):
                rest += piece
                if b"f>" in rest and _UNSOLVED.search(rest):
                    raise _unsolved(name)
                for one in _MERGED.finditer(rest):
                    found[_column(one[1]), int(one[2]), _column(one[3]), int(one[4])] = None
                    if len(found) > _MOST_MERGED:
                        return []
                rest = rest[-_OVERLAP:]
    return list(found)


def _places(packed: zipfile.ZipFile) -> Mapping[str, str]:
    """In which part each sheet is kept."""
    relations = ET.fromstring(packed.read("xl/_rels/workbook.xml.rels"))
    targets = {one.get("Id"): one.get("Target", "") for one in relations}
    book = ET.fromstring(packed.read("xl/workbook.xml"))
    found = {}
    for sheet in book.iter():
        target = targets.get(sheet.get(_RELATION))
        if target and sheet.tag.endswith("}sheet"):
            found[sheet.get("name", "")] = target.lstrip("/") if target[0] == "/" else f"xl/{target}"
    return found


def _unsolved(name: str) -> AmdeskError:
    return AmdeskError(
        N_(
            "{file} has formulas whose results were never saved. Open it in its program, save it there, "
            "and import it again."
        ),
        file=name,
    )


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
