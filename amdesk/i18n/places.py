"""Where the folders lie that travel with the program: words, templates, pictures."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def data_folder(*parts: str) -> Path:
    """A folder such as ``resources/templates``: inside the installed package, or beside it in a checkout."""
    installed = _PACKAGE / "_data"
    root = installed if (installed / parts[0]).is_dir() else _PACKAGE.parent
    return root.joinpath(*parts)
