"""Mails put, undone, edited, sent, restored in any order: no server gets one twice that nobody sent again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amdesk.domain.errors import AmdeskError
from amdesk.domain.mail_account import MailAccount
from amdesk.domain.outgoing import Answer, Outcome, Outgoing
from amdesk.domain.points import Point
from amdesk.services import backups, clients, interactions, mail_account, outbox, queued, summaries, trash
from amdesk.services.desk import Desk
from amdesk.services.exchange import drain
from tests.desks import Clock, MailBox, client_with_contact, open_desk

ACCOUNT = MailAccount("me@desk.example", "mail.desk.example", 465, "tls", "me")
EXAMPLES = 100
pytestmark = pytest.mark.long


class World:
    """A desk, a server that remembers what it took, and what a person asked to be sent once more."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.clock = folder, Clock()
        self.taken, self.again = Counter[str](), Counter[str]()
        self.out: tuple[Outgoing, Outcome] | None = None
        self.desk = self._opened()
        client, maya = client_with_contact(self.desk)
        for number in range(2):
            call = interactions.log(self.desk, client_id=client, contact_ids=[maya], minutes=number + 1)
            summaries.write(self.desk, summaries.start(self.desk, call), [Point("decision", "It stays")])

    def _opened(self) -> Desk:
        made = open_desk(self.folder, clock=self.clock, mail=MailBox())
        mail_account.keep(made, ACCOUNT, password="secret")
        return made

    def _one(self, number: int) -> Outgoing | None:
        found = outbox.lines(self.desk)
        return found[number % len(found)] if found else None

    def _summary(self, number: int) -> int:
        calls = interactions.find(self.desk)
        return summaries.start(self.desk, calls[number % len(calls)])

    # what a person does

    def put(self, number: int) -> None:
        made = summaries.get(self.desk, self._summary(number))
        there = queued.waits(self.desk, made.message_id)
        if there is not None and there.state == "unclear":
            self.again[there.message_id] += 1  # who does so reads beside it that it may have gone out
        summaries.hand_over_by(self.desk, made.id, way="smtp")

    def chase(self, number: int) -> None:
        summaries.hand_over_chase_by(self.desk, self._summary(number), way="smtp")

    def undo(self, _number: int) -> None:
        self.desk.undo()

    def redo(self, _number: int) -> None:
        self.desk.redo()

    def edit(self, number: int) -> None:
        summaries.write(self.desk, self._summary(number), [Point("decision", f"It is {number}")])

    def correct(self, number: int) -> None:
        summaries.correct(self.desk, self._summary(number))

    def mark_sent(self, number: int) -> None:
        summaries.mark_sent(self.desk, self._summary(number))

    def take_out(self, number: int) -> None:
        if (one := self._one(number)) is not None:
            outbox.take_out(self.desk, one.id)

    def as_draft(self, number: int) -> None:
        if (one := self._one(number)) is not None:
            outbox.as_draft(self.desk, one.id)

    def try_again(self, number: int) -> None:
        if (one := self._one(number)) is not None:
            self.again[one.message_id] += one.state == "unclear"
            outbox.try_again(self.desk, one.id)

    def arrived(self, number: int) -> None:
        if (one := self._one(number)) is not None:
            outbox.went_out(self.desk, one.id)

    def delete(self, number: int) -> None:
        found = trash.find(self.desk)
        if found and number % 2:
            trash.put_back(self.desk, found)
        elif client := clients.find(self.desk)[:1]:
            clients.remove(self.desk, client[0])

    def back_up(self, _number: int) -> None:
        drain(backups.back_up(self.desk))

    def restore(self, number: int) -> None:
        kept = backups.kept(self.desk)
        drain(backups.restore(self.desk, kept[number % len(kept)].path)) if kept else None

    # what happens

    def wait(self, number: int) -> None:
        self.clock.move(**({"days": -365.0} if number == 7 else {"hours": 2.0}))

    def set_out(self, number: int) -> None:
        one = outbox.due(self.desk) if self.out is None else None
        if one is None:
            return
        outbox.parcel(self.desk, one)
        if outbox.may_give(self.desk, one):
            outcomes: tuple[Outcome, ...] = ("given", "given", "unclear", "unclear", "later", "refused")
            outcome = outcomes[number % len(outcomes)]
            self.taken[one.message_id] += outcome == "given" or (outcome == "unclear" and number % 2)
            self.out = one, outcome

    def answer(self, _number: int) -> None:
        if self.out is not None:
            outbox.answered(self.desk, self.out[0], Answer(self.out[1]))
            self.out = None

    def send(self, number: int) -> None:
        self.set_out(number)
        self.answer(number)

    def restart(self, _number: int) -> None:
        self.desk.close()
        self.desk = self._opened()
        outbox.look_back(self.desk)
        self.out = None

    def check(self) -> None:
        for message_id, times in self.taken.items():
            assert times <= 1 + self.again[message_id], f"{message_id} went out {times} times"
        for one in outbox.lines(self.desk):
            assert one.state != "giving" or self.out is not None, "nobody will ever answer that"
            assert one.state != "waiting" or one.next_at is not None, "it waits, and is never tried"


Act = Callable[[World, int], None]
ACTS: tuple[Act, ...] = (
    World.put, World.put, World.chase, World.undo, World.undo, World.redo, World.edit, World.correct,
    World.mark_sent, World.take_out, World.as_draft, World.try_again, World.arrived, World.delete,
    World.back_up, World.restore, World.wait, World.wait, World.set_out, World.answer, World.send,
    World.send, World.restart,
)  # fmt: skip


@settings(max_examples=EXAMPLES)
@given(st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 11)), min_size=4, max_size=30))
def test_in_no_order_does_a_mail_go_out_twice(acts: list[tuple[Act, int]]) -> None:
    with TemporaryDirectory() as folder:
        world = World(Path(folder))
        try:
            for act, number in [(World.put, 0), (World.wait, 0), *acts]:
                with suppress(AmdeskError, IndexError):  # what is refused is not done
                    act(world, number)
                world.check()
        finally:
            world.desk.close()
