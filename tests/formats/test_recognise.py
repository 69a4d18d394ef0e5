"""What kind of file this is, by what it says."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from amdesk.formats import csv, eml, json_archive, vcard
from amdesk.formats.recognise import kind_of

DATA = Path(__file__).parents[1] / "data"


@pytest.mark.parametrize("path", sorted(DATA.glob("*.[cv][sc][vf]")), ids=lambda path: path.name)
def test_every_sample_is_recognised(path: Path) -> None:
    assert kind_of(path.read_bytes()) == ("vcard" if path.suffix == ".vcf" else "csv")


def test_what_we_write_is_recognised() -> None:
    draft = eml.build(to=["a@x.example"], subject="s", plain="p", html="h", message_id="<a@b>")
    assert kind_of(draft) == "eml"
    assert kind_of(b"".join(csv.write(["Subject", "From"], []))) == "csv"
    assert kind_of(b"".join(vcard.write([vcard.Card("Ann")]))) == "vcard"
    assert kind_of(b"".join(json_archive.write({}, made_at=datetime(2026, 3, 1, tzinfo=UTC)))) == "json"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "csv"),
        ("\ufeffBEGIN:VCARD\n".encode("utf-16-le"), "vcard"),
        (b"\xef\xbb\xbf\n begin:vcard", "vcard"),
        (b"Received: x\r\n by y\r\nFrom: a@x.example\r\n\r\n", "eml"),
        (b"name,phone\nFrom: x,1\n", "csv"),
        (b'{"format": "other"}', "csv"),
        (b"a: b\n" * 3_000, "csv"),
    ],
)
def test_a_file_is_known_by_its_beginning(data: bytes, kind: str) -> None:
    assert kind_of(data) == kind
