"""The command line, on the same core as the window."""

import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path

from outreach_app import i18n
from outreach_app.exchange.format.files import is_bundle
from outreach_app.i18n import ScreenLanguage

OpenWindow = Callable[[Path | None, Sequence[Path]], int]
# A shell sets this to ask for completions.
COMPLETION = "_OUTREACH_COMPLETE"


def main(open_window: OpenWindow) -> None:
    """Run the command on the command line, or open the window if there is none.

    `open_window` takes the folder of a store, None for the last one opened, and the exchange files
    that were double-clicked; it returns the exit code. No traceback is shown without `--debug`.
    """
    os.umask(0o077)  # what is unfinished is for its owner only, too; Windows has no modes
    _write_utf8()
    files = _typed_files(sys.argv[1:])
    if len(files) == len(sys.argv[1:]) and has_display() and COMPLETION not in os.environ:
        sys.exit(open_window(None, files))
    i18n.use(_typed_language(sys.argv))
    # Imported only now, so that help texts are in the chosen language.
    import_module("outreach_app.cli.commands").run(open_window)


def has_display() -> bool:
    """Return whether a window can be shown: always, except on a Unix without a screen."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))


def _write_utf8() -> None:
    """Make the standard streams write UTF-8, whatever the encoding of a pipe or file."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # pythonw has no streams
            stream.reconfigure(encoding="utf-8", errors="replace")


def _typed_files(arguments: Sequence[str]) -> list[Path]:
    """Return the exchange files among the arguments, as a desktop passes them."""
    return [path.absolute() for path in map(Path, arguments) if is_bundle(path)]


def _typed_language(arguments: list[str]) -> ScreenLanguage:
    """Read `--ui-lang` before the parser, whose own messages depend on it."""
    for option, value in zip(arguments, [*arguments[1:], ""], strict=True):
        name, _equals, attached = option.partition("=")
        if name == "--ui-lang" and (attached or value) in tuple(ScreenLanguage):
            return ScreenLanguage(attached or value)
    return i18n.of_system()
