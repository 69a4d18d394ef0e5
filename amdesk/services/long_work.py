"""Long work in pieces: between two of them nobody else may write, for it would be lost with the work."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import TypeVar

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_

_A_MOMENT = 0.005  # seconds
Piece = TypeVar("Piece")
Result = TypeVar("Result")


def in_thread(work: Callable[[], Result], piece: Piece) -> Generator[Piece, None, Result]:
    """Do what is long and cannot be done in pieces in a thread; what it returns, or raises.

    It must not touch the desk. Until it is done the same ``piece`` is yielded; closing this waits for it.
    """
    from threading import Thread

    found: list[Result] = []
    raised: list[BaseException] = []

    def do() -> None:
        try:
            found.append(work())
        except BaseException as error:  # noqa: BLE001 - raised again where it was asked for
            raised.append(error)

    thread = Thread(target=do, name="amdesk long work")
    thread.start()
    try:
        while thread.is_alive():
            thread.join(_A_MOMENT)
            yield piece
    finally:
        thread.join()
    if raised:
        raise raised[0]
    return found[0]


class LongWork:
    """Knows whether work with a step under way stands still while the person does something else."""

    def __init__(self, is_in_step: Callable[[], bool]) -> None:
        self._is_in_step = is_in_step
        self.is_between = False

    def pieces(self, steps: Generator[Piece, None, Result]) -> Generator[Piece, None, Result]:
        """The same work; while it waits for its next piece, ``refuse`` refuses."""
        try:
            while True:
                self.is_between = False
                try:
                    piece = next(steps)
                except StopIteration as end:
                    return end.value  # type: ignore[no-any-return]
                self.is_between = self._is_in_step()
                yield piece
        finally:
            self.is_between = False
            steps.close()

    def refuse(self) -> None:
        """Raise an AmdeskError while work stands between two pieces."""
        if self.is_between:
            raise AmdeskError(
                N_("A list is just being read. Wait until that is done, or stop it, and do this again.")
            )
