"""The command line: one core with the window."""

import os
import sys
from collections.abc import Callable
from importlib import import_module

from outreach_app import i18n
from outreach_app.i18n import Language


def main(open_window: Callable[[], int]) -> None:
    """Run the command that was typed, or open the window where none was.

    Never shows a traceback without `--debug`.
    """
    if not sys.argv[1:] and has_display():
        sys.exit(open_window())
    i18n.use(_typed_language(sys.argv))
    # Imported only now, so that the help texts are in the language that was asked for.
    import_module("outreach_app.cli.commands").run()


def has_display() -> bool:
    """Whether a window can be shown: always, but on a Unix without a screen."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))


def _typed_language(arguments: list[str]) -> Language:
    for option, value in zip(arguments, [*arguments[1:], ""], strict=True):
        name, _equals, attached = option.partition("=")
        if name == "--ui-lang" and (attached or value) == Language.FRENCH:
            return Language.FRENCH
    return Language.ARABIC
