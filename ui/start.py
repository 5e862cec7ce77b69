"""The program's entry: the command that was typed, or the window."""

import gc
from collections.abc import Sequence
from pathlib import Path

from outreach_app import cli


def main() -> None:
    """Run the command line with a window for a start without a command."""
    cli.main(_open_window)


def _open_window(store: Path | None, files: Sequence[Path]) -> int:
    # Nothing is garbage before the first paint; the window looks for it again once all is loaded.
    gc.disable()
    from ui.app import run  # noqa: PLC0415  Qt is loaded for the window alone

    return run(store, files)
