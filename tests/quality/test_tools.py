"""The tools of the trade, run as tests: one command checks everything."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from tests.quality.reading import ROOT

SCRIPTS = Path(sysconfig.get_path("scripts"))

TOOLS = {
    "ruff finds nothing": [sys.executable, "-m", "ruff", "check", "--output-format=concise"],
    "ruff would format nothing": [sys.executable, "-m", "ruff", "format", "--check"],
    "types fit": [sys.executable, "-m", "mypy"],
    "layers hold": [str(SCRIPTS / "lint-imports"), "--no-cache"],
    "dependencies are used and named": [sys.executable, "-m", "deptry", "."],
}


@pytest.mark.parametrize("tool", TOOLS)
def test_the_tool_is_content(
    tool: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    caches = request.config.cache
    assert caches is not None
    monkeypatch.setenv("MYPY_CACHE_DIR", str(caches.mkdir("mypy")))
    monkeypatch.setenv("RUFF_CACHE_DIR", str(caches.mkdir("ruff")))
    done = subprocess.run(
        TOOLS[tool], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert not done.returncode, done.stdout[-6000:] + done.stderr[-2000:]
