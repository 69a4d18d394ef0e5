"""The whole file as JSON: everything comes back, and what is no whole archive is refused with a sentence."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amdesk.domain.errors import AmdeskError
from amdesk.formats import json_archive
from amdesk.formats.json_archive import Archive, Value

DATA = Path(__file__).parents[1] / "data"
NAUGHTY: list[str] = json.loads((DATA / "blns.json").read_text(encoding="utf-8"))
NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
VALUES = (
    st.none() | TEXT | st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False, allow_infinity=False)
)


def written(tables: Mapping[str, list[dict[str, Value]]]) -> bytes:
    return b"".join(json_archive.write(tables, made_at=NOW))


def read(data: bytes) -> Archive:
    return json_archive.read(data, name="all.json")


def archive(**changes: object) -> bytes:
    whole = {
        "format": "amdesk",
        "version": 1,
        "made_at": NOW.isoformat(),
        "tables": {"client": []},
        **changes,
    }
    return json.dumps(whole).encode()


@given(st.dictionaries(TEXT, st.lists(st.dictionaries(TEXT, VALUES, max_size=4), max_size=4), max_size=3))
def test_everything_written_is_read_back(tables: dict[str, list[dict[str, Value]]]) -> None:
    found = read(written(tables))
    assert found.made_at == NOW
    assert {name: list(rows) for name, rows in found.tables.items()} == tables


def test_every_naughty_string_comes_back_unchanged() -> None:
    rows: list[dict[str, Value]] = [{"name": text, text: "x"} for text in NAUGHTY]
    assert list(read(written({"client": rows})).tables["client"]) == rows


def test_rows_are_taken_one_by_one_and_stand_on_a_line_each() -> None:
    taken: list[int] = []

    def rows() -> Iterator[dict[str, Value]]:
        for number in range(1_000):
            taken.append(number)
            yield {"id": number}

    pieces = json_archive.write({"client": rows()}, made_at=NOW)
    assert b"format" in next(pieces)
    next(pieces)
    next(pieces)
    assert len(taken) == 1
    assert b"".join(pieces).splitlines()[1] == b'{"id": 1},'


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b"name,phone\n", r"is not JSON: line 1, column 1"),
        (b'{"format": "amdesk",\n "version": x}', r"is not JSON: line 2, column 13"),
        (b'{"format": "amdesk"}\n{}', r"is not JSON: line 2, column 1"),
        (b'{"format":\n "\xff"}', r"is not UTF-8: line 2, byte 3"),
        (b"[" * 100_000, "nested too deep"),
        (b"[]", "no archive of amdesk"),
        (archive(format="other"), "no archive of amdesk"),
        (archive(version=2), r"made by a newer amdesk \(archive version 2\)"),
        (archive(version="1"), "does not say which version"),
        (archive(version=True), "does not say which version"),
        (archive(made_at="yesterday"), "does not say when it was made"),
        (archive(made_at="2026-03-01T09:30:00"), "does not say when it was made"),
        (archive(made_at=5), "does not say when it was made"),
        (archive(tables=[]), "has no tables"),
        (archive(tables={"client": {}}), "table client is no list"),
        (archive(tables={"client": [1]}), "table client, row 1"),
        (
            archive(tables={"client": [{"a": 1}, {"a": [1]}]}),
            "table client, row 2, the value of “a” is damaged",
        ),
        (archive(tables={"client": [{"a": True}]}), "row 1, the value of “a”"),
        (archive(tables={"client": [{"a": 2**63}]}), "row 1, the value of “a”"),
        (archive(tables={"client": [{"a": "\0"}]}), "row 1, the value of “a”"),
        (archive(tables={"client": [{"a": "\ud800"}]}), "row 1, the value of “a”"),
        (archive(tables={"client": [{"a": math.nan}]}), "NaN is no number"),
        (archive(tables={}).replace(b"{}", b'{"a": [], "a": []}'), "“a” stands twice"),
        (
            archive(tables={"client": [{"a": 1}]}).replace(b"1}]", b"9" * 5_000 + b"}]"),
            "no archive of amdesk as it stands",
        ),
        (archive(tables={"client": [{"a": 1}]}).replace(b"1}]", b"1e999}]"), "row 1, the value of “a”"),
    ],
)
def test_what_is_no_whole_archive_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(AmdeskError, match=said):
        read(data)


def test_an_archive_cut_off_anywhere_is_refused() -> None:
    whole = written({"client": [{"name": "Дана", "id": 1, "next": None}], "contact": []})
    for end in range(1, len(whole.rstrip())):
        with pytest.raises(AmdeskError, match=r"all\.json"):
            read(whole[:end])
    with pytest.raises(AmdeskError, match="is cut off in line 3"):
        read(whole[: whole.index("Дана".encode()) + 4])


def test_a_number_without_end_is_told_in_our_own_words() -> None:
    with pytest.raises(AmdeskError, match="a number is far too long"):
        json_archive.read(b'{"format": "amdesk", "version": ' + b"9" * 5000 + b"}", name="amdesk.json")
