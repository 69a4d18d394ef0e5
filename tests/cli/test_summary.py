"""``amdesk summary``, from the first line to the confirmation."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.terminal import Answer, Terminal

FACTS = {
    "reference", "uuid", "version", "state", "message_id", "handed_over_at", "sent_at", "sent_to", "chases",
    "confirmed_by", "confirmed_at", "confirmed_how", "reason", "points",
}  # fmt: skip
POINT = {
    "uuid", "kind", "text", "side", "owner", "due_on", "change_kind", "from", "to", "effective_on",
}  # fmt: skip


@pytest.fixture
def reference(northwind: Terminal) -> str:
    """The reference of the one call there is."""
    return str(northwind("search", "rate", "--json").json[0]["title"])


def points(told: Answer) -> list[tuple[str, str]]:
    """The points told, each with its kind."""
    return [(point["kind"], point["text"]) for point in told.json["points"]]


def test_lines_become_points_by_their_sign_and_a_date_becomes_the_due_date(
    northwind: Terminal, reference: str
) -> None:
    typed = (
        "! Budget goes up\n> Send the plan by 2027-03-05\n\n~ New rate\n* They read on phones\n? Who pays?\n"
    )
    told = northwind("summary", "write", reference, "--json", "--as-of", "2027-03-01", stdin=typed)
    assert told.json.keys() == FACTS
    assert all(point.keys() == POINT for point in told.json["points"])
    assert points(told) == [
        ("decision", "Budget goes up"),
        ("action", "Send the plan by 2027-03-05"),
        ("change", "New rate"),
        ("insight", "They read on phones"),
        ("question", "Who pays?"),
    ]
    assert told.json["points"][1]["due_on"] == "2027-03-05"
    assert told.json["points"][1]["side"] == "us"


def test_options_say_who_owes_and_what_changes(northwind: Terminal, reference: str) -> None:
    northwind("summary", "write", reference, "> Send photos", "--side", "client", "--owner", "Maya", "--due",
              "2027-03-05")  # fmt: skip
    told = northwind("summary", "write", reference, "~ Rate", "! So be it", "--change-kind", "rate",
                     "--from", "10", "--to", "12", "--effective", "2027-04-01", "--json")  # fmt: skip
    action, change, decision = told.json["points"]
    assert (action["side"], action["owner"], action["due_on"]) == ("client", "Maya", "2027-03-05")
    assert (change["change_kind"], change["from"], change["to"]) == ("rate", "10", "12")
    assert change["effective_on"] == "2027-04-01"
    assert (decision["from"], decision["change_kind"]) == ("", None)


def test_replacing_keeps_the_points_that_stay(northwind: Terminal, reference: str) -> None:
    before = northwind("summary", "write", reference, "! One", "? Two", "--json").json["points"]
    after = northwind("summary", "write", reference, "--replace", "? Two", "! Three", "--json").json["points"]
    assert [(p["kind"], p["text"]) for p in after] == [("question", "Two"), ("decision", "Three")]
    assert after[0]["uuid"] == before[1]["uuid"]


def test_nothing_to_write_is_wrong_usage(northwind: Terminal, reference: str) -> None:
    told = northwind("summary", "write", reference, stdin="\n")
    assert told.code == 2
    assert "No lines are given" in told.err


def test_the_mail_is_shown_as_the_client_will_see_it(northwind: Terminal, reference: str) -> None:
    northwind("summary", "write", reference, "! Budget goes up", "--closing", "So long, and thanks")
    shown = northwind("summary", "show", reference)
    assert shown.out.startswith("To: maya@northwind.example\nSubject: ")
    assert "Budget goes up" in shown.out
    assert "So long, and thanks" in shown.out
    told = northwind("summary", "show", reference, "--json").json
    assert told.keys() == FACTS | {"language", "to", "subject", "plain", "html"}
    assert (told["language"], told["to"]) == ("en", ["maya@northwind.example"])
    assert reference in told["plain"]


def test_a_guard_warns_beside_and_a_private_line_stops_the_mail(northwind: Terminal, reference: str) -> None:
    warned = northwind("summary", "write", reference, "* Nice weather")
    assert (warned.code, warned.err) == (0, "")
    assert "There is no decision and no action in it." in northwind("summary", "show", reference).err
    other = northwind("log", "NWT", "Talk", "--private", "They may leave us", "--json").json["reference"]
    northwind("summary", "write", other, "! They may leave us")
    for words in (("sent", other), ("eml", other, str(northwind.folder / "x.eml"))):
        refused = northwind("summary", *words)
        assert refused.code == 1
        assert "Text of the private note stands in the mail." in refused.err
    assert not (northwind.folder / "x.eml").exists()


def test_the_draft_for_the_mail_program_is_handed_over_not_sent(
    northwind: Terminal, reference: str, tmp_path: Path
) -> None:
    northwind("summary", "write", reference, "! Budget goes up")
    told = northwind("summary", "eml", reference, tmp_path / "mail.eml", "--json")
    assert told.json["state"] == "handed_over"
    assert told.json["sent_at"] is None
    mail = (tmp_path / "mail.eml").read_bytes()
    assert b"X-Unsent: 1" in mail
    assert told.json["message_id"].encode() in mail


def test_a_summary_is_sent_chased_corrected_and_confirmed(northwind: Terminal, reference: str) -> None:
    def at(moment: str, *words: str) -> Answer:
        return northwind("summary", *words, "--as-of", moment, "--json")

    at("2027-03-01T10:00", "write", reference, "! Budget goes up")
    sent = at("2027-03-01T11:00", "sent", reference)
    assert (sent.json["state"], sent.json["sent_at"]) == ("sent", "2027-03-01T11:00:00Z")
    assert sent.json["sent_to"] == ["maya@northwind.example"]
    waiting = northwind("today", "--as-of", "2027-03-02", "--json").json
    due = northwind("today", "--as-of", "2027-03-03", "--json").json
    assert "confirmations" not in [section["name"] for section in waiting["sections"]]
    assert [row["action"] for row in due["sections"][0]["rows"]] == ["chase"]
    assert at("2027-03-03T10:00", "chase", reference).json["chases"] == 1
    assert at("2027-03-03", "write", reference, "! Too late").code == 1
    second = at("2027-03-04T10:00", "correct", reference)
    assert (second.json["version"], second.json["state"]) == (2, "draft")
    assert points(second) == [("decision", "Budget goes up")]
    at("2027-03-04T10:10", "write", reference, "--replace", "! Budget stays")
    at("2027-03-04T10:20", "sent", reference)
    done = at(
        "2027-03-05",
        "confirm",
        reference,
        "--who",
        "Maya Stern",
        "--how",
        "phone",
        "--at",
        "2027-03-05T09:00",
    )
    assert (done.json["state"], done.json["confirmed_by"], done.json["confirmed_how"]) == (
        "confirmed", "Maya Stern", "phone",
    )  # fmt: skip
    assert done.json["confirmed_at"] == "2027-03-05T09:00:00Z"
    quiet = northwind("today", "--as-of", "2027-03-09", "--json").json["sections"]
    assert [section["name"] for section in quiet] == ["clients"], "a client of tier A is due again"


def test_a_mail_is_proof_of_sending_and_of_the_answer(
    northwind: Terminal, reference: str, tmp_path: Path
) -> None:
    draft, answer = tmp_path / "draft.eml", tmp_path / "answer.eml"
    northwind("summary", "write", reference, "! Budget goes up")
    message_id = northwind("summary", "eml", reference, draft, "--json").json["message_id"]
    answer.write_text(
        f"From: Maya Stern <maya@northwind.example>\nDate: Fri, 05 Mar 2027 09:00:00 +0200\nSubject: Re\n"
        f"Message-ID: <r1@northwind.example>\nIn-Reply-To: {message_id}\n\nFine with us.\n"
    )
    sent = northwind("summary", "sent", reference, "--mail", draft, "--json")
    assert sent.json["state"] == "sent"
    ours = northwind("summary", "confirm", reference, "--mail", draft)
    refusal = "draft.eml is a mail you sent, not the client’s answer to it. Name the answer.\n"
    assert (ours.code, ours.err) == (1, refusal)
    told = northwind("summary", "confirm", reference, "--mail", answer, "--json").json
    assert (told["state"], told["confirmed_how"]) == ("confirmed", "reply")
    assert told["confirmed_by"] == "Maya Stern"
    assert told["confirmed_at"] == "2027-03-05T07:00:00Z"


def test_a_reminder_is_shown_and_written_and_said_to_be_sent(
    northwind: Terminal, reference: str, tmp_path: Path
) -> None:
    northwind("summary", "write", reference, "! Budget goes up")
    message_id = northwind("summary", "sent", reference, "--json").json["message_id"]
    shown = northwind("summary", "show", reference, "--reminder")
    assert "Subject: Re: Summary of our call" in shown.out
    assert "> 1. Budget goes up" in shown.out
    told = northwind("summary", "remind", reference, tmp_path / "again.eml", "--json")
    assert told.json["chases"] == 0
    assert f"In-Reply-To: {message_id}".encode() in (tmp_path / "again.eml").read_bytes()
    assert northwind("summary", "chase", reference, "--json").json["chases"] == 1


def test_no_summary_is_needed_for_a_reason(northwind: Terminal, reference: str) -> None:
    assert northwind("summary", "not-needed", reference, "--reason", " ").code == 1
    told = northwind("summary", "not-needed", reference.lower(), "--reason", "Only said hello", "--json")
    assert (told.json["state"], told.json["reason"]) == ("not_needed", "Only said hello")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("show", "NWT-1999-001"), "No call has the reference NWT-1999-001."),
        (("show", "{}"), "There is no summary of {} yet. “amdesk summary write” begins it."),
        (("sent", "{}"), "There is no summary of {} yet."),
    ],
)
def test_a_summary_that_is_not_there_is_said(
    northwind: Terminal, reference: str, words: tuple[str, str], sentence: str
) -> None:
    told = northwind("summary", *(word.format(reference) for word in words))
    assert (told.code, told.out) == (1, "")
    assert sentence.format(reference) in told.err


def test_the_order_of_things_is_kept(northwind: Terminal, reference: str) -> None:
    northwind("summary", "write", reference, "! Agreed")
    for words in (("confirm", reference, "--who", "Maya", "--how", "reply"), ("correct", reference),
                  ("chase", reference)):  # fmt: skip
        told = northwind("summary", *words)
        assert told.code == 1
        assert told.err.startswith("Only a summary that was sent ")
