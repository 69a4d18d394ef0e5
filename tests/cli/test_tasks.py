"""``amdesk tasks``, ``amdesk task add`` and ``amdesk task done``."""

from __future__ import annotations

from pathlib import Path

from tests.cli.terminal import Terminal

AT = ("--as-of", "2026-12-14T10:00Z")


def test_a_task_is_set_listed_and_done(northwind: Terminal, tmp_path: Path) -> None:
    form = tmp_path / "form.csv"
    form.write_text("week;orders\n")
    made = northwind(
        "task", "add", "Count the orders by shop", "--client", "Northwind", "--who", "Dana Levi",
        "--due", "2026-12-18", "--result", "One sheet", "--promise", "--file", form, *AT, "--json", TZ="UTC",
    ).json  # fmt: skip
    assert (made["side"], made["assignee"], made["due_on"]) == ("colleague", "Dana Levi", "2026-12-18")
    assert made["checkpoint_at"].startswith("2026-12-17T")
    (listed,) = northwind("tasks", "--json").json
    assert listed == made
    assert "Count the orders" in northwind("tasks", "dana").out
    done = northwind("task", "done", str(made["id"]), "--json").json
    assert done["state"] == "done"
    assert northwind("tasks", "--json").json == []
    assert [one["uuid"] for one in northwind("tasks", "--done", "--json").json] == [made["uuid"]]
    assert northwind("check").code == 0


def test_a_late_promise_opens_today(northwind: Terminal) -> None:
    northwind(
        "task", "add", "Send the plan", "--client", "Northwind", "--due", "2026-12-11", "--promise", *AT
    )
    found = northwind("today", "--json", *AT).json["sections"]
    assert found[0]["name"] == "promises"
    assert found[0]["rows"][0]["reason"] == "Promised by 11 Dec 2026: Send the plan"


def test_what_cannot_be_is_told_in_a_sentence(northwind: Terminal) -> None:
    told = northwind("task", "add", "Odd", "--start", "2026-12-18", "--due", "2026-12-14", *AT)
    assert told.code == 1
    assert "before it starts" in told.err
    told = northwind("task", "done", "99")
    assert told.code == 1
    assert "no task “99”" in told.err
    told = northwind("task", "add", "With a file", "--file", "not-there.pdf", *AT)
    assert told.code == 1
    assert "could not be copied" in told.err
    assert northwind("tasks", "--json").json == []


def test_without_tasks_a_sentence_says_so(northwind: Terminal) -> None:
    assert northwind("tasks").err == "No task is open.\n"
