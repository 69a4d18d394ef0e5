"""Puts resources and compiled catalogues beside the code when a wheel is built."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface[Any]):
    """Wheels carry ``amdesk/_data``; an editable install reads resources and catalogues from the checkout."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        root = Path(self.root)
        inside: dict[str, str] = build_data["force_include"]
        inside[str(root / "resources")] = "amdesk/_data/resources"
        self.made = tempfile.TemporaryDirectory(prefix="amdesk-catalogues-")
        for po in sorted((root / "translations").glob("*/LC_MESSAGES/*.po")):
            mo = po.relative_to(root).with_suffix(".mo")
            inside[str(compiled(po, Path(self.made.name) / mo))] = f"amdesk/_data/{mo.as_posix()}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        if version != "editable":
            self.made.cleanup()


def compiled(po: Path, mo: Path) -> Path:
    """Write the catalogue ``po`` as ``mo`` and say where it is."""
    mo.parent.mkdir(parents=True, exist_ok=True)
    with po.open("rb") as source, mo.open("wb") as target:
        write_mo(target, read_po(source, locale=po.parts[-3]))
    return mo
