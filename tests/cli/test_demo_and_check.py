"""``amdesk demo`` and ``amdesk check``."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from amdesk.cli.program import run
from amdesk.services import clients
from tests.cli.terminal import NotingWindow, Terminal
from tests.desks import open_desk, raw


def test_the_demo_draws_its_first_page_and_ends(terminal: Terminal, tmp_path: Path) -> None:
    told = terminal("demo", "--once", tmp_path / "first.png", QT_QPA_PLATFORM="offscreen")
    assert (told.code, told.out) == (0, ""), told.err
    assert (tmp_path / "first.png").read_bytes().startswith(b"\x89PNG")
    assert len(terminal("clients", "--json").json) == 40


def test_a_picture_that_cannot_be_saved_is_said(terminal: Terminal, tmp_path: Path) -> None:
    told = terminal("demo", "--once", tmp_path / "nowhere" / "first.png", QT_QPA_PLATFORM="offscreen")
    assert told.code == 1
    assert "The picture could not be saved as " in told.err


def test_the_demo_has_a_folder_of_its_own() -> None:
    window = NotingWindow()
    assert run(["demo"], window=window) == 0
    ((folder, _language, picture),) = window.shown
    assert folder is not None
    assert folder.name == "demo"
    assert picture is None


def test_what_was_done_to_the_demo_stays_until_it_is_made_anew(tmp_path: Path) -> None:
    def count() -> int:
        desk = open_desk(tmp_path)
        found = len(clients.find(desk))
        desk.close()
        return found

    window = NotingWindow()
    run(["--data", str(tmp_path), "demo"], window=window)
    desk = open_desk(tmp_path)
    clients.add(desk, name="One more")
    desk.close()
    run(["--data", str(tmp_path), "demo"], window=window)
    assert count() == 41
    run(["--data", str(tmp_path), "demo", "--fresh"], window=window)
    assert count() == 40


def test_a_persons_own_portfolio_is_never_made_anew(northwind: Terminal) -> None:
    told = northwind("demo", "--fresh", "--once", northwind.folder / "first.png")
    assert told.code == 1
    assert "is not the sample, so it stays" in told.err
    assert [client["code"] for client in northwind("clients", "--json").json] == ["NWT"]


def test_a_sound_file_passes_the_check(northwind: Terminal) -> None:
    shown, told = northwind("check"), northwind("check", "--json")
    assert (shown.code, shown.out, shown.err) == (0, "The file is sound.\n", "")
    assert (told.code, told.json) == (0, {"ok": True, "problems": []})


def test_what_is_wrong_with_the_file_is_said_and_ends_with_one(northwind: Terminal) -> None:
    desk = open_desk(northwind.folder)
    desk.store.connection.execute("UPDATE client SET last_contact_at = '1999-01-01T00:00:00Z'")
    desk.close()
    shown, told = northwind("check"), northwind("check", "--json")
    sentence = "The last contact kept with client NWT is not that of their calls."
    assert (shown.code, shown.out) == (1, sentence + "\n")
    assert (told.code, told.json) == (1, {"ok": False, "problems": [sentence]})


def test_damage_met_on_the_way_is_a_sentence_and_no_traceback(northwind: Terminal) -> None:
    path = northwind.folder / "amdesk.sqlite"
    with closing(raw(path)) as held:
        (page,) = held.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'client'").fetchone()
    data = bytearray(path.read_bytes())
    data[(page - 1) * 4096 + 300] ^= 1
    path.write_bytes(data)
    told = northwind("clients")
    assert (told.code, told.out) == (1, "")
    assert told.err.startswith("A part of your file is damaged")
