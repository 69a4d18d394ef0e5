"""While a list comes in piece by piece nothing else is written: it would be lost if the list were stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from amdesk.domain.errors import AmdeskError
from amdesk.services import clients, exchange, unfinished
from amdesk.services.desk import Desk
from tests.desks import desk


@pytest.fixture
def at() -> Iterator[Desk]:
    made = desk()
    clients.add(made, name="Already here")
    yield made
    made.close()


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    """A list of many clients."""
    file = tmp_path / "many.csv"
    file.write_text("Company,Code\n" + "".join(f"Client {n},C{n}\n" for n in range(3000)), encoding="utf-8")
    return file


@pytest.mark.parametrize(
    "write",
    [
        lambda at: clients.add(at, name="Typed meanwhile"),
        lambda at: unfinished.keep(at, "log_call", {"occasion": "Rates"}),
        lambda at: at.undo(),
        lambda at: at.redo(),
    ],
    ids=["a step", "a form", "undo", "redo"],
)
def test_nothing_is_written_into_an_import_that_may_be_stopped(
    at: Desk, listed: Path, write: Callable[[Desk], object]
) -> None:
    steps = at.work.pieces(exchange.run(at, exchange.preview(at, listed)))
    next(steps)
    with pytest.raises(AmdeskError, match="stop it, and do this again"):
        write(at)
    steps.close()
    write(at)
    assert unfinished.read(at, "log_call") in (None, {"occasion": "Rates"})


def test_an_import_that_was_disturbed_ends_as_it_would_have(at: Desk, listed: Path) -> None:
    steps = at.work.pieces(exchange.run(at, exchange.preview(at, listed)))
    next(steps)
    with pytest.raises(AmdeskError):
        at.undo()
    for _piece in steps:
        assert at.work.is_between
    assert not at.work.is_between
    assert len(clients.find(at)) == 3001
    at.undo()
    assert len(clients.find(at)) == 1


def test_work_that_writes_nothing_keeps_nobody_from_writing(at: Desk) -> None:
    steps = at.work.pieces(part for part in ("one", "two"))
    next(steps)
    clients.add(at, name="Typed meanwhile")
    assert len(clients.find(at)) == 2
