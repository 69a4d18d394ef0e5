"""An archive that somebody has laid hands on: refused with a sentence, whatever its bytes say."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amdesk.domain.errors import AmdeskError
from amdesk.formats import backup_archive

TOLD = backup_archive.Told(datetime(2026, 12, 14, tzinfo=UTC), {"client": 1})


@pytest.fixture
def made(tmp_path: Path) -> Path:
    (tmp_path / "records").write_bytes(bytes(range(256)) * 2)
    members = [(backup_archive.RECORDS, tmp_path / "records"), (f"files/{'a' * 64}", tmp_path / "records")]
    list(backup_archive.write(tmp_path / "all.zip", TOLD, members))
    return tmp_path / "all.zip"


def read(path: Path, into: Path) -> None:
    """Read all there is to an archive."""
    backup_archive.told(path)
    backup_archive.size(path)
    into.mkdir()
    list(backup_archive.unpack(path, into))


def flagged_as_encrypted(made: Path) -> None:
    found = bytearray(made.read_bytes())
    at = found.index(b"PK\x01\x02", found.index(b"PK\x01\x02") + 1)  # the second member of the table
    found[at + 8] |= 1
    made.write_bytes(bytes(found))


def packed_otherwise(made: Path) -> None:
    with zipfile.ZipFile(made) as archive:
        page = archive.read("backup.json")
    with zipfile.ZipFile(made, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("backup.json", page)
        archive.writestr(backup_archive.RECORDS, b"records")


def without_a_page(made: Path) -> None:
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(backup_archive.RECORDS, b"records")


def with_page(text: str) -> Callable[[Path], None]:
    def harm(made: Path) -> None:
        with zipfile.ZipFile(made, "w") as archive:
            archive.writestr("backup.json", text)
            archive.writestr(backup_archive.RECORDS, b"records")

    return harm


def page(**values: object) -> str:
    return json.dumps({"made_by": "amdesk", "made_at": "2026-12-14T12:00:00Z", "counts": {}, **values})


HARMS = {
    "an encrypted member": flagged_as_encrypted,
    "another packing": packed_otherwise,
    "no page": without_a_page,
    "a page that is no JSON": with_page("{"),
    "a page of lists": with_page("[]"),
    "a page without end": with_page("[" * 60_000),
    "another maker": with_page(page(made_by="somebody")),
    "no moment": with_page(page(made_at=None)),
    "a moment of no zone": with_page(page(made_at="2026-12-14T12:00:00")),
    "a moment out of reach": with_page(page(made_at="0001-01-01T00:00:00+14:00")),
    "counts that are none": with_page(page(counts={"client": "many"})),
}


@pytest.mark.parametrize("harm", HARMS.values(), ids=HARMS)
def test_what_is_no_backup_of_ours_is_said_in_a_sentence(
    made: Path, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    harm(made)
    with pytest.raises(AmdeskError, match="damaged, or not a backup made by amdesk"):
        read(made, tmp_path / "out")


def test_an_archive_that_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(AmdeskError, match="cannot be read"):
        backup_archive.told(tmp_path / "gone.zip")


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(where=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), max_size=6))
def test_whatever_bytes_are_changed_nothing_but_a_sentence_comes_of_it(
    made: Path, tmp_path_factory: pytest.TempPathFactory, where: list[tuple[float, int]]
) -> None:
    whole = bytearray(made.read_bytes())
    for place, value in where:
        whole[int(place * len(whole))] = value
    other = tmp_path_factory.mktemp("harmed") / "all.zip"
    other.write_bytes(bytes(whole))
    with suppress(AmdeskError):
        read(other, other.parent / "out")
    taken = {path.name for path in other.parent.rglob("*") if path.is_file()}
    assert taken <= {"all.zip", backup_archive.RECORDS, "a" * 64, *backup_archive._KEYS}
