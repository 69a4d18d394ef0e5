"""What is done to a folder by a program that is about to be killed, or to lose its power: five acts."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from itertools import count
from pathlib import Path

from amdesk.services import backups, clients, contacts, duplicates, exchange, interactions, summaries
from amdesk.system import paths
from tests.desks import open_desk
from tests.former import as_left_by
from tests.hostile import writer
from tests.hostile.writer import Say

PAIRS = 40

Act = Callable[[Path, Say], None]


def tell(to: int, what: object) -> None:
    """Acknowledge through a pipe."""
    os.write(to, f"{what}\n".encode())


def filled(folder: Path) -> Path:
    """A data folder with clients that are likely one, two and two, and calls with summaries."""
    desk = open_desk(folder)
    with desk.step("Fill"):
        for number in range(PAIRS):
            for form in ("", " Ltd"):
                client = clients.add(desk, name=f"Northwind {number}{form}", code=f"N{number}{form.strip()}")
                contacts.add(desk, client, name=f"Maya {number}{form}")
                summaries.start(desk, interactions.log(desk, client_id=client, occasion=f"call {number}"))
    desk.close()
    return folder


def typing(folder: Path, say: Say) -> None:
    desk = open_desk(folder)
    say("open")
    writer.type_on(desk, say)


def importing(folder: Path, say: Say) -> None:
    desk = open_desk(folder)
    say("open")
    writer.import_lists(desk, folder, say)


def merging(folder: Path, say: Say) -> None:
    desk = open_desk(folder)
    say("open")
    found = clients.find(desk, sort="code")
    for stays, goes in zip(found[::2], found[1::2], strict=False):
        duplicates.merge(desk, stays, goes)
        say(len(clients.find(desk)))


def migrating(folder: Path, say: Say) -> None:
    as_left_by(paths.library(folder), 7)
    say("open")
    open_desk(folder)
    say("migrated")
    signal.pause()


def backing_up(folder: Path, say: Say) -> None:
    desk = open_desk(folder)
    say("open")
    for number in count(len(clients.find(desk))):
        clients.add(desk, name=f"Company {number}")
        say(exchange.drain(backups.back_up(desk)))
