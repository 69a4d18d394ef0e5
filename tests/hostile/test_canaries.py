"""Canaries: after a session not one of a client's words is to be read anywhere but in what was encrypted."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hostile.canary import CANARIES

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(sys.platform == "win32", reason="stands in for xdg-open, and kills"),
]

_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")
# All that may lie in the data folder when amdesk does not run; whatever else is found is not thought of here.
_MAY_STAY = re.compile(
    r"amdesk\.sqlite|(backups/)?(key\.json|recovery\.key|passphrase\.key)|settings\.json|faults\.log"
    r"|backups/amdesk-\d{8}T\d{6}Z(-\d+)?\.zip|files/[0-9a-f]{64}\.sealed"
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home folder with all that a system keeps for a program in it; data and temporary files as well."""
    made = tmp_path / "home"
    for name in ("tmp", "run", "bin"):
        (made / name).mkdir(mode=0o700, parents=True)
    opener = made / "bin" / "xdg-open"
    opener.write_text("#!/bin/sh\nexit 0\n", encoding="utf-8")
    opener.chmod(0o755)
    (tmp_path / "own").mkdir()
    return made


def environment(home: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    return {
        **kept, "HOME": str(home), "TMPDIR": str(home / "tmp"), "XDG_RUNTIME_DIR": str(home / "run"),
        "PATH": f"{home / 'bin'}:{os.environ['PATH']}", "QT_QPA_PLATFORM": "offscreen",
    }  # fmt: skip


def session(home: Path, *, end: bool) -> None:
    """One session with canaries, brought to its end or killed."""
    command = [sys.executable, "-m", "tests.hostile.canary", str(home / "data"), str(home.parent / "own")]
    program = subprocess.Popen(
        command, env=environment(home), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        text=True,
    )  # fmt: skip
    assert program.stdout is not None
    if program.stdout.readline() != "done\n":
        pytest.fail(program.communicate()[1])
    if not end:
        program.kill()
    _out, said = program.communicate("end\n" if end else None)
    assert not end or program.returncode == 0, said
    assert not any(one in said for one in CANARIES), "nor does it stand on the terminal"


def amdesk(home: Path, *arguments: str) -> str:
    command = [sys.executable, "-m", "amdesk", "--data", str(home / "data"), *arguments]
    return subprocess.run(command, env=environment(home), capture_output=True, text=True, check=True).stdout


def found(home: Path) -> Iterator[str]:
    """Every file with a canary in its name or its bytes, those within archives as well."""
    needles = [one.encode(encoding) for one in CANARIES for encoding in _ENCODINGS]
    for path in sorted(home.rglob("*")):
        held = [str(path.relative_to(home)).encode()]
        if path.is_file() and not path.is_socket():
            held.append(path.read_bytes())
            if zipfile.is_zipfile(path):
                with zipfile.ZipFile(path) as archive:
                    held += [archive.read(name) for name in archive.namelist()]
        if any(needle in part for part in held for needle in needles):
            yield str(path.relative_to(home))


def strangers(home: Path) -> list[str]:
    """Files in the data folder that nobody has thought of."""
    data = home / "data"
    names = (path.relative_to(data).as_posix() for path in data.rglob("*") if path.is_file())
    return sorted(name for name in names if not _MAY_STAY.fullmatch(name))


def a_day_passes(home: Path) -> None:
    for path in (home / "data" / "drafts").iterdir():
        before = time.time() - 25 * 3600
        os.utime(path, (before, before))


@pytest.mark.parametrize("end", [True, False], ids=["ended", "killed"])
def test_after_a_session_no_word_of_a_client_can_be_read(home: Path, *, end: bool) -> None:
    session(home, end=end)
    handed = [path for path in found(home) if not path.startswith("data/drafts/")]
    assert bool(handed) is not end, "what is open to be looked at goes at the end, or else at the next start"
    assert list((home / "data" / "drafts").iterdir()), "no mail was handed over: less is proved"
    a_day_passes(home)
    assert CANARIES[0] in amdesk(home, "search", CANARIES[0]), "and in the encrypted file it is all there"
    assert list(found(home)) == []
    assert strangers(home) == []
    assert [path for path in (home / "tmp").rglob("*") if path.is_file()] == []
