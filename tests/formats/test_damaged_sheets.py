"""Spreadsheets damaged in each of the ways that make their readers stumble: a sentence, or what is there."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Callable
from datetime import date
from tempfile import TemporaryFile

import pytest

from amdesk.domain.errors import AmdeskError
from amdesk.formats import xlsx
from tests.workbooks import Rows, filled, packed, parts_of, saved

SHEET, STYLES = "xl/worksheets/sheet1.xml", "xl/styles.xml"
TYPES, RELATIONS = "[Content_Types].xml", "xl/_rels/workbook.xml.rels"


def whole() -> dict[str, bytes]:
    """The parts of a workbook in which nothing is wrong."""
    rows: Rows = [["Name", "Phone", "Day"], ["Ann", 541234567, date(2026, 1, 2)]]
    return parts_of(saved(filled(rows, B2="0000000000")).getvalue())


def read(data: bytes) -> list[tuple[str, ...]]:
    """A file on the disk, which may refuse a place that memory lets pass."""
    with TemporaryFile() as file:
        file.write(data)
        file.seek(0)
        return [row.cells for row in xlsx.read(file, name="list.xlsx").rows()]


def refused(data: bytes) -> str:
    with pytest.raises(AmdeskError) as caught:
        read(data)
    return str(caught.value)


def changed(part: str, pattern: bytes, new: bytes) -> bytes:
    """A workbook of which one part says something else, once."""
    parts = whole()
    parts[part], times = re.subn(pattern, new, parts[part], count=1)
    assert times == 1
    return packed(parts)


def listed(at: int, value: int, *, size: str, way: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A workbook whose table of pieces says something else of the first piece."""
    data = bytearray(packed(whole(), way=way))
    struct.pack_into(size, data, data.index(b"PK\x01\x02") + at, value)
    return bytes(data)


def crushed() -> bytes:
    """A workbook of which the first piece is not what was packed."""
    data = bytearray(packed(whole()))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        first = archive.infolist()[0]
    begins = 30 + len(first.filename)
    data[begins : begins + first.compress_size] = b"\xff" * first.compress_size
    return bytes(data)


def charts_alone() -> bytes:
    """A workbook with a sheet of charts that says nowhere where they are."""
    parts = whole()
    parts["xl/chartsheets/sheet1.xml"] = (
        b'<chartsheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        b'<sheetViews><sheetView workbookViewId="0"/></sheetViews></chartsheet>'
    )
    named = parts[RELATIONS].replace(b'/worksheet"', b'/chartsheet"')
    parts[RELATIONS] = named.replace(b"worksheets/sheet1", b"chartsheets/sheet1")
    return packed(parts)


DAMAGED: dict[str, Callable[[], bytes]] = {
    "cut off": lambda: packed(whole())[:-500],
    "a piece that cannot be unpacked": crushed,
    "a piece that should be longer": lambda: listed(20, 1 << 20 | 1 << 52, size="<Q", way=zipfile.ZIP_STORED),
    "a kind of packing still to come": lambda: listed(6, 254, size="<B"),
    "packed as no workbook is, broken": lambda: listed(10, zipfile.ZIP_BZIP2, size="<H"),
    "packed as no workbook is, too": lambda: packed(whole(), way=zipfile.ZIP_LZMA),
    "a piece that begins before the file": lambda: b"PK\x05\x06".join(
        packed(whole())[500:].split(b"PK\x05\x06")
    ),
    "a part that is no XML": lambda: changed(STYLES, b"<styleSheet", b"<"),
    "a sheet that is no XML": lambda: changed(SHEET, b"</row>", b""),
    "a sheet that is called and is not there": lambda: changed(RELATIONS, b'Id="rId1"', b'Id="rId99"'),
    "a style that is called and is not there": lambda: changed(
        STYLES, b'(<cellStyle [^>]*xfId=")0', rb"\g<1>99"
    ),
    "a place that is none": lambda: changed(SHEET, b'r="B2"', b'r="2"'),
    "a number that is none": lambda: changed(SHEET, b"<v>541234567</v>", b"<v>+-</v>"),
    "a part without its name": lambda: changed(TYPES, rb'<Override [^>]*?PartName="[^"]*"', b"<Override"),
    "a number of too many figures": lambda: changed(
        STYLES, b'(<cellXfs[^>]*><xf numFmtId=")', rb"\g<1>" + b"9" * 30
    ),
    "charts that are nowhere": charts_alone,
    "no part that is the workbook": lambda: changed(TYPES, rb"sheet\.main\+xml", b"sheet.other+xml"),
}


@pytest.mark.parametrize("damage", DAMAGED)
def test_a_damaged_workbook_is_refused_with_a_way_on(damage: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "Open it in its program and save it again" in refused(DAMAGED[damage]())
    assert capsys.readouterr().out == ""  # where scripts read JSON


def test_a_number_whose_format_is_nowhere_is_read_as_it_is() -> None:
    data = changed(SHEET, rb'r="B2" s="\d+"', b'r="B2" s="99"')
    assert read(data) == [("Ann", "541234567", "2026-01-02")]
    assert read(packed(whole())) == [("Ann", "0541234567", "2026-01-02")]


def test_a_packed_file_that_is_locked_says_so_and_is_none_of_ours() -> None:
    data = bytearray(packed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", **whole()}))
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        for found in re.finditer(re.escape(sign), bytes(data)):
            data[found.start() + at] |= 1
    assert "save it without one" in refused(bytes(data))
    assert not xlsx.is_ours(io.BytesIO(bytes(data)))
