"""One amdesk for one folder: a second start asks the first to show itself, and ends.

Who holds the file holds the place: SQLite's own lock, which ends with its process however that ends, is the
lock here as well. So a name that an earlier process left behind may be taken over without asking.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Literal, TypeAlias

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE = 2000  # milliseconds: the first may have started within the same second, and not listen yet
_TRY = 100
Ask: TypeAlias = Literal["show", "stay"]


class Listener(QObject):
    """Hears from later starts. ``show_requested`` asks for the window; who only wants to be sure that
    somebody rings is answered, and the window stays as it is.
    """

    show_requested = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._hear)
        name = _name(folder)
        QLocalServer.removeServer(name)
        self._server.listen(name)

    def close(self) -> None:
        """Hear no more."""
        self._server.close()

    def _hear(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.disconnected.connect(caller.deleteLater)
            caller.waitForReadyRead(_TRY)  # it is said as soon as there is somebody to hear it
            asked = bytes(caller.readLine().data())
            caller.disconnectFromServer()
            if asked == _line("show"):
                self.show_requested.emit()


def tell_first(folder: Path, ask: Ask) -> bool:
    """Ask the amdesk that has this folder to show itself, or to stay as it is; whether there is one that
    hears.
    """
    waited = 0
    while waited < _PATIENCE:
        caller = QLocalSocket()
        caller.connectToServer(_name(folder))
        if caller.waitForConnected(_TRY):
            caller.write(_line(ask))
            caller.flush()
            caller.waitForDisconnected(_TRY)
            return True
        caller.abort()
        waited += _TRY
        _sleep(_TRY)
    return False


def _line(ask: Ask) -> bytes:
    return f"{ask}\n".encode()


def _sleep(milliseconds: int) -> None:
    from PySide6.QtCore import QThread

    QThread.msleep(milliseconds)


def _name(folder: Path) -> str:
    """A name of this folder alone, short enough for every system."""
    return f"amdesk-{hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]}"
