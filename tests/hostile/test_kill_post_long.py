"""kill -9, a hundred times, while mails go out: no server gets one twice, and none goes lost."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event

import pytest

from amdesk.domain.points import Point
from amdesk.services import clients, contacts, interactions, mail_account, outbox, summaries
from amdesk.services.check import check
from amdesk.services.desk import Desk
from tests.desks import MailBox, open_desk
from tests.post_office import PostOffice, post_office

ROUNDS = 100
ANEW = 10  # rounds after which one begins with a new file
MAILS = 200
LONGEST = 0.8  # seconds from the start of the sending to the blow
SLOW = 0.008  # seconds that a server thinks at most before it says something

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a signal of POSIX systems"),
]


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """A folder with summaries that wait in the outbox, for longer than they are held."""
    earlier = datetime.now(UTC) - timedelta(hours=1)
    desk = open_desk(tmp_path / "template", clock=lambda: earlier, mail=MailBox())
    desk.settings.choose("my_email", "me@desk.example")
    mail_account.keep(desk, PostOffice(25).account(), password="secret")
    with desk.step("Fill"):
        client = clients.add(desk, name="Northwind")
        maya = contacts.add(desk, client, name="Maya Stern")
        contacts.add_address(
            desk, client, contact_id=maya, medium="email", label="mobile", value="maya@northwind.example"
        )
        for number in range(MAILS):
            call = interactions.log(desk, client_id=client, contact_ids=[maya], occasion=f"call {number}")
            made = summaries.start(desk, call)
            summaries.write(desk, made, [Point("decision", f"The budget stays at {number}")])
            summaries.hand_over_by(desk, made, way="smtp")
    desk.close()
    return tmp_path / "template"


def sending(folder: Path, port: int) -> subprocess.Popen[str]:
    """A program that sends, from when it does."""
    command = [sys.executable, "-m", "tests.hostile.sender", str(folder), str(port)]
    made = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert made.stdout is not None
    assert made.stdout.readline() == "open\n", "it never began: this round would prove nothing"
    return made


def taken(office: PostOffice) -> Counter[str]:
    """How often the server took each mail."""
    found = (re.search(rb"(?im)^Message-ID: (\S+)", mail) for mail in tuple(office.got))
    return Counter(one[1].decode() for one in found if one)


def look(desk: Desk, office: PostOffice, *, at_once: int) -> Counter[str]:
    """Nothing is sent twice or lost; how many mails are in which state. So many may be in doubt."""
    assert [str(problem) for problem in check(desk)] == []
    outbox.look_back(desk)
    got, mails = taken(office), outbox.lines(desk)
    assert len(mails) == MAILS, "a mail is gone"
    assert max(got.values(), default=0) <= 1, "a mail went out twice"
    for one in mails:
        allowed = {"given", "unclear"} if got[one.message_id] else {"waiting", "unclear"}
        assert one.state in allowed, f"{one.state}, and the server took it {got[one.message_id]} times"
        assert one.summary_id is not None
        is_sent = summaries.get(desk, one.summary_id).state == "sent"
        assert is_sent == (one.state == "given"), "what follows from it is noted with it"
    found = Counter(one.state for one in mails)
    assert found["unclear"] <= at_once, "only what was being given may be in doubt"
    return found


def test_no_mail_goes_out_twice_and_none_is_lost(tmp_path: Path, template: Path) -> None:
    chance, whole = random.Random(12), Counter[str]()
    for begin in range(0, ROUNDS, ANEW):
        folder = tmp_path / f"data-{begin}"
        shutil.copytree(template, folder)
        with post_office() as office:
            office.thinks = lambda: Event().wait(chance.uniform(0, SLOW))
            rounds = min(ANEW, ROUNDS - begin)
            for number in range(rounds):
                program = sending(folder, office.port)
                Event().wait(chance.uniform(0, LONGEST))  # the blow falls at any moment
                program.kill()
                program.communicate()
                desk = open_desk(folder)
                found = look(desk, office, at_once=number + 1)
                desk.close()
            assert found["waiting"], "all went out before the last blow: make more, or kill sooner"
            program = sending(folder, office.port)
            program.communicate()
            assert program.returncode == 0
            desk = open_desk(folder)
            whole += look(desk, office, at_once=rounds)
            whole["taken"] += taken(office).total()
            desk.close()
    sys.stdout.write(f"{ROUNDS} blows: {dict(whole)}\n")
    assert not whole["waiting"]
    assert whole["unclear"], "no blow ever fell in the doubtful moment: this proves too little"
