"""Write the --help of every command to docs/command-line.md, in the sources' English."""

import sys
from collections.abc import Iterator
from gettext import NullTranslations
from pathlib import Path

from typer._click.core import Command

from outreach_app import i18n

PAGE = Path(__file__).parent.parent / "docs" / "command-line.md"
PROGRAM = "outreach"
WIDTH = 100


def page() -> str:
    """Return the page: its unchanged introduction, then the commands."""
    i18n.messages = lambda _language: NullTranslations()  # type: ignore[assignment]
    # Imported only now, so that the help texts stay untranslated.
    from outreach_app.cli.commands import build  # noqa: PLC0415

    introduction = PAGE.read_text(encoding="utf-8").partition("## ")[0]
    return introduction + "\n".join(_sections(build(lambda _store, _files: 0), PROGRAM))


def _sections(command: Command, name: str) -> Iterator[str]:
    """Yield the help of a command, then of its subcommands."""
    context = command.make_context(name, [], resilient_parsing=True, terminal_width=WIDTH)
    yield f"## {name}\n\n```text\n{context.get_help()}\n```\n"
    for word, below in getattr(context.command, "commands", {}).items():
        yield from _sections(below, f"{name} {word}")


if __name__ == "__main__":
    target = Path(sys.argv[1]) if sys.argv[1:] else PAGE
    target.write_text(page(), encoding="utf-8")
