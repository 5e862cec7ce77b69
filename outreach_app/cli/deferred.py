"""A command whose module is loaded when it is used."""

from importlib import import_module
from typing import Any

import typer
from typer._click.core import Command, Context
from typer.core import TyperCommand
from typer.main import get_command


class Deferred(TyperCommand):
    """A command that knows only its name and purpose until it is used."""

    def __init__(self, name: str, function: str, purpose: str) -> None:
        super().__init__(name.rpartition(" ")[2], help=purpose)
        self._whole_name = name
        self._function = function

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: Context | None = None,
        **extra: Any,
    ) -> Context:
        return self._loaded().make_context(info_name, args, parent, **extra)

    def _loaded(self) -> Command:
        """Import the command and return it with its options."""
        # They load the whole core.
        from outreach_app.cli.asked import ASKED  # noqa: PLC0415
        from outreach_app.cli.options import command  # noqa: PLC0415

        module, _dot, name = self._function.partition(".")
        function = getattr(import_module(f"outreach_app.cli.{module}"), name)
        alone = typer.Typer(add_completion=False, rich_markup_mode=None)
        alone.command(self.name, help=self.help)(command(function, ASKED.get(self._whole_name)))
        return get_command(alone)
