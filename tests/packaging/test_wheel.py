"""What is installed elsewhere has everything with it."""

from __future__ import annotations

import gettext
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The wheel as pip would build it."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return zipfile.ZipFile(next(folder.glob("*.whl")))


def test_it_carries_every_resource(wheel: zipfile.ZipFile) -> None:
    ours = {path.relative_to(ROOT).as_posix() for path in (ROOT / "resources").rglob("*") if path.is_file()}
    assert {f"amdesk/_data/{name}" for name in ours} <= set(wheel.namelist())


def test_it_carries_every_catalogue_ready_to_use(wheel: zipfile.ZipFile) -> None:
    for po in (ROOT / "translations").glob("*/LC_MESSAGES/*.po"):
        name = po.relative_to(ROOT).with_suffix(".mo").as_posix()
        with wheel.open(f"amdesk/_data/{name}") as file:
            assert gettext.GNUTranslations(file).info()["content-type"] == "text/plain; charset=utf-8"


def test_it_carries_nothing_but_the_program(wheel: zipfile.ZipFile) -> None:
    tops = {name.partition("/")[0] for name in wheel.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"amdesk"}


def test_the_licence_goes_along(wheel: zipfile.ZipFile) -> None:
    assert any(name.endswith("/licenses/LICENSE") for name in wheel.namelist())
