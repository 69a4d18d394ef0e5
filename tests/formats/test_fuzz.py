"""Every parser of strangers' files, fed with damaged ones: a value or a sentence, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amdesk.domain.errors import AmdeskError
from amdesk.formats import csv, eml, json_archive, pasted, recognise, vcard

DATA = Path(__file__).parents[1] / "data"
MAIL = (
    b'From: Maya <maya@a.example>\r\nTo: "B, C" <b@c.example>\r\nSubject: =?utf-8?q?caf=C3=A9?=\r\n'
    b"Message-ID: <1@a>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=x\r\n\r\n"
    b"--x\r\n"
    b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    b"<p>caf=C3=A9 <b>x</b></p>\r\n--x--\r\n"
)
ARCHIVE = json.dumps(
    {
        "format": "amdesk",
        "version": 1,
        "made_at": "2026-01-01T00:00:00+00:00",
        "tables": {"client": [{"uuid": "x"}]},
    }
).encode()


def _csv(data: bytes) -> object:
    return list(csv.read(data, name="x.csv").rows())


def _cards(data: bytes) -> object:
    return list(vcard.read(data, name="x.vcf"))


def _refusal(parse: Callable[[bytes], object], data: bytes) -> str:
    """The sentence with which some bytes are refused; a stop where they are read."""
    try:
        parse(data)
    except AmdeskError as refused:
        return str(refused)
    return "."


PARSERS: dict[str, tuple[Callable[[bytes], object], bytes]] = {
    "mail": (lambda data: eml.read(data, name="x.eml"), MAIL),
    "cards": (_cards, (DATA / "rfc6350-example.vcf").read_bytes()),
    "old cards": (_cards, (DATA / "outlook-2007.vcf").read_bytes()),
    "list": (_csv, (DATA / "clients-russian-cp1251.csv").read_bytes()[:3_000]),
    "archive": (lambda data: json_archive.read(data, name="x.json"), ARCHIVE),
    "kind": (recognise.kind_of, MAIL),
    "people": (lambda data: pasted.people(data.decode("utf-8", "replace")), MAIL),
}
PIECES = (b"(", b'"', b"<", b"[[{", b"\n", b"=?", b"BEGIN:VCARD\n")
# Where a piece is put, how much of what stood there goes, and how often it is said.
HURT = st.lists(
    st.tuples(
        st.integers(0, 4_000), st.integers(0, 60),
        st.one_of(st.binary(max_size=12), st.sampled_from(PIECES)),
        st.sampled_from([1, 1, 1, 500]),
    ),
    min_size=1, max_size=6,
)  # fmt: skip


def test_a_list_that_begins_in_wide_letters_and_goes_on_otherwise_gets_a_sentence() -> None:
    data = b"\0n" * 500 + (DATA / "clients-russian-cp1251.csv").read_bytes()[:3_000]
    assert _refusal(_csv, data).endswith(".")


@pytest.mark.parametrize("kind", PARSERS)
@settings(max_examples=50, deadline=None)
@given(hurt=HURT)
def test_a_damaged_file_is_a_value_or_a_sentence(kind: str, hurt: list[tuple[int, int, bytes, int]]) -> None:
    parse, data = PARSERS[kind]
    for at, gone, piece, times in hurt:
        place = at % (len(data) + 1)
        data = data[:place] + piece * times + data[place + gone :]
    assert _refusal(parse, data).endswith(".")  # any other error fails the test as well
