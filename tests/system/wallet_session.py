"""Run in a session of its own: a Secret Service that only fails, a KWallet that is shut and then open."""

from __future__ import annotations

import json
import sys
from threading import Thread

from jeepney import (  # type: ignore[import-untyped]
    DBusAddress,
    HeaderFields,
    MessageType,
    new_error,
    new_method_call,
    new_method_return,
)
from jeepney.io.blocking import open_dbus_connection  # type: ignore[import-untyped]

from amdesk.system import kwallet
from amdesk.system.secrets import SecretsUnavailableError, SystemSecrets

_BUS = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
_NAMES = ("org.freedesktop.secrets", "org.kde.kwalletd5")
_WALLET = "kdewallet"


def serve(connection: object) -> None:
    """Answer what KWallet would, shut when it is asked first; fail whatever else is asked."""
    asked = 0
    while True:
        message = connection.receive()  # type: ignore[attr-defined]
        if message.header.message_type != MessageType.method_call:
            continue
        member = message.header.fields[HeaderFields.member]
        if member == "networkWallet":
            answer = new_method_return(message, "s", (_WALLET,))
        elif member == "isOpen" and message.body == (_WALLET,):
            answer, asked = new_method_return(message, "b", (asked > 0,)), asked + 1
        else:
            answer = new_error(message, "org.example.Broken", "s", ("broken",))
        connection.send(answer)  # type: ignore[attr-defined]


if __name__ == "__main__":
    served = open_dbus_connection()
    for name in _NAMES:
        served.send_and_get_reply(new_method_call(_BUS, "RequestName", "su", (name, 0)))
    Thread(target=serve, args=(served,), daemon=True).start()
    told: dict[str, object] = {}
    try:
        SystemSecrets().get("a name")
    except SecretsUnavailableError as error:
        told["failing"] = error.reason
    told["wallet"] = [kwallet.is_open("org.kde.kwalletd5", "/modules/kwalletd5") for _ in range(2)]
    told["no wallet"] = kwallet.is_open("org.kde.nobody", "/modules/kwalletd5")
    sys.stdout.write(json.dumps(told))
