"""A program to be killed: it sends what waits in the outbox, one mail right after the other."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QTimer

from amdesk.gui.application import make_qt
from amdesk.gui.post import Post
from amdesk.services import mail_account, outbox
from tests.desks import open_desk
from tests.post_office import PostOffice

EVERY = 5  # milliseconds between two looks: nobody is to be killed only while nothing goes on


def main(folder: Path, port: int) -> None:
    """Send until nothing waits, saying "open" at first."""
    app = make_qt(["amdesk"])
    desk = open_desk(folder, clock=lambda: datetime.now(UTC))
    mail_account.keep(desk, PostOffice(port).account(), password="secret")
    post, timer = Post(desk), QTimer()

    def look() -> None:
        post.look()
        if not post.is_out and outbox.next_due(desk) is None:
            app.exit()

    timer.timeout.connect(look)
    timer.start(EVERY)
    post.start()
    sys.stdout.write("open\n")
    sys.stdout.flush()
    app.exec()
    post.stop()
    desk.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
