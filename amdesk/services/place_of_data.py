"""What is said, once, of data that lie where a file that is being written to is not safe."""

from __future__ import annotations

from amdesk.domain.messages import N_, Message
from amdesk.services.desk import Desk
from amdesk.system import shared_place


def warning(desk: Desk) -> Message | None:
    """What the person should know of the folder; nothing where it is a good one, or they know already."""
    if desk.folder is None or desk.settings["told_of_folder"] == str(desk.folder):
        return None
    if whose := shared_place.synchronised_by(desk.folder):
        return Message.of(
            N_(
                "Your data is in a folder that {program} copies while you write, and a copy made in the "
                "middle is damaged. Better: data in a folder of this machine alone, and backups in that of "
                "{program}."
            ),
            program=whose,
        )
    if shared_place.is_on_network(desk.folder):
        return Message.of(
            N_(
                "Your data is on a network drive. When the connection breaks while you write, the file may "
                "be damaged. Better: data in a folder of this machine alone, and backups on the network."
            )
        )
    return None


def has_just_moved(desk: Desk) -> bool:
    """Whether the data have come here, and their person was not shown yet where they are."""
    return bool(desk.settings["moved_from"]) and desk.settings["told_of_folder"] != str(desk.folder)


def told(desk: Desk) -> None:
    """Do not say it again of this folder."""
    desk.settings.choose("told_of_folder", str(desk.folder))
