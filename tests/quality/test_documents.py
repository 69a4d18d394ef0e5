"""What the documents promise is there."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import amdesk
from tests.quality.reading import ROOT

DOCUMENTS = sorted(ROOT.glob("*.md"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def commands(document: str, program: str) -> Iterator[list[str]]:
    """Lines of a document's code blocks that call ``program``, as words, without their comments."""
    for block in re.findall(
        r"^```\n(.*?)^```", (ROOT / document).read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
    ):
        for line in block.splitlines():
            words = shlex.split(line, comments=True)
            if words and words[: len(shlex.split(program))] == shlex.split(program):
                yield words[len(shlex.split(program)) :]


@pytest.mark.parametrize("words", list(commands("README.md", "amdesk")), ids=" ".join)
def test_every_command_and_option_of_the_readme_exists(words: list[str]) -> None:
    verb = words[: 2 if words[:1] in (["summary"], ["task"]) else 1]  # commands with verbs of their own
    options = {word for word in words if word.startswith("--")}
    told = subprocess.run(
        [sys.executable, "-m", "amdesk", *verb, "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert not told.returncode, told.stderr[-800:]
    assert options <= set(re.findall(r"--[a-z-]+", told.stdout))


@pytest.mark.parametrize("words", list(commands("README.md", "python3 packaging/dev.py")), ids=" ".join)
def test_both_commands_of_the_readme_are_understood(words: list[str]) -> None:
    script = ROOT / "packaging" / "dev.py"
    told = subprocess.run([sys.executable, script, "--help"], capture_output=True, text=True, check=True)
    assert words[0] in told.stdout


def test_ci_runs_what_the_readme_says() -> None:
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert lines[-1] == "exec python3 packaging/dev.py test"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_between_documents_lead_somewhere(document: Path) -> None:
    targets = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", document.read_text(encoding="utf-8"))
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_the_architecture_names_only_what_exists() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:amdesk|tests|packaging|resources|translations)/[\w/.-]+)`", text)
    named += re.findall(r"`((?:domain|i18n|store|system|formats|documents|services|cli|gui)/[\w/.-]+)`", text)
    missing = [path for path in named if not (ROOT / path).exists() and not (ROOT / "amdesk" / path).exists()]
    assert named
    assert not missing


def test_the_changelog_tells_of_this_version() -> None:
    assert f"## {amdesk.__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_uv_and_pip_bring_the_same_test_tools() -> None:
    assert PROJECT["dependency-groups"]["dev"] == PROJECT["project"]["optional-dependencies"]["test"]
