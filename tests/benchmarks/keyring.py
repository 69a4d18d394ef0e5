"""What it costs a start to ask a real Secret Service for the key; nothing where none is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from tests.benchmarks.measure import Measure

ASKING = 20.0  # ms: with the opening of the encrypted file, what a start may take more than with a plain one
ROUNDS = 9

_NEEDED = ("dbus-run-session", "gnome-keyring-daemon")
# Each round is a process of its own, as a start is: the libraries that are asked for the key count too.
_ASK = """
import time
from amdesk.services import unlocked
from amdesk.system.secrets import SystemSecrets
start = time.process_time()
assert SystemSecrets(waits=False).get("a library") == "a key"
print((time.process_time() - start) * 1000)
"""
_SESSION = """
import subprocess, sys
from amdesk.system.secrets import SystemSecrets
daemon = ["gnome-keyring-daemon", "--unlock", "--components=secrets"]
subprocess.run(daemon, input=b"a password", check=True, capture_output=True)
SystemSecrets().put("a library", "a key")
for _ in range(int(sys.argv[2])):
    subprocess.run([sys.executable, "-c", sys.argv[1]], check=True)
"""


def measures() -> list[Measure]:
    """One figure, of the program's own processor time: how long a keyring thinks is not ours."""
    if any(shutil.which(one) is None for one in _NEEDED):
        return []
    with tempfile.TemporaryDirectory(prefix="amdesk-keyring-") as folder:
        took = median(_asked(Path(folder)))
    aim = f"≤ {ASKING:.0f} ms"
    return [Measure("encrypted: asking the keyring (nothing is asked)", took, 0.0, aim, took <= ASKING)]


def _asked(home: Path) -> list[float]:
    home.chmod(0o700)
    environment = {
        "PATH": os.environ["PATH"], "HOME": str(home), "XDG_RUNTIME_DIR": str(home), "LC_ALL": "C.UTF-8",
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }  # fmt: skip
    command = ["dbus-run-session", "--", sys.executable, "-c", _SESSION, _ASK, str(ROUNDS)]
    told = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=120)
    return [float(line) for line in told.stdout.splitlines()]
