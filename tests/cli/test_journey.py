"""The main job on the command line: from a list of another program to a summary the client has confirmed."""

from __future__ import annotations

from email import message_from_bytes, policy
from pathlib import Path

from tests.cli.terminal import ROOT, Terminal


def test_from_an_imported_list_to_a_confirmed_summary(terminal: Terminal, tmp_path: Path) -> None:
    assert terminal("import", ROOT / "tests" / "data" / "clients-hebrew-cp1255.csv").code == 0
    (oren,) = terminal("clients", "אורן", "--json").json
    assert {person["name"] for person in oren["contacts"]} == {"דנה לוי", "רות אברהם"}

    logged = terminal(
        "log", oren["code"], "תקציב המדיה לרבעון", "--contact", "דנה", "--minutes", "20",
        "--next", "2026-12-21", "--private", "לא לדבר על המתחרים", "--as-of", "2026-12-14T12:00", "--json",
    ).json  # fmt: skip
    evening = terminal("today", "--as-of", "2026-12-14T19:00", "--json").json
    assert [row["uuid"] for row in evening["sections"][0]["rows"]] == [logged["uuid"]]

    reference = logged["reference"]
    terminal(
        "summary", "write", reference, "--as-of", "2026-12-14T19:05",
        stdin="! התקציב נשאר כפי שהוא\n> לשלוח תוכנית מדיה עד 17.12.2026\n? מי מאשר את החשבונית?\n",
    )  # fmt: skip
    mail = terminal("summary", "show", reference, "--json").json
    assert (mail["language"], mail["to"]) == ("he", ["dana@oren.example"])
    assert "התקציב נשאר כפי שהוא" in mail["plain"]
    assert 'dir="rtl"' in mail["html"]
    assert "מתחרים" not in mail["plain"] + mail["html"]

    draft = tmp_path / "draft.eml"
    terminal("summary", "eml", reference, draft, "--as-of", "2026-12-14T19:10")
    letter = message_from_bytes(draft.read_bytes(), policy=policy.default)
    assert (letter["to"], letter["message-id"]) == (
        "dana@oren.example",
        mail["message_id"] or letter["message-id"],
    )
    asked = terminal("today", "--as-of", "2026-12-14T19:15", "--json").json
    assert [row["action"] for row in asked["sections"][0]["rows"]] == ["sent"]
    terminal("summary", "sent", reference, "--as-of", "2026-12-14T19:20")

    # Monday evening; in Israel the second working day after it is Wednesday.
    quiet = terminal("today", "--as-of", "2026-12-15", "--json").json
    due = terminal("today", "--as-of", "2026-12-16T09:00", "--json").json
    assert "confirmations" not in [section["name"] for section in quiet["sections"]]
    assert [row["action"] for row in due["sections"][0]["rows"]] == ["chase"]
    terminal("summary", "chase", reference, "--as-of", "2026-12-16T09:05")

    done = terminal(
        "summary", "confirm", reference, "--who", "דנה לוי", "--how", "reply",
        "--as-of", "2026-12-16T11:00", "--json",
    ).json  # fmt: skip
    assert (done["state"], done["confirmed_by"], done["chases"]) == ("confirmed", "דנה לוי", 1)
    left = terminal("today", "--as-of", "2026-12-16T12:00", "--json").json
    assert [section["name"] for section in left["sections"]] == ["questions"]
    (hit,) = terminal("search", "תוכנית מדיה", "--json").json
    assert (hit["kind"], hit["title"]) == ("interaction", reference)
    assert terminal("check", "--json").json == {"ok": True, "problems": []}
