"""The command line: one core with the window."""

import sys
from importlib import import_module

from outreach_app import i18n
from outreach_app.i18n import Language


def main() -> None:
    """Run the command that was typed; never shows a traceback without `--debug`."""
    i18n.use(_typed_language(sys.argv))
    # Imported only now, so that the help texts are in the language that was asked for.
    import_module("outreach_app.cli.commands").run()


def _typed_language(arguments: list[str]) -> Language:
    for option, value in zip(arguments, [*arguments[1:], ""], strict=True):
        name, _equals, attached = option.partition("=")
        if name == "--ui-lang" and (attached or value) == Language.FRENCH:
            return Language.FRENCH
    return Language.ARABIC
