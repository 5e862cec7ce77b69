"""Paths as they are typed: an empty one is refused, it does not mean the current folder."""

import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import typer

from outreach_app.i18n import gettext as _


def path(typed: str) -> Path:
    """Return a typed path; the name is that of its kind in the help. Raises BadParameter."""
    if not typed:
        # An unset variable of a shell; an empty Path would be the current folder.
        raise typer.BadParameter(_("A path is empty. Name the file or the folder."))
    return Path(typed)


def with_typed_paths(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return a command whose paths are all read by `path`."""
    for each in inspect.signature(function).parameters.values():
        kind, *told = get_args(each.annotation) or (None,)
        if Path in (kind, *get_args(kind)):
            told[0].parser = path
    return function
