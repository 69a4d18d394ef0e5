"""The word amdesk: without arguments the window, else the command line."""

from __future__ import annotations

import sys

from amdesk import app


def main() -> int:
    """Start, and give the exit code."""
    if not sys.argv[1:]:
        return app.start()
    from amdesk.cli.program import run

    return run(sys.argv[1:], window=app.open_window, paper=app.write_pdf)


if __name__ == "__main__":
    sys.exit(main())
