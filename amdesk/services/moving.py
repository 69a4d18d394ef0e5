"""Moving one's data to another folder: all of it is copied and read back there before a start goes there.

Until the last moment the data lie where they did, and after it in the new folder; where they were, a copy is
left until the person lets go of it.
"""

from __future__ import annotations

import shutil
from collections.abc import Generator
from contextlib import closing, suppress
from functools import partial
from pathlib import Path

from amdesk.domain.errors import AmdeskError, CannotOpenError
from amdesk.domain.key import Key
from amdesk.domain.messages import N_
from amdesk.services import arrival, folder_copy
from amdesk.services.desk import Desk
from amdesk.services.exporting import Progress
from amdesk.services.long_work import in_thread
from amdesk.store import driver, opening, probing
from amdesk.store.driver import Connection
from amdesk.store.naming import settle
from amdesk.store.store import Store
from amdesk.system import moved, paths, room, shared_place
from amdesk.system.settings import Settings

_NAME = "amdesk"
_ROOM = 1 << 20


def place_in(chosen: Path) -> Path:
    """Where the data go when a folder is chosen: one of their own in it."""
    return chosen if chosen.name == _NAME else chosen / _NAME


def look(desk: Desk, to: Path) -> None:
    """Raises an AmdeskError where a person's data cannot be moved to a folder, or would not be safe there."""
    folder = _folder(desk)
    _refuse_unsafe(folder, to)
    if not arrival.is_left(to, folder, probing.mark_of(desk.store.connection)):
        _refuse_taken(to)
    _refuse_full(folder, to)


def _refuse_unsafe(folder: Path, to: Path) -> None:
    if _is_within(to, folder) or _is_within(folder, to):
        raise AmdeskError(N_("Your data cannot be moved within its own folder. Choose another one."))
    if whose := shared_place.synchronised_by(to):
        raise AmdeskError(
            N_(
                "{program} copies {folder} while you write, and a copy made in the middle is damaged. Choose "
                "a folder of this machine alone."
            ),
            program=whose, folder=str(to),
        )  # fmt: skip
    if shared_place.is_on_network(to):
        raise AmdeskError(
            N_(
                "{folder} lies on a network drive: when the connection breaks, the file may be damaged. "
                "Choose a folder of this machine alone."
            ),
            folder=str(to),
        )


def begin(desk: Desk, to: Path) -> None:
    """Note what is to be done once the file is closed; looked at before that."""
    look(desk, to)
    desk.settings.choose("moving_to", str(to))


def under_way(desk: Desk) -> CannotOpenError | None:
    """Why the file is closed, where its data are to be moved now: the folder, and where ``to``."""
    to = str(desk.settings["moving_to"])
    if desk.folder is None or not to:
        return None
    return CannotOpenError(
        N_("Everything goes from {folder} to {to}."), reason="moving", folder=desk.folder, to=to
    )


def given_up(desk: Desk) -> None:
    """At a start: what a program that was killed in the middle has left at the other end goes."""
    if (to := str(desk.settings["moving_to"])) and desk.folder is not None:
        shutil.rmtree(_beside(Path(to)), ignore_errors=True)
        with suppress(OSError):
            _clear(Path(to), desk.folder, desk.store.connection)
        with suppress(AmdeskError):
            desk.settings.choose("moving_to", "")


def move(folder: Path, to: Path, key: Key | None) -> Generator[Progress, None, Path]:
    """Copy everything, read it back, and let every start go there; nobody else opens the file meanwhile.

    Killed at any moment, or stopped, one folder is whole and is the one that opens. Raises an AmdeskError
    where it cannot be done; then all is as it was, and may be tried with another folder.
    """
    staged = _beside(to)
    _refuse_unsafe(folder, to)
    with closing(opening.connect(paths.library(folder), key)) as connection:
        try:
            _clear(to, folder, connection)
            _refuse_taken(to)
            _refuse_full(folder, to)
            Settings(folder / "settings.json").choose("moving_to", str(to))
            shutil.rmtree(staged, ignore_errors=True)
            staged.mkdir(mode=0o700, parents=True)
            yield from folder_copy.copy(folder, staged, Store(connection), key)
            kept = Settings(staged / "settings.json")
            kept.choose("moving_to", "")
            kept.choose("moved_from", str(folder))
            yield from in_thread(partial(arrival.note, staged, folder), Progress(1, 1, "bytes"))
            _arrive(staged, to)
            _point(folder, to)
        except (OSError, driver.DatabaseError) as error:
            raise AmdeskError(
                N_(
                    "Your data could not be copied to {folder}: the disk is full, or may not be written to. "
                    "It stays where it is."
                ),
                folder=str(to),
            ) from error
        finally:
            shutil.rmtree(staged, ignore_errors=True)
            with suppress(AmdeskError):
                Settings(folder / "settings.json").choose("moving_to", "")
    return to


def left_behind(desk: Desk) -> Path | None:
    """The folder from which the data were moved here, while a copy still lies there."""
    before = Path(str(desk.settings["moved_from"]))
    if desk.folder is None or not before.is_absolute() or before == desk.folder:
        return None
    # only what leads here is surely a copy: elsewhere somebody may have begun anew
    return before if moved.follow(before) == desk.folder and paths.library(before).exists() else None


def let_go(desk: Desk) -> None:
    """Remove the copy that was left behind; the page that leads here stays.

    Raises an AmdeskError where it cannot be removed.
    """
    before = left_behind(desk)
    try:
        if before is not None:
            folder_copy.remove(before)
    except OSError as error:
        raise AmdeskError(
            N_("The copy in {folder} could not be deleted. Check the folder’s rights."), folder=str(before)
        ) from error
    desk.settings.choose("moved_from", "")


def _folder(desk: Desk) -> Path:
    if desk.folder is None or paths.sample_mark(desk.folder).exists():
        raise AmdeskError(N_("The sample has a folder of its own, and stays there."))
    return desk.folder


def _beside(to: Path) -> Path:
    return to.with_name(f".{to.name}.moving")


def _is_within(folder: Path, outer: Path) -> bool:
    return folder.resolve().is_relative_to(outer.resolve())


def _refuse_taken(to: Path) -> None:
    """A folder from which data were moved away, and nothing of them is left, can take them again."""
    if not to.exists():
        return
    own = (paths.library(to), paths.sidecar(to), paths.recovery_key(to), *folder_copy.folders(to))
    if not to.is_dir() or any(one.exists() for one in own):
        raise AmdeskError(
            N_("There is data of amdesk in {folder} already. Choose another folder."), folder=str(to)
        )


def _refuse_full(folder: Path, to: Path) -> None:
    there = next(one for one in to.parents if one.is_dir())
    needed = sum(one.stat().st_size for one in (paths.library(folder), *folder_copy.beside_file(folder)))
    if shutil.disk_usage(there).free < needed + _ROOM:
        raise AmdeskError(
            N_("There is not enough room in {folder} for your data. Choose another folder."),
            folder=str(there),
        )
    if not room.is_there(there):
        raise AmdeskError(
            N_("{folder} may not be written to. Choose another folder, or change its rights."),
            folder=str(there),
        )


def _clear(to: Path, folder: Path, connection: Connection) -> None:
    """A program killed just before every start was to go there has left its copy; nobody has worked in it."""
    if arrival.is_left(to, folder, probing.mark_of(connection)):
        arrival.remove(to)


def _arrive(staged: Path, to: Path) -> None:
    """Give what is whole its name; the file comes last where there is a folder of that name already."""
    for one in (staged, *filter(Path.is_dir, folder_copy.folders(staged))):
        settle(one)
    if not to.exists():
        staged.rename(to)
    else:
        library = paths.library(staged)
        for one in sorted(staged.iterdir(), key=lambda one: one == library):
            one.replace(to / one.name)
        settle(to)
    settle(to.parent)


def _point(folder: Path, to: Path) -> None:
    """Let every start go there; where that cannot be said, what has arrived goes again."""
    try:
        moved.point(folder, to)
    except OSError:
        arrival.remove(to)
        raise
    moved.forget(to)
    arrival.forget(to)
    for one in (folder, to):
        settle(one)
