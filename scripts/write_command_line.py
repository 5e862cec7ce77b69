"""Write into docs/command-line.md what --help says of every command, in the sources' English."""

import sys
from collections.abc import Iterator
from gettext import NullTranslations
from pathlib import Path

import typer
from typer.main import get_command

from outreach_app import i18n

PAGE = Path(__file__).parent.parent / "docs" / "command-line.md"
PROGRAM = "outreach"
WIDTH = 100


def page() -> str:
    """Return the page: its introduction as it stands, then the commands."""
    i18n.messages = lambda _language: NullTranslations()  # type: ignore[assignment]
    # Imported only now, so that the help texts stay untranslated.
    from outreach_app.cli.commands import build  # noqa: PLC0415

    parser = get_command(build(lambda _store: 0))
    whole = typer.Context(parser, info_name=PROGRAM, terminal_width=WIDTH)
    introduction = PAGE.read_text(encoding="utf-8").partition("## ")[0]
    return introduction + "\n".join(_sections(whole))


def _sections(context: typer.Context) -> Iterator[str]:
    """Yield the help of a command, then of those below it."""
    yield f"## {context.info_name}\n\n```text\n{context.get_help()}\n```\n"
    for word, command in getattr(context.command, "commands", {}).items():
        name = f"{context.info_name} {word}"
        yield from _sections(typer.Context(command, info_name=name, terminal_width=WIDTH))


if __name__ == "__main__":
    target = Path(sys.argv[1]) if sys.argv[1:] else PAGE
    target.write_text(page(), encoding="utf-8")
