"""``amdesk import`` and ``amdesk export``."""

from __future__ import annotations

import signal
import sys
from pathlib import Path
from types import FrameType

import pytest

from tests import workbooks
from tests.cli.terminal import ROOT, Terminal

DATA = ROOT / "tests" / "data"
HEBREW = DATA / "clients-hebrew-cp1255.csv"
COUNTS = ("rows", "new", "updated", "duplicates", "error_count")


def counts(told: dict[str, int]) -> tuple[int, ...]:
    """The counts of one file."""
    return tuple(told[name] for name in COUNTS)


def test_a_list_comes_in_and_the_same_list_again_changes_nothing(terminal: Terminal) -> None:
    first = terminal("import", HEBREW, "--json")
    assert (first.code, first.err) == (0, "")
    (told,) = first.json["files"]
    assert told.keys() == {"file", "rows", "new", "updated", "duplicates", "errors", "error_count"}
    assert (told["file"], told["errors"]) == (str(HEBREW), [])
    assert counts(told) == (4, 4, 0, 0, 0)
    before = terminal("clients", "--json").out
    (again,) = terminal("import", HEBREW, "--json").json["files"]
    assert counts(again) == (4, 0, 0, 4, 0)
    assert terminal("clients", "--json").out == before


def test_a_sheet_of_a_workbook_is_chosen_by_its_name(terminal: Terminal, tmp_path: Path) -> None:
    file = workbooks.book(tmp_path, workbooks.PEOPLE, Partners=workbooks.MORE)
    told = terminal("import", file, "--sheet", "Partners", "--json").json["files"][0]
    assert counts(told) == (1, 1, 0, 0, 0)
    assert "no sheet" in terminal("import", file, "--sheet", "Nobody").err
    assert [one["name"] for one in terminal("clients", "--json").json] == ["Acme"]


def test_a_calendar_comes_in_and_all_that_is_ahead_goes_out(terminal: Terminal, tmp_path: Path) -> None:
    first = terminal("import", DATA / "other-calendar.ics", "--json")
    assert (first.code, counts(first.json["files"][0])) == (1, (6, 4, 0, 0, 2))
    files = terminal("export", tmp_path, "--format", "icalendar", "--json").json["files"]
    assert [Path(file).name for file in files] == ["amdesk.ics"]
    assert counts(terminal("import", *files, "--json").json["files"][0])[1:3] == (0, 0)


def test_a_dry_run_tells_of_every_row_and_changes_nothing(terminal: Terminal) -> None:
    told = terminal("import", "--dry-run", HEBREW, "--json").json["files"][0]
    assert counts(told) == (4, 4, 0, 0, 0)
    assert [(row["line"], row["kind"]) for row in told["verdicts"]] == [(n, "new") for n in (2, 3, 4, 5)]
    shown = terminal("import", "--dry-run", HEBREW)
    assert "4 rows: 4 new, 0 updated, 0 already there, 0 faulty." in shown.out
    assert "Read as cp1255." in shown.out
    assert "דנה לוי" in shown.out
    assert terminal("clients", "--json").json == []


def test_a_dry_run_of_two_files_knows_of_the_first_when_it_reads_the_second(
    terminal: Terminal, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.csv"
    copy.write_bytes(HEBREW.read_bytes())
    first, second = terminal("import", "--dry-run", HEBREW, copy, "--json").json["files"]
    assert (first["new"], second["duplicates"]) == (4, 4)
    assert terminal("clients", "--json").json == []


def test_lists_and_cards_of_other_programs_come_in_together(terminal: Terminal) -> None:
    files = sorted([*DATA.glob("clients-*.csv"), DATA / "google-contacts.csv", *DATA.glob("*.vcf")])
    told = terminal("import", *files, "--json")
    assert told.code == 0, told.err
    assert [one["file"] for one in told.json["files"]] == [str(file) for file in files]
    for one in told.json["files"]:
        rows, new, updated, duplicates, errors = counts(one)
        assert rows == new + updated + duplicates + errors > 0
    (person,) = terminal("clients", "کریمی", "--json").json[0]["contacts"]
    assert (person["birthday"], person["birthday_calendar"]) == ("1985-10-07", "jalali")
    assert (person["mobile"], person["mobile_e164"]) == ("۰۹۱۲۳۴۵۶۷۸۹", "+989123456789")
    assert terminal("check").code == 0


def test_a_row_with_an_error_is_told_with_its_line_and_the_others_come_in(
    terminal: Terminal, tmp_path: Path
) -> None:
    file = tmp_path / "cut-off.vcf"
    file.write_text(
        "BEGIN:VCARD\nVERSION:4.0\nFN:Ann One\nEND:VCARD\nBEGIN:VCARD\nFN:Ben Tw", encoding="utf-8"
    )
    told = terminal("import", file, "--json")
    (one,) = told.json["files"]
    assert told.code == 1
    assert counts(one) == (2, 1, 0, 0, 1)
    (error,) = one["errors"]
    assert error.keys() == {"line", "message"}
    assert error["line"] == 5
    assert told.err == f"{file}, line 5: {error['message']}\n"
    assert [client["name"] for client in terminal("clients", "--json").json] == ["Ann One"]


@pytest.mark.parametrize(
    ("name", "content"),
    [("empty.csv", b""), ("picture.csv", bytes(range(256)) * 40), ("missing.csv", None)],
)
def test_a_file_that_cannot_be_read_takes_all_of_them_back(
    terminal: Terminal, tmp_path: Path, name: str, content: bytes | None
) -> None:
    file = tmp_path / name
    if content is not None:
        file.write_bytes(content)
    told = terminal("import", HEBREW, file, "--json")
    assert (told.code, told.out) == (1, "")
    assert name in told.err
    assert "Traceback" not in told.err
    assert terminal("clients", "--json").json == []


def test_another_encoding_can_be_chosen_and_a_wrong_one_is_said(terminal: Terminal) -> None:
    right = terminal("import", HEBREW, "--encoding", "cp1255", "--dry-run", "--json").json["files"][0]
    wrong = terminal("import", HEBREW, "--encoding", "utf-8", "--json")
    nonsense = terminal("import", HEBREW, "--encoding", "klingon", "--json")
    assert right["encoding"] == "cp1255"
    assert (wrong.code, wrong.out, nonsense.code, nonsense.out) == (1, "", 1, "")
    assert HEBREW.name in wrong.err
    assert "klingon" in nonsense.err


def long_list(folder: Path, rows: int) -> Path:
    """A list of so many companies, each with a person."""
    lines = (f"Company {n},Person {n},+44 7700 900{n % 1000:03},p{n}@example.example" for n in range(rows))
    file = folder / "long.csv"
    file.write_text("Company,Contact,Mobile,Email\n" + "\n".join(lines), encoding="utf-8")
    return file


def test_ctrl_c_ends_an_import_without_a_trace(terminal: Terminal, tmp_path: Path) -> None:
    terminal("clients")
    journal = terminal.folder / "amdesk.sqlite-wal"
    assert not journal.exists()
    # so many rows do not fit into memory at once: the journal appears long before the end
    with terminal.start("import", long_list(tmp_path, 60_000)) as going:
        while going.poll() is None and not journal.exists():
            pass
        going.send_signal(signal.SIGINT)
        out, err = going.communicate(timeout=60)
    assert (going.returncode, out) == (1, b"")
    assert err.decode().strip() == "Stopped. Nothing was imported."
    assert terminal("clients", "--json").json == []


def test_an_import_that_is_stopped_half_way_rolls_back(terminal: Terminal, tmp_path: Path) -> None:
    taken = 0

    def stop_after_some(frame: FrameType, event: str, _arg: object) -> None:
        nonlocal taken
        if event == "call" and frame.f_code.co_filename.endswith("merging.py"):
            taken += 1
            if taken == 9_000:
                sys.setprofile(None)
                raise KeyboardInterrupt

    sys.setprofile(stop_after_some)
    try:
        told = terminal("import", HEBREW, long_list(tmp_path, 2_000))
    finally:
        sys.setprofile(None)
    assert (taken, told.code, told.out) == (9_000, 1, "")
    assert told.err.strip() == "Stopped. Nothing was imported."
    assert terminal("clients", "--json").json == []
    assert terminal("check").code == 0


def test_everything_goes_out_and_comes_back_in(terminal: Terminal, tmp_path: Path) -> None:
    terminal("demo", "--once", tmp_path / "x.png", QT_QPA_PLATFORM="offscreen")
    told = terminal("export", tmp_path / "out", "--json")
    files = told.json["files"]
    assert [Path(file).name for file in files] == [
        "clients.csv", "interactions.csv", "interaction_contacts.csv", "summaries.csv", "points.csv",
        "reminders.csv", "personal_dates.csv", "goals.csv", "measurements.csv", "milestones.csv",
        "planned_actions.csv", "client_shares.csv", "tasks.csv", "task_links.csv",
        "questions.csv", "outbox.csv",
        "attachments.csv", "apart.csv", "merged.csv", "amdesk.xlsx", "contacts.vcf", "amdesk.ics",
        "amdesk.json",
    ]  # fmt: skip
    other = Terminal(tmp_path / "other")
    assert other("import", tmp_path / "out" / "amdesk.json").code == 0

    def known(at: Terminal) -> list[dict[str, object]]:
        return [
            {key: value for key, value in one.items() if key != "id"} for one in at("clients", "--json").json
        ]

    assert known(other) == known(terminal)
    noon = "2030-01-01T12:00Z"
    assert len(other("today", "--as-of", noon, "--json").json["sections"]) == len(
        terminal("today", "--as-of", noon, "--json").json["sections"]
    )
    again = other("import", *files, "--json").json["files"]
    assert {(one["new"], one["updated"], one["error_count"]) for one in again} == {(0, 0, 0)}


def test_one_format_can_be_chosen_and_a_folder_that_cannot_be_made_is_said(
    northwind: Terminal, tmp_path: Path
) -> None:
    shown = northwind("export", tmp_path / "cards", "--format", "vcard")
    assert shown.out == f"{tmp_path / 'cards' / 'contacts.vcf'}\n"
    assert [file.name for file in (tmp_path / "cards").iterdir()] == ["contacts.vcf"]
    (tmp_path / "file").write_text("x")
    told = northwind("export", tmp_path / "file" / "deeper")
    assert (told.code, told.out) == (1, "")
    assert str(tmp_path / "file" / "deeper") in told.err
