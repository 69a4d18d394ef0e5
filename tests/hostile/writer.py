"""A process to be killed: it types or imports, and says each time what is safely in the file."""

from __future__ import annotations

import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path

from amdesk.domain.points import Point
from amdesk.services import clients, exchange, interactions, summaries
from amdesk.services.desk import Desk
from tests.desks import open_desk

LISTED = 200
Say = Callable[[object], None]


def say(what: object) -> None:
    """Acknowledge: what was said is promised."""
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


def type_on(desk: Desk, say: Say = say) -> None:
    """Log calls and write their summaries word by word, saying each word once it is saved."""
    client = clients.find(desk)[0]
    for call in count():
        interaction = interactions.log(desk, client_id=client, occasion=f"call {call}")
        summary = summaries.start(desk, interaction)
        text = ""
        for word in range(20):
            text = f"{text} word{word}".strip()
            summaries.write(desk, summary, [Point("decision", text), *summaries.points(desk, summary)[1:]])
            say(f"{summary} {text}")


def import_lists(desk: Desk, folder: Path, say: Say = say) -> None:
    """Import list after list, saying how many clients there are once each is in the file."""
    for turn in count(len(clients.find(desk))):
        source = folder / f"list-{turn}.csv"
        rows = (f"Company {turn}-{n},Person {n},p{n}@c{turn}.example" for n in range(LISTED))
        source.write_text("\n".join(("Company,Contact,E-mail", *rows)) + "\n", encoding="utf-8")
        exchange.drain(exchange.run(desk, exchange.preview(desk, source)))
        source.unlink()
        say(len(clients.find(desk)))


if __name__ == "__main__":
    place, act = Path(sys.argv[1]), sys.argv[2]
    at = open_desk(place)
    say("open")
    if act == "type":
        type_on(at)
    else:
        import_lists(at, place)
