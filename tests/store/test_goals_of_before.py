"""A file from before there were goals: what is in it stays, and goals find their place."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from pathlib import Path

from amdesk.services import check, clients, goals
from tests.desks import client_with_contact, dump, open_desk
from tests.former import as_left_by


def test_a_file_without_goals_gets_room_for_them_and_keeps_the_rest(tmp_path: Path) -> None:
    first = open_desk(tmp_path)
    client, _maya = client_with_contact(first)
    before = dump(first)
    first.close()
    as_left_by(tmp_path / "amdesk.sqlite", 5)
    again = open_desk(tmp_path)
    assert dump(again) == before
    its = goals.add(
        again, client_id=client, name="Orders", baseline=Decimal(1), target=Decimal(2),
        start_on=again.today() - timedelta(days=9), due_on=again.today(),
    )  # fmt: skip
    goals.measure(again, its, again.today(), Decimal("1.5"))
    assert goals.lines(again, [its])[0].value == Decimal("1.5")
    clients.remove(again, client)
    assert goals.find(again) == []
    assert check.check(again) == ()
    again.close()
