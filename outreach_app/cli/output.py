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
    """Print a message for the person on standard error, separate from the results."""
    typer.echo(message, err=True)


def show(result: Mapping[str, object], lines: list[str], *, as_json: bool) -> None:
    """Print a result as one JSON object, or as lines for people."""
    if as_json:
        typer.echo(_json(plain(result)))
    else:
        for line in lines:
            typer.echo(line)


def show_error(error: OutreachError, *, as_json: bool) -> None:
    """Print a refusal: its message on standard error, and with `--json` also an object."""
    message = " ".join(filter(None, (error.message, hint_of(error))))
    if isinstance(error, InvalidDraft):
        # There is no form that would show which field is meant.
        for problem in error.problems:
            say(f"{isolate(problem.field)}: {problem.message}")
    else:
        say(message)
    if as_json:
        typer.echo(_json({"error": plain(error.report() | {"message": message})}))


def plain(value: object) -> object:
    """Convert a result to JSON types: absolute paths, ISO 8601 dates, rows as objects."""
    # The value of an enum is not converted: an Actor's is a UUID.
    return msgspec.to_builtins(msgspec.to_builtins(value, enc_hook=_path))


def _json(value: object) -> str:
    """Return JSON on one line; undecodable bytes of a file name are replaced."""
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
