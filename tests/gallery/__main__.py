"""Pictures of every page, editor and dialog, to be looked at: ``python -m tests.gallery FOLDER``."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

DAY = datetime(2026, 3, 10, 9, 30, tzinfo=UTC)


def main() -> int:
    """Draw what was asked for; the exit code."""
    chosen = _arguments()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = chosen.scale
    from amdesk.gui.application import make_qt
    from tests.gallery import drawing

    app = make_qt(["amdesk"])
    chosen.folder.mkdir(parents=True, exist_ok=True)
    with drawing.letters(chosen.font / 100):
        for language in chosen.languages.split(","):
            for theme in chosen.themes.split(","):
                drawing.draw(app, chosen.folder, language=language, theme=theme, at=DAY, only=chosen.only)
    # offscreen's clipboard lives longer than Python, and with it a copied mail that Python has made
    app.clipboard().clear()
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.gallery", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--languages", default="en,he,fa,ru,el")
    parser.add_argument("--themes", default="light,dark", help="light, dark, high-light, high-dark")
    parser.add_argument("--scale", default="1", help="1 is 100 %%, 2 is a sharp screen")
    parser.add_argument("--font", type=int, default=100, help="size of the letters in %%")
    parser.add_argument("--only", default="", help="pictures whose names hold this")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
