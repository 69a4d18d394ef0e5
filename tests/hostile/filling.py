"""A program that fills a small disk of its own, again and again, and tells what became of what it promised.

It mounts that disk itself, so it is run where it may: ``unshare -rm python -m tests.hostile.filling FOLDER``.
"""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import count
from pathlib import Path

from amdesk.domain.errors import AmdeskError
from amdesk.domain.outgoing import About, Answer
from amdesk.domain.points import Point
from amdesk.services import (
    attachments,
    backups,
    clients,
    exchange,
    interactions,
    outbox,
    queued,
    search,
    summaries,
    tasks,
)
from amdesk.services.check import check
from amdesk.services.desk import Desk
from amdesk.services.drafts import Draft
from tests.desks import open_desk

ROUNDS = 20
BALLAST = 600_000  # bytes that a person can find to throw away
STUBBORN = 5  # tries on a full disk


def typing(desk: Desk, number: int) -> None:
    """A call and its summary."""
    call = interactions.log(desk, client_id=clients.find(desk)[0], occasion=f"call {number}")
    summaries.write(desk, summaries.start(desk, call), [Point("decision", "word " * 200)])


def importing(desk: Desk, number: int) -> None:
    """A list of clients, from outside the disk."""
    source = Path(f"/tmp/amdesk-filling-{number}.csv")  # noqa: S108 - the full disk is another one
    rows = "".join(f"Company {number}-{n},Person {n},p{n}@c{number}.example\n" for n in range(40))
    source.write_text("Company,Contact,E-mail\n" + rows, encoding="utf-8")
    try:
        exchange.drain(exchange.run(desk, exchange.preview(desk, source)))
    finally:
        source.unlink()


def attaching(desk: Desk, number: int) -> None:
    """A task with a file."""
    source = Path(f"/tmp/amdesk-filling-{number}.txt")  # noqa: S108
    source.write_bytes(bytes([number % 256]) * 90_000)
    try:
        made = tasks.add(desk, title=f"task {number}")
        attachments.add(desk, "task", tasks.get(desk, made).uuid, source)
    finally:
        source.unlink()


def backing_up(desk: Desk, number: int) -> None:
    """A client, and a backup."""
    clients.add(desk, name=f"Company {number}", notes="word " * 2_000)
    exchange.drain(backups.back_up(desk))


def sending(desk: Desk, number: int) -> None:
    """A mail that a server takes, as soon as it is noted that it may."""
    draft = Draft(
        "en", ("maya@northwind.example",), f"Mail {number}", "word " * 200, "<p>word</p>",
        f"<{number}@desk.example>", "mail", about=About("greeting"),
    )  # fmt: skip
    outbox.try_again(desk, queued.put(desk, draft))
    one = outbox.due(desk)
    if one is not None and outbox.may_give(desk, one):
        assert one.message_id not in TAKEN, "a server got it twice"
        TAKEN.add(one.message_id)
        outbox.answered(desk, one, Answer("given", "250 taken " + "x" * 400))


TAKEN: set[str] = set()
Act = Callable[[Desk, int], None]
# What each act makes of which noun.
ACTS: dict[Act, tuple[str, int]] = {
    typing: ("interaction", 1),
    importing: ("contact", 40),
    attaching: ("attachment", 1),
    backing_up: ("client", 1),
    sending: ("outgoing", 1),
}


def told(desk: Desk) -> dict[str, int]:
    """How much there is of each noun."""
    nouns = ("client", "contact", "interaction", "point", "task", "attachment", "outgoing")
    return {noun: int(desk.store.value(f"SELECT count(*) FROM {noun}")) for noun in nouns}


def fill(desk: Desk, act: Act, numbers: Iterator[int]) -> str:
    """Act until the disk takes no more, and some times more; what was said then."""
    said, done, (noun, each) = "", 0, ACTS[act]
    at_first = told(desk)[noun]
    for _try in range(STUBBORN):
        try:
            while True:
                act(desk, next(numbers))
                done += 1
        except AmdeskError as error:
            said = str(error)
        before = told(desk)
        assert search.search(desk, "Northwind"), "on a full disk one can still read"
        assert told(desk) == before
    assert told(desk)[noun] >= at_first + done * each, "what was done is not there"
    return said


def one_round(disk: Path, act: Act, numbers: Iterator[int]) -> str:
    """Fill the disk, make room, go on, and look whether all is there; what was said of the full disk."""
    (disk / "ballast").write_bytes(bytes(BALLAST))
    desk = open_desk(disk / "data")
    clients.add(desk, name="Northwind")
    said = fill(desk, act, numbers)
    promised = told(desk)
    (disk / "ballast").unlink()
    typing(desk, next(numbers))
    after = told(desk)
    assert all(after[noun] >= promised[noun] for noun in promised), "what was promised is gone"
    desk.close()
    with closing(open_desk(disk / "data")) as again:
        assert told(again) == after, "what was promised is gone at the next start"
        assert [str(problem) for problem in check(again)] == []
    return said


def main(disk: Path) -> None:
    """All rounds, each on a disk of its own size."""
    chance, numbers = random.Random(20), count()
    for number in range(ROUNDS):
        act, size = [*ACTS][number % len(ACTS)], chance.randrange(3_000, 9_000)
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}k", "tmpfs", str(disk)], check=True)
        try:
            said = one_round(disk, act, numbers)
        finally:
            subprocess.run(["umount", str(disk)], check=True)
        sys.stdout.write(f"{getattr(act, '__name__', '')} on {size} kB: {said}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
