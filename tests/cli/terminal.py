"""A terminal for tests: amdesk in a process of its own, or in this one with a window that only notes."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from amdesk.cli.program import run
from amdesk.i18n.catalog import set_language
from tests.desks import open_desk

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Answer:
    """What came back: exit code, stdout and stderr."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one document on stdout; fails when there is anything else."""
        return json.loads(self.out)


@dataclass
class NotingWindow:
    """A window that is not there: it notes what it was asked to show."""

    shown: list[tuple[Path | None, str, Path | None]] = field(default_factory=list)

    def __call__(
        self, folder: Path | None, *, language: str = "", picture: Path | None = None, minimized: bool = False
    ) -> int:
        self.shown.append((folder, language, picture))
        return 0


_HEARING = (
    "import runpy, signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
    "runpy.run_module('amdesk', run_name='__main__', alter_sys=True)"
)


@dataclass
class Terminal:
    """Types commands about one folder: in this process, or in one of its own where that matters."""

    folder: Path

    def __call__(self, *words: str | Path, stdin: str = "", **environment: str) -> Answer:
        if environment:
            return self.in_a_process(*words, stdin=stdin, **environment)
        out, err = io.StringIO(), io.StringIO()
        typed, sys.stdin = sys.stdin, io.StringIO(stdin)
        try:
            with redirect_stdout(out), redirect_stderr(err):
                code = run(
                    ["--data", str(self.folder), *map(str, words)], window=NotingWindow(), opener=open_desk
                )
        finally:
            sys.stdin = typed
            set_language("en")
        return Answer(code, out.getvalue(), err.getvalue())

    def in_a_process(self, *words: str | Path, stdin: str = "", **environment: str) -> Answer:
        """As in life: what the shell would see."""
        done = subprocess.run(
            self._command(*words),
            cwd=ROOT,
            input=stdin.encode(),
            capture_output=True,
            check=False,
            env={**os.environ, **environment},
        )
        return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())

    def start(self, *words: str | Path) -> subprocess.Popen[bytes]:
        """A command that goes on while the test does something to it.

        It hears Ctrl+C even where the tests run in the background, to whose commands shells make it deaf.
        """
        return subprocess.Popen(
            [sys.executable, "-c", _HEARING, *self._command(*words)[3:]],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def _command(self, *words: str | Path) -> list[str]:
        return [sys.executable, "-m", "amdesk", "--data", str(self.folder), *map(str, words)]
