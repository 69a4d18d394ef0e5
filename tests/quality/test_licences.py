"""What was made by others lies beside its licence."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.quality.reading import ROOT

OURS = {".py", ".toml", ".md", ".po", ".pot", ".j2", ".html", ".txt"}
TELLING = ("licen", "ofl", "copying")

FOREIGN = sorted(
    {
        path.parent
        for folder in ("resources", "tests/data")
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }
)


def licensed(folder: Path) -> bool:
    """Whether it or a folder above it, inside the project, holds a licence or a note that names one."""
    return any(
        any(sign in path.name.lower() for sign in TELLING)
        or (path.name.lower().startswith("readme") and "licen" in path.read_text(encoding="utf-8").lower())
        for above in (folder, *folder.parents)
        if above != ROOT and above.is_relative_to(ROOT)
        for path in above.iterdir()
    )


@pytest.mark.parametrize("folder", FOREIGN, ids=lambda folder: folder.relative_to(ROOT).as_posix())
def test_files_of_others_lie_beside_their_licence(folder: Path) -> None:
    ours = all(path.suffix in OURS for path in folder.iterdir() if path.is_file())
    assert ours or licensed(folder)


def test_the_licence_is_the_one_that_is_named() -> None:
    assert "GNU GENERAL PUBLIC LICENSE\n                       Version 3" in (ROOT / "LICENSE").read_text()
    assert 'license = "GPL-3.0-or-later"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
