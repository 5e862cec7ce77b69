"""Output of the command line: one JSON object or lines, and errors with their codes."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path

import msgspec
import typer

from outreach_app.cli.hints import hint_of
from outreach_app.errors import InvalidDraft, OutreachError
from outreach_app.i18n import isolate
from outreach_app.progress import Progress
from outreach_app.rules.text import encodable


def say(message: str) -> None:
    """Print a sentence for the person on standard error, apart from the results."""
    typer.echo(message, err=True)


def show(result: Mapping[str, object], lines: list[str], *, as_json: bool) -> None:
    """Print a result as one JSON object, or as lines for people."""
    if as_json:
        typer.echo(_json(plain(result)))
    else:
        for line in lines:
            typer.echo(line)


def show_error(error: OutreachError, *, as_json: bool) -> None:
    """Print a refusal: its sentence on standard error, with `--json` also an object."""
    if isinstance(error, InvalidDraft):
        # There is no form around it that would show which field is meant.
        for problem in error.problems:
            say(f"{isolate(problem.field)}: {problem.message}")
    else:
        say(" ".join(filter(None, (error.message, hint_of(error)))))
    if as_json:
        typer.echo(_json({"error": plain(error.report())}))


def plain(value: object) -> object:
    """Reduce a result to what JSON has: absolute paths, dates in ISO 8601, rows as objects."""
    # The value of an enum is left as it is: that of an Actor is a UUID.
    return msgspec.to_builtins(msgspec.to_builtins(value, enc_hook=_path))


def _json(value: object) -> str:
    """Write JSON on one line; of the name of a file that is no text, what is none is replaced."""
    return encodable(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def _path(value: object) -> str:
    if isinstance(value, Path):
        return str(value.absolute())
    raise TypeError(f"an answer cannot carry {type(value).__name__}")


def console_progress() -> Progress:
    """Report progress on one line of standard error if that is a terminal."""
    return Progress(_report if sys.stderr.isatty() else None)


def _report(done: int, total: int, what: str) -> None:
    end = "\n" if done >= total else ""
    typer.echo(f"\r{what} {done}/{total}  {end}", err=True, nl=False)
